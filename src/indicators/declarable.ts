// Whose records decide what: for one actor the registers in which its promises are looked for, and for which promises.
import type { Db } from '../db/store.ts'
import { ownersOf } from '../engagements/promise.ts'
import { registersOfSeries } from '../engagements/recurring.ts'
import type { Datum } from '../facts/datum.ts'
import type { Kinds } from '../facts/kind.ts'
import { boundsOf } from '../facts/precision.ts'
import { listDatums } from '../facts/store.ts'
import { workHeld } from '../implementation/held.ts'
import { kindsOwedOnce } from '../implementation/owed.ts'
import { readShippedKinds } from '../reports/shipped.ts'
import { withReading } from '../rules/reading.ts'
import { readsOf } from '../rules/reads.ts'
import { heldPlans, recastParties } from './plans.ts'
import { listEngagements } from './promises-owed.ts'

/**
 * A register of which an owner can say that its own records are complete. `promises`: what is looked for in it, by title. `from`: the
 * first day of the year in which the first of them begins; of earlier days nothing is looked for.
 */
export type Declarable = { register: string; promises: string[]; from: string }

/** `days`: those on which it was made, known, begun or due, as far as they are known (EDTF). */
type Found = { register: string; promise: string; days: readonly unknown[] }

const daysOf = ({ heldFrom, knownFrom, body }: Datum): unknown[] => [
  ...[heldFrom, knownFrom, body.due, body.plannedOn, body.startsOn, body.statedAsOf],
]

/** The first day of the year of the earliest of these days; those that are no dates are passed over. */
const firstOf = (days: readonly unknown[]): string => {
  const begun = days.flatMap((day) => (typeof day === 'string' ? (boundsOf(day)?.from ?? []) : []))
  return `${(begun.sort()[0] ?? '0001').slice(0, 4)}-01-01`
}

const ofTargets = async (db: Db, actor: string): Promise<Found[]> => {
  const found: Found[] = []
  for (const plan of heldPlans()) {
    const { rules } = plan.rules
    const aims = Object.entries(rules).filter(([, { target }]) => target !== undefined)
    if (aims.length === 0 || !(await recastParties(db, plan)).includes(actor)) continue
    for (const [number, rule] of aims) {
      const { registers } = readsOf(
        withReading(rule, 'default'),
        plan.rules.let,
        plan.rules.cohorts,
        plan.rules.obligation,
      )
      for (const register of registers)
        found.push({
          register,
          promise: `${plan.instrument.title}, ${number}`,
          days: [plan.period.from, ...plan.rules.years.map(String)],
        })
    }
  }
  return found
}

const ofEngagements = async (db: Db, actor: string, today: string): Promise<Found[]> =>
  (await listEngagements(db, today)).flatMap((one) => {
    if (one.datum.tier !== 'public' || !ownersOf(one).includes(actor)) return []
    const days = [one.statedAsOf, ...daysOf(one.datum)]
    if (one.kind === 'milestone') return [{ register: 'milestone-observation', promise: one.title, days }]
    const isSeries = one.kind.endsWith('-series') && typeof one.datum.body.recurrence === 'string'
    return isSeries ? registersOfSeries(one).map((register) => ({ register, promise: one.title, days })) : []
  })

const ofWork = async (db: Db, actor: string, kinds: Kinds, today: string): Promise<Found[]> => {
  const owed = kindsOwedOnce(kinds)
  const work = workHeld(await listDatums(db, { kinds: owed }), today, {
    isKept: ({ tier }) => tier === 'public',
  })
  // Its own, and what it was given to do.
  return owed
    .flatMap((kind) => work.of(kind))
    .filter(({ datum }) => datum.actor === actor || datum.body.owner === actor)
    .map(({ datum }) => ({
      register: 'progress',
      promise: String(datum.body.title ?? datum.kind),
      days: daysOf(datum),
    }))
}

/**
 * The registers in which what this actor promised is looked for, alone or with others: by its plans' and pledges' targets,
 * its milestones and series, and what is to be done once. What others keep, such as votes and status, is not its to declare.
 */
export const listDeclarable = async (db: Db, actor: string, today: string): Promise<Declarable[]> => {
  const kinds = readShippedKinds()
  const found = [
    ...(await ofTargets(db, actor)),
    ...(await ofEngagements(db, actor, today)),
    ...(await ofWork(db, actor, kinds, today)),
  ].filter(({ register }) => kinds[register] !== undefined && kinds[register].topic !== 'votes')
  return [...Map.groupBy(found, ({ register }) => register)].map(([register, all]) => ({
    register,
    promises: [...new Set(all.map(({ promise }) => promise))],
    from: firstOf(all.flatMap(({ days }) => days)),
  }))
}
