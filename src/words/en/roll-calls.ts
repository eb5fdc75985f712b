// The page of one recorded vote.
import type { Phrase } from '../phrase.ts'

export const rollCalls = {
  'rollCall.crumb': 'Recorded vote of the General Assembly',
  'rollCall.description': '{name}: how many voted how, and who.',
  'rollCall.ofSession': 'session {session}',
  'rollCall.none':
    'Who is in none of these lists has no vote recorded: that says neither that it was absent nor that it abstained.',
  'rollCall.notNamed': {
    one: '{count} of them is not named among the States held here.',
    other: '{count} of them are not named among the States held here.',
  },
  'rollCall.notFound': 'No recorded vote that everyone may see is held under this address.',
} as const satisfies Record<string, Phrase>
