// Letters: invitations, links, what waits, and the digest of what is due.
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
    one: 'What is due: {count} duty on {date}',
    other: 'What is due: {count} duties on {date}',
  },
  'digest.lead': 'What Pacta holds on {date} of what is due. Only public facts stand in this letter.',
  'digest.fictional': 'Exercise: every State and every date below is fictional.',
  'digest.counted':
    '{overdue} of {total} overdue, {risk} at risk by the calendar, {soon} due in the next {days} days; the {total} are those with a date from {from} to {until} or overdue from before.',
  'digest.notFound': {
    one: 'Of {count} more nothing is found here; no complete register says that there is nothing.',
    other: 'Of {count} more nothing is found here; no complete register says that there is nothing.',
  },
  'digest.overdue': 'Overdue: {count} of {total}',
  'digest.risk': 'At risk by the calendar: {count} of {total}',
  'digest.soon': 'Due in the next {days} days: {count} of {total}',
  'digest.more': { one: 'and {count} more on the page', other: 'and {count} more on the page' },
  'digest.report': 'report',
  'digest.entered': 'rests on what was entered here, not received',
  'digest.page': 'All of them, and how each date came about:',
  'digest.change': 'To choose when you are reminded:',
  'digest.stop': 'To get no more of these letters, without signing in:',
} as const satisfies Record<string, Phrase>
