// What is held of a fictional State.
import type { FactShown } from '../../../src/web/data/states.ts'

const fact = (id: string, fields: Partial<FactShown>): FactShown => ({
  id,
  kind: 'deadline',
  title: 'Deadline as stated by a source',
  fields: [],
  held: null,
  heldUntil: null,
  knownFrom: '2024-02-01',
  source: {
    title: 'Fictional country page',
    address: 'https://sources.example/a',
    publisher: null,
    date: null,
  },
  locator: null,
  quotation: null,
  language: 'en',
  note: null,
  entered: false,
  tier: 'public',
  supersededBy: null,
  retracted: false,
  ...fields,
})

export const facts: FactShown[] = [
  fact('f-1', {
    fields: [
      { name: 'article', value: '5', unit: null },
      { name: 'deadline', value: '2013-03-01', unit: null },
    ],
    source: {
      title: 'Fictional country page',
      address: 'https://sources.example/a',
      publisher: null,
      date: '2011-05',
    },
    quotation: 'as soon as possible but not later than 1 March 2013.',
  }),
  fact('f-2', {
    fields: [
      { name: 'article', value: '5', unit: null },
      { name: 'deadline', value: '2027-03-01', unit: null },
    ],
    source: { title: 'Fictional Review', address: null, publisher: null, date: '2024-02-01' },
    quotation: 'الموعد النهائي: 1 آذار/مارس 2027',
    language: 'ar',
    locator: 'page 3',
  }),
  fact('f-3', {
    kind: 'retained-mines',
    title: 'Mines retained under Article 3',
    fields: [{ name: 'mines', value: 1200, unit: 'mines' }],
    held: '2023',
    entered: true,
    source: null,
  }),
  fact('f-4', {
    kind: 'retained-mines',
    title: 'Mines retained under Article 3',
    fields: [{ name: 'mines', value: 1500, unit: 'mines' }],
    held: '2022',
    supersededBy: 'f-3',
  }),
  fact('f-7', {
    kind: 'retained-mines',
    title: 'Mines retained under Article 3',
    fields: [{ name: 'mines', value: 1300, unit: 'mines' }],
    held: '2023',
  }),
  fact('f-5', {
    kind: 'extension-granted',
    title: 'Extension granted by a meeting',
    fields: [
      { name: 'article', value: '5', unit: null },
      { name: 'meeting', value: '12MSP', unit: null },
      { name: 'grantedUntil', value: '2023-03-01', unit: null },
    ],
    held: '2012-12-03',
    heldUntil: '2012-12-04',
  }),
  fact('f-6', {
    kind: 'assessment',
    title: 'Assessed contribution',
    fields: [
      { name: 'forYear', value: 2025, unit: null },
      { name: 'amount', value: 21500, unit: 'currency' },
      { name: 'currency', value: 'USD', unit: null },
    ],
    held: '2025-02-20',
    heldUntil: '2026-01-01',
  }),
]

/** The pages' data, all invented. */
