// The SQL of second factors. Signing in by one is the library's; setting it up, its codes and its end are here.
import { sql } from 'kysely'
import { type PeopleDb, uuidv7 } from '../db/store.ts'
import { sha256 } from './digest.ts'
import { recoveryDigest } from './second-factor.ts'

/** A second factor that a session is setting up: its secret, encrypted; undefined where it sets none up. */
export const findPendingSecret = async (
  people: PeopleDb,
  personId: string,
  sessionId: string,
): Promise<string | undefined> => {
  const { rows } = await sql<{ secret: string }>`
    select secret from second_factor
     where person_id = ${personId} and verified = false and begun_in = ${sessionId}`.execute(people)
  return rows[0]?.secret
}

/**
 * Begins to set one up, in place of what another session has begun: nobody sets up a secret that somebody else has seen.
 * Nothing where another window of the same session has begun, or one is set up. `secret`: encrypted.
 */
export const savePendingSecret = async (
  people: PeopleDb,
  { personId, sessionId, secret }: { personId: string; sessionId: string; secret: string },
): Promise<void> => {
  await sql`
    insert into second_factor (id, secret, recovery_codes, person_id, verified, failed_verification_count, begun_in)
    values (${uuidv7()}, ${secret}, '[]', ${personId}, false, 0, ${sessionId})
    on conflict (person_id) do update set secret = excluded.secret, begun_in = excluded.begun_in
      where second_factor.verified = false and second_factor.begun_in is distinct from excluded.begun_in`.execute(
    people,
  )
}

/** Holds what a session is setting up until the transaction ends; false where another session has begun meanwhile. */
export const lockPendingSecret = async (
  trx: PeopleDb,
  personId: string,
  sessionId: string,
): Promise<boolean> => {
  const { rows } = await sql`
    select 1 from second_factor
     where person_id = ${personId} and verified = false and begun_in = ${sessionId} for update`.execute(trx)
  return rows.length === 1
}

/** Keeps new recovery codes in place of those before. */
export const saveRecoveryCodes = async (
  trx: PeopleDb,
  personId: string,
  codes: readonly string[],
): Promise<void> => {
  await sql`
    update second_factor set recovery_codes = ${JSON.stringify(codes.map(recoveryDigest))}
     where person_id = ${personId}`.execute(trx)
}

/** How many recovery codes are left. */
export const countRecoveryCodes = async (people: PeopleDb, personId: string): Promise<number> => {
  const { rows } = await sql<{ recoveryCodes: string }>`
    select recovery_codes from second_factor where person_id = ${personId}`.execute(people)
  return rows[0] === undefined ? 0 : (JSON.parse(rows[0].recoveryCodes) as unknown[]).length
}

/** Codes are valid for three times half a minute; so many of those taken last are remembered. */
const remembered = 3

/** Takes a code for used; false where it was used before: whoever overheard it gains nothing. */
export const useCode = async (trx: PeopleDb, personId: string, code: string): Promise<boolean> => {
  const { rows } = await sql<{ lastCodeSha256: string | null }>`
    select last_code_sha256 from second_factor where person_id = ${personId} for update`.execute(trx)
  const used = (rows[0]?.lastCodeSha256 ?? '').split(' ').filter((one) => one !== '')
  const digest = sha256(`${personId} ${code}`)
  if (used.includes(digest)) return false
  await sql`
    update second_factor set last_code_sha256 = ${[digest, ...used].slice(0, remembered).join(' ')}
     where person_id = ${personId}`.execute(trx)
  return true
}

/** Forgets somebody's second factor: it is set up anew with the next sign-in. */
export const forgetSecondFactor = async (trx: PeopleDb, personId: string): Promise<void> => {
  await sql`delete from second_factor where person_id = ${personId}`.execute(trx)
  await sql`update person set has_second_factor = false, updated_at = now() where id = ${personId}`.execute(
    trx,
  )
}
