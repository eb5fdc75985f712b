// One fact through a form: chosen by kind, typed, seen as it will stand, then stored. Nothing is stored on the way.
import { randomUUID } from 'node:crypto'
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { FieldIssue, KindSpec } from '../../../facts/kind.ts'
import { fieldsOfFact, formIdPrefix, type TypedFact } from '../../../facts/typed-fact.ts'
import { evidenceSays } from '../../../indicators/names.ts'
import { problem } from '../../../problem.ts'
import type { EnteredFact } from '../../data/enter.ts'
import { byField, errorSummary, titleOf, type Wrong } from '../../forms/errors.ts'
import { type Field, fieldHtml, type Option } from '../../forms/field.ts'
import { issueWords } from '../../forms/issue-words.ts'
import { readPosted, seeOther } from '../../forms/posted.ts'
import { type Html, html, inLanguage, nothing } from '../../html.ts'
import { layout } from '../../layout.ts'
import { nameStates } from '../../names.ts'
import { addressOf, type Site } from '../../site.ts'
import { siteFor } from '../../viewer.ts'
import { type FieldGroup, groupsOfFact, labelIn } from './fact-fields.ts'
import { stateOptions } from './report-new.ts'
import { enteredNotice } from './start.ts'

const path = '/enter/facts/new'

/** What is being done, to which fact. */
type Doing = { as: 'enter' | 'correct' | 'withdraw'; target: EnteredFact | undefined }

type Asked = { typed: TypedFact; kind: KindSpec & { name: string }; actorName: string; doing: Doing }

const titles = { enter: 'newFact.new', correct: 'newFact.correct', withdraw: 'newFact.withdraw' } as const

const doingOf = async (site: Site, typed: TypedFact): Promise<Doing> => {
  const id = typed.supersedes || typed.retracts
  if (!id) return { as: 'enter', target: undefined }
  const target = await site.data.enter.findFact({ id, actor: typed.actor ?? '', kind: typed.kind ?? '' })
  if (target === undefined) throw problem('not-found', site.text('newFact.lost'))
  // What came with its source is put right where it came from.
  if (site.world === 'register' && !target.entered) throw problem('usage', site.text('newFact.notYours'))
  return { as: typed.supersedes ? 'correct' : 'withdraw', target }
}

/** What is asked, where the kind and the actor are held. */
const askedOf = async (site: Site, given: TypedFact): Promise<Asked | undefined> => {
  const kinds = await site.data.enter.listFactKinds()
  const name = given.kind ?? ''
  const kind = Object.hasOwn(kinds, name) ? kinds[name] : undefined
  const actor = given.actor ? await nameStates(site, await site.data.findActor(given.actor)) : undefined
  if (kind === undefined || actor === undefined) return undefined
  const known = new Set(fieldsOfFact(kind))
  const typed = Object.fromEntries(Object.entries(given).filter(([field]) => known.has(field)))
  const isOurs = typed.id?.startsWith(formIdPrefix) === true && /^[\w-]{1,60}$/.test(typed.id)
  return {
    typed: { ...typed, id: isOurs ? typed.id! : `${formIdPrefix}${randomUUID()}` },
    kind: { ...kind, name },
    actorName: actor.name,
    doing: await doingOf(site, typed),
  }
}

const frame = (site: Site, title: string, heading: string, wrong: readonly Wrong[], body: Html) =>
  layout(site, {
    title: titleOf(site, title, wrong),
    description: site.text('newFact.new.description'),
    path,
    hasTwins: false,
    crumbs: [{ label: site.text('enter.nav'), path: '/enter' }, { label: heading }],
    part: 'enter',
    body: html`${errorSummary(site, wrong)}${body}`,
  })

/** States by name, then everyone else of whom something is held. */
const actorOptions = async (site: Site): Promise<Option[]> => [
  ...(await stateOptions(site)),
  ...(await site.data.enter.listOtherActors())
    .toSorted((a, b) => site.format.compare(a.name, b.name))
    .map((actor) => ({ value: actor.id, label: actor.name })),
]

