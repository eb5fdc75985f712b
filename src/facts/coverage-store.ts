// The SQL of coverage: what registers state of their reach.
import { sql } from 'kysely'
import type { TouchedThing } from '../db/chain.ts'
import { type Db, json, uuidv7 } from '../db/store.ts'
import { thingKey } from '../db/thing-key.ts'
import type { Coverage } from './coverage.ts'

/** What registers state of their reach, oldest statement first; for one register where it is named. */
export const listCoverage = async (db: Db, register?: string): Promise<Coverage[]> => {
  const { rows } = await sql<Coverage>`
    select register, actor_id as actor, held_from, held_until, level, stated_by, known_from, note, entered
      from coverage
     where ${register ?? null}::text is null or register = ${register ?? null}
     order by register, known_from, held_from, coverage_id`.execute(db)
  return rows
}

/** A statement about the records of one actor, as it was made. */
export type StatedOfOne = Coverage & { coverageId: string; actor: string; recordedAt: string }

/** What is stated of an actor's own records alone, newest first. */
export const listStatedOf = async (db: Db, actor: string): Promise<StatedOfOne[]> => {
  const { rows } = await sql<StatedOfOne>`
    select coverage_id::text, register, actor_id as actor, held_from, held_until, level, stated_by, known_from, note,
           entered, recorded_at
      from coverage
     where actor_id = ${actor}
     order by known_from desc, recorded_at desc, coverage_id desc`.execute(db)
  return rows
}

/** What a statement is about, by its id; undefined for none. */
export const findStated = async (
  db: Db,
  coverageId: string,
): Promise<{ register: string; actor: string | null } | undefined> => {
  const { rows } = await sql<{ register: string; actor: string | null }>`
    select register, actor_id as actor from coverage where coverage_id = ${coverageId}::uuid`.execute(db)
  return rows[0]
}

/** Stores statements of coverage in one statement. Returns what the audit trail says of them. */
export const insertCoverage = async (db: Db, statements: readonly Coverage[]): Promise<TouchedThing[]> => {
  if (statements.length === 0) return []
  const rows = statements.map((one) => ({
    coverage_id: uuidv7(),
    register: one.register,
    // Of what is as it always was the trail says what it always said.
    ...(one.actor === null ? {} : { actor_id: one.actor }),
    ...(one.entered ? { entered: true } : {}),
    held_from: one.heldFrom,
    held_until: one.heldUntil,
    level: one.level,
    stated_by: one.statedBy,
    known_from: one.knownFrom,
    note: one.note,
  }))
  await sql`
    insert into coverage (coverage_id, register, actor_id, held_from, held_until, level, stated_by, known_from, note,
                          entered)
    select coverage_id, register, actor_id, held_from, held_until, level, stated_by, known_from, note,
           coalesce(entered, false)
      from jsonb_to_recordset(${json(rows)}::jsonb)
        as c (coverage_id uuid, register text, actor_id text, held_from date, held_until date, level text,
              stated_by text, known_from date, note text, entered boolean)`.execute(db)
  return rows.map(({ coverage_id, ...after }) => ({
    thing: thingKey.coverage(coverage_id),
    before: null,
    after,
  }))
}
