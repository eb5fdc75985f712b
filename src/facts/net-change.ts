// What of all datums is known on a day that was not known on an earlier one, and what no longer is. Pure.
import { type Datum, knownOn } from './datum.ts'

type Versioned = Pick<Datum, 'datumId' | 'knownFrom' | 'supersedes' | 'retracts'>

export type NetChange<T extends Versioned> = {
  /** Known now; nothing of it was known then. */
  added: T[]
  /** Known then in one form, now in another. */
  replaced: { before: T; after: T }[]
  /** Known then, taken back since; `by` is the retraction. */
  retracted: { before: T; by: T | undefined }[]
}

/**
 * The net change between two days (known after `since`, by `until`): what came and went again in between is not in it.
 * `datums` are those known from a day in between, with those they supersede or retract.
 */
export const netChange = <T extends Versioned>(
  datums: readonly T[],
  since: string,
  until: string,
): NetChange<T> => {
  const before = new Map(knownOn(datums, since).map((datum) => [datum.datumId, datum]))
  const after = knownOn(datums, until)
  const isKnown = new Set(after.map((datum) => datum.datumId))
  const byId = new Map(datums.map((datum) => [datum.datumId, datum]))
  /** The datum of `before` that this one stands in the place of, over however many corrections. */
  const originOf = (datum: T): T | undefined => {
    let named = datum.supersedes
    for (let steps = 0; named !== null && steps <= datums.length; steps++) {
      const held = before.get(named)
      if (held !== undefined) return held
      named = byId.get(named)?.supersedes ?? null
    }
    return undefined
  }
  const added: T[] = []
  const replaced: NetChange<T>['replaced'] = []
  for (const datum of after) {
    if (before.has(datum.datumId)) continue
    const origin = originOf(datum)
    if (origin === undefined) added.push(datum)
    else replaced.push({ before: origin, after: datum })
  }
  const stillSaid = new Set(replaced.map((one) => one.before.datumId))
  const endedBy = new Map(
    datums
      .filter((datum) => datum.knownFrom <= until)
      .flatMap((datum) => {
        const target = datum.supersedes ?? datum.retracts
        return target === null ? [] : [[target, datum] as const]
      }),
  )
  const retracted = [...before.values()]
    .filter((datum) => !isKnown.has(datum.datumId) && !stillSaid.has(datum.datumId))
    .map((datum) => ({ before: datum, by: endedBy.get(datum.datumId) }))
  return { added, replaced, retracted }
}
