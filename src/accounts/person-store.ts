// The SQL of people as others see them: who they are, and since when. How they sign in is in auth-store.ts.
import { sql } from 'kysely'
import type { PeopleDb } from '../db/store.ts'

/** Somebody with an account. */
export type PersonHeld = {
  personId: string
  name: string
  address: string
  /** Language they read (BCP 47). */
  language: string
  /** Since when they have an account (ISO 8601). */
  since: string
  hasSecondFactor: boolean
}

const columns = sql`
  id as person_id, name, email as address, language, created_at as since,
  coalesce(has_second_factor, false) as has_second_factor`

/** Everyone with an account, in no particular order. */
export const listPersons = async (people: PeopleDb): Promise<PersonHeld[]> => {
  const { rows } = await sql<PersonHeld>`select ${columns} from person order by id`.execute(people)
  return rows
}

export const findPerson = async (people: PeopleDb, personId: string): Promise<PersonHeld | undefined> => {
  const { rows } = await sql<PersonHeld>`select ${columns} from person where id = ${personId}`.execute(people)
  return rows[0]
}

export const findPersonByAddress = async (
  people: PeopleDb,
  address: string,
): Promise<PersonHeld | undefined> => {
  const { rows } = await sql<PersonHeld>`
    select ${columns} from person where lower(email) = ${address.trim().toLowerCase()}`.execute(people)
  return rows[0]
}

/** Names by id, for those who have an account. */
export const namesOfPeople = async (people: PeopleDb): Promise<Map<string, string>> =>
  new Map((await listPersons(people)).map((person) => [person.personId, person.name]))
