// What the page of a State's engagements reads, from what is held.
import type { Db } from '../../db/store.ts'
import { type Engagement, isStatedAsCurrent, relationTo, yearsSince } from '../../engagements/engagement.ts'
import { countPersonnel } from '../../engagements/others.ts'
import { kindsAnswering } from '../../engagements/questions.ts'
import { listOwnVotes, listRollCalls } from '../../engagements/roll-call-store.ts'
import type { Staleness } from '../../engagements/staleness.ts'
import { countVotes, seriesIn, votesFrom, votesIn } from '../../engagements/votes.ts'
import { type Datum, knownOn } from '../../facts/datum.ts'
import { listDatums } from '../../facts/store.ts'
import { todayIn } from '../../facts/today.ts'
import { treatyTitle } from '../../indicators/names.ts'
import { heldPlans, lawOf } from '../../indicators/plans.ts'
import { listEngagements, listPromisesOwed } from '../../indicators/promises-owed.ts'
import { stalenessOfEach } from '../../indicators/stale.ts'
import { listValues } from '../../indicators/value-lists.ts'
import { findActor, type HeldActor, listActors } from '../../parties/actor-store.ts'
import { membershipsFor } from '../../parties/membership.ts'
import { officialLanguageOf } from '../../parties/official-languages.ts'
import { withConflicts } from '../../parties/put-off.ts'
import { findStatementsRead } from '../../parties/statement-store.ts'
import { actOf } from '../../parties/status-event.ts'
import { findStatusSource } from '../../parties/store.ts'
import { findTreaty } from '../../parties/treaty.ts'
import { findTreatyHead, listTreatiesHeld } from '../../parties/treaty-store.ts'
import { readShippedKinds } from '../../reports/shipped.ts'
import type { DutyShown } from '../data/duties.ts'
import type {
  EngagementData,
  EngagementShown,
  MinistryShown,
  NamedActor,
  PledgeShown,
  TreatyShown,
  VotesShown,
} from '../data/engagements.ts'
import { clearIds } from './clear-ids.ts'
import { dutyShown } from './duty-shown.ts'
import type { Handles } from './handles.ts'
import { planShown } from './plans.ts'
import { promisePaths } from './promise-paths.ts'
import { answersOf } from './register.ts'
import { registerWork } from './register-work.ts'
import { sourceShown } from './source.ts'
import { statementsShown } from './statements.ts'
import { actorShown, factsShown } from './states.ts'
import { untilWritten } from './until-written.ts'

/** Every engagement its reader sees that may concern a State, as known today, with who belongs to whom. */
const readEngagements = async ({ db, seen }: Handles, state: HeldActor, today: string) => {
  const kinds = readShippedKinds()
  const actors = new Map((await listActors(seen)).map((actor) => [actor.id, actor]))
  const parentOf = (actor: string) => actors.get(actor)?.parent ?? null
  const own = [state.id, ...[...actors.keys()].filter((actor) => parentOf(actor) === state.id)]
  const names = [state.id, state.names.en?.short ?? state.id]
  const all = await listEngagements(seen, today, { whole: db, read: { actors: own, names } })
  return { kinds, all, actors, parentOf }
}

type Read = Awaited<ReturnType<typeof readEngagements>>

const named = (id: string, actor: HeldActor | undefined): NamedActor => ({
  id,
  name: actor?.names.en?.short ?? id,
  kind: actor?.kind ?? 'organisation',
  page: actor?.kind === 'state' ? `/ministries/${id}` : null,
})

/** The fields that hold ids of actors. */
const actorFields = ['parties', 'counterparts', 'beneficiaries', 'predecessor', 'body'] as const

const collator = new Intl.Collator('en', { numeric: true })

/** By kind, in the order of their file; within a kind by date, what has none last. */
const inOrder = (kinds: readonly string[]) => {
  const places = new Map(kinds.map((kind, at) => [kind, at]))
  const placeOf = ({ kind }: Engagement): number => places.get(kind) ?? -1
  const dayOf = ({ datum }: Engagement): string => datum.heldFrom ?? '9999'
  return ({ engagement: a }: { engagement: Engagement }, { engagement: b }: { engagement: Engagement }) => {
    const [first, second] = [dayOf(a), dayOf(b)]
    // Days are in order as they are written; a collator takes a hundred times as long for it.
    return (
      placeOf(a) - placeOf(b) || (first < second ? -1 : first > second ? 1 : collator.compare(a.id, b.id))
    )
  }
}

