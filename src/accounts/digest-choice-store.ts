// When somebody wants to be reminded, and on which days it was looked what of.
import { sql } from 'kysely'
import type { PeopleDb } from '../db/store.ts'
import { type DigestChoice, usualChoice } from './digest-choice.ts'

/** What a person chose; the usual where they chose nothing. */
export const findDigestChoice = async (people: PeopleDb, personId: string): Promise<DigestChoice> => {
  const { rows } = await sql<DigestChoice>`
    select how_often, weekday, changed_at from digest_choice where person_id = ${personId}`.execute(people)
  return rows[0] ?? usualChoice
}

/** Keeps what a person chose from `changedAt` (ISO 8601) on. */
export const saveDigestChoice = async (
  people: PeopleDb,
  personId: string,
  { howOften, weekday, changedAt }: DigestChoice & { changedAt: string },
): Promise<void> => {
  await sql`
    insert into digest_choice (person_id, how_often, weekday, changed_at)
    values (${personId}, ${howOften}, ${weekday}, ${changedAt}::timestamptz)
    on conflict (person_id) do update set how_often = excluded.how_often, weekday = excluded.weekday,
                                          changed_at = excluded.changed_at`.execute(people)
}

/** The last day (YYYY-MM-DD) on which it was looked what to remind a person of; null: never. */
export const findLastDigestDay = async (people: PeopleDb, personId: string): Promise<string | null> => {
  const { rows } = await sql<{ day: string | null }>`
    select max(day) as day from digest_day where person_id = ${personId}`.execute(people)
  return rows[0]?.day ?? null
}

/** Marks the day as looked at; false where that was done before, by this or another process. */
export const takeDigestDay = async (trx: PeopleDb, personId: string, day: string): Promise<boolean> => {
  const { numAffectedRows } = await sql`
    insert into digest_day (person_id, day) values (${personId}, ${day}) on conflict do nothing`.execute(trx)
  return Number(numAffectedRows ?? 0) === 1
}

/** Says which letter came of the day. */
export const saveDigestLetter = async (
  trx: PeopleDb,
  personId: string,
  day: string,
  letterId: string,
): Promise<void> => {
  await sql`
    update digest_day set letter_id = ${letterId} where person_id = ${personId} and day = ${day}`.execute(trx)
}
