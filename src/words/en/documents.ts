// Source documents and what was read from them.
import type { Phrase } from '../phrase.ts'

export const documents = {
  'documents.description': {
    one: '{title}: {count} sentence read from it, and what it became here.',
    other: '{title}: {count} sentences read from it, and what each became here.',
  },
  'documents.lead': {
    one: '{count} sentence was read from it. Open it to see what it became here.',
    other: '{count} sentences were read from it. Open one to see what it became here.',
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
