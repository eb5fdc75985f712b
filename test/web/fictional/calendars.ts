// Calendars of the fictional world: nothing has changed since they were first published, and one day is called off.
import { countWithoutDay, daysOwed, publishedAs } from '../../../src/duties/calendar-event.ts'
import type { CalendarData } from '../../../src/web/data/calendars.ts'
import { states } from './states.ts'

const changedAt = '2027-12-01T08:00:00.000Z'

export const fictionalCalendars = (): CalendarData => ({
  actorNamesIn: async () => (id) => states.find((state) => state.id === id)?.name ?? id,
  publishDays: async (scope, { duties, from, until }) => ({
    ...{ scope, from, until },
    days: daysOwed(duties).map((day) => {
      const isGone = day.owed.key.endsWith('/report/XAC/2028')
      const kept = { ...publishedAs(day), isGone, sequence: isGone ? 1 : 0, changedAt }
      return { owed: isGone ? null : day.owed, kept }
    }),
    withoutDay: countWithoutDay(duties),
  }),
})
