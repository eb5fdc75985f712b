// What each role may do, as one table, and the one function that reads it. Nothing else in Pacta decides who may what.
import type { World } from '../db/store.ts'
import {
  agentOf,
  type Grant,
  isKeeper,
  type Owner,
  type Person,
  type Role,
  roles,
  type SignedIn,
  type TokenScope,
} from './person.ts'
import { heldWith } from './role-rules.ts'
import {
  type Act,
  type Thing,
  type ThingKind,
  type ThingState,
  type ThingTier,
  thingStates,
} from './thing.ts'

/**
 * How a grant has to fit the thing. `owner`: it is held with one of its owners. `keeper`: with the keeper of the treaty
 * it is written or counted for. `world`: with anyone in the thing's world. `shared`: with an owner of it, with a
 * treaty's keeper, or of everyone. `installation`: it holds everywhere.
 */
export type Fit = 'owner' | 'keeper' | 'world' | 'shared' | 'installation'

export type Rule = {
  /** How the grant has to fit. */
  with: Fit
  acts: readonly Act[]
  kinds: readonly ThingKind[]
  states: readonly ThingState[]
  /** Default: of any tier. */
  tiers?: readonly ThingTier[]
  /**
   * `own department`: a grant held to a department does not reach what is assigned to others. `not their own`: nobody
   * does this to what they wrote themselves.
   */
  only?: 'own department' | 'not their own'
}

const anyState = thingStates
const onItsWay = ['draft', 'approved'] as const
/** What an owner says of itself. */
const said = ['fact', 'commitment', 'report'] as const
const saidOrCounted = [...said, 'figures', 'comment'] as const
const writing: readonly Act[] = ['enter', 'edit', 'approve', 'publish']
const lookBack = ['read', 'read-history'] as const

const partnerTier: Rule = {
  with: 'world',
  acts: ['read'],
  kinds: ['fact', 'commitment'],
  states: ['published'],
  tiers: ['public', 'partner'],
}

/** What anyone may, signed in or not. */
export const everyoneMay: readonly Omit<Rule, 'with' | 'only'>[] = [
  { acts: ['read'], kinds: [...saidOrCounted, 'setting'], states: ['published'], tiers: ['public'] },
]

/** The table: what each role may do. What stands in no row nobody may. */
export const roleMay: Readonly<Record<Role, readonly Rule[]>> = {
  'focal-point': [
    { with: 'owner', acts: lookBack, kinds: saidOrCounted, states: anyState },
    { with: 'owner', acts: ['enter'], kinds: [...said, 'figures'], states: ['draft'] },
    { with: 'owner', acts: ['edit'], kinds: said, states: onItsWay },
    { with: 'owner', acts: ['ask'], kinds: [...said, 'figures'], states: ['draft'] },
    { with: 'owner', acts: ['return', 'discard'], kinds: [...said, 'figures'], states: onItsWay },
    { with: 'owner', acts: ['publish'], kinds: [...said, 'figures'], states: ['approved'] },
    { with: 'owner', acts: ['restore'], kinds: said, states: anyState },
    { with: 'owner', acts: ['restore'], kinds: ['figures'], states: ['draft'] },
    { with: 'owner', acts: ['comment'], kinds: [...said, 'figures'], states: anyState },
    { with: 'owner', acts: ['declare-complete'], kinds: ['fact'], states: ['published'] },
    { with: 'owner', acts: [...lookBack, 'manage'], kinds: ['people'], states: anyState },
  ],
  approver: [
    { with: 'owner', acts: lookBack, kinds: saidOrCounted, states: anyState },
    { with: 'owner', acts: ['approve', 'return'], kinds: [...said, 'figures'], states: onItsWay },
    { with: 'owner', acts: ['comment'], kinds: [...said, 'figures'], states: anyState },
  ],
  contributor: [
    { with: 'owner', acts: lookBack, kinds: saidOrCounted, states: anyState },
    { with: 'owner', acts: ['enter'], kinds: said, states: ['draft'], only: 'own department' },
    { with: 'owner', acts: ['edit'], kinds: said, states: onItsWay, only: 'own department' },
    // For a report as a whole the focal point answers.
    { with: 'owner', acts: ['ask'], kinds: ['fact', 'commitment'], states: ['draft'] },
  ],
  coder: [
    partnerTier,
    { with: 'keeper', acts: lookBack, kinds: ['report', 'figures', 'comment'], states: anyState },
    { with: 'keeper', acts: ['enter'], kinds: ['report'], states: ['draft'] },
    { with: 'keeper', acts: ['edit', 'discard', 'restore'], kinds: ['report'], states: onItsWay },
    { with: 'keeper', acts: ['ask'], kinds: ['report'], states: ['draft'] },
    { with: 'keeper', acts: ['comment'], kinds: ['report', 'figures'], states: anyState },
  ],
  reviewer: [
    partnerTier,
    { with: 'keeper', acts: lookBack, kinds: ['report', 'figures', 'comment', 'setting'], states: anyState },
    {
      with: 'keeper',
      acts: ['approve', 'return'],
      kinds: ['report', 'figures'],
      states: onItsWay,
      only: 'not their own',
    },
    { with: 'keeper', acts: ['publish'], kinds: ['report', 'figures'], states: ['approved'] },
    { with: 'keeper', acts: ['enter', 'ask'], kinds: ['figures'], states: ['draft'] },
    { with: 'keeper', acts: ['discard'], kinds: ['figures'], states: onItsWay },
    { with: 'keeper', acts: ['comment'], kinds: ['report', 'figures'], states: anyState },
    { with: 'keeper', acts: ['enter', 'edit', 'restore'], kinds: ['setting'], states: anyState },
    { with: 'owner', acts: [...lookBack, 'manage'], kinds: ['people'], states: anyState },
  ],
  'committee-member': [
    partnerTier,
    { with: 'keeper', acts: lookBack, kinds: ['figures', 'comment'], states: anyState },
    { with: 'keeper', acts: ['comment'], kinds: ['figures'], states: anyState },
  ],
  partner: [{ ...partnerTier, with: 'shared' }],
  administrator: [
    { with: 'installation', acts: [...lookBack, 'manage'], kinds: ['people'], states: anyState },
    { with: 'installation', acts: lookBack, kinds: ['audit'], states: anyState },
  ],
}

