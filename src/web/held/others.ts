// What the page of what others count reads, from what is held.
import type { Db } from '../../db/store.ts'
import {
  countPersonnel,
  countReviews,
  joinSpans,
  type ReviewSpans,
  reviewStatements,
} from '../../engagements/others.ts'
import { listReach, listWhole } from '../../engagements/others-store.ts'
import { knownOn } from '../../facts/datum.ts'
import { listDatums, listUnits } from '../../facts/store.ts'
import { todayIn } from '../../facts/today.ts'
import { stalenessOfEach } from '../../indicators/stale.ts'
import { reachOf } from '../../mappings/mappings.ts'
import { findActor, listActors } from '../../parties/actor-store.ts'
import { readShippedKinds } from '../../reports/shipped.ts'
import type { OthersData, OthersShown } from '../data/others.ts'
import type { Handles } from './handles.ts'
import { sourceShown } from './source.ts'
import { actorShown, factsShown } from './states.ts'

/** The unit of contributions that are counted in people, whoever counts. */
const persons = 'persons'

/** Kinds of what stands in the outcome of a review. */
const reviewed = ['review-recommendation', 'review-pledge']

const ownFigures = async (seen: Db, id: string, today: string) => {
  const units = [...(await listUnits(seen))].flatMap(([unit, state]) => (state === id ? [unit] : []))
  const said = await Promise.all(
    [id, ...units].map((actor) => listDatums(seen, { actor, kind: 'contribution' })),
  )
  const counted = knownOn(said.flat(), today).filter(({ body }) => body.unit === persons)
  return factsShown(counted, await stalenessOfEach(seen, counted))
}

const showOthers = async ({ db, seen }: Handles, id: string): Promise<OthersShown | undefined> => {
  const actor = await findActor(db, id)
  if (actor === undefined) return undefined
  const today = await todayIn(db)
  const known = async (kinds: readonly string[]) =>
    knownOn(await listDatums(seen, { actor: id, kinds }), today)
  const names = new Map((await listActors(db)).map((one) => [one.id, one.names.en?.short ?? one.id]))
  const statements = reviewStatements(await known(reviewed))
  const kinds = readShippedKinds()
  const whole = async (kind: string) =>
    joinSpans(await listWhole(seen, kind, { among: reviewed, field: 'session' }))
  const spans: ReviewSpans = {
    recommendation: await whole('review-recommendation'),
    pledge: await whole('review-pledge'),
  }
  return {
    actor: actorShown(actor),
    own: await ownFigures(seen, id, today),
    personnel: countPersonnel(await known(['mission-personnel'])).map((count) => ({
      ...count,
      source: sourceShown(count.source),
      reach: reachOf('mission-personnel', count.source?.title ?? '', kinds) ?? null,
    })),
    personnelReach: await listReach(seen, 'mission-personnel', 'year'),
    sessions: countReviews(statements, spans),
    reviewWhole: spans,
    statements: statements.map((one) => ({
      ...one,
      source: sourceShown(one.source),
      madeByName: one.madeBy === null ? null : (names.get(one.madeBy) ?? one.madeBy),
    })),
    reviewReach: [
      ...(await listReach(seen, 'review-recommendation', 'session')),
      ...(await listReach(seen, 'review-pledge', 'session')),
    ],
  }
}

/** What others count, in one world. */
export const othersHeld = (handles: Handles): OthersData => ({
  showOthers: (actor) => showOthers(handles, actor),
})
