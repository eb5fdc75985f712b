// The cohorts of one actor: to which it belongs on a day, since when and why; and of which nobody can say.
import type { Db } from '../db/store.ts'
import { todayIn } from '../facts/today.ts'
import { makeCohorts } from '../rules/cohorts.ts'
import { yearContext } from '../rules/evaluate.ts'
import type { Reason } from '../words/reason.ts'
import { meetingOf } from './clock.ts'
import { listCohorts } from './cohort.ts'
import { heldBase } from './held-base.ts'
import { inEnglish } from './names.ts'
import { heldPlans } from './plans.ts'

export type CohortOfActor = {
  name: string
  title: string
  words: string
  /** `unknown`: a register it rests on does not cover the day. That is neither yes nor no. */
  belongs: 'yes' | 'no' | 'unknown'
  /** Since when it belongs; null where that is not known. */
  from: string | null
  until: string | null
  /** In English; `said` is the same as data. */
  reason: string
  said: Reason
  /** The datums it rests on. */
  datumIds: readonly string[]
}

/** Every cohort that is defined, as far as it concerns `actor`, on today's date and as known today. */
export const listCohortsOf = async (db: Db, actor: string): Promise<CohortOfActor[]> => {
  const asOf = await todayIn(db)
  const all: CohortOfActor[] = []
  const defined = new Map(listCohorts().map((cohort) => [cohort.name, cohort]))
  for (const plan of heldPlans()) {
    const own = Object.keys(plan.rules.cohorts).filter((name) => defined.has(name))
    if (own.length === 0) continue
    const base = await heldBase(db, plan, asOf)
    const year = Number(asOf.slice(0, 4))
    const { treaty, cohorts, obligation } = plan.rules
    const meeting = meetingOf(base, treaty, year)
    const { scope } = yearContext(base, { year, asOf, meeting, let: plan.rules.let, cohorts, obligation })
    const { outcome } = makeCohorts(scope, cohorts)
    for (const name of own) {
      const { title, words } = defined.get(name)!
      // Several plans may share a list of cohorts; the first that has it answers.
      defined.delete(name)
      const said = outcome(name, actor, asOf)
      all.push({
        name,
        title,
        words,
        belongs: said.state === 'yes' ? 'yes' : said.state === 'unknown' ? 'unknown' : 'no',
        from: said.state === 'yes' ? said.from : null,
        until: said.state === 'yes' ? said.until : null,
        reason: inEnglish(said.reason),
        said: said.reason,
        datumIds: said.datumIds,
      })
    }
  }
  return all
}
