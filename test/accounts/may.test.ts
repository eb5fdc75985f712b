import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { may, scopeFor, waysThatMay } from '../../src/accounts/may.ts'
import { permit } from '../../src/accounts/permit.ts'
import {
  agentOf,
  type Grant,
  isKeeper,
  type Person,
  roles,
  theDesk,
  thePublic,
  tokenScopes,
} from '../../src/accounts/person.ts'
import { heldWith } from '../../src/accounts/role-rules.ts'
import { isSeen } from '../../src/accounts/sight.ts'
import { sightOf } from '../../src/accounts/sight-of.ts'
import { acts, type Thing, thingKinds, thingStates } from '../../src/accounts/thing.ts'
import { Problem } from '../../src/problem.ts'
import { holder, personWith, thingOf } from './people.ts'

const keeper = 'treaty:mine-ban'
const ofAverland = (role: Parameters<typeof holder>[0], more = {}) => holder(role, 'XAA', more)
const ofKeeper = (role: Parameters<typeof holder>[0], more = {}) => holder(role, keeper, more)

/** What a State writes itself, and what the secretariat codes of it. */
const ownDraft = (given: Partial<Thing> = {}) => thingOf({ kind: 'report', state: 'draft', ...given })
const codedDraft = (given: Partial<Thing> = {}) =>
  thingOf({ kind: 'report', state: 'draft', owners: [keeper], keeper, writtenBy: 'person:coder', ...given })
const figures = (given: Partial<Thing> = {}) =>
  thingOf({ kind: 'figures', state: 'draft', owners: [keeper], keeper, writtenBy: 'person:coder', ...given })

const can = (person: Person, thing: Thing): string =>
  acts.filter((act) => act !== 'read-history' && may(person, act, thing)).join(' ')

describe('what each role may do', () => {
  const cases: [who: string, person: Person, thing: Thing, acts: string][] = [
    ['the public, a published fact', thePublic, thingOf(), 'read'],
    ['the public, a fact for partners', thePublic, thingOf({ tier: 'partner' }), ''],
    ['the public, a fact on its way', thePublic, thingOf({ state: 'draft' }), ''],
    ['the public, a report received', thePublic, thingOf({ kind: 'report', keeper }), 'read'],
    ['the public, figures not published', thePublic, figures({ state: 'approved' }), ''],
    [
      'a focal point, a draft',
      ofAverland('focal-point'),
      ownDraft(),
      'read enter edit ask return discard restore comment',
    ],
    [
      'a focal point, approved',
      ofAverland('focal-point'),
      ownDraft({ state: 'approved' }),
      'read edit return publish discard restore comment',
    ],
    [
      'a focal point, published',
      ofAverland('focal-point'),
      thingOf({ tier: 'restricted' }),
      'read restore comment declare-complete',
    ],
    ['a focal point, another State’s draft', holder('focal-point', 'XAB'), ownDraft(), ''],
    [
      'a focal point, another State’s restricted fact',
      holder('focal-point', 'XAB'),
      thingOf({ tier: 'restricted' }),
      '',
    ],
    ['a focal point, what the secretariat codes', ofAverland('focal-point'), codedDraft(), ''],
    [
      'a focal point of a co-owner',
      holder('focal-point', 'red-cross'),
      thingOf({ kind: 'commitment', state: 'draft', owners: ['XAA', 'red-cross'] }),
      'read enter edit ask return discard restore comment',
    ],
    ['an approver, a draft', ofAverland('approver'), ownDraft(), 'read approve return comment'],
    ['an approver, published', ofAverland('approver'), thingOf(), 'read comment'],
    ['a contributor, a draft', ofAverland('contributor'), ownDraft(), 'read enter edit'],
    [
      'a contributor, a fact on its way',
      ofAverland('contributor'),
      thingOf({ state: 'draft' }),
      'read enter edit ask',
    ],
    [
      'a contributor held to a department, its section',
      ofAverland('contributor', { department: 'health' }),
      ownDraft({ departments: ['health'] }),
      'read enter edit',
    ],
    [
      'a contributor held to a department, another’s section',
      ofAverland('contributor', { department: 'health' }),
      ownDraft({ departments: ['defence'] }),
      'read',
    ],
    [
      'a contributor held to none, any section',
      ofAverland('contributor'),
      ownDraft({ departments: ['defence'] }),
      'read enter edit',
    ],
    [
      'a coder, a report to begin',
      ofKeeper('coder'),
      ownDraft({ keeper }),
      'read enter edit ask discard restore comment',
    ],
    [
      'a coder, what was coded',
      ofKeeper('coder'),
      codedDraft(),
      'read enter edit ask discard restore comment',
    ],
    ['a coder, the State’s own draft', ofKeeper('coder'), ownDraft(), ''],
    ['a coder, a fact for partners', ofKeeper('coder'), thingOf({ tier: 'partner' }), 'read'],
    ['a coder, a restricted fact', ofKeeper('coder'), thingOf({ tier: 'restricted' }), ''],
    ['a reviewer, what a coder wrote', ofKeeper('reviewer'), codedDraft(), 'read approve return comment'],
    ['a reviewer, what they wrote', ofKeeper('reviewer', { id: 'coder' }), codedDraft(), 'read comment'],
    [
      'a reviewer, approved',
      ofKeeper('reviewer'),
      codedDraft({ state: 'approved' }),
      'read approve return publish comment',
    ],
    ['a reviewer, figures', ofKeeper('reviewer'), figures(), 'read enter ask approve return discard comment'],
    [
      'a reviewer, figures they froze',
      ofKeeper('reviewer', { id: 'coder' }),
      figures(),
      'read enter ask discard comment',
    ],
    ['a reviewer of another treaty', holder('reviewer', 'treaty:clusters'), codedDraft(), ''],
    ['a committee member, figures', ofKeeper('committee-member'), figures(), 'read comment'],
    ['a committee member, a draft of a State', ofKeeper('committee-member'), ownDraft(), ''],
    [
      'a partner of Averland, its fact for partners',
      ofAverland('partner'),
      thingOf({ tier: 'partner' }),
      'read',
    ],
    [
      'a partner of Averland, another’s',
      ofAverland('partner'),
      thingOf({ tier: 'partner', owners: ['XAB'] }),
      '',
    ],
    ['a partner of all', holder('partner', null), thingOf({ tier: 'partner', owners: ['XAB'] }), 'read'],
    ['a partner, a restricted fact', holder('partner', null), thingOf({ tier: 'restricted' }), ''],
    ['an administrator, people', holder('administrator', null), thingOf({ kind: 'people' }), 'read manage'],
    [
      'an administrator, a restricted fact',
      holder('administrator', null),
      thingOf({ tier: 'restricted' }),
      '',
    ],
    ['an administrator, a draft', holder('administrator', null), ownDraft(), ''],
    ['a focal point, its people', ofAverland('focal-point'), thingOf({ kind: 'people' }), 'read manage'],
    [
      'a reviewer, people of the keeper',
      ofKeeper('reviewer'),
      thingOf({ kind: 'people', owners: [keeper] }),
      'read manage',
    ],
    [
      'a focal point, partners of everyone',
      ofAverland('focal-point'),
      thingOf({ kind: 'people', owners: [] }),
      '',
    ],
    [
      'a focal point of the register, in the exercise',
      ofAverland('focal-point', { world: 'register' }),
      ownDraft(),
      '',
    ],
  ]
  for (const [who, person, thing, expected] of cases)
    it(`${who}: ${expected || 'nothing'}`, () => assert.equal(can(person, thing), expected))

  it('the desk and commands may everything', () => {
    for (const act of acts)
      for (const person of [theDesk, { as: 'command' } as const])
        assert.ok(may(person, act, ownDraft({ tier: 'restricted' })))
  })
})

