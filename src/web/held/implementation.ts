// How promises are carried out, as its reader sees the facts of it.
import type { Db } from '../../db/store.ts'
import type { Datum } from '../../facts/datum.ts'
import { owningIn } from '../../facts/owning.ts'
import { listDatums, listSupersededNames } from '../../facts/store.ts'
import { todayIn } from '../../facts/today.ts'
import { type Work, workHeld } from '../../implementation/held.ts'
import { isOfPromisers } from '../../implementation/promisers.ts'
import { countRecords, isCounted, pairsThatMayBeOne } from '../../indicators/counted.ts'
import { heldBase } from '../../indicators/held-base.ts'
import { type HeldPlan, heldPlans, lawOf, recastParties } from '../../indicators/plans.ts'
import { partsWithin } from '../../instruments/part.ts'
import { listPartiesOfInstruments } from '../../instruments/parties-store.ts'
import { findShippedInstrument } from '../../instruments/read.ts'
import { readShippedKinds } from '../../reports/shipped.ts'
import type { ImplementationData } from '../data/implementation.ts'
import { actorsCalled } from './actor-names.ts'
import type { Reader } from './handles.ts'
import {
  choicesOf,
  findWork,
  hasAudience,
  implementationOf,
  kindsOfWork,
  servingShownOf,
  workShownOf,
} from './implementation-shown.ts'
import { submissionsOf } from './submissions.ts'

const readWork = async (reader: Pick<Reader, 'db' | 'seen'>, today: string): Promise<Work> =>
  workAmong(reader, await listDatums(reader.seen, { kinds: kindsOfWork() }), today)

const workAmong = async (
  { db }: Pick<Reader, 'db'>,
  datums: readonly Datum[],
  today: string,
  promisers: readonly string[] = [],
): Promise<Work> => {
  const owning = await owningIn(db, readShippedKinds())
  return workHeld(datums, today, {
    owning,
    isKept: isOfPromisers(promisers, owning.standsFor),
    // A plan first written for some eyes and published since is still the one its actions name.
    unseen: await listSupersededNames(db, kindsOfWork()),
  })
}

type CountedEvents = { counted: ReadonlySet<string>; mayBeOne: [string, string][] }

/**
 * Whom each record counted by a rule that looks at events is of, and what it is called there, in every year begun; and which of them
 * nothing tells apart.
 */
const countedIn = async (db: Db, plan: HeldPlan, today: string): Promise<CountedEvents> => {
  const numbers = Object.entries(plan.rules.rules).flatMap(([number, { population }]) =>
    'records' in population && typeof population.records === 'string' && hasAudience(population.records)
      ? [number]
      : [],
  )
  if (numbers.length === 0) return { counted: new Set(), mayBeOne: [] }
  const base = await heldBase(db, plan, today)
  const years = plan.rules.years.filter((year) => `${year}` <= today)
  const asked = { asOf: today, entered: new Set<string>() }
  const shown = numbers.flatMap((number) =>
    years.map((year) => countRecords(plan, base, { ...asked, number, year })),
  )
  return {
    counted: new Set(
      shown.flatMap(({ kind, records }) =>
        records.filter(isCounted).map(({ actor, id }) => `${kind} ${actor} ${id}`),
      ),
    ),
    mayBeOne: shown.flatMap(({ kind, records }) =>
      pairsThatMayBeOne(records).map(([a, b]): [string, string] => [`${kind} ${a}`, `${kind} ${b}`]),
    ),
  }
}

export const implementationHeld = ({ db, seen }: Pick<Reader, 'db' | 'seen'>): ImplementationData => ({
  showImplementation: async (instrument) => {
    if (findShippedInstrument(instrument) === undefined) return undefined
    const held = heldPlans().find(({ rules }) => rules.id === instrument)
    const parties = held === undefined ? [] : (await lawOf(db, held)).parties
    const datums = await listDatums(seen, { kinds: kindsOfWork() })
    const today = await todayIn(db)
    return implementationOf(await workAmong({ db }, datums, today, parties), instrument, {
      actors: await actorsCalled(db),
      parties,
      ...(held === undefined ? {} : await countedIn(db, held, today)),
      whole: parties.length === 0 ? undefined : await workAmong({ db }, datums, today),
    })
  },
  showWork: async (id) => {
    const datums = await listDatums(seen, { kinds: kindsOfWork() })
    const work = await workAmong({ db }, datums, await todayIn(db))
    const [fact, ...others] = findWork(work, datums, id)
    if (fact === undefined || others.length > 0) return undefined
    const { actor, datumId } = fact.datum
    const submissionOf = await submissionsOf(
      db,
      fact.versions.map((version) => `fact:${actor}/${version.datumId}`),
    )
    const withdrawal = datums.find(({ retracts }) => retracts === datumId) ?? null
    const shown = workShownOf(work, fact, {
      ...{ actors: await actorsCalled(db), submissionOf, withdrawal },
      partiesOf: await listPartiesOfInstruments(db),
    })
    // A part of an instrument that is held no more is told by its id, and has no page.
    const isHeld = (instrument: string): boolean => findShippedInstrument(instrument) !== undefined
    return { ...shown, instruments: shown.instruments.filter(isHeld) }
  },
  listWorkCalled: async (id) => {
    const datums = await listDatums(seen, { kinds: kindsOfWork() })
    const work = await workAmong({ db }, datums, await todayIn(db))
    return choicesOf(findWork(work, datums, id), await actorsCalled(db))
  },
  listServing: async (part) =>
    servingShownOf(
      await readWork({ db, seen }, await todayIn(db)),
      new Set(partsWithin(part).map(({ id }) => id)),
      await actorsCalled(db),
    ),
  listPromisers: async () => [
    ...new Set((await Promise.all(heldPlans().map((plan) => recastParties(db, plan)))).flat()),
  ],
})
