// From a record to those that name it in one of their fields: the actions that take a recommendation up, the reports on an
// action. The names are those under which facts were written down; here nothing is compared but names and writers.
import type { Fact, FactBase } from './facts.ts'

/** What a field of a fact names. */
export const namesIn = ({ fields }: Fact, field: string): string[] => {
  const value = fields[field]
  return value === undefined || value === null ? [] : [value].flat().map(String)
}

/** Every name others may call it by: of this version and of those before it, alone or after its actor. */
export const namesOf = ({ id, externalId, actor, names = [] }: Fact): string[] =>
  [id, externalId ?? id, ...names].flatMap((name) => [name, `${actor}/${name}`])

/** Whose word on a record of `actor` counts: its own, and that of those who promised together with it. */
export const speakersFor = ({ parties }: Pick<FactBase, 'parties'>, actor: string): readonly string[] =>
  parties.includes(actor) ? parties : [actor]

type Base = Pick<FactBase, 'facts' | 'parties'>

/** The facts of `kind` by the id of the record of the kind `target` that their `field` names. */
const indexOf = (base: Base, kind: string, field: string, target: string): ReadonlyMap<string, Fact[]> => {
  const byName = new Map<string, Fact[]>()
  for (const to of [...base.facts(target).values()].flat())
    for (const name of new Set(namesOf(to))) byName.set(name, [...(byName.get(name) ?? []), to])
  const index = new Map<string, Fact[]>()
  for (const from of [...base.facts(kind).values()].flat()) {
    const meant = namesIn(from, field).flatMap((name) => {
      const bearing = (byName.get(name) ?? []).filter(
        (to) => to !== from && speakersFor(base, to.actor).includes(from.actor),
      )
      const own = bearing.filter(({ actor }) => actor === from.actor)
      const clear = own.length > 0 ? own : bearing
      return clear.length === 1 ? clear : []
    })
    for (const { id } of new Set(meant)) index.set(id, [...(index.get(id) ?? []), from])
  }
  return index
}

/**
 * Gives the facts of `kind` whose `field` names a record, by any of its names. What a stranger says of somebody's record does not
 * count. A name that several bear means its writer's own; where that does not tell, none.
 */
export const namersOf = (base: Base, kind: string, field: string): ((record: Fact) => readonly Fact[]) => {
  const indexes = new Map<string, ReadonlyMap<string, Fact[]>>()
  return (record) => {
    let index = indexes.get(record.kind)
    if (index === undefined) {
      index = indexOf(base, kind, field, record.kind)
      indexes.set(record.kind, index)
    }
    return index.get(record.id) ?? []
  }
}

/** The fields by which a rule's condition asks for those that name a record. */
export const namingFieldsIn = (node: unknown): string[] => {
  if (Array.isArray(node)) return node.flatMap(namingFieldsIn)
  if (typeof node !== 'object' || node === null) return []
  return Object.entries(node).flatMap(([key, value]) =>
    key === 'naming' && typeof value === 'string' ? [value] : namingFieldsIn(value),
  )
}
