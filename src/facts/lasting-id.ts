// The id by which other facts name a fact, kept through its corrections: that of the first of its versions. Who names
// the plan keeps naming it when its title is put right.
import { type Datum, knownOn } from './datum.ts'

/**
 * A fact as known on a day, with what was first recorded of it. `id`: by which it is named and found among all those beside it:
 * the id its file gave it; where another has the same one, or an address cannot hold it, the one it is stored under.
 */
export type LastingFact = { id: string; datum: Datum; first: Datum }

export type LastingFacts = {
  all: LastingFact[]
  /** Facts of a kind of which a version has this id, from its file or as stored: of several actors there may be several. */
  findAll: (kind: string, id: string) => readonly LastingFact[]
}

const ownId = ({ externalId, datumId }: Datum): string => externalId ?? datumId

/** What an address holds as it is. */
const isPlain = (id: string): boolean => /^[\w.@:-]{1,120}$/.test(id)

/**
 * The facts known on `day` under their lasting ids, in the order of `datums`, which hold every version, superseded ones
 * too. Who corrects a fact twice on one day gives two current versions.
 */
export const lastingFacts = (datums: readonly Datum[], day: string): LastingFacts => {
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
  const ownersOfId = new Map<string, Set<string>>()
  for (const datum of datums) {
    const firsts = ownersOfId.get(ownId(datum)) ?? new Set()
    ownersOfId.set(ownId(datum), firsts.add(firstOf(datum).datumId))
  }
  const all = knownOn(datums, day).map((datum): LastingFact => {
    const first = firstOf(datum)
    const id = ownId(first)
    const isOnlyOne = ownersOfId.get(id)!.size === 1
    return { id: isOnlyOne && isPlain(id) ? id : first.datumId, datum, first }
  })
  const current = new Map(all.map((fact) => [fact.first.datumId, fact]))
  const named = new Map<string, LastingFact[]>()
  for (const datum of datums) {
    const fact = current.get(firstOf(datum).datumId)
    if (fact === undefined) continue
    for (const id of new Set([ownId(datum), datum.datumId])) {
      const key = `${datum.kind}/${id}`
      const others = named.get(key) ?? []
      if (!others.includes(fact)) named.set(key, [...others, fact])
    }
  }
  return { all, findAll: (kind, id) => named.get(`${kind}/${id}`) ?? [] }
}
