// One question of a report's form: its words as the questionnaire has them, what earlier reports said, the answer, and
// what it rests on.
import { isSameTyped } from '../../../reports/draft.ts'
import { isAskedOf } from '../../../reports/own-report.ts'
import type { Question } from '../../../rules/questionnaire-schema.ts'
import type { DraftShown } from '../../data/enter.ts'
import { type Field, type Filled, fieldHtml, fieldId, radiosUnder } from '../../forms/field.ts'
import { besideField, type Difference, type SaysField } from '../../forms/meanwhile.ts'
import { type Html, html, inLanguage, nothing } from '../../html.ts'
import type { Site } from '../../site.ts'
import type { TextKey } from '../../text.ts'
import { answerWithEvidence, stateWords } from './answer-words.ts'

/** What a section's form shows: what was typed, what is wrong with it, what someone else has saved meanwhile. */
export type SectionFilled = Filled & {
  /** By field, where it differs from what was typed. */
  meanwhile: ReadonlyMap<string, Difference>
  /** Whether it can be saved again, so that there is something to choose. */
  isOpen: boolean
}

const stated = ['yes', 'partly', 'no', 'not applicable'] as const

const detailFields = [
  ['text', 'entry.text'],
  ['page', 'entry.page'],
  ['quotation', 'entry.quotation'],
  ['language', 'entry.language'],
  ['codedBy', 'entry.codedBy'],
  ['confirmedBy', 'entry.confirmedBy'],
] as const satisfies readonly (readonly [string, TextKey])[]

const choiceWords: Readonly<Record<string, TextKey>> = {
  'document.form=guide-to-reporting': 'document.form.guide-to-reporting',
  'document.form=forms': 'document.form.forms',
  'document.form=cover-page': 'document.form.cover-page',
  'document.voluntary=yes': 'document.voluntary.yes',
  'document.voluntary=no': 'document.voluntary.no',
}

/** A text of a field as it is read: what was chosen in words. */
export const saysTyped =
  (site: Site): SaysField =>
  (field, text) => {
    const key = field.endsWith('.state') ? stateWords[text] : choiceWords[`${field}=${text}`]
    return key === undefined ? undefined : site.text(key)
  }

const isChoice = (name: string): boolean =>
  name.endsWith('.state') || name === 'document.form' || name === 'document.voluntary'

/** What another one saved in a field since the form was opened. */
export const meanwhileIn = (site: Site, filled: SectionFilled, name: string): Html[] => {
  const difference = filled.meanwhile.get(name)
  if (difference === undefined) return []
  const options = { says: saysTyped(site), isChoice: isChoice(name) || !filled.isOpen }
  return [besideField(site, difference, options)]
}

const partLabels: Readonly<Record<string, TextKey>> = {
  state: 'check.answer',
  number: 'entry.number',
  unit: 'workbook.column.unit',
  ...Object.fromEntries(detailFields),
}

/** What a part of an answer is called: `answers.<question>.page` is "Page". */
export const partLabel = (site: Site, field: string): string | undefined => {
  const key = partLabels[field.split('.')[2] ?? '']
  return key === undefined ? undefined : site.text(key)
}

const earlier = (site: Site, shown: DraftShown, question: Question): Html => {
  const { text } = site
  const { startedFrom, yearBefore, draft } = shown
  const from = startedFrom?.answers[question.id]
  const now = draft.content.answers[question.id]
  const before = yearBefore?.answers[question.id]
  const said = (typed: Record<string, string>) => answerWithEvidence(site, typed, question.unit)
  const version = String(startedFrom?.version)
  return html`${
    from === undefined
      ? nothing
      : isSameTyped(from, now)
        ? html`<p><span class="taken">${text('entry.fromVersion', { version })}</span></p>`
        : html`<p class="beside-said">${text('entry.changedFrom', { version, said: said(from) })}</p>`
  }${
    before === undefined || yearBefore === null
      ? nothing
      : html`<p class="beside-said">${text('entry.beside', { year: yearBefore.coversYear, version: String(yearBefore.version), said: said(before) })}</p>`
  }`
}

const about = (site: Site, shown: DraftShown, question: Question, isPart: boolean): Html => {
  const { text } = site
  const article = shown.questionnaire.article
  const parts = [
    article === undefined || isPart ? '' : text('entry.article', { article }),
    question.form === undefined ? '' : text('entry.form', { form: question.form }),
    question.feeds === undefined ? '' : text('entry.feeds', { indicators: question.feeds.join(', ') }),
  ].filter((part) => part !== '')
  return html`${question.help === undefined ? nothing : html`<p class="hint">${inLanguage(question.help, 'en')}</p>`}${parts.length === 0 ? nothing : html`<p class="quiet">${parts.join(' · ')}</p>`}`
}

