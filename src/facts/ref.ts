// Fields of a fact that name other things: facts by the ids their files gave them, actors, an instrument or a part of
// one. A name that leads nowhere is told where it was written, before anything is stored.
import type { FieldSpec, KindSpec } from './kind.ts'

/**
 * What is named, and by which field. `to`: kinds of facts, `actor`, `office` or `instrument-part`. `isSaidOfIt`: the field says
 * something of what it names (`saysOfIt`).
 */
export type Ref = { field: string; id: string; to: readonly string[]; isSaidOfIt: boolean }

const plainTargets: ReadonlySet<string> = new Set(['actor', 'office', 'instrument-part'])

/** The kinds of facts that a field may name. */
export const refKinds = (to: readonly string[]): string[] => to.filter((one) => !plainTargets.has(one))

/**
 * Whether a field says something of what it names, rather than only pointing at it: one fact or promise is named. A list of what was
 * served, needed or helped with only points.
 */
export const saysOfIt = ({ type, ref = [] }: FieldSpec): boolean =>
  type === 'text' && (refKinds(ref).length > 0 || ref.includes('instrument-part'))

/** Everything a fact's body names. */
export const refsOf = (kind: KindSpec, body: Readonly<Record<string, unknown>>): Ref[] =>
  Object.entries(kind.fields).flatMap(([field, spec]) => {
    const { ref } = spec
    const value = body[field]
    if (ref === undefined || value === undefined) return []
    return (Array.isArray(value) ? value : [value]).map((id) => ({
      field,
      id: String(id),
      to: ref,
      isSaidOfIt: saysOfIt(spec),
    }))
  })

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
