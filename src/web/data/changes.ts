// What the pages of changes, of cohorts over time and of conventions read.
import type { Changes, ChangesQuestion, News } from '../../indicators/changes.ts'
import type { CohortChange, CohortYear } from '../../indicators/cohort-history.ts'
import type { DatedEvent } from '../../indicators/dates-between.ts'

export type ChangeData = {
  /** Throws Problem `usage` for a span that is none, `not-found` for a plan nobody holds. */
  listChanges: (asked: ChangesQuestion) => Promise<Changes>
  /** What became known of these actors after a day. Throws Problem `usage` for a day that is not past. */
  listNews: (asked: { since: string; actors: readonly string[] }) => Promise<News>
  /** What comes about by itself after one day, up to and with another, as known on `knownOn`. */
  listDates: (span: { after: string; until: string }, knownOn: string) => Promise<DatedEvent[]>
  /** Undefined where nobody has established who belongs on one of the two days. */
  compareCohort: (asked: {
    cohort: string
    since: string
    asOf: string
    knownOn: string
  }) => Promise<CohortChange | undefined>
  countCohortYears: (asked: { cohort: string; asOf: string; knownOn: string }) => Promise<CohortYear[]>
}
