// Who is bound, from when to when: memberships as half-open intervals [in force, withdrawal effective), derived from
// status events. Pure, and independent of the order of the events.
import { joinReasons, type Reason } from '../words/reason.ts'
import { type DerivedDate, entryIntoForce, withdrawalEffect } from './entry-into-force.ts'
import { bindingKinds, type StatusEvent } from './status-event.ts'
import type { Treaty } from './treaty.ts'

/** What memberships need of an event. Anything else it carries, such as the datum it is kept as, stays with it. */
export type MembershipEvent = Pick<StatusEvent, 'actor' | 'name' | 'kind' | 'notifiedOn' | 'effectiveOn'> & {
  /**
   * Of a withdrawal without a day, because of an armed conflict when its period expired (put-off.ts): whether that is
   * certain, and from when on nobody can say whether it has taken effect.
   */
  putOff?: { expires: string; isCertain: boolean; unknownFrom: string | null }
}

export type MembershipRules = Pick<Treaty, 'entryIntoForce' | 'withdrawal'>

export type Membership<E extends MembershipEvent = MembershipEvent> = {
  /** Null for a party that is no State of today; `name` then tells which. */
  actor: string | null
  name: string
  /** First day in force. Null where consent was given and neither source nor rule tells the day. */
  from: string | null
  /** First day no longer in force; null while no withdrawal is known. */
  until: string | null
  /** Set where the party left on a day nobody tells: from this day on its membership is unknown. */
  unknownFrom: string | null
  /** By which acts, and how both dates came about. */
  reason: Reason
  /** The events it rests on: the consent, then the withdrawal. */
  events: E[]
}

const order = (event: MembershipEvent): string =>
  [event.notifiedOn ?? event.effectiveOn ?? '', event.effectiveOn ?? '', event.kind, event.name].join('|')

/** A day with how it came about, which a day the source gives does not need. */
type Dated = { on: string; derivation: Reason | null }

const dated = (on: string | null, derived: () => DerivedDate | undefined): Dated | undefined =>
  on === null ? derived() : { on, derivation: null }

/** When the consent takes effect. A succession has no rule: its day is a sourced fact, or unknown. */
const beginningOf = (event: MembershipEvent, rules?: MembershipRules): Dated | undefined =>
  dated(event.effectiveOn, () =>
    rules === undefined || event.notifiedOn === null || event.kind === 'succession'
      ? undefined
      : entryIntoForce(rules.entryIntoForce, event.notifiedOn),
  )

const endOf = (event: MembershipEvent, rules?: MembershipRules): Dated | undefined =>
  dated(event.effectiveOn, () =>
    rules === undefined || event.notifiedOn === null || event.putOff !== undefined
      ? undefined
      : withdrawalEffect(rules.withdrawal, event.notifiedOn),
  )

/** True where the withdrawal was notified only after this consent, so that it ends what the consent began. */
const isAfter = (withdrawal: MembershipEvent, consent: MembershipEvent): boolean =>
  withdrawal.notifiedOn === null || consent.notifiedOn === null || consent.notifiedOn <= withdrawal.notifiedOn

/** What a withdrawal waits for that a conflict puts off. */
export const awaitedIn = ({ expires, isCertain }: NonNullable<MembershipEvent['putOff']>): Reason => ({
  key: isCertain ? 'duty-awaits-conflict' : 'duty-awaits-conflict-dates',
  on: expires,
})

/** The act, then what follows from it. */
const reasonsOf = (
  event: MembershipEvent,
  date: Dated | undefined,
  then: 'takes-force' | 'takes-effect',
): Reason[] => [
  event.notifiedOn === null
    ? { key: 'act-undated', act: event.kind }
    : { key: 'act', act: event.kind, on: event.notifiedOn },
  event.putOff !== undefined
    ? { key: 'duty-waits', of: awaitedIn(event.putOff) }
    : date === undefined
      ? { key: `${then}-unknown` }
      : date.derivation === null
        ? { key: then, on: date.on }
        : { key: `${then}-by`, on: date.on, of: date.derivation },
]

/** The withdrawal that ends what `consent` began, with its day: the earliest one that can. */
const findEnd = <E extends MembershipEvent>(
  consent: E,
  from: string | undefined,
  withdrawals: E[],
  rules?: MembershipRules,
): { event: E; date: Dated | undefined } | undefined => {
  const ends = withdrawals
    .filter((event) => isAfter(event, consent))
    .map((event) => ({ event, date: endOf(event, rules) }))
    // Consent given again on the day of the notification begins where the old membership ends: not ended by it.
    .filter(
      ({ event, date }) =>
        date === undefined ||
        from === undefined ||
        date.on > from ||
        (event.notifiedOn ?? '') > (consent.notifiedOn ?? ''),
    )
  return ends.sort((a, b) => ((a.date?.on ?? '9999') < (b.date?.on ?? '9999') ? -1 : 1))[0]
}

