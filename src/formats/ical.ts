// Calendars as iCalendar (RFC 5545, RFC 7986): whole-day events from plain data, the same bytes for the same data.
import ical, {
  escape as escapeText,
  ICalAlarmType,
  ICalEventStatus,
  ICalEventTransparency,
} from 'ical-generator'

export type CalendarEvent = {
  /** For good: a calendar program knows an event again by it. Letters, digits and `/:@%._~-` only. */
  uid: string
  /** 0 when first published; higher with every change. */
  sequence: number
  /** When what it says was last changed: ISO 8601 in UTC. */
  changedAt: string
  /** YYYY-MM-DD */
  day: string
  status: 'confirmed' | 'tentative' | 'cancelled'
  summary: string
  description: string
  categories: readonly string[]
  /** Absolute address of the page that says more; null where none is known. */
  address: string | null
  /** So many days before the day, at `remindAt`. */
  remindDays: readonly number[]
}

export type Calendar = {
  /** Who made it, in which language: a public identifier (RFC 5545, 3.7.3) without its dash, `//Pacta//…//EN`. */
  product: string
  name: string
  description: string
  /** Absolute address of the page with the same content; null where none is known. */
  address: string | null
  /** Absolute address the calendar itself is read at; null for a file. */
  feed: string | null
  /** How often a program should ask again. */
  refreshHours: number
  events: readonly CalendarEvent[]
}

export const icalType = 'text/calendar; charset=utf-8'

/** The hour of the day, where the reader is, at which to remind. A whole day begins at midnight, when people sleep. */
const remindAt = 9

const statuses = {
  confirmed: ICalEventStatus.CONFIRMED,
  tentative: ICalEventStatus.TENTATIVE,
  cancelled: ICalEventStatus.CANCELLED,
} as const

/** Text as a calendar can hold it: of the control characters only line ends and tabs (RFC 5545, 3.1), no half letters. */
const clean = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, ' ').toWellFormed()

/**
 * Moves the alarms of each event behind its properties, where the grammar has them (RFC 5545, 3.6.1); the library
 * writes them in between. Folded lines begin with a space, so that no text can look like the beginning of an alarm.
 */
const alarmsLast = (lines: readonly string[]): string[] => {
  const ordered: string[] = []
  let alarms: string[] = []
  let isInAlarm = false
  for (const line of lines) {
    if (line === 'BEGIN:VALARM') isInAlarm = true
    if (line === 'END:VEVENT') {
      ordered.push(...alarms)
      alarms = []
    }
    ;(isInAlarm ? alarms : ordered).push(line)
    if (line === 'END:VALARM') isInAlarm = false
  }
  return ordered
}

const eventData = (event: CalendarEvent) => {
  const day = Temporal.PlainDate.from(event.day)
  const changedAt = new Date(event.changedAt)
  return {
    id: event.uid,
    sequence: event.sequence,
    stamp: changedAt,
    lastModified: changedAt,
    start: day,
    end: day.add({ days: 1 }),
    allDay: true,
    status: statuses[event.status],
    // A day by which something is due takes nobody's time.
    transparency: ICalEventTransparency.TRANSPARENT,
    summary: clean(event.summary),
    description: clean(event.description),
    categories: event.categories.filter((name) => name !== '').map((name) => ({ name: clean(name) })),
    url: event.address,
    alarms: event.remindDays.map((days) => ({
      type: ICalAlarmType.display,
      triggerBefore: (days * 24 - remindAt) * 3600,
      description: clean(event.summary),
    })),
  }
}

/**
 * The calendar as text: CRLF, lines of at most 75 octets. No METHOD: it would make a scheduling message of it, which
 * must name an organizer (RFC 5546, 3.2.1).
 */
export const writeCalendar = (calendar: Calendar): string => {
  const written = ical({
    prodId: calendar.product,
    // The library writes these two as they are given.
    name: escapeText(clean(calendar.name), false),
    description: escapeText(clean(calendar.description), false),
    scale: 'gregorian',
    url: calendar.address,
    source: calendar.feed,
    ttl: calendar.refreshHours * 3600,
    events: calendar.events.map(eventData),
  }).toString()
  return `${alarmsLast(written.split('\r\n')).join('\r\n')}\r\n`
}
