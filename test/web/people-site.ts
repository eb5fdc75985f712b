// The register's site over a store with people: whoever sends a request says who they are in a header.
import { listGrants } from '../../src/accounts/grant-store.ts'
import { type Person, theDesk, thePublic, tokenScopes } from '../../src/accounts/person.ts'
import { findPerson } from '../../src/accounts/person-store.ts'
import type { Store } from '../../src/db/store.ts'
import { createSites } from '../../src/web/app.ts'
import { peopleHeld } from '../../src/web/held/people.ts'
import { joinSites } from '../../src/web/serve.ts'
import { exerciseRole, makeHolder } from '../accounts/held-people.ts'
import { testSecret } from '../accounts/signing-in.ts'
import { inTestStore } from '../world.ts'
import { type App, addStates, post } from './entering.ts'
import { fictionalData } from './fictional/world.ts'
import { documentOf } from './site.ts'

/** An id; `token:` before it: by a token of theirs. */
const header = 'x-test-person'

const personIn = async ({ people }: Store, asked: string | null): Promise<Person> => {
  const isToken = asked?.startsWith('token:') === true
  const id = asked?.replace('token:', '') ?? null
  if (id === null || id === 'public') return thePublic
  if (id === 'desk') return theDesk
  const found = await findPerson(people, id)
  if (found === undefined) return thePublic
  const { personId, name, language } = found
  return {
    as: 'person',
    personId,
    name,
    language,
    grants: await listGrants(people, personId),
    scopes: isToken ? [...tokenScopes] : null,
  }
}

export type As = {
  get: (address: string) => Promise<{ status: number; text: string; document: Document; headers: Headers }>
  post: (address: string, fields: Record<string, string>) => ReturnType<typeof post>
}

/** Fictional people: `admin`; `focal` and `second` of Averland, `other` of Belmora; `reviewer` of the Mine Ban Convention. */
export type Known = Record<'admin' | 'focal' | 'second' | 'other' | 'reviewer', string>

/** Runs `work` with the site, as each person: `as(id)`. States are in the exercise; people in the register's site. */
export const inPeopleSite = <T>(
  work: (site: { app: App; store: Store; known: Known; as: (id: string) => As }) => Promise<T>,
): Promise<T> =>
  inTestStore(async (store) => {
    await addStates(store.world('exercise'))
    const { people } = store
    const known: Known = {
      admin: await makeHolder(people, 'Ada Fictional', exerciseRole('administrator', null)),
      focal: await makeHolder(people, 'Fay Fictional', exerciseRole('focal-point', 'XAA')),
      second: await makeHolder(people, 'Sam Fictional', exerciseRole('focal-point', 'XAA')),
      other: await makeHolder(people, 'Oda Fictional', exerciseRole('focal-point', 'XAB')),
      reviewer: await makeHolder(people, 'Rex Fictional', exerciseRole('reviewer', 'treaty:mine-ban')),
    }
    const access = {
      personOf: async (headers: Headers) => ({
        person: await personIn(store, headers.get(header)),
        setCookies: [],
      }),
    }
    const app = joinSites(
      createSites({
        ...{ world: 'register', banner: null, data: fictionalData(), today: () => '2027-12-31' },
        ...{ access, people: peopleHeld(store, testSecret) },
      }),
    )
    const as = (id: string): As => ({
      get: async (address) => {
        const response = await app.request(`http://localhost:3000${address}`, {
          headers: { host: 'localhost:3000', [header]: id },
        })
        const text = await response.text()
        return { status: response.status, text, document: documentOf(text), headers: response.headers }
      },
      post: (address, fields) =>
        post(app, address, fields, { 'sec-fetch-site': 'same-origin', [header]: id }),
    })
    return work({ app, store, known, as })
  })