const membershipOf = <E extends MembershipEvent>(
  consent: E,
  withdrawals: E[],
  rules?: MembershipRules,
): Membership<E> | undefined => {
  const begins = beginningOf(consent, rules)
  const end = findEnd(consent, begins?.on, withdrawals, rules)
  const until = end?.date?.on ?? null
  // Withdrawn before the treaty came into force for the party: never a member.
  if (begins !== undefined && until !== null && until <= begins.on) return undefined
  const undatedEnd = end !== undefined && until === null
  const unknownFrom = undatedEnd
    ? end.event.putOff !== undefined
      ? end.event.putOff.unknownFrom
      : (end.event.notifiedOn ?? begins?.on ?? consent.notifiedOn)
    : begins === undefined
      ? consent.notifiedOn
      : null
  const reasons = [
    ...reasonsOf(consent, begins, 'takes-force'),
    ...(end === undefined ? [] : reasonsOf(end.event, end.date, 'takes-effect')),
  ]
  return {
    actor: consent.actor,
    name: consent.name,
    from: begins?.on ?? null,
    until,
    unknownFrom,
    reason: joinReasons(reasons),
    events: end === undefined ? [consent] : [consent, end.event],
  }
}

/** Two consents that overlap in time are one membership from the earlier on. */
const withoutOverlap = <E extends MembershipEvent>(memberships: Membership<E>[]): Membership<E>[] => {
  const kept: Membership<E>[] = []
  for (const membership of memberships) {
    const last = kept.at(-1)
    const overlaps =
      last !== undefined &&
      last.from !== null &&
      membership.from !== null &&
      (last.until === null || membership.from < last.until)
    if (!overlaps) {
      kept.push(membership)
      continue
    }
    const extended = last.until !== null && (membership.until === null || membership.until > last.until)
    kept[kept.length - 1] = {
      ...last,
      until: extended ? membership.until : last.until,
      unknownFrom: last.unknownFrom ?? membership.unknownFrom,
      reason: joinReasons([last.reason, membership.reason]),
      events: [...last.events, ...membership.events],
    }
  }
  return kept
}

/**
 * The memberships of one treaty, by actor and time. Signature and provisional application make no member. `rules`
 * give the days that the events leave out; without them such a day stays unknown.
 */
export const membershipsFor = <E extends MembershipEvent>(
  events: readonly E[],
  rules?: MembershipRules,
): Membership<E>[] => {
  const byParty = Map.groupBy(events, (event) => event.actor ?? `name:${event.name}`)
  return [...byParty.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, own]) => {
      const sorted = [...own].sort((a, b) => (order(a) < order(b) ? -1 : 1))
      const withdrawals = sorted.filter((event) => event.kind === 'withdrawal')
      const memberships = sorted
        .filter((event) => bindingKinds.includes(event.kind))
        .map((consent) => membershipOf(consent, withdrawals, rules))
        .filter((membership) => membership !== undefined)
        .sort((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1))
      return withoutOverlap(memberships)
    })
}

export type Standing = 'member' | 'not a member' | 'unknown'

/** Where one membership stands on a day: half-open, so the day a withdrawal takes effect is outside. */
export const standingOn = (membership: Membership, date: string): Standing => {
  const { from, until, unknownFrom } = membership
  if (unknownFrom !== null && date >= unknownFrom && (until === null || date < until)) return 'unknown'
  if (from === null || date < from || (until !== null && date >= until)) return 'not a member'
  return 'member'
}

/** True where `actor` is certainly a member on `date`. */
export const isMemberOn = (memberships: readonly Membership[], actor: string, date: string): boolean =>
  memberships.some((one) => one.actor === actor && standingOn(one, date) === 'member')

/** The memberships in force on `date`. */
export const membersOn = <E extends MembershipEvent>(
  memberships: readonly Membership<E>[],
  date: string,
): Membership<E>[] => memberships.filter((membership) => standingOn(membership, date) === 'member')

/** Those of whom nobody can say, from what is held, whether they are members on `date`. */
export const unknownOn = <E extends MembershipEvent>(
  memberships: readonly Membership<E>[],
  date: string,
): Membership<E>[] => memberships.filter((membership) => standingOn(membership, date) === 'unknown')

/** What was known on `date`: events notified to the depositary by then. One without a day is known with its page. */
export const eventsKnownOn = <E extends MembershipEvent & { knownFrom?: string }>(
  events: readonly E[],
  date: string,
): E[] => events.filter((event) => (event.knownFrom ?? event.notifiedOn ?? event.effectiveOn ?? '') <= date)

/**
 * True where the end of the membership lies after the date of the source: it is expected, not yet seen to have come
 * about (a withdrawal can be put off by armed conflict, or taken back).
 */
export const isEndExpected = (membership: Membership, sourceDate: string): boolean =>
  membership.until !== null && membership.until > sourceDate
