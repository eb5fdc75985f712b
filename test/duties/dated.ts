// Dated duties written out by hand, for tests of judging. Fictional throughout.
import type { DatedDuty } from '../../src/duties/dated.ts'
import { precisionOf } from '../../src/facts/precision.ts'
import type { Duty } from '../../src/rules/duty-form.ts'

type Given = {
  due?: string | null
  year?: number
  begins?: string
  endedOn?: string
  record?: DatedDuty['record']
  waits?: boolean
  actor?: string
  nth?: number
  isFirst?: boolean
}

/** The duty `rule` of one actor, due on `due` (EDTF). */
export const datedDuty = (rule: Partial<Duty>, given: Given = {}): DatedDuty => {
  const { due = '2025-04-30', actor = 'XAA' } = given
  return {
    owed: {
      key: `treaty/duty/${actor}`,
      actor,
      instrument: 'treaty',
      duty: 'treaty/duty',
      title: 'A duty',
      article: '1',
      words: 'Each State Party shall act.',
      language: 'en',
      source: { title: 'Treaty', address: null, place: 'Article 1' },
      note: null,
      responsible: null,
      obligation: rule.obligation ?? null,
      instance: null,
      due,
      precision: due === null ? null : precisionOf(due),
      computed: null,
      granted: [],
      otherwise: [],
      derivation: { key: 'report-due-day' },
      waitsFor: given.waits === true ? { key: 'meeting-day' } : null,
      datumIds: [],
    },
    rule: {
      id: 'duty',
      title: 'A duty',
      article: '1',
      words: 'Each State Party shall act.',
      source: 'Article 1',
      ...rule,
    },
    record: given.record ?? null,
    year: given.year ?? (due === null ? 2025 : Number(due.slice(0, 4))),
    begins: given.begins ?? null,
    endedOn: given.endedOn ?? null,
    ...(given.isFirst === true ? { isFirst: true } : {}),
    ...(given.nth === undefined ? {} : { nth: given.nth }),
  }
}
