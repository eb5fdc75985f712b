// Cohorts: who belongs on a date, since when, until when, and why. Pure; memoised for one as-of date.
import { problem } from '../problem.ts'
import type { Reason } from '../words/reason.ts'
import { compileCondition } from './condition.ts'
import type { Test } from './context.ts'
import type { Reach } from './coverage.ts'
import { isLocalCohort, namesIn } from './locality.ts'
import type { Outcome } from './outcome.ts'
import type { Scope } from './scope.ts'

export type CohortSpec = { title: string; words: string; code?: string | undefined; rule: unknown }

export type CohortMember = {
  actor: string
  from: string | null
  until: string | null
  reason: Reason
  datumIds: readonly string[]
}

export type CohortOnDate = {
  members: CohortMember[]
  /** Actors of whom nobody can say whether they belong. */
  undetermined: { actor: string; reason: Reason }[]
  reaches: Map<string, Reach>
}

export type Cohorts = {
  on: (name: string, at: string) => CohortOnDate
  outcome: (name: string, actor: string, at: string) => Outcome
  /** What was found out so far, for the same cohorts after a write. */
  known: ReadonlyMap<string, ReadonlyMap<string, KnownOnDate>>
}

export type KnownOnDate = {
  outcomes: Map<string, Outcome>
  /** Every register that any of the outcomes rests on. */
  reaches: Map<string, Reach>
  all: CohortOnDate | undefined
}

/** Cohorts as they were before a write about some actors, on the same day and under the same registers. */
export type CohortsBefore = { cohorts: Cohorts; touched: ReadonlySet<string> }

const worse: Record<Reach['level'], number> = { complete: 0, until: 1, partial: 2, none: 3 }

/** Keeps, for each register, the least that any conclusion rested on. */
export const noteReach = (reaches: Map<string, Reach>, register: string, reach: Reach): void => {
  const held = reaches.get(register)
  if (held === undefined || worse[reach.level] > worse[held.level]) reaches.set(register, reach)
  else if (held.level === 'until' && reach.level === 'until' && reach.lastDay < held.lastDay)
    reaches.set(register, reach)
  // Looked at twice it rests on both words.
  else if (reach.entered === true && reach.level === held.level)
    reaches.set(register, { ...held, entered: true })
}

/**
 * Cohorts as of the scope's date. Throws Problem `not-found` for a name nobody defined, `input-rejected` for a
 * cohort that needs itself.
 */
export const makeCohorts = (
  scope: Scope,
  specs: Readonly<Record<string, CohortSpec>>,
  before?: CohortsBefore,
): Cohorts => {
  const tests = new Map<string, Test>()
  const compiling: string[] = []
  const knownOf = new Map<string, Map<string, KnownOnDate>>()
  const collecting: Map<string, Reach>[] = []

  /** What is known of a cohort on a day; asked for once for each member of each value, so without making a key. */
  const knownOn = (name: string, at: string): KnownOnDate => {
    let days = knownOf.get(name)
    if (days === undefined) {
      days = new Map()
      knownOf.set(name, days)
    }
    let known = days.get(at)
    if (known === undefined) {
      known = knownBefore(name, at) ?? { outcomes: new Map(), reaches: new Map(), all: undefined }
      days.set(at, known)
    }
    return known
  }

  /** Whoever was not touched belongs as before, where that follows from each one's own facts. */
  const knownBefore = (name: string, at: string): KnownOnDate | undefined => {
    const held = before?.cohorts.known.get(name)?.get(at)
    if (before === undefined || held?.all === undefined || !isLocalCohort(name, specs)) return undefined
    const outcomes = new Map(held.outcomes)
    for (const actor of before.touched) outcomes.delete(actor)
    return { outcomes, reaches: new Map(held.reaches), all: undefined }
  }

  const testOf = (name: string): Test => {
    const held = tests.get(name)
    if (held !== undefined) return held
    const spec = Object.hasOwn(specs, name) ? specs[name] : undefined
    if (spec === undefined)
      throw problem('not-found', `There is no cohort "${name}". Cohorts: ${Object.keys(specs).join(', ')}.`)
    if (compiling.includes(name))
      throw problem(
        'input-rejected',
        `Cohorts need each other in a circle: ${[...compiling, name].join(' → ')}.`,
      )
    compiling.push(name)
    const test = compileCondition(
      {
        scope,
        pending: undefined,
        cohort: outcomeOf,
        reached: (register, reach) => {
          for (const target of collecting) noteReach(target, register, reach)
        },
      },
      spec.rule,
    )
    // Named cohorts are compiled at once, so that a circle is found even where no actor would lead into it.
    for (const part of namesIn(spec.rule)) testOf(part)
    compiling.pop()
    tests.set(name, test)
    return test
  }

  const outcomeOf = (name: string, actor: string, at: string): Outcome => {
    const { outcomes, reaches } = knownOn(name, at)
    let result = outcomes.get(actor)
    if (result === undefined) {
      const test = testOf(name)
      collecting.push(reaches)
      result = belonging(test({ actor, at, dueOn: () => undefined }))
      collecting.pop()
      outcomes.set(actor, result)
    }
    // A memoised answer still rests on its registers.
    for (const target of collecting)
      for (const [register, reach] of reaches) noteReach(target, register, reach)
    return result
  }

  const on = (name: string, at: string): CohortOnDate => {
    const known = knownOn(name, at)
    if (known.all !== undefined) return known.all
    const members: CohortMember[] = []
    const undetermined: CohortOnDate['undetermined'] = []
    testOf(name)
    for (const actor of scope.base.actors.keys()) {
      const said = outcomeOf(name, actor, at)
      if (said.state === 'yes')
        members.push({
          actor,
          from: said.from,
          until: said.until,
          reason: said.reason,
          datumIds: said.datumIds,
        })
      else if (said.state === 'unknown') undetermined.push({ actor, reason: said.reason })
    }
    known.all = { members, undetermined, reaches: known.reaches }
    return known.all
  }

  return { on, outcome: outcomeOf, known: knownOf }
}

/** Whether one belongs is a matter of yes or no, or nobody knows: who meets half of a rule does not belong. */
const belonging = (said: Outcome): Outcome =>
  said.state === 'yes' || said.state === 'unknown'
    ? said
    : { ...said, state: said.state === 'pending' ? 'unknown' : 'no' }
