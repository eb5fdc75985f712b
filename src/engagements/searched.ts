// Where one would have to look for the instances of a promise, and how far those registers reach. Nothing held means
// nothing done only where a register says so of the whole period.
import type { Searched } from '../duties/owed.ts'
import { dayAfter, dayBefore } from '../facts/edtf.ts'
import { reachOver } from '../rules/coverage.ts'
import { minDate } from '../rules/dates.ts'
import type { CoverageFact, FactBase } from '../rules/facts.ts'

const lastDayOf = (rows: readonly CoverageFact[], asOf: string): string | null =>
  rows
    .map(({ until }) => (until === null ? asOf : minDate(asOf, dayBefore(until))))
    .sort()
    .at(-1) ?? null

const searchedIn = (
  register: string,
  rows: readonly CoverageFact[],
  span: { from: string; lastDay: string },
  asOf: string,
): Searched => {
  const until = dayAfter(minDate(span.lastDay, asOf))
  const reach = reachOver(rows, { from: span.from, until })
  // A register that says nothing of the period says at least up to which day it speaks.
  const spoken = rows.filter((row) => row.level !== 'none')
  const within = spoken.filter((row) => row.from < until && (row.until ?? until) > span.from)
  switch (reach.level) {
    case 'complete':
      return { register, level: 'complete', until: dayBefore(until), statedBy: reach.statedBy }
    case 'until':
      return { register, level: 'complete', until: reach.lastDay, statedBy: reach.statedBy }
    case 'partial':
      return { register, level: 'partial', until: lastDayOf(within, asOf), statedBy: reach.statedBy }
    default:
      return {
        register,
        level: 'none',
        until: lastDayOf(spoken, asOf),
        statedBy: reach.statedBy ?? spoken.at(-1)?.statedBy ?? null,
      }
  }
}

/**
 * How far each register reaches over the period, up to `asOf`; of one that says nothing of it, the last day it speaks
 * of at all. Empty for a period that has not begun.
 */
export const searchedOver = (
  registers: readonly string[],
  coverage: FactBase['coverage'],
  span: { from: string; lastDay: string },
  asOf: string,
): Searched[] => (span.from > asOf ? [] : registers.map((one) => searchedIn(one, coverage(one), span, asOf)))
