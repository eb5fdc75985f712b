// A treaty's parties over time: who joined and who left in each year, and where everyone stands on a day. Pure.
import { type Membership, type MembershipEvent, membershipsFor, standingOn } from './membership.ts'
import { withConflicts } from './put-off.ts'
import { bindingKinds } from './status-event.ts'
import type { Treaty } from './treaty.ts'

/**
 * What is counted. `in force`: those for whom the treaty is in force, by its rule or its page. `consent`: those that
 * gave their consent to be bound, where the rule on entry into force is not held and nobody can say who is bound.
 */
export type Basis = 'in force' | 'consent'

/** Someone who acted with the depositary. `actor` is null for whoever is no State of today. */
type Who = { actor: string | null; actorId: string; name: string }
type Act = MembershipEvent & { actorId: string }

/** Joining or leaving, with the acts by which it came about. */
export type Movement<E extends Act = Act> = Who & {
  on: string
  /** The day lies after the date of the source: expected, not yet seen. */
  isExpected: boolean
  acts: E[]
}

export type HistoryYear<E extends Act = Act> = {
  year: number
  /** The day counted: 31 December, or the as-of date in its own year. */
  on: string
  /** States that are parties on that day. */
  parties: number
  /** Participants of whom nobody can say whether they are. */
  unknown: number
  joined: Movement<E>[]
  left: Movement<E>[]
}

export type Standing = 'party' | 'leaving' | 'joining' | 'unknown' | 'left' | 'signatory' | 'none'

export type Participant<E extends Act = Act> = Who & {
  standing: Standing
  /** First day as a party, where known. */
  from: string | null
  /** First day no longer one, where a withdrawal says so. */
  until: string | null
  isEndExpected: boolean
  signedOn: string | null
  acts: E[]
}

export type MembershipHistory<E extends Act = Act> = {
  basis: Basis
  participants: Participant<E>[]
  years: HistoryYear<E>[]
  /** Every day on which the number of States Parties changed, with the number from that day on. */
  steps: { on: string; parties: number }[]
}

const firstDayOf = (act: MembershipEvent): string => act.notifiedOn ?? act.effectiveOn ?? ''

/** Consent counts from the day it was given; withdrawals keep the day their source gives. */
const asConsents = <E extends Act>(acts: readonly E[]): E[] =>
  acts.map((act) =>
    bindingKinds.includes(act.kind) ? { ...act, effectiveOn: act.notifiedOn ?? act.effectiveOn } : act,
  )

const isUndated = (membership: Membership): boolean =>
  membership.from === null && membership.unknownFrom === null

const lastOf = <T>(list: readonly T[]): T | undefined => list[list.length - 1]

const participantOf = <E extends Act>(
  acts: E[],
  memberships: readonly Membership<E>[],
  asOf: string,
  sourceDate: string | null,
): Participant<E> => {
  const { actor, actorId, name } = acts[0]!
  const who = { actor, actorId, name, acts }
  const signedOn = acts.find((act) => act.kind === 'signature')?.notifiedOn ?? null
  const common = { ...who, signedOn, from: null, until: null, isEndExpected: false }
  const current = memberships.find((one) => standingOn(one, asOf) === 'member')
  if (current !== undefined)
    return {
      ...common,
      standing: current.until === null ? 'party' : 'leaving',
      from: current.from,
      until: current.until,
      isEndExpected: current.until !== null,
    }
  const unclear = memberships.find((one) => isUndated(one) || standingOn(one, asOf) === 'unknown')
  if (unclear !== undefined)
    return { ...common, standing: 'unknown', from: unclear.from, until: unclear.until }
  const coming = memberships.find((one) => one.from !== null && one.from > asOf)
  if (coming !== undefined) return { ...common, standing: 'joining', from: coming.from, until: coming.until }
  const gone = lastOf(memberships.filter((one) => one.until !== null && one.until <= asOf))
  if (gone !== undefined)
    return {
      ...common,
      standing: 'left',
      from: gone.from,
      until: gone.until,
      isEndExpected: sourceDate !== null && gone.until! > sourceDate,
    }
  return { ...common, standing: signedOn === null ? 'none' : 'signatory' }
}

