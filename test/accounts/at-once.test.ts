import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { endRole, giveRole } from '../../src/accounts/give-role.ts'
import { listGrants } from '../../src/accounts/grant-store.ts'
import { invite, takeInvitation } from '../../src/accounts/invite.ts'
import { migrate } from '../../src/db/migrate.ts'
import { openStore, type Store } from '../../src/db/store.ts'
import { createTestDatabase } from '../world.ts'
import { exerciseRole, makeHolder, makePerson } from './held-people.ts'

const fulfilled = (results: PromiseSettledResult<unknown>[]): number =>
  results.filter(({ status }) => status === 'fulfilled').length

describe('two at once', () => {
  // A store of its own: in that of the other tests everything is one transaction.
  let store: Store
  before(async () => {
    const { DATABASE_URL } = process.env
    store = await openStore(
      DATABASE_URL ? { databaseUrl: await createTestDatabase(DATABASE_URL) } : { inMemory: true },
    )
    await migrate(store.engine)
  })
  after(() => store.close())

  it('who administrate and both step down leave one of them', async () => {
    const { people } = store
    const both = [
      await makeHolder(people, 'Ada Fictional', exerciseRole('administrator', null)),
      await makeHolder(people, 'Ben Fictional', exerciseRole('administrator', null)),
    ]
    const grants = (await Promise.all(both.map((id) => listGrants(people, id)))).flat()
    const ended = await Promise.allSettled(
      grants.map(({ grantId }) => endRole(people, { grantId, agent: 'test' })),
    )
    assert.equal(fulfilled(ended), 1)
    assert.equal((await Promise.all(both.map((id) => listGrants(people, id)))).flat().length, 1)
  })

  it('who take up one invitation: one gets the role', async () => {
    const { people } = store
    const { invitation } = await invite(people, {
      ...{ address: 'x@example.org', name: 'X', language: 'en', grants: [exerciseRole('partner', null)] },
      ...{ agent: 'test', byName: 'Ada Fictional' },
    })
    const ids = [
      await makePerson(people, { name: 'Cem Fictional' }),
      await makePerson(people, { name: 'Dee Fictional' }),
    ]
    const taken = await Promise.allSettled(
      ids.map((personId) => takeInvitation(people, { id: invitation.invitationId, personId })),
    )
    assert.equal(fulfilled(taken), 1)
    assert.equal((await Promise.all(ids.map((id) => listGrants(people, id)))).flat().length, 1)
  })

  it('who give somebody the same role give it once', async () => {
    const { people } = store
    const personId = await makePerson(people, { name: 'Eve Fictional' })
    const role = exerciseRole('approver', 'XAU')
    const given = await Promise.all(
      [1, 2, 3].map((n) => giveRole(people, { personId, role, agent: `test ${n}` })),
    )
    assert.equal(given.filter((grant) => grant !== undefined).length, 1)
    assert.equal((await listGrants(people, personId)).length, 1)
  })
})
