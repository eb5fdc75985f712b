// The calendar at a private address: the dates of those its person answers for and the work that names them, as far as
// everyone may see them. It is read without signing in, so nothing else is in it.
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Access } from '../../../accounts/access.ts'
import { servedBy } from '../../../accounts/served.ts'
import { problem } from '../../../problem.ts'
import type { Site } from '../../site.ts'
import { answerCalendar } from '../../twin-calendar.ts'
import { dutiesCalendar } from '../duties/subscribe.ts'

const folder = '/calendars'

/** Where the calendar of a private address is read, in each world. */
export const ownCalendarPath = (secret: string): string => `${folder}/${secret}.ics`

/**
 * Answers private addresses. Whoever asks, with or without a session, reads what the public reads: `site` is that of no
 * request. What is not known, or was withdrawn, is not found: nobody learns which.
 */
export const serveOwnCalendars = (app: OpenAPIHono, site: Site, access: Access): void => {
  app.get(`${folder}/:file`, async (c) => {
    // Of one person, and of nobody's cache: not even that there is none.
    c.header('cache-control', 'private, no-store')
    const secret = /^(.+)\.ics$/.exec(c.req.param('file'))?.[1]
    const person = secret === undefined ? undefined : await access.calendars.personOf(secret)
    if (secret === undefined || person === undefined)
      throw problem('not-found', site.text('ownCalendar.notFound'))
    const desks = await site.data.listDesks(servedBy(person.grants, site.world))
    const actors = [...new Set(desks.flatMap(({ actor, units }) => [actor, ...units]))]
    const calendar = await dutiesCalendar(site, {
      scope: { actors },
      named: person.name,
      what: person.name,
      path: '/desk',
      hasReminders: c.req.query('reminders') !== 'none',
      absolute: (to) => new URL(to, c.req.url).href,
      feed: ownCalendarPath(secret),
    })
    return answerCalendar(c, 'pacta.ics', calendar)
  })
}
