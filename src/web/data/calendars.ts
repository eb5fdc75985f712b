// What calendars ask for: the days of duties, each with the sequence under which it is published.
import type { CalendarScope } from '../../duties/calendar-store.ts'
import type { DutyOwed } from '../../duties/owed.ts'
import type { CalendarDays } from '../../indicators/calendar.ts'

export type CalendarData = {
  /** What actors are called in a language: States, and those who promised with them. */
  actorNamesIn: (language: string) => Promise<(id: string) => string>
  /** Publishes all duties that the scope has in the span, and gives their days. */
  publishDays: (
    scope: CalendarScope,
    given: { duties: readonly DutyOwed[]; from: string; until: string },
  ) => Promise<CalendarDays>
}
