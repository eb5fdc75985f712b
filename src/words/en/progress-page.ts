// The page of a progress report.
import type { Phrase } from '../phrase.ts'

export const progressPage = {
  'progressPage.title': 'Progress report {year}: {title}',
  'progressPage.description': 'What became of {title} in {year}, part by part, with every source.',
  'progressPage.link': 'Progress report {year}',
  'progressPage.years': 'Years',
  'progressPage.release': 'Made of the release',
  'progressPage.files': 'As a file',
  'progressPage.way': 'On its way to everyone',
  'progressPage.freeze': 'Freeze it as it stands',
  'progressPage.freeze.lead':
    'Freezing keeps everything of this report as it stands today, in a draft that only those see who approve it. Each of those who promised approves it; then it can be published.',
  'progressPage.draft': 'A draft: those who approve it see it, and nobody else.',
  'progressPage.as-it-stands':
    'Not yet frozen: the report of {year} as it stands today, for those who may freeze or approve it.',
  'progressPage.none': 'No report of {year} is published.',
} as const satisfies Record<string, Phrase>
