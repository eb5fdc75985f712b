// A rule as something to be said: whom it counts, while what is open, so that a reader can check it against the data.
import type { FieldValue, Reason } from '../words/reason.ts'
import type { CohortSpec } from './cohorts.ts'
import type { EvaluableRule } from './evaluate.ts'
import { otherInstruments } from './field-check.ts'
import { isWindow } from './scope.ts'

type Let = Readonly<Record<string, unknown>>

const named: Record<string, Reason> = {
  year: { key: 'the-year' },
  asOf: { key: 'as-of-date' },
  dueOn: { key: 'due-date' },
  calendarYear: { key: 'calendar-year' },
  planPeriod: { key: 'plan-period' },
  parties: { key: 'its-parties' },
  [otherInstruments]: { key: 'other-instruments' },
  'meeting.startsOn': { key: 'meeting-day' },
}

/** The parts of an ISO 8601 duration, to be said one after the other: P1Y6M is 1 year and 6 months. */
export const spanOf = (duration: string): Reason[] => {
  const [, years, months, days] = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?$/.exec(duration) ?? []
  const parts = [
    ['years', years],
    ['months', months],
    ['days', days],
  ] as const
  return parts.flatMap(([key, count]) => (count === undefined ? [] : [{ key, count: Number(count) }]))
}

/** How a value of a rule is said: `field` is the one it is compared with. */
const valueSaid = (value: unknown, rules: Let, field: string): Reason => {
  if (typeof value === 'string' && value.startsWith('$')) {
    const name = value.slice(1)
    if (Object.hasOwn(named, name)) return named[name]!
    const given = rules[name]
    const isList = typeof given === 'object' && given !== null && 'idsOf' in given
    return given === undefined || isList ? { key: 'value-named', name } : valueSaid(given, rules, field)
  }
  if (typeof value !== 'object' || value === null)
    return { key: 'value-text', field, value: value as FieldValue }
  if (Array.isArray(value))
    return { key: 'one-of', choices: value.map((choice) => valueSaid(choice, rules, field)) }
  if (isWindow(value))
    return {
      key: 'between-days',
      of: valueSaid(value.from, rules, field),
      day: valueSaid(value.until, rules, field),
    }
  const [[key, given] = ['', undefined]] = Object.entries(value)
  if (key === 'plus' || key === 'minus') {
    const [base, duration] = given as [unknown, string]
    // A plain name is a date field of the record.
    const isField = typeof base === 'string' && /^[a-z]/i.test(base)
    return {
      key: key === 'plus' ? 'span-after' : 'span-before',
      span: spanOf(duration),
      of: isField ? { key: 'value-field', field: base } : valueSaid(base, rules, field),
    }
  }
  if (key === 'duty') return { key: 'report-due-day' }
  return { key: 'value-text', field, value: JSON.stringify(value) }
}

const operators = {
  lt: ['test-below', 'test-before'],
  lte: ['test-at-most', 'test-not-after'],
  gt: ['test-above', 'test-after'],
  gte: ['test-at-least', 'test-not-before'],
  in: ['test-in', 'test-in'],
  not: ['test-not', 'test-not'],
  notOnly: ['test-not-only', 'test-not-only'],
} as const

const isOperator = (name: string): name is keyof typeof operators => Object.hasOwn(operators, name)

/** Each test of the fields of a record, said by itself. */
export const testsOf = (where: unknown, rules: Let): Reason[] =>
  Object.entries((where ?? {}) as Record<string, unknown>).flatMap(([field, expected]): Reason[] => {
    if (typeof expected !== 'object' || expected === null || Array.isArray(expected))
      return [{ key: 'test-is', field, of: valueSaid(expected, rules, field) }]
    return Object.entries(expected).map(([operator, value]): Reason => {
      if (operator === 'known') return { key: 'test-known', field }
      const of = valueSaid(value, rules, field)
      if (!isOperator(operator)) return { key: 'test-is', field, of }
      const [ofQuantities, ofDays] = operators[operator]
      return { key: typeof value === 'number' ? ofQuantities : ofDays, field, of }
    })
  })

/** Whom the rule counts. `rules` are the names the plan's rules share, `cohorts` what its cohorts mean. */
export const populationOf = (
  population: Readonly<Record<string, unknown>>,
  rules: Let,
  cohorts: Readonly<Record<string, Pick<CohortSpec, 'words'>>>,
): Reason => {
  const { at, cohort, among, actorsOf, records, where } = population
  const day: Reason =
    at === undefined || at === 'as-of'
      ? { key: 'as-of-date' }
      : at === 'event'
        ? { key: 'event-day' }
        : valueSaid(at, rules, '')
  if (cohort !== undefined) {
    const name = String(cohort)
    const meaning = cohorts[name]?.words
    return meaning === undefined
      ? { key: 'population-cohort', cohort: name, of: day }
      : { key: 'population-cohort-meaning', cohort: name, of: day, meaning }
  }
  const kind = String(actorsOf ?? records)
  const tests = testsOf(where, rules)
  if (actorsOf === undefined && records === undefined)
    return { key: 'population-actor', of: valueSaid(population.actor, rules, 'actor') }
  const of: Reason =
    actorsOf !== undefined
      ? tests.length === 0
        ? { key: 'population-actors', kind }
        : { key: 'population-actors-where', kind, tests }
      : tests.length === 0
        ? { key: 'population-records', kind }
        : { key: 'population-records-where', kind, tests }
  return among === undefined ? of : { key: 'population-among', of, cohort: String(among), day }
}

/** What is pending, and whether it stays in N; null where nothing can be. */
export const pendingIn = (pending: EvaluableRule['pending'], rules: Let): Reason | null => {
  if (pending === undefined || pending === 'none') return null
  return {
    key: pending.counts === 'in' ? 'pending-in' : 'pending-out',
    of: valueSaid(pending.until, rules, ''),
  }
}
