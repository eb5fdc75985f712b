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
  /** Somebody whose work is in it too, whoever promised it: by the name under which it lies with them. */
  named?: string
  /** Where the calendar itself is read, where that is not beside the page. */
  feed?: string
}

/** Everything the scope owes in the calendar's span, published and said in the language of the site. */
export const dutiesCalendar = async (site: Site, asked: CalendarOfPage): Promise<Calendar> => {
  const { scope, what, path, named, feed, hasReminders, absolute, isBoundKnown = true } = asked
  const span = calendarSpan(site.today())
  const own = await site.data.listDuties({ ...scope, actors: scope.actors?.slice(), ...span })
  const planned = await site.data.listPlanned({ ...scope, ...span })
  const lyingWith = named === undefined ? [] : await site.data.listWorkOf(named, span)
  // What is of several comes once.
  const duties = [
    ...new Map(
      [...own, ...planned, ...lyingWith].map((duty) => [`${duty.actor} ${duty.key}`, duty]),
    ).values(),
  ]
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
    feed: absolute(
      feed === undefined
        ? twinOf(site, path, 'ics', hasReminders ? {} : { reminders: 'none' })
        : addressOf(site, feed, hasReminders ? {} : { reminders: 'none' }),
    ),
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
