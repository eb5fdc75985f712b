// Whom a rule counts: members of a cohort, actors of a kind of datum, the datums themselves, or one actor.
import { problem } from '../problem.ts'
import type { Reason } from '../words/reason.ts'
import type { Cohorts } from './cohorts.ts'
import { noteReach } from './cohorts.ts'
import { type Reach, reachByOwners, reachFor, reachOver } from './coverage.ts'
import { addDays, isDate, minDate } from './dates.ts'
import { type CoverageFact, type Fact, type FactBase, heldSince, type KindSpec } from './facts.ts'
import { isOpen, registerOf, standsAsOf } from './matching.ts'
import { withReading } from './reading.ts'
import type { Rule } from './rule-schema.ts'
import { resolve, type Scope } from './scope.ts'
import { compileFit, spanOf } from './where.ts'

/** Someone or something in the population, and the datums that put them there. */
export type Candidate = {
  member: string
  actor: string
  record: Fact | undefined
  at: string
  datumIds: readonly string[]
  why: Reason
}

export type PopulationResult = {
  candidates: Candidate[]
  /** Those of whom nobody can say whether they belong. */
  undetermined: { actor: string; reason: Reason }[]
  /** Ids of records that may be among them, by the days they may have taken place or since when they may hold. */
  perhaps?: readonly string[]
  /** True where N is a number of actors worth printing beside a count. */
  isCohort: boolean
  /** Set where a date the rule needs is not known, such as a meeting nobody announced. */
  missing: Reason | undefined
}

export type PopulationSpec = {
  cohort?: string
  actorsOf?: string
  records?: string
  actor?: string
  where?: Record<string, unknown>
  among?: string
  at?: unknown
}

/** The population of a rule. Registers it rests on are noted in `reaches`. */
export const populate = (
  scope: Scope,
  cohorts: Cohorts,
  spec: PopulationSpec,
  reaches: Map<string, Reach>,
): PopulationResult => {
  if (spec.cohort !== undefined) return fromCohort(scope, cohorts, spec, reaches)
  if (spec.actor !== undefined) {
    const actor = String(resolve(scope, spec.actor))
    return plain(
      [{ member: actor, actor, record: undefined, at: scope.asOf, datumIds: [], why: { key: 'itself' } }],
      false,
    )
  }
  const kind = spec.actorsOf ?? spec.records
  if (kind === undefined)
    throw problem('input-rejected', `A rule has no population Pacta understands: ${JSON.stringify(spec)}.`)
  const found = recordsOf(scope, cohorts, kind, spec, reaches)
  if (spec.records !== undefined)
    return {
      ...found,
      candidates: found.records.map((record) => ({
        member: record.externalId ?? record.id,
        actor: record.actor,
        record,
        at: record.heldFrom ?? scope.asOf,
        datumIds: [record.id],
        why: { key: 'record', kind },
      })),
      isCohort: false,
    }
  const byActor = Map.groupBy(found.records, (record) => record.actor)
  return {
    ...found,
    candidates: [...byActor].map(([actor, records]) => ({
      member: actor,
      actor,
      record: undefined,
      at: scope.asOf,
      datumIds: records.map((record) => record.id),
      why: { key: 'records-dated', kind, days: records.map((record) => record.heldFrom) },
    })),
    isCohort: false,
  }
}

const plain = (candidates: Candidate[], isCohort: boolean): PopulationResult => ({
  candidates,
  undetermined: [],
  isCohort,
  missing: undefined,
})

const fromCohort = (
  scope: Scope,
  cohorts: Cohorts,
  spec: PopulationSpec,
  reaches: Map<string, Reach>,
): PopulationResult => {
  const given = spec.at === undefined || spec.at === 'as-of' ? scope.asOf : resolve(scope, spec.at)
  if (!isDate(given))
    return {
      ...plain([], true),
      missing: { key: 'cohort-date-unknown', cohort: spec.cohort!, year: scope.year },
    }
  const at = given > scope.asOf ? scope.asOf : given
  const { members, undetermined, reaches: rested } = cohorts.on(spec.cohort!, at)
  for (const [register, reach] of rested) noteReach(reaches, register, reach)
  const candidates = members.map(({ actor, datumIds, reason }) => ({
    member: actor,
    actor,
    record: undefined,
    at,
    datumIds,
    why: reason,
  }))
  return { candidates, undetermined, isCohort: true, missing: undefined }
}

/** The actors whose records alone `where` asks for; undefined where it asks for everyone's. */
export const confinedTo = (
  scope: Scope,
  where: Readonly<Record<string, unknown>>,
): readonly string[] | undefined => {
  const asked = where.actor
  const isList = typeof asked === 'object' && asked !== null && !Array.isArray(asked) && 'in' in asked
  const given = asked === undefined ? undefined : resolve(scope, isList ? asked.in : asked)
  const actors = Array.isArray(given) ? given.map(String) : typeof given === 'string' ? [given] : []
  return actors.length === 0 ? undefined : actors
}

