// Fictional people for tests: accounts as sign-in would make them, without a way in.
import { giveRole } from '../../src/accounts/give-role.ts'
import type { Role } from '../../src/accounts/person.ts'
import type { NewRole } from '../../src/accounts/role-rules.ts'
import { type PeopleDb, uuidv7 } from '../../src/db/store.ts'

/** Makes somebody with an account; their id. The address is under example.org. */
export const makePerson = async (
  people: PeopleDb,
  { name, language = 'en' }: { name: string; language?: string },
): Promise<string> => {
  const id = uuidv7()
  await people
    .insertInto('person')
    .values({
      id,
      name,
      email: `${name.toLowerCase().replace(/[^a-z]+/g, '.')}@example.org`,
      emailVerified: true,
      image: null,
      hasSecondFactor: true,
      language,
    })
    .execute()
  return id
}

export const exerciseRole = (role: Role, of: string | null, department: string | null = null): NewRole => ({
  world: role === 'administrator' ? null : 'exercise',
  role,
  of,
  department,
})

/** Makes somebody who holds these roles; their id. */
export const makeHolder = async (people: PeopleDb, name: string, ...held: NewRole[]): Promise<string> => {
  const personId = await makePerson(people, { name })
  for (const role of held) await giveRole(people, { personId, role, agent: 'test' })
  return personId
}
