// An owner declares its own records of a period complete, or takes that back: a form, a page that says what follows, done.
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { TypedDeclaration } from '../../../facts/declare.ts'
import type { FieldIssue } from '../../../facts/kind.ts'
import { asksForData } from '../../as-data.ts'
import { answerWrong } from '../../forms/answered.ts'
import { byField, errorSummary, titleOf, type Wrong } from '../../forms/errors.ts'
import { type Field, fieldHtml, fieldId } from '../../forms/field.ts'
import { issueWords } from '../../forms/issue-words.ts'
import { readPosted, seeOther } from '../../forms/posted.ts'
import { type Html, html, inLanguage, nothing } from '../../html.ts'
import { layout } from '../../layout.ts'
import { nameStates } from '../../names.ts'
import { declareFields, declareGives } from '../../schemas/declarations.ts'
import { addressOf, type Site } from '../../site.ts'
import type { TextKey } from '../../text.ts'
import { siteFor } from '../../viewer.ts'
import { serveWrite } from '../../write.ts'
import { checkBody } from './complete-check.ts'
import { enteredNotice } from './start.ts'
import { completePath, mayDeclare, ownerOptions } from './whose.ts'

/** Whose records, and of which promises. */
type Owner = { id: string; name: string; kinds: readonly { register: string; promises: readonly string[] }[] }

const ownIssues: Record<string, TextKey> = {
  'No records are chosen': 'declare.noKinds',
  'Not records to be declared': 'declare.notOffered',
  'Neither a year nor a first and a last day': 'declare.noPeriod',
  'A year and days: only one of them': 'declare.twoPeriods',
  'Nobody can say anything of days to come': 'declare.ahead',
  'Before the promises began': 'declare.beforeBegun',
  'Declared before the period was over': 'declare.beforeOver',
  'It ends before it begins': 'declare.ends',
  'Said not to be complete on the same day': 'declare.sameDay',
}

const labels: Record<string, TextKey> = {
  actor: 'declare.whose',
  kinds: 'declare.kinds',
  state: 'declare.state',
  year: 'declare.year',
  from: 'declare.from',
  to: 'declare.to',
  office: 'declare.office',
  knownFrom: 'declare.knownFrom',
}

const wrongOf = (site: Site, issues: readonly FieldIssue[]): Wrong[] =>
  issues.map((issue) => {
    const { message, expected = '', found = '' } = issue
    const key = ownIssues[message]
    return {
      field: issue.field,
      label: site.text(labels[issue.field] ?? 'declare.title'),
      words: key === undefined ? issueWords(site, issue) : site.text(key, { expected, found }),
    }
  })

const typedOf = (given: Readonly<Record<string, string>>): TypedDeclaration => {
  const one = (name: string) => given[name]?.trim() ?? ''
  return {
    actor: one('actor'),
    kinds: Object.entries(given).flatMap(([name, value]) =>
      name.startsWith('kinds.') && value === 'yes' ? [name.slice('kinds.'.length)] : [],
    ),
    state: one('state'),
    year: one('year'),
    from: one('from'),
    to: one('to'),
    office: one('office'),
    knownFrom: one('knownFrom'),
    note: one('note'),
  }
}

const frame = (site: Site, title: string, heading: string, wrong: readonly Wrong[], body: Html) =>
  layout(site, {
    title: titleOf(site, title, wrong),
    description: site.text('declare.description'),
    path: completePath,
    hasTwins: false,
    crumbs: [{ label: site.text('enter.nav'), path: '/enter' }, { label: heading }],
    part: 'enter',
    body: html`${errorSummary(site, wrong)}${body}`,
  })

const choosePage = async (site: Site, given: TypedDeclaration, wrong: readonly Wrong[]) => {
  const { text } = site
  const title = text('declare.title')
  const options = await ownerOptions(site)
  const head = html`<header class="head"><h1>${title}</h1><p>${text('declare.lead')}</p>${enteredNotice(site)}</header>`
  if (options.length === 0)
    return frame(site, title, title, [], html`${head}<p>${text('declare.nobody')}</p>`)
  const field: Field = {
    ...{ as: 'select', name: 'actor', label: text('declare.whose'), isNeeded: true },
    options: options.length === 1 ? options : [{ value: '', label: text('begin.choose') }, ...options],
  }
  return frame(
    site,
    title,
    title,
    wrong,
    html`${head}
<form class="entry" method="get" action="${addressOf(site, completePath)}" novalidate>${fieldHtml(site, field, { typed: { actor: given.actor }, wrong: byField(wrong) })}
<p class="buttons"><button type="submit">${text('begin.next')}</button></p></form>`,
  )
}

