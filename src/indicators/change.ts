// What changed from one year's value to another's. Only between values that are known: a value that may still move, or
// that nobody knows, changes nothing and is not zero.
import type { ValueShown } from './show.ts'

export type Change =
  | { kind: 'known'; by: number }
  | { kind: 'not comparable'; why: 'not known' | 'no cases' | 'not evaluated' | 'provisional'; year: number }

type Compared = Pick<ValueShown, 'value' | 'status'>

const hindrance = (
  value: Compared | undefined,
): Extract<Change, { kind: 'not comparable' }>['why'] | null => {
  if (value === undefined) return 'not evaluated'
  if (value.status === 'no cases') return 'no cases'
  if (value.value === null) return 'not known'
  return value.status === 'known' ? null : 'provisional'
}

/** Tenths, so that 78.1 - 75 is 3.1 and nothing else: percentages are printed with one decimal. */
const difference = (later: number, earlier: number): number =>
  (Math.round(later * 10) - Math.round(earlier * 10)) / 10

/**
 * The change between the figures as printed: percentage points with one decimal where the value is a percentage,
 * otherwise a number in the value's own unit. The earlier year is named first where neither is known.
 */
export const changeBetween = (
  earlier: { year: number; value: Compared | undefined },
  later: { year: number; value: Compared | undefined },
): Change => {
  for (const { year, value } of [earlier, later]) {
    const why = hindrance(value)
    if (why !== null) return { kind: 'not comparable', why, year }
  }
  return { kind: 'known', by: difference(later.value!.value!, earlier.value!.value!) }
}
