// What the sheet of a State reads beside facts and memberships: its cohorts, its next dates, its reports due.
import type { CohortOfActor } from '../../indicators/cohorts-of.ts'
import type { DutyShown } from './duties.ts'
import type { PlanShown } from './plans.ts'
import type { ReceiptShown } from './reports.ts'
import type { ActorShown, FactShown, MembershipShown, ReportShown, StateValue } from './states.ts'

export type CohortOfState = Omit<CohortOfActor, 'datumIds'> & { datumIds: string[] }

/** What came of one State for an obligation and cycle. */
export type ReceiptOfState = ReceiptShown & {
  obligation: string
  title: string
  year: number
  coversYear: number
}

export type SheetData = {
  listCohortsOf: (actor: string) => Promise<CohortOfState[]>
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
  /** What it owes next, and what fell due once. */
  dates: DutyShown[]
  receipts: ReceiptOfState[]
  plans: PlanShown[]
}