const kindsField = (site: Site, owner: Owner, typed: TypedDeclaration, wrong: readonly Wrong[]): Html => {
  const { text } = site
  const words = wrong.filter(({ field }) => field === 'kinds').map((one) => one.words)
  const describedBy = words.length === 0 ? nothing : html` aria-describedby="kinds-wrong"`
  return html`<fieldset class="group"${describedBy}><legend>${text('declare.kinds')} <span class="needed">${text('form.needed')}</span></legend>${
    words.length === 0
      ? nothing
      : html`<p class="wrong" id="kinds-wrong"><span class="vh">${text('form.error')}</span> ${words.join(' ')}</p>`
  }${owner.kinds.map(({ register, promises }, i) => {
    const id = i === 0 ? fieldId('kinds') : fieldId(`kinds.${register}`)
    return html`<div class="tick"><input type="checkbox" id="${id}" name="kinds.${register}" value="yes" ${typed.kinds.includes(register) ? html` checked` : nothing}><label for="${id}">${site.voice.names.register(register)}<span class="block quiet">${text('declare.kinds.for', { promises: site.format.list(promises) })}</span></label></div>`
  })}</fieldset>`
}

const fieldsOf = (site: Site): { title: TextKey; fields: Field[] }[] => {
  const { text } = site
  const today = site.format.date(site.today())
  return [
    {
      title: 'declare.state',
      fields: [
        {
          ...{ as: 'choice', name: 'state', label: text('declare.state'), isNeeded: true },
          options: [
            { value: 'complete', label: text('declare.state.complete') },
            { value: 'not complete', label: text('declare.state.not') },
          ],
        },
      ],
    },
    {
      title: 'declare.period',
      fields: [
        {
          as: 'text',
          name: 'year',
          label: text('declare.year'),
          hint: text('declare.year.hint'),
          width: 'year',
        },
        {
          as: 'text',
          name: 'from',
          label: text('declare.from'),
          hint: text('declare.from.hint'),
          width: 'short',
        },
        {
          ...{ as: 'text', name: 'to', label: text('declare.to'), width: 'short' },
          hint: text('declare.to.hint', { date: today }),
        },
      ],
    },
    {
      title: 'declare.word',
      fields: [
        {
          ...{ as: 'text', name: 'office', label: text('declare.office'), width: 'wide', isNeeded: true },
          hint: text('declare.office.hint'),
        },
        {
          ...{ as: 'text', name: 'knownFrom', label: text('declare.knownFrom'), width: 'short' },
          hint: text('declare.knownFrom.hint'),
        },
        { as: 'lines', name: 'note', label: text('declare.note'), rows: 3 },
      ],
    },
  ]
}

const headOf = (site: Site, owner: Owner, title: string, lead: Html): Html =>
  html`<header class="head"><p class="kicker">${inLanguage(owner.name, null)}</p><h1>${title}</h1>${lead}${enteredNotice(site)}</header>`

const flat = ({ kinds, ...typed }: TypedDeclaration): Record<string, string> => ({
  ...typed,
  ...Object.fromEntries(kinds.map((kind) => [`kinds.${kind}`, 'yes'])),
})

const formPage = (site: Site, owner: Owner, typed: TypedDeclaration, wrong: readonly Wrong[]) => {
  const { text } = site
  const title = text('declare.title')
  const filled = { typed: flat(typed), wrong: byField(wrong) }
  const lead = html`<p>${text('declare.lead')}</p><p><a href="${addressOf(site, `/declarations/${owner.id}`)}">${text('declared.link')}</a></p>`
  const body =
    owner.kinds.length === 0
      ? html`<p>${text('declare.nothing', { name: owner.name })}</p>`
      : html`<form class="entry" method="post" action="${addressOf(site, completePath)}" novalidate><input type="hidden" name="actor" value="${owner.id}">
${kindsField(site, owner, typed, wrong)}
${fieldsOf(site).map(({ title: legend, fields }) =>
  fields.length === 1
    ? fields.map((field) => fieldHtml(site, field, filled))
    : html`<fieldset class="group"><legend>${text(legend)}</legend>${fields.map((field) => fieldHtml(site, field, filled))}</fieldset>`,
)}
<p class="buttons"><button type="submit" name="step" value="check">${text('declare.check')}</button></p></form>`
  return frame(
    site,
    `${title}: ${owner.name}`,
    title,
    wrong,
    html`${headOf(site, owner, title, lead)}${body}`,
  )
}

