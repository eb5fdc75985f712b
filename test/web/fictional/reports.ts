// Fictional reports: three States answer three questions, one of them twice; everyone else owes and is silent.
import { problem } from '../../../src/problem.ts'
import type { Answer } from '../../../src/reports/report.ts'
import type { QuestionAsked, ReceiptShown, ReportData, ReportOpened } from '../../../src/web/data/reports.ts'
import { planId } from './plan.ts'
import { parties } from './states.ts'

const senders = ['XAA', 'XAB', 'XAC']

const answer = (question: string, given: Partial<Answer>): Answer => ({
  question,
  state: 'yes',
  silence: null,
  number: null,
  unit: null,
  text: null,
  evidence: { page: null, quotation: null, language: null },
  codedBy: null,
  confirmedBy: null,
  ...given,
})

const asked = (id: string, text: string, given: Partial<QuestionAsked> = {}): QuestionAsked => ({
  id,
  text,
  help: null,
  unit: null,
  form: 'C',
  answer: null,
  readBy: [`${planId}/1.2`],
  parts: [],
  ...given,
})

const workPlan = (version: number): Answer =>
  answer('work-plan', {
    state: version === 1 ? 'partly' : 'yes',
    text: 'خطة العمل',
    evidence: { page: '12', quotation: 'تم وضع خطة عمل وطنية محددة التكاليف.', language: 'ar' },
    codedBy: 'F. Reader',
    confirmedBy: version === 1 ? null : 'S. Checker',
  })
const cleared = answer('cleared', { number: 12500, unit: 'square metres' })

const opened = (actor: string, coversYear: number, version: number): ReportOpened => {
  const isCorrected = actor === 'XAA' && coversYear === 2025
  const name = (one: number) => `${actor}:article-7:${coversYear}:${one}`
  const last = isCorrected ? 2 : 1
  return {
    name: name(version),
    actor,
    actorName: parties.find((state) => state.id === actor)?.name ?? actor,
    obligation: 'article-7',
    title: 'Article 7 report',
    coversYear,
    year: coversYear + 1,
    subject: null,
    version,
    receivedOn: `${coversYear + 1}-0${version + 3}-21`,
    dueOn: `${coversYear + 1}-04-30`,
    isLate: false,
    current: version === last,
    entered: version === 1 && isCorrected,
    language: 'ar',
    document: { title: 'Fictional report', form: 'guide-to-reporting', pages: 30, voluntary: false },
    source: {
      title: 'Fictional report as received',
      address: 'https://reports.example/r',
      publisher: null,
      date: null,
    },
    versions: Array.from({ length: last }, (_, i) => ({
      name: name(i + 1),
      version: i + 1,
      receivedOn: `${coversYear + 1}-0${i + 4}-21`,
      current: i + 1 === last,
    })),
    groups: [
      {
        id: 'plans',
        title: 'Plans and progress',
        form: 'C',
        questions: [
          asked('work-plan', 'Is there a work plan?', { answer: workPlan(version) }),
          asked('strategy', 'Is the strategy complete?', {
            parts: [
              asked('strategy-costed', 'Is the strategy costed?'),
              asked('strategy-dated', 'Is the strategy time-bound?', {
                answer: answer('strategy-dated', { state: 'not applicable' }),
              }),
            ],
          }),
        ],
      },
      {
        id: 'clearance',
        title: 'Clearance',
        form: null,
        questions: [asked('cleared', 'How much was cleared?', { answer: cleared, readBy: [] })],
      },
    ],
    otherAnswers: isCorrected ? [answer('no-longer-asked', { state: 'no' })] : [],
    changes:
      version === 1
        ? null
        : {
            since: 1,
            changes: [
              {
                question: 'work-plan',
                kind: 'changed',
                earlier: workPlan(1),
                later: workPlan(2),
                parts: ['state', 'confirmedBy'],
              },
              {
                question: 'strategy-dated',
                kind: 'added',
                earlier: null,
                later: answer('strategy-dated', { state: 'not applicable' }),
                parts: [],
              },
              { question: 'cleared', kind: 'changed', earlier: cleared, later: cleared, parts: ['page'] },
            ],
          },
    readBy: [`${planId}/1.1`],
  }
}