const details = (
  site: Site,
  { draft, isOwn }: DraftShown,
  question: Question,
  filled: SectionFilled,
): Html => {
  const { text } = site
  const nameOf = (field: string) => `answers.${question.id}.${field}`
  const asked = detailFields.filter(([field]) => isAskedOf(draft, nameOf(field)))
  const names = asked.map(([field]) => nameOf(field))
  const isOpen = names.some((name) => filled.wrong.has(name) || filled.meanwhile.has(name))
  const count = names.filter((name) => (filled.typed[name] ?? '').trim() !== '').length
  const field = ([key, label]: (typeof detailFields)[number]): Field => {
    const common = { name: nameOf(key), label: text(label), beside: meanwhileIn(site, filled, nameOf(key)) }
    if (key === 'text' || key === 'quotation') return { ...common, as: 'lines', rows: 3 }
    if (key === 'language') return { ...common, as: 'text', width: 'year', hint: text('entry.language.hint') }
    return { ...common, as: 'text', width: 'short' }
  }
  return html`<details class="evidence-fields"${isOpen ? html` open` : nothing}><summary>${text(isOwn ? 'entry.text' : 'entry.evidence')}${count === 0 ? nothing : html` <span class="quiet">(${text('entry.evidence.filled', { count })})</span>`}</summary><div>${asked.map((one) => fieldHtml(site, field(one), filled))}</div></details>`
}

/** A question that is answered itself. */
const answered = (
  site: Site,
  shown: DraftShown,
  question: Question,
  filled: SectionFilled,
  isPart: boolean,
): Html => {
  const { text } = site
  const state = `answers.${question.id}.state`
  const number = `answers.${question.id}.number`
  const unit = `answers.${question.id}.unit`
  const isNumber = question.type === 'number'
  const legend = `${fieldId(`answers.${question.id}`)}-question`
  const radios: Field & { as: 'choice' } = {
    as: 'choice',
    name: state,
    label: '',
    beside: meanwhileIn(site, filled, state),
    options: [
      ...stated.map((value) => ({
        value,
        label: text(isNumber && value === 'yes' ? 'entry.yesNumber' : stateWords[value]!),
      })),
      { value: '', label: text('entry.open') },
    ],
  }
  // A number that was typed although none is asked for is shown, so that it can be taken out.
  const hasNumber = isNumber || (filled.typed[number] ?? '') !== '' || filled.wrong.has(number)
  // So is a unit that is not the question's own.
  const typedUnit = (filled.typed[unit] ?? '').trim()
  const hasUnit = question.unit === undefined || (typedUnit !== '' && typedUnit !== question.unit)
  return html`<fieldset class="asked-question"><legend id="${legend}" class="verbatim">${inLanguage(question.text, 'en')}</legend>
${about(site, shown, question, isPart)}${earlier(site, shown, question)}
${radiosUnder(site, radios, filled, legend)}${
  hasNumber
    ? fieldHtml(
        site,
        {
          as: 'text',
          name: number,
          label: text('entry.number'),
          hint: text('entry.number.hint'),
          width: 'short',
          inputMode: 'decimal',
          beside: meanwhileIn(site, filled, number),
          ...(question.unit === undefined ? {} : { unit: site.voice.names.ours(question.unit) }),
        },
        filled,
      )
    : nothing
}${
  hasNumber && hasUnit
    ? fieldHtml(
        site,
        {
          as: 'text',
          name: unit,
          label: text('workbook.column.unit'),
          width: 'short',
          beside: meanwhileIn(site, filled, unit),
        },
        filled,
      )
    : nothing
}${details(site, shown, question, filled)}</fieldset>`
}

/** A question with its parts, each answered by itself; or one that has none. */
export const questionHtml = (
  site: Site,
  shown: DraftShown,
  question: Question,
  filled: SectionFilled,
  isPart = false,
): Html =>
  question.parts === undefined
    ? answered(site, shown, question, filled, isPart)
    : html`<section class="heading-question" aria-labelledby="${question.id}"><h2 class="verbatim" id="${question.id}">${inLanguage(question.text, 'en')}</h2>
${about(site, shown, question, isPart)}<p class="quiet">${site.text(question.type === 'choice-list' ? 'entry.applying' : 'entry.parts')}</p>
${question.parts.map((part) => questionHtml(site, shown, part, filled, true))}</section>`
