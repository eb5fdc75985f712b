// A cohort over time: who joined and who left between two days, and how many belonged at the end of each year.
import type { Db } from '../db/store.ts'
import { problem } from '../problem.ts'
import { type CohortOnDate, type Cohorts, makeCohorts } from '../rules/cohorts.ts'
import { yearContext } from '../rules/evaluate.ts'
import type { FactBase } from '../rules/facts.ts'
import type { Reason } from '../words/reason.ts'
import { meetingOf } from './clock.ts'
import { planWith } from './cohort.ts'
import { heldBase } from './held-base.ts'
import { inEnglish } from './names.ts'
import type { HeldPlan } from './plans.ts'

export type CohortMovement = {
  actor: string
  name: string
  /** The day, where what is held tells it. */
  on: string | null
  /** In English; `said` is the same as data. */
  reason: string
  said: Reason
}

/** Null where nobody has established who belongs on one of the days: unknown is not empty. */
export type CohortChange = { since: string; asOf: string; joined: CohortMovement[]; left: CohortMovement[] }

/** Members on the last day of a year, or on the as-of date in its own; null where they are not established. */
export type CohortYear = { year: number; on: string; members: number | null; undetermined: number }

const cohortsOn = (plan: HeldPlan, base: FactBase, asOf: string): Cohorts => {
  const year = Number(asOf.slice(0, 4))
  const { let: names, cohorts, obligation, treaty } = plan.rules
  const meeting = meetingOf(base, treaty, year)
  return makeCohorts(
    yearContext(base, { year, asOf, meeting, let: names, cohorts, obligation }).scope,
    cohorts,
  )
}

const isEstablished = (on: CohortOnDate): boolean => on.undetermined.length === 0

/**
 * Who joined and who left the cohort after `since`, up to and with `asOf`, both as known on `knownOn`. Undefined where
 * a register does not cover one of the two days. Throws Problem `usage` where `since` is no earlier day.
 */
export const compareCohort = async (
  db: Db,
  asked: { cohort: string; since: string; asOf: string; knownOn: string },
): Promise<CohortChange | undefined> => {
  const { cohort, since, asOf } = asked
  if (since >= asOf) throw problem('usage', `"since" ${since} should lie before the as-of date, ${asOf}.`)
  const plan = planWith(cohort)
  const base = await heldBase(db, plan, asked.knownOn)
  const [earlier, later] = [cohortsOn(plan, base, since), cohortsOn(plan, base, asOf)]
  const [before, after] = [earlier.on(cohort, since), later.on(cohort, asOf)]
  if (!isEstablished(before) || !isEstablished(after)) return undefined
  const nameOf = (actor: string) => base.actors.get(actor)?.name ?? actor
  const byName = (a: CohortMovement, b: CohortMovement) => collator.compare(a.name, b.name)
  const was = new Map(before.members.map((member) => [member.actor, member]))
  const is = new Set(after.members.map((member) => member.actor))
  return {
    since,
    asOf,
    joined: after.members
      .filter((member) => !was.has(member.actor))
      .map(({ actor, from, reason }) => ({
        actor,
        name: nameOf(actor),
        on: from,
        reason: inEnglish(reason),
        said: reason,
      }))
      .sort(byName),
    left: [...was.values()]
      .filter((member) => !is.has(member.actor))
      .map(({ actor, until }) => {
        const said = later.outcome(cohort, actor, asOf).reason
        const on = until !== null && until <= asOf ? until : null
        return { actor, name: nameOf(actor), on, reason: inEnglish(said), said }
      })
      .sort(byName),
  }
}

const collator = new Intl.Collator('en')

/**
 * How many belonged at the end of each year since the treaty entered into force, up to `asOf`, all as known on
 * `knownOn`. Years in which members are undetermined have no number, with how many those are.
 */
export const countCohortYears = async (
  db: Db,
  asked: { cohort: string; asOf: string; knownOn: string },
): Promise<CohortYear[]> => {
  const plan = planWith(asked.cohort)
  const base = await heldBase(db, plan, asked.knownOn)
  const first = Number(firstDay(base, plan).slice(0, 4))
  const years: CohortYear[] = []
  for (let year = first; year <= Number(asked.asOf.slice(0, 4)); year++) {
    const on = `${year}-12-31` < asked.asOf ? `${year}-12-31` : asked.asOf
    const { members, undetermined } = cohortsOn(plan, base, on).on(asked.cohort, on)
    const count = undetermined.length === 0 ? members.length : null
    years.push({ year, on, members: count, undetermined: undetermined.length })
  }
  return years
}

/** The first day on which the plan's treaty bound anyone. */
const firstDay = (base: FactBase, plan: HeldPlan): string =>
  [...base.memberships(plan.rules.treaty).values()]
    .flatMap((intervals) => intervals.map((one) => one.from))
    .sort()[0] ?? plan.period.from
