// The SQL of accounts: a person, and the password they sign in with.
import { sql } from 'kysely'
import { type PeopleDb, uuidv7 } from '../db/store.ts'
import { foldedAddress } from './lock-out.ts'

/** A person's account, as far as it is no secret. */
export type Account = {
  personId: string
  name: string
  /** In small letters. */
  address: string
  language: string
  hasPassword: boolean
  hasSecondFactor: boolean
  /** Whether an account with the OIDC provider signs them in. */
  hasProvider: boolean
}

/**
 * A new account; its id. `passwordHash`: from `hashPassword`, made before the transaction, for it takes time; null: they
 * sign in with the provider. Throws `already-recorded` where the address has an account.
 */
export const createAccount = async (
  trx: PeopleDb,
  {
    name,
    address,
    passwordHash,
    language,
  }: { name: string; address: string; passwordHash: string | null; language: string },
): Promise<string> => {
  const personId = uuidv7()
  await sql`
    insert into person (id, name, email, email_verified, has_second_factor, language)
    values (${personId}, ${name}, ${foldedAddress(address)}, false, false, ${language})`.execute(trx)
  if (passwordHash !== null) await savePassword(trx, personId, passwordHash)
  return personId
}

/** Keeps a new password in place of the one before. */
export const savePassword = async (trx: PeopleDb, personId: string, passwordHash: string): Promise<void> => {
  await sql`
    insert into credential (id, account_id, provider_id, person_id, password, updated_at)
    values (${uuidv7()}, ${personId}, 'credential', ${personId}, ${passwordHash}, now())
    on conflict (provider_id, account_id)
      do update set password = excluded.password, updated_at = excluded.updated_at`.execute(trx)
}

/** Keeps what somebody is called, and the language they read. */
export const saveProfile = async (
  trx: PeopleDb,
  { personId, name, language }: { personId: string; name: string; language: string },
): Promise<void> => {
  await sql`
    update person set name = ${name}, language = ${language}, updated_at = now() where id = ${personId}`.execute(
    trx,
  )
}

/** Keeps another address. Throws `already-recorded` where somebody has it. */
export const saveAddress = async (
  trx: PeopleDb,
  { personId, address }: { personId: string; address: string },
): Promise<void> => {
  await sql`
    update person set email = ${foldedAddress(address)}, updated_at = now() where id = ${personId}`.execute(
    trx,
  )
}

/** What is kept of somebody's password; null where they have none. */
export const findPasswordHash = async (people: PeopleDb, personId: string): Promise<string | null> => {
  const { rows } = await sql<{ password: string | null }>`
    select password from credential where provider_id = 'credential' and account_id = ${personId}`.execute(
    people,
  )
  return rows[0]?.password ?? null
}

const columns = sql`
  p.id as person_id, p.name, p.email as address, p.language,
  coalesce(p.has_second_factor, false) as has_second_factor,
  exists (select 1 from credential c where c.person_id = p.id and c.provider_id = 'credential' and c.password is not null)
    as has_password,
  exists (select 1 from credential c where c.person_id = p.id and c.provider_id <> 'credential') as has_provider`

export const findAccount = async (people: PeopleDb, personId: string): Promise<Account | undefined> => {
  const { rows } = await sql<Account>`select ${columns} from person p where p.id = ${personId}`.execute(
    people,
  )
  return rows[0]
}

export const findAccountByAddress = async (
  people: PeopleDb,
  address: string,
): Promise<Account | undefined> => {
  const { rows } = await sql<Account>`
    select ${columns} from person p where p.email = ${foldedAddress(address)}`.execute(people)
  return rows[0]
}

/** Removes an account with everything that is only its person's: sessions, password, second factor. The id is not used again. */
export const removeAccount = async (trx: PeopleDb, personId: string): Promise<void> => {
  await sql`delete from person where id = ${personId}`.execute(trx)
}
