// The SQL of addresses that somebody wants and that are not confirmed yet.
import { sql } from 'kysely'
import type { PeopleDb } from '../db/store.ts'

/** A wish for another address. `byLetter`: the link in its letter confirms it; otherwise an administrator. */
export type AddressChange = { personId: string; address: string; byLetter: boolean; expiresAt: string }

const columns = sql`person_id, address, token_sha256 is not null as by_letter, expires_at`

/** Keeps a wish in place of the one before. */
export const saveAddressChange = async (
  trx: PeopleDb,
  asked: { personId: string; address: string; tokenSha256: string | null; until: Date },
): Promise<void> => {
  await sql`
    insert into address_change (person_id, address, token_sha256, expires_at)
    values (${asked.personId}, ${asked.address}, ${asked.tokenSha256}, ${asked.until})
    on conflict (person_id) do update set address = excluded.address, token_sha256 = excluded.token_sha256,
      asked_at = now(), expires_at = excluded.expires_at`.execute(trx)
}

/** What somebody wants, while it can be confirmed. */
export const findAddressChange = async (
  people: PeopleDb,
  of: { personId: string } | { tokenSha256: string },
  now: Date,
): Promise<AddressChange | undefined> => {
  const which = 'personId' in of ? sql`person_id = ${of.personId}` : sql`token_sha256 = ${of.tokenSha256}`
  const { rows } = await sql<AddressChange>`
    select ${columns} from address_change where ${which} and expires_at > ${now}`.execute(people)
  return rows[0]
}

/** Takes a wish away; false where it had gone before, or is for another address by now. */
export const takeAddressChange = async (
  trx: PeopleDb,
  { personId, address }: Pick<AddressChange, 'personId' | 'address'>,
): Promise<boolean> => {
  const { rows } = await sql`
    delete from address_change where person_id = ${personId} and address = ${address} returning 1`.execute(
    trx,
  )
  return rows.length === 1
}

/** Takes away whatever address somebody wants: a link sent for it confirms nothing any more. */
export const removeAddressChange = async (trx: PeopleDb, personId: string): Promise<void> => {
  await sql`delete from address_change where person_id = ${personId}`.execute(trx)
}

/** Removes wishes that nobody confirmed in time; how many. */
export const removeOldAddressChanges = async (people: PeopleDb, now: Date): Promise<number> => {
  const { rows } = await sql`delete from address_change where expires_at < ${now} returning 1`.execute(people)
  return rows.length
}
