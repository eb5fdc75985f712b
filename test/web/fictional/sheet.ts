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
  listDatesOf: async (id) =>
    !isParty(id)
      ? []
      : [
          {
            treaty: 'fictional-treaty',
            treatyTitle: 'Fictional Treaty',
            duty: 'clearance',
            title: 'Clearance of mined areas',
            article: '5',
            words: 'Each State Party undertakes to clear.',
            computed: {
              on: '2011-03-01',
              derivation: 'Article 5: 10 years after entry into force',
              said: because({ key: 'in-force', from: '2001-03-01' }).said,
            },
            // Only this State has facts on its sheet to lead to.
            stated:
              id === 'XAA'
                ? {
                    deadline: '2027-03-01',
                    statedAsOf: '2024-02-01',
                    granted: true,
                    datumIds: ['f-2'],
                    otherwise: [{ deadline: '2026-03-01', datumId: 'f-1' }],
                  }
                : null,
            official: id === 'XAA' ? 'granted' : 'computed',
            completions: id === 'XAA' ? [{ on: null, datumId: 'f-5' }] : [],
            entered: id === 'XAA',
            isYearly: false,
            obligation: null,
          },
          {
            treaty: 'fictional-treaty',
            treatyTitle: 'Fictional Treaty',
            duty: 'article-7',
            title: 'Transparency report',
            article: '7',
            words: 'Each State Party shall report.',
            computed: {
              on: '2028-04-30',
              derivation: 'Article 7: yearly by 30 April',
              said: because({ key: 'in-force', from: '2001-03-01' }).said,
            },
            stated: null,
            official: 'computed',
            completions: [],
            entered: false,
            isYearly: true,
            obligation: 'article-7',
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
