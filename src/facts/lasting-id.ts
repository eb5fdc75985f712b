// The id by which other facts name a fact, kept through its corrections: that of the first of its versions. Who names
// the plan keeps naming it when its title is put right.
import { type Datum, knownOn } from './datum.ts'

/** A fact as known on a day, under its lasting id, with what was first recorded of it. */
export type LastingFact = { id: string; datum: Datum; first: Datum }

const ownId = ({ externalId, datumId }: Datum): string => externalId ?? datumId

/**
 * The facts known on `day` under their lasting ids, in the order of `datums`; `find` takes the id of any version.
 * `datums` hold every version, superseded ones too. Who corrects a fact twice on one day gives two current versions.
 */
export const lastingFacts = (
  datums: readonly Datum[],
  day: string,
): { all: LastingFact[]; find: (kind: string, id: string) => LastingFact | undefined } => {
  const byId = new Map(datums.map((datum) => [datum.datumId, datum]))
  const firstOf = (datum: Datum): Datum => {
    let first = datum
    // A fact that supersedes itself round about is refused when it is read in; a cut of the register may lack the first.
    for (let before = byId.get(first.supersedes ?? ''); before !== undefined; ) {
      first = before
      before = byId.get(first.supersedes ?? '')
    }
    return first
  }
  const all = knownOn(datums, day).map((datum): LastingFact => {
    const first = firstOf(datum)
    return { id: ownId(first), datum, first }
  })
  const current = new Map(all.map((fact) => [fact.first.datumId, fact]))
  const named = new Map<string, LastingFact>()
  for (const datum of datums) {
    const fact = current.get(firstOf(datum).datumId)
    if (fact !== undefined) named.set(`${datum.kind}/${ownId(datum)}`, fact)
  }
  return { all, find: (kind, id) => named.get(`${kind}/${id}`) }
}
