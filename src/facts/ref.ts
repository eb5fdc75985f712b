// Fields of a fact that name other things: facts by the ids their files gave them, actors, an instrument or a part of
// one. A name that leads nowhere is told where it was written, before anything is stored.
import { isInstrumentPart } from '../instruments/part.ts'
import type { KindSpec } from './kind.ts'

/** What is named, and by which field. `to`: kinds of facts, `actor`, `office` or `instrument-part`. */
export type Ref = { field: string; id: string; to: readonly string[] }

const plainTargets: ReadonlySet<string> = new Set(['actor', 'office', 'instrument-part'])

/** The kinds of facts that a field may name. */
export const refKinds = (to: readonly string[]): string[] => to.filter((one) => !plainTargets.has(one))

/** Everything a fact's body names. */
export const refsOf = (kind: KindSpec, body: Readonly<Record<string, unknown>>): Ref[] =>
  Object.entries(kind.fields).flatMap(([field, { ref }]) => {
    const value = body[field]
    if (ref === undefined || value === undefined) return []
    return (Array.isArray(value) ? value : [value]).map((id) => ({ field, id: String(id), to: ref }))
  })

/** What is there to be named: actors, and facts as `<kind>/<id>`, in the store or in the same file. */
export type Named = { actors: ReadonlySet<string>; facts: ReadonlySet<string> }

/** Whether what is named is there. An office is called what it is called. */
export const isThere = ({ id, to }: Ref, { actors, facts }: Named): boolean =>
  to.includes('office') ||
  (to.includes('actor') && actors.has(id)) ||
  (to.includes('instrument-part') && isInstrumentPart(id)) ||
  refKinds(to).some((kind) => facts.has(`${kind}/${id}`))

/** What a field takes, for whoever wrote something else. */
export const expectedRef = ({ to }: Ref): string =>
  to
    .map((one) =>
      one === 'actor'
        ? 'the id of an actor held'
        : one === 'instrument-part'
          ? 'an instrument held, or one of its actions or indicators, such as plan-id/7.1'
          : `the id of a fact of the kind "${one}"`,
    )
    .join(', or ')
