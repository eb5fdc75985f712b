// The days of a page of duties as a calendar, and the part of the page that leads to it.
import type { CalendarScope } from '../../../duties/calendar-store.ts'
import { sayCalendar } from '../../../duties/calendar-words.ts'
import type { Calendar } from '../../../formats/ical.ts'
import { calendarSpan } from '../../../indicators/calendar.ts'
import { type Html, html } from '../../html.ts'
import { addressOf, type Site, twinOf } from '../../site.ts'
import { withoutMarks } from '../../text.ts'
import type { CalendarAsked } from '../../twin-calendar.ts'

export type CalendarOfPage = CalendarAsked & {
  scope: CalendarScope
  /** What the page is about: a State, a treaty, a duty. */
  what: string
  /** Whether a register tells who owes it; of a State, whatever binds it is known by name. */
  isBoundKnown?: boolean
  /** The page's path in this world. */
  path: string
}

/** Everything the scope owes in the calendar's span, published and said in the language of the site. */
export const dutiesCalendar = async (site: Site, asked: CalendarOfPage): Promise<Calendar> => {
  const { scope, what, path, hasReminders, absolute, isBoundKnown = true } = asked
  const span = calendarSpan(site.today())
  const duties = await site.data.listDuties({ ...scope, actors: scope.actors?.slice(), ...span })
  const { days, withoutDay } = await site.data.publishDays(scope, { duties, ...span })
  const titles = new Map(duties.map((duty) => [duty.instrument, duty.instrumentTitle]))
  const speaker = {
    ...{ language: site.language, world: site.world, text: site.text, voice: site.voice },
    format: site.format,
    actorName: await site.data.actorNamesIn(site.language),
    instrumentTitle: (id: string) => titles.get(id) ?? id,
    addressOf: ({ actor }: { actor: string }) => absolute(addressOf(site, `/states/${actor}/duties`)),
  }
  return sayCalendar(speaker, {
    ...{ what: withoutMarks(what), ...span, days, withoutDay, hasReminders, isBoundKnown },
    address: absolute(addressOf(site, path)),
    feed: absolute(twinOf(site, path, 'ics', hasReminders ? {} : { reminders: 'none' })),
  })
}

/** From the head of a page to where its calendar is. */
export const calendarLink = (site: Site): Html => html`<a href="#calendar">${site.text('feed.title')}</a>`

/** How to have the days of this page in one's own calendar. */
export const calendarSection = (site: Site, path: string): Html => {
  const { text } = site
  const feed = twinOf(site, path, 'ics')
  const quiet = twinOf(site, path, 'ics', { reminders: 'none' })
  return html`<section aria-labelledby="calendar"><h2 id="calendar">${text('feed.title')}</h2><p>${text('feed.lead')}</p>
<p><a href="${feed}" type="text/calendar">${text('feed.link')}</a> · <a href="${quiet}" type="text/calendar">${text('feed.quiet')}</a> · <a href="${feed}" download>${text('feed.file')}</a></p>
<p class="quiet">${text('feed.subscribe')}</p></section>`
}
