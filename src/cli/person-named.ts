// The one person a command is about: by their id or their address.
import { findAccountByAddress } from '../accounts/account-store.ts'
import { findPerson, type PersonHeld } from '../accounts/person-store.ts'
import type { PeopleDb } from '../db/store.ts'
import { problem } from '../problem.ts'

/** Throws `usage` where not one is named, `not-found` where nobody is. */
export const getPersonNamed = async (people: PeopleDb, args: readonly string[]): Promise<PersonHeld> => {
  const [named, ...more] = args
  if (named === undefined || more.length > 0)
    throw problem('usage', 'Name one person, by address or by the id that "pacta person list" prints.')
  const id = named.includes('@') ? (await findAccountByAddress(people, named))?.personId : named
  const found = id === undefined ? undefined : await findPerson(people, id)
  if (found === undefined) throw problem('not-found', `Nobody has an account as "${named}".`)
  return found
}