const choosePage = async (site: Site, given: TypedFact, wrong: readonly Wrong[]): Promise<Html> => {
  const { text } = site
  const kinds = Object.entries(await site.data.enter.listFactKinds())
  const fields: Field[] = [
    {
      as: 'select',
      name: 'actor',
      label: text('newFact.who'),
      isNeeded: true,
      options: await actorOptions(site),
    },
    {
      as: 'select',
      name: 'kind',
      label: text('newFact.kind'),
      isNeeded: true,
      options: [
        { value: '', label: text('begin.choose') },
        ...kinds
          .map(([value]) => ({ value, label: site.voice.names.kind(value) }))
          .toSorted((a, b) => site.format.compare(a.label, b.label)),
      ],
    },
  ]
  const filled = { typed: given, wrong: byField(wrong) }
  return frame(
    site,
    text('newFact.new'),
    text('newFact.new'),
    wrong,
    html`<header class="head"><h1>${text('newFact.new')}</h1>${enteredNotice(site)}</header>
<form class="entry" method="get" action="${addressOf(site, path)}" novalidate>${fields.map((field) => fieldHtml(site, field, filled))}
<p class="buttons"><button type="submit">${text('begin.next')}</button></p></form>`,
  )
}

const heading = (site: Site, asked: Asked, title: string): Html =>
  html`<header class="head"><p class="kicker">${site.text.rich('newFact.kicker', { kind: site.voice.names.kind(asked.kind.name), name: inLanguage(asked.actorName, null) })}</p><h1>${title}</h1>${enteredNotice(site)}${targetNotice(site, asked.doing)}</header>`

const targetNotice = (site: Site, { as, target }: Doing): Html =>
  target === undefined
    ? nothing
    : html`<p>${site.text(as === 'correct' ? 'newFact.replaces' : 'newFact.withdraws')}: <a href="${addressOf(site, `/enter/facts/${target.id}`)}">${evidenceSays(site.voice, target)}</a></p>`

const hidden = (typed: TypedFact, names: readonly string[]): Html =>
  html`${names.flatMap((name) => (typed[name] ? [html`<input type="hidden" name="${name}" value="${typed[name]}">`] : []))}`

const fixed = ['id', 'actor', 'kind', 'supersedes', 'retracts'] as const

const wrongOf = (
  site: Site,
  asked: Asked,
  groups: readonly FieldGroup[],
  issues: readonly FieldIssue[],
): Wrong[] =>
  issues.map((issue) => {
    const label = labelIn(groups, issue.field)
    return {
      field: label === undefined ? undefined : issue.field,
      label: label ?? site.voice.names.kind(asked.kind.name),
      words: issueWords(site, issue),
    }
  })

const formPage = (site: Site, asked: Asked, issues: readonly FieldIssue[]) => {
  const { text } = site
  const groups = groupsOfFact(site, asked.kind, asked.doing.as)
  const wrong = wrongOf(site, asked, groups, issues)
  const filled = { typed: asked.typed, wrong: byField(wrong) }
  const title = text(titles[asked.doing.as])
  const isOpen = (fields: readonly Field[]) =>
    fields.some((field) => Boolean(asked.typed[field.name]) || filled.wrong.has(field.name))
  return frame(
    site,
    `${title}: ${site.voice.names.kind(asked.kind.name)}, ${asked.actorName}`,
    title,
    wrong,
    html`${heading(site, asked, title)}
<form class="entry" method="post" action="${addressOf(site, path)}" novalidate>${hidden(asked.typed, fixed)}
${groups.map(
  (group) =>
    html`<fieldset class="group"><legend>${group.title}</legend>${group.fields.map((field) => fieldHtml(site, field, filled))}${
      group.more === undefined
        ? nothing
        : html`<details class="evidence-fields"${isOpen(group.more.fields) ? html` open` : nothing}><summary>${group.more.title}</summary><div>${group.more.fields.map((field) => fieldHtml(site, field, filled))}</div></details>`
    }</fieldset>`,
)}
<p class="buttons"><button type="submit" name="step" value="check">${text('newFact.preview')}</button></p></form>`,
  )
}

