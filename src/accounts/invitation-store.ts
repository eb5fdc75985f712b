// The SQL of invitations.
import { sql } from 'kysely'
import { json, type PeopleDb } from '../db/store.ts'
import type { Invitation } from './invitation.ts'

const columns = sql`
  invitation_id, address, name, language, grants, made_by, made_at, expires_at, used_at, used_by, withdrawn_at,
  withdrawn_by`

export type InvitationMade = Pick<Invitation, 'invitationId' | 'language' | 'grants' | 'madeBy'> & {
  address: string
  name: string
  tokenSha256: string
  /** Days it works. */
  days: number
}

/** Writes an invitation; gives it as held. */
export const insertInvitation = async (trx: PeopleDb, made: InvitationMade): Promise<Invitation> => {
  const { rows } = await sql<Invitation>`
    insert into invitation (invitation_id, address, name, language, grants, token_sha256, made_by, expires_at)
    values (${made.invitationId}::uuid, ${made.address}, ${made.name}, ${made.language}, ${json(made.grants)}::jsonb,
            ${made.tokenSha256}, ${made.madeBy}, now() + make_interval(days => ${made.days}::integer))
    returning ${columns}`.execute(trx)
  return rows[0]!
}

/** Every invitation, the newest first; with `isOver` false, those that were neither used nor withdrawn. */
export const listInvitations = async (
  people: PeopleDb,
  { isOver }: { isOver?: boolean } = {},
): Promise<Invitation[]> => {
  const { rows } = await sql<Invitation>`
    select ${columns}
      from invitation
     where ${isOver ?? null}::boolean is null
        or (used_at is not null or withdrawn_at is not null) = ${isOver ?? null}::boolean
     order by made_at desc, invitation_id desc`.execute(people)
  return rows
}

export const findInvitation = async (people: PeopleDb, id: string): Promise<Invitation | undefined> => {
  const { rows } = await sql<Invitation>`
    select ${columns} from invitation where invitation_id = ${id}::uuid`.execute(people)
  return rows[0]
}

/** The invitation a link opens. */
export const findInvitationByToken = async (
  people: PeopleDb,
  tokenSha256: string,
): Promise<Invitation | undefined> => {
  const { rows } = await sql<Invitation>`
    select ${columns} from invitation where token_sha256 = ${tokenSha256}`.execute(people)
  return rows[0]
}

/** Takes an open invitation for a person; undefined where it is open no more: of two who come at once, one gets it. */
export const useInvitation = async (
  trx: PeopleDb,
  { id, personId }: { id: string; personId: string },
): Promise<Invitation | undefined> => {
  const { rows } = await sql<Invitation>`
    update invitation set used_at = now(), used_by = ${personId}
     where invitation_id = ${id}::uuid and used_at is null and withdrawn_at is null and expires_at > now()
    returning ${columns}`.execute(trx)
  return rows[0]
}

/** Withdraws an invitation; undefined where it was used or withdrawn before. */
export const withdrawInvitationRow = async (
  trx: PeopleDb,
  id: string,
  agent: string,
): Promise<Invitation | undefined> => {
  const { rows } = await sql<Invitation>`
    update invitation set withdrawn_at = now(), withdrawn_by = ${agent}
     where invitation_id = ${id}::uuid and used_at is null and withdrawn_at is null
    returning ${columns}`.execute(trx)
  return rows[0]
}

/** Takes back the letter of an invitation that has not gone yet: it was made in the same transaction. */
export const removeLetterOf = async (
  trx: PeopleDb,
  { address, madeAt }: Pick<Invitation, 'address' | 'madeAt'>,
): Promise<void> => {
  await sql`
    delete from letter
     where kind = 'invitation' and state in ('waiting', 'failed') and lower(address) = lower(${address}::text)
       and made_at = ${madeAt}::timestamptz`.execute(trx)
}

/** Forgets the names and addresses of invitations that have been over for so many days; how many. */
export const forgetInvitations = async (trx: PeopleDb, days: number): Promise<number> => {
  const { rows } = await sql`
    update invitation set address = null, name = null
     where address is not null
       and least(used_at, withdrawn_at, expires_at) < now() - make_interval(days => ${days}::integer)
    returning invitation_id`.execute(trx)
  return rows.length
}

/**
 * Forgets the name and the address in every invitation that a person used or that went to their address. Those that nobody
 * had used or withdrawn are withdrawn by `agent`; gives them.
 */
export const forgetInvitationsOf = async (
  trx: PeopleDb,
  { personId, address, agent }: { personId: string; address: string; agent: string },
): Promise<Invitation[]> => {
  const { rows: withdrawn } = await sql<Invitation>`
    update invitation set withdrawn_at = now(), withdrawn_by = ${agent}
     where lower(address) = ${address.toLowerCase()} and used_at is null and withdrawn_at is null
    returning ${columns}`.execute(trx)
  await sql`
    update invitation set address = null, name = null
     where used_by = ${personId} or lower(address) = ${address.toLowerCase()}`.execute(trx)
  return withdrawn
}
