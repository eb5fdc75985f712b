// The SQL of people as others see them: who they are, and since when. How they sign in is in auth-store.ts.
import { sql } from 'kysely'
import type { PeopleDb, World } from '../db/store.ts'
import type { Owner } from './person.ts'

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

/** Names by id, by the owner with whom these people hold or held a role in a world. */
export const namesByOwner = async (
  people: PeopleDb,
  { world, owners }: { world: World; owners: readonly Owner[] },
): Promise<ReadonlyMap<Owner, ReadonlyMap<string, string>>> => {
  const { rows } = await sql<{ owner: Owner; personId: string; name: string }>`
    select distinct g.owner, p.id as person_id, p.name
      from grant_held g join person p on p.id = g.person_id
     where g.world = ${world} and g.owner = any(${[...owners]}::text[])`.execute(people)
  const byOwner = new Map<Owner, Map<string, string>>(owners.map((owner) => [owner, new Map()]))
  for (const { owner, personId, name } of rows) byOwner.get(owner)?.set(personId, name)
  return byOwner
}
