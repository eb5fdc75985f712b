// Settings of a world: what is true of it as a whole.
import { sql } from 'kysely'
import type { TouchedThing } from './chain.ts'
import type { Db } from './store.ts'
import { thingKey } from './thing-key.ts'

/** A setting of the world, or undefined. */
export const findSetting = async (db: Db, key: string): Promise<string | undefined> => {
  const { rows } = await sql<{ value: string }>`select value from setting where key = ${key}`.execute(db)
  return rows[0]?.value
}

/** Holds a setting until the transaction ends: of two processes at the same work, one waits for the other. */
export const lockSetting = async (trx: Db, key: string): Promise<string> => {
  await sql`insert into setting (key, value) values (${key}, '') on conflict (key) do nothing`.execute(trx)
  const { rows } = await sql<{
    value: string
  }>`select value from setting where key = ${key} for update`.execute(trx)
  return rows[0]!.value
}

/** Keeps a setting. Whoever does notes it in the trail: `settingThing` says what is noted. */
export const saveSetting = async (db: Db, key: string, value: string): Promise<void> => {
  await sql`
    insert into setting (key, value) values (${key}, ${value})
    on conflict (key) do update set value = excluded.value`.execute(db)
}

/** A setting as the trail holds it: what is JSON as what it says. */
const noted = (value: string | undefined): unknown => {
  try {
    return value === undefined ? null : /^[[{]/.test(value) ? JSON.parse(value) : value
  } catch {
    return value
  }
}

/** A setting as an event says that it was touched. */
export const settingThing = (
  key: string,
  before: string | undefined,
  after: string | undefined,
): TouchedThing => ({
  thing: thingKey.setting(key),
  before: noted(before),
  after: noted(after),
})

/** Keeps a setting; gives what an event has to say of it: nothing where it was so before. */
export const putSetting = async (trx: Db, key: string, value: string): Promise<TouchedThing[]> => {
  const before = await findSetting(trx, key)
  if (before === value) return []
  await saveSetting(trx, key, value)
  // A lock without a value was nothing.
  return [settingThing(key, before === '' ? undefined : before, value)]
}

/** The settings whose keys begin with `prefix`, by key. */
export const listSettings = async (db: Db, prefix: string): Promise<{ key: string; value: string }[]> => {
  const { rows } = await sql<{ key: string; value: string }>`
    select key, value from setting where starts_with(key, ${prefix}) order by key`.execute(db)
  return rows
}

export const deleteSetting = async (db: Db, key: string): Promise<void> => {
  await sql`delete from setting where key = ${key}`.execute(db)
}

/** Changes with everything that is written to a world: events, of which every write leaves one, and settings. */
export const findWorldVersion = async (db: Db): Promise<string> => {
  const { rows } = await sql<{ version: string }>`
    select concat_ws('/', written_seq, written_sha256,
             (select md5(string_agg(key || '=' || value, ',' order by key)) from setting)) as version
      from event_head`.execute(db)
  return rows[0]!.version
}
