// A draft: a report on its way, as it was typed. Nothing in it is checked when it is kept, so nothing typed is lost; what
// it says as a report, and what is wrong with that, is read from it anew each time.

import { contentHash } from '../facts/datum.ts'
import { plainDigits } from '../formats/digits.ts'
import type { ReportVersion } from './report.ts'
import type { StoredAnswer } from './store.ts'

/** Texts as typed, by the name of their field. What is not there was never typed. */
export type Typed = Readonly<Record<string, string>>

/** The fields about the document itself, in the order asked. */
export const documentFields = [
  'receivedOn',
  'title',
  'language',
  'form',
  'pages',
  'voluntary',
  'sourceTitle',
  'sourceAddress',
  'sourcePublisher',
  'sourceDate',
] as const

/**
 * The fields of one answer, in the order asked. An empty `state` leaves the question open. The unit is typed where the
 * question has none of its own.
 */
export const answerFields = [
  'state',
  'number',
  'unit',
  'text',
  'page',
  'quotation',
  'language',
  'codedBy',
  'confirmedBy',
] as const

export type DraftContent = {
  document: Typed
  /** By question. */
  answers: Readonly<Record<string, Typed>>
  /** By section: the draft's revision when it was last saved, whether its author has finished with it, and who saved it (see `agentOf`). */
  sections: Readonly<Record<string, { revision: number; finished: boolean; by?: string }>>
}

export type ReportDraft = {
  draftId: string
  actor: string
  obligation: string
  coversYear: number
  subject: string | null
  /** Counts the saves. */
  revision: number
  /** The earlier version whose answers it began with. */
  startedFrom: string | null
  content: DraftContent
  createdAt: string
  changedAt: string
  /** The version it became; a submitted draft changes no more. */
  submittedReport: string | null
  /** Who makes it: its actor, or those who code reports for a treaty; null: not known. */
  owner: string | null
  /** Agents; null: not known. */
  startedBy: string | null
  changedBy: string | null
}

/** The key of a draft, for approvals, the audit trail and its history. */
export const reportDraftThing = (draftId: string): string => `report-draft:${draftId}`

/** Who has to approve the draft: whoever makes it. */
export const ownersOfDraft = ({ owner, actor }: Pick<ReportDraft, 'owner' | 'actor'>): string[] => [
  owner ?? actor,
]

/** Everyone who saved something into it that stands. */
export const authorsOf = ({ content, startedBy }: Pick<ReportDraft, 'content' | 'startedBy'>): string[] => [
  ...new Set(
    [startedBy, ...Object.values(content.sections).map(({ by }) => by)].filter(
      (agent): agent is string => typeof agent === 'string',
    ),
  ),
]

export const emptyContent: DraftContent = { document: {}, answers: {}, sections: {} }

/** Whether a text names somebody who has signed in, as the audit trail does; nobody types that. */
export const isPersonsAgent = (text: unknown): boolean =>
  typeof text === 'string' && /^\s*person\s*:/i.test(text)

/**
 * An answer of an earlier version as it would have been typed. A silent one is an open question again: what was noted
 * about its silence would, without a state, be words to a question nobody has answered.
 */
const typedAnswer = (answer: StoredAnswer): Typed => {
  if (answer.state === 'not reported') return {}
  const typed: Record<(typeof answerFields)[number], string | null> = {
    state: answer.state,
    number: answer.number === null ? null : plainDigits(answer.number),
    unit: answer.unit,
    text: answer.text,
    page: answer.evidence.page,
    quotation: answer.evidence.quotation,
    language: answer.evidence.language,
    // Who coded and confirmed that version here did not do so with this one.
    codedBy: isPersonsAgent(answer.codedBy) ? null : answer.codedBy,
    confirmedBy: isPersonsAgent(answer.confirmedBy) ? null : answer.confirmedBy,
  }
  return Object.fromEntries(
    Object.entries(typed).filter((entry): entry is [string, string] => entry[1] !== null && entry[1] !== ''),
  )
}

/** Answers of a version held as they would be typed, by question; a silent one is as if it were not there. */
export const typedAnswers = (answers: readonly StoredAnswer[]): Record<string, Typed> =>
  Object.fromEntries(
    answers
      .map((answer) => [answer.question, typedAnswer(answer)] as const)
      .filter(([, typed]) => Object.keys(typed).length > 0),
  )