const owners = ['XAA', 'XAB', 'red-cross', keeper, 'treaty:clusters'] as const
const agents = ['person:one', 'person:two', 'pacta form', null] as const

const anyGrant: fc.Arbitrary<Grant> = fc.record({
  grantId: fc.uuid(),
  world: fc.constantFrom('register', 'exercise', null),
  role: fc.constantFrom(...roles),
  of: fc.constantFrom(...owners, null),
  department: fc.constantFrom('health', 'defence', null),
})
const anyThing: fc.Arbitrary<Thing> = fc.record({
  kind: fc.constantFrom(...thingKinds),
  world: fc.constantFrom('register', 'exercise'),
  owners: fc.uniqueArray(fc.constantFrom(...owners), { maxLength: 3 }),
  keeper: fc.constantFrom(keeper, 'treaty:clusters', null),
  state: fc.constantFrom(...thingStates),
  tier: fc.constantFrom('public', 'partner', 'restricted'),
  departments: fc.uniqueArray(fc.constantFrom('health', 'defence'), { maxLength: 2 }),
  writtenBy: fc.constantFrom(...agents),
})
const anyAct = fc.constantFrom(...acts)
const anyGrants = fc.array(anyGrant, { maxLength: 4 })
const anyScopes = fc.option(fc.uniqueArray(fc.constantFrom(...tokenScopes)), { nil: null })
const some = { numRuns: 3000 }

