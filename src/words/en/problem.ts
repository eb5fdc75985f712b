// Refusals.
import type { Phrase } from '../phrase.ts'

export const problem = {
  'problem.title': 'That did not work',
  'problem.whatNow': 'What you can do',
  'problem.goHome': 'Start from the beginning',
  'problem.goStates': 'Look up a State',
  'problem.notFound': 'Nothing is held at this address.',
  'problem.notFound.detail':
    'There is no page at {address}. It may have been mistyped, or it belongs to the other world.',
  'problem.internal': 'Something went wrong here',
  'problem.internal.detail':
    'The fault is ours, not yours. It has been written down; nothing you entered was changed. Try again, and if it stays, tell whoever runs this register.',
  'problem.issues': 'What was found',
  'problem.expected': 'expected {expected}',
  'problem.found': 'found “{found}”',
  'problem.more': 'and {count} more',
  'problem.type': 'About this kind of problem',
  'problem.typePage': 'Problem: {title}',
  'problem.typePage.description': 'What the refusal “{type}” means.',
  'problem.status': 'HTTP status {status}',
  'problem.query': 'The address asks for something that is not understood.',
  'problem.query.unknown': 'is not something this page can be asked for',
  'problem.tooMany': {
    one: 'So much was asked from here in so short a time that others would have to wait. Nothing was stored. Try again in one second.',
    other:
      'So much was asked from here in so short a time that others would have to wait. Nothing was stored. Try again in {count} seconds.',
  },
  'problem.addressTooLong': 'The address is longer than the {count} signs that are read.',
  'problemType.usage': 'The command or address was not understood',
  'problemType.not-found': 'Nothing is held under this name',
  'problemType.input-unreadable': 'The input could not be read',
  'problemType.input-rejected': 'The input has problems; nothing was stored',
  'problemType.cohort-not-established': 'Nobody has established who belongs to this cohort',
  'problemType.store-in-use': 'Another process is using this data folder',
  'problemType.store-unavailable': 'The store could not be opened',
  'problemType.store-busy': 'The store did not answer in time',
  'problemType.transaction-misuse': 'The outer handle was used inside a transaction',
  'problemType.cross-site-form': 'The form was not sent from a page of this site',
  'problemType.form-too-large': 'The form holds more than can be taken in at once',
  'problemType.already-recorded': 'This is already recorded',
  'problemType.record-changed': 'What is held is not as it was stored',
  'problemType.sign-in-needed': 'This is for people who have signed in',
  'problemType.not-permitted': 'Your roles do not reach this',
  'problemType.changed-meanwhile': 'Somebody else changed this meanwhile',
  'problemType.too-many-tries': 'Too many tries; wait before the next one',
} as const satisfies Record<string, Phrase>
