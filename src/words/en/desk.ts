// The page of a focal point: what is due, stale, missing and waiting.
import type { Phrase } from '../phrase.ts'

export const desk = {
  'desk.title': 'Your page',
  'desk.nav': 'Your page',
  'desk.kicker': 'What is to be done',
  'desk.titleOf': 'What is to be done: {name}',
  'desk.description':
    'What is due next, overdue, stale, missing and waiting, and what became known, across treaties, pledges and engagements.',
  'desk.answer': '{said}.',
  'desk.said.next': {
    one: '{count} thing is due in the next {days} days',
    other: '{count} things are due in the next {days} days',
  },
  'desk.said.ahead': { one: '{count} within twelve months', other: '{count} within twelve months' },
  'desk.said.overdue': { one: '{count} is overdue', other: '{count} are overdue' },
  'desk.said.stale': {
    one: '{count} figure or statement of the present is past its time',
    other: '{count} figures and statements of the present are past their time',
  },
  'desk.said.waiting': { one: '{count} waits for you', other: '{count} wait for you' },
  'desk.ministry': 'What it promised, joined, hosts, gives and voted',
  'desk.overdue': 'Overdue',
  'desk.overdue.none':
    'Nothing is. What is past its day stands here only where records are said to be complete and hold nothing; what nobody can say stands under “Missing”.',
  'desk.months': 'Calendar',
  'desk.months.before': 'three months earlier',
  'desk.months.after': 'three months later',
  'desk.months.due': { one: '{count} due', other: '{count} due' },
  'desk.months.legend': 'The number under a day: how many things are due on it. The day leads to them.',
  'desk.months.rest': {
    one: '{count} due by the end of {month}, without a day of its own',
    other: '{count} due by the end of {month}, without a day of their own',
  },
  'desk.months.beside': 'Also in the months of the calendar',
  'desk.months.beside.means':
    'What was done, not found or missed, and what lies further ahead than twelve months.',
  'desk.due': 'Due within twelve months',
  'desk.within': '{count} of them within 30 days',
  'desk.due.none':
    'Nothing with a date lies ahead. A duty of a treaty stands here once the actor is bound, a promise once it is held with how often or by when it is to be kept.',
  'desk.due.all': 'All that is owed, with what has no date',
  'desk.who': 'Who sees to it',
  'desk.nobody': 'nobody is named',
  'desk.together': 'together with',
  'desk.owedBy': 'owed by',
  'desk.fulfil': 'Fulfilled by',
  'desk.report': 'a report',
  'desk.fulfil.unsaid': 'not by one kind of record',
  'desk.enter': 'Enter it',
  'desk.beginReport': 'Begin the report',
  'desk.waiting': 'Waiting for you',
  'desk.waiting.none':
    'Nothing waits for you. A draft stands here that is yours to finish, was returned to you, or needs your approval.',
  'desk.waiting.public': 'What waits for somebody is seen by whoever has signed in.',
  'desk.waiting.all': 'All that waits, and what is with others',
  'desk.stale': 'Past their time',
  'desk.stale.lead': 'figures and statements of the present should be looked at again.',
  'desk.stale.none': 'None of {N}.',
  'desk.stale.nothing':
    'No figure that says “as of” a date is held. One that is entered with its date is followed here.',
  'desk.stale.more': { one: '{count} more is on their page.', other: '{count} more are on their page.' },
  'desk.stale.all': 'All figures and the rules of age',
  'desk.update': 'Enter a newer one',
  'desk.ofFigures': {
    one: 'of {count} figure or statement',
    other: 'of {count} figures and statements',
  },
  'desk.gaps': 'Missing',
  'desk.gaps.none':
    'Nothing is missing of what was to be expected this year and the year before. Instances expected and not found, reports not held and promises that nobody sees to would stand here.',
  'desk.gaps.earlier': {
    one: '{count} more was not found, or missed, in earlier years.',
    other: '{count} more were not found, or missed, in earlier years.',
  },
  'desk.gaps.earlier.all': 'All that was owed since 1997',
  'desk.gaps.undated': {
    one: '{count} promise without a day stands in no part of this page.',
    other: '{count} promises without a day stand in no part of this page.',
  },
  'desk.gaps.reports': 'Reports not held',
  'desk.gaps.notFound': 'Expected, and not found',
  'desk.gaps.missed': 'Missed',
  'desk.gaps.nobody': 'Promises for which nobody is named',
  'desk.gaps.nobody.means': 'No record says who sees to them.',
  'desk.gaps.which': 'Which they are',
  'desk.gaps.all': 'All that is owed, and where was looked',
  'desk.news': 'Became known',
  'desk.news.none': 'Nothing since {date}.',
  'desk.news.lead': 'After {date}.',
  'desk.news.all': 'What moved with it',
  'desk.choose': 'Choose whose page it is',
  'desk.another': 'The page of another',
  'desk.whose': 'Whose',
  'desk.others': 'Others',
  'desk.keep': 'Keep, and open',
  'desk.open': 'Open',
  'desk.empty.desk':
    'Choose once for whom you work here; it is remembered. What is due, stale, missing and waiting then stands on this page.',
  'desk.empty.person':
    'No role here makes you answer for an actor. What waits for you stands below; the page of any actor can be opened.',
  'desk.empty.public':
    'Open the page of a State or other actor: what is due, stale and missing, by what everyone may see. Signed in, those you answer for stand here together.',
  'desk.noCalendar': 'Nobody’s dates are known here: choose whose page it is, or ask for that of an actor.',
  'desk.in.exercise': 'Your page in the exercise',
  'desk.in.register': 'Your page in the register',
  'desk.roles': 'Your account and roles',
  'desk.what': 'What stands here',
  'desk.what.lead':
    'What is overdue and what is due within twelve months, with who sees to it and the form to enter it; a calendar; figures past their time; what is missing; what waits; what became known.',
  'ownCalendar.title': 'Your own calendar',
  'ownCalendar.description':
    'Private addresses at which your calendar program reads the dates you are concerned with.',
  'ownCalendar.lead':
    'A private address holds the dates of everybody you answer for, and the work that lies with you by name. Your calendar program reads it without signing in: whoever has the address reads it too.',
  'ownCalendar.public':
    'It holds public facts alone. What only some may see, drafts and what waits for you are never in it. It works until you withdraw it, change your password or leave.',
  'ownCalendar.held': 'Your addresses',
  'ownCalendar.none': 'You have none.',
  'ownCalendar.made.on': 'Made on',
  'ownCalendar.makeOne': 'Make an address',
  'ownCalendar.name.hint': 'For which program or telephone it is, so that you know which to withdraw.',
  'ownCalendar.make': 'Make the address',
  'ownCalendar.made': 'The address is made',
  'ownCalendar.made.lead': 'Copy it into your calendar program now: it is shown this once and never again.',
  'ownCalendar.madeBefore':
    'The address “{name}” was made before and is not shown again. Withdraw it and make another.',
  'ownCalendar.in.register': 'Register:',
  'ownCalendar.in.exercise': 'Exercise:',
  'ownCalendar.withdrawn': 'The address is withdrawn: it opens nothing any more.',
  'ownCalendar.notFound': 'There is no calendar at this address.',
} as const satisfies Record<string, Phrase>
