// Tests of a datum's own fields.
import { problem } from '../problem.ts'
import type { Window } from './dates.ts'
import type { Fact } from './facts.ts'
import { otherInstruments } from './field-check.ts'
import { fieldOf, happenedWithin, isWindow, type Resolved, resolve, type Scope } from './scope.ts'
import { standsFor } from './units.ts'

export type DueOn = () => string | undefined

/** Compares as numbers where both are, otherwise as text (ISO dates sort as text). Undefined compares with nothing. */
const compare = (a: unknown, b: unknown): number | undefined => {
  if (a === undefined || b === undefined || a === null || b === null) return undefined
  if (typeof a === 'number' && typeof b === 'number') return a - b
  return String(a) < String(b) ? -1 : String(a) > String(b) ? 1 : 0
}

const equal = (a: unknown, b: unknown): boolean =>
  Array.isArray(a)
    ? a.some((entry) => equal(entry, b))
    : a === b || (a !== undefined && String(a) === String(b))

const operators: Record<string, (found: unknown, given: Resolved) => boolean> = {
  lt: (found, given) => (compare(found, given) ?? 1) < 0,
  lte: (found, given) => (compare(found, given) ?? 1) <= 0,
  gt: (found, given) => (compare(found, given) ?? -1) > 0,
  gte: (found, given) => (compare(found, given) ?? -1) >= 0,
  not: (found, given) => !equal(found, given),
  notOnly: (found, given) => {
    const named = found === undefined ? [] : [found].flat().map(String)
    const among = Array.isArray(given) ? given.map(String) : []
    return (
      named.length === 0 ||
      named.some((one) => !among.some((other) => one === other || one.startsWith(`${other}/`)))
    )
  },
  known: (found, given) => (found !== undefined && found !== 'unknown') === (given === true),
  in: (found, given) => {
    if (isWindow(given)) return typeof found === 'string' && found >= given.from && found < given.until
    return Array.isArray(given) && given.some((entry) => equal(found, entry))
  },
}

/** True where `where` holds a test on a single field (not a list or a plain value). */
const isTest = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  Object.keys(value).every((key) => key in operators)

/** Whether a datum matches: `perhaps` where it depends on which of the days it may have taken place. */
export type Fit = 'yes' | 'perhaps' | 'no'

type Days = { first: string; last: string }

/** What a test makes of something that took place on one of several days: certain where it is the same of the first and the last. */
const fitOfDays = (name: string, { first, last }: Days, given: Resolved): Fit => {
  const test = operators[name] ?? equal
  if (name === 'in' && isWindow(given)) {
    if (first >= given.from && last < given.until) return 'yes'
    return last < given.from || first >= given.until ? 'no' : 'perhaps'
  }
  const [one, other] = [test(first, given), test(last, given)]
  if (['lt', 'lte', 'gt', 'gte', 'known'].includes(name) || first === last)
    return one && other ? 'yes' : one || other ? 'perhaps' : 'no'
  return 'perhaps'
}

/**
 * Compiles a `where` into a test of a datum. Values that name a field of the record or the member's own due date
 * are resolved for each datum; all others once. Undefined where one of those is not known, such as the opening day of
 * a meeting nobody announced: then nobody can say what matches.
 */
export const compileFit = (
  scope: Scope,
  where: Record<string, unknown>,
): ((fact: Fact, dueOn?: DueOn) => Fit) | undefined => {
  let isKnown = true
  const tests = Object.entries(where).flatMap(([field, expected]) => {
    const parts: [string, unknown][] = isTest(expected)
      ? Object.entries(expected)
      : [[Array.isArray(expected) ? 'in' : 'equal', expected]]
    return parts.map(([name, given]) => {
      const operator = name === 'equal' ? equal : operators[name]
      if (operator === undefined)
        throw problem('input-rejected', `A rule tests ${field} with "${name}", which Pacta does not know.`)
      const fitOf = (fact: Fact, against: Resolved): Fit => {
        const days = happenedWithin(scope, fact, field)
        if (days !== undefined) return fitOfDays(name, days, against)
        return operator(fieldOf(scope, fact, field), against) ? 'yes' : 'no'
      }
      if (!dependsOnRecord(given)) {
        const once = resolve(scope, given)
        if (once === undefined) isKnown = false
        // Which promise a record is for follows from everything it names, not from one of its fields alone (decision 0026).
        if (name === 'notOnly' && given === `$${otherInstruments}`)
          return (fact: Fact): Fit =>
            operator(fact.leadsTo ?? fieldOf(scope, fact, field), once) ? 'yes' : 'no'
        if (field === 'actor' && given === '$parties')
          return (fact: Fact): Fit => (operator(standsFor(scope.base, fact.actor), once) ? 'yes' : 'no')
        return (fact: Fact): Fit => fitOf(fact, once)
      }
      return (fact: Fact, dueOn?: DueOn): Fit => {
        const against = resolve(scope, given, fact, dueOn)
        // A limit the record does not have (no due date, no date to count from) is met by nothing.
        return against === undefined ? 'no' : fitOf(fact, against)
      }
    })
  })
  if (!isKnown) return undefined
  return (fact, dueOn) => {
    let all: Fit = 'yes'
    for (const test of tests) {
      const fit = test(fact, dueOn)
      if (fit === 'no') return 'no'
      if (fit === 'perhaps') all = 'perhaps'
    }
    return all
  }
}

/** The same where only what surely matches is asked for. */
export const compileWhere = (
  scope: Scope,
  where: Record<string, unknown>,
): ((fact: Fact, dueOn?: DueOn) => boolean) | undefined => {
  const fit = compileFit(scope, where)
  return fit === undefined ? undefined : (fact, dueOn) => fit(fact, dueOn) === 'yes'
}

/** True where a value has to be resolved for each datum: it names the member's due date or a field of the record. */
const dependsOnRecord = (value: unknown): boolean => {
  if (value === '$dueOn') return true
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  return Object.entries(value).some(([key, inner]) =>
    key === 'plus' || key === 'minus'
      ? dependsOnRecord((inner as unknown[])[0]) || !String((inner as unknown[])[0]).startsWith('$')
      : dependsOnRecord(inner),
  )
}

/** The span of dates in which a matching datum would have to lie, as far as `where` says. */
export const spanOf = (scope: Scope, where: Record<string, unknown>): Window | undefined => {
  for (const expected of Object.values(where)) {
    if (!isTest(expected)) continue
    const window = 'in' in expected ? resolve(scope, expected.in) : undefined
    if (isWindow(window)) return window
  }
  return undefined
}
