// What the sheet of a State reads beside facts and memberships: its cohorts, its next dates, its reports due.
import type { CohortOfActor } from '../../indicators/cohorts-of.ts'
import type { Reason } from '../../words/reason.ts'
import type { PlanShown } from './plans.ts'
import type { ReceiptShown } from './reports.ts'
import type { ActorShown, FactShown, MembershipShown, ReportShown, StateValue } from './states.ts'

export type CohortOfState = Omit<CohortOfActor, 'datumIds'> & { datumIds: string[] }

/** A day by which something is due, with where it comes from. */
export type DateShown = {
  treaty: string
  treatyTitle: string
  duty: string
  title: string
  article: string
  words: string
  computed: { on: string; derivation: string; said: Reason }
  /** The date sources state last, with the day of the statement as they give it (EDTF); null where none is held. */
  stated: {
    deadline: string
    statedAsOf: string | null
    granted: boolean
    datumIds: string[]
    otherwise: { deadline: string; datumId: string }[]
  } | null
  official: 'granted' | 'stated' | 'computed'
  completions: { on: string | null; datumId: string }[]
  /** A fact that the stated date, or its completion, rests on was entered here, not received. */
  entered: boolean
  isYearly: boolean
  obligation: string | null
}

/** What came of one State for an obligation and cycle. */
export type ReceiptOfState = ReceiptShown & {
  obligation: string
  title: string
  year: number
  coversYear: number
}

export type SheetData = {
  listCohortsOf: (actor: string) => Promise<CohortOfState[]>
  /** Duties of the treaties that bind the State today. */
  listDatesOf: (actor: string) => Promise<DateShown[]>
  /** Every report the State owes in the cycles held, and the one of this year, latest first. */
  listReceiptsOf: (actor: string) => Promise<ReceiptOfState[]>
}

/** All that one State's sheet shows. */
export type Sheet = {
  state: ActorShown
  memberships: MembershipShown[]
  values: StateValue[]
  facts: FactShown[]
  reports: ReportShown[]
  cohorts: CohortOfState[]
  dates: DateShown[]
  receipts: ReceiptOfState[]
  plans: PlanShown[]
}
