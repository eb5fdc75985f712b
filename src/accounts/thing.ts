// What is acted on, as far as permission asks about it.
import type { World } from '../db/store.ts'
import type { Owner } from './person.ts'

export const thingStates = ['draft', 'approved', 'published'] as const
/** Draft: being written. Approved: by each of its owners, as it stands. Published: everyone sees it. */
export type ThingState = (typeof thingStates)[number]

export const thingKinds = [
  'fact',
  'commitment',
  'report',
  'figures',
  'comment',
  'setting',
  'people',
  'audit',
] as const
/** `figures`: a release. `setting`: what holds for a whole world, such as when a kind of fact is stale. */
export type ThingKind = (typeof thingKinds)[number]

export type ThingTier = 'public' | 'partner' | 'restricted'

export type Thing = {
  kind: ThingKind
  world: World
  /**
   * Each of them has to approve before it is published. What a secretariat codes of a State's report is the keeper's
   * draft: its owner is the keeper, and the State's own drafts stay the State's.
   */
  owners: readonly Owner[]
  /**
   * The keeper whose coders and reviewers may work on it; null: none. Of a report to begin, or received: the keeper of
   * the treaty it is reported under. Of one on its way: only where it is written for the keeper, so that nobody but the
   * State touches what the State is writing.
   */
  keeper: Owner | null
  state: ThingState
  tier: ThingTier
  /** Departments to which the part at hand is assigned; empty: to none in particular, so any may work on it. */
  departments: readonly string[]
  /** The agent (see `agentOf`) who wrote it as it stands; null: not known. Nobody approves their own work for a keeper. */
  writtenBy: string | null
}

export const acts = [
  'read',
  'read-history',
  'enter',
  'edit',
  'ask',
  'approve',
  'return',
  'publish',
  'discard',
  'restore',
  'comment',
  'declare-complete',
  'manage',
] as const
/**
 * What can be done. `enter`: begin a draft. `ask`: call it ready, and ask its owners for approval.
 * `return`: give it back with a note. `publish`: for a report, submit it, which
 * is the day it counts as received. `restore`: bring an earlier state back as a new version. `declare-complete`: say that an actor's
 * records of a period are complete, or that they are not after all. `manage`: people, roles,
 * departments.
 */
export type Act = (typeof acts)[number]
