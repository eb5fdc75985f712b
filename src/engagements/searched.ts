// Where one would have to look for the instances of a promise, and how far those registers reach. Nothing held means
// nothing done only where a register says so of the whole period.
import type { Searched } from '../duties/owed.ts'
import { dayAfter, dayBefore } from '../facts/edtf.ts'
import { ownWords, reachOver, wordTold } from '../rules/coverage.ts'
import { minDate } from '../rules/dates.ts'
import type { CoverageFact, FactBase } from '../rules/facts.ts'

const lastDayOf = (rows: readonly CoverageFact[], asOf: string): string | null =>
  rows
    .map(({ until }) => (until === null ? asOf : minDate(asOf, dayBefore(until))))
    .sort()
    .at(-1) ?? null

/** Whether the last word on a register is that some records only are held, and of what. */
const partlyOf = (rows: readonly CoverageFact[]): Pick<Searched, 'partly'> => {
  const last = rows.toSorted((a, b) => ((a.until ?? '9999') < (b.until ?? '9999') ? -1 : 1)).at(-1)
  return last?.level === 'partial' ? { partly: { of: last.note ?? null } } : {}
}

const searchedFor = (
  register: string,
  rows: readonly CoverageFact[],
  span: { from: string; lastDay: string },
  asOf: string,
): Searched => {
  const until = dayAfter(minDate(span.lastDay, asOf))
  const reach = reachOver(rows, { from: span.from, until })
  const of = wordTold(reach)
  // A register that says nothing of the period says at least up to which day before it it speaks; what begins later is no word of it.
  const spoken = rows.filter((row) => row.level !== 'none' && row.from < until)
  const within = spoken.filter((row) => row.from < until && (row.until ?? until) > span.from)
  switch (reach.level) {
    case 'complete':
      return { register, level: 'complete', until: dayBefore(until), statedBy: reach.statedBy, ...of }
    case 'until':
      return { register, level: 'complete', until: reach.lastDay, statedBy: reach.statedBy, ...of }
    case 'partial':
      return {
        ...{ register, level: 'partial', until: lastDayOf(within, asOf), statedBy: reach.statedBy },
        ...of,
        ...partlyOf(within),
      }
    default:
      return {
        ...{ register, level: 'none', until: lastDayOf(spoken, asOf) },
        statedBy: reach.statedBy ?? spoken.at(-1)?.statedBy ?? null,
        ...of,
        ...partlyOf(spoken),
      }
  }
}

/** As far as a register tells of each of several. */
const leastSearched = (all: readonly Searched[]): Searched => {
  const [first, ...others] = all
  if (first === undefined || others.length === 0) return first!
  const told = all.filter(({ level }) => level !== 'none')
  const level =
    told.length === 0 ? 'none' : all.every((one) => one.level === 'complete') ? 'complete' : 'partial'
  const spoken = level === 'none' ? all : told
  const ends = spoken.flatMap(({ until }) => until ?? [])
  const said = [...new Set(spoken.flatMap(({ statedBy }) => statedBy ?? []))]
  const of = [...new Set(spoken.flatMap((one) => one.of ?? []))].sort()
  const partly = spoken.find((one) => one.partly !== undefined)?.partly
  return {
    ...{ register: first.register, level, until: ends.sort()[0] ?? null },
    statedBy: said.length === 0 ? null : said.join('; '),
    ...(of.length === 0 ? {} : { of }),
    ...(spoken.some(({ entered }) => entered === true) ? { entered: true } : {}),
    ...(partly === undefined ? {} : { partly }),
  }
}

/** What promises are searched with: the registers, and whose records would show them. */
export type Where = {
  registers: readonly string[]
  owners: readonly string[]
  /** Whether only the owners' own words count, and nobody's about everyone. */
  byOwners?: boolean
}

/**
 * How far each register reaches over the period, up to `asOf`, for each of the owners: what one of them says is complete
 * tells nothing of another's records. Of a register that says nothing of the period, the last day it speaks of at all.
 * Empty for a period that has not begun.
 */
export const searchedOver = (
  { registers, owners, byOwners }: Where,
  coverage: FactBase['coverage'],
  span: { from: string; lastDay: string },
  asOf: string,
): Searched[] =>
  span.from > asOf
    ? []
    : registers.map((register) => {
        // Of whom nothing is said apart, the same is said: looked at once.
        const stated = new Set(
          owners.length === 0
            ? [coverage(register)]
            : owners.map((owner) =>
                byOwners === true ? ownWords(coverage, register, owner) : coverage(register, owner),
              ),
        )
        return leastSearched([...stated].map((rows) => searchedFor(register, rows, span, asOf)))
      })
