// One rule, one year, one as-of date: numerator, denominator, value, and a row for every member of the population.
import type { Reason } from '../words/reason.ts'
import { reportOfCycle } from './answers.ts'
import { type CohortSpec, type Cohorts, type CohortsBefore, makeCohorts, noteReach } from './cohorts.ts'
import { compileCondition } from './condition.ts'
import type { Pending, Subject, Test } from './context.ts'
import type { Reach } from './coverage.ts'
import type { Fact, FactBase } from './facts.ts'
import { lookUpLists } from './lets.ts'
import { isOpen } from './matching.ts'
import { inDayOrder, saidToBeOne } from './one-record.ts'
import type { Outcome, OutcomeState } from './outcome.ts'
import { type Candidate, type PopulationResult, populate } from './population.ts'
import { fieldOf, type Scope } from './scope.ts'
import { listFieldsIn, withAllTold } from './told-together.ts'

export type MemberResult = {
  member: string
  actor: string
  state: 'counted' | 'not counted' | 'partly' | 'not reported' | 'not applicable' | 'pending' | 'unknown'
  inN: number
  inD: number
  reason: Reason
  datumIds: readonly string[]
}

export type Evaluation = {
  numerator: number | null
  denominator: number | null
  value: number | null
  status: 'known' | 'provisional' | 'not known' | 'no cases'
  provisionalUntil: string | null
  statusReason: Reason
  reaches: ReadonlyMap<string, Reach>
  reportedAmong: { numerator: number; denominator: number } | null
  members: MemberResult[]
  /** How many records may be among those looked at, or be counted: of these nothing is concluded. */
  perhaps?: number
}

export type EvaluableRule = {
  population: Record<string, unknown>
  condition: unknown
  measure: unknown
  pending?: Pending | 'none' | undefined
  notApplicable?: 'leaves' | 'stays' | undefined
}

/** What a year's evaluations share: make it once for (facts, year, as-of). */
export type YearContext = { scope: Scope; cohorts: Cohorts }

/** Prepares the evaluation of any number of rules for one year as of one date. */
export const yearContext = (
  base: FactBase,
  given: {
    year: number
    asOf: string
    meeting: Fact | undefined
    let: Readonly<Record<string, unknown>>
    cohorts: Readonly<Record<string, CohortSpec>>
    obligation: string
    /** The year's cohorts before a write that touched only some actors, on the same day. */
    before?: CohortsBefore | undefined
  },
): YearContext => {
  const named: Scope = {
    base,
    year: given.year,
    asOf: given.asOf,
    meeting: given.meeting,
    let: given.let,
    obligation: given.obligation,
  }
  const scope: Scope = { ...named, let: lookUpLists(named) }
  return { scope, cohorts: makeCohorts(scope, given.cohorts, given.before) }
}

const stateNames: Record<OutcomeState, MemberResult['state']> = {
  yes: 'counted',
  no: 'not counted',
  partly: 'partly',
  'not reported': 'not reported',
  'not applicable': 'not applicable',
  pending: 'pending',
  unknown: 'unknown',
}

type Weighing = { kind: 'share' | 'count' | 'sum'; fields: readonly string[] }

const weighingOf = (measure: unknown): Weighing => {
  if (measure === 'share' || measure === 'count') return { kind: measure, fields: [] }
  const [kind, fields] = Object.entries(measure as Record<string, string | string[]>)[0]!
  return { kind: kind === 'sum' ? 'sum' : 'share', fields: [fields].flat() }
}

/** A percentage to one decimal, half up: 82 of 156 is 52.6. */
export const percentage = (numerator: number, denominator: number): number => {
  // In integers as far as the inputs are: tenths of a percent, rounded half up, without binary fractions on the way.
  const tenths = Math.floor((2000 * numerator + denominator) / (2 * denominator))
  return tenths / 10
}

/** What the same rule gave before a write that touched only some actors, for the same year and day. */
export type EvaluationBefore = { evaluation: Evaluation; touched: ReadonlySet<string> }

/** Rows that stay as they are, by member: of a rule whose rows follow from their own actor's facts alone. */
const rowsBefore = (before: EvaluationBefore): Map<string, MemberResult> =>
  new Map(
    before.evaluation.members.flatMap((row) => (before.touched.has(row.actor) ? [] : [[row.member, row]])),
  )

/**
 * Evaluates `rule`. `before`: what it gave, where only rows of touched actors can differ (`isLocalRule`); the others
 * are taken over. Throws Problem `input-rejected` for a rule that says something Pacta does not know.
 */
