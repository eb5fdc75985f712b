// A fact on its way, as it was typed: no record until its owners have approved it and it is published.
import { contentHash } from './datum.ts'
import type { TypedFact } from './typed-fact.ts'

export type FactDraft = {
  draftId: string
  actor: string
  kind: string
  /** As typed, right or wrong. */
  content: TypedFact
  /** Digest of what it says. */
  sha256: string
  /** Who has to approve it. */
  owners: string[]
  /** Counts the saves. */
  revision: number
  /** Agents. */
  startedBy: string
  changedBy: string
  createdAt: string
  changedAt: string
  /** The fact it became; a published draft changes no more. */
  publishedDatum: string | null
}

/** The key of a fact's draft, for approvals, the audit trail and its history. */
export const factDraftThing = (draftId: string): string => `fact-draft:${draftId}`

/** The digest of what a fact as typed says: empty fields and white space around words say nothing. */
export const digestOfFact = (typed: TypedFact): string =>
  contentHash(
    Object.fromEntries(
      Object.entries(typed).flatMap(([name, text]) => (text.trim() === '' ? [] : [[name, text.trim()]])),
    ),
  )

/** An actor as far as it decides who answers for a fact. `called`: how it was named, where not by its id. */
export type OwnerActor = { id: string; kind: string; parent: string | null; called?: string }

/** Whoever stands for an actor: a unit of a government is its State. */
const standsFor = ({ id, kind, parent }: OwnerActor): string =>
  kind === 'government-unit' && parent !== null ? parent : id

const isMany = (actor: OwnerActor | undefined): boolean => actor?.kind === 'group' || actor?.kind === 'body'

/** Who answers for what several have promised together, in the order of their ids; who is not held answers for nothing. */
export const ownersOfParties = (parties: readonly string[], actors: readonly OwnerActor[]): string[] => {
  const held = new Map(actors.map((one) => [one.id, one]))
  return [...new Set(parties.flatMap((id) => held.get(id) ?? []).map(standsFor))].sort()
}

/**
 * Who has to approve a fact: its actor, and each of the parties that promise together. Units of a government are their
 * State; a group or body of which parties are named is those parties. Parties are named by id or as they are called; those
 * that are not held answer for nothing.
 */
export const ownersOfFact = (
  actor: string,
  parties: readonly string[],
  actors: readonly OwnerActor[],
): string[] => {
  const named = parties.flatMap((text) => actors.filter(({ id, called = id }) => called === text))
  const own = actors.find(({ id }) => id === actor)
  const all =
    isMany(own) && named.length > 0 ? named : [own ?? { id: actor, kind: '', parent: null }, ...named]
  return [...new Set(all.map(standsFor))].sort()
}
