// Who is told of something that happened in a world, asked in its transaction: the people beside the worlds, by the name
// of their schema.
import { sql } from 'kysely'
import type { Db, World } from '../db/store.ts'

export type Told = { personId: string; language: string; world: World }

/**
 * Those who can approve for any of `owners` in the world of `trx` (their approvers, a keeper's reviewers), but for the
 * agent, and for whoever wants no letters.
 */
export const listToApprove = async (trx: Db, owners: readonly string[], agent: string): Promise<Told[]> => {
  const { rows } = await sql<Told>`
    select distinct p.id as person_id, p.language, g.world
      from people.grant_held g join people.person p on p.id = g.person_id
           left join people.digest_choice c on c.person_id = p.id
     where g.ended_at is null and g.world = current_schema() and g.role in ('approver', 'reviewer')
       and g.owner = any(${[...owners]}::text[])
       and 'person:' || p.id <> ${agent} and coalesce(c.how_often, '') <> 'never'
     order by p.id`.execute(trx)
  return rows
}

/** The person behind an agent, unless they want no letters; nothing where it is no person, or one who has left. */
export const findToTell = async (trx: Db, agent: string): Promise<Told[]> => {
  const { rows } = await sql<Told>`
    select p.id as person_id, p.language, current_schema() as world
      from people.person p left join people.digest_choice c on c.person_id = p.id
     where 'person:' || p.id = ${agent} and coalesce(c.how_often, '') <> 'never'`.execute(trx)
  return rows
}

/** The name of the person behind an agent; undefined where it is none. */
export const findNameOf = async (trx: Db, agent: string): Promise<string | undefined> => {
  const { rows } = await sql<{ name: string }>`
    select name from people.person where 'person:' || id = ${agent}`.execute(trx)
  return rows[0]?.name
}