export const evaluate = (
  { scope, cohorts }: YearContext,
  rule: EvaluableRule,
  before?: EvaluationBefore,
): Evaluation => {
  if (scope.asOf < `${scope.year}-01-01`)
    return {
      ...unknownFigure({ key: 'year-not-begun', year: scope.year, on: scope.asOf }),
      reaches: new Map(),
      reportedAmong: null,
      members: [],
    }
  const pending = rule.pending === 'none' ? undefined : rule.pending
  const chosenBy = new Map<string, Reach>()
  const population = populate(scope, cohorts, rule.population, chosenBy)
  // With nobody left of those before, or nobody before, what the value rested on is not told.
  const kept = before === undefined ? undefined : rowsBefore(before)
  const isKept = kept !== undefined && population.candidates.some(({ member }) => kept.has(member))
  const reaches = new Map(isKept ? before!.evaluation.reaches : chosenBy)
  const reached = (register: string, reach: Reach) => noteReach(reaches, register, reach)
  const compile = () =>
    compileCondition(
      {
        scope,
        pending,
        reached,
        cohort: (name, actor, at) => {
          for (const [register, reach] of cohorts.on(name, at).reaches) reached(register, reach)
          return cohorts.outcome(name, actor, at)
        },
      },
      rule.condition,
    )
  let compiled = isKept ? undefined : compile()
  const test: Test = (subject) => {
    compiled ??= compile()
    return compiled(subject)
  }
  const weighing = weighingOf(rule.measure)
  const rows = population.candidates.map((candidate) => {
    const row = kept?.get(candidate.member)
    if (row !== undefined) return row
    const subject: Subject = {
      actor: candidate.actor,
      record: candidate.record,
      at: candidate.at,
      dueOn: () => scope.base.dueOn(scope.obligation, candidate.actor, scope.year)?.date,
    }
    return memberResult(scope, candidate, test(subject), weighing, pending, rule)
  })
  const members = onceEach(scope.base, population.candidates, rows, (candidate, group) => {
    const record = withAllTold(candidate.record!, group, listFieldsIn(rule.condition))
    const subject: Subject = {
      ...{ actor: candidate.actor, record, told: group, at: candidate.at },
      dueOn: () => scope.base.dueOn(scope.obligation, candidate.actor, scope.year)?.date,
    }
    return memberResult(scope, candidate, test(subject), weighing, pending, rule)
  })
  return {
    ...total(population, members, weighing, { chosenBy, reaches }),
    reaches,
    reportedAmong: reportedAmong(scope, rule, population, members, weighing),
    members,
    perhaps: (population.perhaps?.length ?? 0) + members.filter(({ state }) => state === 'unknown').length,
  }
}

/** Of records said to be one, the one that stands last here stands for all; the earliest of several such. */
const standingFor: readonly MemberResult['state'][] = [
  ...(['not applicable', 'not counted', 'not reported', 'partly', 'unknown', 'pending', 'counted'] as const),
]

/** What becomes of a record with all that those tell which are one with it. */
type Together = (candidate: Candidate, group: readonly Fact[]) => MemberResult

/**
 * Each thing once: of records that are said to be one, all but one leave the count, and say with which they are one. Where none of
 * them counts by what it tells itself, the first stands for all that they tell.
 */
const onceEach = (
  base: FactBase,
  candidates: readonly Candidate[],
  rows: MemberResult[],
  together: Together,
): MemberResult[] => {
  const at = new Map(candidates.flatMap(({ record }, i) => (record === undefined ? [] : [[record, i]])))
  const leaving = new Map<number, Fact>()
  const standing = new Map<number, MemberResult>()
  for (const group of saidToBeOne(base, [...at.keys()]).groups) {
    const rank = (fact: Fact): number => -standingFor.indexOf(rows[at.get(fact)!]!.state)
    const [kept, ...others] = inDayOrder(group).sort((a, b) => rank(a) - rank(b))
    for (const one of others) leaving.set(at.get(one)!, kept!)
    const i = at.get(kept!)!
    if (base.eitherWord !== true && rows[i]!.state === 'not counted')
      standing.set(i, together(candidates[i]!, inDayOrder(group)))
  }
  return leaving.size === 0
    ? rows
    : rows.map((row, i) => {
        const kept = leaving.get(i)
        if (kept === undefined) return standing.get(i) ?? row
        const reason: Reason = { key: 'one-with', record: kept.externalId ?? kept.id }
        return { ...row, state: 'not applicable', inN: 0, inD: 0, reason }
      })
}

