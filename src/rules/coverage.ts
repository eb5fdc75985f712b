// How far a register reaches over a span of dates, for whom. Our ignorance must never become a State's failure: whoever
// concludes something from a missing datum asks here first.
import { addDays, type Window } from './dates.ts'
import type { CoverageFact, FactBase } from './facts.ts'

/**
 * By whose word; `of`: whose records alone the statements speak of. Without it they speak of everyone's. `entered`: one of them
 * was declared at the desk, not received.
 */
type Word<By> = { statedBy: By; of?: readonly string[]; entered?: true }

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

export const wordOf = ({ statedBy, actor, entered }: CoverageFact): Word<string> => ({
  statedBy,
  ...(actor == null ? {} : { of: [actor] }),
  ...(entered === true ? { entered } : {}),
})

/** By the word of the last of these, which lead up to each other; one declared at the desk is enough for none to be received. */
const wordOfAll = (leading: readonly CoverageFact[]): Word<string> => ({
  ...wordOf(leading.at(-1)!),
  ...(leading.some(({ entered }) => entered === true) ? { entered: true } : {}),
})

/** What is told of a word beside whose it is: of whose records, and whether it was received. */
export const wordTold = ({ of, entered }: Reach): { of?: string[]; entered?: true } => ({
  ...(of === undefined ? {} : { of: [...of] }),
  ...(entered === undefined ? {} : { entered }),
})

const lessSaid = { complete: '0', partial: '1', none: '2' } as const

/**
 * A word about this actor's records alone stands above one about everyone's, whichever came later: whose records they are
 * knows best. Of two such the later wins, and of two of one day the one that says less. What else is equal is told apart by
 * what the statements say, so that the order in which they came decides nothing.
 */
const standsAbove = (one: CoverageFact, other: CoverageFact): boolean => {
  const rank = ({ knownFrom, actor, from, until, level, statedBy, entered }: CoverageFact) => [
    ...[actor == null ? '0' : '1', knownFrom, lessSaid[level], from, until ?? '', statedBy],
    // The same word, received and declared at the desk, is received.
    entered === true ? '0' : '1',
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
  const leading: CoverageFact[] = []
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
      leading.push(says)
    } else {
      stillLeading = false
      if (says !== undefined && says.level !== 'none') partial ??= says
    }
  }
  if (leading.length > 0)
    return coveredTo === span.until
      ? { level: 'complete', ...wordOfAll(leading) }
      : { level: 'until', lastDay: addDays(coveredTo, -1), ...wordOfAll(leading) }
  if (partial !== undefined) return { level: 'partial', ...wordOf(partial) }
  const last = overlapping.reduce((best, row) => (standsAbove(row, best) ? row : best))
  return { level: 'none', ...wordOf(last) }
}

/** By the word of all of these. */
const joint = (reaches: readonly Reach[]): Word<string> => {
  const said = [...new Set(reaches.flatMap(({ statedBy }) => statedBy ?? []))]
  const of = [...new Set(reaches.flatMap((reach) => reach.of ?? []))].sort()
  return {
    statedBy: said.join('; '),
    ...(of.length === 0 ? {} : { of }),
    ...(reaches.some(({ entered }) => entered === true) ? { entered: true } : {}),
  }
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

/**
 * How far a register reaches by the word of those alone whose records are looked for: what the keeper of a register says of
 * everyone is no declaration of theirs.
 */
export const reachByOwners = (
  base: Pick<FactBase, 'coverage'>,
  register: string,
  owners: readonly string[],
  reach: (rows: readonly CoverageFact[]) => Reach,
): Reach => leastOf(owners.map((owner) => reach(ownWords(base.coverage, register, owner))))

/** What is stated of one actor's records in a register, and not of everyone's. */
export const ownWords = (
  coverage: FactBase['coverage'],
  register: string,
  owner: string,
): readonly CoverageFact[] => coverage(register, owner).filter(({ actor }) => actor === owner)

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
