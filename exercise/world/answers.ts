// The answers of a fictional report: who says what on which question. A State keeps its attitude to a question over
// the years and gets a little better each year, as real reports do; parts of one thing move together.
import type { AnswerableQuestion } from '../../src/rules/questionnaire-schema.ts'
import {
  article4,
  article4Overdue,
  article5,
  complianceConcerns,
  donors,
  holdsOn,
  isPartyOn,
  retained,
  victims,
} from './obligations.ts'
import { draw, drawBetween } from './random.ts'
import { firstCycle, type ReportDue } from './report-calendar.ts'
import { stateOf } from './states.ts'
import { quotationOf, type Said } from './words.ts'

export type Answer = {
  question: string
  state: Said | 'not reported'
  silence?: 'silent'
  number?: number
  unit?: string
  text?: string
  evidence?: { page: string; quotation?: string; language?: string }
  codedBy: string
  confirmedBy?: string
}

type Concern = 'affected' | 'article-5' | 'victims' | 'article-4' | 'overdue' | 'article-3' | 'donor' | 'all'

// By action of the plan: whom its indicators ask. Where it is not all States, others mostly stay silent.
const byAction: readonly [first: number, last: number, concern: Concern][] = [
  [1, 4, 'affected'],
  [5, 5, 'donor'],
  [6, 6, 'affected'],
  [8, 8, 'affected'],
  [12, 12, 'article-4'],
  [13, 13, 'overdue'],
  [15, 15, 'article-3'],
  [16, 26, 'article-5'],
  [27, 36, 'victims'],
  [38, 39, 'affected'],
  [40, 41, 'donor'],
]
const byIndicator: Record<string, Concern> = {
  '37.1': 'affected',
  '37.2': 'donor',
  '42.1': 'all',
  '45.1': 'all',
}

const concernOf = (question: AnswerableQuestion): Concern => {
  // Each of the three parts of 44.1 concerns the States with that obligation.
  if (question.id.endsWith('-article-3')) return 'article-3'
  if (question.id.endsWith('-article-4')) return 'article-4'
  if (question.id.endsWith('-article-5')) return question.id.startsWith('assists') ? 'donor' : 'article-5'
  const first = question.feeds[0]!
  const action = Number.parseInt(first, 10)
  return byIndicator[first] ?? byAction.find(([from, to]) => from <= action && action <= to)?.[2] ?? 'all'
}

const concerns = (concern: Concern, code: string, date: string): boolean => {
  switch (concern) {
    case 'affected':
      return holdsOn(article5, code, date) || holdsOn(victims, code, date)
    case 'article-5':
      return holdsOn(article5, code, date)
    case 'victims':
      return holdsOn(victims, code, date)
    case 'article-4':
      return holdsOn(article4, code, date)
    case 'overdue':
      return holdsOn(article4Overdue, code, date)
    case 'article-3':
      return retained.some((one) => one.mines > 0 && holdsOn([one], code, date))
    case 'donor':
      return holdsOn(donors, code, date)
    case 'all':
      return true
  }
}

// Better and worse reporters; all others lie between.
const bent: Record<string, number> = {
  XAU: 0.2,
  XEK: 0.15,
  XNG: 0.12,
  XTY: 0.15,
  XOK: 0.08,
  XZM: -0.12,
  XSB: -0.2,
  XLF: -0.1,
  XTV: -0.2,
}

/** What is reported once and then stands: said in a State's first report, rarely said again. */
const standing = new Set(['16.1', '27.1', '45.1'])

// States that take back what stood: a focal point that ends, a baseline no longer held to be accurate.
const decided: Record<string, 'yes' | 'no'> = {
  'XLF-2025-victim-assistance-focal-point': 'yes',
  'XLF-2027-victim-assistance-focal-point': 'no',
  'XNG-2025-contamination-baseline-accurate': 'yes',
  'XNG-2025-contamination-baseline-evidence-based': 'yes',
  'XNG-2027-contamination-baseline-accurate': 'no',
}
const inOwnWords: Record<string, string> = {
  'XLF-2027-victim-assistance-focal-point': 'Exercise: the focal point was dissolved and not replaced.',
  'XNG-2027-contamination-baseline-accurate':
    'Exercise: new information shows that the baseline is not accurate.',
}

