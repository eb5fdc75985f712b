// Conditions that compare a number: a sum, how many datums there are, with a limit that may itself be a sum.
import { problem } from '../problem.ts'
import type { Reason } from '../words/reason.ts'
import type { ConditionContext, Subject, Test } from './context.ts'
import type { Reach } from './coverage.ts'
import type { Fact } from './facts.ts'
import { absent, compileMatching, compileReach, isOpen } from './matching.ts'
import { type Outcome, outcome } from './outcome.ts'
import { fieldOf, resolve } from './scope.ts'

type Node = Record<string, unknown>

/** A condition that looks for datums of a kind; `naming`: for those alone whose field of this name names the record at hand. */
export type Asked<Form extends string> = Record<Form, string> & { where?: Node; naming?: string }

export const unknownForm = (condition: unknown) =>
  problem(
    'input-rejected',
    `A rule holds a condition Pacta does not understand: ${JSON.stringify(condition)}.`,
  )

/** The same, where the register holds only a part. */
export const partialToo = (of: Reason): Reason => ({ key: 'register-partial-too', of })

export const idsOf = (facts: readonly Fact[]): string[] => facts.map((fact) => fact.id)

export const notKnownLimit = (): Outcome => outcome('unknown', { key: 'limit-unknown' })

/** Compares a number with the one operator a condition carries (`gte: 1`), which may itself be a sum. */
export const compileLimit = (
  context: ConditionContext,
  node: Node,
): ((subject: Subject, found: number) => boolean | undefined) => {
  const name = (['gte', 'gt', 'lte', 'lt'] as const).find((operator) => operator in node)
  if (name === undefined) throw unknownForm(node)
  const given = node[name]
  const compareSum =
    typeof given === 'object' && given !== null && 'sum' in given
      ? compileTotal(context, given as { sum: string; where?: Node })
      : undefined
  return (subject, found) => {
    const limit =
      compareSum === undefined
        ? resolve(context.scope, given, subject.record, subject.dueOn)
        : compareSum(subject).total
    if (typeof limit !== 'number') return undefined
    if (name === 'gte') return found >= limit
    if (name === 'gt') return found > limit
    return name === 'lte' ? found <= limit : found < limit
  }
}

/** Adds up a field over the matching datums. Undefined total: amounts in more than one currency, or none given. */
const compileTotal = (context: ConditionContext, node: Asked<'sum'>) => {
  const { scope } = context
  const [kind = '', field = ''] = node.sum.split('.')
  const { where = {}, naming } = node
  const matching = compileMatching(context, kind, where, naming)
  const reachOf = compileReach(context, kind, where, naming)
  return (subject: Subject) => {
    const reach = reachOf(subject)
    const found = matching(subject)?.found
    const amounts = (found ?? []).map((fact) => fieldOf(scope, fact, field))
    const currencies = new Set(
      (found ?? [])
        .map((fact) => fieldOf(scope, fact, 'currency'))
        .filter((currency) => currency !== undefined),
    )
    const isSum =
      found !== undefined && currencies.size <= 1 && amounts.every((amount) => typeof amount === 'number')
    const total = isSum ? (amounts as number[]).reduce((sum, amount) => sum + amount, 0) : undefined
    return { kind, total, currencies, found: found ?? [], reach }
  }
}

export const compileSum = (context: ConditionContext, node: Asked<'sum'>): Test => {
  const totalOf = compileTotal(context, node)
  const limit = compileLimit(context, node as Node)
  const limitTotal = limitSum(context, node as Node)
  return (subject) => {
    const { kind, total, found, reach, currencies } = totalOf(subject)
    const owed = limitTotal?.(subject)
    const ids = [...idsOf(found), ...idsOf(owed?.found ?? [])]
    if (owed !== undefined && owed.found.length === 0)
      return absent(context, owed.kind, subject, owed.reach, ids)
    const all = new Set([...currencies, ...(owed?.currencies ?? [])])
    if (total === undefined || all.size > 1) return outcome('unknown', { key: 'amounts-unclear' }, ids)
    const met = limit(subject, total)
    if (met === undefined) return outcome('unknown', { key: 'limit-unknown' }, ids)
    const said: Reason =
      owed?.total === undefined
        ? { key: 'total', kind, total }
        : { key: 'total-of', kind, total, owed: owed.total }
    return judged(context, kind, subject, reach, ids, said, met, node as Node)
  }
}

/** The sum on the other side of a comparison, for its datums and its coverage. */
const limitSum = (context: ConditionContext, node: Node) => {
  const other = Object.values(node).find(
    (value) => typeof value === 'object' && value !== null && 'sum' in value,
  )
  return other === undefined ? undefined : compileTotal(context, other as { sum: string; where?: Node })
}

/**
 * A comparison of what is on record. Where the register is open there may be more: enough is enough, but neither "too
 * little" nor "not too much" can be told.
 */
const judged = (
  context: ConditionContext,
  kind: string,
  subject: Subject,
  reach: Reach,
  ids: string[],
  said: Reason,
  met: boolean,
  node: Node,
): Outcome => {
  const isFloor = 'gte' in node || 'gt' in node
  if (isOpen(reach) && met !== isFloor) return outcome('unknown', partialToo(said), ids)
  if (met) return outcome('yes', said, ids)
  if (!isFloor) return outcome('no', said, ids)
  const nothing = absent(context, kind, subject, reach, ids)
  return nothing.state === 'no' ? outcome('no', said, ids) : nothing
}

export const compileCount = (context: ConditionContext, node: Asked<'count'>): Test => {
  const { where = {}, naming } = node
  const matching = compileMatching(context, node.count, where, naming)
  const reachOf = compileReach(context, node.count, where, naming)
  const limit = compileLimit(context, node as Node)
  return (subject) => {
    const reach = reachOf(subject)
    const found = matching(subject)?.found
    const met = found === undefined ? undefined : limit(subject, found.length)
    if (found === undefined || met === undefined) return notKnownLimit()
    return judged(
      context,
      node.count,
      subject,
      reach,
      idsOf(found),
      { key: 'counted', kind: node.count, count: found.length },
      met,
      node as Node,
    )
  }
}
