// The SQL of the link that makes the first administrator: a setting of the installation.
import { sql } from 'kysely'
import type { PeopleDb } from '../db/store.ts'

const key = 'first-administrator'

/** The link's digest, and until when it works (ISO 8601). */
export type FirstLink = { tokenSha256: string; until: string }

export const saveFirstLink = async (trx: PeopleDb, link: FirstLink): Promise<void> => {
  await sql`
    insert into setting (key, value) values (${key}, ${JSON.stringify(link)})
    on conflict (key) do update set value = excluded.value`.execute(trx)
}

const read = ({ rows }: { rows: { value: string }[] }): FirstLink | undefined =>
  rows[0] === undefined ? undefined : (JSON.parse(rows[0].value) as FirstLink)

export const findFirstLink = async (people: PeopleDb): Promise<FirstLink | undefined> =>
  read(await sql<{ value: string }>`select value from setting where key = ${key}`.execute(people))

/** The link, held until the transaction ends: it makes one administrator, whoever else has it. */
export const lockFirstLink = async (trx: PeopleDb): Promise<FirstLink | undefined> =>
  read(await sql<{ value: string }>`select value from setting where key = ${key} for update`.execute(trx))

export const removeFirstLink = async (trx: PeopleDb): Promise<void> => {
  await sql`delete from setting where key = ${key}`.execute(trx)
}
