import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { createAccount } from '../../src/accounts/account-store.ts'
import { endRole, giveRole } from '../../src/accounts/give-role.ts'
import { listGrants } from '../../src/accounts/grant-store.ts'
import { invite, inviteAgain, takeInvitation, withdrawInvitation } from '../../src/accounts/invite.ts'
import { askForPasswordLink, makePasswordLink, takeNewPassword } from '../../src/accounts/password-link.ts'
import { forgetPerson } from '../../src/accounts/personal-data.ts'
import { resetWaysIn } from '../../src/accounts/reset-ways-in.ts'
import { migrate } from '../../src/db/migrate.ts'
import { inTransaction, openStore, type Store, storeOn } from '../../src/db/store.ts'
import { createTestDatabase } from '../world.ts'
import { exerciseRole, makeHolder, makePerson } from './held-people.ts'
import { testSecret } from './signing-in.ts'

const fulfilled = (results: PromiseSettledResult<unknown>[]): number =>
  results.filter(({ status }) => status === 'fulfilled').length

/** The people of a store, and every statement sent for them. */
const watched = ({ engine }: Store) => {
  const statements: string[] = []
  const { people } = storeOn({
    ...engine,
    lease: async (room) => {
      const lease = await engine.lease(room)
      return {
        ...lease,
        query: (text, parameters) => {
          statements.push(text.replace(/\s+/g, ' '))
          return lease.query(text, parameters)
        },
      }
    },
  })
  return { people, statements }
}

const tablesWritten = (statement: string): string[] =>
  [...statement.matchAll(/\b(?:(?<!for )update|delete from|insert into) ([\w.]+)/g)].map((found) => found[1]!)

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
      ...{ agent: 'test', byName: 'Ada Fictional', secret: testSecret },
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

  it('wait for no row while they hold the end of the trail', async () => {
    const { people, statements } = watched(store)
    await makeHolder(people, 'Fay Fictional', exerciseRole('administrator', null))
    const inviting = async (name: string) => {
      const administrator = exerciseRole('administrator', null)
      const personId = await makeHolder(people, name, administrator)
      const invited = []
      for (const address of ['y@example.org', 'z@example.org'])
        invited.push(
          await invite(people, {
            ...{ address, name: 'Y', language: 'en', grants: [administrator] },
            ...{ agent: `person:${personId}`, byName: name, secret: testSecret },
          }),
        )
      return { personId, ids: invited.map(({ invitation }) => invitation.invitationId) }
    }
    const agent = 'test'
    const gus = await inviting('Gus Fictional')
    const [grant] = await listGrants(people, gus.personId)
    const { ids } = await inviting('Hal Fictional')
    const ivy = await inviting('Ivy Fictional')
    const jan = await createAccount(people, {
      ...{ name: 'Jan Fictional', address: 'jan@example.org', passwordHash: 'x', language: 'en' },
    })
    const link = (await inTransaction(people, (trx) => makePasswordLink(trx, jan))).split('/').at(-1)!
    const acts = {
      'ending a role': () => endRole(people, { grantId: grant!.grantId, agent }),
      'withdrawing an invitation': () => withdrawInvitation(people, { id: ids[0]!, agent }),
      'inviting again': () =>
        inviteAgain(people, { id: ids[1]!, agent, byName: 'Hal Fictional', secret: testSecret }),
      'giving a way back in': () =>
        resetWaysIn(people, { personId: ivy.personId, agent, secondFactor: true }),
      'asking for a link': () =>
        askForPasswordLink(people, { address: 'jan@example.org', secret: testSecret }),
      'taking a new password': () =>
        takeNewPassword(people, { token: link, password: 'a long walk in autumn' }),
      'forgetting a person': () => forgetPerson(people, { personId: ivy.personId, agent }),
    }
    for (const [what, act] of Object.entries(acts)) {
      statements.length = 0
      await act()
      const head = statements.findIndex((text) => /from event_head for update/.test(text))
      const before = statements.slice(0, head).flatMap(tablesWritten)
      const after = new Set(statements.slice(head).flatMap(tablesWritten))
      assert.ok(before.length > 0, what)
      assert.deepEqual([...after].toSorted(), ['event', 'event_head', 'event_thing'], what)
    }
    const { rows } = await people.executeQuery<{ action: string }>(
      people.selectFrom('event').select('action').orderBy('seq', 'desc').limit(3).compile(),
    )
    assert.deepEqual(
      rows.map(({ action }) => action),
      ['person-forgotten', 'invitation-withdrawn', 'invitation-withdrawn'],
    )
  })

  it('who give a way back in and forget the same person end both, or one finds nobody', async () => {
    const { people } = store
    for (const turn of [1, 2, 3]) {
      const address = `kim${turn}@example.org`
      const personId = await createAccount(people, {
        ...{ name: 'Kim Fictional', address, passwordHash: 'x', language: 'en' },
      })
      const token = (await inTransaction(people, (trx) => makePasswordLink(trx, personId))).split('/').at(-1)!
      const password = 'a long walk in autumn'
      const ended = await Promise.allSettled([
        resetWaysIn(people, { personId, agent: 'test', secondFactor: true }),
        takeNewPassword(people, { token, password }),
        forgetPerson(people, { personId, agent: 'test' }),
        askForPasswordLink(people, { address, secret: testSecret }),
      ])
      // A deadlock would be `store-busy`.
      for (const one of ended)
        if (one.status === 'rejected') assert.doesNotMatch(String(one.reason?.type), /store-busy/)
      assert.equal(ended[2].status, 'fulfilled')
    }
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
