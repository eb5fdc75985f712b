// Tests of a datum's own fields.
import { problem } from '../problem.ts'
import type { Window } from './dates.ts'
import type { Fact } from './facts.ts'
import { otherInstruments } from './field-check.ts'
import { fieldOf, isWindow, type Resolved, resolve, type Scope } from './scope.ts'
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

/**
 * Compiles a `where` into a test of a datum. Values that name a field of the record or the member's own due date
 * are resolved for each datum; all others once. Undefined where one of those is not known, such as the opening day of
 * a meeting nobody announced: then nobody can say what matches.
 */
export const compileWhere = (
  scope: Scope,
  where: Record<string, unknown>,
): ((fact: Fact, dueOn?: DueOn) => boolean) | undefined => {
  let isKnown = true
  const tests = Object.entries(where).flatMap(([field, expected]) => {
    const parts: [string, unknown][] = isTest(expected)
      ? Object.entries(expected)
      : [[Array.isArray(expected) ? 'in' : 'equal', expected]]
    return parts.map(([name, given]) => {
      const operator = name === 'equal' ? equal : operators[name]
      if (operator === undefined)
        throw problem('input-rejected', `A rule tests ${field} with "${name}", which Pacta does not know.`)
      if (!dependsOnRecord(given)) {
        const once = resolve(scope, given)
        if (once === undefined) isKnown = false
        // Which promise a record is for follows from everything it names, not from one of its fields alone (decision 0026).
        if (name === 'notOnly' && given === `$${otherInstruments}`)
          return (fact: Fact) => operator(fact.leadsTo ?? fieldOf(scope, fact, field), once)
        if (field === 'actor' && given === '$parties')
          return (fact: Fact) => operator(standsFor(scope.base, fact.actor), once)
        return (fact: Fact) => operator(fieldOf(scope, fact, field), once)
      }
      return (fact: Fact, dueOn?: DueOn) => {
        const against = resolve(scope, given, fact, dueOn)
        // A limit the record does not have (no due date, no date to count from) is met by nothing.
        return against !== undefined && operator(fieldOf(scope, fact, field), against)
      }
    })
  })
  if (!isKnown) return undefined
  return (fact, dueOn) => tests.every((test) => test(fact, dueOn))
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
