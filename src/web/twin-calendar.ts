// A page's days as a calendar: what can be asked of it, and how it is answered.
import { createHash } from 'node:crypto'
import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { type Calendar, icalType, writeCalendar } from '../formats/ical.ts'

/** A calendar has a span of its own, which moves with the years; of what a page can be asked, nothing else is needed. */
export const calendarQuery = z.object({
  reminders: z
    .enum(['none'])
    .optional()
    .openapi({ description: 'Of the calendar (.ics) only. none: days without reminders' }),
})

export type CalendarAsked = {
  hasReminders: boolean
  /** A path of this host as the whole address, for programs that know no other page. */
  absolute: (path: string) => string
}

/** Changes with anything that the calendar says. */
const tagOf = (calendar: Calendar): string =>
  `W/"${createHash('sha256').update(JSON.stringify(calendar)).digest('base64url')}"`

const asksFor = (ifNoneMatch: string | undefined, tag: string): boolean =>
  ifNoneMatch?.split(',').some((one) => one.trim().replace(/^(W\/)?/, 'W/') === tag) === true

/**
 * The calendar as the answer to a request, with a file's name. Programs ask again and again: one that has it already is
 * told so before it is written out.
 */
export const answerCalendar = (c: Context, fileName: string, calendar: Calendar): Response => {
  const tag = tagOf(calendar)
  if (asksFor(c.req.header('if-none-match'), tag)) return c.body(null, 304, { etag: tag })
  return c.body(writeCalendar(calendar), 200, {
    'content-type': icalType,
    'content-disposition': `inline; filename="${fileName}"`,
    etag: tag,
  })
}
