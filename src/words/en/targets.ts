// Targets, what counts towards them, and what was promised action by action.
import type { Phrase } from '../phrase.ts'

export const targets = {
  'targets.title': 'Targets',
  'targets.none': {
    one: 'The indicator of this plan names no target.',
    other: 'None of the {count} indicators of this plan names a target.',
  },
  'targets.values': 'Their values',
  'targets.lead': '{n} of {N} targets of {year} are met.',
  'targets.lead.unknown': {
    one: 'Whether its target of {year} is met is not known.',
    other: 'Whether its {count} targets of {year} are met is not known.',
  },
  'targets.lead.some': '{n} of {N} targets of {year} are known to be met; of {count} it is not known.',
  'targets.allNothing': {
    one: 'Of its {count} action nothing is held.',
    other: 'Of its {count} actions nothing is held.',
  },
  'targets.served': 'Target that goes with it:',
  'targets.aim': 'target:',
  'targets.add.remark': 'Write a remark on it',
  'targets.open': 'What the text leaves open:',
  'targets.noTarget': 'no target',
  'targets.more': '{n}, where {asked} are asked for',
  'targets.onRecord': '{of} on record',
  'targets.different': 'different: {field}',
  'targets.readings': 'Readings of the text',
  'targets.reading': 'Read so',
  'targets.there': 'There',
  'targets.stands': 'Where it stands',
  'targets.nothingSearched': 'No register was looked through.',
  'targets.declaredBy': 'declared by',
  'targets.either': '{least} or {n}',
  'targets.eitherOf': '{least} or {n}, of {N}',
  'targets.mayBeOne':
    'Some records may be of one thing, written down twice: {count} if they are of different things, {least} if not. Whoever made one of them can say it, in its “same as” or “differs from”.',
  'targets.oneWith': 'One and the same as',
  'targets.mayBeOneWith': 'May be one and the same as',
  'targets.wordOf':
    'Said to be one by another’s word alone. Two records are one only if whoever made both says so; not said yet by {who}.',
  'targets.toldTogether': 'By all that are one with it, {field}:',
  'targets.toldApart': 'They contradict each other, {field}:',
  'targets.years': 'Years of the plan',
  'targets.byYear': 'Year by year',
  'targets.counted': 'What counts for {number} and what does not, and why',
  'targets.counted.title': 'What counts for {number}, {year}: {title}',
  'targets.counted.description':
    'Every record that could count for the indicator {number} in {year}: whether it counts in each reading of the text, and why.',
  'targets.counted.crumb': 'What counts for {number}',
  'targets.records': 'Records',
  'targets.records.lead': {
    one: '{count} record of {year}, of this kind: {kind}. Those of the parties are listed, and those of others that say they serve it; also what is only planned.',
    other:
      '{count} records of {year}, of this kind: {kind}. Those of the parties are listed, and those of others that say they serve it; also what is only planned.',
  },
  'targets.record': 'Record',
  'targets.whose': 'Whose',
  'targets.back': 'All targets',
  'targets.actionPlan': 'What was promised, action by action',
  'targets.ourReading': 'by our reading',
  'targets.ourReading.lead':
    'The text puts its indicators under no action: which of them measures which is our reading.',
  'targets.indicator': 'Indicator',
  'targets.noIndicator': 'none in the text',
  'targets.work': 'Plan of work',
  'targets.done': '{n} of {N} done',
  'targets.bodies': 'Bodies',
  'targets.events': 'Events',
  'targets.meetings': 'Meetings',
  'targets.nothingHeld': 'nothing held that carries it out',
  'targets.othersNothing': {
    one: 'Of {count} of the {all} actions nothing is held.',
    other: 'Of {count} of the {all} actions nothing is held.',
  },
} satisfies Record<string, Phrase>