const receiptOf = (actor: string, name: string, year: number, i: number): ReceiptShown => {
  const report = senders.includes(actor) ? opened(actor, year - 1, 1) : null
  const last = report?.versions.at(-1)
  return {
    actor,
    name,
    state: report !== null ? 'received' : i === 7 ? 'not yet due' : 'missing',
    dueOn: i === 7 ? `${year + 1}-05-30` : `${year}-04-30`,
    derivation: 'Yearly by 30 April.',
    firstReceivedOn: report === null ? null : i === 1 ? `${year}-06-02` : report.receivedOn,
    isLate: report === null ? null : i === 1,
    report: last?.name ?? null,
    version: last?.version ?? null,
    receivedOn: last?.receivedOn ?? null,
    versions: report?.versions.length ?? 0,
    language: report?.language ?? null,
    subject: null,
    voluntary: i === 2,
    entered: actor === 'XAA' && year === 2025,
  }
}

/** Name of a report that is held, or null: what evidence of a member leads to. */
export const reportNameOf = (actor: string, coversYear: number): string | null =>
  senders.includes(actor) ? `${actor}:article-7:${coversYear}:1` : null

export const ofReports = (): ReportData => ({
  listReportingCycles: async () => [
    {
      obligation: 'article-7',
      title: 'Article 7 report',
      treaty: 'fictional-treaty',
      years: [2027, 2026, 2025],
    },
    { obligation: 'analysis', title: 'Analysis of a request', treaty: 'fictional-treaty', years: [2026] },
  ],
  showReporting: async ({ obligation, year, asOf }) => {
    if (obligation === 'analysis')
      return {
        obligation,
        title: 'Analysis of a request',
        year,
        coversYear: year,
        asOf: asOf ?? '2027-12-31',
        duty: null,
        register: { level: 'none', until: null, statedBy: null },
        count: { due: 0, received: 0, late: 0, missing: 0, notKnown: 0, notYetDue: 0, others: 0 },
        receipts: [],
        readBy: [],
      }
    if (obligation !== 'article-7') throw problem('not-found', `There are no reports on "${obligation}".`)
    // Of 2025 nobody says that all reports are held.
    const isKnown = year !== 2025
    // Of 2028 nothing is due yet, and some came ahead of their day.
    const isAhead = year === 2028
    const receipts = parties
      .map((state, i) => receiptOf(state.id, state.name, year, i))
      .map(
        (one): ReceiptShown =>
          one.state !== 'missing'
            ? one
            : { ...one, state: isAhead ? 'not yet due' : isKnown ? 'missing' : 'not known' },
      )
    return {
      obligation,
      title: 'Article 7 report',
      year,
      coversYear: year - 1,
      asOf: asOf ?? '2027-12-31',
      duty: { article: '7', words: 'Each State Party shall report.', source: 'Article 7, paragraph 2' },
      register: isKnown
        ? { level: 'complete', until: null, statedBy: 'Fictional Secretariat' }
        : { level: 'partial', until: null, statedBy: null },
      count: isAhead
        ? { due: 0, received: 0, late: 0, missing: 0, notKnown: 0, notYetDue: 27, others: 3 }
        : {
            due: 29,
            received: isKnown ? 3 : null,
            late: 1,
            missing: isKnown ? 26 : 0,
            notKnown: isKnown ? 0 : 26,
            notYetDue: 1,
            others: 0,
          },
      receipts,
      readBy: [`${planId}/1.1`],
    }
  },
  findReport: async (name) => {
    const [actor, obligation, year, version] = name.split(':')
    if (!senders.includes(actor ?? '') || obligation !== 'article-7') return undefined
    if (!['2024', '2025', '2026'].includes(year ?? '')) return undefined
    const found = opened(actor as string, Number(year), Number(version))
    return found.versions.some((one) => one.version === Number(version)) ? found : undefined
  },
})
