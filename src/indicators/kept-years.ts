// What was evaluated for the stored values, kept with its fact base: for the base after a write, of which only the rows
// of those it touched are evaluated again.
import type { CohortSpec } from '../rules/cohorts.ts'
import {
  type EvaluableRule,
  type Evaluation,
  evaluate,
  type YearContext,
  yearContext,
} from '../rules/evaluate.ts'
import type { Fact, FactBase } from '../rules/facts.ts'
import { otherInstruments } from '../rules/field-check.ts'
import { isLocalRule, kindsForAll } from '../rules/locality.ts'
import { withReading } from '../rules/reading.ts'
import { readsOf } from '../rules/reads.ts'
import type { Rule } from '../rules/rule-schema.ts'

/** What of a plan's rules evaluations share. */
type PlanNames = {
  let: Readonly<Record<string, unknown>>
  cohorts: Readonly<Record<string, CohortSpec>>
  obligation: string
}

type PlanRules = PlanNames & { rules: Readonly<Record<string, Rule>> }

const nobody: ReadonlySet<string> = new Set()

/** `touched`: of whom something was written since it was evaluated. */
type KeptCell = { evaluation: Evaluation; touched: ReadonlySet<string> }
type KeptYear = {
  asOf: string
  meeting: Fact | undefined
  context: YearContext
  touched: ReadonlySet<string>
  cells: Map<string, KeptCell>
}
type KeptYears = Map<number, KeptYear>

const keptByBase = new WeakMap<FactBase, Map<PlanNames, KeptYears>>()

const keptOf = (base: FactBase, plan: PlanNames): KeptYears => {
  let plans = keptByBase.get(base)
  if (plans === undefined) {
    plans = new Map()
    keptByBase.set(base, plans)
  }
  let years = plans.get(plan)
  if (years === undefined) {
    years = new Map()
    plans.set(plan, years)
  }
  return years
}

/** What was written between two states of a world: about whom, and of which kinds. */
export type Written = { actors: readonly string[]; kinds: readonly string[] }

const registersByPlan = new WeakMap<PlanNames, readonly string[]>()

const registersRead = (plan: PlanRules): readonly string[] => {
  let registers = registersByPlan.get(plan)
  if (registers === undefined) {
    const all = Object.values(plan.rules).flatMap((rule) =>
      ['default', ...Object.keys(rule.readings)].flatMap((reading) => [
        ...readsOf(withReading(rule, reading), plan.let, plan.cohorts, plan.obligation).registers,
      ]),
    )
    registers = [...new Set(all)]
    registersByPlan.set(plan, registers)
  }
  return registers
}

const isSameWorld = (from: FactBase, to: FactBase): boolean =>
  JSON.stringify([from.knownOn, from.parties, from.planPeriod, [...from.actors.values()]]) ===
  JSON.stringify([to.knownOn, to.parties, to.planPeriod, [...to.actors.values()]])

/**
 * Gives `to`, the fact base after a write, what was evaluated on `from`, the one before it. Nothing is carried over
 * where the write was about a register, an actor as such, or a kind that everybody's rows may follow from; nor where a
 * register says more of some than of others, so that how far a value is known follows from who its members are; nor of a
 * plan that asks which promise a record is for.
 */
export const carryOver = (from: FactBase, to: FactBase, plan: PlanRules, written: Written): void => {
  const forAll = kindsForAll(plan.let)
  // Which promise a record is for follows from bodies and actions too, whoever wrote of them.
  if (Object.hasOwn(plan.let, otherInstruments)) return
  if (registersRead(plan).some((register) => to.statedApart(register).length > 0)) return
  if (written.actors.includes('') || written.kinds.some((kind) => forAll.has(kind))) return
  if (!isSameWorld(from, to)) return
  const also = (touched: ReadonlySet<string>) => new Set([...touched, ...written.actors])
  const years = keptOf(to, plan)
  for (const [year, kept] of keptOf(from, plan))
    years.set(year, {
      ...kept,
      touched: also(kept.touched),
      cells: new Map(
        [...kept.cells].map(([key, { evaluation, touched }]) => [
          key,
          { evaluation, touched: also(touched) },
        ]),
      ),
    })
}

const localByRule = new WeakMap<EvaluableRule, boolean>()

const isLocal = (plan: PlanNames, rule: EvaluableRule): boolean => {
  let local = localByRule.get(rule)
  if (local === undefined) {
    local = isLocalRule(rule, plan.cohorts)
    localByRule.set(rule, local)
  }
  return local
}

/** Evaluates rules of a plan for a year on its own as-of day; asked again for the same, gives what it gave. */
export const keptYear = (
  plan: PlanNames,
  base: FactBase,
  given: { year: number; asOf: string; meeting: Fact | undefined },
): ((key: string, rule: EvaluableRule) => Evaluation) => {
  const years = keptOf(base, plan)
  const found = years.get(given.year)
  // The same meeting is the same datum: one that replaced it is of a kind that nothing is carried over for.
  const before = found?.asOf === given.asOf && found.meeting?.id === given.meeting?.id ? found : undefined
  const context =
    before?.touched.size === 0
      ? before.context
      : yearContext(base, {
          ...given,
          let: plan.let,
          cohorts: plan.cohorts,
          obligation: plan.obligation,
          before: before && { cohorts: before.context.cohorts, touched: before.touched },
        })
  const cells = before?.cells ?? new Map<string, KeptCell>()
  years.set(given.year, { ...given, context, touched: nobody, cells })
  return (key, rule) => {
    const held = cells.get(key)
    if (held?.touched.size === 0) return held.evaluation
    const evaluation = evaluate(context, rule, held !== undefined && isLocal(plan, rule) ? held : undefined)
    cells.set(key, { evaluation, touched: nobody })
    return evaluation
  }
}
