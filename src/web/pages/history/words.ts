// A history in the words of the forms: what the thing is called, its fields by the names their forms give them, values as
// pages show them, approvals and publications as sentences.
import type { KindSpec } from '../../../facts/kind.ts'
import type { Questionnaire } from '../../../rules/questionnaire-schema.ts'
import type { HistoryEntry, HistoryShown, OwnerCalled } from '../../data/history.ts'
import { type Html, html, inLanguage, nothing } from '../../html.ts'
import { addressOf, type Site } from '../../site.ts'
import type { TextKey } from '../../text.ts'
import { groupsOfFact, labelIn } from '../enter/fact-fields.ts'
import { partLabel, saysTyped } from '../enter/question.ts'
import { labelOf } from '../enter/wrong-answers.ts'
import { doerWords, historyPath, kindWords } from './parts.ts'

/** A history with what names its fields: the kind of the fact, the questionnaire of the report. */
export type Told = {
  shown: HistoryShown
  kind: KindSpec | undefined
  questionnaire: Questionnaire | undefined
}

export const toldOf = async (site: Site, shown: HistoryShown): Promise<Told> => {
  const { factKind, obligation } = shown.about
  const { enter } = site.data
  return {
    shown,
    kind: factKind === null ? undefined : (await enter.listFactKinds())[factKind],
    questionnaire:
      obligation === null
        ? undefined
        : (await enter.listQuestionnaires()).find(({ id }) => id === obligation),
  }
}

const nameOf = ({ called }: HistoryShown, id: string): string =>
  called.find(({ actor }) => actor === id)?.name ?? id

/** What the thing is, in names: "Draft of a report: Article 7, 2027, Quorrela". Texts of sources keep their language. */
export const titleParts = (site: Site, { shown, questionnaire }: Told): (Html | string)[] => {
  const { factKind, coversYear } = shown.about
  const what =
    factKind !== null
      ? site.voice.names.kind(factKind)
      : questionnaire !== undefined
        ? inLanguage(questionnaire.title, 'en')
        : shown.title === null
          ? ''
          : inLanguage(shown.title, null)
  return [
    ...(what === '' ? [] : [what]),
    ...(coversYear === null ? [] : [String(coversYear)]),
    ...(shown.whose === null ? [] : [inLanguage(nameOf(shown, shown.whose), null)]),
  ]
}

/** The same where only text can stand. */
export const titleText = (site: Site, { shown, questionnaire }: Told): string => {
  const { factKind, coversYear } = shown.about
  const what = factKind === null ? (questionnaire?.title ?? shown.title) : site.voice.names.kind(factKind)
  const year = coversYear === null ? null : String(coversYear)
  const whose = shown.whose === null ? null : nameOf(shown, shown.whose)
  const parts = [what, year, whose].filter((part) => part !== null && part !== '')
  return `${kindWords(site, shown.kind)}${parts.length === 0 ? '' : `: ${parts.join(', ')}`}`
}

// Columns of a fact under the names of its form.
const fieldsOfForm: Readonly<Record<string, string>> = {
  held_from: 'from',
  held_until: 'until',
  held_edtf: 'date',
  subject_id: 'subject',
  'body.note': 'note',
}

const ownWords: Readonly<Record<string, TextKey>> = {
  actor: 'history.field.actor',
  kind: 'history.field.kind',
  obligation: 'history.field.obligation',
  coversYear: 'history.field.coversYear',
  owner: 'history.field.owner',
  owners: 'history.field.owners',
  tier: 'history.field.tier',
  submitted: 'history.field.became',
  published: 'history.field.became',
  person: 'history.field.person',
  role: 'history.field.role',
  world: 'history.field.world',
  of: 'history.field.of',
  department: 'history.field.department',
  scopes: 'history.field.scopes',
  expiresOn: 'history.field.expiresOn',
  withdrawn: 'history.field.withdrawn',
  plan: 'history.field.plan',
  year: 'history.field.year',
  asOf: 'history.field.asOf',
  knownOn: 'history.field.knownOn',
  after: 'history.field.after',
  why: 'history.field.why',
  language: 'history.field.language',
}

/** A field as it stands in the trail, without where drafts keep what was typed. */
const plainField = (field: string): string => field.replace(/^content\./, '').replace(/^typed\./, '')

