// The conditions of duties compiled once for each rule, year and day: whoever owes it, what fulfils it, what shows it open.

import type { CohortSpec } from '../rules/cohorts.ts'
import { compileCondition } from '../rules/condition.ts'
import type { Test } from '../rules/context.ts'
import { addDays, type Window } from '../rules/dates.ts'
import type { Duty } from '../rules/duty-form.ts'
import { type YearContext, yearContext } from '../rules/evaluate.ts'
import type { Fact, FactBase } from '../rules/facts.ts'
import type { DatedDuty } from './dated.ts'
import { endOf } from './met.ts'
import { type Counted, countedIn } from './searched.ts'

/** What conditions of duties may name besides facts. */
export type JudgingNames = {
  cohorts: Readonly<Record<string, CohortSpec>>
  let: Readonly<Record<string, unknown>>
  /** The obligation whose reports conditions mean when they name none; '' without one. */
  obligation: string
  /** The treaty's formal meeting of a year. */
  meetingOf: (year: number) => Fact | undefined
}

export type Compiled = {
  owed: Test | undefined
  met: Test | undefined
  open: Test | undefined
  unless: Test | undefined
  /** `met` as it would have been answered on an earlier day. */
  metOn: (day: string) => Test
  /** `open` as of another day; undefined where nothing shows it open. */
  openOn: (day: string) => Test | undefined
  counted: readonly Counted[]
  context: YearContext
}

/** The period of an instance that recurs, half-open; its last day is its due date. */
const periodOf = ({ rule, owed, begins }: DatedDuty): Window | undefined =>
  rule.recurs === undefined || owed.due === null || begins == null
    ? undefined
    : { from: begins, until: addDays(endOf(owed.due), 1) }

/** Compiles the conditions of duties, on one base and as of `asOf`. */
export const createCompiler = (
  base: FactBase,
  asOf: string,
  names: JudgingNames,
): ((dated: DatedDuty) => Compiled) => {
  const contexts = new Map<string, YearContext>()
  /** Everything conditions of a year share; of an instance that recurs, its period too. */
  const contextOf = (year: number, period: Window | undefined): YearContext => {
    const key = period === undefined ? String(year) : `${year}|${period.from}|${period.until}`
    let context = contexts.get(key)
    if (context === undefined) {
      const { cohorts, obligation } = names
      context = yearContext(base, {
        year,
        asOf,
        meeting: names.meetingOf(year),
        let: period === undefined ? names.let : { ...names.let, period },
        cohorts,
        obligation,
      })
      contexts.set(key, context)
    }
    return context
  }

  const compile = ({ scope, cohorts }: YearContext, condition: unknown, day = asOf): Test | undefined =>
    condition === undefined
      ? undefined
      : compileCondition(
          {
            scope: day === asOf ? scope : { ...scope, asOf: day },
            pending: undefined,
            cohort: cohorts.outcome,
            reached: () => {},
          },
          condition,
        )

  const compiledOf = new Map<Duty, Map<string, Compiled>>()
  return (dated: DatedDuty): Compiled => {
    const { rule } = dated
    let years = compiledOf.get(rule)
    if (years === undefined) {
      years = new Map()
      compiledOf.set(rule, years)
    }
    const { year } = dated
    const period = periodOf(dated)
    const key = period === undefined ? String(year) : `${period.from}|${period.until}`
    let compiled = years.get(key)
    if (compiled === undefined) {
      const context = contextOf(year, period)
      const earlier = new Map<string, Test | undefined>()
      const asOfDay = (name: 'met' | 'open', condition: unknown, day: string): Test | undefined => {
        const key = `${name}|${day}`
        if (!earlier.has(key)) earlier.set(key, compile(context, condition, day))
        return earlier.get(key)
      }
      compiled = {
        owed: compile(context, rule.owedBy),
        met: compile(context, rule.met?.by),
        open: compile(context, rule.unmetBy),
        unless: compile(context, rule.unless),
        metOn: (day) => asOfDay('met', rule.met!.by, day)!,
        openOn: (day) => asOfDay('open', rule.unmetBy, day),
        counted: countedIn(rule.met?.by, names.obligation),
        context,
      }
      years.set(key, compiled)
    }
    return compiled
  }
}
