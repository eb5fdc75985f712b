// Which facts of work on promises belong to an instrument: those that name it or a part of it, and those that name such a
// fact, in whatever version, as a step names its action and a task its decision.
import type { Kinds } from '../facts/kind.ts'
import { refsOf } from '../facts/ref.ts'
import { isPartOf } from './plan-of-work.ts'

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
 * The ids of those of `versions` that belong to `instrument`. What corrects or takes back a fact belongs where that does. Facts of
 * kinds that are not in `kinds` belong nowhere.
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
  for (const version of versions) {
    const { id, kind, supersedes, retracts, fields } = version
    const spec = kinds[kind]
    if (spec === undefined) continue
    for (const other of [supersedes, retracts])
      if (other !== null && byId.has(other)) {
        lead(other, id)
        lead(id, other)
      }
    for (const ref of refsOf(spec, fields)) {
      if (ref.to.includes('instrument-part') && isPartOf(instrument, ref.id)) found.push(id)
      for (const to of ref.to) for (const named of byName.get(`${to}/${ref.id}`) ?? []) lead(named.id, id)
    }
  }
  const belonging = new Set<string>()
  for (let next = found.pop(); next !== undefined; next = found.pop()) {
    if (belonging.has(next)) continue
    belonging.add(next)
    found.push(...(behind.get(next) ?? []))
  }
  return belonging
}
