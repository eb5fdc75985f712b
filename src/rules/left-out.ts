// Why a population of records leaves a record out: by the same tests that choose it, one at a time, with a reason.
import { dayBefore } from '../facts/edtf.ts'
import { boundsOf } from '../facts/precision.ts'
import { joinReasons, type Reason } from '../words/reason.ts'
import type { Cohorts } from './cohorts.ts'
import { calendarYear } from './dates.ts'
import { type Fact, heldSince } from './facts.ts'
import { otherInstruments } from './field-check.ts'
import { standsAsOf } from './matching.ts'
import { amongState, holdsOn, type PopulationSpec } from './population.ts'
import { fieldOf, happenedWithin, resolve, type Scope } from './scope.ts'
import { compileFit, compileWhere } from './where.ts'

/** `pending`: its day lies ahead. `unknown`: something that was needed to tell is not held. */
export type LeftOut = { state: 'not counted' | 'pending' | 'unknown'; reason: Reason }

/** The last day any of a record's dates may mean that say what is planned, and not what took place (EDTF). */
const plannedOn = (scope: Scope, fact: Fact): string | undefined =>
  Object.entries(scope.base.kind(fact.kind)?.fields ?? {})
    .filter(([, { type, occurs }]) => type === 'date' && occurs !== true)
    .flatMap(([name]) => {
      const value = fact.fields[name]
      return typeof value === 'string' && boundsOf(value) !== undefined ? [value] : []
    })
    .sort()
    .at(-1)

/** A record that says of no day that it took place: planned for a day ahead, for one that is past, or for none. */
const notHappened = (scope: Scope, fact: Fact, field: string): LeftOut => {
  const stated = fact.fields[field]
  if (typeof stated === 'string') return { state: 'pending', reason: { key: 'left-ahead', on: stated } }
  const on = plannedOn(scope, fact)
  if (on === undefined) return { state: 'unknown', reason: { key: 'left-unsaid', field } }
  const until = boundsOf(on)?.until ?? null
  return until === null || dayBefore(until) > scope.asOf
    ? { state: 'pending', reason: { key: 'left-ahead', on } }
    : { state: 'unknown', reason: { key: 'left-unreported', on } }
}

const outside = (scope: Scope, field: string, on: string, given: unknown): Reason => {
  if (given === '$calendarYear') {
    const { from } = calendarYear(scope.year)
    return { key: 'left-outside-year', field, on, year: Number(from.slice(0, 4)) }
  }
  return { key: 'left-outside', field, on }
}

/** Why one test of one field does not let a record in. */
const byTest = (scope: Scope, fact: Fact, field: string, name: string, given: unknown): LeftOut => {
  const value = fieldOf(scope, fact, field)
  if (field === 'actor' && given === '$parties')
    return { state: 'not counted', reason: { key: 'left-actor' } }
  if (name === 'notOnly') {
    const entries = [(given === `$${otherInstruments}` ? fact.leadsTo : undefined) ?? value]
      .flat()
      .map(String)
    return { state: 'not counted', reason: { key: 'left-serves-others', field, entries } }
  }
  const spec = scope.base.kind(fact.kind)?.fields[field]
  const days = happenedWithin(scope, fact, field)
  if (days !== undefined) {
    const on = fact.heldEdtf ?? fact.heldFrom ?? days.first
    const fit = compileFit(scope, { [field]: name === 'equal' ? given : { [name]: given } })?.(fact)
    return fit === 'perhaps'
      ? { state: 'unknown', reason: { key: 'left-perhaps', on } }
      : { state: 'not counted', reason: outside(scope, field, on, given) }
  }
  if (value === undefined)
    return spec?.occurs === true
      ? notHappened(scope, fact, field)
      : { state: 'unknown', reason: { key: 'left-unsaid', field } }
  if (name === 'in' && typeof value === 'string' && !Array.isArray(resolve(scope, given)))
    return { state: 'not counted', reason: outside(scope, field, value, given) }
  const found = Array.isArray(value) ? value.map(String) : (value as string | number | boolean)
  const fields: Reason = { key: 'fields', kind: fact.kind, found: [{ name: field, value: found }] }
  return { state: 'not counted', reason: { key: 'not-as-asked', of: fields } }
}

