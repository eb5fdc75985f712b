// What the pages of reports read.
import type { Submitted } from '../../accounts/submitted.ts'
import type { AnswerPart } from '../../reports/differences.ts'
import type { ReceiptCount, ReceiptState } from '../../reports/received.ts'
import type { Answer } from '../../reports/report.ts'
import type { SourceShown } from './source.ts'

/** `treaty` is the one whose reports they are. */
export type ReportingCycles = { obligation: string; title: string; treaty: string; years: number[] }

/** What came, or did not, of one State for one cycle. */
export type ReceiptShown = {
  actor: string
  name: string
  state: ReceiptState
  /** Null where the report was not owed. */
  dueOn: string | null
  derivation: string | null
  firstReceivedOn: string | null
  isLate: boolean | null
  /** Name of the version in force; null where none was received. */
  report: string | null
  version: number | null
  receivedOn: string | null
  versions: number
  language: string | null
  /** The record it is about; null for reports about the State. */
  subject: string | null
  voluntary: boolean
  entered: boolean
  /** By whom it was submitted in a right of their own. */
  submitted?: Submitted | null
}

export type ReportingPage = {
  obligation: string
  title: string
  year: number
  coversYear: number
  asOf: string
  duty: { article: string; words: string; source: string } | null
  register: { level: 'complete' | 'partial' | 'none'; until: string | null; statedBy: string | null }
  count: ReceiptCount
  receipts: ReceiptShown[]
  /** Indicators (`<plan>/<number>`) that count these reports. */
  readBy: string[]
}

/** A question with its answer, null where the report is silent; a heading has parts and no answer. */
export type QuestionAsked = {
  id: string
  text: string
  help: string | null
  unit: string | null
  form: string | null
  answer: Answer | null
  /** Indicators whose rules read the answer. */
  readBy: string[]
  parts: QuestionAsked[]
}

export type AnswerChanged = {
  question: string
  kind: 'added' | 'changed' | 'removed'
  earlier: Answer | null
  later: Answer | null
  parts: AnswerPart[]
}

export type ReportOpened = {
  name: string
  actor: string
  actorName: string
  obligation: string
  title: string
  coversYear: number
  /** The cycle in which it fell due. */
  year: number
  subject: string | null
  version: number
  receivedOn: string
  dueOn: string | null
  /** Whether the first version came after the due day; null where nothing was due. */
  isLate: boolean | null
  current: boolean
  entered: boolean
  /** By whom it was submitted in a right of their own. */
  submitted?: Submitted | null
  language: string | null
  /** What is known of the document itself, by its field. */
  document: Record<string, string | number | boolean>
  source: SourceShown | null
  versions: { name: string; version: number; receivedOn: string; current: boolean }[]
  groups: { id: string; title: string; form: string | null; questions: QuestionAsked[] }[]
  /** Answers to questions that are no longer asked. */
  otherAnswers: Answer[]
  changes: { since: number; changes: AnswerChanged[] } | null
  readBy: string[]
}

export type ReportData = {
  /** Obligations with the cycles that have reports, latest first. */
  listReportingCycles: () => Promise<ReportingCycles[]>
  /** Throws the problem `not-found` for an obligation nobody asks anything about. */
  showReporting: (asked: { obligation: string; year: number; asOf?: string }) => Promise<ReportingPage>
  /** One version, by its name. */
  findReport: (name: string) => Promise<ReportOpened | undefined>
}
