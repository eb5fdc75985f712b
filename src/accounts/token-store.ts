// The SQL of personal tokens. What a program brings is never kept: its digest alone is looked for.
import { sql } from 'kysely'
import type { PeopleDb } from '../db/store.ts'
import type { calendarScope, TokenScope } from './person.ts'

/** A token as its person sees it, without its secret. Days are YYYY-MM-DD, in UTC. */
export type Token = {
  tokenId: string
  personId: string
  /** What its person calls it. */
  name: string
  /** Its first characters. */
  beginning: string
  scopes: (TokenScope | typeof calendarScope)[]
  madeAt: string
  /** The last day it works. */
  expiresOn: string
  lastUsedOn: string | null
  withdrawnAt: string | null
}

const columns = sql`
  token_id, person_id, name, beginning, scopes, made_at, expires_on, last_used_on, withdrawn_at`

/** A person's tokens, those withdrawn and those past their day included: the newest first. */
export const listTokens = async (people: PeopleDb, personId: string): Promise<Token[]> => {
  const { rows } = await sql<Token>`
    select ${columns} from api_token where person_id = ${personId} order by made_at desc, token_id desc`.execute(
    people,
  )
  return rows
}

/** How many tokens of a person work on a day. */
export const countWorking = async (people: PeopleDb, personId: string, today: string): Promise<number> => {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from api_token
     where person_id = ${personId} and withdrawn_at is null and expires_on >= ${today}::date`.execute(people)
  return rows[0]?.count ?? 0
}

export type NewToken = Pick<Token, 'tokenId' | 'personId' | 'name' | 'beginning' | 'scopes' | 'expiresOn'> & {
  sha256: string
}

/** Keeps a token; false where one of this id is kept already. */
export const insertToken = async (trx: PeopleDb, token: NewToken): Promise<boolean> => {
  const { tokenId, personId, name, beginning, sha256, scopes, expiresOn } = token
  const { rows } = await sql`
    insert into api_token (token_id, person_id, name, beginning, sha256, scopes, expires_on)
    values (${tokenId}::uuid, ${personId}, ${name}, ${beginning}, ${sha256}, ${scopes}::text[], ${expiresOn}::date)
    on conflict (token_id) do nothing
    returning token_id`.execute(trx)
  return rows.length === 1
}

/** The token with this digest, if it works on the day. */
export const findWorking = async (
  people: PeopleDb,
  sha256: string,
  today: string,
): Promise<Token | undefined> => {
  const { rows } = await sql<Token>`
    select ${columns} from api_token
     where sha256 = ${sha256} and withdrawn_at is null and expires_on >= ${today}::date`.execute(people)
  return rows[0]
}

/** Notes that it was used on this day; of when within the day nothing is kept. */
export const noteUse = async (people: PeopleDb, tokenId: string, today: string): Promise<void> => {
  await sql`
    update api_token set last_used_on = ${today}::date
     where token_id = ${tokenId}::uuid and last_used_on is distinct from ${today}::date`.execute(people)
}

/** Withdraws a person's token, or all of them; those that were withdrawn now. */
export const withdrawTokenRows = async (
  trx: PeopleDb,
  { personId, tokenId = null }: { personId: string; tokenId?: string | null },
): Promise<Token[]> => {
  const { rows } = await sql<Token>`
    update api_token set withdrawn_at = now()
     where person_id = ${personId} and withdrawn_at is null
       and (${tokenId}::uuid is null or token_id = ${tokenId}::uuid)
    returning ${columns}`.execute(trx)
  return rows
}