const shown = (
  state: string,
  { all, actors, parentOf, kinds }: Read,
  today: string,
  ages: ReadonlyMap<string, Staleness>,
): EngagementShown[] => {
  const ids = new Map([...actors].map(([id, actor]) => [actor.names.en?.short ?? id, id]))
  const idOf = (called: string): string => (actors.has(called) ? called : (ids.get(called) ?? called))
  const concerning = all.flatMap((engagement: Engagement) => {
    const relation = relationTo(state, engagement, parentOf, idOf)
    return relation === undefined ? [] : [{ engagement, relation }]
  })
  const called = clearIds(
    state,
    concerning.map(({ engagement }) => engagement),
  )
  const facts = new Map(
    factsShown(
      concerning.map(({ engagement }) => engagement.datum),
      ages,
    ).map((fact) => [fact.id, fact]),
  )
  return concerning.sort(inOrder(Object.keys(kinds))).flatMap(({ engagement, relation }) => {
    const fact = facts.get(engagement.datum.datumId)
    if (fact === undefined) return []
    const asOf = engagement.datum.body.asOf
    const figureAsOf = typeof asOf === 'string' ? asOf : null
    return [
      {
        ...fact,
        ...called(engagement),
        title: engagement.title,
        kindTitle: kinds[engagement.kind]?.title ?? engagement.kind,
        actor: named(engagement.actor, actors.get(engagement.actor)),
        topic: engagement.topic,
        relation,
        status: engagement.status,
        statedAsCurrent: isStatedAsCurrent(engagement),
        statedAsOf: engagement.statedAsOf,
        asOf: figureAsOf,
        yearsSince: yearsSince(figureAsOf ?? engagement.statedAsOf, today) ?? null,
        inferred: engagement.inferred,
      },
    ]
  })
}

/** What the State and its units promised, from the beginning of each promise to the end of next year. */
const owedOf = async (db: Db, state: string, read: Read, today: string): Promise<DutyShown[]> => {
  const units = [...read.actors.keys()].filter((actor) => read.parentOf(actor) === state)
  const owed = await listPromisesOwed(db, {
    actors: [state, ...units],
    from: '1900-01-01',
    until: `${Number(today.slice(0, 4)) + 1}-12-31`,
    asOf: today,
  })
  const titles = new Map(heldPlans().map(({ instrument }) => [instrument.id, instrument.title]))
  const paths = await promisePaths(db, owed)
  return owed.map((one) =>
    dutyShown(one, {
      actor: (id) => named(id, read.actors.get(id)).name,
      instrument: (id) => titles.get(id) ?? one.title,
      path: (by) => paths.metBy(by) ?? null,
      page: paths.promise,
    }),
  )
}

const pledgesOf = async (db: Db, state: string, read: Read, today: string): Promise<PledgeShown[]> => {
  const pledges: PledgeShown[] = []
  for (const plan of heldPlans()) {
    if (plan.instrument.kind !== 'pledge') continue
    const parties = (await lawOf(db, plan)).parties
    if (!parties.some((party) => party === state || read.parentOf(party) === state)) continue
    const thisYear = Number(today.slice(0, 4))
    const values = await listValues(db, plan.rules.id)
    pledges.push({
      plan: planShown(plan.instrument),
      values: values.filter((value) => value.year <= thisYear),
    })
  }
  return pledges
}

/** What the newest status page of a treaty makes of a State. A State it does not list is not a party to it. */
const treatyShown = async (
  db: Db,
  treaty: string,
  own: readonly Datum[],
  conflicts: readonly Datum[],
  today: string,
): Promise<TreatyShown | undefined> => {
  const found = await findStatusSource(db, treaty)
  if (found === undefined) return undefined
  const head = await findTreatyHead(db, treaty)
  const source = {
    title: found.statedBy,
    address: head?.address ?? /https?:\S+/.exec(found.note ?? '')?.[0] ?? null,
    publisher: null,
    date: found.asOf,
  }
  const events = own
    .filter((datum) => datum.body.treaty === treaty)
    .map((datum) => actOf(datum.actor, datum.body))
  const rules = findTreaty(treaty)
  const last = membershipsFor(withConflicts(events, rules, conflicts), rules).at(-1)
  const signed = events.find((event) => event.kind === 'signature')
  const read = await findStatementsRead(db, treaty)
  const statementsReadAsOf = read === undefined || read.firstAsOf > today ? null : read.asOf
  const common = { treaty, title: treatyTitle(treaty), endsOn: null, statementsReadAsOf, source }
  if (last === undefined)
    return signed === undefined
      ? { ...common, state: 'none', on: null }
      : { ...common, state: 'signed', on: signed.notifiedOn }
  if (last.until !== null && last.until <= today) return { ...common, state: 'left', on: last.until }
  if (last.from === null) return { ...common, state: 'consented', on: last.unknownFrom }
  return { ...common, state: 'party', on: last.from, endsOn: last.until }
}

