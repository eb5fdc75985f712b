// Several sources on one thing: both stay as they are, beside each other, and what they do not agree on is told.
import { boundsOf } from '../facts/precision.ts'
import { type AskedFact, thingOf } from './questions.ts'
import { symbolKey } from './symbol.ts'

export type SourcedFact = AskedFact & {
  id: string
  actor: string
  /** As the source gives it (EDTF). */
  date: string | null
  source: { title: string; address: string | null; publisher: string | null } | null
}

/** Another source's fact on the same thing: its id, and the fields in which the two differ; none: they agree. */
export type Beside = { id: string; differs: string[] }

/** `sources`: how many other sources speak of it; `more`: their facts that are not listed among `others`. */
export type AllBeside = { sources: number; others: Beside[]; more: number }

/** Words of ours, the marks of one source, and what only one of two documents can have. */
const ofItsOwn = new Set(['title', 'status', 'statedAsOf', 'inferred', 'note', 'partOf', 'concerns'])

const sourceKey = ({ source }: SourcedFact): string =>
  source === null ? '' : JSON.stringify([source.publisher, source.title, source.address])

const written = (value: unknown): string | null =>
  value === undefined || value === null
    ? null
    : JSON.stringify(Array.isArray(value) ? [...value].map(String).sort() : value)

/** The fields that both state, and not alike; `date` where both are dated. A comparator goes with its figure. */
const differing = (one: SourcedFact, other: SourcedFact): string[] => {
  const names = [...new Set([...Object.keys(one.body), ...Object.keys(other.body)])].filter(
    (name) => !ofItsOwn.has(name) && !name.endsWith('Comparator'),
  )
  const of = ({ body }: SourcedFact, name: string): string | null => {
    const value = written(
      name === 'symbol' && typeof body.symbol === 'string' ? symbolKey(body.symbol) : body[name],
    )
    return value === null ? null : `${written(body[`${name}Comparator`]) ?? ''}${value}`
  }
  const fields = names.filter((name) => {
    const [a, b] = [of(one, name), of(other, name)]
    return a !== null && b !== null && a !== b
  })
  const isDated = one.date !== null && other.date !== null && one.date !== other.date
  return [...(isDated ? ['date'] : []), ...fields]
}

/** A fact and the days it may hold for, half-open. */
type Timed = { fact: SourcedFact; place: number; from: string; until: string }

/** What one source says of one thing, by time: `latest` is the last end up to each place. */
type OfSource = { key: string; sorted: Timed[]; latest: string[]; froms: string[]; untils: string[] }

const [beforeAll, afterAll] = ['', '~']

/** The thing a fact speaks of and when; null where nothing tells. What has no time is the same only as what has none either. */
const timedThing = (fact: SourcedFact, place: number): (Timed & { thing: string }) | null => {
  const thing = thingOf(fact.actor, fact)
  if (thing === null) return null
  const time = fact.body.asOf ?? fact.date
  const days = thing.isWhole || time === null ? undefined : boundsOf(String(time))
  const key = thing.isWhole || days !== undefined ? thing.key : `${thing.key} without a time`
  return { fact, place, thing: key, from: days?.from ?? beforeAll, until: days?.until ?? afterAll }
}

/** How many of a sorted list lie before `day`, or on it too. */
const countUpTo = (sorted: readonly string[], day: string, withDay: boolean): number => {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const own = sorted[middle]!
    if (own < day || (withDay && own === day)) low = middle + 1
    else high = middle
  }
  return low
}

const byTime = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const ofSource = ([key, list]: [string, Timed[]]): OfSource => {
  const sorted = list.toSorted((a, b) => byTime(a.from, b.from))
  let last = ''
  const latest = sorted.map(({ until }) => {
    last = until > last ? until : last
    return last
  })
  const [froms, untils] = [sorted.map(({ from }) => from), list.map(({ until }) => until).sort()]
  return { key, sorted, latest, froms, untils }
}

/** How many of them may be of the same time: those that begin before its end, without those that have ended by then. */
const countMeeting = ({ froms, untils }: OfSource, { from, until }: Timed): number =>
  countUpTo(froms, until, false) - countUpTo(untils, from, true)

/** Up to `most` of them whose time may be the same, the last to begin first. */
const meeting = ({ sorted, latest, froms }: OfSource, one: Timed, most: number): Timed[] => {
  const found: Timed[] = []
  for (let i = countUpTo(froms, one.until, false) - 1; i >= 0; i -= 1) {
    if (found.length === most || latest[i]! <= one.from) break
    if (sorted[i]!.until > one.from) found.push(sorted[i]!)
  }
  return found
}

const mostBeside = 5

/** What stands beside each fact of one thing. The work grows with the facts and their sources, not with their pairs. */
const besideInGroup = (group: readonly Timed[]): [number, AllBeside, string][] => {
  const sources = [...Map.groupBy(group, ({ fact }) => sourceKey(fact))].map(ofSource)
  return sources.flatMap(({ key, sorted }) =>
    sorted.flatMap((one): [number, AllBeside, string][] => {
      const others: Timed[] = []
      let [speaking, all] = [0, 0]
      for (const other of sources) {
        const count = other.key === key ? 0 : countMeeting(other, one)
        if (count === 0) continue
        speaking += 1
        all += count
        others.push(...meeting(other, one, mostBeside - others.length))
      }
      if (all === 0) return []
      const listed = others
        .toSorted((a, b) => a.place - b.place)
        .map(({ fact }) => ({ id: fact.id, differs: differing(one.fact, fact) }))
      return [[one.place, { sources: speaking, others: listed, more: all - listed.length }, one.fact.id]]
    }),
  )
}

/** For each fact of which another source speaks too: up to five of those others, in the order given, and how many more. */
export const besideEachOther = (facts: readonly SourcedFact[]): ReadonlyMap<string, AllBeside> => {
  const timed = facts.flatMap((fact, place) => timedThing(fact, place) ?? [])
  const found = [...Map.groupBy(timed, ({ thing }) => thing).values()].flatMap(besideInGroup)
  return new Map(found.toSorted(([a], [b]) => a - b).map(([, beside, id]) => [id, beside]))
}
