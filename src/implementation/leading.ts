// To which promises a record leads by everything it names: what it serves, the body that met, the action it was a step
// of. The same way as `belonging.ts`, from the record's side.
import type { Kinds } from '../facts/kind.ts'
import { type Ref, refKinds, refsOf } from '../facts/ref.ts'
import { leadsOn } from './belonging.ts'

/** A fact as it stands; others name it by `externalId`. */
export type LeadingFact = {
  id: string
  actor: string
  kind: string
  externalId: string | null
  fields: Readonly<Record<string, unknown>>
}

/** A name by which a fact goes on being named after a correction: of the version `id`, which `later` superseded. */
export type EarlierName = { id: string; kind: string; externalId: string | null; later: string }

/**
 * Gives, for a fact of `facts`, the instruments and parts of instruments that it leads to, sorted, and what it points at
 * in a list that leads to none. Facts that are not among them lead nowhere; a name that several
 * facts of others bear names none.
 */
export const leadingOf = (
  facts: readonly LeadingFact[],
  kinds: Kinds,
  earlier: readonly EarlierName[] = [],
): ((id: string) => readonly string[]) => {
  const byId = new Map(facts.map((fact) => [fact.id, fact]))
  const laterOf = new Map(earlier.map(({ id, later }) => [id, later]))
  const standing = (id: string): LeadingFact | undefined => {
    let at: string | undefined = id
    while (at !== undefined && !byId.has(at)) at = laterOf.get(at)
    return at === undefined ? undefined : byId.get(at)
  }
  const byName = new Map<string, Set<LeadingFact>>()
  const call = (kind: string, name: string, fact: LeadingFact | undefined): void => {
    if (fact === undefined) return
    const key = `${kind}/${name}`
    byName.set(key, (byName.get(key) ?? new Set()).add(fact))
  }
  for (const fact of facts) call(fact.kind, fact.externalId ?? fact.id, fact)
  for (const { id, kind, externalId } of earlier) call(kind, externalId ?? id, standing(id))

  const named = (from: LeadingFact, kind: string, name: string): LeadingFact | undefined => {
    const bearing = [...(byName.get(`${kind}/${name}`) ?? [])]
    const own = bearing.filter(({ actor }) => actor === from.actor)
    const meant = own.length > 0 ? own : bearing
    return meant.length === 1 ? meant[0] : undefined
  }
  const partsBy = (fact: LeadingFact, { id, to }: Ref, way: ReadonlySet<string>): string[] => {
    const kindsNamed = refKinds(to)
    const found = kindsNamed.flatMap((kind) => named(fact, kind, id) ?? [])
    if (found.length === 0) return to.includes('instrument-part') ? [id] : []
    if (!leadsOn(fact.kind, to)) return []
    return found.filter((next) => !way.has(next.id)).flatMap((next) => partsOf(next, way))
  }
  const partsOf = (fact: LeadingFact, before: ReadonlySet<string>): string[] => {
    const way = new Set([...before, fact.id])
    return refsIn(fact).flatMap((ref) => partsBy(fact, ref, way))
  }
  const refsIn = (fact: LeadingFact): Ref[] => {
    const spec = kinds[fact.kind]
    return spec === undefined ? [] : refsOf(spec, fact.fields)
  }
  return (id) => {
    const fact = byId.get(id)
    if (fact === undefined) return []
    const all = refsIn(fact).flatMap((ref) => {
      const parts = partsBy(fact, ref, new Set([id]))
      return parts.length === 0 && !ref.isSaidOfIt && leadsOn(fact.kind, ref.to) ? [ref.id] : parts
    })
    return [...new Set(all)].sort()
  }
}
