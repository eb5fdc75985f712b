// Settings of a world: what is true of it as a whole.
import { sql } from 'kysely'
import type { Db } from './store.ts'

/** A setting of the world, or undefined. */
export const findSetting = async (db: Db, key: string): Promise<string | undefined> => {
  const { rows } = await sql<{ value: string }>`select value from setting where key = ${key}`.execute(db)
  return rows[0]?.value
}

export const saveSetting = async (db: Db, key: string, value: string): Promise<void> => {
  await sql`
    insert into setting (key, value) values (${key}, ${value})
    on conflict (key) do update set value = excluded.value`.execute(db)
}
