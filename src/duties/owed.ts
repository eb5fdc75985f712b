// One duty of one actor at one time: what the engine derives, what commands, pages and calendars show.
import type { Precision } from '../facts/precision.ts'
import type { Reason } from '../words/reason.ts'

/**
 * Where a duty stands on a day:
 * - `met`: by what `metBy` names
 * - `due`: its day lies ahead; `at-risk`: so near that by the calendar it can hardly be met any more
 * - `overdue`: its day is past, the register that would show it is complete, nothing is held, and it can still be done
 * - `missed`: an instance of a recurring promise whose period is over, with the period's records declared complete
 * - `not-found`: its day is past and nothing is held, but no complete register says that there is nothing
 * - `waiting`: it has no date yet, for want of what `waitsFor` says
 * - `undated`: the text sets no day
 * - `ended`: it binds no more (withdrawn, or overtaken by a later date)
 * - `not-assessable`: whether anything was due cannot be told, for want of a beginning
 */
export type DutyStatus =
  | 'met'
  | 'due'
  | 'at-risk'
  | 'overdue'
  | 'missed'
  | 'not-found'
  | 'waiting'
  | 'undated'
  | 'ended'
  | 'not-assessable'

/** A later date that sources state or a meeting granted, oldest first. */
export type GrantedDate = {
  /** As the source gives it (EDTF). */
  on: string
  /** Granted by a meeting; otherwise stated by a source as the deadline. */
  isGranted: boolean
  /** Code of the meeting, "12MSP", where the source names it. */
  meeting: string | null
  /** When it was granted or stated (EDTF). */
  statedAsOf: string | null
  datumIds: string[]
  /** Other dates that sources give for the same decision. */
  otherwise?: { on: string; datumId: string }[]
}

/** A register that was looked through, how far it reaches, and by whose word. */
export type Searched = {
  register: string
  level: 'complete' | 'partial' | 'none'
  /** The last day it speaks of. */
  until: string | null
  statedBy: string | null
  /** Whose records alone the word is about; left out: everyone's. */
  of?: string[]
  /** The word was declared at the desk, not received. */
  entered?: true
  /** Up to that day some records only are held: of what, as the word says; null: it does not say. Left out: they are complete. */
  partly?: { of: string | null }
}

/**
 * Whether a status rests on a word that was declared at the desk, not received: that something is missed or overdue needs one that
 * the records are complete.
 */
export const restsOnEntered = ({ status, searched }: Pick<DutyOwed, 'status' | 'searched'>): boolean =>
  (status === 'missed' || status === 'overdue') && searched.some(({ entered }) => entered === true)

/** What fulfils a duty. */
export type MetBy = { id: string; type: 'datum' | 'report'; kind: string; on: string | null }

export type DutyOwed = {
  /** Stable over time: `<instrument>/<duty>/<actor>` and, where there are several, `/<instance>`. */
  key: string
  actor: string
  /** All who owe it together, where several promised it; absent: the actor alone. */
  owners?: string[]
  /** Id of the treaty, plan or pledge; for a promise held as a fact, the id of the fact. */
  instrument: string
  /** `<instrument>/<duty>`: one duty of all who owe it. */
  duty: string
  title: string
  article: string | null
  /** Verbatim, and in which language (BCP 47). */
  words: string
  language: string
  source: { title: string; address: string | null; place: string | null }
  note: string | null
  responsible: string | null
  /** The obligation a report fulfils. */
  obligation: string | null
  /** Whether it is known that the actor owes it, or only that it would if it had something to destroy, to pay, ... */
  applies: 'yes' | 'unknown'
  /** Which of several: the year ("2026"), the meeting's code, the id of the fact, "2026-2" for the second of a year. */
  instance: string | null
  /** The day to go by (EDTF): granted or stated where one is held, otherwise computed; null without a date. */
  due: string | null
  precision: Precision | null
  status: DutyStatus
  /** Met after its day; null where dates of different precision do not tell. */
  isLate: boolean | null
  /** What the rule gives. Null where it waits for something. */
  computed: { on: string; derivation: Reason } | null
  granted: GrantedDate[]
  /** Dates of sources that disagree with the date to go by. */
  otherwise: { on: string; datumId: string }[]
  /** How the date came about, from the event to the last extension. */
  derivation: Reason
  waitsFor: Reason | null
  metBy: MetBy[]
  /** Why the status is what it is, where there is more to say. */
  reason: Reason | null
  searched: Searched[]
  /** Facts and reports on which the status rests, beside `metBy`: what shows that it is owed, or still open. */
  restsOn?: string[]
  /** A fact or report it rests on was entered here, not received. */
  entered?: boolean
  /** All facts the date rests on. */
  datumIds: string[]
}
