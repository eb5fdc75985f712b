// One fact through a form: chosen by kind, typed, seen as it will stand, then stored. Nothing is stored on the way.
import { randomUUID } from 'node:crypto'
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { tiersSeen } from '../../../accounts/sight-of.ts'
import type { FieldIssue, KindSpec } from '../../../facts/kind.ts'
import { formIdPrefix, gatherTyped, type TypedFact } from '../../../facts/typed-fact.ts'
import { evidenceSays } from '../../../indicators/names.ts'
import { problem } from '../../../problem.ts'
import { asksForData } from '../../as-data.ts'
import type { FactDraftShown, OwnerShown, StandingShown } from '../../data/approval.ts'
import type { EnteredFact } from '../../data/enter.ts'
import { answerRefused, answerWrong } from '../../forms/answered.ts'
import { byField, type Wrong } from '../../forms/errors.ts'
import { type Field, fieldHtml } from '../../forms/field.ts'
import { issueWords } from '../../forms/issue-words.ts'
import {
  baseFrom,
  baseHtml,
  baseName,
  type Difference,
  differencesAsData,
  differencesOf,
  differenceTable,
  meanwhileNotice,
  revisionFrom,
  typedAgain,
} from '../../forms/meanwhile.ts'
import { readPosted, seeOther } from '../../forms/posted.ts'
import { type Html, html, inLanguage, nothing } from '../../html.ts'
import { nameStates } from '../../names.ts'
import { factFieldsSent, factGives } from '../../schemas/writes.ts'
import { addressOf, type Site } from '../../site.ts'
import { siteFor } from '../../viewer.ts'
import { serveWrite } from '../../write.ts'
import { linkedList } from '../implementation/orphans-section.ts'
import { returnedNotice } from './approval.ts'
import { choose, frame, factNewPath as path } from './fact-choose.ts'
import { answerActed, factDraftPath, getFactDraft } from './fact-draft.ts'
import { type Choices, type FieldGroup, groupsOfFact, labelIn } from './fact-fields.ts'
import { isConfirmed, questionsHtml, unconfirmed, withQuestions } from './fact-questions.ts'
import { answerReplaced, findReplacement } from './fact-replaced.ts'
import { typedList } from './fact-typed.ts'
import { enteredNotice, isMarked } from './start.ts'
import { permitActor } from './whose.ts'

/** What is being done, to which fact. */
type Doing = { as: 'enter' | 'correct' | 'withdraw'; target: EnteredFact | undefined }

type Asked = {
  typed: TypedFact
  kind: KindSpec & { name: string }
  actorName: string
  doing: Doing
  /** What its fields may be filled with. */
  choices: Choices
  /** The draft that is changed, as it was when it was opened; undefined where there is none yet. */
  draft:
    | {
        id: string
        revision: number
        standing: StandingShown
        /** What its fields held when it was opened; undefined where nobody knows. */
        base: TypedFact | undefined
      }
    | undefined
}

const titles = { enter: 'newFact.new', correct: 'newFact.correct', withdraw: 'newFact.withdraw' } as const

const doingOf = async (site: Site, typed: TypedFact): Promise<Doing> => {
  const id = typed.supersedes || typed.retracts
  if (!id) return { as: 'enter', target: undefined }
  const target = await site.data.enter.findFact({ id, actor: typed.actor ?? '', kind: typed.kind ?? '' })
  if (target === undefined) throw problem('not-found', site.text('newFact.lost'))
  // What came with its source is put right where it came from.
  const isOwn = target.entered || (site.person.as === 'person' && target.id.startsWith(formIdPrefix))
  if (site.world === 'register' && !isOwn) throw problem('usage', site.text('newFact.notYours'))
  return { as: typed.supersedes ? 'correct' : 'withdraw', target }
}

/** The draft that a form says it changes. Throws `not-found`. */
const draftOf = async (site: Site, given: Readonly<Record<string, string>>): Promise<Asked['draft']> => {
  if (!given.draft) return undefined
  const { shown } = await getFactDraft(site, given.draft)
  return {
    id: shown.draftId,
    revision: revisionFrom(given),
    standing: shown.standing,
    base: baseFrom(given),
  }
}

/** What is asked, where the kind and the actor are held. */
const askedOf = async (site: Site, given: TypedFact): Promise<Asked | undefined> => {
  const kinds = await site.data.enter.listFactKinds()
  const name = given.kind ?? ''
  const kind = Object.hasOwn(kinds, name) ? kinds[name] : undefined
  const actor = given.actor ? await nameStates(site, await site.data.findActor(given.actor)) : undefined
  if (kind === undefined || actor === undefined) return undefined
  // A draft is asked about by itself: it may be of several.
  if (!given.draft) await permitActor(site, 'fact', actor.id)
  const typed = gatherTyped(kind, given)
  const isOurs = typed.id?.startsWith(formIdPrefix) === true && /^[\w-]{1,60}$/.test(typed.id)
  return {
    typed: { ...typed, id: isOurs ? typed.id! : `${formIdPrefix}${randomUUID()}` },
    kind: { ...kind, name },
    actorName: actor.name,
    choices: await site.data.enter.listFactChoices({ kind: name, actor: actor.id }),
    doing: await doingOf(site, typed),
    draft: await draftOf(site, given),
  }
}

