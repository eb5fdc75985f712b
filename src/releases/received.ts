// Which facts may be published, and under which ids: what was entered here stays out, with what it superseded put back
// in its place; what is not public stays out, with what it superseded.
import { createHash } from 'node:crypto'
import type { Datum } from '../facts/datum.ts'
import { sourceIdOf } from '../facts/source.ts'
import { canonicalText, inOrder } from '../formats/canonical.ts'
import type { ReleaseDatum } from './release.ts'

const bodyHash = (datum: Datum): string =>
  createHash('sha256')
    .update(
      canonicalText([
        datum.subject,
        datum.heldFrom,
        datum.heldUntil,
        datum.heldEdtf,
        datum.knownFrom,
        datum.locator,
        datum.quotation,
        datum.body,
        datum.source,
      ]),
    )
    .digest('hex')
    .slice(0, 16)

/** Ids that every installation gives to the same facts: by actor, kind and the file's own id, else by content. */
const idsOf = (datums: readonly Datum[]): Map<string, string> => {
  const ids = new Map<string, string>()
  const used = new Map<string, number>()
  for (const datum of inOrder(datums, (one) => one.knownFrom, bodyHash)) {
    const name = datum.externalId ?? `~${bodyHash(datum)}`
    const id = `${datum.actor}/${datum.kind}/${name}`
    const times = (used.get(id) ?? 0) + 1
    used.set(id, times)
    ids.set(datum.datumId, times === 1 ? id : `${id}~${times}`)
  }
  return ids
}

export type Received = {
  datums: ReleaseDatum[]
  /** Facts entered here that were left out. */
  entered: number
  /** Kinds of which something received is held that is not public. */
  notPublic: Set<string>
}

/** Of `datums`, all known by one day, those that may be published. */
export const receivedOf = (datums: readonly Datum[]): Received => {
  const byId = new Map(datums.map((datum) => [datum.datumId, datum]))
  // A fact that supersedes one entered here supersedes what that one did.
  const through = (id: string | null): string | null => {
    const named = id === null ? undefined : byId.get(id)
    return named?.entered === true ? through(named.supersedes ?? named.retracts) : id
  }
  const received = datums
    .filter((datum) => !datum.entered)
    // A retraction of what was entered here, which replaced nothing received, has nothing to retract: it is no fact.
    .filter((datum) => datum.retracts === null || through(datum.retracts) !== null)
    .map((datum) => ({
      ...datum,
      supersedes: through(datum.supersedes),
      retracts: through(datum.retracts),
    }))
  const kept = new Set(received.filter((datum) => datum.tier === 'public').map((datum) => datum.datumId))
  // What something left out replaced does not come back, nor what that had replaced.
  for (let before = -1; before !== kept.size; ) {
    before = kept.size
    for (const { datumId, supersedes, retracts } of received)
      if (!kept.has(datumId)) for (const gone of [supersedes, retracts]) if (gone !== null) kept.delete(gone)
  }
  const ids = idsOf(datums)
  const named = (id: string | null): string | null => (id !== null && kept.has(id) ? ids.get(id)! : null)
  return {
    datums: received
      .filter((datum) => kept.has(datum.datumId))
      // A retraction of something that is not in the file says nothing.
      .filter((datum) => datum.retracts === null || kept.has(datum.retracts))
      .map((datum) => ({
        id: ids.get(datum.datumId)!,
        actor: datum.actor,
        kind: datum.kind,
        externalId: datum.externalId,
        subject: datum.subject,
        heldFrom: datum.heldFrom,
        heldUntil: datum.heldUntil,
        heldEdtf: datum.heldEdtf,
        knownFrom: datum.knownFrom,
        supersedes: named(datum.supersedes),
        retracts: named(datum.retracts),
        source: datum.source === null ? null : sourceIdOf(datum.source),
        locator: datum.locator,
        quotation: datum.quotation,
        language: datum.language,
        fields: datum.body,
      })),
    entered: datums.filter((datum) => datum.entered).length,
    notPublic: new Set(received.filter((datum) => datum.tier !== 'public').map((datum) => datum.kind)),
  }
}
