// What is held of an actor that its page may tell: facts under ids that last, and the sections its office wrote.
import type { Db } from '../db/store.ts'
import { type Engagement, engagementKinds, engagementOf, relationTo } from '../engagements/engagement.ts'
import { type Datum, knownOn } from '../facts/datum.ts'
import { receivedAmong } from '../facts/received.ts'
import { listDatums } from '../facts/store.ts'
import { type HeldActor, listActors } from '../parties/actor-store.ts'
import { readShippedKinds } from '../reports/shipped.ts'

/** The kind whose facts are sections that an office wrote. */
const sectionKind = 'page-section'

/** A field of a fact that holds words; null where it holds none. */
export const textOf = (datum: Datum, field: string): string | null => {
  const value = datum.body[field]
  return typeof value === 'string' && value !== '' ? value : null
}

/** The entries of a field; one value is a list of one. */
export const listOf = (datum: Datum, field: string): string[] => [datum.body[field] ?? []].flat().map(String)

/** The ids under which each current fact was ever held, the first one first; by datum. */
const idsOf = (datums: readonly Datum[]): ReadonlyMap<string, string[]> => {
  const byId = new Map(datums.map((datum) => [datum.datumId, datum]))
  const idsBefore = (datum: Datum, seen: ReadonlySet<string>): string[] => {
    const before = datum.supersedes === null ? undefined : byId.get(datum.supersedes)
    const own = datum.externalId ?? datum.datumId
    return before === undefined || seen.has(before.datumId)
      ? [own]
      : [...idsBefore(before, new Set([...seen, before.datumId])), own]
  }
  return new Map(datums.map((datum) => [datum.datumId, [...new Set(idsBefore(datum, new Set()))]]))
}

/** A fact under the id it has had from the beginning. */
export type Lasting = { engagement: Engagement; id: string; alsoCalled: string[] }

/** What an actor's page can be made of. */
export type Held = {
  facts: Lasting[]
  sections: Datum[]
  /** Every id that a current section has had. */
  sectionIds: string[]
  outOfSight: ReadonlySet<string>
  actors: ReadonlyMap<string, HeldActor>
}

/** Ids of what was public or not, whose last correction or withdrawal is above the public tier. */
const outOfSightIn = (datums: readonly Datum[]): Set<string> => {
  const byId = new Map(datums.map((datum) => [datum.datumId, datum]))
  const before = ({ supersedes, retracts }: Datum): string | null => supersedes ?? retracts
  const replaced = new Set(datums.flatMap((datum) => before(datum) ?? []))
  const sealed = new Set<Datum>()
  for (const last of datums.filter(({ tier, datumId }) => tier !== 'public' && !replaced.has(datumId)))
    for (
      let one: Datum | undefined = last;
      one !== undefined && !sealed.has(one);
      one = byId.get(before(one) ?? '')
    )
      sealed.add(one)
  return new Set([...sealed].flatMap(({ externalId, datumId }) => [externalId ?? datumId, datumId]))
}

/** What is known today of an actor and public; with what was entered here, for a preview. */
export const readHeld = async (
  db: Db,
  actor: string,
  today: string,
  { withEntered }: { withEntered: boolean },
): Promise<Held> => {
  const kinds = readShippedKinds()
  const actors = new Map((await listActors(db)).map((one) => [one.id, one]))
  const parentOf = (id: string) => actors.get(id)?.parent ?? null
  const kept = (datums: Datum[]): Datum[] => (withEntered ? datums : receivedAmong(datums))
  const current = (datums: Datum[]): Datum[] => knownOn(datums, today).filter(({ tier }) => tier === 'public')
  const own = await listDatums(db, { actor, kinds: [...engagementKinds(kinds), sectionKind] })
  // Made towards it, by whomever: the kinds that name whom they benefit.
  const towards = Object.keys(kinds).filter((kind) => kinds[kind]!.fields.beneficiaries !== undefined)
  const others = (await listDatums(db, { kinds: towards })).filter((datum) => datum.actor !== actor)
  const told = kept([...own.filter(({ kind }) => kind !== sectionKind), ...others])
  const ids = idsOf(told)
  const facts = current(told)
    .flatMap((datum) => engagementOf(datum, kinds) ?? [])
    .filter((one) => ['own', 'towards'].includes(relationTo(actor, one, parentOf) ?? ''))
    .sort((a, b) => (a.datum.datumId < b.datum.datumId ? -1 : 1))
    .map((engagement): Lasting => {
      const [id = engagement.id, ...alsoCalled] = ids.get(engagement.datum.datumId) ?? []
      return { engagement, id, alsoCalled }
    })
  const written = kept(own.filter(({ kind }) => kind === sectionKind))
  const sections = current(written)
  const sectionIds = idsOf(written)
  return {
    facts,
    sections,
    sectionIds: sections.flatMap(({ datumId }) => sectionIds.get(datumId) ?? []),
    outOfSight: outOfSightIn([...own, ...others]),
    actors,
  }
}

/** The lasting id of a fact that is named by any id it has had. */
export const lastingIds = ({ facts }: Held): ReadonlyMap<string, string> =>
  new Map(facts.flatMap(({ id, alsoCalled }) => [id, ...alsoCalled].map((called) => [called, id] as const)))
