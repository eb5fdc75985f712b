// Where one would have to look for what fulfils a duty, and how far those registers reach. Nothing held means nothing
// done only where a register says so of every day until the duty's own.

import { reachOver, wordTold } from '../rules/coverage.ts'
import { addDays } from '../rules/dates.ts'
import type { CoverageFact } from '../rules/facts.ts'
import { reachOn, registerOf } from '../rules/matching.ts'
import type { Scope } from '../rules/scope.ts'
import { spanOf } from '../rules/where.ts'
import type { Searched } from './owed.ts'

/** A kind of record that a condition counts, with its tests; of reports perhaps the question whose answer counts. */
export type Counted = {
  kind: string
  where: Readonly<Record<string, unknown>>
  asked?: { obligation: string; question: string }
}

const limits = ['gte', 'gt', 'lte', 'lt', 'where']

/**
 * The kinds whose records `condition` counts, in the order it names them. Sums that only set a limit ("at least what is
 * assessed") and what must not be there fulfil nothing. Answers are looked for in the reports of their obligation.
 */
export const countedIn = (condition: unknown, obligation: string): Counted[] => {
  if (Array.isArray(condition)) return condition.flatMap((part) => countedIn(part, obligation))
  if (typeof condition !== 'object' || condition === null) return []
  const node = condition as Record<string, unknown>
  const where = (node.where ?? {}) as Record<string, unknown>
  if ('answer' in node) {
    const asked = { obligation: String(node.by ?? obligation), question: String(node.answer) }
    return [{ kind: `${asked.obligation}-report`, where: {}, asked }]
  }
  const kind = node.some ?? node.every ?? node.count
  if (typeof kind === 'string') return [{ kind, where }]
  if (typeof node.sum === 'string') return [{ kind: node.sum.split('.')[0]!, where }]
  return Object.entries(node).flatMap(([key, part]) =>
    key === 'not' || key === 'when' || limits.includes(key) ? [] : countedIn(part, obligation),
  )
}

const lastStated = (rows: readonly CoverageFact[], asOf: string): string | null => {
  const ends = rows.map((row) => (row.until === null ? asOf : addDays(row.until, -1))).sort()
  const last = ends.at(-1)
  return last === undefined || last > asOf ? (last === undefined ? null : asOf) : last
}

/**
 * How far the registers of `counted` reach for `actor`: states on the as-of day, events from `begins` on, or within the span of
 * dates their tests name. Where nobody says when it could begin, no register can be complete.
 */
export const searchedIn = (
  scope: Scope,
  counted: readonly Counted[],
  { actor, begins }: { actor: string; begins: string | null },
): Searched[] => {
  const found = new Map<string, Searched>()
  for (const { kind, where } of counted) {
    const register = registerOf(kind, where)
    if (found.has(register)) continue
    const rows = scope.base.coverage(register, actor)
    const until = addDays(scope.asOf, 1)
    const span = spanOf(scope, where) ?? { from: begins ?? '0001-01-01', until }
    const reach = scope.base.kind(kind)?.time === 'state' ? reachOn(rows, scope.asOf) : reachOver(rows, span)
    found.set(register, {
      register,
      level: reach.level === 'until' ? 'complete' : reach.level,
      until:
        reach.level === 'complete'
          ? addDays(span.until < until ? span.until : until, -1)
          : reach.level === 'until'
            ? reach.lastDay
            : reach.level === 'partial'
              ? lastStated(rows, scope.asOf)
              : null,
      statedBy: reach.statedBy,
      ...wordTold(reach),
    })
  }
  return [...found.values()]
}

/** Whether every register that would show it is complete up to and with `day`; never without a register. */
export const tellsUntil = (searched: readonly Searched[], day: string): boolean =>
  searched.length > 0 &&
  searched.every(({ level, until }) => level === 'complete' && until !== null && until >= day)
