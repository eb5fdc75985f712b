// Which facts may be published, and under which ids: what was entered here stays out, with what it superseded put back
// in its place; what is not public stays out, with what it superseded.
import { createHash } from 'node:crypto'
import type { Datum } from '../facts/datum.ts'
import { receivedAmong } from '../facts/received.ts'
import { sourceIdOf } from '../facts/source.ts'
import { canonicalText, inOrder } from '../formats/canonical.ts'
import { oneFields } from '../rules/one-record.ts'
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

/** By which names records speak of others in these fields. */
const namedIn = (datums: Iterable<Datum>, fields: readonly string[]): Set<string> =>
  new Set(
    [...datums].flatMap(({ body }) =>
      fields.flatMap((field) => (body[field] === undefined ? [] : [body[field]].flat().map(String))),
    ),
  )

/** The nearest received version from one entered here on, a step at a time. */
const firstReceived = (entered: Datum, step: (datum: Datum) => Datum | undefined): Datum | undefined => {
  const seen = new Set([entered])
  for (let one = step(entered); one !== undefined && !seen.has(one); one = step(one)) {
    if (!one.entered) return one
    seen.add(one)
  }
  return undefined
}

/**
 * For each fact of `received`, the names of versions entered here that it took the place of, or, where none did, that took its:
 * those by which facts of the release name it. What is not public gives no name.
 */
const namesLeft = (
  datums: readonly Datum[],
  received: readonly Datum[],
  fields: readonly string[],
): Map<string, string[]> => {
  const named = namedIn(received, fields)
  const byId = new Map(datums.map((datum) => [datum.datumId, datum]))
  const laterOf = new Map(
    datums.flatMap((datum) => (datum.supersedes === null ? [] : [[datum.supersedes, datum]])),
  )
  const names = new Map<string, string[]>()
  for (const datum of datums) {
    const { entered, tier, externalId, actor } = datum
    if (!entered || tier !== 'public' || externalId === null) continue
    if (!named.has(externalId) && !named.has(`${actor}/${externalId}`)) continue
    const stands =
      firstReceived(datum, ({ datumId }) => laterOf.get(datumId)) ??
      firstReceived(datum, ({ supersedes }) => byId.get(supersedes ?? ''))
    if (stands !== undefined) names.set(stands.datumId, [...(names.get(stands.datumId) ?? []), externalId])
  }
  return names
}

export type Received = {
  datums: ReleaseDatum[]
  /** Facts entered here that were left out. */
  entered: number
  /** Kinds of which something received is held that is not public, or was taken out of public sight here. */
  notPublic: Set<string>
}

const isWithheld = ({ tier, entered, supersedes, retracts }: Datum): boolean =>
  tier !== 'public' && (!entered || supersedes !== null || retracts !== null)

/**
 * Of `datums`, all known by one day, those that may be published. `naming`: the fields by which rules look for those that name a
 * record, besides those that say what is one.
 */
export const receivedOf = (datums: readonly Datum[], naming: readonly string[] = []): Received => {
  const received = receivedAmong(datums)
  const kept = new Set(received.filter((datum) => datum.tier === 'public').map((datum) => datum.datumId))
  // What something left out replaced does not come back, nor what that had replaced.
  for (let before = -1; before !== kept.size; ) {
    before = kept.size
    for (const { datumId, supersedes, retracts } of received)
      if (!kept.has(datumId)) for (const gone of [supersedes, retracts]) if (gone !== null) kept.delete(gone)
  }
  const ids = idsOf(datums)
  const names = namesLeft(
    datums,
    datums.filter(({ datumId }) => kept.has(datumId)),
    [...oneFields, ...naming],
  )
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
        ...(names.has(datum.datumId) ? { names: [...new Set(names.get(datum.datumId))].sort() } : {}),
      })),
    entered: datums.filter((datum) => datum.entered).length,
    notPublic: new Set(datums.filter(isWithheld).map((datum) => datum.kind)),
  }
}
