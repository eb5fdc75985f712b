// What is owed by promises of a world, as duties: those held as facts, and the targets of plans and pledges.
import type { Db } from '../db/store.ts'
import type { DutyOwed } from '../duties/owed.ts'
import { type Engagement, engagementKinds } from '../engagements/engagement.ts'
import { engagementsHeld } from '../engagements/held.ts'
import { promisesOwed } from '../engagements/owed.ts'
import { type EngagementsRead, listEngagementDatums } from '../engagements/reading-store.ts'
import { listRollCalls } from '../engagements/roll-call-store.ts'
import { listCoverage } from '../facts/coverage-store.ts'
import { type Datum, knownOn } from '../facts/datum.ts'
import { owningIn } from '../facts/owning.ts'
import { listDatums, listSupersededNames } from '../facts/store.ts'
import { todayIn } from '../facts/today.ts'
import { type Work, workHeld, workKinds } from '../implementation/held.ts'
import { workOwed } from '../implementation/owed.ts'
import { workPlanned } from '../implementation/planned.ts'
import { listActors } from '../parties/actor-store.ts'
import { readShippedKinds } from '../reports/shipped.ts'
import type { CoverageFact, FactBase } from '../rules/facts.ts'
import { heldBase } from './held-base.ts'
import { heldPlans, plansStanding } from './plans.ts'
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

/**
 * Every engagement that `db` sees and `isKept` keeps, as known on a day (YYYY-MM-DD). `whole`: the store of which `db` sees a part; of
 * what it does not see the ids alone are read, by which facts go on being named. `read`: what is asked; of the others some are
 * left out, and what is left of them is not all that is held.
 */
export const listEngagements = async (
  db: Db,
  known: string,
  {
    isKept,
    whole = db,
    read,
  }: { isKept?: (current: Datum) => boolean; whole?: Db; read?: EngagementsRead } = {},
): Promise<Engagement[]> => {
  const kinds = readShippedKinds()
  const of = engagementKinds(kinds)
  const datums =
    read === undefined ? await listDatums(db, { kinds: of }) : await listEngagementDatums(db, kinds, read)
  return engagementsHeld(datums, known, {
    ...{ kinds, isKept },
    owning: await owningIn(db, kinds),
    unseen: whole === db ? [] : await listSupersededNames(whole, of),
  })
}

/**
 * What is asked for, under the name it has in lists: a promise that is asked for by an id which a correction gave it has that of
 * its first version. `duty` is `<id>/<kind>`. Anything else stays as it is asked.
 */
export const underLastingName = async <T extends Pick<PromisesAsked, 'instrument' | 'duty'>>(
  db: Db,
  asked: T,
): Promise<T> => {
  const { instrument, duty } = asked
  const cut = duty?.lastIndexOf('/') ?? -1
  const named = instrument ?? duty?.slice(0, cut)
  if (named === undefined || heldPlans().some(({ rules }) => rules.id === named)) return asked
  const all = await listEngagements(db, await todayIn(db), { isKept: isPublic })
  if (all.some(({ id }) => id === named)) return asked
  const found = all.find(({ alsoCalled }) => alsoCalled.includes(named))
  if (found === undefined) return asked
  return {
    ...asked,
    ...(instrument === undefined ? {} : { instrument: found.id }),
    ...(duty === undefined ? {} : { duty: `${found.id}${duty.slice(cut)}` }),
  }
}

const coverageIn = async (db: Db, supposed: readonly CoverageFact[]): Promise<FactBase['coverage']> => {
  const held = (await listCoverage(db)).map(
    ({ register, actor, heldFrom, heldUntil, level, statedBy, knownFrom, entered, note }): CoverageFact => ({
      register,
      actor,
      from: heldFrom,
      until: heldUntil,
      level,
      statedBy,
      knownFrom,
      entered,
      note,
    }),
  )
  const byRegister = Map.groupBy([...held, ...supposed], ({ register }) => register)
  return (register, actor) =>
    (byRegister.get(register) ?? []).filter((row) => row.actor == null || row.actor === actor)
}

const ofFacts = async (db: Db, asked: PromisesAsked, today: string): Promise<DutyOwed[]> => {
  // What is owed stands in calendars, letters and figures, which rest on public facts alone, whoever asks.
  const all = await listEngagements(db, today, { isKept: isPublic, read: 'owed' })
  if (all.length === 0) return []
  const symbols = all.flatMap(({ datum }) =>
    typeof datum.body.symbol === 'string' ? [datum.body.symbol] : [],
  )
  const calls = knownOn(await listRollCalls(db, { symbols }), today)
  const { asOf, from, until } = asked
  const plans = heldPlans()
  return promisesOwed(
    { all, rollCalls: calls, coverage: await coverageIn(db, asked.supposed ?? []), asOf, from, until },
    (indicator) => hasTarget(plans, indicator),
  )
}

/** Public work on promises as known today, on the day asked about; undefined where none is held. */
const publicWork = async (db: Db, { asOf }: { asOf: string }, today: string): Promise<Work | undefined> => {
  const kinds = readShippedKinds()
  const datums = await listDatums(db, { kinds: workKinds(kinds) })
  if (datums.length === 0) return undefined
  // What is known today of how things stood on the day asked about, as of everything owed. Public is what is current: a fact
  // taken out of sight by a sealed correction or retraction is gone, and its public version does not hold on.
  return { ...workHeld(datums, today, { isKept: isPublic, owning: await owningIn(db, kinds) }), asOf }
}

const ofWork = async (db: Db, asked: PromisesAsked, today: string): Promise<DutyOwed[]> => {
  const work = await publicWork(db, asked, today)
  if (work === undefined) return []
  const wanted = asked.actors === undefined ? undefined : new Set(asked.actors)
  const actors = new Set((await listActors(db)).map(({ id }) => id))
  return workOwed(work, readShippedKinds(), {
    ...{ coverage: await coverageIn(db, asked.supposed ?? []), from: asked.from, until: asked.until },
    isActor: (id) => actors.has(id),
    isAsked: (promise, owners) =>
      (asked.instrument === undefined || asked.instrument === promise.id) &&
      (wanted === undefined || [promise.actor, ...owners].some((actor) => wanted.has(actor))),
  })
}

const sameName = (one: string, other: string): boolean =>
  one.trim().toLocaleLowerCase() === other.trim().toLocaleLowerCase()

/** Work of whoever promised it that lies with somebody by name, between two days; case apart the name as it is written. */
export const listWorkLyingWith = async (
  db: Db,
  asked: { name: string; from: string; until: string },
): Promise<DutyOwed[]> => {
  const today = await todayIn(db)
  const { name, from, until } = asked
  return (await ofWork(db, { from, until, asOf: today }, today)).filter(
    ({ responsible }) => responsible !== null && sameName(responsible, name),
  )
}

/** Meetings and events planned between two days by these actors, for calendars alone. Of public facts. */
export const listWorkPlanned = async (
  db: Db,
  asked: { actors?: readonly string[] | undefined; from: string; until: string },
): Promise<DutyOwed[]> => {
  const today = await todayIn(db)
  const work = await publicWork(db, { asOf: today }, today)
  if (work === undefined) return []
  return workPlanned(work, readShippedKinds(), asked).filter(
    ({ actor, owners = [] }) =>
      asked.actors === undefined || [actor, ...owners].some((one) => asked.actors?.includes(one)),
  )
}

const ofTargets = async (db: Db, asked: PromisesAsked, today: string): Promise<DutyOwed[]> => {
  const owed: DutyOwed[] = []
  for (const plan of await plansStanding(db)) {
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
