// Dates as a calendar to subscribe to.
import type { Phrase } from '../phrase.ts'

export const calendar = {
  'calendar.name': '{what}: dates',
  'calendar.about':
    'Every day from {from} to {until} by which something is owed, as far as it is known to the day. What changes comes with the next look.',
  'calendar.imprecise': {
    one: '{count} duty is dated by a month or a year only, and is no day here.',
    other: '{count} duties are dated by a month or a year only, and are no days here.',
  },
  'calendar.waiting': {
    one: '{count} duty waits for a date.',
    other: '{count} duties wait for a date.',
  },
  'calendar.undated': {
    one: 'For {count} duty no day is set, or none can be told.',
    other: 'For {count} duties no day is set, or none can be told.',
  },
  'calendar.event': '{name}: {title}',
  'calendar.eventOf': '{name}: {title} ({article})',
  'calendar.exercise': 'Exercise: {event}',
  'calendar.fictional': 'Exercise: every State and every date of this calendar is fictional.',
  'calendar.ifOwed': 'if owed',
  'calendar.calledOff': 'called off',
  'calendar.calledOff.means':
    'Nothing is owed on this day any more: the duty has ended, or its date has moved.',
  'calendar.how': 'How the date came about: {derivation}',
  'calendar.byRule': 'By the rule alone: {date}',
  'calendar.metBy': 'Met by: {records}',
  'calendar.responsible': 'Who acts: {who}',
  'calendar.words': '{place}: “{words}”',
  'calendar.note': 'Note: {note}',
  'calendar.page': 'Page: {address}',
  'calendar.title': 'In your own calendar',
  'calendar.lead':
    'Every day known to the day, from the beginning of last year for seven years, with reminders 90, 30 and 7 days before.',
  'calendar.feed': 'Calendar (iCalendar)',
  'calendar.quiet': 'Without reminders',
  'calendar.file': 'Download as a file',
  'calendar.subscribe':
    'To subscribe, copy the address of the first link and give it to your calendar program, where it says “subscribe” or “from internet”. The program must be able to reach that address: one that begins with 127.0.0.1 or localhost is reached from this computer only. Otherwise download the file and import it; a file does not follow what changes later.',
} as const satisfies Record<string, Phrase>
