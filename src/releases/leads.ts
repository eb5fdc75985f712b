// What a release says of the promises its records lead to, proven as far as the file goes: by what each record names itself, and by
// the bodies, actions and plans that stand in the file. Of those of other promises, which do not, nothing can be proven.
import { knownOn } from '../facts/datum.ts'
import { type Ref, refKinds, refsOf } from '../facts/ref.ts'
import { leadsOn } from '../implementation/belonging.ts'
import { otherInstruments } from '../rules/field-check.ts'
import type { Finding } from './findings.ts'
import type { ReleaseDatum, ReleasePayload } from './release.ts'
import { kindsOfWorkIn } from './work.ts'

/** `parts`: what it surely leads to. `isWhole`: nothing it names, directly or through others, stands outside the file. */
type Led = { parts: Set<string>; isWhole: boolean }

/** The facts of work that stand on the day, and by which of its versions' names each may be named. */
const standingIn = (payload: ReleasePayload, all: readonly ReleaseDatum[]) => {
  const byId = new Map(all.map((fact) => [fact.id, fact]))
  const stands = knownOn(
    all.map((fact) => ({ ...fact, datumId: fact.id })),
    payload.knownOn,
  )
  const named = new Map<string, ReleaseDatum[]>()
  for (const fact of stands)
    for (
      let version: ReleaseDatum | undefined = byId.get(fact.id);
      version !== undefined;
      version = byId.get(version.supersedes ?? '')
    ) {
      const key = `${fact.kind}/${version.externalId ?? version.id}`
      named.set(key, [...(named.get(key) ?? []), fact])
    }
  return { stands, named: (kind: string, name: string) => named.get(`${kind}/${name}`) ?? [] }
}

/**
 * Records whose `leadsTo` is not what they and the facts in the file lead to. None of a release whose rules ask nobody which promise a
 * record is for, or that was made before it was told.
 */
export const checkLeads = (payload: ReleasePayload): Finding[] => {
  const others = payload.let[otherInstruments]
  if (!Array.isArray(others) || payload.datums.every(({ leadsTo }) => leadsTo === undefined)) return []
  const instruments = new Set([payload.instrument.id, ...others.map(String)])
  const kinds = kindsOfWorkIn({ ...payload.kinds, ...payload.work?.kinds })
  const facts = [...payload.datums, ...(payload.work?.facts ?? [])].filter(({ kind }) =>
    Object.hasOwn(kinds, kind),
  )
  const { stands, named } = standingIn(payload, facts)
  const isPart = (id: string): boolean => instruments.has(id.split('/')[0]!)

  const ledBy = (from: ReleaseDatum, ref: Ref, way: ReadonlySet<string>): Led => {
    const unknown: Led = { parts: new Set(), isWhole: false }
    const found = refKinds(ref.to).flatMap((kind) => named(kind, ref.id))
    if (found.length === 0)
      return ref.to.includes('instrument-part') && isPart(ref.id)
        ? { parts: new Set([ref.id]), isWhole: true }
        : unknown
    const [own, another] = found.filter(({ actor }) => actor === from.actor)
    // Of a name that others bear the file may hold one bearer, and not the next.
    if (own === undefined || another !== undefined) return unknown
    if (!leadsOn(from.kind, ref.to) || way.has(own.id)) return { parts: new Set(), isWhole: true }
    return leadOf(own, way)
  }
  const leadOf = (fact: ReleaseDatum, before: ReadonlySet<string>): Led => {
    const way = new Set([...before, fact.id])
    const leading = refsOf(kinds[fact.kind]!, fact.fields).filter(
      ({ to }) => to.includes('instrument-part') || leadsOn(fact.kind, to),
    )
    const led = leading.map((ref) => ledBy(fact, ref, way))
    return {
      parts: new Set(led.flatMap(({ parts }) => [...parts])),
      isWhole: led.every(({ isWhole }) => isWhole),
    }
  }
  const standing = new Set(stands.map(({ id }) => id))
  return payload.datums.flatMap((datum): Finding[] => {
    if (!Object.hasOwn(kinds, datum.kind) || !standing.has(datum.id)) return []
    const { parts, isWhole } = leadOf(datum, new Set())
    const told = new Set(datum.leadsTo ?? [])
    const missing = [...parts].filter((part) => !told.has(part)).sort()
    const superfluous = isWhole ? [...told].filter((part) => !parts.has(part)).sort() : []
    const place = `fact ${datum.id}`
    return [
      ...missing.map((part) => ({ part, message: `leads to ${part}, which is not said of it` })),
      ...superfluous.map((part) => ({ part, message: `nothing it names leads to ${part}` })),
    ].map(({ message }) => ({ check: 'reference' as const, place, message }))
  })
}
