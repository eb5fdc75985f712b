// The datums of a member that match, how far their register reaches, and what may be concluded where nothing is found.
import { type ConditionContext, pendingOf, type Subject } from './context.ts'
import { type Reach, reachOver } from './coverage.ts'
import { addDays, type Window } from './dates.ts'
import type { Fact } from './facts.ts'
import { type Outcome, outcome } from './outcome.ts'
import { noteChange, type Scope } from './scope.ts'
import { compileWhere, spanOf } from './where.ts'

type Node = Record<string, unknown>

/** The member's datums of a kind that match, as of the scope's date; states must hold on the subject's date. */
export const compileMatching = (
  context: ConditionContext,
  kind: string,
  where: Node,
): ((subject: Subject) => Fact[]) => {
  const { scope } = context
  const facts = scope.base.facts(kind)
  const matches = compileWhere(scope, where)
  const isState = scope.base.kind(kind)?.time === 'state'
  // A state tested for a year of its own (an assessment for 2026) is not asked whether it holds on a day.
  const heldOnDate = isState && !('forYear' in where)
  return (subject) => {
    const own = facts.get(subject.actor)
    if (own === undefined) return []
    return own.filter((fact) => {
      if (heldOnDate) {
        if (fact.heldFrom === null) return false
        if (fact.heldFrom > subject.at) {
          noteChange(scope, fact.heldFrom)
          return false
        }
        if (fact.heldUntil !== null && fact.heldUntil <= subject.at) return false
        noteChange(scope, fact.heldUntil)
      } else if (fact.heldFrom !== null && fact.heldFrom > scope.asOf) {
        noteChange(scope, fact.heldFrom)
        return false
      }
      return matches(fact, subject.dueOn)
    })
  }
}

/** Acts with the depositary are covered treaty by treaty, by its status page; every other kind is a register. */
export const registerOf = (kind: string, where: Readonly<Record<string, unknown>>): string =>
  kind === 'status-event' && typeof where.treaty === 'string' ? `status:${where.treaty}` : kind

/** How far the register of `kind` reaches where a condition looks. */
export const compileReach = (
  context: ConditionContext,
  kind: string,
  where: Node,
): ((subject: Subject) => Reach) => {
  const { scope } = context
  const register = registerOf(kind, where)
  const rows = scope.base.coverage(register)
  const isState = scope.base.kind(kind)?.time === 'state' && !('forYear' in where)
  const fixed: Window | undefined = isState
    ? undefined
    : (spanOf(scope, where) ?? { from: `${scope.year}-01-01`, until: addDays(scope.asOf, 1) })
  const once = fixed === undefined ? undefined : fixed.from < fixed.until ? reachOver(rows, fixed) : undefined
  const memo = new Map<string, Reach>()
  return ({ at }) => {
    let reach = once ?? memo.get(at)
    if (reach === undefined) {
      reach = reachOver(rows, { from: at, until: addDays(at, 1) })
      if (reach.level !== 'complete') reach = reachUpTo(rows, at) ?? reach
      memo.set(at, reach)
    }
    context.reached(register, reach)
    return reach
  }
}

/** For a day after the register's end: complete up to its last day, if somebody said so for days just before. */
export const reachUpTo = (rows: Parameters<typeof reachOver>[0], at: string): Reach | undefined => {
  const last = rows
    .filter((row) => row.level === 'complete' && row.until !== null && row.until <= at)
    .reduce<string | undefined>(
      (best, row) => (best === undefined || row.until! > best ? row.until! : best),
      undefined,
    )
  if (last === undefined || rows.some((row) => row.from >= last && row.from <= at)) return undefined
  const statedBy = rows.find((row) => row.until === last)!.statedBy
  return { level: 'until', lastDay: addDays(last, -1), statedBy }
}

export const titleOf = (scope: Scope, kind: string): string => scope.base.kind(kind)?.title ?? kind

/** Nothing was found: what may be concluded, given how far the register reaches. */
export const absent = (
  context: ConditionContext,
  kind: string,
  subject: Subject,
  reach: Reach,
  datumIds: readonly string[],
): Outcome => {
  const title = titleOf(context.scope, kind)
  if (reach.level === 'none') return outcome('unknown', `No register of this is held: ${title}`, datumIds)
  if (reach.level === 'partial')
    return outcome('unknown', `The register is partial and says nothing: ${title}`, datumIds)
  const pending = pendingOf(context, subject)
  if (pending !== undefined)
    return outcome('pending', `Not yet, and there is time until ${pending}: ${title}`, datumIds)
  return kind.endsWith('-report')
    ? outcome('not reported', `No report received by ${context.scope.asOf}`, datumIds)
    : outcome('no', `None on record: ${title}`, datumIds)
}