/** Whose records are asked about; undefined where there is nobody of that id. Throws `not-permitted` for another's. */
const ownerOf = async (site: Site, id: string): Promise<Owner | undefined> => {
  const actor = id === '' ? undefined : await nameStates(site, await site.data.findActor(id))
  return actor === undefined
    ? undefined
    : { id: actor.id, name: actor.name, kinds: await site.data.listDeclarable(actor.id) }
}

const begin = async (c: Context, site: Site): Promise<Response> => {
  const given = typedOf(c.req.query())
  const owner = await ownerOf(site, given.actor)
  if (owner !== undefined)
    return c.html(await formPage(site, owner, { ...given, state: given.state || 'complete' }, []))
  if (c.req.query('actor') === undefined) return c.html(await choosePage(site, given, []))
  const wrong = wrongOf(site, [{ field: 'actor', message: 'No such actor', found: given.actor }])
  return answerWrong(c, site, wrong, () => choosePage(site, given, wrong))
}

const take = async (c: Context, site: Site): Promise<Response> => {
  const posted = await readPosted(c, site)
  const typed = typedOf(posted)
  const owner = await ownerOf(site, typed.actor)
  if (owner === undefined) {
    const wrong = wrongOf(site, [{ field: 'actor', message: 'No such actor', found: typed.actor }])
    return answerWrong(c, site, wrong, () => choosePage(site, typed, wrong))
  }
  const again = (issues: readonly FieldIssue[]) => {
    const wrong = wrongOf(site, issues)
    return answerWrong(c, site, wrong, () => formPage(site, owner, typed, wrong))
  }
  // A program says at once what it wants; a page shows first what follows.
  const step = posted.step ?? (asksForData(c) ? 'declare' : 'check')
  if (step === 'edit') return c.html(await formPage(site, owner, typed, []))
  if (step === 'declare') {
    const { recorded, issues } = await site.data.declareRecords(typed)
    if (issues.length > 0) return again(issues)
    const said = { after: 'declare' }
    return seeOther(c, addressOf(site, `/declarations/${owner.id}`), { more: { recorded }, said })
  }
  const checked = await site.data.checkDeclaration(typed)
  if (checked.issues.length > 0) return again(checked.issues)
  const { held, follows } = checked
  if (asksForData(c)) return c.json({ location: addressOf(site, completePath), recorded: 0, held, follows })
  const title = site.text('declare.checkTitle')
  const fields = Object.entries(flat(typed)).filter(([, value]) => value !== '')
  return c.html(
    await frame(
      site,
      `${title} ${owner.name}`,
      title,
      [],
      html`${headOf(site, owner, title, nothing)}${checkBody(site, checked, owner.name)}
<form class="entry" method="post" action="${addressOf(site, completePath)}">${fields.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
<p class="buttons"><button type="submit" name="step" value="declare">${site.text('declare.do')}</button> <button type="submit" name="step" value="edit" class="second">${site.text('declare.change')}</button></p></form>`,
    ),
  )
}

/** The form on which an owner declares its records complete. */
export const serveComplete = (app: OpenAPIHono, ofWorld: Site): void => {
  app.get(completePath, (c) => begin(c, siteFor(c, ofWorld)))
  const write = {
    path: completePath,
    summary: 'Declares the records of a period complete, or not complete after all',
    scope: 'publish',
    fields: declareFields,
    gives: declareGives,
  } as const
  serveWrite(app, write, (c) => take(c, siteFor(c, ofWorld)))
}

type Named = { id: string; name: string }

/** To the form, for those whose records its reader may declare complete. */
export const declareLinks = (site: Site, actors: readonly Named[]): Html => {
  const own = actors.filter(({ id }) => mayDeclare(site, id))
  return own.length === 0
    ? nothing
    : html`<p class="enter-links">${own.map(
        ({ id, name }, i) =>
          html`${i === 0 ? nothing : ' · '}<a href="${addressOf(site, completePath, { actor: id })}">${site.text('declare.title')}${actors.length === 1 ? nothing : html` (${inLanguage(name, null)})`}</a>`,
      )}</p>`
}

/** What was declared of the records of those who promised, and the form for those who may. */
export const completeLinks = (site: Site, actors: readonly Named[]): Html =>
  actors.length === 0
    ? nothing
    : html`<p class="enter-links">${site.text('declared.link')}: ${actors.map(({ id, name }, i) => html`${i === 0 ? nothing : ' · '}<a href="${addressOf(site, `/declarations/${id}`)}">${inLanguage(name, null)}</a>`)}</p>${declareLinks(site, actors)}`
