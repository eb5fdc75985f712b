// A page's days as a calendar: what can be asked of it, and how it is answered.
import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { type Calendar, icalType, writeCalendar } from '../formats/ical.ts'

/** A calendar has a span of its own, which moves with the years; of what a page can be asked, nothing else is needed. */
export const calendarQuery = z.object({
  reminders: z.enum(['none']).optional().openapi({ description: 'none: days without reminders' }),
})

export type CalendarAsked = {
  hasReminders: boolean
  /** A path of this host as the whole address, for programs that know no other page. */
  absolute: (path: string) => string
}

/** The calendar as the answer to a request, with a file's name. */
export const answerCalendar = (c: Context, fileName: string, calendar: Calendar): Response =>
  c.body(writeCalendar(calendar), 200, {
    'content-type': icalType,
    'content-disposition': `inline; filename="${fileName}"`,
  })
