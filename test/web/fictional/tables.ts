// A table that a fictional league keeps. It takes nothing in: bringing is tested over a store.
import type { MappingShown, TableData } from '../../../src/web/data/tables.ts'

const almanac: MappingShown = {
  ...{ id: 'almanac', title: 'Personnel in fictional missions', licence: 'made up for tests' },
  source: {
    title: 'Almanac <of the League>',
    publisher: 'Fictional League',
    address: 'https://league.example/almanac',
    date: null,
  },
  reach: 'The years 2019 to 2026.',
  format: 'csv',
  kinds: ['mission-personnel'],
  beside: [{ name: 'seats', title: 'where they serve, seats.csv' }],
  taken: [{ file: 'almanac.csv', at: '2027-11-30T08:00:00Z', recorded: 108, corrected: 2 }],
  way: 'recorded',
}

const letters: MappingShown = {
  ...almanac,
  ...{ id: 'letters', title: 'Recommendations in fictional letters', format: 'xlsx', beside: [], taken: [] },
  source: { title: 'Letters', publisher: null, address: null, date: '2026' },
  kinds: ['review-recommendation', 'review-pledge'],
}

const takesNothing = async (): Promise<never> => {
  throw new Error('The fictional world takes nothing in')
}

export const fictionalTables: TableData = {
  listMappings: async () => [almanac, letters],
  lookAtTable: takesNothing,
  listFates: takesNothing,
  storeTable: takesNothing,
}
