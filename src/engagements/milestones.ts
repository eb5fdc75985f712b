// Milestones: what is due once, by a day a source names or by none, and what later sources observed of it.
import type { DutyOwed, MetBy } from '../duties/owed.ts'
import type { Datum } from '../facts/datum.ts'
import { dayBefore } from '../facts/edtf.ts'
import { boundsOf, compareDates, isLate } from '../facts/precision.ts'
import type { Reason } from '../words/reason.ts'
import type { Engagement } from './engagement.ts'
import { owedOf, ownersOf } from './promise.ts'
import type { Asked } from './recurring.ts'
import { searchedOver } from './searched.ts'
import { standingOf } from './standing.ts'

/** Stages that say of a milestone that it is reached. */
const reached = new Set(['completed', 'launched', 'achieved', 'done'])

const stagesOf = ({ body }: Datum): string[] => (Array.isArray(body.stages) ? body.stages.map(String) : [])

const isReached = (seen: Datum): boolean =>
  typeof seen.body.completedIn === 'string' || stagesOf(seen).some((stage) => reached.has(stage))

/**
 * The day of a milestone that an observation tells: when it says it was completed. Of one with several stages,
 * "finalised and launched", that is the day of one of them and not of the whole.
 */
const dayOf = (seen: Datum): string | null =>
  typeof seen.body.completedIn === 'string' && stagesOf(seen).length <= 1 ? seen.body.completedIn : null

/** Whether it was surely not yet done on `asOf`: a source may say today what came after. */
const isAfter = ({ body }: Datum, asOf: string): boolean =>
  typeof body.completedIn === 'string' && compareDates(body.completedIn, asOf) === 'after'

/** Late only where every source that says when has it late; in time where one of them says so. */
const isLateByAll = (done: readonly Datum[], due: string): boolean | null => {
  const said = done.map((one) => {
    const on = dayOf(one)
    return on === null ? null : isLate(on, due)
  })
  if (said.includes(false)) return false
  return said.includes(null) ? null : true
}

const derivationOf = (due: string | null, isInferred: boolean): Reason =>
  due === null
    ? { key: 'promise-undated' }
    : isInferred
      ? { key: 'promise-due-read', on: due }
      : { key: 'promise-due', on: due }

const metByOf = (seen: Datum): MetBy => ({
  id: seen.datumId,
  type: 'datum',
  kind: seen.kind,
  on: dayOf(seen),
})

/** The last day a date may mean, a vague one's last too; undefined where it is open. */
const lastPossible = (date: string): string | undefined => {
  const until = boundsOf(date)?.until
  return until == null ? undefined : dayBefore(until)
}

/** A milestone as a duty owed. Past its day and seen by nobody it is not found: only a complete register says more. */
export const milestoneOwed = (milestone: Engagement, asked: Asked): DutyOwed => {
  const { asOf, all, coverage } = asked
  const { body } = milestone.datum
  const due = typeof body.due === 'string' ? body.due : null
  const seen = all
    .filter((one) => one.kind === 'milestone-observation' && one.speaksOf.includes(milestone.key))
    .map(({ datum }) => datum)
  const common = {
    instance: null,
    due,
    derivation: derivationOf(due, milestone.inferred.includes('due')),
    computed: false,
  }
  const done = seen.filter((one) => isReached(one) && !isAfter(one, asOf))
  if (done.length > 0)
    return owedOf(milestone, {
      ...common,
      status: 'met',
      isLate: due === null ? null : isLateByAll(done, due),
      metBy: done.map(metByOf),
      reason: done.every((one) => dayOf(one) === null) ? { key: 'promise-day-unsaid' } : null,
      entered: done.some(({ entered }) => entered),
    })
  const spokenOf: Reason | null = seen.length === 0 ? null : { key: 'promise-spoken-of', count: seen.length }
  const restsOn = seen.map(({ datumId }) => datumId)
  const last = due === null ? undefined : lastPossible(due)
  if (last === undefined)
    return owedOf(milestone, { ...common, status: 'undated', reason: spokenOf, restsOn })
  const from = milestone.datum.heldFrom ?? milestone.datum.knownFrom
  const searched = searchedOver(
    { registers: ['milestone-observation'], owners: ownersOf(milestone) },
    coverage,
    { from: from < last ? from : last, lastDay: last },
    asOf,
  )
  const { status, reason } = standingOf({
    promise: milestone.id,
    lastDay: last,
    asOf,
    missing: 1,
    total: 1,
    searched,
  })
  return owedOf(milestone, {
    ...common,
    // It can still be done: late, but not gone by as a year is.
    status: status === 'missed' ? (last < asOf ? 'overdue' : 'due') : status,
    reason: spokenOf ?? reason,
    searched,
    restsOn,
  })
}
