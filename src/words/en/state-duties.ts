// What one State owes and by when: its page of duties and the picture of them over time.
import type { Phrase } from '../phrase.ts'

export const stateDuties = {
  'timeline.label': '{article}: {title}',
  'timeline.row': '{duty}: {says}',
  'timeline.standing': '{status}: {date}',
  'timeline.today': 'today, {date}',
  'timeline.computed': 'by the rule {date}',
  'timeline.granted': 'granted: {date}',
  'timeline.grantedBy': 'granted by {meeting}: {date}',
  'timeline.stated': 'stated by a source: {date}',
  'timeline.statedBy': 'stated by a source, with {meeting}: {date}',
  'timeline.otherwise': 'another source says {date}',
  'timeline.met': 'met: {date}',
  'timeline.metUndated': 'met, without a day',
  'timeline.key': 'How to read the picture',
  'timeline.key.computed': 'the rule gives this day',
  'timeline.key.granted': 'granted by a meeting',
  'timeline.key.stated': 'stated by a source',
  'timeline.key.span': 'known to the month or year only: as long as it may be',
  'timeline.key.extended': 'a later date took its place',
} as const satisfies Record<string, Phrase>