/** What a field is called, as the form calls it that it was typed in. */
export const fieldWords = (
  site: Site,
  { shown, kind, questionnaire }: Told,
  field: string,
): Html | string => {
  const name = plainField(field)
  if (shown.kind === 'report-draft' && questionnaire !== undefined && /^(document|answers)\./.test(name)) {
    const part = name.startsWith('answers.') ? partLabel(site, name) : undefined
    return html`${labelOf(site, { questionnaire }, name)}${part === undefined ? nothing : html` · ${part}`}`
  }
  const label =
    kind === undefined ? undefined : labelIn(groupsOfFact(site, kind, 'enter'), fieldsOfForm[name] ?? name)
  if (label !== undefined) return label
  const [first = '', ...rest] = name.split('.')
  const own = ownWords[rest.length === 0 ? name : first === 'names' ? 'names' : '']
  if (own !== undefined) return site.text(own)
  if (first === 'names') return site.text('history.field.name', { language: rest.join('.') })
  // A phrase of another language may stand between signs that mark it: the first letter, not the first sign.
  return site.voice.names.field(rest.at(-1) ?? first).replace(/\p{L}/u, (letter) => letter.toUpperCase())
}

const isKey = /^(fact|fact-draft|report|report-draft|release|page):\S+$/

/** A value as pages show it: yes and no, days, names in the place of ids. */
export const valueWords = (
  site: Site,
  { shown, questionnaire }: Told,
  field: string,
  value: string,
): Html | string => {
  const name = plainField(field)
  const last = name.split('.').at(-1) ?? name
  const typed = saysTyped(site)(name, value)
  if (typed !== undefined) return typed
  if (value === 'true' || value === 'false') return site.text(value === 'true' ? 'newFact.yes' : 'newFact.no')
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return site.format.date(value)
  if (isKey.test(value))
    return html`<a href="${addressOf(site, historyPath(value))}">${kindWords(site, value.split(':')[0] ?? '')}</a>`
  if (name === 'kind') return site.voice.names.kind(value)
  if (name === 'obligation' && questionnaire !== undefined) return inLanguage(questionnaire.title, 'en')
  const ids = value.split(/[;,]\s*/)
  if (ids.some((id) => shown.called.some(({ actor }) => actor === id)))
    return inLanguage(ids.map((id) => nameOf(shown, id)).join('; '), null)
  if (last === 'quotation') return html`<q class="quote">${inLanguage(value, null)}</q>`
  const entry = site.voice.names.entry(last, value)
  return entry === value ? inLanguage(value, null) : entry
}

/** What is for machines alone: digests, counters, ids. It stays in the data, and out of the table people read. */
export const isTechnical = ({ field, before, after }: HistoryEntry['differences'][number]): boolean =>
  /(sha256|^revision|recorded_?at|_id|_by|^id|^entered|publishedFrom|^sections\..*)$/i.test(
    plainField(field),
  ) || [before, after].some((value) => value !== null && /^[0-9a-f]{64}$/.test(value))

const ownerHtml = (site: Site, { name, isKeeper }: OwnerCalled): Html =>
  isKeeper
    ? html`${site.text.rich('approval.keeper', { treaty: inLanguage(name, 'en') })}`
    : inLanguage(name, null)

const ownersHtml = (site: Site, owners: readonly OwnerCalled[]): Html =>
  html`${owners.map((owner, i) => html`${i === 0 ? nothing : ', '}${ownerHtml(site, owner)}`)}`

const decisions: Readonly<Record<string, TextKey>> = {
  'approval-asked': 'history.said.approval-asked',
  approved: 'history.said.approved',
  'approval-withdrawn': 'history.said.approval-withdrawn',
  returned: 'history.said.returned',
}
const rights: Readonly<Record<string, TextKey>> = {
  owner: 'history.published.owner',
  keeper: 'history.published.keeper',
  desk: 'history.published.desk',
  command: 'history.published.command',
}

/** What was decided or published, as a sentence; nothing where the event did neither. */
export const sentenceOf = (site: Site, entry: HistoryEntry): Html => {
  const { text } = site
  const decision = decisions[entry.action]
  if (decision !== undefined && entry.decided.length > 0) {
    const owners = ownersHtml(site, entry.decided)
    const note = entry.decided.find((one) => one.note !== null)?.note
    const said = text.rich(decision, { owners, who: doerWords(site, entry.who) })
    return html`<p>${said}</p>${note ? html`<blockquote class="quote">${inLanguage(note, null)}</blockquote>` : nothing}`
  }
  const { published } = entry
  const right = rights[published?.publishedAs ?? '']
  if (right === undefined || published === null) return nothing
  return html`<p>${text.rich(right, { owners: ownersHtml(site, published.owners) })}</p>`
}
