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
  'documents.topic.promises': 'Promises',
  'documents.topic.agreements': 'Agreements and national measures',
  'documents.topic.memberships': 'Memberships and terms',
  'documents.topic.resolutions': 'Resolutions',
  'documents.topic.contributions': 'Contributions',
  'documents.topic.events': 'Events and initiatives',
  'documents.topic.positions': 'Positions',
} as const satisfies Record<string, Phrase>
