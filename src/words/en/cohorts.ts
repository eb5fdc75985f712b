// Cohorts.
import type { Phrase } from '../phrase.ts'

export const cohorts = {
  'cohort.notEstablished': 'not established',
  'cohort.notEstablished.explain':
    'Nobody has established who belongs to this cohort on {date}. That is not the same as nobody belonging to it.',
  'cohort.title': 'Cohort',
  'cohorts.title': 'Cohorts',
  'cohorts.description':
    'The named groups of States that plans count over, each a rule, with its members on a date.',
  'cohorts.lead':
    'A cohort is a rule, not a list: its members are worked out for any date, and as known on any date.',
  'cohorts.membersOn':
    'Members on {date}, each with its reason. A cohort nobody has established is unknown, not empty.',
  'cohorts.count': 'Members',
  'cohort.asOf': 'On {asOf}, as known on {knownOn}',
  'cohort.member': 'State',
  'cohort.from': 'Member from',
  'cohort.until': 'Until',
  'cohort.reason': 'Reason',
  'cohort.years': 'Members over the years',
  'cohort.years.unit': 'States that belonged on the last day of each year',
  'cohort.years.table': 'Members at the end of each year',
  'cohort.years.members': 'Members at the end of the year',
  'cohort.moves': 'Joined and left since {date}',
  'cohort.moves.none': 'Nobody joined and nobody left.',
  'cohort.moves.notEstablished':
    'Who belonged on that day is not established, so nobody can say who joined or left.',
  'cohort.joined': { one: '{count} joined', other: '{count} joined' },
  'cohort.joined.lead': 'With the day since which they belong, and why.',
  'cohort.left': { one: '{count} left', other: '{count} left' },
  'cohort.left.lead': 'With the day until which they belonged, and why they do no longer.',
  'cohort.empty': 'No State belongs to it on this date.',
  'cohort.source': 'Status by {source}, as of {date}.',
  'cohort.sourceUndated': 'Status by {source}.',
} as const satisfies Record<string, Phrase>
