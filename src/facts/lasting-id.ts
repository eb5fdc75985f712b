// The id by which other facts name a fact, kept through its corrections: that of the first of its versions. Who names
// the plan keeps naming it when its title is put right.
import { type Datum, knownOn } from './datum.ts'

/**
 * A fact as known on a day, with what was first recorded of it. `id`: by which it is named and found among all those beside it:
 * the id its file gave it; where another has the same one, or an address cannot hold it, the one it is stored under.
 */
export type LastingFact = {
  id: string
  datum: Datum
  first: Datum
  /** Every id it was ever given, the first one first: by its files, or as stored where they gave none. */
  names: readonly string[]
  /** All versions seen that the one known takes the place of, the oldest first, and it itself. */
  versions: readonly Datum[]
}

export type LastingFacts = {
  all: LastingFact[]
  /** Facts of a kind of which a version has this id, from its file or as stored: of several actors there may be several. */
  findAll: (kind: string, id: string) => readonly LastingFact[]
  /** The same of facts of any kind. */
  findAny: (id: string) => readonly LastingFact[]
}

/** A version that is out of sight, by its names alone. */
export type VersionName = Pick<Datum, 'datumId' | 'externalId' | 'supersedes'>

const ownId = ({ externalId, datumId }: VersionName): string => externalId ?? datumId

/** Of an id that several facts have. */
const several = Symbol('several')

/** What an address holds as it is. */
const isPlain = (id: string): boolean => /^[\w.@:-]{1,120}$/.test(id)

/**
 * The facts known on `day` under their lasting ids, in the order of `datums`, which hold every version, superseded ones
 * too; of those out of sight `unseen` has the names, by which a fact goes on being named. Who corrects a fact twice on one day gives two current versions.
 */
export const lastingFacts = (
  datums: readonly Datum[],
  day: string,
  unseen: readonly VersionName[] = [],
): LastingFacts => {
  const byId = new Map(datums.map((datum) => [datum.datumId, datum]))
  /** With what it takes the place of, the oldest first; a cut of the register may lack the first. */
  const versionsOf = (datum: Datum): Datum[] => {
    const versions = [datum]
    // A fact that supersedes itself round about is refused when it is read in.
    for (let before = byId.get(datum.supersedes ?? ''); before !== undefined; ) {
      versions.push(before)
      before = byId.get(before.supersedes ?? '')
    }
    return versions.reverse()
  }
  const firstOf = (datum: Datum): Datum => (datum.supersedes === null ? datum : versionsOf(datum)[0]!)
  const unseenById = new Map(unseen.map((version) => [version.datumId, version]))
  /** What stood before the first version seen, the latest first. */
  const beforeSeen = ({ supersedes }: Datum): VersionName[] => {
    const found: VersionName[] = []
    for (let one = unseenById.get(supersedes ?? ''); one !== undefined && !found.includes(one); ) {
      found.push(one)
      one = unseenById.get(one.supersedes ?? '')
    }
    return found
  }
  // There may be tens of thousands of facts, few of them corrected.
  const ownerOfId = new Map<string, string | typeof several>()
  const own = (id: string, first: Datum): void => {
    const owner = ownerOfId.get(id)
    if (owner === undefined) ownerOfId.set(id, first.datumId)
    else if (owner !== first.datumId) ownerOfId.set(id, several)
  }
  for (const datum of datums) {
    const first = firstOf(datum)
    own(ownId(datum), first)
    if (first === datum && unseen.length > 0) for (const one of beforeSeen(first)) own(ownId(one), first)
  }
  const all = knownOn(datums, day).map((datum): LastingFact => {
    const versions = datum.supersedes === null ? [datum] : versionsOf(datum)
    const first = versions[0]!
    const names =
      datum.supersedes === null
        ? [ownId(datum)]
        : [...new Set([...beforeSeen(first).reverse(), ...versions].map(ownId))]
    const id = names[0]!
    const isOnlyOne = ownerOfId.get(id) !== several
    return { id: isOnlyOne && isPlain(id) ? id : first.datumId, datum, first, names, versions }
  })
  let named: ReadonlyMap<string, readonly LastingFact[]> | undefined
  const makeNamed = (): ReadonlyMap<string, readonly LastingFact[]> => {
    const current = new Map(all.map((fact) => [fact.first.datumId, fact]))
    const byName = new Map<string, LastingFact[]>()
    const name = (id: string, fact: LastingFact): void => {
      const others = byName.get(id)
      if (others === undefined) byName.set(id, [fact])
      else if (!others.includes(fact)) others.push(fact)
    }
    for (const datum of datums) {
      const first = firstOf(datum)
      const fact = current.get(first.datumId)
      if (fact === undefined) continue
      for (const one of [datum, ...(first === datum ? beforeSeen(datum) : [])]) {
        name(ownId(one), fact)
        name(one.datumId, fact)
      }
    }
    return byName
  }
  const findAny = (id: string): readonly LastingFact[] => {
    named ??= makeNamed()
    return named.get(id) ?? []
  }
  return { all, findAny, findAll: (kind, id) => findAny(id).filter(({ datum }) => datum.kind === kind) }
}
