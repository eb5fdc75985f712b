import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { keeperOf, type Person, type Role, roles, theDesk, thePublic } from '../../src/accounts/person.ts'
import { checkRole, givingOf, type HeldNames, mayGive, type NewRole } from '../../src/accounts/role-rules.ts'

const held: HeldNames = {
  hasActor: (id) => ['XAU', 'skarvonje-national-society'].includes(id),
  hasTreaty: (id) => id === 'mine-ban',
  hasDepartment: (actor, id) => actor === 'XAU' && id === 'treaties',
}
const keeper = keeperOf('mine-ban')

const asked = (role: Role, of: string | null, more: Partial<NewRole> = {}): NewRole => ({
  world: 'exercise',
  role,
  of,
  department: null,
  ...more,
})

const someone = (...grants: NewRole[]): Person => ({
  as: 'person',
  personId: 'p',
  name: 'Ada Fictional',
  language: 'en',
  scopes: null,
  grants: grants.map((grant, i) => ({ grantId: String(i), ...grant })),
})
const administrator = asked('administrator', null, { world: null })

describe('a role', () => {
  const cases: [string, NewRole, string[]][] = [
    ['of a focal point is held with an actor', asked('focal-point', 'XAU'), []],
    ['of a focal point is not held with a keeper', asked('focal-point', keeper), ['of actorNeeded']],
    ['of an approver is not held with nobody', asked('approver', null), ['of actorNeeded']],
    ['names an actor that is held', asked('approver', 'XZZ'), ['of actorUnknown']],
    ['of a coder is held with a keeper', asked('coder', keeper), []],
    ['of a coder is not held with an actor', asked('coder', 'XAU'), ['of keeperNeeded']],
    ['names a treaty that is held', asked('reviewer', keeperOf('none')), ['of keeperUnknown']],
    ['of a partner is held with an actor', asked('partner', 'XAU'), []],
    ['of a partner is held with a keeper', asked('partner', keeper), []],
    ['of a partner is held with everyone', asked('partner', null), []],
    ['is for a world', asked('partner', null, { world: null }), ['world worldNeeded']],
    ['of an administrator is for no world', asked('administrator', null), ['world worldOfAdministrator']],
    ['of an administrator is held with nobody', { ...administrator, of: 'XAU' }, ['of nobody']],
    ['of a contributor may name a department', asked('contributor', 'XAU', { department: 'treaties' }), []],
    [
      'of a contributor names a department of that very actor',
      asked('contributor', 'skarvonje-national-society', { department: 'treaties' }),
      ['department department'],
    ],
    [
      'of an approver names no department',
      asked('approver', 'XAU', { department: 'treaties' }),
      ['department departmentOfContributor'],
    ],
  ]
  for (const [name, role, wrong] of cases)
    it(name, () =>
      assert.deepEqual(
        checkRole(role, held).map(({ field, fault }) => `${field} ${fault}`),
        wrong,
      ),
    )
})

describe('who gives a role', () => {
  const focal = someone(asked('focal-point', 'XAU'))
  const reviewer = someone(asked('reviewer', keeper))
  const given = (person: Person, of: string | null) =>
    roles.filter((role) => mayGive(person, { role, of, world: role === 'administrator' ? null : 'exercise' }))

  it('an administrator: any', () => {
    assert.deepEqual(given(someone(administrator), 'XAU'), roles)
    assert.equal(givingOf(someone(administrator)), 'all')
  })
  it('a focal point: those who work for the same actor, and nobody beyond', () => {
    assert.deepEqual(given(focal, 'XAU'), ['focal-point', 'approver', 'contributor'])
    assert.deepEqual(given(focal, 'skarvonje-national-society'), [])
    assert.deepEqual(given(focal, keeper), [])
    assert.equal(mayGive(focal, { role: 'approver', of: 'XAU', world: 'register' }), false)
  })
  it('a reviewer: those who work and read for the treaty, and no other reviewer', () =>
    assert.deepEqual(given(reviewer, keeper), ['coder', 'committee-member', 'partner']))
  it('nobody else', () => {
    for (const role of roles.filter((one) => !['administrator', 'focal-point', 'reviewer'].includes(one)))
      for (const owner of ['XAU', keeper, null])
        assert.deepEqual(given(someone(asked(role, owner)), owner), [], `${role} ${owner}`)
    assert.deepEqual(given(thePublic, 'XAU'), [])
  })
  it('whoever sits at the desk before people sign in: any', () =>
    assert.deepEqual(given(theDesk, null), roles))
  it('nobody by a token', () => {
    const byToken: Person = {
      ...(someone(administrator) as Person & { as: 'person' }),
      scopes: ['read', 'enter', 'approve', 'publish'],
    }
    assert.deepEqual(given(byToken, 'XAU'), [])
    assert.deepEqual(givingOf(byToken), [])
  })

  const anyRole = fc.record({
    world: fc.constantFrom('register' as const, 'exercise' as const, null),
    role: fc.constantFrom(...roles),
    of: fc.constantFrom('XAU', 'XZZ', keeper, null),
    department: fc.constant(null),
  })
  it('more roles held never give less', () =>
    fc.assert(
      fc.property(
        fc.array(anyRole, { maxLength: 3 }),
        anyRole,
        anyRole,
        (some, more, wanted) => !mayGive(someone(...some), wanted) || mayGive(someone(...some, more), wanted),
      ),
    ))
  it('nobody but an administrator makes an administrator', () =>
    fc.assert(
      fc.property(fc.array(anyRole, { maxLength: 4 }), (some) => {
        const person = someone(...some.filter(({ role }) => role !== 'administrator'))
        return !mayGive(person, administrator)
      }),
    ))
})
