// The SQL of failures to sign in.
import { sql } from 'kysely'
import { inTransaction, type PeopleDb } from '../db/store.ts'

/** After a day without another, failures are forgotten. */
const forgottenMs = 24 * 3_600_000

type Counted = { isCounted: true; failures: number } | { isCounted: false; waitsUntilMs: number }

/** Counts one more failure of the subject, unless it has to wait; one at a time. `waitAfter`: see lock-out.ts. */
export const countTry = (
  people: PeopleDb,
  subject: string,
  now: Date,
  waitAfter: (failures: number) => number,
): Promise<Counted> =>
  inTransaction(people, async (trx) => {
    await sql`
      insert into sign_in_failure (subject_sha256, failures, last_failed_at, waits_until)
      values (${subject}, 0, ${now}, ${now}) on conflict do nothing`.execute(trx)
    const { rows } = await sql<{ failures: number; lastFailedAt: string; waitsUntil: string }>`
      select failures, last_failed_at, waits_until from sign_in_failure
       where subject_sha256 = ${subject} for update`.execute(trx)
    const before = rows[0]!
    const waitsUntilMs = Date.parse(before.waitsUntil)
    if (waitsUntilMs > now.getTime()) return { isCounted: false, waitsUntilMs }
    const isForgotten = now.getTime() - Date.parse(before.lastFailedAt) > forgottenMs
    const failures = (isForgotten ? 0 : before.failures) + 1
    await sql`
      update sign_in_failure
         set failures = ${failures}, last_failed_at = ${now},
             waits_until = ${new Date(now.getTime() + waitAfter(failures))}
       where subject_sha256 = ${subject}`.execute(trx)
    return { isCounted: true, failures }
  })

export const clearFailures = async (people: PeopleDb, subject: string): Promise<void> => {
  await sql`delete from sign_in_failure where subject_sha256 = ${subject}`.execute(people)
}

/** Removes failures that are forgotten, and what was under way and is over. Returns how many rows went. */
export const removeOldSignIns = async (people: PeopleDb, now = new Date()): Promise<number> => {
  const failures = await sql`
    delete from sign_in_failure where last_failed_at < ${new Date(now.getTime() - forgottenMs)}
    returning 1`.execute(people)
  const underWay = await sql`delete from verification where expires_at < ${now} returning 1`.execute(people)
  const sessions = await sql`delete from session where expires_at < ${now} returning 1`.execute(people)
  return failures.rows.length + underWay.rows.length + sessions.rows.length
}
