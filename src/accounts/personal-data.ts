// What is kept of a person: given to them whole, and forgotten. See docs/explanation/personal-data.md.
import { type Db, inTransaction, type PeopleDb, type World } from '../db/store.ts'
import { problem } from '../problem.ts'
import { removeAccount } from './account-store.ts'
import { type AddressChange, findAddressChange, removeOldAddressChanges } from './address-change-store.ts'
import { sha256 } from './digest.ts'
import type { DigestChoice } from './digest-choice.ts'
import { findDigestChoice } from './digest-choice-store.ts'
import { endAllRoles } from './give-role.ts'
import { type HeldGrant, listGrants, listHeldGrants } from './grant-store.ts'
import { daysKeptWhenOver, type Invitation } from './invitation.ts'
import { forgetInvitations, forgetInvitationsOf, listInvitations } from './invitation-store.ts'
import { noteWithdrawn } from './invite.ts'
import { forgetLettersTo } from './letter-store.ts'
import { letterOf, passwordOf } from './lock-out.ts'
import { clearFailures, removeOldSignIns } from './lock-out-store.ts'
import { notePeopleEvent } from './people-event.ts'
import { findPerson, type PersonHeld } from './person-store.ts'
import {
  type EventKept,
  erasePersonRows,
  type LetterKept,
  listEventsBy,
  listLettersOf,
  listSessionsOf,
  listWaysIn,
  type SessionKept,
  type WayIn,
} from './personal-data-store.ts'
import { noteOf } from './role-rules.ts'
import { listTokens, type Token } from './token-store.ts'

/** Everything kept of a person. */
export type PersonExport = {
  account: PersonHeld & { waysIn: WayIn[] }
  /** Another address they asked for, not confirmed yet; null: none. */
  addressChange: AddressChange | null
  sessions: SessionKept[]
  roles: HeldGrant[]
  invitations: { received: Invitation[]; made: Omit<Invitation, 'name' | 'address'>[] }
  letters: LetterKept[]
  tokens: Token[]
  reminders: DigestChoice
  /** What they did, from the audit trails. */
  done: { people: EventKept[]; register: EventKept[]; exercise: EventKept[] }
}

/**
 * Everything kept of a person, as data: without passwords, secrets of second factors, cookies or tokens, of which only
 * digests are kept or nothing that could be given. Throws `not-found`.
 */
export const exportPerson = async (
  people: PeopleDb,
  { personId, worlds }: { personId: string; worlds: Readonly<Record<World, Db>> },
): Promise<PersonExport> => {
  const person = await findPerson(people, personId)
  if (person === undefined) throw problem('not-found', 'There is no such person.')
  const agent = `person:${personId}`
  const invitations = await listInvitations(people)
  const isOwn = (address: string | null) => address?.toLowerCase() === person.address.toLowerCase()
  return {
    account: { ...person, waysIn: await listWaysIn(people, personId) },
    addressChange: (await findAddressChange(people, { personId }, new Date())) ?? null,
    sessions: await listSessionsOf(people, personId),
    roles: await listHeldGrants(people, { personId }),
    invitations: {
      received: invitations.filter((one) => one.usedBy === personId || isOwn(one.address)),
      // Whom they invited is somebody else's name and address.
      made: invitations.filter((one) => one.madeBy === agent).map(({ address: _, name: __, ...one }) => one),
    },
    letters: await listLettersOf(people, person),
    tokens: await listTokens(people, personId),
    reminders: await findDigestChoice(people, personId),
    done: {
      people: await listEventsBy(people, agent),
      register: await listEventsBy(worlds.register, agent),
      exercise: await listEventsBy(worlds.exercise, agent),
    },
  }
}

/**
 * Forgets a person: their roles end, their invitations are void, their account goes with name, address, sessions, second
 * factor, tokens and letters. What they did stays, under an id that leads to nobody. Throws `not-found`, and
 * `input-rejected` for the last administrator.
 */
export const forgetPerson = (
  people: PeopleDb,
  { personId, agent }: { personId: string; agent: string },
): Promise<void> =>
  inTransaction(people, async (trx) => {
    const person = await findPerson(trx, personId)
    if (person === undefined) throw problem('not-found', 'There is no such person.')
    const grants = await listGrants(trx, personId)
    const noteTheirs = await endAllRoles(trx, { grants, personId, agent })
    const toThem = await forgetInvitationsOf(trx, { ...person, agent })
    await forgetLettersTo(trx, personId)
    await erasePersonRows(trx, person)
    await clearFailures(trx, sha256(passwordOf(person.address)))
    await clearFailures(trx, sha256(letterOf(person.address)))
    // What hangs on the account goes with it: sessions, passwords, second factor.
    await removeAccount(trx, personId)
    await noteTheirs()
    for (const one of toThem) await noteWithdrawn(trx, one, agent)
    await notePeopleEvent(trx, {
      agent,
      action: 'person-forgotten',
      subject: `person:${personId}`,
      things: [
        { thing: `person:${personId}`, before: { since: person.since }, after: null },
        ...grants.map((grant) => ({
          thing: `grant:${grant.grantId}`,
          before: { person: personId, ...noteOf(grant) },
          after: null,
        })),
      ],
    })
  })

/**
 * Forgets what was kept as long as it is needed: names and addresses of invitations that are over; sessions, failed tries
 * and links past their time. How many of each.
 */
export const forgetWhatIsOver = async (
  people: PeopleDb,
): Promise<{ invitations: number; signIns: number }> => ({
  invitations: await forgetInvitations(people, daysKeptWhenOver),
  signIns: (await removeOldSignIns(people)) + (await removeOldAddressChanges(people, new Date())),
})
