// Calendars of the fictional world: nothing has changed since they were first published, and one day is called off.
import { countWithoutDay, isCalendarDay, publishedAs } from '../../../src/duties/calendar-event.ts'
import type { CalendarData } from '../../../src/web/data/calendars.ts'

const changedAt = '2027-12-01T08:00:00.000Z'

export const fictionalCalendars = (): CalendarData => ({
  publishDays: async (scope, { duties, from, until }) => ({
    ...{ scope, from, until },
    days: duties.filter(isCalendarDay).map((owed) => {
      const isGone = owed.key.endsWith('/report/XAC/2028')
      const kept = { ...publishedAs(owed), isGone, sequence: isGone ? 1 : 0, changedAt }
      return { owed: isGone ? null : owed, kept }
    }),
    withoutDay: countWithoutDay(duties),
  }),
})
