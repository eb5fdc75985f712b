// How far a register reaches over a span of dates. Our ignorance must never become a State's failure: whoever
// concludes something from a missing datum asks here first.
import { addDays, type Window } from './dates.ts'
import type { CoverageFact } from './facts.ts'

/**
 * `complete`: every day of the span. `until`: complete from the span's first day up to and with `lastDay`.
 * `partial`: some things are held, nobody says all. `none`: nobody says anything.
 */
export type Reach =
  | { level: 'complete'; statedBy: string }
  | { level: 'until'; lastDay: string; statedBy: string }
  | { level: 'partial'; statedBy: string | null }
  | { level: 'none'; statedBy: string | null }

const endOfTime = '9999-12-31'

/** How far `rows` (one register) reach over the half-open `span`; the latest known statement wins a day. */
export const reachOver = (rows: readonly CoverageFact[], span: Window): Reach => {
  // A span that has not begun: nobody can have said anything of it.
  if (span.from >= span.until) return { level: 'none', statedBy: null }
  const overlapping = rows.filter((row) => row.from < span.until && (row.until ?? endOfTime) > span.from)
  if (overlapping.length === 0) return { level: 'none', statedBy: null }
  const cuts = new Set([span.from, span.until])
  for (const row of overlapping) {
    if (row.from > span.from) cuts.add(row.from)
    if (row.until !== null && row.until < span.until) cuts.add(row.until)
  }
  const days = [...cuts].sort()
  let coveredTo = span.from
  let statedBy: string | undefined
  let stillLeading = true
  let partial: CoverageFact | undefined
  for (let i = 0; i + 1 < days.length; i++) {
    const from = days[i]!
    const until = days[i + 1]!
    const says = overlapping
      .filter((row) => row.from <= from && (row.until ?? endOfTime) >= until)
      .reduce<CoverageFact | undefined>(
        (best, row) => (best === undefined || row.knownFrom >= best.knownFrom ? row : best),
        undefined,
      )
    if (says?.level === 'complete' && stillLeading) {
      coveredTo = until
      statedBy = says.statedBy
    } else {
      stillLeading = false
      if (says !== undefined && says.level !== 'none') partial ??= says
    }
  }
  if (coveredTo === span.until) return { level: 'complete', statedBy: statedBy! }
  if (statedBy !== undefined) return { level: 'until', lastDay: addDays(coveredTo, -1), statedBy }
  if (partial !== undefined) return { level: 'partial', statedBy: partial.statedBy }
  return { level: 'none', statedBy: overlapping[0]!.statedBy }
}
