// The sheet of a State: its next dates, cohorts and reports due.
import type { Phrase } from '../phrase.ts'

export const sheet = {
  'sheet.dates': 'Dates',
  'sheet.dates.lead':
    'What is owed this year and the next, and what falls due once, whenever that is. That a date can be computed does not say that there is something to destroy or to clear.',
  'sheet.dates.none': 'No duty of a treaty, plan or pledge held here is known to be its.',
  'sheet.dates.all': 'All duties, past and to come, over time',
  'sheet.date.source': 'source',
  'sheet.cohorts': 'Cohorts it belongs to',
  'sheet.cohorts.lead': 'Today, {date}. A cohort is a rule: the reason says what it rests on.',
  'sheet.cohorts.none': 'It belongs to no cohort today, as far as is known here.',
  'sheet.cohort': 'Cohort',
  'sheet.cohort.since': 'Since',
  'sheet.cohort.notKnownSince': 'not known',
  'sheet.cohorts.unknown': {
    one: '{count} cohort of which nobody here can say whether it belongs',
    other: '{count} cohorts of which nobody here can say whether it belongs',
  },
  'sheet.reports.lead': 'Every cycle it owes a report for, in the years held, with what was received.',
  'sheet.reports.cycle': 'Cycle',
  'sheet.reports.receipt': 'Received?',
  'sheet.reports.versions': 'All versions',
  'sheet.facts.differ': 'sources differ',
} as const satisfies Record<string, Phrase>
