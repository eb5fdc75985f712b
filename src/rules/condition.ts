// Compiles a condition into a test of one member. Compiled once for an indicator, year and as-of date.
import { problem } from '../problem.ts'
import type { FieldValue, Reason } from '../words/reason.ts'
import { compileAnswer } from './answers.ts'
import { type ConditionContext, pendingOf, type Subject, type Test } from './context.ts'
import type { Reach } from './coverage.ts'
import type { Fact } from './facts.ts'
import { absent, compileMatching, compileReach, isOpen } from './matching.ts'
import { differentEntries } from './one-form.ts'
import { allOf, anyOf, notOf, type Outcome, outcome } from './outcome.ts'
import { compileParty } from './party.ts'
import { fieldOf, resolve } from './scope.ts'
import { compileWhere } from './where.ts'

type Node = Record<string, unknown>

const reserved = [
  'answer',
  'some',
  'every',
  'sum',
  'count',
  'distinct',
  'all',
  'any',
  'not',
  'cohort',
  'party',
  'actorKind',
  'when',
]

/** Compiles `condition` (docs/reference/rules.md). Throws Problem `input-rejected` for what it does not know. */
export const compileCondition = (context: ConditionContext, condition: unknown): Test => {
  if (condition === true)
    return ({ record }) => outcome('yes', { key: 'member' }, record === undefined ? [] : [record.id])
  if (typeof condition !== 'object' || condition === null) throw unknownForm(condition)
  const node = condition as Node
  const form = reserved.find((name) => name in node)
  switch (form) {
    case 'all':
    case 'any': {
      const parts = (node[form] as unknown[]).map((part) => compileCondition(context, part))
      const combine = form === 'all' ? allOf : anyOf
      return (subject) => combine(parts.map((part) => part(subject)))
    }
    case 'not': {
      const part = compileCondition(context, node.not)
      return (subject) => notOf(part(subject))
    }
    case 'when': {
      const when = compileCondition(context, node.when)
      const holds = compileCondition(context, node.holds)
      return (subject) => {
        const concerned = when(subject)
        if (concerned.state === 'yes') return holds(subject)
        const open = concerned.state !== 'no' && concerned.state !== 'not reported'
        return open
          ? { ...concerned, state: concerned.state === 'pending' ? 'pending' : 'unknown' }
          : outcome('not applicable', concerned.reason, concerned.datumIds)
      }
    }
    case 'answer':
      return compileAnswer(context, node as { answer: string })
    case 'some':
      return compileSome(context, node as { some: string; where?: Node; holds?: unknown })
    case 'every':
      return compileEvery(context, node as { every: string; where?: Node; holds: unknown })
    case 'sum':
      return compileSum(context, node as { sum: string; where?: Node })
    case 'count':
      return compileCount(context, node as { count: string; where?: Node })
    case 'cohort': {
      const name = String(node.cohort)
      return ({ actor, at }) => context.cohort(name, actor, at)
    }
    case 'party':
      return compileParty(context, String(node.party))
    case 'actorKind': {
      const kind = String(node.actorKind)
      return ({ actor }) => {
        const found = context.scope.base.actors.get(actor)?.kind
        if (found === kind) return outcome('yes', { key: 'is-kind', actorKind: kind })
        return outcome(
          'no',
          found === undefined
            ? { key: 'is-stranger', askedKind: kind }
            : { key: 'is-other-kind', actorKind: found, askedKind: kind },
        )
      }
    }
    default:
      return compileRecordTest(context, node)
  }
}

const unknownForm = (condition: unknown) =>
  problem(
    'input-rejected',
    `A rule holds a condition Pacta does not understand: ${JSON.stringify(condition)}.`,
  )

