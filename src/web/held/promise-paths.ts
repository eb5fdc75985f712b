// Where promises, and the facts that met them, stand: on the page of a State's ministry, on that of an indicator, or
// among the facts of a State.
import type { Db } from '../../db/store.ts'
import type { DutyOwed, MetBy } from '../../duties/owed.ts'
import { type ActorsKnown, placeOf, stateOf } from '../../engagements/engagement.ts'
import type { Datum } from '../../facts/datum.ts'
import { listDatums } from '../../facts/store.ts'
import { listActors } from '../../parties/actor-store.ts'
import { readShippedKinds } from '../../reports/shipped.ts'
import { mostOfKind } from '../../search/records.ts'
import { readManyOfKind } from '../../search/store.ts'

export type PromisePaths = {
  /** The page of the promise itself: its fact, or the indicator that counts it; null where no page shows it. */
  promise: (owed: DutyOwed) => string | null
  /** The page of what met a promise; undefined for what met something else. */
  metBy: (by: MetBy) => string | null | undefined
}

/** A promise has owners; a duty of a treaty or plan is of its actor alone. */
const isPromise = ({ owners }: DutyOwed): boolean => owners !== undefined

/** Paths of the promises among `owed`, and of the facts that met them. */
export const promisePaths = async (db: Db, owed: readonly DutyOwed[]): Promise<PromisePaths> => {
  const promises = owed.filter(isPromise)
  const ids = promises.flatMap(({ datumIds, metBy }) => [
    ...datumIds,
    ...metBy.flatMap(({ id, type }) => (type === 'datum' ? [id] : [])),
  ])
  const kinds = readShippedKinds()
  const actors = new Map((await listActors(db)).map((actor) => [actor.id, actor]))
  const known: ActorsKnown = {
    parentOf: (id) => actors.get(id)?.parent ?? null,
    isState: (id) => actors.get(id)?.kind === 'state',
  }
  const found = ids.length === 0 ? [] : await listDatums(db, { datumIds: [...new Set(ids)] })
  const many = await readManyOfKind(db, mostOfKind, [...new Set(found.map(({ actor }) => actor))])
  const pathOf = (datum: Datum): string | null => {
    const asked = many.has(`${datum.actor}/${datum.kind}`) ? `?facts=${datum.kind}` : ''
    if (kinds[datum.kind]?.topic === undefined)
      return known.isState(datum.actor) ? `/states/${datum.actor}${asked}#fact-${datum.datumId}` : null
    if (kinds[datum.kind]?.topic === 'implementation') return `/implementation/${datum.datumId}`
    const state = stateOf(datum, known)
    return state === undefined
      ? null
      : `/ministries/${state}${asked}#${placeOf(datum.externalId ?? datum.datumId)}`
  }
  const paths = new Map(found.map((datum) => [datum.datumId, pathOf(datum)]))
  // A recorded vote stands among the votes of whose resolution it was.
  for (const { actor, metBy } of promises)
    for (const { id, kind } of metBy)
      if (kind === 'roll-call') paths.set(id, known.isState(actor) ? `/ministries/${actor}#votes` : null)
  return {
    promise: (one) =>
      !isPromise(one)
        ? null
        : one.datumIds.length === 0
          ? `/plans/${one.duty}`
          : (paths.get(one.datumIds[0]!) ?? null),
    metBy: ({ id }) => paths.get(id),
  }
}
