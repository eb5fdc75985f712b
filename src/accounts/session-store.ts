// The SQL of sessions: whose they are, and their end.
import { sql } from 'kysely'
import type { PeopleDb } from '../db/store.ts'
import type { SecondFactor, SessionShown } from './session.ts'

/** The sessions of a person that go on, the one used last first. */
export const listSessions = async (
  people: PeopleDb,
  personId: string,
  now: Date,
): Promise<SessionShown[]> => {
  const { rows } = await sql<SessionShown>`
    select id as session_id, created_at as begun_at, updated_at as last_used_at, second_factor
      from session where person_id = ${personId} and expires_at > ${now}
     order by updated_at desc, id desc`.execute(people)
  return rows
}

/** Ends sessions of a person: one, all but one, or all. Returns how many ended. */
export const endSessions = async (
  people: PeopleDb,
  personId: string,
  which: { only: string } | { but: string } | 'all' = 'all',
): Promise<number> => {
  const only = which === 'all' || !('only' in which) ? null : which.only
  const but = which === 'all' || !('but' in which) ? null : which.but
  const { rows } = await sql`
    delete from session
     where person_id = ${personId}
       and (${only}::text is null or id = ${only}::text)
       and (${but}::text is null or id <> ${but}::text)
    returning id`.execute(people)
  return rows.length
}

/** Says of a session how it got past the password; null: it has to show a second factor again. */
export const markSession = async (
  people: PeopleDb,
  sessionId: string,
  secondFactor: SecondFactor | null,
): Promise<void> => {
  await sql`update session set second_factor = ${secondFactor} where id = ${sessionId}`.execute(people)
}
