// How old figures are, and after how long they are looked at again.
import type { Phrase } from '../phrase.ts'

export const staleness = {
  'age.asOf': 'as of {date}',
  'age.yearsAgo': { one: 'as of {date}, {count} year ago', other: 'as of {date}, {count} years ago' },
  'age.stale': 'figures of this kind are looked at again after {after}',
  'age.unsaid': 'whether it is past the {after} after which it is looked at again cannot be said',
  'staleness.title': 'How old figures are',
  'staleness.description':
    'After how long figures that say “as of” a date are looked at again, why, and which of those held are past it.',
  'staleness.lead':
    'A figure says as of when it was true. After some time it should be looked at again. What is past that time stays as it is, with its date and a mark.',
  'staleness.now': 'Past their time',
  'staleness.counted': 'figures and statements of the present are past their time on {date}.',
  'staleness.countedUnsaid': {
    one: 'Of {count} more it cannot be said: its date is too vague.',
    other: 'Of {count} more it cannot be said: their dates are too vague.',
  },
  'staleness.whose': 'Whose',
  'staleness.figure': 'What',
  'staleness.asOf': 'As of',
  'staleness.again': 'Looked at again',
  'staleness.past': 'after {after}: past',
  'staleness.unsaid': 'after {after}: cannot be said',
  'staleness.rules': 'The rules',
  'staleness.rules.lead':
    'A rule for a kind of fact goes before one for a part of the page of a ministry, and that before the rule for everything else.',
  'staleness.scope': 'For',
  'staleness.after': 'After',
  'staleness.why': 'Why',
  'staleness.default': 'everything else',
  'staleness.here': 'set here',
  'staleness.change': 'A rule is changed for one world, without a change of any program:',
} as const satisfies Record<string, Phrase>
