// What the page of a State's engagements reads.
import type { Instance, Relation } from '../../engagements/engagement.ts'
import type { YearOfVote } from '../../engagements/votes.ts'
import type { ValueShown } from '../../indicators/show.ts'
import type { PlanShown } from './plans.ts'
import type { SourceShown } from './source.ts'
import type { ActorShown, FactShown } from './states.ts'

/** An actor named by a fact; `page` where it has one. */
export type NamedActor = { id: string; name: string; kind: string; page: string | null }

/** A fact about what an actor promised, joined, hosts, gives or says. */
export type EngagementShown = Omit<FactShown, 'id'> & {
  /** The id its file gave it, by which other facts name it; stable, and its place on the page. */
  id: string
  actor: NamedActor
  /** Part of the page. */
  topic: string
  relation: Relation
  /** In our words, English. */
  title: string
  /** Title of the kind. */
  kindTitle: string
  status: string | null
  /** The source states it as holding when it was written, without saying until when. */
  statedAsCurrent: boolean
  /** When the source said so (EDTF); null where nothing dates it. */
  statedAsOf: string | null
  /** When a figure was true, as precise as the source gives it. */
  asOf: string | null
  /** Whole years since `asOf`, otherwise since `statedAsOf`. */
  yearsSince: number | null
  inferred: string[]
  partOf: string | null
  concerns: string[]
  /** Expected and held instances of a series; empty where no first year or rhythm is stated. */
  instances: Instance[]
}

export type DueShown = { id: string; title: string; due: string; past: boolean; observations: string[] }

/** What a stated rhythm lets expect again; `next` is null where it cannot be counted, `lastHeld` where none is held. */
export type ExpectedShown = {
  id: string
  title: string
  everyYears: number
  next: number | null
  lastHeld: number | null
  /** The indicator whose value says how much of it is held. */
  indicator: string | null
}

/** What a State is to a treaty by the newest status page held. */
export type TreatyShown = {
  treaty: string
  title: string
  state: 'party' | 'consented' | 'left' | 'signed' | 'none'
  /** Of the state: in force from, consent given, no longer party from, signed on. */
  on: string | null
  /** The day its withdrawal takes effect, where one is notified and that day lies ahead. */
  endsOn: string | null
  source: SourceShown
}

export type PledgeShown = {
  plan: PlanShown
  /** Default readings, up to this year. */
  values: ValueShown[]
}

export type VotesShown = {
  /** Null: roll calls that belong to no series. */
  series: string | null
  years: YearOfVote[]
  source: SourceShown | null
}

export type MinistryShown = {
  state: ActorShown
  /** BCP 47; null where it is not held. */
  officialLanguage: string | null
  engagements: EngagementShown[]
  /** Names of the actors that the facts name. */
  actors: NamedActor[]
  due: DueShown[]
  expected: ExpectedShown[]
  pledges: PledgeShown[]
  treaties: TreatyShown[]
  votes: VotesShown[]
}

export type EngagementData = {
  /** Undefined where no State is held under the id. */
  showMinistry: (actor: string) => Promise<MinistryShown | undefined>
}
