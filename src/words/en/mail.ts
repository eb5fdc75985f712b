// Letters: invitations, links, and what waits for somebody.
import type { Phrase } from '../phrase.ts'

export const mail = {
  'letter.greeting': 'Dear {name},',
  'letter.greetingAll': 'Good day,',
  'letter.end': 'Written by Pacta at {origin}. An answer to this letter is read by nobody.',
  'letter.once': 'The address works once. Give it to nobody.',
  'letter.invitation.subject': 'Invitation to Pacta',
  'letter.invitation.body':
    '{by} invites you to work with Pacta, where what States promised becomes duties, reports and figures. To accept, open this address by {until}:',
  'letter.invitation.after': 'If you do not know why you are invited, do nothing.',
  'letter.password-link.subject': 'A new password for Pacta',
  'letter.password-link.body': {
    one: 'Somebody, probably you, has asked for a new password. To choose one, open this address within {count} minute:',
    other:
      'Somebody, probably you, has asked for a new password. To choose one, open this address within {count} minutes:',
  },
  'letter.password-link.after': 'If it was not you, do nothing: your password stays as it is.',
  'letter.approval-asked.subject': 'Your approval is asked for: {what}',
  'letter.approval-asked.body': '{by} asks for your approval of: {what}',
  'letter.returned.subject': 'Given back: {what}',
  'letter.returned.body': '{by} has given back: {what}. Why stands on its page:',
  'letter.test.subject': 'A test letter from Pacta',
  'letter.test.body': 'If you can read this, letters from this installation arrive. Монгол үсэг: Ө ө Ү ү.',
  'digest.subject': {
    one: 'Pacta: {count} duty to look at',
    other: 'Pacta: {count} duties to look at',
  },
  'digest.subjectWaiting': {
    one: 'Pacta: {count} thing waits for you',
    other: 'Pacta: {count} things wait for you',
  },
  'digest.lead':
    'What is overdue, at risk or due soon, by the public facts held here. Nothing in this letter is restricted.',
  'digest.of': '{name}, as of {date}',
  'digest.fictional': 'Exercise: this State and every date of it are fictional.',
  'digest.counted':
    'Of {total} duties with a date from {from} to {until}, or overdue from before: {overdue} overdue, {risk} at risk by the calendar, {soon} due in the next {days} days.',
  'digest.notFound': {
    one: 'Of {count} more of the {total} nothing is found here though its day is past; no complete register says that there is nothing.',
    other:
      'Of {count} more of the {total} nothing is found here though their day is past; no complete register says that there is nothing.',
  },
  'digest.overdue': 'Overdue: {count} of {total}',
  'digest.risk': 'At risk by the calendar: {count} of {total}',
  'digest.soon': 'Due in the next {days} days: {count} of {total}',
  'digest.more': { one: 'and {count} more on the page', other: 'and {count} more on the page' },
  'digest.reports': {
    one: '{count} of the {total} listed below is a report.',
    other: '{count} of the {total} listed below are reports.',
  },
  'digest.entered': 'rests on what was entered here, not received',
  'digest.page': 'All of them, and how each date came about:',
  'digest.waiting': 'Waiting for you',
  'digest.waiting.exercise': 'Waiting for you in the exercise',
  'digest.waiting.returned': '{count} given back to you',
  'digest.waiting.approve': '{count} for your approval',
  'digest.waiting.publish': '{count} approved, to be published',
  'digest.waiting.finish': '{count} you began, to be finished',
  'digest.change': 'To choose when you are reminded:',
  'digest.stop': 'To get no more reminders, without signing in:',
} as const satisfies Record<string, Phrase>
