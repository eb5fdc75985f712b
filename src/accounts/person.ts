// Who acts: the public, whoever sits at this machine, a command, or a person who has signed in with the roles they hold.
import type { World } from '../db/store.ts'

/** The roles a person can hold; what each may do is said by `may.ts`. */
export const roles = [
  'administrator',
  'focal-point',
  'approver',
  'contributor',
  'coder',
  'reviewer',
  'committee-member',
  'partner',
] as const
export type Role = (typeof roles)[number]

/**
 * Who answers for a thing: an actor (`MNG`, `mongolian-red-cross-society`), or those who keep a treaty's reports and
 * figures (`treaty:mine-ban`).
 */
export type Owner = string

/** The owner that keeps what is reported and counted under a treaty: its secretariat, with its committees. */
export const keeperOf = (treaty: string): Owner => `treaty:${treaty}`

/** Whether an owner is the keeper of a treaty, and no actor. */
export const isKeeper = (owner: Owner): boolean => owner.startsWith('treaty:')

/**
 * A role held. `of` names the owner it is held with: an actor for focal points, approvers and contributors; a treaty's
 * keeper for coders, reviewers and committee members; either for partners. Null: of everyone, for administrators and for
 * partners of all. `world` is null for administrators alone, who serve the installation.
 */
export type Grant = {
  grantId: string
  world: World | null
  role: Role
  of: Owner | null
  /** The department of the owner to whose sections a contributor is held; null: to none. */
  department: string | null
}

/** What a personal token may be used for; a token never may more than its person. */
export const tokenScopes = ['read', 'enter', 'approve', 'publish'] as const
export type TokenScope = (typeof tokenScopes)[number]
/** The one scope of the private address of a calendar: nobody acts with it. */
export const calendarScope = 'calendar'

/** Someone who has signed in, in a session or by a token. */
export type SignedIn = {
  as: 'person'
  personId: string
  name: string
  /** Language they read (BCP 47), for letters to them. */
  language: string
  grants: readonly Grant[]
  /** What the token they came with may be used for; null: they came in a session. */
  scopes: readonly TokenScope[] | null
}

/**
 * Who acts. `desk`: whoever sits at this machine, as long as no administrator exists and nobody else can reach it.
 * `command`: whoever may read and write the data folder.
 */
export type Person = { as: 'public' } | { as: 'desk' } | { as: 'command' } | SignedIn

export const thePublic: Person = { as: 'public' }
export const theDesk: Person = { as: 'desk' }

/** The words by which the audit trail names who acted: an id and never a name, so that a person can be forgotten. */
export const agentOf = (person: Person): string =>
  person.as === 'person' ? `person:${person.personId}` : person.as === 'desk' ? 'pacta form' : person.as