const partsOf = (expected: unknown): [string, unknown][] =>
  typeof expected === 'object' && expected !== null && !Array.isArray(expected)
    ? 'plus' in expected || 'minus' in expected
      ? [['equal', expected]]
      : Object.entries(expected)
    : [[Array.isArray(expected) ? 'in' : 'equal', expected]]

const byTime = (scope: Scope, fact: Fact): LeftOut | undefined => {
  const kind = scope.base.kind(fact.kind)
  if (kind?.time !== 'state') {
    if (standsAsOf(scope, fact)) return undefined
    return fact.heldFrom !== null && fact.heldFrom > scope.asOf
      ? { state: 'pending', reason: { key: 'left-ahead', on: fact.heldFrom } }
      : { state: 'not counted', reason: { key: 'left-replaced', on: fact.replacedOn ?? scope.asOf } }
  }
  if (holdsOn(fact, scope.asOf, kind)) return undefined
  const since = heldSince(fact, kind)
  if (since === null) return { state: 'unknown', reason: { key: 'undated', kind: fact.kind } }
  return since > scope.asOf
    ? { state: 'pending', reason: { key: 'left-begins', on: since } }
    : { state: 'not counted', reason: { key: 'left-ended', on: dayBefore(fact.heldUntil!) } }
}

const byCohort = (scope: Scope, cohorts: Cohorts, spec: PopulationSpec, fact: Fact): LeftOut | undefined => {
  if (spec.among === undefined) return undefined
  const state = amongState(scope, cohorts, spec, fact, new Map())
  if (state === 'yes') return undefined
  return state === 'unknown'
    ? { state, reason: { key: 'cohort-unknown', cohort: spec.among } }
    : { state: 'not counted', reason: { key: 'left-cohort', cohort: spec.among } }
}

/**
 * Gives, for a record of the kind that the population `spec` is made of, why it is left out; undefined for one that is
 * in. Undefined as a whole where what records are chosen by is not known. What is known to leave it out comes before
 * what is only not known.
 */
export const leftOutOf = (
  scope: Scope,
  cohorts: Cohorts,
  spec: PopulationSpec,
): ((fact: Fact) => LeftOut | undefined) | undefined => {
  const tests: {
    field: string
    name: string
    given: unknown
    test: (fact: Fact, due?: () => string | undefined) => boolean
  }[] = []
  for (const [field, expected] of Object.entries(spec.where ?? {}))
    for (const [name, given] of partsOf(expected)) {
      const test = compileWhere(scope, { [field]: name === 'equal' ? given : { [name]: given } })
      if (test === undefined) return undefined
      tests.push({ field, name, given, test })
    }
  return (fact) => {
    const due = () => scope.base.dueOn(scope.obligation, fact.actor, scope.year)?.date
    const reasons = [
      ...tests.flatMap(({ field, name, given, test }) =>
        test(fact, due) ? [] : [byTest(scope, fact, field, name, given)],
      ),
      ...[byTime(scope, fact), byCohort(scope, cohorts, spec, fact)].filter((one) => one !== undefined),
    ]
    if (reasons.length === 0) return undefined
    const known = reasons.filter(({ state }) => state === 'not counted')
    const told = known.length > 0 ? known : reasons
    const state =
      known.length > 0
        ? 'not counted'
        : reasons.some((one) => one.state === 'unknown')
          ? 'unknown'
          : 'pending'
    const distinct = told.filter(
      ({ reason }, i) => told.findIndex((one) => JSON.stringify(one.reason) === JSON.stringify(reason)) === i,
    )
    return { state, reason: joinReasons(distinct.map(({ reason }) => reason)) }
  }
}
