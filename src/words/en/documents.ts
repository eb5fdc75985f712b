// Source documents and the promises in them.
import type { Phrase } from '../phrase.ts'

export const documents = {
  'documents.description': {
    one: '{title}: {count} sentence that carries a promise, and what it became.',
    other: '{title}: {count} sentences that carry a promise, and what each became.',
  },
  'documents.lead': {
    one: '{count} sentence carries a promise. Open it to see what it became here.',
    other: '{count} sentences carry a promise. Open one to see what it became here.',
  },
  'documents.became': 'It became:',
  'documents.toPlan': 'The whole text with all values',
  'documents.untitledPart': 'Without a heading',
} as const satisfies Record<string, Phrase>