const saidIn = (
  question: AnswerableQuestion,
  due: ReportDue,
  concerned: boolean,
): Answer['state'] | undefined => {
  const { code, cycle, version } = due
  const indicator = question.feeds[0]!
  const fixed = decided[`${code}-${cycle}-${question.id}`]
  if (fixed !== undefined) return fixed
  if (indicator === '43.2')
    return holdsOn(complianceConcerns, code, `${cycle}-04-30`)
      ? 'partly'
      : draw(`43/${code}/${cycle}`) < 0.1
        ? 'not applicable'
        : undefined
  if (indicator === '11.2') return moratoriumSaid(code, cycle)
  if (!concerned) return draw(`other/${code}/${cycle}/${question.id}`) < 0.06 ? 'not applicable' : undefined
  const stands = standing.has(indicator)
  if (stands && cycle > firstCycle(code) && draw(`again/${code}/${cycle}/${indicator}`) < 0.75)
    return undefined
  // The entries of a list stand for themselves; parts of one thing move together.
  const isListed = /^(convention-in|coordination-|barriers-|risk-education-in-(?!mine)|article-9)/.test(
    question.id,
  )
  const shared = draw(`attitude/${code}/${isListed ? question.id : indicator}`)
  const own = (draw(`part/${code}/${question.id}`) - 0.5) * 0.22
  const mood = (draw(`mood/${code}/${cycle}/${version}/${question.id}`) - 0.5) * 0.12
  // A list is answered by the few of its entries that apply.
  const better =
    (bent[code] ?? 0) + (stands ? 0.25 : isListed ? -0.3 : 0) + (cycle - 2025) * 0.06 + (version - 1) * 0.1
  const place = Math.min(0.999, Math.max(0, shared + own + mood)) - better
  if (place < 0.5) return 'yes'
  if (place < 0.64) return 'partly'
  if (place < 0.74) return 'no'
  if (place < 0.78) return 'not reported'
  if (place < 0.81) return 'not applicable'
  return undefined
}

const moratoriumSaid = (code: string, cycle: number): Answer['state'] | undefined => {
  if (code === 'XPD') return 'yes'
  if (code === 'XTJ') return cycle === 2025 ? 'no' : 'yes'
  if (code === 'XYL') return 'partly'
  return undefined
}

/** Persons, as a rule; zero comes up now and then, and is not silence. */
const numberFor = (key: string): number => (draw(`zero/${key}`) < 0.12 ? 0 : drawBetween(key, 6, 940))

const coders = ['exercise coder 1', 'exercise coder 2', 'exercise coder 3']

/** The answers of one report, in the order of the questionnaire. Silent questions are left out. */
export const answersOf = (due: ReportDue, questions: readonly AnswerableQuestion[]): Answer[] => {
  const { code, cycle, version } = due
  const asOf = `${cycle}-04-30`
  const isParty = isPartyOn(code, due.receivedOn)
  const groups = [...new Set(questions.map(({ group }) => group))]
  return questions.flatMap((question, index): Answer[] => {
    // A State not party answers on little: its moratorium, its laws, its mines.
    const concern = concernOf(question)
    const concerned = isParty
      ? concerns(concern, code, asOf)
      : concern === 'all' && question.group !== 'universalization'
    const state = saidIn(question, due, concerned)
    if (state === undefined) return []
    const codedBy = coders[Math.floor(draw(`coder/${code}/${cycle}`) * coders.length)]!
    const answer: Answer = { question: question.id, state, codedBy }
    if (draw(`confirmed/${code}/${cycle}/${version}/${question.id}`) < 0.9)
      answer.confirmedBy = 'exercise reviewer'
    if (state === 'not reported') return [{ ...answer, silence: 'silent' }]
    const text = inOwnWords[`${code}-${cycle}-${question.id}`]
    if (text !== undefined) answer.text = text
    if (
      question.type === 'number' &&
      question.unit !== undefined &&
      (state === 'yes' || state === 'partly')
    ) {
      answer.number = numberFor(`number/${code}/${cycle}/${version}/${question.id}`)
      answer.unit = question.unit
    }
    const inGroup = questions.filter(({ group }) => group === question.group).indexOf(question)
    const section = `${groups.indexOf(question.group) + 1}.${inGroup + 1}`
    const page = String(2 + Math.floor(index / 5) + drawBetween(`page/${code}/${cycle}`, 0, 6))
    answer.evidence =
      state === 'not applicable'
        ? { page }
        : {
            page,
            quotation: quotationOf(code, cycle - 1, question.group, section, state),
            language: stateOf(code).reportsIn,
          }
    return [answer]
  })
}
