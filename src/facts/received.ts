// What of the facts was received: what was entered here stays out, and what it superseded stands again in its place.
import type { Datum } from './datum.ts'

/**
 * Of `datums` those received, each superseding or retracting what was received before it. Whoever takes a fact out of public
 * sight here (a correction or a withdrawal above the public tier) takes the received ones before it away as well: what is
 * sealed does not come back for having been sealed at a desk. A withdrawal of nothing received is left out.
 */
export const receivedAmong = (datums: readonly Datum[]): Datum[] => {
  const byId = new Map(datums.map((datum) => [datum.datumId, datum]))
  const before = ({ supersedes, retracts }: Datum): string | null => supersedes ?? retracts
  const through = (id: string | null): string | null => {
    const named = id === null ? undefined : byId.get(id)
    return named?.entered === true ? through(before(named)) : id
  }

  const replaced = new Set(datums.flatMap((datum) => before(datum) ?? []))
  const sealed = new Set<string>()
  for (const last of datums)
    if (last.entered && last.tier !== 'public' && !replaced.has(last.datumId))
      for (
        let one = byId.get(before(last) ?? '');
        one !== undefined && !sealed.has(one.datumId);
        one = byId.get(before(one) ?? '')
      )
        sealed.add(one.datumId)

  return datums
    .filter(({ entered, datumId }) => !entered && !sealed.has(datumId))
    .filter(({ retracts }) => retracts === null || through(retracts) !== null)
    .map((datum) => ({
      ...datum,
      supersedes: through(datum.supersedes),
      retracts: through(datum.retracts),
    }))
}
