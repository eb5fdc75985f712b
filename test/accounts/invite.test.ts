import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { endRole } from '../../src/accounts/give-role.ts'
import { listGrants } from '../../src/accounts/grant-store.ts'
import { stateOfInvitation } from '../../src/accounts/invitation.ts'
import { listInvitations } from '../../src/accounts/invitation-store.ts'
import {
  checkInvited,
  getInvitationByToken,
  invite,
  inviteAgain,
  takeInvitation,
  withdrawInvitation,
} from '../../src/accounts/invite.ts'
import type { NewRole } from '../../src/accounts/role-rules.ts'
import { openLink } from '../../src/accounts/sealed-link.ts'
import type { PeopleDb } from '../../src/db/store.ts'
import { inTestPeople } from '../world.ts'
import { exerciseRole, makeHolder, makePerson } from './held-people.ts'
import { testSecret } from './signing-in.ts'

const role = exerciseRole('approver', 'XAU')
const inviteBen = (people: PeopleDb, { agent = 'test', grants = [role] as NewRole[] } = {}) =>
  invite(people, {
    ...{ address: 'Ben@Example.org ', name: 'Ben Fictional', language: 'mn', grants },
    ...{ agent, byName: 'Ada Fictional', secret: testSecret },
  })
const tokenIn = (path: string): string => path.split('/').at(-1)!

describe('where an invitation stands', () => {
  const open = { usedAt: null, withdrawnAt: null, expiresAt: '2026-11-29T00:00:00.000Z' }
  const cases = [
    ['open until it expires', open, '2026-11-28T23:59:59.000Z', 'open'],
    ['expired from that very instant', open, '2026-11-29T00:00:00.000Z', 'expired'],
    ['used for good', { ...open, usedAt: '2026-11-23' }, '2026-12-29T00:00:00.000Z', 'used'],
    ['withdrawn for good', { ...open, withdrawnAt: '2026-11-23' }, '2026-12-29T00:00:00.000Z', 'withdrawn'],
  ] as const
  for (const [name, given, now, state] of cases)
    it(name, () => assert.equal(stateOfInvitation(given, now), state))
})

describe('an invitation', () => {
  it('is for somebody with a name and one address', () => {
    const faults = (name: string, address: string) =>
      checkInvited({ name, address }).map(({ fault }) => fault)
    assert.deepEqual(faults('Ben', 'ben@example.org'), [])
    assert.deepEqual(faults(' ', 'ben'), ['nameMissing', 'address'])
    assert.deepEqual(faults('Ben', 'ben@example.org, ada@example.org'), ['address'])
    assert.deepEqual(faults('Ben', 'ben@example.org\r\nBcc: x@example.org'), ['address'])
  })

  it('goes by letter in its language, with a link of which only a digest is kept', () =>
    inTestPeople(async (people) => {
      const { path, invitation } = await inviteBen(people)
      assert.match(path, /^\/mn\/invitation\/[\w-]{43}$/)
      const letter = await people.selectFrom('letter').selectAll().executeTakeFirstOrThrow()
      assert.deepEqual(
        [letter.kind, letter.address, letter.language],
        ['invitation', 'ben@example.org', 'mn'],
      )
      const { link } = letter.values as { link: string }
      assert.equal(link.includes(tokenIn(path)), false)
      assert.equal(openLink(link, testSecret), path)
      const days = (Date.parse(invitation.expiresAt) - Date.parse(invitation.madeAt)) / 86_400_000
      assert.equal(days, 7)
      const kept = await people.selectFrom('invitation').selectAll().execute()
      assert.equal(JSON.stringify(kept).includes(tokenIn(path)), false)
      assert.deepEqual(await getInvitationByToken(people, tokenIn(path)), invitation)
      await assert.rejects(getInvitationByToken(people, 'x'.repeat(43)), /opens no invitation/)
      await assert.rejects(getInvitationByToken(people, "' or 1=1"), /opens no invitation/)
    }))

  it('brings its roles once', () =>
    inTestPeople(async (people) => {
      const { invitation } = await inviteBen(people)
      const id = invitation.invitationId
      const ben = await makePerson(people, { name: 'Ben Fictional' })
      const eve = await makePerson(people, { name: 'Eve Fictional' })
      await takeInvitation(people, { id, personId: ben })
      assert.deepEqual(
        (await listGrants(people, ben)).map((grant) => [grant.role, grant.of, grant.world]),
        [['approver', 'XAU', 'exercise']],
      )
      await assert.rejects(takeInvitation(people, { id, personId: eve }), /has been used/)
      assert.deepEqual(await listGrants(people, eve), [])
    }))

  it('brings nothing once withdrawn or expired', () =>
    inTestPeople(async (people) => {
      const ben = await makePerson(people, { name: 'Ben Fictional' })
      const first = (await inviteBen(people)).invitation.invitationId
      assert.notEqual(await withdrawInvitation(people, { id: first, agent: 'test' }), undefined)
      assert.equal(await withdrawInvitation(people, { id: first, agent: 'test' }), undefined)
      await assert.rejects(takeInvitation(people, { id: first, personId: ben }), /was withdrawn/)
      const second = (await inviteBen(people)).invitation.invitationId
      await people
        .updateTable('invitation')
        .set({ expiresAt: '2020-01-01T00:00:00Z' })
        .where('invitationId', '=', second)
        .execute()
      await assert.rejects(takeInvitation(people, { id: second, personId: ben }), /has expired/)
      assert.deepEqual(await listGrants(people, ben), [])
    }))

  it('is sent again with a new link, and the old one is void', () =>
    inTestPeople(async (people) => {
      const first = await inviteBen(people)
      const again = await inviteAgain(people, {
        ...{
          id: first.invitation.invitationId,
          agent: 'person:x',
          byName: 'Ada Fictional',
          secret: testSecret,
        },
      })
      assert.notEqual(again!.path, first.path)
      const old = await getInvitationByToken(people, tokenIn(first.path))
      assert.notEqual(old.withdrawnAt, null)
      assert.equal((await listInvitations(people, { isOver: false })).length, 1)
      // The letter with the old link has not gone yet, and does not go.
      const letters = await people.selectFrom('letter').selectAll().execute()
      assert.deepEqual(
        letters.map(({ values }) => openLink((values as { link: string }).link, testSecret)),
        [again!.path],
      )
    }))

  it('is withdrawn when its maker loses the role it was made by, and only then', () =>
    inTestPeople(async (people) => {
      const maker = await makeHolder(people, 'Ada Fictional', exerciseRole('focal-point', 'XAU'))
      await makeHolder(people, 'Bo Fictional', exerciseRole('focal-point', 'XAU'))
      const { invitation } = await inviteBen(people, { agent: `person:${maker}` })
      const others = await inviteBen(people, { agent: 'test' })
      const [grant] = await listGrants(people, maker)
      await endRole(people, { grantId: grant!.grantId, agent: 'test' })
      const open = await listInvitations(people, { isOver: false })
      assert.deepEqual(
        open.map((one) => one.invitationId),
        [others.invitation.invitationId],
      )
      assert.notEqual(open[0]?.invitationId, invitation.invitationId)
    }))
})
