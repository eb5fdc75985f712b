// Events for others: for whom, how many came, by audience, sex and age. What is not known of those who came is printed
// apart and never shared out.
import { isRows } from '../facts/rows-field.ts'
import { differentEntries } from '../rules/one-form.ts'
import { joinedBy } from '../rules/own-word.ts'
import { type Gathering, gatheringOf } from './gathering.ts'
import { entriesOf, numberIn, type Work, type WorkFact } from './held.ts'

export type Attendance = { audience: string; sex: string | null; age: string | null; persons: number }

export type EventView = Gathering & {
  audience: string[]
  /** As stated for the whole event; null where nothing says. */
  participants: number | null
  attendance: Attendance[]
  /** Ids of other events that its writer says are one and the same with it. */
  sameAs: string[]
}

const attendanceIn = ({ datum }: WorkFact): Attendance[] => {
  const { attendance } = datum.body
  if (!isRows(attendance)) return []
  return attendance.map(({ audience, sex, age, persons }) => ({
    audience: String(audience),
    sex: sex === undefined ? null : String(sex),
    age: age === undefined ? null : String(age),
    persons: Number(persons),
  }))
}

export const eventOf = (work: Pick<Work, 'named'>, fact: WorkFact): EventView => ({
  ...gatheringOf(fact),
  audience: entriesOf(fact, 'audience'),
  participants: numberIn(fact, 'participants'),
  attendance: attendanceIn(fact),
  sameAs: work.named(fact, 'sameAs', [fact.kind]).map(({ id }) => id),
})

/**
 * By which rule events are one (decision 0029). `eitherWord`: as releases of before counted them, when anybody's word made one of
 * two of another's, and only the one that stood for them was read.
 */
export type OneRule = { eitherWord?: boolean }

/** The events that are one and the same, two and more in each group, in the order given. */
const groupsOf = (events: readonly EventView[], { eitherWord = false }: OneRule): EventView[][] => {
  const words = events.flatMap((from) =>
    from.sameAs.flatMap((name) => {
      const [to, another] = events.filter((one) => one !== from && one.id === name)
      return to === undefined || another !== undefined ? [] : [{ from, to }]
    }),
  )
  return joinedBy(events, words, eitherWord).groups
}

/**
 * The events that are one and the same with another, by the word of either, and with which: the first of them in the order
 * given. For events of those who promised together.
 */
export const oneWithOf = (
  events: readonly EventView[],
  rule: OneRule = {},
): ReadonlyMap<EventView, EventView> =>
  new Map(groupsOf(events, rule).flatMap(([first, ...others]) => others.map((one) => [one, first!] as const)))

/** The first of those that are one, with the groups all of them name and, where it tells nothing of who came, what the next tells. */
const asOne = (group: readonly EventView[], { eitherWord = false }: OneRule): EventView => ({
  ...group[0]!,
  ...(eitherWord ? {} : { audience: differentEntries(group.flatMap(({ audience }) => audience)) }),
  participants: group.find(({ participants }) => participants !== null)?.participants ?? null,
  attendance: group.find(({ attendance }) => attendance.length > 0)?.attendance ?? [],
})

/** Each event once, however many wrote it down. */
export const onceEach = (events: readonly EventView[], rule: OneRule = {}): EventView[] => {
  const groups = new Map(groupsOf(events, rule).flatMap((group) => group.map((one) => [one, group] as const)))
  return events.flatMap((event) => {
    const group = groups.get(event)
    return group === undefined ? [event] : group[0] === event ? [asOne(group, rule)] : []
  })
}

export type Attended = {
  /** Persons: as stated, otherwise as the rows add up; null where neither says. */
  persons: number | null
  /** How many of them the rows tell apart. */
  told: number
  byAudience: Map<string, number>
  /** 'unknown' for rows that do not say, and for those no row tells of. */
  bySex: Map<string, number>
  byAge: Map<string, number>
}

const countBy = (
  rows: readonly Attendance[],
  key: (row: Attendance) => string | null,
): Map<string, number> => {
  const counts = new Map<string, number>()
  for (const row of rows)
    counts.set(key(row) ?? 'unknown', (counts.get(key(row) ?? 'unknown') ?? 0) + row.persons)
  return counts
}

const withUntold = (counts: Map<string, number>, untold: number): Map<string, number> =>
  untold <= 0 ? counts : new Map([...counts, ['unknown', (counts.get('unknown') ?? 0) + untold]])

/** Who came to some events together. Events of which nothing is said add nothing, and are counted by the caller. */
export const attendedOf = (events: readonly EventView[]): Attended => {
  const rows = events.flatMap(({ attendance }) => attendance)
  const told = rows.reduce((sum, { persons }) => sum + persons, 0)
  const stated = events.map(({ participants, attendance }) => {
    const counted = attendance.reduce((sum, { persons }) => sum + persons, 0)
    // A smaller total than its rows is the rows' word against the total's: the larger one is who was told of.
    return participants === null
      ? attendance.length === 0
        ? null
        : counted
      : Math.max(participants, counted)
  })
  const known = stated.filter((one) => one !== null)
  const persons = known.length === 0 ? null : known.reduce((sum, one) => sum + one, 0)
  const untold = (persons ?? 0) - told
  return {
    persons,
    told,
    byAudience: withUntold(
      countBy(rows, ({ audience }) => audience),
      untold,
    ),
    bySex: withUntold(
      countBy(rows, ({ sex }) => sex),
      untold,
    ),
    byAge: withUntold(
      countBy(rows, ({ age }) => age),
      untold,
    ),
  }
}

/** Pairs of events of which nothing tells whether they are one and the same, by their ids. */
export type MayBeOne = readonly (readonly [string, string])[]

/** Ids of the events that may be one with this one. */
export const mayBeOneWith = (pairs: MayBeOne, id: string): string[] => [
  ...new Set(pairs.flatMap(([a, b]) => (a === id ? [b] : b === id ? [a] : []))),
]

const personsOf = (event: EventView): number => attendedOf([event]).persons ?? 0

/**
 * As many of `events` as are surely different, each once: of those that may be one the smaller, so that nobody is counted twice. All
 * of them where nothing may be one.
 */
export const surelyOthers = (
  events: readonly EventView[],
  given: MayBeOne,
  rule: OneRule = {},
): EventView[] => {
  const standing = new Map([...oneWithOf(events, rule)].map(([one, first]) => [one.id, first.id]))
  const pairs = given.map(([a, b]) => [standing.get(a) ?? a, standing.get(b) ?? b] as const)
  const ties = (event: EventView): number => mayBeOneWith(pairs, event.id).length
  const chosen = new Set<string>()
  const once = onceEach(events, rule)
  for (const event of [...once].sort((a, b) => ties(a) - ties(b) || personsOf(a) - personsOf(b)))
    if (!mayBeOneWith(pairs, event.id).some((id) => chosen.has(id))) chosen.add(event.id)
  return once.filter(({ id }) => chosen.has(id))
}