const heading = (site: Site, asked: Asked, title: string): Html =>
  html`<header class="head"><p class="kicker">${site.text.rich('newFact.kicker', { kind: site.voice.names.kind(asked.kind.name), name: inLanguage(asked.actorName, null) })}</p><h1>${title}</h1>${enteredNotice(site)}${targetNotice(site, asked.doing)}</header>`

const targetNotice = (site: Site, { as, target }: Doing): Html =>
  target === undefined
    ? nothing
    : html`<p>${site.text(as === 'correct' ? 'newFact.replaces' : 'newFact.withdraws')}: <a href="${addressOf(site, `/enter/facts/${target.id}`)}">${evidenceSays(site.voice, target)}</a></p>`

/** What names a fact that is to be withdrawn, so that nobody takes it back unawares. */
const namedNotice = async (site: Site, { doing: { as, target }, kind }: Asked): Promise<Html> => {
  if (as !== 'withdraw' || target === undefined || kind.topic !== 'implementation') return nothing
  const work = await site.data.showWork(target.id)
  const named = work?.actor === target.actor ? work.namedBy : []
  return named.length === 0
    ? nothing
    : html`<div class="notice"><p>${site.text('newFact.withdraws.named', { count: named.length })}</p>${linkedList(site, named)}</div>`
}

/** The draft that is changed, carried along with the form. */
const draftHidden = ({ draft }: Asked): Html =>
  draft === undefined
    ? nothing
    : html`<input type="hidden" name="draft" value="${draft.id}"><input type="hidden" name="revision" value="${String(draft.revision)}">${draft.base === undefined ? nothing : baseHtml(draft.base)}`

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

const formPage = (
  site: Site,
  asked: Asked,
  issues: readonly FieldIssue[],
  meanwhile: { differences: readonly Difference[]; by: string | null } = { differences: [], by: null },
  notice: Html = nothing,
  questions: readonly FieldIssue[] = [],
) => {
  const { text } = site
  const tiers = tiersSeen(site.person, site.world, asked.typed.actor ?? '')
  const fields = groupsOfFact(site, asked.kind, asked.doing.as, tiers, asked.choices)
  const groups = withQuestions(site, fields, questions)
  const wrong = wrongOf(site, asked, groups, issues)
  const filled = { typed: asked.typed, wrong: byField(wrong) }
  const title = text(titles[asked.doing.as])
  const isOpen = (fields: readonly Field[]) =>
    fields.some((field) => Boolean(asked.typed[field.name]) || filled.wrong.has(field.name))
  return frame(
    site,
    `${title}: ${site.voice.names.kind(asked.kind.name)}, ${asked.actorName}`,
    title,
    // A form that was not taken says so first, whatever kept it from being taken.
    meanwhile.differences.length > 0 || notice !== nothing ? [...wrong, true] : wrong,
    html`${notice}${meanwhile.differences.length === 0 ? nothing : meanwhileNotice(meanwhile.by === null ? text('factDraft.meanwhile') : text('factDraft.meanwhileBy', { name: meanwhile.by }), html`<p>${text('factDraft.meanwhile.what')}</p>${differenceTable(site, meanwhile.differences, { says: () => undefined })}`)}${heading(site, asked, title)}${asked.draft === undefined ? nothing : returnedNotice(site, asked.draft.standing)}
<form class="entry" method="post" action="${addressOf(site, path)}" novalidate><button type="submit" name="step" value="check" class="vh" tabindex="-1" aria-hidden="true">${text('newFact.preview')}</button>${hidden(asked.typed, fixed)}${draftHidden(asked)}
${groups.map(
  (group) =>
    html`<fieldset class="group"><legend>${group.title}</legend>${group.fields.map((field) => fieldHtml(site, field, filled))}${
      group.more === undefined
        ? nothing
        : html`<details class="evidence-fields"${isOpen(group.more.fields) ? html` open` : nothing}><summary>${group.more.title}</summary><div>${group.more.fields.map((field) => fieldHtml(site, field, filled))}</div></details>`
    }</fieldset>`,
)}
<p class="buttons"><button type="submit" name="step" value="check">${text('newFact.preview')}</button>${isDrafted(site) ? html` <button type="submit" name="step" value="keep" class="second">${text('factDraft.save')}</button>` : nothing}</p></form>`,
  )
}

