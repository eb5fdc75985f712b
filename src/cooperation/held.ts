// What is held of an actor that its page may tell: facts under ids that last, and the sections its office wrote.
import type { Db } from '../db/store.ts'
import { type Engagement, engagementKinds, engagementOf, relationTo } from '../engagements/engagement.ts'
import type { Datum } from '../facts/datum.ts'
import type { FactDraft } from '../facts/fact-draft.ts'
import { type LastingFact, lastingFacts } from '../facts/lasting-id.ts'
import { receivedAmong } from '../facts/received.ts'
import { listDatums } from '../facts/store.ts'
import { type HeldActor, listActors } from '../parties/actor-store.ts'
import { readShippedKinds } from '../reports/shipped.ts'
import { sectionKind, withSections } from './sections-on-way.ts'

/** A field of a fact that holds words; null where it holds none. */
export const textOf = (datum: Datum, field: string): string | null => {
  const value = datum.body[field]
  return typeof value === 'string' && value !== '' ? value : null
}

/** The entries of a field; one value is a list of one. */
export const listOf = (datum: Datum, field: string): string[] => [datum.body[field] ?? []].flat().map(String)

/** A fact under the id it has had from the beginning. */
export type Lasting = { engagement: Engagement; id: string; alsoCalled: string[] }

/** What an actor's page can be made of. */
export type Held = {
  facts: Lasting[]
  sections: Datum[]
  /** Of each section every id that it has had. */
  sectionNames: string[][]
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

type Known = Pick<LastingFact, 'datum' | 'first' | 'names'> & { engagement: Engagement }

/**
 * Facts by the names they have on the page of an actor. What another actor gave the id of one of its own stands under the
 * id it is stored under: what is written on the page means its own by that name.
 */
export const withNames = (actor: string, facts: readonly Known[]): Lasting[] => {
  const own = new Set(facts.flatMap(({ datum, names }) => (datum.actor === actor ? names : [])))
  return facts
    .toSorted((a, b) => (a.datum.datumId < b.datum.datumId ? -1 : 1))
    .map(({ engagement, datum, first, names }): Lasting => {
      const free = datum.actor === actor ? names : names.filter((name) => !own.has(name))
      return free[0] === names[0]
        ? { engagement, id: names[0]!, alsoCalled: free.slice(1) }
        : { engagement, id: first.datumId, alsoCalled: [...free] }
    })
}

/** What is known today of an actor and public; with what was entered here, for a preview, or with sections on their way. */
export const readHeld = async (
  db: Db,
  actor: string,
  today: string,
  { withEntered, drafts }: { withEntered: boolean; drafts: readonly FactDraft[] },
): Promise<Held> => {
  const kinds = readShippedKinds()
  const actors = new Map((await listActors(db)).map((one) => [one.id, one]))
  const parentOf = (id: string) => actors.get(id)?.parent ?? null
  const kept = (datums: Datum[]): Datum[] => (withEntered ? datums : receivedAmong(datums))
  const publicOnes = (datums: Datum[]): LastingFact[] =>
    lastingFacts(datums, today).all.filter(({ datum }) => datum.tier === 'public')
  const isOnPage = (one: Engagement): boolean =>
    ['own', 'towards'].includes(relationTo(actor, one, parentOf) ?? '')
  const ownHeld = await listDatums(db, { actor, kinds: [...engagementKinds(kinds), sectionKind] })
  const own = withSections(ownHeld, drafts, kinds, today)
  // Made towards it, by whomever: the kinds that name whom they benefit.
  const towards = Object.keys(kinds).filter((kind) => kinds[kind]!.fields.beneficiaries !== undefined)
  const others = (await listDatums(db, { kinds: towards })).filter((datum) => datum.actor !== actor)
  const told = kept([...own.filter(({ kind }) => kind !== sectionKind), ...others])
  const facts = withNames(
    actor,
    publicOnes(told).flatMap((fact) => {
      const engagement = engagementOf(fact.datum, kinds)
      return engagement !== undefined && isOnPage(engagement) ? [{ ...fact, engagement }] : []
    }),
  )
  const sections = publicOnes(kept(own.filter(({ kind }) => kind === sectionKind)))
  return {
    facts,
    sections: sections.map(({ datum }) => datum),
    sectionNames: sections.map(({ names }) => [...names]),
    outOfSight: outOfSightIn([...own, ...others]),
    actors,
  }
}

/** The lasting id of a fact that is named by any id it has had. */
export const lastingIds = ({ facts }: Held): ReadonlyMap<string, string> =>
  new Map(facts.flatMap(({ id, alsoCalled }) => [id, ...alsoCalled].map((called) => [called, id] as const)))
