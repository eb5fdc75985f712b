// What compiling a condition needs, and whom a compiled condition is about.
import type { Reach } from './coverage.ts'
import type { Fact } from './facts.ts'
import type { Outcome } from './outcome.ts'
import { resolve, type Scope } from './scope.ts'

/** Whom a condition is about: an actor, and the record at hand where the population is one of records. */
export type Subject = {
  actor: string
  record?: Fact | undefined
  /** The records that are one with it, itself among them, where all of them are asked together. */
  told?: readonly Fact[] | undefined
  /** The date on which states must hold. */
  at: string
  dueOn: () => string | undefined
}

export type Test = (subject: Subject) => Outcome

export type Pending = { until: unknown; counts: 'in' | 'out' }

/** What compiling a condition needs besides the scope. */
export type ConditionContext = {
  scope: Scope
  pending: Pending | undefined
  /** Membership of a named cohort on a date. */
  cohort: (name: string, actor: string, at: string) => Outcome
  /** Told of every register a conclusion rested on and how far it reached. */
  reached: (register: string, reach: Reach) => void
}

/** The day until which the member still has time, where that day is not over on `day`. */
export const pendingOf = (
  context: ConditionContext,
  subject: Subject,
  day: string = context.scope.asOf,
): string | undefined => {
  const { pending, scope } = context
  if (pending === undefined) return undefined
  const until = isDuty(pending.until)
    ? scope.base.dueOn(pending.until.duty, subject.actor, scope.year)?.date
    : resolve(scope, pending.until, subject.record, subject.dueOn)
  return typeof until === 'string' && until >= day ? until : undefined
}

const isDuty = (until: unknown): until is { duty: string } =>
  typeof until === 'object' && until !== null && 'duty' in until
