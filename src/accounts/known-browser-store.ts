// The SQL of browsers somebody has signed in with before: all that is kept is what their cookies are signed with.
import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { PeopleDb } from '../db/store.ts'

/** What the cookies of a person's browsers are signed with, beside the installation's secret; undefined for nobody. */
export const findBrowsersKey = async (people: PeopleDb, personId: string): Promise<string | undefined> => {
  const { rows } = await sql<{ browsersKey: string }>`
    select browsers_key from person where id = ${personId}`.execute(people)
  return rows[0]?.browsersKey
}

/** Ends what every browser of a person has: none of them is known any more. */
export const forgetBrowsers = async (trx: PeopleDb, personId: string): Promise<void> => {
  await sql`update person set browsers_key = ${randomBytes(16).toString('base64url')} where id = ${personId}`.execute(
    trx,
  )
}
