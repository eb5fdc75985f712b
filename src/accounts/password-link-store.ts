// The SQL of links for a new password: rows of `verification`.
import { sql } from 'kysely'
import { type PeopleDb, uuidv7 } from '../db/store.ts'

const purpose = 'password-link:'

/** Keeps a link beside those of before, which work on: nobody shuts a person out by asking for another. */
export const savePasswordLink = async (
  trx: PeopleDb,
  { personId, tokenSha256, until }: { personId: string; tokenSha256: string; until: Date },
): Promise<void> => {
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

/** Takes all links of a person away. */
export const removePasswordLinks = async (trx: PeopleDb, personId: string): Promise<void> => {
  await sql`
    delete from verification where value = ${personId} and starts_with(identifier, ${purpose})`.execute(trx)
}

/** Uses a link up, and with it all others of its person; false where it works no more. */
export const takePasswordLink = async (
  trx: PeopleDb,
  { personId, tokenSha256, now }: { personId: string; tokenSha256: string; now: Date },
): Promise<boolean> => {
  const identifier = purpose + tokenSha256
  // In one statement: of two links used at once one finds none left.
  const { rows } = await sql<{ identifier: string }>`
    delete from verification
     where value = ${personId} and starts_with(identifier, ${purpose})
       and exists (select 1 from verification used
                    where used.identifier = ${identifier} and used.value = ${personId} and used.expires_at > ${now})
    returning identifier`.execute(trx)
  return rows.some((row) => row.identifier === identifier)
}
