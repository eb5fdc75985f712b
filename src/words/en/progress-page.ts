// The page of a progress report.
import type { Phrase } from '../phrase.ts'

export const progressPage = {
  'progressPage.title': 'Progress report {year}: {title}',
  'progressPage.description': 'What became of {title} in {year}, part by part, with every source.',
  'progressPage.link': 'Progress report {year}',
  'progressPage.years': 'Years',
  'progressPage.release': 'Made of the release',
  'progressPage.published': 'Published on',
  'progressPage.files': 'As a file',
  'progressPage.way': 'On its way to everyone',
  'progressPage.freeze': 'Freeze it as it stands',
  'progressPage.freeze.lead':
    'Freezing keeps everything of this report as it stands today, in a draft that only those see who approve it. Each of those who promised approves it; then it can be published.',
  'progressPage.draft': 'A draft: those who approve it see it, and nobody else.',
  'progressPage.as-it-stands':
    'Not yet frozen: the report of {year} as it stands today, for those who may freeze or approve it.',
  'progressPage.moved': {
    one: '{count} figure of this report is no longer the one of today. The report stays as it was frozen, with what was known on {date}.',
    other:
      '{count} figures of this report are no longer those of today. The report stays as it was frozen, with what was known on {date}.',
  },
  'progressPage.moved.figure': 'in this report {frozen}; today {today}',
  'progressPage.moved.see': 'How it stands today',
  'progressPage.none': 'No report of {year} is published.',
} as const satisfies Record<string, Phrase>
