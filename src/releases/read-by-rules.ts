// What a plan's rules read, under any of their readings: so much of the register goes into a release, and no more.
import { cohortsNamed, type PlanRules } from '../indicators/compute.ts'
import { namingFieldsIn } from '../rules/naming.ts'
import { withReading } from '../rules/reading.ts'
import { type Reads, readsOf, unionOf } from '../rules/reads.ts'
import type { Rule } from '../rules/rule-schema.ts'

export type ReadByRules = {
  kinds: ReadonlySet<string>
  /** Obligations whose reports are read. */
  obligations: ReadonlySet<string>
  /** `<obligation>/<question>`. */
  questions: ReadonlySet<string>
  registers: ReadonlySet<string>
  cohorts: ReadonlySet<string>
  /** Treaties whose acts are read; undefined: those of every treaty. */
  treaties: ReadonlySet<string> | undefined
  /** The fields by which a rule looks for facts that name a record. */
  naming: readonly string[]
}

const readingsOf = (rule: Rule): Rule[] =>
  ['default', ...Object.keys(rule.readings)].map((reading) => withReading(rule, reading))

/** What one rule reads under any of its readings. */
export const readByRule = (plan: PlanRules, rule: Rule): Reads =>
  unionOf(readingsOf(rule).map((read) => readsOf(read, plan.let, plan.cohorts, plan.obligation)))

const kindKeys = ['some', 'every', 'last', 'count', 'actorsOf', 'records', 'idsOf']

/** Treaties that a rule asks about by name; '*' where it reads acts without saying of which treaty. */
const treatiesIn = (node: unknown): string[] => {
  if (Array.isArray(node)) return node.flatMap(treatiesIn)
  if (typeof node !== 'object' || node === null) return []
  const given = node as Record<string, unknown>
  const own = typeof given.party === 'string' ? [given.party] : []
  if (kindKeys.some((key) => given[key] === 'status-event')) {
    const treaty = (given.where as Record<string, unknown> | undefined)?.treaty
    own.push(typeof treaty === 'string' && !treaty.startsWith('$') ? treaty : '*')
  }
  return [...own, ...Object.values(given).flatMap(treatiesIn)]
}

/** What all rules of a plan read together. */
export const readByRules = (plan: PlanRules): ReadByRules => {
  const rules = Object.values(plan.rules).flatMap(readingsOf)
  const reads = unionOf(Object.values(plan.rules).map((rule) => readByRule(plan, rule)))
  const cohorts = new Set(rules.flatMap((rule) => Object.keys(cohortsNamed(rule, plan.cohorts))))
  const reported = [...reads.kinds].flatMap((kind) =>
    kind.endsWith('-report') ? [kind.slice(0, -'-report'.length)] : [],
  )
  const own = plan.obligation === '' ? [] : [plan.obligation]
  const obligations = new Set([...reads.obligations, ...reported, ...own])
  const treaties = [
    ...(plan.treaty === '' ? [] : [plan.treaty]),
    ...treatiesIn([rules.map(({ population, condition }) => [population, condition]), plan.let]),
    ...[...cohorts].flatMap((name) => treatiesIn(plan.cohorts[name]?.rule)),
  ]
  return {
    kinds: new Set([...reads.kinds].filter((kind) => !kind.endsWith('-report'))),
    obligations,
    questions: reads.questions,
    registers: new Set([
      ...reads.registers,
      ...reads.kinds,
      ...[...obligations].map((obligation) => `${obligation}-report`),
    ]),
    cohorts,
    treaties: treaties.includes('*') ? undefined : new Set(treaties),
    naming: [...new Set(rules.flatMap(({ condition }) => namingFieldsIn(condition)))],
  }
}
