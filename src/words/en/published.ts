// Figures that others published, beside ours.
import type { Phrase } from '../phrase.ts'

export const published = {
  'published.title': 'What others published',
  'published.description': 'Figures of others beside ours for the same year and day, and how they fit.',
  'published.lead':
    'Each figure as its source gives it. Ours is worked out for the same year as of the same day, with what is known today; nothing of theirs enters ours.',
  'published.none': 'No figure of others is held.',
  'published.ofYear': 'For {year}',
  'published.noYear': 'Without a year',
  'published.figure': '{number} {unit}',
  'published.percent': '{number} %',
  'published.asOf': 'as of {date}',
  'published.ours': 'Ours',
  'published.ours.nothing': 'Nothing held counts the same for that year and day.',
  'published.ours.value': '{count} of {total}, as of {date}',
  'published.ours.count': '{count}, as of {date}',
  'published.ours.unknown': 'not known, of {total}, as of {date}',
  'published.ours.unknownCount': 'not known, as of {date}',
  'published.notDue': {
    one: 'Counted by us, but not due by then: {names}',
    other: 'Counted by us, but not due by then: {names}',
  },
  'published.all': 'All figures of others',
  'published.indicator': 'What others published',
} satisfies Record<string, Phrase>
