// What is held of work on a promise: facts of the kinds in reference/implementation-kinds.yaml, as known on a day, by what they
// name. Everything else in this folder is told from it.
import type { Datum } from '../facts/datum.ts'
import type { Kinds } from '../facts/kind.ts'
import { type LastingFact, lastingFacts, type VersionName } from '../facts/lasting-id.ts'
import { meantAmong, type Owning, ownAlone } from '../facts/meant.ts'
import { refKinds, saysOfIt } from '../facts/ref.ts'

/** The kinds of work on a promise. */
export const workKinds = (kinds: Kinds): string[] =>
  Object.keys(kinds).filter((kind) => kinds[kind]!.topic === 'implementation')

export type WorkFact = LastingFact & { kind: string }

export type Work = {
  /** The day whose knowledge this is, YYYY-MM-DD. */
  asOf: string
  of: (kind: string) => readonly WorkFact[]
  /** The one fact of a kind that has this id, of any of its versions; undefined where several have it. */
  find: (kind: string, id: string) => WorkFact | undefined
  /** Every fact of a kind that has this id, of any of its versions. */
  findAll: (kind: string, id: string) => readonly WorkFact[]
  /** What a fact means by `id` in a field that may name `kinds`. */
  means: (from: WorkFact, field: string, id: string, kinds: readonly string[]) => WorkFact | undefined
  /** Facts of a kind whose `field` names `target`, whichever version of it they name. */
  naming: (kind: string, field: string, target: WorkFact) => readonly WorkFact[]
  /** What a fact names in a field, of any of `kinds`. */
  named: (from: WorkFact, field: string, kinds: readonly string[]) => readonly WorkFact[]
  /** The same as if nothing had been taken back: what facts go on naming though it was withdrawn. */
  withWithdrawn: () => Work
}

/** The entries of a field that is a text or a list; none where it says nothing. */
export const entriesOf = ({ datum }: { datum: Datum }, field: string): string[] => {
  const value = datum.body[field]
  return Array.isArray(value) ? value.map(String) : typeof value === 'string' ? [value] : []
}

export const textIn = ({ datum }: { datum: Datum }, field: string): string | null => {
  const value = datum.body[field]
  return typeof value === 'string' ? value : null
}

export const numberIn = ({ datum }: { datum: Datum }, field: string): number | null => {
  const value = datum.body[field]
  return typeof value === 'number' ? value : null
}

/** By the day a field tells, as it is written; on one day in the order in which they were first recorded. */
export const byDayIn =
  (field: string) =>
  (a: WorkFact, b: WorkFact): number => {
    const key = (one: WorkFact) => [textIn(one, field) ?? '', one.first.recordedAt, one.first.datumId]
    const [of, other] = [key(a), key(b)]
    const at = of.findIndex((part, i) => part !== other[i])
    return at === -1 ? 0 : of[at]! < other[at]! ? -1 : 1
  }

/** `isKept` is asked of what is current: a fact it leaves out is there no more, and no earlier version of it comes back. */
export type WorkOptions = {
  isKept?: (current: Datum) => boolean
  owning?: Owning
  /** Versions out of sight, by which facts go on being named. */
  unseen?: readonly VersionName[]
}

/**
 * What `datums`, every version of the facts of work that are seen, say on `asOf`. What says something of a fact, as a report says
 * it of its action, counts only where that fact is its writer's own, by `owning`; what names several things alike names none.
 */
export const workHeld = (datums: readonly Datum[], asOf: string, options: WorkOptions = {}): Work => {
  const { isKept = () => true, owning = ownAlone, unseen = [] } = options
  const { all, findAll } = lastingFacts(datums, asOf, unseen)
  const facts = all
    .filter(({ datum }) => isKept(datum))
    .map((fact): WorkFact => {
      const versions = fact.versions.filter(isKept)
      return { ...fact, kind: fact.datum.kind, first: versions[0]!, versions }
    })
  const byId = new Map(facts.map((fact) => [fact.id, fact]))
  const byKind = Map.groupBy(facts, ({ kind }) => kind)
  const of = (kind: string): readonly WorkFact[] => byKind.get(kind) ?? []
  const findKept = (kind: string, id: string): WorkFact[] =>
    findAll(kind, id).flatMap((fact) => byId.get(fact.id) ?? [])
  const meant = meantAmong(findKept, owning)
  const means = (from: WorkFact, field: string, id: string, kinds: readonly string[]): WorkFact[] => {
    const [found, another] = meant.facts(from.datum, kinds, id)
    if (found === undefined || another !== undefined) return []
    const spec = owning.kinds[from.kind]?.fields[field]
    const isSaidOfIt = spec === undefined ? !Array.isArray(from.datum.body[field]) : saysOfIt(spec)
    if (isSaidOfIt && !meant.isOwn(from.datum.actor, found)) return []
    return [byId.get(found.id)!]
  }
  const indexes = new Map<string, Map<string, WorkFact[]>>()
  /** The facts of a kind by the id of what their field names. */
  const indexOf = (kind: string, field: string, to: string): ReadonlyMap<string, readonly WorkFact[]> => {
    const kinds = refKinds(owning.kinds[kind]?.fields[field]?.ref ?? [to])
    const key = `${kind}/${field}/${kinds.join(',')}`
    const held = indexes.get(key)
    if (held !== undefined) return held
    const index = new Map<string, WorkFact[]>()
    for (const fact of of(kind)) {
      const named = entriesOf(fact, field).flatMap((id) => means(fact, field, id, kinds))
      for (const { id } of new Set(named)) {
        const others = index.get(id)
        if (others === undefined) index.set(id, [fact])
        else others.push(fact)
      }
    }
    indexes.set(key, index)
    return index
  }
  let whole: Work | undefined
  const work: Work = {
    asOf,
    of,
    find: (kind, id) => {
      const found = findKept(kind, id)
      return found.length === 1 ? found[0] : undefined
    },
    findAll: findKept,
    means: (from, field, id, kinds) => means(from, field, id, kinds)[0],
    naming: (kind, field, target) => indexOf(kind, field, target.kind).get(target.id) ?? [],
    named: (from, field, kinds) => entriesOf(from, field).flatMap((id) => means(from, field, id, kinds)),
    withWithdrawn: () => {
      if (whole !== undefined) return whole
      const kept = datums.filter(({ retracts }) => retracts === null)
      whole = kept.length === datums.length ? work : workHeld(kept, asOf, options)
      return whole
    },
  }
  return work
}
