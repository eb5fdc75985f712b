// The SQL of roles held.
import { sql } from 'kysely'
import type { PeopleDb, World } from '../db/store.ts'
import type { Grant, Owner } from './person.ts'

/** A role with its life: who gave it when, and who ended it when. `of` is an actor or a keeper. */
export type HeldGrant = Grant & {
  personId: string
  grantedBy: string
  grantedAt: string
  endedBy: string | null
  endedAt: string | null
}

const columns = sql`
  grant_id, person_id, world, role, owner as "of", department_id::text as department, granted_by, granted_at, ended_by,
  ended_at`

/** The roles a person holds now, the longest held first. */
export const listGrants = async (people: PeopleDb, personId: string): Promise<Grant[]> => {
  const { rows } = await sql<Grant>`
    select grant_id, world, role, owner as "of", department_id::text as department
      from grant_held
     where person_id = ${personId} and ended_at is null
     order by granted_at, grant_id`.execute(people)
  return rows
}

export type GrantsAsked = { personId?: string; world?: World; of?: Owner; isHeld?: boolean }

/** Roles held, and with `isHeld` left out those that have ended too: the newest first. */
export const listHeldGrants = async (people: PeopleDb, asked: GrantsAsked = {}): Promise<HeldGrant[]> => {
  const { personId = null, world = null, of = null, isHeld = null } = asked
  const { rows } = await sql<HeldGrant>`
    select ${columns}
      from grant_held
     where (${personId}::text is null or person_id = ${personId}::text)
       and (${world}::text is null or world = ${world}::text)
       and (${of}::text is null or owner = ${of}::text)
       and (${isHeld}::boolean is null or (ended_at is null) = ${isHeld}::boolean)
     order by granted_at desc, grant_id desc`.execute(people)
  return rows
}

export const findGrant = async (people: PeopleDb, grantId: string): Promise<HeldGrant | undefined> => {
  const { rows } = await sql<HeldGrant>`
    select ${columns} from grant_held where grant_id = ${grantId}::uuid`.execute(people)
  return rows[0]
}

/** Writes a role given; false where the person holds it already. */
export const insertGrant = async (
  trx: PeopleDb,
  { personId, grantId, world, role, of, department }: Grant & { personId: string },
  agent: string,
): Promise<boolean> => {
  const { rows } = await sql`
    insert into grant_held (grant_id, person_id, world, role, owner, department_id, granted_by)
    values (${grantId}, ${personId}, ${world}, ${role}, ${of}, ${department}::uuid, ${agent})
    on conflict do nothing
    returning grant_id`.execute(trx)
  return rows.length === 1
}

/** Ends a role; false where it had ended before. */
export const endGrantRow = async (trx: PeopleDb, grantId: string, agent: string): Promise<boolean> => {
  const { rows } = await sql`
    update grant_held set ended_at = now(), ended_by = ${agent}
     where grant_id = ${grantId}::uuid and ended_at is null
    returning grant_id`.execute(trx)
  return rows.length === 1
}

/**
 * How many people administrate, the rows held until the transaction ends: of two administrators who step down at once, one
 * waits for the other and then is the last.
 */
export const lockAdministrators = async (trx: PeopleDb): Promise<string[]> => {
  const { rows } = await sql<{ personId: string }>`
    select person_id from grant_held where role = 'administrator' and ended_at is null
     order by grant_id for update`.execute(trx)
  return [...new Set(rows.map((row) => row.personId))]
}

/** Whether anyone administrates: until then the installation is a single desk. */
export const hasAdministrator = async (people: PeopleDb): Promise<boolean> => {
  const { rows } = await sql`
    select 1 from grant_held where role = 'administrator' and ended_at is null limit 1`.execute(people)
  return rows.length === 1
}
