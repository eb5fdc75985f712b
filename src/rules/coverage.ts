// How far a register reaches over a span of dates, for whom. Our ignorance must never become a State's failure: whoever
// concludes something from a missing datum asks here first.
import { addDays, type Window } from './dates.ts'
import type { CoverageFact, FactBase } from './facts.ts'

/** By whose word; `of`: whose records alone the statements speak of. Without it they speak of everyone's. */
type Word<By> = { statedBy: By; of?: readonly string[] }

/**
 * `complete`: every day of the span. `until`: complete from the span's first day up to and with `lastDay`.
 * `partial`: some things are held, nobody says all. `none`: nobody says anything.
 */
export type Reach =
  | ({ level: 'complete' } & Word<string>)
  | ({ level: 'until'; lastDay: string } & Word<string>)
  | ({ level: 'partial' } & Word<string | null>)
  | ({ level: 'none' } & Word<string | null>)

const endOfTime = '9999-12-31'

const nobody: Word<null> = { statedBy: null }

const wordOf = ({ statedBy, actor }: CoverageFact): Word<string> =>
  actor == null ? { statedBy } : { statedBy, of: [actor] }

const lessSaid = { complete: '0', partial: '1', none: '2' } as const

/**
 * A word about this actor's records alone stands above one about everyone's, whichever came later: whose records they are
 * knows best. Of two such the later wins, and of two of one day the one that says less. What else is equal is told apart by
 * what the statements say, so that the order in which they came decides nothing.
 */
const standsAbove = (one: CoverageFact, other: CoverageFact): boolean => {
  const rank = ({ knownFrom, actor, from, until, level, statedBy }: CoverageFact) => [
    ...[actor == null ? '0' : '1', knownFrom, lessSaid[level], from, until ?? '', statedBy],
  ]
  const [a, b] = [rank(one), rank(other)]
  const at = a.findIndex((part, i) => part !== b[i])
  return at === -1 || a[at]! > b[at]!
}

/** How far `rows` (one register, as stated for one actor) reach over the half-open `span`. */
export const reachOver = (rows: readonly CoverageFact[], span: Window): Reach => {
  // A span that has not begun: nobody can have said anything of it.
  if (span.from >= span.until) return { level: 'none', ...nobody }
  const overlapping = rows.filter((row) => row.from < span.until && (row.until ?? endOfTime) > span.from)
  if (overlapping.length === 0) return { level: 'none', ...nobody }
  const cuts = new Set([span.from, span.until])
  for (const row of overlapping) {
    if (row.from > span.from) cuts.add(row.from)
    if (row.until !== null && row.until < span.until) cuts.add(row.until)
  }
  const days = [...cuts].sort()
  let coveredTo = span.from
  let complete: CoverageFact | undefined
  let stillLeading = true
  let partial: CoverageFact | undefined
  for (let i = 0; i + 1 < days.length; i++) {
    const from = days[i]!
    const until = days[i + 1]!
    const says = overlapping
      .filter((row) => row.from <= from && (row.until ?? endOfTime) >= until)
      .reduce<CoverageFact | undefined>(
        (best, row) => (best === undefined || standsAbove(row, best) ? row : best),
        undefined,
      )
    if (says?.level === 'complete' && stillLeading) {
      coveredTo = until
      complete = says
    } else {
      stillLeading = false
      if (says !== undefined && says.level !== 'none') partial ??= says
    }
  }
  if (complete !== undefined)
    return coveredTo === span.until
      ? { level: 'complete', ...wordOf(complete) }
      : { level: 'until', lastDay: addDays(coveredTo, -1), ...wordOf(complete) }
  if (partial !== undefined) return { level: 'partial', ...wordOf(partial) }
  const last = overlapping.reduce((best, row) => (standsAbove(row, best) ? row : best))
  return { level: 'none', ...wordOf(last) }
}

/** By the word of all of these. */
const joint = (reaches: readonly Reach[]): Word<string> => {
  const said = [...new Set(reaches.flatMap(({ statedBy }) => statedBy ?? []))]
  const of = [...new Set(reaches.flatMap((reach) => reach.of ?? []))].sort()
  return { statedBy: said.join('; '), ...(of.length === 0 ? {} : { of }) }
}

/** As far as a register reaches for each of several: what is said of one tells nothing of another. */
export const leastOf = (reaches: readonly Reach[]): Reach => {
  const [first, ...others] = reaches
  if (first === undefined) return { level: 'none', ...nobody }
  if (others.length === 0) return first
  if (reaches.every(({ level }) => level === 'none'))
    return reaches.find(({ statedBy }) => statedBy !== null) ?? first
  if (reaches.some(({ level }) => level === 'none' || level === 'partial'))
    return { level: 'partial', ...joint(reaches.filter(({ level }) => level !== 'none')) }
  const ends = reaches.flatMap((reach) => (reach.level === 'until' ? [reach.lastDay] : []))
  const lastDay = ends.sort()[0]
  return lastDay === undefined
    ? { level: 'complete', ...joint(reaches) }
    : { level: 'until', lastDay, ...joint(reaches) }
}

/**
 * How far a register reaches for whoever is looked for: for each of `actors`; for everyone where none are named. `reach`
 * tells it of the statements for one.
 */
export const reachFor = (
  base: Pick<FactBase, 'coverage' | 'statedApart' | 'actors'>,
  register: string,
  actors: readonly string[] | undefined,
  reach: (rows: readonly CoverageFact[]) => Reach,
): Reach => {
  const apart = base.statedApart(register)
  const named = [...new Set((actors ?? apart).filter((actor) => apart.includes(actor)))].sort()
  const all = actors ?? [...base.actors.keys()]
  // Those of whom nothing is said apart share what is said of everyone.
  const hasOthers = named.length === 0 || all.some((actor) => !apart.includes(actor))
  return leastOf([
    ...(hasOthers ? [reach(base.coverage(register))] : []),
    ...named.map((actor) => reach(base.coverage(register, actor))),
  ])
}

/** What is stated of one register for each actor; asked for again and again, without making lists of its own. */
export const statedFor = (
  base: Pick<FactBase, 'coverage' | 'statedApart'>,
  register: string,
): ((actor: string) => { rows: readonly CoverageFact[]; key: string }) => {
  const everyone = { rows: base.coverage(register), key: '' }
  const apart = new Map(
    base
      .statedApart(register)
      .map((actor) => [actor, { rows: base.coverage(register, actor), key: actor }] as const),
  )
  return apart.size === 0 ? () => everyone : (actor) => apart.get(actor) ?? everyone
}
