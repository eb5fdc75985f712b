// Compiles a condition into a test of one member. Compiled once for an indicator, year and as-of date.
import { type FieldValue, joinReasons, type Reason } from '../words/reason.ts'
import {
  type Asked,
  compileCount,
  compileLimit,
  compileSum,
  idsOf,
  notKnownLimit,
  partialToo,
  unknownForm,
} from './amounts.ts'
import { compileAnswer } from './answers.ts'
import { type ConditionContext, pendingOf, type Test } from './context.ts'
import type { Reach } from './coverage.ts'
import type { Fact } from './facts.ts'
import { absent, compileMatching, compileReach, isOpen } from './matching.ts'
import { allOf, anyOf, notOf, type Outcome, outcome } from './outcome.ts'
import { compileParty } from './party.ts'
import { fieldOf } from './scope.ts'
import { type Distinct, type EntriesJudged, entriesJudged } from './told-together.ts'
import { compileWhere } from './where.ts'

type Node = Record<string, unknown>

const reserved = [
  'answer',
  'some',
  'every',
  'last',
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
      return aboutRecord(node, compileSome(context, node as Asked<'some'> & { holds?: unknown }))
    case 'every':
      return aboutRecord(node, compileEvery(context, node as Asked<'every'> & { holds: unknown }))
    case 'last':
      return aboutRecord(node, compileLast(context, node as Asked<'last'> & { by: string; holds: unknown }))
    case 'sum':
      return aboutRecord(node, compileSum(context, node as Asked<'sum'>))
    case 'count':
      return aboutRecord(node, compileCount(context, node as Asked<'count'>))
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

/** What rests on datums that name the record at hand rests on this record too, and on nothing where there is none. */
const aboutRecord = ({ naming }: Node, test: Test): Test =>
  naming === undefined
    ? test
    : (subject) => {
        const { record } = subject
        if (record === undefined) return outcome('unknown', { key: 'no-record-at-hand' })
        const said = test(subject)
        return { ...said, datumIds: [...new Set([record.id, ...said.datumIds])] }
      }

/** What is on record: the first datum with its day, and how many more. */
const onRecord = (first: Fact, facts: readonly Fact[]): Reason => {
  const { kind, heldFrom: on } = first
  const count = facts.length - 1
  if (count === 0) return on === null ? { key: 'record', kind } : { key: 'record-on', kind, on }
  return on === null ? { key: 'records', kind, count } : { key: 'records-on', kind, on, count }
}

/** Datums match, but at a time no source gives. */
const undatedOutcome = (undated: readonly Fact[]): Outcome =>
  outcome('unknown', { key: 'undated', kind: undated[0]!.kind }, idsOf(undated))

const compileSome = (context: ConditionContext, node: Asked<'some'> & { holds?: unknown }): Test => {
  const { where = {}, naming } = node
  const matching = compileMatching(context, node.some, where, naming)
  const reachOf = compileReach(context, node.some, where, naming)
  const holds = node.holds === undefined ? undefined : compileCondition(context, node.holds)
  return (subject) => {
    const reach = reachOf(subject)
    const matches = matching(subject)
    if (matches === undefined) return notKnownLimit()
    const { found: selected, undated } = matches
    const judged =
      holds === undefined
        ? undefined
        : new Map(selected.map((record) => [record, holds({ ...subject, record })] as const))
    const found =
      judged === undefined ? selected : selected.filter((record) => judged.get(record)!.state === 'yes')
    /** With what it rests on that they are as asked, where others say so of them. */
    const restingOn = (facts: readonly Fact[]): string[] =>
      naming === undefined || judged === undefined
        ? idsOf(facts)
        : [...new Set(facts.flatMap((record) => [record.id, ...judged.get(record)!.datumIds]))]
    const [first] = found
    if (first !== undefined)
      return outcome('yes', onRecord(first, found), restingOn(found), {
        from: first.heldFrom,
        until: found.at(-1)!.heldUntil,
      })
    if (undated.length > 0) return undatedOutcome(undated)
    const [other] = selected
    if (other === undefined) return absent(context, node.some, subject, reach, [])
    const refused: Reason = { key: 'not-as-asked', of: onRecord(other, selected) }
    const open = naming === undefined ? undefined : stillOpen([...(judged?.values() ?? [])])
    if (open !== undefined) return { ...open, datumIds: restingOn(selected) }
    // Others may exist that are as asked, unless the register is complete.
    return isOpen(reach)
      ? outcome('unknown', partialToo(refused), restingOn(selected))
      : outcome('no', refused, restingOn(selected))
  }
}

const compileEvery = (context: ConditionContext, node: Asked<'every'> & { holds: unknown }): Test => {
  const { where = {}, naming } = node
  const matching = compileMatching(context, node.every, where, naming)
  const reachOf = compileReach(context, node.every, where, naming)
  const holds = compileCondition(context, node.holds)
  return (subject) => {
    const reach = reachOf(subject)
    const matches = matching(subject)
    if (matches === undefined) return notKnownLimit()
    const { found, undated } = matches
    if (found.length === 0)
      return undated.length > 0 ? undatedOutcome(undated) : absent(context, node.every, subject, reach, [])
    const parts = found.map((record) => openToo(reach, holds({ ...subject, record })))
    return everyOf(parts)
  }
}

/** One record that fails decides; "partly" is for what a State says, not for some of several events. */
const everyOf = (parts: readonly Outcome[]): Outcome => {
  if (parts.length === 1) return parts[0]!
  const whole = allOf(parts)
  return whole.state === 'partly'
    ? { ...whole, state: 'no', reason: { key: 'not-every', of: whole.reason } }
    : whole
}

/** Of records of which none is as asked, one of which it may turn out to be: what names a record may be in a register that is open. */
const stillOpen = (said: readonly Outcome[]): Outcome | undefined =>
  said.find(({ state }) => state === 'unknown') ?? said.find(({ state }) => state === 'pending')

/** The matching datum that stands last by a date or a number of its own: it alone decides. Of several of one day, every one. */
const compileLast = (
  context: ConditionContext,
  node: Asked<'last'> & { by: string; holds: unknown },
): Test => {
  const { scope } = context
  const { by, where = {}, naming } = node
  const matching = compileMatching(context, node.last, where, naming)
  const reachOf = compileReach(context, node.last, where, naming)
  const holds = compileCondition(context, node.holds)
  return (subject) => {
    const reach = reachOf(subject)
    const matches = matching(subject)
    if (matches === undefined) return notKnownLimit()
    const { found, undated } = matches
    if (undated.length > 0) return undatedOutcome(undated)
    const last = lastBy(found, (fact) => fieldOf(scope, fact, by))
    if (last.length === 0) return absent(context, node.last, subject, reach, [])
    const whole = everyOf(last.map((record) => holds({ ...subject, record })))
    // A later one may exist that says something else, unless the register is complete.
    return isOpen(reach) && (whole.state === 'yes' || whole.state === 'no')
      ? { ...whole, state: 'unknown', reason: partialToo(whole.reason) }
      : whole
  }
}

/** Those of which `of` gives the greatest; what it gives nothing of is not among them. */
const lastBy = (facts: readonly Fact[], of: (fact: Fact) => unknown): Fact[] => {
  let last: Fact[] = []
  let greatest: string | number | undefined
  for (const fact of facts) {
    const value = of(fact)
    if (typeof value !== 'string' && typeof value !== 'number') continue
    if (greatest === undefined || value > greatest) {
      greatest = value
      last = [fact]
    } else if (value === greatest) last.push(fact)
  }
  return last
}

/**
 * What one record tells of them all where the register is open: neither that every one is as asked, nor, where the
 * record merely lacks what is asked, that it is not.
 */
const openToo = (reach: Reach, part: Outcome): Outcome =>
  isOpen(reach) && (part.state === 'yes' || (part.state === 'no' && part.lacks))
    ? { ...part, state: 'unknown', reason: partialToo(part.reason) }
    : part

/** What a list comes to, in words: what counts of it, and what does not and why. */
const entriesSaid = ({ counted, unnamed, others, nobody }: EntriesJudged): Reason => {
  const count = counted.length
  const isSilent = others.length + nobody.length === 0
  const none: Reason = isSilent ? { key: 'none-different' } : { key: 'none-asked' }
  const said: Reason[] = [count === 0 ? none : { key: 'different', count, entries: counted }]
  if (unnamed.length > 0) said.push({ key: 'entries-unnamed', entries: unnamed })
  if (others.length > 0) said.push({ key: 'entries-others', entries: others })
  if (nobody.length > 0) said.push({ key: 'entries-nobody', entries: nobody })
  return joinReasons(said)
}

/** Tests of the fields of the record at hand, `distinct` among them. */
const compileRecordTest = (context: ConditionContext, node: Node): Test => {
  if ('distinct' in node) {
    const limit = compileLimit(context, node)
    return (subject) => {
      const { record, told = [] } = subject
      const isTold = told.some(({ id }) => id === record?.id)
      const judged = entriesJudged(isTold ? told : record === undefined ? [] : [record], node as Distinct)
      const words = entriesSaid(judged)
      const ids = record === undefined ? [] : [record.id]
      return limit(subject, judged.counted.length) === true
        ? outcome('yes', words, ids)
        : outcome('no', words, ids)
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
