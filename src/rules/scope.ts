// The names a rule may use in its values, resolved for one indicator, year and as-of date.
import { dayAfter, dayBefore } from '../facts/edtf.ts'
import { boundsOf } from '../facts/precision.ts'
import { problem } from '../problem.ts'
import { addDuration, calendarYear, isDate, isDuration, type Window } from './dates.ts'
import type { Fact, FactBase } from './facts.ts'

/** What a value in a rule stands for once resolved. `undefined`: not known, such as the start of a meeting nobody announced. */
export type Resolved = string | number | boolean | readonly unknown[] | Window | undefined

export type Scope = {
  base: FactBase
  year: number
  asOf: string
  /** The formal meeting of the year, if one is known. */
  meeting: Fact | undefined
  let: Readonly<Record<string, unknown>>
  /** The obligation whose reports and due dates the plan's rules mean when they name none. */
  obligation: string
}

export const isWindow = (value: unknown): value is Window =>
  typeof value === 'object' && value !== null && 'from' in value && 'until' in value

/** Half-open window cut at the as-of date: what happens later has not happened yet. */
const cut = (window: Window, asOf: string): Window => {
  const next = addDuration(asOf, 'P1D', 1)
  return { from: window.from, until: next < window.until ? next : window.until }
}

/**
 * Resolves `value`. `record` is the datum at hand, whose date fields may be named inside plus/minus;
 * `memberDueOn` gives `$dueOn`.
 */
export const resolve = (
  scope: Scope,
  value: unknown,
  record?: Fact,
  memberDueOn?: () => string | undefined,
): Resolved => {
  if (typeof value === 'string' && value.startsWith('$'))
    return resolveName(scope, value.slice(1), record, memberDueOn)
  if (Array.isArray(value)) return value
  if (typeof value === 'object' && value !== null) {
    const entry = Object.entries(value)[0]
    if (isWindow(value)) {
      const from = resolve(scope, value.from, record, memberDueOn)
      const until = resolve(scope, value.until, record, memberDueOn)
      return typeof from === 'string' && typeof until === 'string' ? { from, until } : undefined
    }
    if (entry?.[0] === 'plus' || entry?.[0] === 'minus') {
      const [base, duration] = entry[1] as [unknown, string]
      const from =
        typeof base === 'string' && !base.startsWith('$') && !isDate(base)
          ? fieldOf(scope, record, base)
          : resolve(scope, base, record, memberDueOn)
      if (typeof from !== 'string') return undefined
      if (!isDuration(duration))
        throw problem('input-rejected', `A rule adds "${duration}", which is not a duration such as P6M.`)
      return addDuration(from, duration, entry[0] === 'plus' ? 1 : -1)
    }
    throw problem(
      'input-rejected',
      `A rule holds a value Pacta does not understand: ${JSON.stringify(value)}.`,
    )
  }
  return value as Resolved
}

const resolveName = (
  scope: Scope,
  name: string,
  record: Fact | undefined,
  memberDueOn: (() => string | undefined) | undefined,
): Resolved => {
  switch (name) {
    case 'year':
      return scope.year
    case 'asOf':
      return scope.asOf
    case 'calendarYear':
      return cut(calendarYear(scope.year), scope.asOf)
    case 'planPeriod':
      return cut({ from: scope.base.planPeriod.from, until: scope.base.planPeriod.until }, scope.asOf)
    case 'parties':
      return scope.base.parties
    case 'dueOn':
      return memberDueOn?.()
    default: {
      if (name.startsWith('meeting.')) {
        const field = scope.meeting?.fields[name.slice('meeting.'.length)]
        return typeof field === 'string' || typeof field === 'number' ? field : undefined
      }
      if (!Object.hasOwn(scope.let, name))
        throw problem('input-rejected', `A rule uses $${name}, which no "let" defines.`)
      return resolve(scope, scope.let[name], record, memberDueOn)
    }
  }
}

/**
 * A field of a datum as it stood on the as-of date. A date on which something happened, when it lies after the
 * as-of date, has not happened yet and reads as absent.
 */
export const fieldOf = (scope: Scope, fact: Fact | undefined, name: string): unknown => {
  if (fact === undefined) return undefined
  switch (name) {
    case 'actor':
    case 'subject':
    case 'heldFrom':
    case 'heldUntil':
    case 'knownFrom':
      return fact[name] ?? undefined
    default: {
      const value = fact.fields[name]
      if (value === null || value === undefined) return undefined
      const spec = scope.base.kind(fact.kind)?.fields[name]
      if (spec?.occurs === true && typeof value === 'string' && value > scope.asOf) return undefined
      return value
    }
  }
}

/** Whether it says of a day, in a field of its own, that something is planned for it. */
const isPlanned = (scope: Scope, fact: Fact): boolean =>
  Object.entries(scope.base.kind(fact.kind)?.fields ?? {}).some(
    ([name, { type, occurs }]) => type === 'date' && occurs !== true && typeof fact.fields[name] === 'string',
  )

/**
 * The days, from the first to the last, of which one is that on which an event took place whose field `name` does not say it: those
 * its own date may mean. What was said of it on a day had taken place by then; what was known before it began is only planned, and so
 * is what says that it is. Undefined where nothing tells, and for a day to come.
 */
export const happenedWithin = (
  scope: Scope,
  fact: Fact | undefined,
  name: string,
): { first: string; last: string } | undefined => {
  if (fact === undefined || fact.fields[name] != null) return undefined
  if (scope.base.kind(fact.kind)?.fields[name]?.orDate !== true || isPlanned(scope, fact)) return undefined
  const { heldEdtf, heldFrom, heldUntil, knownFrom } = fact
  const said = heldEdtf == null ? undefined : boundsOf(heldEdtf)
  const from = said === undefined ? heldFrom : said.from
  if (from === null || from > knownFrom || from > scope.asOf) return undefined
  const until = said === undefined ? (heldUntil ?? dayAfter(from)) : (said.until ?? dayAfter(knownFrom))
  const last = dayBefore(until)
  return { first: from, last: last < knownFrom ? last : knownFrom }
}
