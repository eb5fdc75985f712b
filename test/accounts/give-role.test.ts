import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { endRole, giveRole } from '../../src/accounts/give-role.ts'
import { hasAdministrator, listGrants, listHeldGrants } from '../../src/accounts/grant-store.ts'
import { inTestPeople } from '../world.ts'
import { exerciseRole, makeHolder, makePerson } from './held-people.ts'

describe('roles', () => {
  it('are given and ended, and both stay known', () =>
    inTestPeople(async (people) => {
      const personId = await makePerson(people, { name: 'Ada Fictional' })
      const role = exerciseRole('approver', 'XAU')
      const grant = await giveRole(people, { personId, role, agent: 'person:boss' })
      assert.deepEqual(await listGrants(people, personId), [grant])
      assert.deepEqual(
        await endRole(people, { grantId: grant!.grantId, agent: 'person:other' }).then((one) => one.outcome),
        'ended',
      )
      assert.deepEqual(await listGrants(people, personId), [])
      const [held] = await listHeldGrants(people, { personId })
      assert.equal(held?.grantedBy, 'person:boss')
      assert.equal(held?.endedBy, 'person:other')
      assert.ok(held!.endedAt! >= held!.grantedAt)
    }))

  it('are held once: given a second time nothing happens, ended a second time neither', () =>
    inTestPeople(async (people) => {
      const personId = await makePerson(people, { name: 'Ada Fictional' })
      const role = exerciseRole('contributor', 'XAU')
      const grant = await giveRole(people, { personId, role, agent: 'test' })
      assert.equal(await giveRole(people, { personId, role, agent: 'test' }), undefined)
      const end = () => endRole(people, { grantId: grant!.grantId, agent: 'test' })
      assert.equal((await end()).outcome, 'ended')
      assert.equal((await end()).outcome, 'ended already')
      assert.notEqual(await giveRole(people, { personId, role, agent: 'test' }), undefined)
    }))

  it('of an administrator stay with the last one', () =>
    inTestPeople(async (people) => {
      assert.equal(await hasAdministrator(people), false)
      const administrator = exerciseRole('administrator', null)
      const first = await makeHolder(people, 'Ada Fictional', administrator)
      assert.equal(await hasAdministrator(people), true)
      const [grant] = await listGrants(people, first)
      await assert.rejects(endRole(people, { grantId: grant!.grantId, agent: 'test' }), /last administrator/)
      await makeHolder(people, 'Ben Fictional', administrator)
      assert.equal((await endRole(people, { grantId: grant!.grantId, agent: 'test' })).outcome, 'ended')
    }))

  it('leave their trail without a name or an address', () =>
    inTestPeople(async (people) => {
      const personId = await makeHolder(people, 'Ada Fictional', exerciseRole('partner', null))
      const [grant] = await listGrants(people, personId)
      await endRole(people, { grantId: grant!.grantId, agent: 'person:x' })
      const events = await people.selectFrom('event').selectAll().orderBy('happenedAt').execute()
      assert.deepEqual(events.map(({ action }) => action).toSorted(), ['role-ended', 'role-given'])
      assert.ok(events.every(({ subject }) => subject === `person:${personId}`))
      assert.equal(/Fictional|example\.org/i.test(JSON.stringify(events)), false)
    }))
})
