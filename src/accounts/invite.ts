// Inviting somebody, withdrawing it, sending it again, and taking it up. Whether the inviter may is asked before.
import { inTransaction, type PeopleDb, uuidv7 } from '../db/store.ts'
import { problem } from '../problem.ts'
import { sha256 } from './digest.ts'
import { insertGrant } from './grant-store.ts'
import {
  type Invitation,
  invitationDays,
  invitationPath,
  isLinkToken,
  newLinkToken,
  stateOfInvitation,
} from './invitation.ts'
import {
  findInvitation,
  findInvitationByToken,
  insertInvitation,
  listInvitations,
  removeLetterOf,
  useInvitation,
  withdrawInvitationRow,
} from './invitation-store.ts'
import { isMailAddress } from './letter.ts'
import { putLetter } from './letter-store.ts'
import { foldedAddress } from './lock-out.ts'
import { notePeopleEvent } from './people-event.ts'
import type { Grant } from './person.ts'
import { mayGive, type NewRole, noteOf } from './role-rules.ts'
import { sealLink } from './sealed-link.ts'

export type InvitationAsked = {
  address: string
  name: string
  /** Language of the letter (BCP 47). */
  language: string
  grants: NewRole[]
  /** The agent, and what the letter calls them. */
  agent: string
  byName: string
  /** The installation's: the link waits sealed with it in the outbox. */
  secret: string
}

/** An invitation with the path of its link, which is told once and stored nowhere. */
export type Invited = { invitation: Invitation; path: string }

export type InvitationIssue = { field: 'name' | 'address'; fault: 'nameMissing' | 'address' }

/** What is wrong with whom an invitation is for. */
export const checkInvited = ({ name, address }: { name: string; address: string }): InvitationIssue[] => [
  ...(name.trim() === '' || name.length > 200
    ? [{ field: 'name', fault: 'nameMissing' } satisfies InvitationIssue]
    : []),
  ...(isMailAddress(address.trim())
    ? []
    : [{ field: 'address', fault: 'address' } satisfies InvitationIssue]),
]

const languagePrefix = (language: string): string => (language === 'en' ? '' : `/${language}`)

const write = async (trx: PeopleDb, asked: InvitationAsked): Promise<Invited> => {
  const token = newLinkToken()
  const { language, grants, agent } = asked
  const invitation = await insertInvitation(trx, {
    invitationId: uuidv7(),
    address: foldedAddress(asked.address),
    name: asked.name.trim(),
    language,
    grants: grants.map(({ world, role, of, department }) => ({ world, role, of, department })),
    tokenSha256: sha256(token),
    madeBy: agent,
    days: invitationDays,
  })
  const path = `${languagePrefix(language)}${invitationPath(token)}`
  const link = sealLink(path, asked.secret)
  await putLetter(trx, {
    kind: 'invitation',
    to: { address: invitation.address!, name: invitation.name! },
    language,
    values: { by: asked.byName, agent, link, until: invitation.expiresAt.slice(0, 10) },
    usefulUntil: invitation.expiresAt,
  })
  return { invitation, path }
}

const noteInvited = (trx: PeopleDb, { invitation, path }: Invited, agent: string) => {
  const { invitationId, grants, expiresAt } = invitation
  // Of the link its digest: whoever put another in its place would take the invitation up.
  const linkSha256 = sha256(path.slice(path.lastIndexOf('/') + 1))
  return notePeopleEvent(trx, {
    agent,
    action: 'person-invited',
    subject: `invitation:${invitationId}`,
    things: [
      {
        thing: `invitation:${invitationId}`,
        before: null,
        after: { grants: grants.map(noteOf), expiresAt, linkSha256 },
      },
    ],
  })
}

/** Invites somebody: the letter goes with the same transaction. Check with `checkInvited` and `checkRole` first. */
export const invite = (people: PeopleDb, asked: InvitationAsked): Promise<Invited> =>
  inTransaction(people, async (trx) => {
    const invited = await write(trx, asked)
    await noteInvited(trx, invited, asked.agent)
    return invited
  })

/** Withdraws it with the letter that has not gone yet; undefined where it was used or withdrawn before. */
const withdrawRows = async (trx: PeopleDb, id: string, agent: string): Promise<Invitation | undefined> => {
  const withdrawn = await withdrawInvitationRow(trx, id, agent)
  if (withdrawn !== undefined) await removeLetterOf(trx, withdrawn)
  return withdrawn
}

