// The SQL of links for a new password: rows of `verification`, one for a person at most.
import { sql } from 'kysely'
import { type PeopleDb, uuidv7 } from '../db/store.ts'

const purpose = 'password-link:'

/** Keeps a link in place of the person's one before. */
export const savePasswordLink = async (
  trx: PeopleDb,
  { personId, tokenSha256, until }: { personId: string; tokenSha256: string; until: Date },
): Promise<void> => {
  await sql`
    delete from verification where value = ${personId} and starts_with(identifier, ${purpose})`.execute(trx)
  await sql`
    insert into verification (id, identifier, value, expires_at)
    values (${uuidv7()}, ${purpose + tokenSha256}, ${personId}, ${until})`.execute(trx)
}

/** Whose link it is, while it works. */
export const findPasswordLink = async (
  people: PeopleDb,
  tokenSha256: string,
  now: Date,
): Promise<string | undefined> => {
  const { rows } = await sql<{ personId: string }>`
    select value as person_id from verification
     where identifier = ${purpose + tokenSha256} and expires_at > ${now}`.execute(people)
  return rows[0]?.personId
}

/** Uses a link up; false where it works no more. */
export const takePasswordLink = async (trx: PeopleDb, tokenSha256: string, now: Date): Promise<boolean> => {
  const { rows } = await sql`
    delete from verification where identifier = ${purpose + tokenSha256} and expires_at > ${now}
    returning id`.execute(trx)
  return rows.length === 1
}
