// What the pages of duties read: duties owed with the names around them, and the rules they come from.
import type { DutyOwed, DutyStatus, MetBy } from '../../duties/owed.ts'
import type { Duty } from '../../rules/duty-form.ts'

/** What fulfils a duty, with the path of the page it stands on; null where no page shows it. */
export type MetByShown = MetBy & { path: string | null }

/** A duty owed, as pages and their data twins show it. */
export type DutyShown = Omit<DutyOwed, 'metBy' | 'entered'> & {
  /** The actor's short name in English. */
  name: string
  /** Title of the treaty, plan or pledge. */
  instrumentTitle: string
  /** What those who see to it are called, where `responsible` names actors by their ids. */
  responsibleName?: string
  metBy: MetByShown[]
  /** Those who owe it together with its actor. */
  others: { actor: string; name: string }[]
  /** Path of the page of this duty of all who owe it; of a promise, of its fact or the indicator that counts it. */
  path: string | null
  /** The same as `derivation`, `waitsFor` and `reason`, said in English. */
  said: { derivation: string; waitsFor: string | null; reason: string | null }
  /** A fact that the date, or its being met, rests on was entered here, not received. */
  entered: boolean
}

/** What is asked of the list. Without a span: this year and the next. */
export type DutiesAsked = {
  actors?: string[] | undefined
  instrument?: string | undefined
  /** `<instrument>/<duty>` */
  duty?: string | undefined
  /** First and last day (YYYY-MM-DD). */
  from?: string | undefined
  until?: string | undefined
  asOf?: string | undefined
  status?: DutyStatus[] | undefined
  /** What is overdue is listed too where its day lies before the span, if the span holds the as-of day. */
  withOverdue?: boolean | undefined
  /** So is what was expected before the span and is not found, or missed. */
  withGaps?: boolean | undefined
}

/** The duties of one treaty, plan or pledge, as its file has them. */
export type DutySetShown = {
  instrument: string
  kind: string
  /** The treaty whose parties owe them; null where nobody has said. */
  treaty: string | null
  title: string
  sourceTitle: string
  address: string | null
  /** Of its words (BCP 47). */
  language: string
  /** Whether any act by which a State would be bound is held; always true of promises that name who made them. */
  isBoundKnown: boolean
  /** Titles of the duties its rules may name, by id: its own, and for a plan those of its treaty. */
  titles: Record<string, string>
  duties: Duty[]
}

export type DutyData = {
  /** By date, then by the actor's name; those without a date last. */
  listDuties: (asked: DutiesAsked) => Promise<DutyShown[]>
  /** Work of anybody that lies with somebody by name, between two days (YYYY-MM-DD). */
  listWorkOf: (name: string, span: { from: string; until: string }) => Promise<DutyShown[]>
  /** Meetings and events planned by actors between two days, for calendars; none for one instrument or duty alone. */
  listPlanned: (asked: {
    actors?: readonly string[] | undefined
    instrument?: string | undefined
    duty?: string | undefined
    from: string
    until: string
  }) => Promise<DutyShown[]>
  listDutySets: () => Promise<DutySetShown[]>
}
