// The days of calendars in what a world holds.
import type { Db } from '../../db/store.ts'
import { actorNamesIn, publishDays } from '../../indicators/calendar.ts'
import type { CalendarData } from '../data/calendars.ts'

export const calendarsHeld = (db: Db): CalendarData => ({
  actorNamesIn: (language) => actorNamesIn(db, language),
  publishDays: (scope, given) => publishDays(db, scope, { ...given, now: new Date().toISOString() }),
})
