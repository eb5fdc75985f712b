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
  /** All versions seen that the one known takes the place of, the oldest first, and it itself. */
  versions: readonly Datum[]
}

export type LastingFacts = {
  all: LastingFact[]
  /** Facts of a kind of which a version has this id, from its file or as stored: of several actors there may be several. */
  findAll: (kind: string, id: string) => readonly LastingFact[]
}

/** A version that is out of sight, by its names alone. */
export type VersionName = Pick<Datum, 'datumId' | 'externalId' | 'supersedes'>

const ownId = ({ externalId, datumId }: VersionName): string => externalId ?? datumId

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
  const firstOf = (datum: Datum): Datum => versionsOf(datum)[0]!
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
  const ownersOfId = new Map<string, Set<string>>()
  for (const datum of datums) {
    const first = firstOf(datum)
    for (const one of [datum, ...(first === datum ? beforeSeen(first) : [])]) {
      const firsts = ownersOfId.get(ownId(one)) ?? new Set()
      ownersOfId.set(ownId(one), firsts.add(first.datumId))
    }
  }
  const all = knownOn(datums, day).map((datum): LastingFact => {
    const versions = versionsOf(datum)
    const first = versions[0]!
    const id = ownId(beforeSeen(first).at(-1) ?? first)
    const isOnlyOne = ownersOfId.get(id)!.size === 1
    return { id: isOnlyOne && isPlain(id) ? id : first.datumId, datum, first, versions }
  })
  const current = new Map(all.map((fact) => [fact.first.datumId, fact]))
  const named = new Map<string, LastingFact[]>()
  for (const datum of datums) {
    const fact = current.get(firstOf(datum).datumId)
    if (fact === undefined) continue
    const versions = [datum, ...(firstOf(datum) === datum ? beforeSeen(datum) : [])]
    for (const id of new Set(versions.flatMap((one) => [ownId(one), one.datumId]))) {
      const key = `${datum.kind}/${id}`
      const others = named.get(key) ?? []
      if (!others.includes(fact)) named.set(key, [...others, fact])
    }
  }
  return { all, findAll: (kind, id) => named.get(`${kind}/${id}`) ?? [] }
}