/**
 * What a token has to be made for before an act is done with it. Reading goes with every scope: whoever edits by token
 * sees what is edited. People are managed in a session alone.
 */
export const scopeFor: Readonly<Record<Act, TokenScope | 'any' | 'session alone'>> = {
  read: 'any',
  'read-history': 'any',
  enter: 'enter',
  edit: 'enter',
  ask: 'enter',
  discard: 'enter',
  restore: 'enter',
  comment: 'enter',
  approve: 'approve',
  return: 'approve',
  publish: 'publish',
  'declare-complete': 'publish',
  manage: 'session alone',
}

const fits = (fit: Fit, grant: Grant, thing: Thing): boolean => {
  if (fit === 'installation') return grant.world === null || grant.world === thing.world
  if (grant.world !== thing.world) return false
  if (fit === 'world') return true
  if (fit === 'shared' && (grant.of === null || isKeeper(grant.of))) return true
  if (grant.of === null) return false
  return fit === 'keeper' ? grant.of === thing.keeper : thing.owners.includes(grant.of)
}

const isAbout = (rule: Omit<Rule, 'with' | 'only'>, act: Act, thing: Thing): boolean =>
  rule.acts.includes(act) &&
  rule.kinds.includes(thing.kind) &&
  rule.states.includes(thing.state) &&
  (rule.tiers === undefined || rule.tiers.includes(thing.tier))

const isLimited = ({ only }: Rule, grant: Grant, person: SignedIn, thing: Thing): boolean => {
  if (only === 'own department')
    return (
      grant.department !== null &&
      thing.departments.length > 0 &&
      !thing.departments.includes(grant.department)
    )
  return only === 'not their own' && thing.writtenBy === agentOf(person)
}

const mayByTable = (person: SignedIn, act: Act, thing: Thing): boolean =>
  person.grants.some((grant) =>
    roleMay[grant.role].some(
      (rule) =>
        isAbout(rule, act, thing) && fits(rule.with, grant, thing) && !isLimited(rule, grant, person, thing),
    ),
  )

const isInScope = ({ scopes }: SignedIn, act: Act): boolean => {
  if (scopes === null) return true
  const needed = scopeFor[act]
  return needed === 'any' ? scopes.length > 0 : needed !== 'session alone' && scopes.includes(needed)
}

