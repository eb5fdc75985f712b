// The datums of a member that match, how far their register reaches, and what may be concluded where nothing is found.
import { type ConditionContext, pendingOf, type Subject } from './context.ts'
import { type Reach, reachByOwners, reachFor, reachOver, statedFor, wordOf } from './coverage.ts'
import { addDays, minDate } from './dates.ts'
import { type CoverageFact, type Fact, heldSince } from './facts.ts'
import { namersOf, speakersFor } from './naming.ts'
import { type Outcome, outcome } from './outcome.ts'
import type { Scope } from './scope.ts'
import { compileFit, spanOf } from './where.ts'

type Node = Record<string, unknown>

export type Matches = {
  found: Fact[]
  /**
   * States that match but hold at a time no source gives, and events that may have taken place on a day that is not asked for:
   * whether they match nobody can say.
   */
  undated: Fact[]
}

/** Whether a datum stands on the as-of date: what comes later has not happened, and a replaced version is gone. */
export const standsAsOf = (scope: Scope, fact: Fact): boolean =>
  (fact.heldFrom === null || fact.heldFrom <= scope.asOf) &&
  (fact.replacedOn == null || fact.replacedOn > scope.asOf)

/** The datums of a kind among which is looked: the member's own, or with `naming` those that name the record at hand in that field. */
const candidatesOf = (
  { base }: Scope,
  kind: string,
  naming: string | undefined,
): ((subject: Subject) => readonly Fact[]) => {
  if (naming === undefined) {
    const facts = base.facts(kind)
    return ({ actor }) => facts.get(actor) ?? []
  }
  const namers = namersOf(base, kind, naming)
  return ({ record }) => (record === undefined ? [] : namers(record))
}

/**
 * The member's datums of a kind that match, as of the scope's date, or with `naming` those that name the record at hand; states
 * must hold on the subject's date, and what names a record on the scope's. Undefined where what they would be compared with is
 * not known, such as a meeting nobody announced.
 */
export const compileMatching = (
  context: ConditionContext,
  kind: string,
  where: Node,
  naming?: string,
): ((subject: Subject) => Matches | undefined) => {
  const { scope } = context
  const candidates = candidatesOf(scope, kind, naming)
  const test = compileFit(scope, where)
  if (test === undefined) return () => undefined
  const spec = scope.base.kind(kind)
  const isState = spec?.time === 'state'
  return (subject) => {
    // A record may be older than what is done about it.
    const at = naming === undefined ? subject.at : scope.asOf
    const found: Fact[] = []
    const undated: Fact[] = []
    for (const fact of candidates(subject)) {
      const since = isState ? heldSince(fact, spec) : null
      if (isState) {
        if (fact.heldUntil !== null && fact.heldUntil <= at) continue
        if (since !== null && since > at) continue
      } else if (!standsAsOf(scope, fact)) continue
      const fit = test(fact, subject.dueOn)
      if (fit === 'no') continue
      if (fit === 'perhaps' || (isState && since === null)) undated.push(fact)
      else found.push(fact)
    }
    return { found, undated }
  }
}

/** Acts with the depositary are covered treaty by treaty, by its status page; every other kind is a register. */
export const registerOf = (kind: string, where: Readonly<Record<string, unknown>>): string =>
  kind === 'status-event' && typeof where.treaty === 'string' ? `status:${where.treaty}` : kind

/**
 * How far the register of `kind` reaches where a condition looks: a day for states, a span for events. With `naming` it reaches as
 * far as for each of those whose word on the record at hand counts; of those who promised together, by their own words alone.
 */
export const compileReach = (
  context: ConditionContext,
  kind: string,
  where: Node,
  naming?: string,
): ((subject: Subject) => Reach) => {
  const { scope } = context
  const register = registerOf(kind, where)
  const stated = statedFor(scope.base, register)
  const isState = scope.base.kind(kind)?.time === 'state'
  const span = isState
    ? undefined
    : (spanOf(scope, where) ?? { from: `${scope.year}-01-01`, until: addDays(scope.asOf, 1) })
  const memo = new Map<string, Reach>()
  if (naming !== undefined) {
    const over = (rows: readonly CoverageFact[]): Reach =>
      span === undefined ? reachOn(rows, scope.asOf) : reachOver(rows, span)
    return ({ actor, record }) => {
      const owner = record?.actor ?? actor
      const speakers = speakersFor(scope.base, owner)
      const reach =
        memo.get(owner) ??
        (speakers.length > 1
          ? reachByOwners(scope.base, register, speakers, over)
          : reachFor(scope.base, register, speakers, over))
      memo.set(owner, reach)
      context.reached(register, reach)
      return reach
    }
  }
  return ({ actor, at }) => {
    const { rows, key } = stated(actor)
    const asked = span === undefined ? `${key} ${at}` : key
    let reach = memo.get(asked)
    if (reach === undefined) {
      reach = span === undefined ? reachOn(rows, at) : reachOver(rows, span)
      memo.set(asked, reach)
    }
    context.reached(register, reach)
    return reach
  }
}

/** How far a register reaches on one day; after its end: complete up to its last day. */
export const reachOn = (rows: Parameters<typeof reachOver>[0], at: string): Reach => {
  const reach = reachOver(rows, { from: at, until: addDays(at, 1) })
  if (
    reach.level === 'complete' ||
    rows.some((row) => row.from <= at && (row.until === null || row.until > at))
  )
    return reach
  const ended = rows.filter((row) => row.until !== null && row.until <= at)
  const last = ended.reduce<(typeof ended)[number] | undefined>(
    (best, row) => (best === undefined || row.until! >= best.until! ? row : best),
    undefined,
  )
  return last === undefined || last.level !== 'complete'
    ? reach
    : {
        ...{ level: 'until', lastDay: addDays(last.until!, -1) },
        ...wordOf(last),
      }
}

/** True where nothing may be concluded from what is not in the register. */
export const isOpen = (reach: Reach): boolean => reach.level === 'none' || reach.level === 'partial'

/** The last day of which the register tells, at most the as-of date: no reason may speak of a later one. */
export const toldUntil = (scope: Scope, reach: Reach): string =>
  reach.level === 'until' ? minDate(reach.lastDay, scope.asOf) : scope.asOf

/** Nothing was found: what may be concluded, given how far the register reaches. */
export const absent = (
  context: ConditionContext,
  kind: string,
  subject: Subject,
  reach: Reach,
  datumIds: readonly string[],
): Outcome => {
  if (reach.level === 'none') return outcome('unknown', { key: 'no-register', kind }, datumIds)
  if (reach.level === 'partial') return outcome('unknown', { key: 'register-partial', kind }, datumIds)
  const day = toldUntil(context.scope, reach)
  const pending = pendingOf(context, subject, day)
  if (pending !== undefined) return outcome('pending', { key: 'not-yet', kind, until: pending }, datumIds)
  return kind.endsWith('-report')
    ? outcome('not reported', { key: 'no-report-by', on: day }, datumIds)
    : outcome('no', { key: 'nothing-on-record', kind }, datumIds)
}