const movementOf = <E extends Act>(
  membership: Membership<E>,
  on: string,
  acts: readonly E[],
  sourceDate: string | null,
): Movement<E> => ({
  actor: membership.actor,
  actorId: acts[0]!.actorId,
  name: membership.name,
  on,
  isExpected: sourceDate !== null && on > sourceDate,
  acts: [...acts],
})

const yearsOf = <E extends Act>(
  memberships: readonly Membership<E>[],
  first: string,
  asOf: string,
  sourceDate: string | null,
): HistoryYear<E>[] => {
  const states = memberships.filter((one) => one.actor !== null)
  const byDay = (a: Movement<E>, b: Movement<E>) =>
    a.on === b.on ? (a.name < b.name ? -1 : 1) : a.on < b.on ? -1 : 1
  const years: HistoryYear<E>[] = []
  for (let year = Number(first.slice(0, 4)); year <= Number(asOf.slice(0, 4)); year++) {
    const [start, end] = [`${year}-01-01`, `${year}-12-31`]
    const on = end < asOf ? end : asOf
    const isHere = (day: string | null): day is string => day !== null && day >= start && day <= on
    years.push({
      year,
      on,
      parties: new Set(states.filter((one) => standingOn(one, on) === 'member').map((one) => one.actor)).size,
      unknown: states.filter((one) => isUndated(one) || standingOn(one, on) === 'unknown').length,
      joined: states
        .filter((one) => isHere(one.from))
        .map((one) => movementOf(one, one.from!, one.events.slice(0, 1), sourceDate))
        .sort(byDay),
      left: states
        .filter((one) => one.from !== null && isHere(one.until))
        .map((one) => movementOf(one, one.until!, one.events.slice(-1), sourceDate))
        .sort(byDay),
    })
  }
  return years
}

const stepsOf = (memberships: readonly Membership[], asOf: string): { on: string; parties: number }[] => {
  const change = new Map<string, number>()
  const add = (day: string | null, by: number) => {
    if (day !== null && day <= asOf) change.set(day, (change.get(day) ?? 0) + by)
  }
  for (const one of memberships) {
    if (one.actor === null || one.from === null) continue
    add(one.from, 1)
    // A party that left on a day nobody tells is not counted from the day that is unclear.
    add(one.unknownFrom ?? one.until, -1)
  }
  let parties = 0
  return [...change]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([on, by]) => {
      parties += by
      return { on, parties }
    })
}

/**
 * The history of one treaty up to `asOf`, from the acts held: what was notified later has not happened yet. `rules` are
 * the treaty's, where they are held; `sourceDate` is the date up to which the acts are known; `conflicts` are facts of
 * armed conflicts, which can put a withdrawal off.
 */
export const membershipHistory = <E extends Act>(
  acts: readonly E[],
  given: {
    rules: Treaty | undefined
    asOf: string
    sourceDate: string | null
    conflicts?: Parameters<typeof withConflicts>[2]
  },
): MembershipHistory<E> => {
  const { rules, asOf, sourceDate } = given
  const basis: Basis = rules === undefined ? 'consent' : 'in force'
  const done = acts.filter((act) => firstDayOf(act) <= asOf)
  const counted = basis === 'consent' ? asConsents(done) : withConflicts(done, rules, given.conflicts ?? [])
  const memberships = membershipsFor(counted, rules)
  const keyOf = (one: { actor: string | null; name: string }) => one.actor ?? `name:${one.name}`
  const byKey = Map.groupBy(memberships, keyOf)
  const participants = [...Map.groupBy(done, keyOf)].map(([key, own]) =>
    participantOf(
      own.toSorted((a, b) => (firstDayOf(a) < firstDayOf(b) ? -1 : 1)),
      byKey.get(key) ?? [],
      asOf,
      sourceDate,
    ),
  )
  const first = done
    .map(firstDayOf)
    .filter((day) => day !== '')
    .sort()[0]
  return {
    basis,
    participants,
    years: first === undefined ? [] : yearsOf(memberships, first, asOf, sourceDate),
    steps: stepsOf(memberships, asOf),
  }
}
