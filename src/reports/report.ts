// A report: what an actor said on an obligation for a year, in versions that never change once submitted; and its
// answers, each one claim with its evidence.
import { contentHash } from '../facts/datum.ts'
import type { Source } from '../facts/source.ts'
import type { Place } from '../problem.ts'

export const answerStates = ['yes', 'partly', 'no', 'not reported', 'not applicable'] as const
export type AnswerState = (typeof answerStates)[number]

/** Why an answer is `not reported`: no report came, or one came and says nothing on this. */
export type Silence = 'no report' | 'silent'

export const reportForms = ['guide-to-reporting', 'forms', 'cover-page'] as const

export type Evidence = { page: string | null; quotation: string | null; language: string | null }

export type Answer = {
  question: string
  state: AnswerState
  silence: Silence | null
  number: number | null
  unit: string | null
  text: string | null
  evidence: Evidence
  codedBy: string | null
  confirmedBy: string | null
}

/** Facts of the document itself: title, form, pages, voluntary, and whatever else is known of it. */
export type ReportDocument = Record<string, string | number | boolean>

/** A report as checked, before it is submitted. */
export type Report = {
  actor: string
  obligation: string
  coversYear: number
  /** The record a report is about, such as an extension request; null for reports about the actor. */
  subject: string | null
  receivedOn: string
  /** The number its author gave this version; null: the next one. */
  version: number | null
  language: string | null
  document: ReportDocument
  source: Source | null
  answers: Answer[]
}

export type PlacedReport = { report: Report; place: Place }

/** A submitted version as stored. */
export type ReportVersion = Omit<Report, 'answers' | 'version'> & {
  reportId: string
  version: number
  supersedes: string | null
  /** Entered here, not received: stays out of anything published. */
  entered: boolean
  recordedAt: string
  sha256: string
}

type Period = { actor: string; obligation: string; coversYear: number; subject: string | null }

/** Versions of one report share this: who, on what, for which year, about which record. */
export const periodKey = (report: Period): string =>
  JSON.stringify([report.actor, report.obligation, report.coversYear, report.subject])

/** The digest of what a report says, whatever the file's form and the version's number. */
export const reportHash = (report: Report): string => {
  const { actor, obligation, coversYear, subject, receivedOn, language, document, source } = report
  const answers = [...report.answers].sort((a, b) => (a.question < b.question ? -1 : 1))
  return contentHash({
    actor,
    obligation,
    coversYear,
    subject,
    receivedOn,
    language,
    document,
    source,
    answers,
  })
}

type Dated = { receivedOn: string; version: number }

/**
 * The version in force as known on a day: of those received by then the one received last, and of several received
 * on one day the one with the highest number. Undefined where none had been received.
 */
export const currentVersion = <T extends Dated>(
  versions: readonly T[],
  knownOn = '9999-12-31',
): T | undefined =>
  versions.reduce<T | undefined>((best, one) => {
    if (one.receivedOn > knownOn) return best
    if (best === undefined || one.receivedOn > best.receivedOn) return one
    return one.receivedOn === best.receivedOn && one.version > best.version ? one : best
  }, undefined)
