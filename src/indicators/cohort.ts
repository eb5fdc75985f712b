// Who belongs to a cohort as of a date, and as known on a date.
import type { Db } from '../db/store.ts'
import { todayIn } from '../facts/today.ts'
import { problem } from '../problem.ts'
import { makeCohorts } from '../rules/cohorts.ts'
import { isDate } from '../rules/dates.ts'
import { yearContext } from '../rules/evaluate.ts'
import type { Reason } from '../words/reason.ts'
import { meetingOf } from './clock.ts'
import { heldBase } from './held-base.ts'
import { inEnglish } from './names.ts'
import { type HeldPlan, heldPlans } from './plans.ts'
import type { CoverageShown } from './show.ts'
import { coverageShown } from './store.ts'

export type CohortQuestion = { cohort: string; asOf?: string | undefined; knownOn?: string | undefined }

export type CohortMemberShown = {
  actor: string
  name: string
  /** Since when it belongs; null where that is not known. */
  from: string | null
  /** The first day it no longer belongs; null while nothing says so. */
  until: string | null
  /** In English; `said` is the same as data. */
  reason: string
  said: Reason
}

export type CohortShown = {
  name: string
  title: string
  words: string
  asOf: string
  knownOn: string
  coverage: CoverageShown
  members: CohortMemberShown[]
}

export type CohortDefined = {
  name: string
  code: string | null
  title: string
  words: string
  treaty: string
}

/** Every cohort that is defined, with the treaty in whose list it stands. */
export const listCohorts = (): CohortDefined[] => {
  const seen = new Map<string, CohortDefined>()
  for (const plan of heldPlans())
    for (const [name, { title, words, code }] of Object.entries(plan.rules.cohorts))
      if (!seen.has(name))
        seen.set(name, { name, code: code ?? null, title, words, treaty: plan.rules.treaty })
  return [...seen.values()]
}

/** The first plan whose list holds the cohort. Throws Problem `not-found`, naming the cohorts there are. */
export const planWith = (cohort: string): HeldPlan => {
  const plan = heldPlans().find((held) => Object.hasOwn(held.rules.cohorts, cohort))
  if (plan === undefined)
    throw problem(
      'not-found',
      `There is no cohort "${cohort}". Cohorts: ${listCohorts()
        .map(({ name }) => name)
        .join(', ')}.`,
    )
  return plan
}

const dayOr = (name: string, given: string | undefined, fallback: string): string => {
  if (given === undefined) return fallback
  if (!isDate(given)) throw problem('usage', `${name} should be a day such as 2026-04-30; it is "${given}".`)
  return given
}

/**
 * The cohort's members on `asOf` (today unless given), as known on `knownOn` (today unless given), by name.
 * Throws Problem `not-found` for a name nobody defined, `cohort-not-established` where a register it needs does not
 * cover the date: such a cohort is unknown, not empty.
 */
export const showCohort = async (db: Db, asked: CohortQuestion): Promise<CohortShown> => {
  const plan = planWith(asked.cohort)
  const today = await todayIn(db)
  const asOf = dayOr('--as-of', asked.asOf, today)
  const knownOn = dayOr('--as-known-on', asked.knownOn, today)
  if (knownOn > today)
    throw problem(
      'usage',
      `--as-known-on ${knownOn} lies in the future: today is ${today}, and nobody knows more than that.`,
    )
  const base = await heldBase(db, plan, knownOn)
  const year = Number(asOf.slice(0, 4))
  const { scope } = yearContext(base, {
    year,
    asOf,
    meeting: meetingOf(base, plan.rules.treaty, year),
    let: plan.rules.let,
    cohorts: plan.rules.cohorts,
    obligation: plan.rules.obligation,
  })
  const { members, undetermined, reaches } = makeCohorts(scope, plan.rules.cohorts).on(asked.cohort, asOf)
  const spec = plan.rules.cohorts[asked.cohort]!
  if (undetermined.length > 0) {
    const registers = [...reaches]
      .filter(([, reach]) => reach.level === 'none' || reach.level === 'partial')
      .map(([register]) => register)
    throw problem(
      'cohort-not-established',
      `"${spec.title}" on ${asOf} is unknown, not empty: nothing complete is held of ${registers.join(', ')}. ` +
        `${members.length} are known to belong (${members.map((member) => member.actor).join(', ') || 'none'}), ${undetermined.length} are undetermined. ` +
        'State the coverage of the register (pacta coverage import) once it is complete.',
    )
  }
  const names = base.actors
  return {
    name: asked.cohort,
    title: spec.title,
    words: spec.words,
    asOf,
    knownOn,
    coverage: coverageShown(reaches),
    members: members
      .map(({ actor, from, until, reason }) => ({
        actor,
        name: names.get(actor)?.name ?? actor,
        from,
        until,
        reason: inEnglish(reason),
        said: reason,
      }))
      .sort((a, b) => collator.compare(a.name, b.name)),
  }
}

const collator = new Intl.Collator('en')