const treatiesOf = async (db: Db, state: string, today: string): Promise<TreatyShown[]> => {
  const known = async (kind: string) =>
    knownOn(await listDatums(db, { actor: state, kind }), today).filter(({ tier }) => tier === 'public')
  const [own, conflicts] = [await known('status-event'), await known('armed-conflict')]
  const treaties = await Promise.all(
    (await listTreatiesHeld(db)).map((treaty) => treatyShown(db, treaty, own, conflicts, today)),
  )
  return treaties.filter((treaty) => treaty !== undefined)
}

// Votes are cast in public, and who is bound is computed: both by public facts alone, whoever asks.
const votesOf = async (db: Db, state: string, today: string): Promise<VotesShown[]> => {
  const calls = knownOn(await listRollCalls(db, { of: state }), today)
  const votes = knownOn(await listOwnVotes(db, state), today)
  const source = sourceShown(calls.find((call) => !call.entered)?.source ?? calls[0]?.source ?? null)
  const memberships = await listDatums(db, { actor: state, kinds: kindsAnswering('voting') })
  const memberFrom = votesFrom(knownOn(memberships, today).filter(({ tier }) => tier === 'public'))
  return [...seriesIn(calls), null].flatMap((series) => {
    const years = votesIn(series, calls, votes)
    return years.length === 0 ? [] : [{ series, years, counted: countVotes(years, memberFrom), source }]
  })
}

type VotesOf = (state: string, today: string) => Promise<VotesShown[]>

const showMinistry = async (
  handles: Handles,
  id: string,
  listVotes: VotesOf,
): Promise<MinistryShown | undefined> => {
  const { db, seen } = handles
  const state = await findActor(db, id)
  if (state === undefined) return undefined
  const isState = state.kind === 'state'
  const today = await todayIn(db)
  const read = await readEngagements(handles, state, today)
  const ages = await stalenessOfEach(
    seen,
    read.all.map(({ datum }) => datum),
  )
  const engagements = shown(id, read, today, ages)
  const ids = new Set(
    engagements.flatMap((one) =>
      one.fields.flatMap((field) =>
        actorFields.some((name) => name === field.name) ? [field.value].flat().map(String) : [],
      ),
    ),
  )
  const work = await registerWork(handles, {
    today,
    nameOf: (one) => read.actors.get(one)?.names.en?.short,
    isOf: (actor) => actor === id || read.parentOf(actor) === id,
  })
  const counted = await listDatums(seen, { actor: id, kinds: ['mission-personnel'] })
  const counts = countPersonnel(knownOn(counted, today))
  const held = {
    today,
    state: actorShown(state),
    officialLanguage: officialLanguageOf(id),
    engagements,
    actors: [...ids].map((one) => named(one, read.actors.get(one))),
    owed: await owedOf(db, id, read, today),
    pledges: await pledgesOf(db, id, read, today),
    treaties: isState ? await treatiesOf(db, id, today) : [],
    statements: await statementsShown(db, { actor: id, knownOn: today }),
    objections: await statementsShown(db, { against: id, knownOn: today }),
    votes: isState ? await listVotes(id, today) : [],
  }
  return { ...held, answers: answersOf({ ...held, ...work, counts }) }
}

// Some 2 kB a fact; what is asked for last is kept however much it is.
const factsKept = 120_000

/** Engagements of one world. */
export const engagementsHeld = (handles: Handles): EngagementData => {
  const { db } = handles
  // Thousands of roll calls, each with who voted how: counted once, until something is written.
  const { listVotes } = untilWritten(db, {
    listVotes: (state: string, today: string) => votesOf(db, state, today),
  })
  return { showMinistry: (actor) => showMinistry(handles, actor, listVotes) }
}

/** The same, each actor's kept until something is written; for those who see what the public sees. */
export const engagementsKept = (handles: Handles): EngagementData =>
  untilWritten(handles.db, engagementsHeld(handles), {
    room: factsKept,
    sizeOf: (shown) => (shown?.engagements.length ?? 0) + 1,
  })
