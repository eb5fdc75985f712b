// What is held of work on a promise: facts of the kinds in reference/implementation-kinds.yaml, as known on a day, by what they
// name. Everything else in this folder is told from it.
import type { Datum } from '../facts/datum.ts'
import type { Kinds } from '../facts/kind.ts'
import { type LastingFact, lastingFacts } from '../facts/lasting-id.ts'

/** The kinds of work on a promise. */
export const workKinds = (kinds: Kinds): string[] =>
  Object.keys(kinds).filter((kind) => kinds[kind]!.topic === 'implementation')

export type WorkFact = LastingFact & { kind: string }

export type Work = {
  /** The day whose knowledge this is, YYYY-MM-DD. */
  asOf: string
  of: (kind: string) => readonly WorkFact[]
  /** A fact of a kind, by the id of any of its versions. */
  find: (kind: string, id: string) => WorkFact | undefined
  /** Facts of a kind whose `field` names `id`, whichever version of it they name. */
  naming: (kind: string, field: string, target: WorkFact) => readonly WorkFact[]
  /** What a fact names in a field, of any of `kinds`. */
  named: (from: WorkFact, field: string, kinds: readonly string[]) => readonly WorkFact[]
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

/**
 * What `datums`, every version of the facts of work that are seen, say on `asOf`. `isKept` is asked of what is current: a fact it
 * leaves out is there no more, and no earlier version of it comes back.
 */
export const workHeld = (
  datums: readonly Datum[],
  asOf: string,
  isKept: (current: Datum) => boolean = () => true,
): Work => {
  const { all, find } = lastingFacts(datums, asOf)
  const facts = all
    .filter(({ datum }) => isKept(datum))
    .map((fact): WorkFact => ({ ...fact, kind: fact.datum.kind }))
  const byKind = Map.groupBy(facts, ({ kind }) => kind)
  const of = (kind: string): readonly WorkFact[] => byKind.get(kind) ?? []
  const findOne = (kind: string, id: string): WorkFact | undefined => {
    const fact = find(kind, id)
    return fact === undefined || !isKept(fact.datum) ? undefined : { ...fact, kind }
  }
  return {
    asOf,
    of,
    find: findOne,
    naming: (kind, field, target) =>
      of(kind).filter((fact) =>
        entriesOf(fact, field).some((id) => find(target.kind, id)?.first.datumId === target.first.datumId),
      ),
    named: (from, field, kinds) =>
      entriesOf(from, field).flatMap((id) => {
        for (const kind of kinds) {
          const fact = findOne(kind, id)
          if (fact !== undefined) return [fact]
        }
        return []
      }),
  }
}
