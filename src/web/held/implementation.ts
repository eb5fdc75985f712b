// How promises are carried out, as its reader sees the facts of it.
import { owningIn } from '../../facts/owning.ts'
import { listDatums } from '../../facts/store.ts'
import { todayIn } from '../../facts/today.ts'
import { type Work, workHeld } from '../../implementation/held.ts'
import { heldPlans, lawOf, recastParties } from '../../indicators/plans.ts'
import { partsWithin } from '../../instruments/part.ts'
import { findShippedInstrument } from '../../instruments/read.ts'
import { readShippedKinds } from '../../reports/shipped.ts'
import type { ImplementationData } from '../data/implementation.ts'
import { actorsCalled } from './actor-names.ts'
import type { Reader } from './handles.ts'
import {
  findWork,
  implementationOf,
  kindsOfWork,
  servingShownOf,
  workShownOf,
} from './implementation-shown.ts'
import { submissionsOf } from './submissions.ts'

const readWork = async ({ db, seen }: Pick<Reader, 'db' | 'seen'>, today: string): Promise<Work> =>
  workHeld(await listDatums(seen, { kinds: kindsOfWork() }), today, {
    owning: await owningIn(db, readShippedKinds()),
  })

export const implementationHeld = ({ db, seen }: Pick<Reader, 'db' | 'seen'>): ImplementationData => ({
  showImplementation: async (instrument) => {
    if (findShippedInstrument(instrument) === undefined) return undefined
    const held = heldPlans().find(({ rules }) => rules.id === instrument)
    return implementationOf(await readWork({ db, seen }, await todayIn(db)), instrument, {
      actors: await actorsCalled(db),
      parties: held === undefined ? [] : (await lawOf(db, held)).parties,
    })
  },
  showWork: async (id) => {
    const work = await readWork({ db, seen }, await todayIn(db))
    const fact = findWork(work, id)
    if (fact === undefined) return undefined
    const submissionOf = await submissionsOf(db, [`fact:${fact.datum.actor}/${fact.datum.datumId}`])
    const shown = workShownOf(work, fact, { actors: await actorsCalled(db), submissionOf })
    // A part of an instrument that is held no more is told by its id, and has no page.
    const isHeld = (instrument: string): boolean => findShippedInstrument(instrument) !== undefined
    return { ...shown, instruments: shown.instruments.filter(isHeld) }
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
