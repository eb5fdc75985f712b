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
} as const satisfies Record<string, Phrase>
