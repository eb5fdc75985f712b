// Which facts of work on promises belong to an instrument: those that name it or a part of it, and those that name such a
// fact, in whatever version, as a step names its action and a task its decision. Pages and releases decide it alike.
import type { Kinds } from '../facts/kind.ts'
import { refKinds, refsOf } from '../facts/ref.ts'
import { isPartOf, planKind } from './plan-of-work.ts'

/** One version of a fact, as stored or as a release holds it. `id` is its own; others name it by `externalId`. */
export type WorkVersion = {
  id: string
  externalId: string | null
  kind: string
  supersedes: string | null
  retracts: string | null
  fields: Readonly<Record<string, unknown>>
}

/**
 * Whether what a field of a kind may name (`to`) makes a fact belong where that does: its plan, action, body, meeting or
 * study, what it serves or takes up. Not who sees to it, nor what of its own kind is to be done before.
 */
export const leadsOn = (kind: string, to: readonly string[]): boolean =>
  refKinds(to).length > 0 && !to.includes('actor') && !to.includes('office') && !to.includes(kind)

/** Everything reached from `starts`, those among it; `behind` gives what follows as soon as one is reached. */
export const reachedFrom = (
  starts: readonly string[],
  behind: ReadonlyMap<string, readonly string[]>,
): Set<string> => {
  const reached = new Set<string>()
  const left = [...starts]
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    if (reached.has(next)) continue
    reached.add(next)
    left.push(...(behind.get(next) ?? []))
  }
  return reached
}

/**
 * The ids of those of `versions` that belong to `instrument`. What corrects or takes back a fact belongs where that does. Facts of
 * kinds that are not in `kinds` belong nowhere. The plan of an action that carries out a part comes with it, but not the rest of that
 * plan.
 */
export const belongingTo = (
  instrument: string,
  versions: readonly WorkVersion[],
  kinds: Kinds,
): ReadonlySet<string> => {
  const byName = Map.groupBy(versions, ({ kind, id, externalId }) => `${kind}/${externalId ?? id}`)
  const byId = new Map(versions.map((version) => [version.id, version]))
  // Whom each version speaks for: the versions that belong as soon as the one they name does.
  const behind = new Map<string, string[]>()
  const lead = (from: string, to: string): void => {
    const held = behind.get(from)
    if (held === undefined) behind.set(from, [to])
    else held.push(to)
  }
  const found: string[] = []
  const plans: string[] = []
  for (const version of versions) {
    const { id, kind, supersedes, retracts, fields } = version
    const spec = kinds[kind]
    if (spec === undefined) continue
    for (const other of [supersedes, retracts])
      if (other !== null && byId.has(other)) {
        lead(other, id)
        lead(id, other)
      }
    const refs = refsOf(spec, fields)
    const namesIt = refs.some(
      ({ to, id: part }) => to.includes('instrument-part') && isPartOf(instrument, part),
    )
    if (namesIt) found.push(id)
    for (const ref of refs) {
      const named = ref.to.flatMap((to) => byName.get(`${to}/${ref.id}`) ?? [])
      if (leadsOn(kind, ref.to)) for (const one of named) lead(one.id, id)
      if (namesIt && ref.to.includes(planKind)) plans.push(...named.map((one) => one.id))
    }
  }
  return new Set([...reachedFrom(found, behind), ...plans])
}
