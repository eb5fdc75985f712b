// Dates, cohorts and reports due of the fictional States.
import type { SheetData } from '../../../src/web/data/sheet.ts'
import { ofReports } from './reports.ts'
import { parties } from './states.ts'
import { because } from './values.ts'

const isParty = (id: string): boolean => parties.some((state) => state.id === id)

export const ofSheet = (): SheetData => ({
  listCohortsOf: async (id) => [
    {
      name: 'states-parties',
      title: 'States Parties',
      words: 'All States bound on the date.',
      belongs: isParty(id) ? 'yes' : 'no',
      from: isParty(id) ? '2001-03-01' : null,
      until: null,
      ...because({ key: 'in-force', from: '2001-03-01' }),
      datumIds: ['f-act'],
    },
    {
      name: 'donor',
      title: 'States in a position to assist',
      words: 'Those that say so of themselves.',
      belongs: 'unknown',
      from: null,
      until: null,
      ...because({ key: 'no-status-register' }),
      datumIds: [],
    },
  ],
  listReceiptsOf: async (id) => {
    const all = []
    for (const year of [2027, 2026, 2025]) {
      const { receipts, title, coversYear } = await ofReports().showReporting({
        obligation: 'article-7',
        year,
      })
      for (const receipt of receipts)
        if (receipt.actor === id) all.push({ ...receipt, obligation: 'article-7', title, year, coversYear })
    }
    return all
  },
})
