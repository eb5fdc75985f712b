// Dates as a calendar to subscribe to.
import type { Phrase } from '../phrase.ts'

export const feeds = {
  'feed.name': '{what}: dates',
  'feed.about':
    'Every day from {from} to {until} by which something is owed; what is due within a month or a year stands on its last day. What changes comes with the next look.',
  'feed.imprecise': {
    one: '{count} duty is dated more roughly than by a year, and stands on no day.',
    other: '{count} duties are dated more roughly than by a year, and stand on no day.',
  },
  'feed.waiting': {
    one: '{count} duty waits for a date.',
    other: '{count} duties wait for a date.',
  },
  'feed.undated': {
    one: 'For {count} duty no day is set, or none can be told.',
    other: 'For {count} duties no day is set, or none can be told.',
  },
  'feed.event': '{name}: {title}',
  'feed.eventOf': '{name}: {title} ({article})',
  'feed.exercise': 'Exercise: {event}',
  'feed.fictional': 'Exercise: every State and every date of this calendar is fictional.',
  'feed.within': 'in {date}',
  'feed.within.means': 'No day is named; this entry stands on the last day.',
  'feed.ifOwed': 'if owed',
  'feed.calledOff': 'called off',
  'feed.calledOff.means': 'Nothing is owed on this day any more: the duty has ended, or its date has moved.',
  'feed.notShown': 'no longer shown',
  'feed.notShown.means':
    'This day is no longer shown here. What stood on it may have ended, moved, or hold on: the calendar does not tell.',
  'feed.how': 'How the date came about: {derivation}',
  'feed.byRule': 'By the rule alone: {date}',
  'feed.metBy': 'Met by: {records}',
  'feed.responsible': 'Who acts: {who}',
  'feed.words': '{place}: “{words}”',
  'feed.note': 'Note: {note}',
  'feed.page': 'Page: {address}',
  'feed.title': 'In your own calendar',
  'feed.lead':
    'Every date, from the beginning of last year for seven years, with reminders 90, 30 and 7 days before. What is due within a month or a year stands on its last day.',
  'feed.link': 'Calendar (iCalendar)',
  'feed.quiet': 'Without reminders',
  'feed.file': 'Download as a file',
  'feed.subscribe':
    'To subscribe, copy the address of the first link and give it to your calendar program, where it says “subscribe” or “from internet”. The program must be able to reach that address: one that begins with 127.0.0.1 or localhost is reached from this computer only. Otherwise download the file and import it; a file does not follow what changes later.',
} as const satisfies Record<string, Phrase>