type PreviewOf = {
  says: string
  questions: readonly FieldIssue[]
  owners: OwnerShown[]
  notHeld: string[]
}

const previewPage = async (
  site: Site,
  asked: Asked,
  { says, questions, ...about }: PreviewOf,
  wrong: readonly Wrong[] = [],
) => {
  const { text } = site
  const title = text('newFact.previewTitle')
  const groups = groupsOfFact(site, asked.kind, asked.doing.as)
  return frame(
    site,
    `${title} ${site.voice.names.kind(asked.kind.name)}, ${asked.actorName}`,
    title,
    wrong,
    html`${heading(site, asked, title)}
<p>${text('newFact.previewLead')}</p>${await namedNotice(site, asked)}
${asked.doing.as === 'withdraw' ? nothing : html`<p class="preview"><b>${site.voice.names.kind(asked.kind.name)}</b>: ${says}${isMarked(site) ? html` <span class="entered">${text('enter.marked')}</span>` : nothing}</p>`}
${await typedList(site, asked, about, { hasOwners: isDrafted(site) })}
<form class="entry" method="post" action="${addressOf(site, path)}">${hidden(asked.typed, Object.keys(asked.typed))}${draftHidden(asked)}${questionsHtml(site, groups, questions, wrong.length > 0)}
<p class="buttons">${isDrafted(site) ? html`<button type="submit" name="step" value="ask">${text('factDraft.saveAndAsk')}</button> <button type="submit" name="step" value="keep" class="second">${text('factDraft.save')}</button>` : html`<button type="submit" name="step" value="save">${text('newFact.save')}</button>`} <button type="submit" name="step" value="edit" class="second">${text('newFact.changeIt')}</button></p></form>`,
  )
}

/** Whether what is typed is kept as a draft: for people; at the desk a fact is recorded at once. */
const isDrafted = (site: Site): boolean => site.person.as === 'person'

/** The form again with what is wrong. */
const refuse = (
  c: Context,
  site: Site,
  asked: Asked,
  issues: readonly FieldIssue[],
): Response | Promise<Response> => {
  const groups = groupsOfFact(site, asked.kind, asked.doing.as)
  return answerWrong(c, site, wrongOf(site, asked, groups, issues), () => formPage(site, asked, issues))
}

/** What keeps a fact from going on: what is wrong with it, or what is asked of it and not answered. */
const heldBack = async (
  c: Context,
  site: Site,
  asked: Asked,
  isAnswered: boolean,
): Promise<Response | undefined> => {
  const { issues, questions, body, ...about } = await site.data.enter.checkFact(asked.typed)
  if (issues.length > 0) return refuse(c, site, asked, issues)
  if (questions.length === 0 || isAnswered) return undefined
  const groups = groupsOfFact(site, asked.kind, asked.doing.as)
  const told = asksForData(c)
    ? [...wrongOf(site, asked, groups, questions), ...unconfirmed(site, questions)]
    : unconfirmed(site, questions)
  const says = evidenceSays(site.voice, { kind: asked.kind.name, body })
  return answerWrong(c, site, told, () => previewPage(site, asked, { says, questions, ...about }, told))
}

/** Keeps what was typed, right or wrong, as a draft or as the next revision of one, and asks for its approval. */
const keep = async (
  c: Context,
  site: Site,
  asked: Asked,
  { isAsked, isAnswered }: { isAsked: boolean; isAnswered: boolean },
): Promise<Response> => {
  const { typed, draft } = asked
  const { enter } = site.data
  if (isAsked) {
    const back = await heldBack(c, site, asked, isAnswered)
    if (back !== undefined) return back
  }
  if (draft === undefined) {
    const id = await enter.beginFactDraft(typed)
    if (isAsked) await enter.decideFactDraft(id, { decision: 'ask', note: null, revision: 1 })
    const after = isAsked ? 'ask' : 'keep'
    return seeOther(c, addressOf(site, factDraftPath(id)), {
      status: 201,
      more: { draft: id },
      said: { after },
    })
  }
  const saved = await enter.saveFactDraft(draft.id, { typed, revision: draft.revision })
  if (saved.outcome === 'changed meanwhile') return answerMeanwhile(c, site, asked, saved.shown)
  if (saved.outcome === 'done' && isAsked && saved.shown.standing.asked === null)
    await enter.decideFactDraft(draft.id, {
      decision: 'ask',
      note: null,
      revision: saved.shown.revision,
    })
  return answerActed(c, site, saved, isAsked ? 'ask' : 'keep')
}