/** Whether `where` asks for the records of those who made the promise, whoever they are. */
const ofOwners = ({ actor }: Readonly<Record<string, unknown>>): boolean =>
  actor === '$parties' ||
  (typeof actor === 'object' && actor !== null && 'in' in actor && actor.in === '$parties')

/** Whether only the owners' own words tell how far the records that `where` asks for reach. */
export const byOwners = (
  { anyonesWord }: Pick<FactBase, 'anyonesWord'>,
  where: Readonly<Record<string, unknown>>,
): boolean => anyonesWord !== true && ofOwners(where)

/** Whether any of the rules, in any reading, counts records of those who made the promise. */
export const countsOwners = (rules: Readonly<Record<string, Rule>>): boolean =>
  Object.values(rules).some((rule) =>
    ['default', ...Object.keys(rule.readings)].some((reading) => {
      const { population } = withReading(rule, reading)
      return 'records' in population && ofOwners(population.where ?? {})
    }),
  )

const recordsOf = (
  scope: Scope,
  cohorts: Cohorts,
  kind: string,
  spec: PopulationSpec,
  reaches: Map<string, Reach>,
) => {
  const where = spec.where ?? {}
  const register = registerOf(kind, where)
  const span = spanOf(scope, where) ?? { from: `${scope.year}-01-01`, until: addDays(scope.asOf, 1) }
  const actors = confinedTo(scope, where)
  const over = (rows: readonly CoverageFact[]) => reachOver(rows, span)
  noteReach(
    reaches,
    register,
    actors !== undefined && byOwners(scope.base, where)
      ? reachByOwners(scope.base, register, actors, over)
      : reachFor(scope.base, register, actors, over),
  )
  const matches = compileFit(scope, where)
  const records: Fact[] = []
  const perhaps: string[] = []
  const undetermined = new Map<string, Reason>()
  if (matches === undefined)
    return {
      records,
      undetermined: [],
      missing: { key: 'choice-unknown' as const, year: scope.year },
    }
  const kindSpec = scope.base.kind(kind)
  const isState = kindSpec?.time === 'state'
  for (const fact of [...scope.base.facts(kind).values()].flat()) {
    const isUndated = isState && heldSince(fact, kindSpec) === null
    if (!isUndated && !(isState ? holdsOn(fact, scope.asOf, kindSpec) : standsAsOf(scope, fact))) continue
    const fit = matches(fact, () => scope.base.dueOn(scope.obligation, fact.actor, scope.year)?.date)
    if (fit === 'no') continue
    if (isUndated) {
      if (fact.heldUntil === null || fact.heldUntil > scope.asOf) perhaps.push(fact.id)
      continue
    }
    const belongs = spec.among === undefined ? 'yes' : amongState(scope, cohorts, spec, fact, reaches)
    if (fit === 'perhaps') {
      if (belongs === 'no') continue
      perhaps.push(fact.id)
      undetermined.set(fact.actor, { key: 'left-perhaps', on: fact.heldEdtf ?? fact.heldFrom ?? '' })
      continue
    }
    if (belongs === 'yes') records.push(fact)
    else if (belongs === 'unknown')
      undetermined.set(fact.actor, { key: 'cohort-unknown', cohort: spec.among! })
  }
  return {
    records,
    perhaps,
    undetermined: [...undetermined].map(([actor, reason]) => ({ actor, reason })),
    missing: undefined,
  }
}

/** What has ended, or has not begun, is no record of the day. */
export const holdsOn = (fact: Fact, day: string, kind: Pick<KindSpec, 'undated'> | undefined): boolean => {
  const since = heldSince(fact, kind)
  return since !== null && since <= day && (fact.heldUntil === null || fact.heldUntil > day)
}

/** Whether the datum's actor was in the cohort: on the day of the event, on a day counted from it, or as of. */
export const amongState = (
  scope: Scope,
  cohorts: Cohorts,
  spec: PopulationSpec,
  fact: Fact,
  reaches: Map<string, Reach>,
) => {
  const given =
    spec.at === undefined || spec.at === 'as-of'
      ? scope.asOf
      : spec.at === 'event'
        ? fact.heldFrom
        : resolve(scope, spec.at, fact)
  const at = isDate(given) ? minDate(given, scope.asOf) : scope.asOf
  // Where a register of the cohort is open, each actor it leaves undecided says so itself.
  for (const [register, reach] of cohorts.on(spec.among!, at).reaches)
    if (!isOpen(reach)) noteReach(reaches, register, reach)
  return cohorts.outcome(spec.among!, fact.actor, at).state
}
