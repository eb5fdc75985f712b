// The SQL of what is kept of one person: for them to read, and to forget.
import { sql } from 'kysely'
import type { Db, PeopleDb } from '../db/store.ts'

/** A session, without what opens it. */
export type SessionKept = {
  createdAt: string
  lastUsedAt: string
  expiresAt: string
  secondFactor: string | null
}

export const listSessionsOf = async (people: PeopleDb, personId: string): Promise<SessionKept[]> => {
  const { rows } = await sql<SessionKept>`
    select created_at, updated_at as last_used_at, expires_at, second_factor from session
     where person_id = ${personId} order by created_at`.execute(people)
  return rows
}

/** A way to sign in: a password or a provider, without its secret. */
export type WayIn = { provider: string; since: string }

export const listWaysIn = async (people: PeopleDb, personId: string): Promise<WayIn[]> => {
  const { rows } = await sql<WayIn>`
    select provider_id as provider, created_at as since from credential
     where person_id = ${personId} order by created_at`.execute(people)
  return rows
}

/** The outside of a letter. */
export type LetterKept = {
  kind: string
  language: string
  state: string
  madeAt: string
  sentAt: string | null
}

export const listLettersOf = async (
  people: PeopleDb,
  { personId, address }: { personId: string; address: string },
): Promise<LetterKept[]> => {
  const { rows } = await sql<LetterKept>`
    select kind, language, state, made_at, sent_at from letter
     where person_id = ${personId} or lower(address) = ${address.toLowerCase()} order by made_at`.execute(
    people,
  )
  return rows
}

/** What was done, as the trail has it. */
export type EventKept = { eventId: string; happenedAt: string; action: string; subject: string }

/** What an agent did, from the trail of the people or of a world. */
export const listEventsBy = async (trail: Db | PeopleDb, agent: string): Promise<EventKept[]> => {
  const { rows } = await sql<EventKept>`
    select event_id, happened_at, action, subject from event where agent = ${agent}
     order by happened_at, event_id`.execute(trail)
  return rows
}

/**
 * Takes away what names a person beside their account: letters to their address, those in their name that have not gone
 * yet, tokens, links under way.
 */
export const erasePersonRows = async (
  trx: PeopleDb,
  { personId, address }: { personId: string; address: string },
): Promise<void> => {
  await sql`
    delete from letter
     where lower(address) = ${address.toLowerCase()} or "values" ->> 'agent' = ${`person:${personId}`}`.execute(
    trx,
  )
  await sql`delete from api_token where person_id = ${personId}`.execute(trx)
  await sql`delete from verification where value = ${personId}`.execute(trx)
}