/** What an earlier version says of its document, as it would have been typed. When the next one came is asked anew. */
const typedDocument = ({ document, language, source }: ReportVersion): Typed => {
  const written = (value: unknown): string => (value === null || value === undefined ? '' : String(value))
  const typed: Typed = {
    title: written(document.title),
    language: written(language),
    form: written(document.form),
    pages: written(document.pages),
    voluntary: document.voluntary === undefined ? '' : document.voluntary === true ? 'yes' : 'no',
    sourceTitle: written(source?.title),
    sourceAddress: written(source?.address),
    sourcePublisher: written(source?.publisher),
    sourceDate: written(source?.published),
  }
  return Object.fromEntries(Object.entries(typed).filter(([, text]) => text !== ''))
}

/** A draft that begins with an earlier version: its answers, and its document but for the day it was received. */
export const contentOf = (version: ReportVersion, answers: readonly StoredAnswer[]): DraftContent => ({
  ...emptyContent,
  document: typedDocument(version),
  answers: typedAnswers(answers),
})

/** Whether two answers are typed alike: what was never typed is the same as an empty field. */
export const isSameTyped = (a: Typed = {}, b: Typed = {}): boolean =>
  [...new Set([...Object.keys(a), ...Object.keys(b)])].every(
    (field) => (a[field] ?? '').trim() === (b[field] ?? '').trim(),
  )

const numberAsTyped = (text: string): number | string => (/^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text)

/** `entries` without what is empty; undefined where nothing is left. */
const filled = (entries: Record<string, unknown>): Record<string, unknown> | undefined => {
  const rest = Object.entries(entries).filter(([, value]) => value !== undefined && value !== '')
  return rest.length === 0 ? undefined : Object.fromEntries(rest)
}

const answerOf = (question: string, typed: Typed): Record<string, unknown> | undefined => {
  const get = (field: (typeof answerFields)[number]) => (typed[field] ?? '').trim()
  const said = filled({
    state: get('state'),
    number: numberAsTyped(get('number')),
    // Without a number it is the unit of nothing.
    unit: get('number') === '' ? '' : get('unit'),
    text: get('text'),
    evidence: filled({ page: get('page'), quotation: get('quotation'), language: get('language') }),
    codedBy: get('codedBy'),
    confirmedBy: get('confirmedBy'),
  })
  return said === undefined ? undefined : { question, ...said }
}

/**
 * What the draft says, in the JSON form of reports (docs/how-to/enter-facts-and-reports.md): numbers as numbers where
 * they can be read, everything else as typed, what is empty left out. An open question without words is left out; one
 * with words stays in without a state, so that checking it names what is missing.
 */
export const reportOfDraft = (
  draft: Pick<ReportDraft, 'actor' | 'obligation' | 'coversYear' | 'subject' | 'content'>,
): Record<string, unknown> & { answers: Record<string, unknown>[] } => {
  const { actor, obligation, coversYear, subject, content } = draft
  const get = (field: (typeof documentFields)[number]) => (content.document[field] ?? '').trim()
  const voluntary = get('voluntary')
  const rest = filled({
    subject: subject ?? '',
    receivedOn: get('receivedOn'),
    language: get('language'),
    document: filled({
      title: get('title'),
      form: get('form'),
      pages: numberAsTyped(get('pages')),
      voluntary: voluntary === 'yes' ? true : voluntary === 'no' ? false : voluntary,
    }),
    source: filled({
      title: get('sourceTitle'),
      address: get('sourceAddress'),
      publisher: get('sourcePublisher'),
      date: get('sourceDate'),
    }),
  })
  const answers = Object.entries(content.answers).flatMap(([question, typed]) => {
    const answer = answerOf(question, typed)
    return answer === undefined ? [] : [answer]
  })
  return { format: 'pacta-report/1', actor, obligation, coversYear, ...rest, answers }
}

/** The order of answers in a digest: the one in which the store gives them back, shorter names of questions first. */
const asKept = (a: string, b: string): number =>
  Buffer.byteLength(a) - Buffer.byteLength(b) || Buffer.compare(Buffer.from(a), Buffer.from(b))

/**
 * The digest of what the draft says as a report, by which approvals know what they approved. In which order its answers
 * were typed says nothing.
 */
export const digestOfDraft = (draft: Parameters<typeof reportOfDraft>[0]): string => {
  const answers = Object.fromEntries(Object.entries(draft.content.answers).sort(([a], [b]) => asKept(a, b)))
  return contentHash(reportOfDraft({ ...draft, content: { ...draft.content, answers } }))
}