/** Compares a number with the one operator a condition carries (`gte: 1`), which may itself be a sum. */
const compileLimit = (
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

/** What is on record: the first datum with its day, and how many more. */
const onRecord = (first: Fact, facts: readonly Fact[]): Reason => {
  const { kind, heldFrom: on } = first
  const count = facts.length - 1
  if (count === 0) return on === null ? { key: 'record', kind } : { key: 'record-on', kind, on }
  return on === null ? { key: 'records', kind, count } : { key: 'records-on', kind, on, count }
}

/** The same, where the register holds only a part. */
const partialToo = (of: Reason): Reason => ({ key: 'register-partial-too', of })

const idsOf = (facts: readonly Fact[]): string[] => facts.map((fact) => fact.id)

const notKnownLimit = (): Outcome => outcome('unknown', { key: 'limit-unknown' })

/** Datums match, but at a time no source gives. */
const undatedOutcome = (undated: readonly Fact[]): Outcome =>
  outcome('unknown', { key: 'undated', kind: undated[0]!.kind }, idsOf(undated))

const compileSome = (
  context: ConditionContext,
  node: { some: string; where?: Node; holds?: unknown },
): Test => {
  const where = node.where ?? {}
  const matching = compileMatching(context, node.some, where)
  const reachOf = compileReach(context, node.some, where)
  const holds = node.holds === undefined ? undefined : compileCondition(context, node.holds)
  return (subject) => {
    const reach = reachOf(subject)
    const matches = matching(subject)
    if (matches === undefined) return notKnownLimit()
    const { found: selected, undated } = matches
    const found =
      holds === undefined
        ? selected
        : selected.filter((record) => holds({ ...subject, record }).state === 'yes')
    const [first] = found
    if (first !== undefined)
      return outcome('yes', onRecord(first, found), idsOf(found), {
        from: first.heldFrom,
        until: found.at(-1)!.heldUntil,
      })
    if (undated.length > 0) return undatedOutcome(undated)
    const [other] = selected
    if (other === undefined) return absent(context, node.some, subject, reach, [])
    const refused: Reason = { key: 'not-as-asked', of: onRecord(other, selected) }
    // Others may exist that are as asked, unless the register is complete.
    return isOpen(reach)
      ? outcome('unknown', partialToo(refused), idsOf(selected))
      : outcome('no', refused, idsOf(selected))
  }
}

const compileEvery = (
  context: ConditionContext,
  node: { every: string; where?: Node; holds: unknown },
): Test => {
  const where = node.where ?? {}
  const matching = compileMatching(context, node.every, where)
  const reachOf = compileReach(context, node.every, where)
  const holds = compileCondition(context, node.holds)
  return (subject) => {
    const reach = reachOf(subject)
    const matches = matching(subject)
    if (matches === undefined) return notKnownLimit()
    const { found, undated } = matches
    if (found.length === 0)
      return undated.length > 0 ? undatedOutcome(undated) : absent(context, node.every, subject, reach, [])
    const parts = found.map((record) => openToo(reach, holds({ ...subject, record })))
    if (parts.length === 1) return parts[0]!
    // One record that fails decides; "partly" is for what a State says, not for some of several events.
    const whole = allOf(parts)
    return whole.state === 'partly'
      ? { ...whole, state: 'no', reason: { key: 'not-every', of: whole.reason } }
      : whole
  }
}

/**
 * What one record tells of them all where the register is open: neither that every one is as asked, nor, where the
 * record merely lacks what is asked, that it is not.
 */
const openToo = (reach: Reach, part: Outcome): Outcome =>
  isOpen(reach) && (part.state === 'yes' || (part.state === 'no' && part.lacks))
    ? { ...part, state: 'unknown', reason: partialToo(part.reason) }
    : part

/** Adds up a field over the matching datums. Undefined total: amounts in more than one currency, or none given. */
const compileTotal = (context: ConditionContext, node: { sum: string; where?: Node }) => {
  const { scope } = context
  const [kind = '', field = ''] = node.sum.split('.')
  const where = node.where ?? {}
  const matching = compileMatching(context, kind, where)
  const reachOf = compileReach(context, kind, where)
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

const compileSum = (context: ConditionContext, node: { sum: string; where?: Node }): Test => {
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

const compileCount = (context: ConditionContext, node: { count: string; where?: Node }): Test => {
  const where = node.where ?? {}
  const matching = compileMatching(context, node.count, where)
  const reachOf = compileReach(context, node.count, where)
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

/** Tests of the fields of the record at hand, `distinct` among them. */
const compileRecordTest = (context: ConditionContext, node: Node): Test => {
  if ('distinct' in node) {
    const field = String(node.distinct)
    const limit = compileLimit(context, node)
    return (subject) => {
      const list = fieldOf(context.scope, subject.record, field)
      const different = differentEntries(Array.isArray(list) ? list.map(String) : [])
      const count = different.length
      const words: Reason =
        count === 0 ? { key: 'none-different' } : { key: 'different', count, entries: different }
      const ids = subject.record === undefined ? [] : [subject.record.id]
      return limit(subject, count) === true ? outcome('yes', words, ids) : outcome('no', words, ids)
    }
  }
  const matches = compileWhere(context.scope, node)
  const fields = Object.keys(node)
  return (subject) => {
    const { record } = subject
    if (record === undefined) return outcome('unknown', { key: 'no-record-at-hand' })
    if (matches === undefined) return notKnownLimit()
    const found = fields.map((name) => ({ name, value: asValue(fieldOf(context.scope, record, name)) }))
    const words: Reason = { key: 'fields', kind: record.kind, found }
    if (matches(record, subject.dueOn)) return outcome('yes', words, [record.id])
    const missing = fields.some((field) => fieldOf(context.scope, record, field) === undefined)
    const pending = missing ? pendingOf(context, subject) : undefined
    if (pending !== undefined)
      return outcome('pending', { key: 'time-until', of: words, until: pending }, [record.id])
    return outcome('no', words, [record.id], { lacks: missing })
  }
}

const asValue = (value: unknown): FieldValue => {
  if (value === undefined || value === null) return null
  if (typeof value === 'number' || typeof value === 'boolean') return value
  return Array.isArray(value) ? value.map(String) : String(value)
}
