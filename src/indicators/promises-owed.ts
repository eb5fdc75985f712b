// What is owed by promises of a world, as duties: those held as facts, and the targets of plans and pledges.
import type { Db } from '../db/store.ts'
import type { DutyOwed } from '../duties/owed.ts'
import { type Engagement, engagementKinds, engagementOf } from '../engagements/engagement.ts'
import { promisesOwed } from '../engagements/owed.ts'
import { type Datum, knownOn } from '../facts/datum.ts'
import { owningIn } from '../facts/owning.ts'
import { listCoverage, listDatums } from '../facts/store.ts'
import { todayIn } from '../facts/today.ts'
import { workHeld, workKinds } from '../implementation/held.ts'
import { workOwed } from '../implementation/owed.ts'
import { listActors } from '../parties/actor-store.ts'
import { readShippedKinds } from '../reports/shipped.ts'
import type { CoverageFact, FactBase } from '../rules/facts.ts'
import { heldBase } from './held-base.ts'
import { heldPlans } from './plans.ts'
import { hasTarget, targetsOwed } from './targets-owed.ts'

export type PromisesAsked = {
  /** Those among whose owners is one of them. */
  actors?: readonly string[] | undefined
  /** Id of a plan or pledge, or of the fact that holds a promise. */
  instrument?: string | undefined
  /** `<instrument>/<duty>` */
  duty?: string | undefined
  /** Days, both included. */
  from: string
  until: string
  asOf: string
  /** Statements about registers that are taken to be made, to see what would follow. */
  supposed?: readonly CoverageFact[] | undefined
}

/** The base as it would be with these statements made. */
const supposing = (base: FactBase, supposed: readonly CoverageFact[]): FactBase =>
  supposed.length === 0
    ? base
    : {
        ...base,
        coverage: (register, actor) => [
          ...base.coverage(register, actor),
          ...supposed.filter(
            (row) => row.register === register && (row.actor == null || row.actor === actor),
          ),
        ],
        statedApart: (register) => [
          ...new Set([
            ...base.statedApart(register),
            ...supposed.flatMap((row) => (row.register === register ? (row.actor ?? []) : [])),
          ]),
        ],
      }

const isPublic = ({ tier }: Datum): boolean => tier === 'public'

/** Every engagement that `db` sees, as known on a day. */
export const listEngagements = async (db: Db, known: string): Promise<Engagement[]> => {
  const kinds = readShippedKinds()
  return knownOn(await listDatums(db, { kinds: engagementKinds(kinds) }), known).flatMap(
    (datum) => engagementOf(datum, kinds) ?? [],
  )
}

const coverageIn = async (db: Db, supposed: readonly CoverageFact[]): Promise<FactBase['coverage']> => {
  const held = (await listCoverage(db)).map(
    ({ register, actor, heldFrom, heldUntil, level, statedBy, knownFrom }): CoverageFact => ({
      register,
      actor,
      from: heldFrom,
      until: heldUntil,
      level,
      statedBy,
      knownFrom,
    }),
  )
  const byRegister = Map.groupBy([...held, ...supposed], ({ register }) => register)
  return (register, actor) =>
    (byRegister.get(register) ?? []).filter((row) => row.actor == null || row.actor === actor)
}

const ofFacts = async (db: Db, asked: PromisesAsked, today: string): Promise<DutyOwed[]> => {
  // What is owed stands in calendars, letters and figures, which rest on public facts alone, whoever asks.
  const all = (await listEngagements(db, today)).filter(({ datum }) => isPublic(datum))
  if (all.length === 0) return []
  const calls = knownOn(await listDatums(db, { kind: 'roll-call' }), today).filter(isPublic)
  const { asOf, from, until } = asked
  const plans = heldPlans()
  return promisesOwed(
    { all, rollCalls: calls, coverage: await coverageIn(db, asked.supposed ?? []), asOf, from, until },
    (indicator) => hasTarget(plans, indicator),
  )
}

const ofWork = async (db: Db, asked: PromisesAsked, today: string): Promise<DutyOwed[]> => {
  const kinds = readShippedKinds()
  const datums = await listDatums(db, { kinds: workKinds(kinds) })
  if (datums.length === 0) return []
  // What is known today of how things stood on the day asked about, as of everything owed. Public is what is current: a fact
  // taken out of sight by a sealed correction or retraction is gone, and its public version does not hold on.
  const work = {
    ...workHeld(datums, today, { isKept: isPublic, owning: await owningIn(db, kinds) }),
    asOf: asked.asOf,
  }
  const wanted = asked.actors === undefined ? undefined : new Set(asked.actors)
  const actors = new Set((await listActors(db)).map(({ id }) => id))
  return workOwed(work, kinds, {
    ...{ coverage: await coverageIn(db, asked.supposed ?? []), from: asked.from, until: asked.until },
    isActor: (id) => actors.has(id),
    isAsked: (promise, owners) =>
      (asked.instrument === undefined || asked.instrument === promise.id) &&
      (wanted === undefined || [promise.actor, ...owners].some((actor) => wanted.has(actor))),
  })
}

const ofTargets = async (db: Db, asked: PromisesAsked, today: string): Promise<DutyOwed[]> => {
  const owed: DutyOwed[] = []
  for (const plan of heldPlans()) {
    const { rules } = plan
    if (asked.instrument !== undefined && asked.instrument !== rules.id) continue
    if (!Object.values(rules.rules).some(({ target }) => target !== undefined)) continue
    const base = supposing(await heldBase(db, plan, today), asked.supposed ?? [])
    const parties = new Set(base.parties)
    if (asked.actors !== undefined && !asked.actors.some((actor) => parties.has(actor))) continue
    const kinds = [
      ...new Set(
        Object.values(rules.rules).flatMap(({ target, population }) =>
          target !== undefined && 'records' in population && typeof population.records === 'string'
            ? [population.records]
            : [],
        ),
      ),
    ]
    const datums = kinds.length === 0 ? [] : await listDatums(db, { kinds })
    const entered = new Set(datums.filter((datum) => datum.entered).map(({ datumId }) => datumId))
    owed.push(...targetsOwed(plan, base, { ...asked, entered }))
  }
  return owed
}

/**
 * Recurring promises, milestones, work to be done and the targets of plans and pledges as duties owed between two days, by what is
 * known today, as it stands on `asOf`. Not sorted.
 */
export const listPromisesOwed = async (db: Db, asked: PromisesAsked): Promise<DutyOwed[]> => {
  const today = await todayIn(db)
  const wanted = asked.actors === undefined ? undefined : new Set(asked.actors)
  return [
    ...(await ofFacts(db, asked, today)),
    ...(await ofWork(db, asked, today)),
    ...(await ofTargets(db, asked, today)),
  ].filter(
    (owed) =>
      (asked.instrument === undefined || owed.instrument === asked.instrument) &&
      (asked.duty === undefined || owed.duty === asked.duty) &&
      (wanted === undefined || [owed.actor, ...(owed.owners ?? [])].some((actor) => wanted.has(actor))),
  )
}
