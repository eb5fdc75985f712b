// The SQL of what readers think of pages: counts by version, language and day, and for two hours which forms were sent.
import { sql } from 'kysely'
import { type Db, inTransaction } from '../db/store.ts'
import type { Rating } from './rating.ts'

/** How many readers of one day answered so, in one language of the page. */
export type RatingCount = { sha256: string; language: string; day: string; useful: Rating; count: number }

/**
 * Counts one answer, in one update of one row; a form counts once. Nothing of whoever sent it is written down. `day`: of the
 * world.
 */
export const countRating = (
  db: Db,
  answer: { sha256: string; language: string; day: string; useful: Rating },
  form: { formSha256: string; expiresAt: string },
): Promise<'counted' | 'sent before'> =>
  inTransaction(db, async (trx) => {
    const { rows } = await sql`
      insert into page_rating_form (form_sha256, expires_at)
      values (${form.formSha256}, ${form.expiresAt}::timestamptz)
      on conflict (form_sha256) do nothing
      returning form_sha256`.execute(trx)
    if (rows.length === 0) return 'sent before'
    const { sha256, language, day, useful } = answer
    await sql`
      insert into page_rating as held (page_sha256, language, day, useful, count)
      values (${sha256}, ${language}, ${day}::date, ${useful}, 1)
      on conflict (page_sha256, language, day, useful) do update set count = held.count + 1`.execute(trx)
    return 'counted'
  })

/** Forgets the forms that would not be taken any more. Returns how many there were. */
export const forgetRatingForms = async (db: Db): Promise<number> => {
  const { rows } = await sql`
    delete from page_rating_form where expires_at <= now() returning form_sha256`.execute(db)
  return rows.length
}

/** All counts of an actor's published versions, by version, day and language. */
export const listRatings = async (db: Db, actor: string): Promise<RatingCount[]> => {
  const { rows } = await sql<RatingCount>`
    select r.page_sha256 as sha256, r.language, r.day, r.useful, r.count
      from page_rating r join page_version v on v.sha256 = r.page_sha256
     where v.actor_id = ${actor}
     order by v.number desc, r.day, r.language, r.useful`.execute(db)
  return rows
}
