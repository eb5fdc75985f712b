// Figures of a fictional monitor: one that fits ours, one that does not, one that nothing of ours counts.

import type { PublishedData, PublishedShown } from '../../../src/web/data/published.ts'
import { sayPlainly } from '../../../src/words/plainly.ts'
import type { Reason } from '../../../src/words/reason.ts'
import { planId } from './plan.ts'
import { states } from './states.ts'

const source = {
  title: 'Fictional yearly survey',
  address: 'https://survey.example/2026',
  publisher: 'Fictional Monitor',
  date: '2026-10-12',
}

const figure = (
  given: Pick<PublishedShown, 'datumId' | 'figure' | 'title' | 'number' | 'unit'> & Partial<PublishedShown>,
  said: Reason[],
): PublishedShown => ({
  coversYear: 2025,
  statedOn: '2026-09-30',
  source,
  locator: 'page 4',
  quotation: null,
  language: 'en',
  entered: false,
  ours: null,
  findings: said.map(sayPlainly),
  said,
  ...given,
})

const all: PublishedShown[] = [
  figure(
    {
      datumId: '0190a0a0-0000-7000-8000-000000000001',
      figure: 'yearly-reporting-rate',
      title: 'States Parties that reported under Article 7, in percent',
      number: 81,
      unit: '%',
      quotation: '81 per cent of the States Parties have reported.',
      ours: {
        indicator: `${planId}/1.1`,
        cohort: null,
        year: 2026,
        asOf: '2026-09-30',
        knownOn: '2027-12-31',
        numerator: 24,
        denominator: 32,
        value: 75,
        status: 'known',
        statusReason: sayPlainly({ key: 'covered' }),
        statusSaid: { key: 'covered' },
        notDue: [{ actor: states[3]!.id, name: states[3]!.name, dueOn: '2026-12-28' }],
      },
    },
    [
      { key: 'published-ours-differs', count: 24, total: 32, exact: 75, percent: 81 },
      { key: 'published-agrees', count: 26, total: 32, exact: 81.25, percent: 81 },
      { key: 'published-since', count: 4, on: '2026-09-30' },
    ],
  ),
  figure(
    {
      datumId: '0190a0a0-0000-7000-8000-000000000002',
      figure: 'states-parties',
      title: 'States Parties',
      number: 30,
      unit: 'States Parties',
      coversYear: null,
      ours: {
        indicator: null,
        cohort: 'affected',
        year: null,
        asOf: '2026-09-30',
        knownOn: '2027-12-31',
        numerator: null,
        denominator: null,
        value: null,
        status: 'not known',
        statusReason: sayPlainly({ key: 'no-status-register' }),
        statusSaid: { key: 'no-status-register' },
        notDue: [],
      },
    },
    [],
  ),
  figure(
    {
      datumId: '0190a0a0-0000-7000-8000-000000000003',
      figure: 'cleared',
      title: 'States Parties with mined areas',
      number: 5,
      unit: 'States Parties',
      coversYear: null,
      statedOn: '2026',
      source: null,
      entered: true,
    },
    [],
  ),
]

export const fictionalPublished = (): PublishedData => ({
  listPublishedFigures: async ({ indicator }) =>
    indicator === undefined ? all : all.filter(({ ours }) => ours?.indicator === indicator),
})
