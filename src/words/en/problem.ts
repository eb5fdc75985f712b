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
  'problem.type': 'About this kind of problem',
  'problem.typePage': 'Problem: {title}',
  'problem.typePage.description': 'What the refusal “{type}” means.',
  'problem.status': 'HTTP status {status}',
  'problem.query': 'The address asks for something that is not understood.',
  'problem.query.unknown': 'is not something this page can be asked for',
} as const satisfies Record<string, Phrase>
