// What the pages of histories and of the audit trail read, and how an earlier state comes back.

import type { Role } from '../../accounts/person.ts'
import type { FieldDifference } from '../../db/differences.ts'
import type { EventAction } from '../../db/events.ts'

/** Who did something, as far as the reader may know: a name for those who may see people, otherwise the role. */
export type Doer =
  | { as: 'person'; name: string }
  | { as: 'role'; role: Role }
  | { as: 'somebody' }
  | { as: 'desk' }
  | { as: 'program'; name: string }

/** What can be done to bring back what stood before: texts of a save, a whole discarded draft, an earlier fact. */
export type RestoreKind = 'texts' | 'draft' | 'fact'

/** An owner or party with the name readers know. `isKeeper`: the secretariat of a treaty, by the treaty's name. */
export type OwnerCalled = { actor: string; name: string; isKeeper: boolean }

/** What a thing is, as far as that is known: a fact of which kind, a report on what and when, figures of which plan. */
export type ThingAbout = {
  factKind: string | null
  obligation: string | null
  coversYear: number | null
  plan: string | null
}

export type HistoryEntry = {
  /** Its place in the trail, and its digest. */
  seq: number
  sha256: string
  /** ISO 8601, UTC. */
  happenedAt: string
  who: Doer
  action: EventAction
  differences: FieldDifference[]
  /** For which owners something was decided, and the note that came with it. */
  decided: (OwnerCalled & { note: string | null })[]
  /** In whose right it was published; null: it was not. */
  published: { publishedAs: string; owners: OwnerCalled[] } | null
  /** What it was before, or is after, is not for everyone's eyes, and was left out. */
  isSealed: boolean
  restores: RestoreKind | null
}

export type HistoryShown = {
  /** The key of the thing. */
  thing: string
  kind: string
  /** What it is, as far as that is known: a kind of fact, an obligation and year. */
  title: string | null
  /** Whose it is, where it is somebody's. */
  whose: string | null
  about: ThingAbout
  /** Names of the actors that its owners and values name by their ids. */
  called: { actor: string; name: string }[]
  /** Where it stands, without the world's base; null: at no address of its own. */
  path: string | null
  /** Of a draft: the revision whose history this is. */
  revision: number | null
  entries: HistoryEntry[]
  /** How much was done to it in all, and before which place the rest stands; null: all of it is here. */
  count: number
  rest: number | null
}

export type AuditAsked = {
  /** The world's own trail, or that of the people beside the worlds. */
  trail?: 'world' | 'people' | undefined
  who?: string | undefined
  thing?: string | undefined
  action?: string | undefined
  day?: string | undefined
  until?: number | undefined
}

export type AuditEntry = {
  seq: number
  sha256: string
  happenedAt: string
  who: Doer
  /** As the trail names who did it: an id, never a name. */
  agent: string
  action: EventAction
  subject: string
  things: string[]
  /** How many things it touched in all. */
  touched: number
}

export type AuditShown = {
  trail: 'world' | 'people'
  head: { seq: number; sha256: string }
  entries: AuditEntry[]
  rest: number | null
}

export type Restored =
  /** Where it is now, without the world's base. */
  { outcome: 'restored'; path: string } | { outcome: 'changed meanwhile' | 'submitted already' }

export type HistoryData = {
  history: {
    /** What was done to a thing. Throws `not-found` for what nothing was done to, or what its reader may not know of. */
    show: (thing: string, until: number | null) => Promise<HistoryShown>
    /** What was done at all, for those who keep the installation. */
    audit: (asked: AuditAsked) => Promise<AuditShown>
    /** Brings back what stood before the event at `seq`; `revision`: of the draft as its history was seen. */
    restore: (thing: string, asked: { seq: number; revision: number }) => Promise<Restored>
    /**
     * The key of a thing as the trail has it, given that key or what the thing's own page calls it, where its reader may
     * look back at it; undefined otherwise.
     */
    lookBack: (thing: string) => Promise<string | undefined>
    /** A thing that something was done to, and that its reader may look back at; for examples. */
    findAny: () => Promise<string | undefined>
  }
}
