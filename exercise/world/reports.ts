// Reports under Article 7, and the committee's analyses of requests for an extension.
import { join } from 'node:path'
import { answerableQuestions, readQuestionnaire } from '../../src/rules/questionnaire-schema.ts'
import { type Answer, answersOf } from './answers.ts'
import { extensionRequests, requestId } from './duties.ts'
import { drawBetween } from './random.ts'
import { type ReportDue, reportsDue } from './report-calendar.ts'
import { stateOf } from './states.ts'
import { reportTitle } from './words.ts'

export type Report = {
  format: 'pacta-report/1'
  actor: string
  obligation: string
  coversYear: number
  receivedOn: string
  version: number
  language: string
  subject: string | null
  document: Record<string, string | number | boolean>
  source: { title: string; address: string }
  answers: Answer[]
}

const instruments = join(import.meta.dirname, '../../instruments/mine-ban')
const questionsOf = (name: string) =>
  answerableQuestions(readQuestionnaire(join(instruments, `${name}.yaml`)))

const article7Report = (due: ReportDue, questions: ReturnType<typeof questionsOf>): Report => {
  const { code, cycle, version } = due
  const title = reportTitle(code, cycle - 1)
  const answers = answersOf(due, questions)
  return {
    format: 'pacta-report/1',
    actor: code,
    obligation: 'article-7',
    coversYear: cycle - 1,
    receivedOn: due.receivedOn,
    version,
    language: stateOf(code).reportsIn,
    subject: null,
    document: {
      title,
      form: due.form,
      pages: 34 + drawBetween(`pages/${code}/${cycle}`, 0, 12),
      voluntary: due.voluntary,
    },
    source: { title, address: `https://exercise.example/reports/${code}-${cycle - 1}-${version}` },
    answers,
  }
}

/** All versions of all Article 7 reports, by the year in which they came due. */
export const article7Reports = (): Map<number, Report[]> => {
  const questions = questionsOf('article-7')
  const byCycle = new Map<number, Report[]>([2025, 2026, 2027].map((cycle) => [cycle, []]))
  // Reports of the cycle before the first stand in its file.
  for (const due of reportsDue()) byCycle.get(Math.max(2025, due.cycle))!.push(article7Report(due, questions))
  return byCycle
}

type Analysis = {
  code: string
  year: number
  version: number
  on: string
  lacks: Record<string, Answer['state']>
}

// What a request lacks, by the end of a question's id; everything else is there. The request of Zirakonda has not
// been analysed; that of Okuvanda was, after the meeting; that of Tizcamar twice.
const analyses: readonly Analysis[] = [
  {
    code: 'XSB',
    year: 2025,
    version: 1,
    on: '2025-09-10',
    lacks: { 'risk-education-plan-costed': 'no', 'risk-education-plan-multi-year': 'partly' },
  },
  { code: 'XNG', year: 2025, version: 1, on: '2025-09-24', lacks: {} },
  {
    code: 'XBY',
    year: 2026,
    version: 1,
    on: '2026-09-08',
    lacks: { 'survey-and-clearance-plan-costed': 'partly', 'risk-education-plan-detailed': 'no' },
  },
  {
    code: 'XVK',
    year: 2026,
    version: 1,
    on: '2026-09-15',
    lacks: { 'risk-education-plan-context-specific': 'not reported' },
  },
  { code: 'XOK', year: 2026, version: 1, on: '2026-12-05', lacks: {} },
  {
    code: 'XKU',
    year: 2027,
    version: 1,
    on: '2027-07-20',
    lacks: { 'survey-and-clearance-plan-detailed': 'no', 'risk-education-plan-costed': 'no' },
  },
  {
    code: 'XTZ',
    year: 2027,
    version: 1,
    on: '2027-07-06',
    lacks: { 'survey-and-clearance-plan-costed': 'no', 'risk-education-plan-costed': 'partly' },
  },
  {
    code: 'XTZ',
    year: 2027,
    version: 2,
    on: '2027-10-11',
    lacks: { 'risk-education-plan-costed': 'partly' },
  },
]

/** The committee's analyses. Each is about a request, whose id it names as its subject. */
export const committeeAnalyses = (): Report[] => {
  const questions = questionsOf('committee-analysis')
  return analyses.map((one): Report => {
    const request = extensionRequests.find(({ code }) => code === one.code)!
    const title = `Exercise: analysis of the request of ${stateOf(one.code).names.en}`
    const answers = questions.map((question, index): Answer => {
      const state = one.lacks[question.id] ?? 'yes'
      const coded = {
        question: question.id,
        state,
        codedBy: 'exercise coder 1',
        confirmedBy: 'exercise reviewer',
      }
      if (state === 'not reported') return { ...coded, silence: 'silent' }
      const words = {
        yes: 'the plan is so',
        partly: 'the plan is so in part',
        no: 'the plan is not so',
        'not applicable': 'not asked',
      }
      const quotation = `Exercise. Paragraph ${index + 4}, ${question.id.replaceAll('-', ' ')}: ${words[state]}.`
      return { ...coded, evidence: { page: String(2 + Math.floor(index / 3)), quotation, language: 'en' } }
    })
    return {
      format: 'pacta-report/1',
      actor: one.code,
      obligation: 'committee-analysis',
      coversYear: one.year,
      receivedOn: one.on,
      version: one.version,
      language: 'en',
      subject: requestId(request),
      document: { title, pages: 6 },
      source: { title, address: `https://exercise.example/analyses/${one.code}-${one.year}-${one.version}` },
      answers,
    }
  })
}
