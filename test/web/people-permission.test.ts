// Every address of people, as everyone: a route that is added without a decision who may use it fails here.
import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { listDepartments } from '../../src/accounts/department-store.ts'
import { listGrants } from '../../src/accounts/grant-store.ts'
import { listInvitations } from '../../src/accounts/invitation-store.ts'
import { keeperOf, type Role } from '../../src/accounts/person.ts'
import { createApp } from '../../src/web/app.ts'
import { exerciseRole, makeHolder } from '../accounts/held-people.ts'
import { fictionalData } from './fictional/world.ts'
import { type As, inPeopleSite } from './people-site.ts'

type Kind =
  | 'list' // of one's own people: whoever manages some
  | 'own' // about a person or an actor of one's own
  | 'administrator'
  | 'self' // about oneself: whoever is signed in
  | 'link' // whoever has it

/** Who may use it; by method and path, as the app has them. */
const decided: Record<string, Kind> = {
  'GET /people': 'list',
  'GET /people.json': 'list',
  'GET /people.csv': 'list',
  'GET /people.xlsx': 'list',
  'GET /people/invite': 'list',
  'POST /people/invite': 'list',
  'GET /people/invitations': 'list',
  'GET /people/invitations.json': 'list',
  'GET /people/invitations.csv': 'list',
  'GET /people/invitations.xlsx': 'list',
  'POST /people/invitations/:invitation/withdraw': 'own',
  'POST /people/invitations/:invitation/again': 'own',
  'GET /people/letters': 'administrator',
  'GET /people/letters.json': 'administrator',
  'GET /people/letters.csv': 'administrator',
  'GET /people/letters.xlsx': 'administrator',
  'GET /people/departments': 'list',
  'GET /people/departments/:world/:actor': 'own',
  'POST /people/departments/:world/:actor': 'own',
  'GET /people/departments/:world/:actor/:department': 'own',
  'POST /people/departments/:world/:actor/:department': 'own',
  'POST /people/departments/:world/:actor/:department/end': 'own',
  'GET /people/departments/:world/:actor/sections/:obligation': 'own',
  'POST /people/departments/:world/:actor/sections/:obligation': 'own',
  'GET /people/:person': 'own',
  'GET /people/:person/roles/new': 'own',
  'POST /people/:person/roles/new': 'own',
  'GET /people/:person/roles/:grant/end': 'own',
  'POST /people/:person/roles/:grant/end': 'own',
  'GET /people/:person/way-back': 'administrator',
  'POST /people/:person/way-back': 'administrator',
  'POST /people/:person/address': 'administrator',
  'GET /people/:person/forget': 'administrator',
  'POST /people/:person/forget': 'administrator',
  'GET /account/data': 'self',
  'GET /account/data.json': 'self',
  'GET /account/forget': 'self',
  'POST /account/forget': 'self',
  'GET /invitation/:token': 'link',
  'POST /invitation/:token': 'link',
}

const keeper = keeperOf('mine-ban')
const routes: string[] = []

before(() => {
  const app = createApp({
    ...{ world: 'register', banner: null, data: fictionalData(), today: () => '2027-12-31' },
    people: () => {
      throw new Error('asked of nobody')
    },
  })
  for (const { method, path } of app.routes)
    if (/^\/(people|invitation|account)\b/.test(path) && ['GET', 'POST'].includes(method))
      routes.push(`${method} ${path}`)
})

describe('every address of people', () => {
  it('has a decision who may use it', () =>
    assert.deepEqual([...new Set(routes)].toSorted(), Object.keys(decided).toSorted()))

  it('is refused to whoever may not, with nobody’s name or address, and nothing is changed', () =>
    inPeopleSite(async ({ as, known, store }) => {
      const { people } = store
      const focal = as(known.focal)
      await focal.post('/people/departments/exercise/XAA', { en: 'Unmistakable department' })
      await focal.post('/people/invite', {
        ...{ name: 'Ben Invited', address: 'ben.invited@example.org', language: 'en', role: 'approver' },
        step: 'check',
      })
      const [department] = await listDepartments(people, { world: 'exercise', actor: 'XAA' })
      const [invitation] = await listInvitations(people)
      const [grant] = await listGrants(people, known.second)
      const places: Record<string, string> = {
        ':invitation': invitation!.invitationId,
        ':world': 'exercise',
        ':actor': 'XAA',
        ':department': department!.departmentId,
        ':obligation': 'article-7',
        ':person': known.second,
        ':grant': grant!.grantId,
        ':token': 'x'.repeat(43),
      }
      const holders: Record<string, string> = { public: 'public' }
      const held = {
        approver: 'XAA',
        contributor: 'XAA',
        coder: keeper,
        'committee-member': keeper,
        partner: null,
      }
      for (const [role, of] of Object.entries(held))
        holders[role] = await makeHolder(people, `Holder ${role}`, exerciseRole(role as Role, of))
      holders['focal point of another'] = known.other
      holders.reviewer = known.reviewer
      holders['token of the focal point'] = `token:${known.focal}`
      const before = await counted()
      async function counted() {
        const count = async (
          table: 'grantHeld' | 'invitation' | 'department' | 'person' | 'sectionAssignment',
        ) => (await people.selectFrom(table).selectAll().execute()).length
        const [own] = await listDepartments(people, { world: 'exercise', actor: 'XAA' })
        return [
          await count('grantHeld'),
          await count('invitation'),
          await count('department'),
          await count('person'),
          await count('sectionAssignment'),
          own?.endedAt,
          (await listInvitations(people, { isOver: false })).length,
          (await listGrants(people, known.second)).length,
        ]
      }
      for (const [route, kind] of Object.entries(decided)) {
        const [method, path = ''] = route.split(' ')
        const address = path.replace(/:\w+/g, (place) => places[place]!)
        for (const [who, id] of Object.entries(holders)) {
          const managesSome = who === 'reviewer' || who === 'focal point of another'
          if (kind === 'self' && who !== 'public') continue
          if (kind === 'list' && managesSome) continue
          const asker: As = as(id)
          const answer =
            method === 'GET'
              ? await asker.get(address)
              : await asker.post(address, { word: 'remove', lost: 'password' })
          const wanted = kind === 'link' ? [404] : who === 'public' ? [401] : [403, 404]
          assert.ok(wanted.includes(answer.status), `${route} as ${who}: ${answer.status}`)
          const leaked = /Sam Fictional|Ben Invited|ben\.invited|sam\.fictional|Unmistakable/.exec(
            answer.text,
          )
          assert.equal(leaked, null, `${route} as ${who}`)
        }
      }
      assert.deepEqual(await counted(), before)
    }))
})