const mayAnyone = (act: Act, thing: Thing): boolean => everyoneMay.some((rule) => isAbout(rule, act, thing))

/**
 * Whether somebody may do something to a thing. Whoever sits at the machine of a single desk, and whoever runs commands
 * on its data folder, may everything; nobody does anything to what they cannot read.
 */
export const may = (person: Person, act: Act, thing: Thing): boolean => {
  if (person.as === 'desk' || person.as === 'command') return true
  if (mayAnyone(act, thing)) return true
  if (person.as === 'public' || !isInScope(person, act)) return false
  if (!mayByTable(person, act, thing)) return false
  return act === 'read' || may(person, 'read', thing)
}

const writes = (role: Role): boolean =>
  roleMay[role].some(
    ({ acts, kinds }) =>
      said.some((kind) => kinds.includes(kind)) && acts.some((act) => writing.includes(act)),
  )

/** Whether somebody writes anything of anyone's in a world: whether forms lead anywhere for them. */
export const entersIn = (person: Person, world: World): boolean => {
  if (person.as !== 'person') return person.as !== 'public'
  return person.grants.some((grant) => grant.world === world && writes(grant.role))
}

/** Whether there is anyone of whom somebody may begin a fact or a report: whether its form leads anywhere for them. */
export const entersAny = (person: Person, kind: 'fact' | 'report', world: World): boolean => {
  const held = person.as === 'person' ? person.grants.flatMap(({ of }) => of ?? []) : []
  return ['', ...held].some((actor) => mayEnterOf(person, kind, { world, actor }))
}

/** A fact or a report of an actor that somebody wants to begin, for no treaty in particular. */
export const thingToEnter = (
  kind: 'fact' | 'report',
  { world, actor }: { world: World; actor: string },
): Thing => ({
  ...{ kind, world, owners: [actor], keeper: null, state: 'draft', tier: 'public' },
  ...{ departments: [], writtenBy: null },
})

/** An actor's records as a whole, of which it can be said that they are complete. */
export const recordsOf = (world: World, actor: string): Thing => ({
  ...thingToEnter('fact', { world, actor }),
  state: 'published',
})

/** Whether somebody may begin a fact or a report of an actor: as one of its people, or as one who codes for some treaty. */
export const mayEnterOf = (
  person: Person,
  kind: 'fact' | 'report',
  asked: { world: World; actor: string },
): boolean => {
  const thing = thingToEnter(kind, asked)
  const keepers = person.as === 'person' ? person.grants.flatMap(({ of }) => of ?? []).filter(isKeeper) : []
  return [null, ...keepers].some((keeper) => may(person, 'enter', { ...thing, keeper }))
}

/** Roles, and those they are held with; without owners: with anyone. */
export type Way = { roles: Role[]; owners: Owner[] }

/** With whom a role that fits is held; undefined where there is nobody: a State has no coder, a secretariat no contributor. */
const ownersFor = (role: Role, fit: Fit, thing: Thing): Owner[] | undefined => {
  if (fit === 'world' || fit === 'installation') return []
  if (fit === 'keeper') return thing.keeper === null ? undefined : [thing.keeper]
  const wanted = heldWith[role]
  const owners = thing.owners.filter(
    (owner) => wanted === 'anyone' || (wanted === 'keeper') === isKeeper(owner),
  )
  return owners.length === 0 ? undefined : owners
}

/** Whom to ask where somebody may not: each role that may, with those it is held with as far as the thing names them. */
export const waysThatMay = (act: Act, thing: Thing): Way[] => {
  const isOfNobody = thing.owners.length === 0 && thing.keeper === null
  const ways: Way[] = []
  for (const role of roles) {
    const found = roleMay[role]
      .filter((rule) => isAbout(rule, act, thing))
      .flatMap((rule) => {
        const owners = isOfNobody ? [] : ownersFor(role, rule.with, thing)
        return owners === undefined ? [] : [owners]
      })
    if (found.length === 0) continue
    const owners = found.some((one) => one.length === 0) ? [] : [...new Set(found.flat())]
    const same = ways.find((way) => way.owners.join() === owners.join())
    if (same === undefined) ways.push({ roles: [role], owners })
    else same.roles.push(role)
  }
  return ways
}

/** The roles that write anything of anyone's. */
export const rolesThatEnter = (): Role[] => roles.filter(writes)
