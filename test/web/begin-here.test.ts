// Where somebody's work is, for each role, in the world the role is for.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { listGrants } from '../../src/accounts/grant-store.ts'
import type { Person } from '../../src/accounts/person.ts'
import { siteOf } from '../../src/web/app.ts'
import { peopleHeld } from '../../src/web/held/people.ts'
import { beginHere } from '../../src/web/pages/accounts/begin-here.ts'
import { testSecret } from '../accounts/signing-in.ts'
import { fictionalData } from './fictional/world.ts'
import { inPeopleSite } from './people-site.ts'
import { documentOf, textOf } from './site.ts'

describe('the account of somebody with roles', () => {
  it('leads to where each of them is done, in the right world', () =>
    inPeopleSite(async ({ store, known }) => {
      const ofRegister = siteOf({
        ...{ world: 'register', banner: null, data: fictionalData(), today: () => '2027-12-31' },
      })
      const linesOf = async (personId: string) => {
        const grants = await listGrants(store.people, personId)
        const own = { as: 'person', personId, name: 'One', language: 'en', grants, scopes: null } as const
        const person: Person = own
        const html = await beginHere({ ...ofRegister, person }, grants, peopleHeld(store, testSecret)(person))
        const lines = [...documentOf(`<main>${html}</main>`).querySelectorAll('li')]
        return lines.map((line) => ({
          says: textOf(line),
          links: [...line.querySelectorAll('a')].map((one) => one.getAttribute('href')),
        }))
      }
      const [focal, ...rest] = await linesOf(known.focal)
      assert.equal(rest.length, 0)
      assert.match(focal?.says ?? '', /^You are focal point, Averland.*exercise/i)
      assert.deepEqual(focal?.links, ['/exercise/enter', '/exercise/waiting', '/exercise/states/XAA'])
      const [reviewer] = await linesOf(known.reviewer)
      assert.deepEqual(reviewer?.links, ['/exercise/waiting', '/exercise/releases', '/exercise/states'])
      const [admin] = await linesOf(known.admin)
      assert.deepEqual(admin?.links, ['/people', '/audit'])
    }))
})