const memberResult = (
  scope: Scope,
  candidate: Candidate,
  said: Outcome,
  weighing: Weighing,
  pending: Pending | undefined,
  rule: EvaluableRule,
): MemberResult => {
  const numbers = weighing.fields.map((field) => fieldOf(scope, candidate.record, field))
  if (!numbers.every((number) => typeof number === 'number'))
    return {
      member: candidate.member,
      actor: candidate.actor,
      state: 'unknown',
      inN: 0,
      inD: 0,
      reason: { key: 'no-number-given', fields: weighing.fields },
      datumIds: candidate.datumIds,
    }
  const weight =
    weighing.fields.length === 0 ? 1 : (numbers as number[]).reduce((sum, number) => sum + number, 0)
  const leaves =
    (said.state === 'pending' && pending?.counts === 'out') ||
    (said.state === 'not applicable' && rule.notApplicable === 'leaves')
  return {
    member: candidate.member,
    actor: candidate.actor,
    state: stateNames[said.state],
    inN: said.state === 'yes' ? weight : 0,
    inD: leaves ? 0 : weight,
    reason: said.state === 'yes' && rule.condition === true ? candidate.why : said.reason,
    // The datums of the condition; where it rests on none, those that put the member into the population.
    datumIds: said.datumIds.length > 0 ? said.datumIds : candidate.datumIds,
  }
}

const unknownFigure = (reason: Reason) => ({
  numerator: null,
  denominator: null,
  value: null,
  status: 'not known' as const,
  provisionalUntil: null,
  statusReason: reason,
})

/** `chosenBy`: the registers the population was read from; `reaches`: every register anything rested on. */
const total = (
  population: PopulationResult,
  members: MemberResult[],
  weighing: Weighing,
  { chosenBy, reaches }: { chosenBy: ReadonlyMap<string, Reach>; reaches: ReadonlyMap<string, Reach> },
) => {
  if (population.missing !== undefined) return unknownFigure(population.missing)
  const open = [...chosenBy].filter(([, reach]) => isOpen(reach))
  if (population.undetermined.length > 0) {
    const registers = open.map(([register]) => register)
    const count = population.undetermined.length
    return unknownFigure(
      registers.length === 0
        ? { key: 'undetermined', count }
        : { key: 'undetermined-for-want-of', count, registers },
    )
  }
  // A population read from a register that does not cover the period may be missing members.
  if (!population.isCohort && open.length > 0)
    return unknownFigure({ key: 'not-covered', registers: open.map(([register]) => register) })
  const unknown = members.filter((member) => member.state === 'unknown')
  if (unknown.length > 0)
    return unknownFigure({
      key: 'members-unknown',
      count: unknown.length,
      total: members.length,
      of: unknown[0]!.reason,
    })
  const numerator = members.reduce((sum, member) => sum + member.inN, 0)
  const denominator = members.reduce((sum, member) => sum + member.inD, 0)
  const lastDays = [...reaches.values()].flatMap((reach) => (reach.level === 'until' ? [reach.lastDay] : []))
  const provisionalUntil = lastDays.sort()[0] ?? null
  const status = provisionalUntil === null ? ('known' as const) : ('provisional' as const)
  const statusReason: Reason =
    provisionalUntil === null ? { key: 'covered' } : { key: 'complete-until', until: provisionalUntil }
  if (weighing.kind !== 'share')
    return {
      numerator,
      denominator: population.isCohort ? denominator : null,
      value: numerator,
      status,
      provisionalUntil,
      statusReason,
    }
  if (denominator === 0)
    return {
      numerator,
      denominator,
      value: null,
      status: 'no cases' as const,
      provisionalUntil,
      statusReason: { key: 'nobody' } as const,
    }
  return {
    numerator,
    denominator,
    value: percentage(numerator, denominator),
    status,
    provisionalUntil,
    statusReason,
  }
}

/** Among the members that reported at all: for rules that read reports of the plan's obligation. */
const reportedAmong = (
  scope: Scope,
  rule: EvaluableRule,
  population: PopulationResult,
  members: MemberResult[],
  weighing: Weighing,
): Evaluation['reportedAmong'] => {
  if (!readsAnswers(rule.condition) || !population.isCohort || weighing.fields.length > 0) return null
  const reported = members.filter((member) => reportOfCycle(scope, member.actor) !== undefined)
  return {
    numerator: reported.reduce((sum, member) => sum + member.inN, 0),
    denominator: reported.reduce((sum, member) => sum + member.inD, 0),
  }
}

/** True where a condition asks the members' own reports. */
const readsAnswers = (condition: unknown): boolean =>
  Array.isArray(condition)
    ? condition.some(readsAnswers)
    : typeof condition === 'object' &&
      condition !== null &&
      (('answer' in condition && !('by' in condition)) || Object.values(condition).some(readsAnswers))