/** Somebody has saved the draft since it was opened: both texts, and the form once more with what was typed. */
const answerMeanwhile = (c: Context, site: Site, asked: Asked, kept: FactDraftShown): Promise<Response> => {
  const groups = groupsOfFact(site, asked.kind, asked.doing.as)
  const fields = [...new Set([...Object.keys(asked.typed), ...Object.keys(kept.typed)])]
  const differences = differencesOf({
    typed: Object.fromEntries(fields.map((field) => [field, asked.typed[field] ?? ''])),
    now: (field) => kept.typed[field] ?? '',
    base: asked.draft?.base,
    label: (field) => labelIn(groups, field) ?? field,
  })
  const draft = { id: kept.draftId, revision: kept.revision, standing: kept.standing, base: kept.typed }
  const typed = typedAgain(asked.typed, differences)
  return answerRefused(
    c,
    site,
    {
      type: 'changed-meanwhile',
      words: site.text('approval.changed'),
      more: { revision: kept.revision, differences: differencesAsData(differences) },
    },
    () => formPage(site, { ...asked, typed, draft }, [], { differences, by: kept.changedBy }),
  )
}

/** Somebody has corrected or withdrawn the fact meanwhile. */
const answerBoth = (c: Context, site: Site, asked: Asked, theirs: EnteredFact): Promise<Response> => {
  const groups = groupsOfFact(site, asked.kind, asked.doing.as)
  return answerReplaced(
    c,
    site,
    { typed: asked.typed, theirs },
    (field) => labelIn(groups, field),
    async (typed, notice) => {
      // Of what is withdrawn already nothing is left to withdraw.
      if (asked.doing.as === 'withdraw' && theirs.retracts !== null)
        return frame(site, site.text('replaced.title'), site.text('newFact.withdraw'), [true], notice)
      const doing = await doingOf(site, typed)
      return formPage(site, { ...asked, typed, doing }, [], undefined, notice)
    },
  )
}

const take = async (c: Context, site: Site): Promise<Response> => {
  const posted = await readPosted(c, site)
  const asked = await askedOf(site, posted)
  if (asked === undefined) return choose(c, site, { kind: '', actor: '', ...posted })
  // A program says at once what it wants; a page shows first how it will stand.
  const step = posted.step ?? (asksForData(c) ? 'save' : 'check')
  const isAnswered = isConfirmed(posted)
  if (step === 'edit') {
    const { issues, questions } = await site.data.enter.checkFact(asked.typed)
    return c.html(await formPage(site, asked, [], undefined, nothing, issues.length > 0 ? [] : questions))
  }
  const theirs = await findReplacement(site, asked.typed, asked.doing.target)
  if (theirs !== undefined) return answerBoth(c, site, asked, theirs)
  if (isDrafted(site) && ['keep', 'ask', 'save'].includes(step))
    return keep(c, site, asked, { isAsked: step === 'ask', isAnswered })
  if (step === 'save') {
    const back = await heldBack(c, site, asked, isAnswered)
    if (back !== undefined) return back
    const issues = await site.data.enter.recordFact(asked.typed)
    const fact = asked.typed.id
    return issues.length === 0
      ? seeOther(c, addressOf(site, `/enter/facts/${fact}`), { status: 201, more: { fact } })
      : refuse(c, site, asked, issues)
  }
  const { issues, questions, body, ...about } = await site.data.enter.checkFact(asked.typed)
  if (issues.length > 0) return refuse(c, site, asked, issues)
  const says = evidenceSays(site.voice, { kind: asked.kind.name, body })
  const groups = groupsOfFact(site, asked.kind, asked.doing.as)
  const told = wrongOf(site, asked, groups, questions).map(({ field, words }) => ({ field, words }))
  return asksForData(c)
    ? c.json(told.length === 0 ? { says } : { says, questions: told })
    : c.html(await previewPage(site, asked, { says, questions, ...about }))
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
  app.get('/enter/facts/drafts/:id/edit', async (c) => {
    const site = siteFor(c, ofWorld)
    const { shown } = await getFactDraft(site, c.req.param('id'))
    if (!shown.standing.may.edit) return seeOther(c, addressOf(site, factDraftPath(shown.draftId)))
    const given = { ...shown.typed, draft: shown.draftId, revision: String(shown.revision) }
    const asked = await askedOf(site, { ...given, [baseName]: JSON.stringify(shown.typed) })
    if (asked === undefined) throw problem('not-found', site.text('factDraft.lost'))
    // What was kept wrong is said to be so.
    return c.html(await formPage(site, asked, shown.issues))
  })
  const write = {
    path,
    summary: 'Enters a fact, corrects one or withdraws one',
    scope: 'enter',
    fields: factFieldsSent,
    creates: true,
    gives: factGives,
    refusals: ['not-found', 'changed-meanwhile'],
  } as const
  serveWrite(app, write, (c) => take(c, siteFor(c, ofWorld)))
}
