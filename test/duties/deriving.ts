// Duties derived from facts given in a test: the rules of three articles, and readers of what came out.
import { deriveDuties } from '../../src/duties/derive.ts'
import type { DutySet } from '../../src/duties/rules.ts'
import { baseOf, type GivenFact } from './small.ts'

export const report = {
  article: '7',
  obligation: 'article-7',
  first: { after: 'entry-into-force', days: 180 },
  due: { month: 4, day: 30 },
  covers: 'previous-calendar-year',
} as const
export const stocks = {
  article: '4',
  first: { after: 'entry-into-force', years: 4 },
  extendable: false,
} as const
export const clearance = {
  article: '5',
  first: { after: 'entry-into-force', years: 10 },
  extendable: true,
} as const

export const asked = { from: '1999-01-01', until: '2045-12-31', asOf: '2026-06-30' }
export const derive = (set: DutySet, facts: readonly GivenFact[], more: Partial<typeof asked> = {}) =>
  deriveDuties(set, baseOf(facts), { ...asked, ...more })
/** The dates of one duty, by its id. */
export const of = (id: string, set: DutySet, facts: readonly GivenFact[], more: Partial<typeof asked> = {}) =>
  derive(set, facts, more).filter(({ rule }) => rule.id === id)
export const dueOf = (...given: Parameters<typeof of>) => of(...given).map(({ owed }) => owed.due)
