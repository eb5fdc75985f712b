// A duty owed, for tests that need one: of the fictional State Averland, under a fictional treaty.
import type { DutyOwed } from '../../src/duties/owed.ts'

/** A first report that is due on a day; `more` says what is different. */
export const owedFirstReport = (more: Partial<DutyOwed> = {}): DutyOwed & { due: string } => ({
  key: 'fictional-treaty/first-report/XAA',
  actor: 'XAA',
  instrument: 'fictional-treaty',
  duty: 'fictional-treaty/first-report',
  title: 'First report',
  article: '7',
  words: 'Each State Party shall report, not later than 180 days after the entry into force.',
  language: 'en',
  source: { title: 'Fictional Treaty', address: null, place: 'Article 7, paragraph 1' },
  note: null,
  responsible: null,
  obligation: 'article-7',
  applies: 'yes',
  instance: null,
  precision: 'day',
  status: 'due',
  isLate: null,
  computed: { on: '2028-03-01', derivation: { key: 'itself' } },
  granted: [],
  otherwise: [],
  derivation: { key: 'itself' },
  waitsFor: null,
  metBy: [],
  reason: null,
  searched: [],
  datumIds: [],
  ...more,
  due: more.due ?? '2028-03-01',
})
