// What pages show of things on their way, and what their forms do about them.
import type { Waiting, WithOthers } from '../../accounts/waiting.ts'
import type { FieldIssue } from '../../facts/kind.ts'
import type { TypedFact } from '../../facts/typed-fact.ts'

/** What its reader may do about a thing as it stands. */
export type MayDo = {
  edit: boolean
  ask: boolean
  approve: boolean
  withdraw: boolean
  return: boolean
  publish: boolean
  discard: boolean
  comment: boolean
}

export type OwnerShown = {
  owner: string
  /** The actor's name, or the short title of the treaty for those who keep its reports. */
  name: string
  isKeeper: boolean
  /** Instant; null: not approved as it stands. */
  approvedAt: string | null
  /** Who approved it for them: a name, where its reader may know it. */
  approvedBy: string | null
}

/** Where a thing on its way stands, for whoever reads it. */
export type StandingShown = {
  state: 'draft' | 'approved' | 'published'
  approved: number
  of: number
  owners: OwnerShown[]
  /** `by`: a name, where its reader may know it. */
  asked: { at: string; note: string | null; by: string | null } | null
  /** The last return. `isOpen`: nothing was done since; `isChanged`: it says something else now. */
  returned: {
    at: string
    note: string | null
    by: string | null
    owner: OwnerShown
    isOpen: boolean
    isChanged: boolean
  } | null
  may: MayDo
}

/** What somebody decides about a thing on its way. */
export type DecisionMade = { decision: 'ask' | 'approve' | 'withdraw' | 'return'; note: string | null }

/** A fact that a draft takes the place of, or takes away. `body` null: its reader does not see what it says. */
export type FactNamed = {
  id: string
  body: Readonly<Record<string, unknown>> | null
  language: string | null
}

/** Another draft that is alike: from the same hand, of the same actor, by the same document. */
export type DraftAlike = {
  draftId: string
  kind: string
  typed: TypedFact
  /** The body that it makes, as far as it can be read. */
  body: Readonly<Record<string, unknown>>
  language: string | null
  /** The fact it takes the place of. */
  replaces: FactNamed | null
  /** The fact it takes away. */
  withdraws: FactNamed | null
  revision: number
}

export type FactDraftShown = {
  draftId: string
  actor: string
  actorName: string
  kind: string
  /** English title of the kind. */
  title: string
  typed: TypedFact
  /** The body that it makes, as far as it can be read. */
  body: Readonly<Record<string, unknown>>
  revision: number
  changedAt: string
  /** Who saved it last: a name, where its reader may know it. */
  changedBy: string | null
  /** Parties it names that nobody holds. */
  notHeld: string[]
  /** What is wrong with it, by field. */
  issues: FieldIssue[]
  standing: StandingShown
  /** The id of the fact it became; null: it is not published. */
  became: string | null
  /** Facts on their way that it names: they go before it, or together with it. */
  names: FactDraftListed[]
  /** Facts on their way that name it. */
  namedBy: FactDraftListed[]
  /** What its reader can do about it and all that are alike at once; null: there are none that wait for the same. */
  alike: { step: 'approve' | 'publish'; drafts: DraftAlike[]; left: number } | null
}

export type FactDraftListed = Pick<
  FactDraftShown,
  'draftId' | 'actor' | 'actorName' | 'kind' | 'title' | 'body' | 'changedAt'
>

export type FactDraftActed =
  | { outcome: 'done' | 'changed meanwhile' | 'published already' | 'not approved'; shown: FactDraftShown }
  | { outcome: 'rejected'; shown: FactDraftShown }

export type FactDrafts = {
  /** Those the reader may see, the ones changed last first. */
  listFactDrafts: () => Promise<FactDraftListed[]>
  findFactDraft: (id: string) => Promise<FactDraftShown | undefined>
  /** Begins a draft with what was typed, right or wrong, or read from a table by a mapping; its id. */
  beginFactDraft: (typed: TypedFact, read?: { mapping: string }) => Promise<string>
  /** Throws `not-found` where there is no such draft. */
  saveFactDraft: (id: string, given: { typed: TypedFact; revision: number }) => Promise<FactDraftActed>
  decideFactDraft: (id: string, given: DecisionMade & { revision: number }) => Promise<FactDraftActed>
  publishFactDraft: (id: string, revision: number) => Promise<FactDraftActed>
  /** Approves or publishes several as they were at their revisions, in this order, all or none; how many. */
  decideTogether: (given: {
    step: 'approve' | 'publish'
    drafts: readonly { draftId: string; revision: number }[]
  }) => Promise<number>
  /** Whether a draft of this id was given up and did not come back. */
  wasFactDraftDiscarded: (id: string) => Promise<boolean>
  discardFactDraft: (
    id: string,
    revision: number,
  ) => Promise<'done' | 'changed meanwhile' | 'published already'>
}

export type WaitingShown = Waiting & { actorName: string | null }

/** What waits for others; `missing`: whose approval it still needs. */
export type WithOthersShown = Omit<WithOthers, 'missing'> & {
  actorName: string | null
  missing: OwnerShown[]
}

/** How much waits for the reader in the other world. */
export type Elsewhere = { world: 'register' | 'exercise'; count: number }

export type WaitingData = {
  /** How much waits for the reader in this world, for the masthead of every page. */
  countWaiting: () => Promise<number>
  /** What waits for the reader in this world. */
  listWaiting: () => Promise<WaitingShown[]>
  /** What they wrote or asked for here that others have to approve. */
  listWithOthers: () => Promise<WithOthersShown[]>
  /** How much waits for them in the other world. */
  countElsewhere: () => Promise<Elsewhere>
}
