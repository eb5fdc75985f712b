// The pages of one fact's form: what is typed, and the fact as it will stand.
import { tiersSeen } from '../../../accounts/sight-of.ts'
import type { FieldIssue } from '../../../facts/kind.ts'
import type { TypedFact } from '../../../facts/typed-fact.ts'
import { evidenceSays } from '../../../indicators/names.ts'
import type { OwnerShown } from '../../data/approval.ts'
import { byField, type Wrong } from '../../forms/errors.ts'
import { type Field, fieldHtml } from '../../forms/field.ts'
import { issueWords } from '../../forms/issue-words.ts'
import { baseHtml, type Difference, differenceTable, meanwhileNotice } from '../../forms/meanwhile.ts'
import { type Html, html, inLanguage, nothing } from '../../html.ts'
import { addressOf, type Site } from '../../site.ts'
import { linkedList } from '../implementation/orphans-section.ts'
import { returnedNotice } from './approval.ts'
import { type Asked, type Doing, isDrafted } from './fact-asked.ts'
import { frame, factNewPath as path } from './fact-choose.ts'
import { type FieldGroup, groupsOfFact, labelIn } from './fact-fields.ts'
import { questionsHtml, withQuestions } from './fact-questions.ts'
import { renewalAsked, renewalHidden, renewalSeen } from './fact-renewed.ts'
import { typedList } from './fact-typed.ts'
import { enteredNotice, isMarked } from './start.ts'

const titles = { enter: 'newFact.new', correct: 'newFact.correct', withdraw: 'newFact.withdraw' } as const

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

/** What is wrong, in words, beside the fields it is about. */
export const wrongOf = (
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

/**
 * The form. `meanwhile`: what another has saved since; `notice`: what is said above all; `questions`: what is asked of what
 * was typed.
 */
export const formPage = (
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
    html`${notice}${meanwhile.differences.length === 0 ? nothing : meanwhileNotice(meanwhile.by === null ? text('factDraft.meanwhile') : text('factDraft.meanwhileBy', { name: meanwhile.by }), html`<p>${text('factDraft.meanwhile.what')}</p>${differenceTable(site, meanwhile.differences, { says: () => undefined })}`)}${heading(site, asked, title)}${asked.draft === undefined ? nothing : returnedNotice(site, asked.draft.standing)}${renewalAsked(site, asked)}
<form class="entry" method="post" action="${addressOf(site, path)}" novalidate><button type="submit" name="step" value="check" class="vh" tabindex="-1" aria-hidden="true">${text('newFact.preview')}</button>${hidden(asked.typed, fixed)}${draftHidden(asked)}${renewalHidden(asked)}
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
  body: Readonly<Record<string, unknown>>
  questions: readonly FieldIssue[]
  owners: OwnerShown[]
  notHeld: string[]
}

/** The fact as it will stand, with what is asked of it. */
export const previewPage = async (
  site: Site,
  asked: Asked,
  { says, body, questions, ...about }: PreviewOf,
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
<p>${text('newFact.previewLead')}</p>${renewalSeen(site, asked, body)}${await namedNotice(site, asked)}
${asked.doing.as === 'withdraw' ? nothing : html`<p class="preview"><b>${site.voice.names.kind(asked.kind.name)}</b>: ${says}${isMarked(site) ? html` <span class="entered">${text('enter.marked')}</span>` : nothing}</p>`}
${await typedList(site, asked, about, { hasOwners: isDrafted(site) })}
<form class="entry" method="post" action="${addressOf(site, path)}">${hidden(asked.typed, Object.keys(asked.typed))}${draftHidden(asked)}${renewalHidden(asked)}${questionsHtml(site, groups, questions, wrong.length > 0)}
<p class="buttons">${isDrafted(site) ? html`<button type="submit" name="step" value="ask">${text('factDraft.saveAndAsk')}</button> <button type="submit" name="step" value="keep" class="second">${text('factDraft.save')}</button>` : html`<button type="submit" name="step" value="save">${text('newFact.save')}</button>`} <button type="submit" name="step" value="edit" class="second">${text('newFact.changeIt')}</button></p></form>`,
  )
}