/** Notes that an invitation was withdrawn. */
export const noteWithdrawn = (
  trx: PeopleDb,
  { invitationId, grants, expiresAt }: Invitation,
  agent: string,
): Promise<void> =>
  notePeopleEvent(trx, {
    agent,
    action: 'invitation-withdrawn',
    subject: `invitation:${invitationId}`,
    things: [
      {
        thing: `invitation:${invitationId}`,
        before: { grants: grants.map(noteOf), expiresAt },
        after: null,
      },
    ],
  })

/** Withdraws an invitation; undefined where it was used or withdrawn before. */
export const withdrawInvitation = (
  people: PeopleDb,
  { id, agent }: { id: string; agent: string },
): Promise<Invitation | undefined> =>
  inTransaction(people, async (trx) => {
    const withdrawn = await withdrawRows(trx, id, agent)
    if (withdrawn !== undefined) await noteWithdrawn(trx, withdrawn, agent)
    return withdrawn
  })

/**
 * Invites once more with a new link and a new time; the old link is void. Undefined where it was used or withdrawn, or where
 * name and address are forgotten already.
 */
export const inviteAgain = (
  people: PeopleDb,
  { id, ...by }: { id: string } & Pick<InvitationAsked, 'agent' | 'byName' | 'secret'>,
): Promise<Invited | undefined> =>
  inTransaction(people, async (trx) => {
    const held = await findInvitation(trx, id)
    if (held === undefined || held.address === null || held.name === null) return undefined
    const { agent } = by
    const withdrawn = await withdrawRows(trx, id, agent)
    if (withdrawn === undefined) return undefined
    const { address, name } = held
    const invited = await write(trx, { ...held, address, name, ...by })
    await noteWithdrawn(trx, withdrawn, agent)
    await noteInvited(trx, invited, agent)
    return invited
  })

/**
 * Withdraws what somebody invited to and could not give any more with the roles they have left. Returns how the trail is
 * told of it, to be called last: whoever holds the end of the trail waits for no row of anybody's.
 */
export const withdrawBeyond = async (
  trx: PeopleDb,
  { personId, left, agent }: { personId: string; left: readonly Grant[]; agent: string },
): Promise<() => Promise<void>> => {
  const inviter = {
    as: 'person',
    personId,
    name: '',
    language: 'en',
    grants: left,
    scopes: null,
  } as const
  const withdrawn: Invitation[] = []
  for (const open of await listInvitations(trx, { isOver: false })) {
    if (open.madeBy !== `person:${personId}` || open.grants.every((role) => mayGive(inviter, role))) continue
    const one = await withdrawRows(trx, open.invitationId, agent)
    if (one !== undefined) withdrawn.push(one)
  }
  return async () => {
    for (const one of withdrawn) await noteWithdrawn(trx, one, agent)
  }
}

/** The invitation a link opens, whatever became of it. Throws `not-found` where the link opens none. */
export const getInvitationByToken = async (people: PeopleDb, token: string): Promise<Invitation> => {
  const found = isLinkToken(token) ? await findInvitationByToken(people, sha256(token)) : undefined
  if (found === undefined)
    throw problem('not-found', 'This link opens no invitation. Check that it was copied whole.')
  return found
}

const over = {
  open: 'This invitation cannot be taken up.',
  used: 'This invitation has been used. Sign in with the address it went to.',
  withdrawn: 'This invitation was withdrawn. Ask whoever invited you.',
  expired: 'This invitation has expired. Ask whoever invited you for a new one.',
} as const

/** Gives a person the roles of an open invitation, once. Throws `input-rejected` where it is open no more. */
export const takeInvitation = (
  people: PeopleDb,
  { id, personId }: { id: string; personId: string },
): Promise<Invitation> =>
  inTransaction(people, async (trx) => {
    const used = await useInvitation(trx, { id, personId })
    if (used === undefined) {
      const held = await findInvitation(trx, id)
      const state = held === undefined ? 'withdrawn' : stateOfInvitation(held, new Date().toISOString())
      throw problem('input-rejected', over[state])
    }
    const things = []
    for (const role of used.grants) {
      const grantId = uuidv7()
      if (await insertGrant(trx, { personId, grantId, ...role }, used.madeBy))
        things.push({
          thing: `grant:${grantId}`,
          before: null,
          after: { person: personId, ...noteOf(role) },
        })
    }
    await notePeopleEvent(trx, {
      agent: `person:${personId}`,
      action: 'invitation-used',
      subject: `invitation:${id}`,
      things: [{ thing: `invitation:${id}`, before: null, after: { usedBy: personId } }, ...things],
    })
    return used
  })