describe('permission', () => {
  it('lets nobody act on what they cannot read', () => {
    fc.assert(
      fc.property(anyGrants, anyScopes, anyAct, anyThing, (grants, scopes, act, thing) => {
        const person = personWith(grants, { id: 'one', scopes })
        return !may(person, act, thing) || may(person, 'read', thing)
      }),
      some,
    )
  })

  it('never shrinks with one more role', () => {
    fc.assert(
      fc.property(anyGrants, anyGrant, anyAct, anyThing, (grants, more, act, thing) => {
        const before = may(personWith(grants, { id: 'one' }), act, thing)
        return !before || may(personWith([...grants, more], { id: 'one' }), act, thing)
      }),
      some,
    )
  })

  it('by token is never more than of its person, and never manages people', () => {
    fc.assert(
      fc.property(anyGrants, anyScopes, anyAct, anyThing, (grants, scopes, act, thing) => {
        const byToken = may(personWith(grants, { id: 'one', scopes: scopes ?? [] }), act, thing)
        if (byToken && scopeFor[act] === 'session alone') return false
        return !byToken || may(personWith(grants, { id: 'one' }), act, thing)
      }),
      some,
    )
  })

  it('of a token that reads ends at reading', () => {
    fc.assert(
      fc.property(anyGrants, anyAct, anyThing, (grants, act, thing) => {
        const reads = act === 'read' || act === 'read-history'
        return reads || !may(personWith(grants, { id: 'one', scopes: ['read'] }), act, thing)
      }),
      some,
    )
  })

  it('lets nobody approve their own work for a keeper', () => {
    fc.assert(
      fc.property(anyGrants, anyThing, (grants, thing) => {
        const person = personWith(
          grants.filter(({ role }) => role === 'reviewer' || role === 'coder'),
          { id: 'one' },
        )
        return !may(person, 'approve', { ...thing, writtenBy: agentOf(person) })
      }),
      some,
    )
  })

  it('gives the public nothing but what is published and public', () => {
    fc.assert(
      fc.property(anyAct, anyThing, (act, thing) => {
        if (!may(thePublic, act, thing)) return true
        return act === 'read' && thing.state === 'published' && thing.tier === 'public'
      }),
      some,
    )
  })

  it('reaches one world only, but for those who serve the installation', () => {
    fc.assert(
      fc.property(anyGrants, anyAct, anyThing, (grants, act, thing) => {
        const elsewhere = grants.filter(({ world }) => world !== null && world !== thing.world)
        return may(personWith(elsewhere, { id: 'one' }), act, thing) === may(thePublic, act, thing)
      }),
      some,
    )
  })

  it('lets read whatever the sight of facts shows', () => {
    fc.assert(
      fc.property(
        anyGrants,
        anyScopes,
        anyThing,
        fc.constantFrom(...owners),
        (grants, scopes, thing, actor) => {
          const person = personWith(grants, { id: 'one', scopes })
          const fact: Thing = { ...thing, kind: 'fact', state: 'published', owners: [actor] }
          const isShown = isSeen(sightOf(person, fact.world), { tier: fact.tier, actor })
          return !isShown || may(person, 'read', fact)
        },
      ),
      some,
    )
  })

  it('names a role that may, wherever somebody with one role may', () => {
    fc.assert(
      fc.property(anyGrant, anyAct, anyThing, (grant, act, thing) => {
        if (!may(personWith([grant], { id: 'one' }), act, thing) || may(thePublic, act, thing)) return true
        // A role that nobody can hold with such an owner is none to name.
        if (grant.of !== null && heldWith[grant.role] === (isKeeper(grant.of) ? 'actor' : 'keeper'))
          return true
        return waysThatMay(act, thing).some(
          ({ roles, owners }) =>
            roles.includes(grant.role) &&
            (owners.length === 0 || grant.of === null || owners.includes(grant.of) || isKeeper(grant.of)),
        )
      }),
      some,
    )
  })
})

describe('a refusal', () => {
  const refused = (person: Person, thing: Thing): Problem => {
    try {
      permit(person, 'edit', thing)
    } catch (error) {
      if (error instanceof Problem) return error
    }
    throw assert.fail('nothing was refused')
  }

  it('asks the public to sign in', () => assert.equal(refused(thePublic, ownDraft()).type, 'sign-in-needed'))

  it('says what role it takes, and with whom', () => {
    const { type, message, needs } = refused(holder('partner', 'XAA'), ownDraft())
    assert.equal(type, 'not-permitted')
    assert.match(message, /focal point or contributor of XAA/)
    assert.deepEqual(needs?.roles, ['focal-point', 'contributor'])
    assert.deepEqual(needs?.ways, [{ roles: ['focal-point', 'contributor'], owners: ['XAA'] }])
  })

  it('names nobody who cannot exist: no coder of a State, no contributor of a secretariat', () => {
    fc.assert(
      fc.property(anyAct, anyThing, (act, thing) =>
        waysThatMay(act, thing).every(({ roles, owners }) =>
          roles.every((role) =>
            owners.every(
              (owner) => heldWith[role] === 'anyone' || (heldWith[role] === 'keeper') === isKeeper(owner),
            ),
          ),
        ),
      ),
      some,
    )
  })
})
