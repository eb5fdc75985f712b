// Which targets were met in which year: everything owed that has a year, as the engine of dates judges it, told year by
// year. "Three a year" is one target with three instances.
import type { DutyOwed } from '../duties/owed.ts'
import { lastDay, readDate } from '../facts/edtf.ts'

/**
 * - `met`: all it asks for is on record
 * - `missed`: its day is past, and records declared complete hold less
 * - `not-found`: its day is past and less is on record, but no complete record says that there was no more
 * - `open`: its year is not over; `at-risk`: so nearly over that by the calendar it can hardly be met any more
 * - `not-assessable`: whether anything was due that year cannot be told
 */
export const targetStates = ['met', 'missed', 'not-found', 'at-risk', 'open', 'not-assessable'] as const
export type TargetState = (typeof targetStates)[number]

type Owed = Pick<DutyOwed, 'duty' | 'actor' | 'due' | 'status' | 'title' | 'instrument'>

/** One target in one year: `n` of `N` instances are on record. */
export type TargetInYear<T extends Owed> = { first: T; n: number; N: number; state: TargetState }
export type YearOfTargets<T extends Owed> = { year: number; targets: TargetInYear<T>[] }

const stateOf = (owed: readonly Owed[]): TargetState => {
  const has = (...statuses: DutyOwed['status'][]) => owed.some(({ status }) => statuses.includes(status))
  if (owed.every(({ status }) => status === 'met')) return 'met'
  if (has('missed', 'overdue')) return 'missed'
  if (has('not-found')) return 'not-found'
  if (has('not-assessable', 'undated')) return 'not-assessable'
  return has('at-risk') ? 'at-risk' : 'open'
}

/** The year in which it falls due; undefined where no one year can be named, or where it binds no more. */
const yearOf = ({ due, status }: Owed): number | undefined => {
  if (due === null || status === 'ended' || readDate(due)?.from == null) return undefined
  const last = lastDay(due)
  return last === undefined ? undefined : Number(last.slice(0, 4))
}

/** What was owed in each year up to that of `today`, the newest year first, in a year in the order given. */
export const targetsByYear = <T extends Owed>(owed: readonly T[], today: string): YearOfTargets<T>[] => {
  const thisYear = Number(today.slice(0, 4))
  const dated = owed.flatMap((one) => {
    const year = yearOf(one)
    return year === undefined || year > thisYear ? [] : [{ year, one }]
  })
  return [...Map.groupBy(dated, ({ year }) => year)]
    .sort(([a], [b]) => b - a)
    .map(([year, inYear]) => ({
      year,
      targets: [...Map.groupBy(inYear, ({ one }) => `${one.duty} ${one.actor}`).values()].map((same) => {
        const all = same.map(({ one }) => one)
        return {
          first: all[0]!,
          n: all.filter(({ status }) => status === 'met').length,
          N: all.length,
          state: stateOf(all),
        }
      }),
    }))
}
