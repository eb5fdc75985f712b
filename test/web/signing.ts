// A site over a store in which people have signed in, for the tests of what they do one after the other: whoever a
// request names in a header sent it.
import { sql } from 'kysely'
import { type Person, type Role, type SignedIn, thePublic } from '../../src/accounts/person.ts'
import type { Db, Store, World } from '../../src/db/store.ts'
import { createSites } from '../../src/web/app.ts'
import { heldFor } from '../../src/web/held.ts'
import { joinSites } from '../../src/web/serve.ts'
import { inTestStore } from '../world.ts'
import { fieldsIn, host, post } from './entering.ts'
import { documentOf, parseErrors } from './site.ts'

export const today = '2027-12-31'

/** Somebody with one role. `department`: of a contributor. */
export const someone = (
  personId: string,
  role: Role,
  of: string | null,
  { world = 'register', department = null }: { world?: World; department?: string | null } = {},
): SignedIn => ({
  as: 'person',
  personId,
  name: personId,
  language: 'en',
  grants: [{ grantId: `grant-${personId}`, world, role, of, department }],
  scopes: null,
})

const addActors = (db: Db) =>
  sql`
  insert into actor (actor_id, kind, parent, iso3, names)
  values ('XAA', 'state', null, 'XAA', '{"en": {"short": "Averland"}}'),
         ('XAB', 'state', null, 'XAB', '{"en": {"short": "Belmora"}}'),
         ('xaa-society', 'national-society', 'XAA', null, '{"en": {"short": "Averland National Society"}}')`.execute(
    db,
  )

export type SignedInSite = {
  app: ReturnType<typeof joinSites>
  db: Db
  store: Store
  /** The site as a person has it, or the public. */
  as: (person: Person) => {
    open: (
      address: string,
    ) => Promise<{ status: number; document: Document; text: string; fields: Record<string, string> }>
    send: (address: string, fields: Record<string, string>) => ReturnType<typeof post>
  }
}

/** One world over a store that holds two States and a National Society, and these people. */
export const inSignedInWorld = (
  people: readonly SignedIn[],
  work: (site: SignedInSite) => Promise<void>,
  world: World = 'register',
): Promise<void> =>
  inTestStore(async (store) => {
    const db = store.world(world)
    await sql`insert into setting (key, value) values ('today', ${today})`.execute(db)
    await addActors(db)
    const { ofPublic, dataFor } = heldFor(store, world)
    const access = {
      personOf: async (headers: Headers) => ({
        person: people.find(({ personId }) => personId === headers.get('x-person')) ?? thePublic,
        setCookies: [],
      }),
    }
    const banner = world === 'exercise' ? 'Exercise: all of this is fictional.' : null
    const app = joinSites(createSites({ world, banner, data: ofPublic, dataFor, access, today: () => today }))
    const as: SignedInSite['as'] = (person) => {
      const own = { 'x-person': person.as === 'person' ? person.personId : '' }
      return {
        open: async (address) => {
          const response = await app.request(`http://${host}${address}`, { headers: { host, ...own } })
          const text = await response.text()
          const faults = parseErrors(text)
          if (response.headers.get('content-type')?.startsWith('text/html') && faults.length > 0)
            throw new Error(`${address}: ${faults.join('; ')}`)
          const document = documentOf(text)
          return { status: response.status, document, text, fields: fieldsIn(document) }
        },
        send: (address, fields) => post(app, address, fields, { 'sec-fetch-site': 'same-origin', ...own }),
      }
    }
    await work({ app, db, store, as })
  })
