// Declaring that an owner's own records of a period are complete, and what was declared.
import type { Phrase } from '../phrase.ts'

export const declarations = {
  'declare.title': 'Declare the records of a period complete',
  'declare.description': 'A form in which an owner says that its own records of a period are all held here.',
  'declare.lead':
    'A record that is not held proves nothing, until whoever answers for the records says that they are all here. From then on what is not held counts as not done.',
  'declare.door.lead':
    'Says of your own records of a year or another period that they are all held here. Only then can anything be said to be missed.',
  'declare.whose': 'Whose records',
  'declare.nobody': 'There is nobody whose records you can declare complete. It takes the role focal point.',
  'declare.nothing':
    'Nothing that {name} promised is looked for in its own records: there is nothing to declare.',
  'declare.kinds': 'Which records',
  'declare.kinds.for': 'They decide whether this is met: {promises}',
  'declare.state': 'What you say of them',
  'declare.state.complete': 'They are complete: all there is, is held here',
  'declare.state.not': 'They are not complete after all',
  'declare.period': 'For which period',
  'declare.year': 'A whole year',
  'declare.year.hint': 'Of the year that runs, the days that have passed.',
  'declare.from': 'Or from',
  'declare.from.hint': 'The first day, such as 2026-01-01. Leave the year empty then.',
  'declare.to': 'Up to and with',
  'declare.to.hint': 'The last day, not later than today, {date}.',
  'declare.word': 'By whose word',
  'declare.office': 'Office',
  'declare.office.hint': 'Which office says so, not which person.',
  'declare.knownFrom': 'Known since',
  'declare.knownFrom.hint': 'The day the office said so. Left empty: today.',
  'declare.note': 'Note',
  'declare.check': 'See what follows',
  'declare.do': 'Declare it',
  'declare.change': 'Change it',
  'declare.checkTitle': 'Declare this?',
  'declare.says.complete':
    '{office} says that these records of {name} are complete from {from} up to and with {to}.',
  'declare.says.not':
    '{office} says that these records of {name} are not complete, or not known to be, from {from} up to and with {to}.',
  'declare.means.complete':
    'What is not held of these days will be taken not to have been. What comes to light later can still be entered, and this declaration taken back.',
  'declare.means.not':
    'What is not held of these days proves nothing any more. Nothing that rests on these records alone will be said to be missed.',
  'declare.held': 'What is held of {name} for these days',
  'declare.held.records': 'Records',
  'declare.held.count': 'Held',
  'declare.held.undated': { one: 'and {count} without a date', other: 'and {count} without a date' },
  'declare.follows': 'What follows',
  'declare.follows.none': 'No promise with a date in this period is looked for in these records.',
  'declare.follows.promise': 'Promise',
  'declare.follows.due': 'Due',
  'declare.follows.now': 'Stands now',
  'declare.follows.then': 'Stands then',
  'declare.follows.missed': 'Fewer than {N} are held: it will be said to be missed.',
  'declare.follows.waits':
    'It will be said to be missed only once these are declared complete too: the records of {names}.',
  'declare.follows.same': 'as now',
  'declare.noKinds': 'Choose at least one kind of records.',
  'declare.notOffered': 'Nothing that was promised here is looked for in these records: {found}.',
  'declare.noPeriod': 'Write a year, or a first and a last day.',
  'declare.twoPeriods': 'Write a year or days, not both.',
  'declare.beforeBegun':
    'Nothing was promised before {expected}: of earlier days nothing is looked for in these records.',
  'declare.ahead': 'Nobody can say anything of days to come. The last day is {expected}.',
  'declare.beforeOver': 'On {expected}, the day it was said, the period was not over yet.',
  'declare.ends': 'The last day lies before the first, {expected}.',
  'declare.sameDay':
    'It was said on {found} that these records are not complete. Of two words of one day the one that says less stands: give a later day.',
  'declared.title': 'What {name} has declared complete',
  'declared.description':
    'What {name} has said of its own records: which are complete, for which days, by whose word.',
  'declared.lead':
    'Whoever answers for records says here that they are all held. Without such a word nothing that is not held is said to be missed.',
  'declared.none': 'Nothing has been said of the records of {name} alone.',
  'declared.records': 'Records',
  'declared.says': 'Said to be',
  'declared.days': 'For these days',
  'declared.by': 'By whose word',
  'declared.span': '{from} – {to}',
  'declared.open': 'from {from} until further notice',
  'declared.takenBack': 'taken back, all or in part, on {date}',
  'declared.history': 'history',
  'declared.level.complete': 'complete',
  'declared.level.partial': 'not complete',
  'declared.level.none': 'not held',
  'declared.done': 'Declared. It counts from now on.',
  'declared.link': 'Records declared complete',
} as const satisfies Record<string, Phrase>