const previewPage = (site: Site, asked: Asked, says: string) => {
  const { text } = site
  const groups = groupsOfFact(site, asked.kind, asked.doing.as)
  const given = Object.entries(asked.typed).filter(
    ([name, typed]) => typed.trim() !== '' && !fixed.includes(name as 'id'),
  )
  const title = text('newFact.previewTitle')
  return frame(
    site,
    `${title} ${site.voice.names.kind(asked.kind.name)}, ${asked.actorName}`,
    title,
    [],
    html`${heading(site, asked, title)}
<p>${text('newFact.previewLead')}</p>
${asked.doing.as === 'withdraw' ? nothing : html`<p class="preview"><b>${site.voice.names.kind(asked.kind.name)}</b>: ${says}${site.world === 'register' ? html` <span class="entered">${text('enter.marked')}</span>` : nothing}</p>`}
<dl class="checked">${given.map(([name, typed]) => html`<div><dt>${labelIn(groups, name) ?? name}</dt><dd>${name === 'quotation' ? html`<q class="quote">${inLanguage(typed, asked.typed.language || null)}</q>` : inLanguage(typed, null)}</dd></div>`)}</dl>
<form class="entry" method="post" action="${addressOf(site, path)}">${hidden(asked.typed, Object.keys(asked.typed))}
<p class="buttons"><button type="submit" name="step" value="save">${text('newFact.save')}</button> <button type="submit" name="step" value="edit" class="second">${text('newFact.changeIt')}</button></p></form>`,
  )
}

const choose = async (c: Context, site: Site, given: TypedFact): Promise<Response> => {
  if (given.kind === undefined || given.actor === undefined) return c.html(await choosePage(site, given, []))
  const kinds = await site.data.enter.listFactKinds()
  const wrong: Wrong[] = []
  if ((await site.data.findActor(given.actor)) === undefined)
    wrong.push({ field: 'actor', label: site.text('newFact.who'), words: site.text('issue.actor') })
  if (!Object.hasOwn(kinds, given.kind))
    wrong.push({ field: 'kind', label: site.text('newFact.kind'), words: site.text('issue.kind') })
  return c.html(await choosePage(site, given, wrong), 422)
}

const take = async (c: Context, site: Site): Promise<Response> => {
  const posted = await readPosted(c, site)
  const asked = await askedOf(site, posted)
  if (asked === undefined) return choose(c, site, { kind: '', actor: '', ...posted })
  if (posted.step === 'edit') return c.html(await formPage(site, asked, []))
  if (posted.step === 'save') {
    const issues = await site.data.enter.recordFact(asked.typed)
    return issues.length === 0
      ? seeOther(c, addressOf(site, `/enter/facts/${asked.typed.id}`))
      : c.html(await formPage(site, asked, issues), 422)
  }
  const { issues, body } = await site.data.enter.checkFact(asked.typed)
  return issues.length === 0
    ? c.html(await previewPage(site, asked, evidenceSays(site.voice, { kind: asked.kind.name, body })))
    : c.html(await formPage(site, asked, issues), 422)
}

/** The form of one fact. */
export const serveFactNew = (app: OpenAPIHono, ofWorld: Site): void => {
  app.get(path, async (c) => {
    const site = siteFor(c, ofWorld)
    const given = c.req.query()
    const asked = await askedOf(site, given)
    if (asked === undefined) return choose(c, site, given)
    const { as, target } = asked.doing
    // A correction begins with what is held; its own words come over it.
    const typed = as === 'correct' ? { ...target?.typed, ...asked.typed } : asked.typed
    const known: TypedFact = as === 'withdraw' ? { known_from: site.today() } : {}
    return c.html(await formPage(site, { ...asked, typed: { ...known, ...typed } }, []))
  })
  app.post(path, (c) => take(c, siteFor(c, ofWorld)))
}
