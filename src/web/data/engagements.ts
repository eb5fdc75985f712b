// What the page of a State's engagements reads.
import type { Relation } from '../../engagements/engagement.ts'
import type { VotesCounted, YearOfVote } from '../../engagements/votes.ts'
import type { ValueShown } from '../../indicators/show.ts'
import type { DutyShown } from './duties.ts'
import type { PlanShown } from './plans.ts'
import type { NamedActor, RegisterAnswers } from './register.ts'
import type { SourceShown } from './source.ts'
import type { StatementShown } from './statements.ts'
import type { ActorShown, FactShown } from './states.ts'

export type { NamedActor }

/** A fact about what an actor promised, joined, hosts, gives or says. */
export type EngagementShown = Omit<FactShown, 'id'> & {
  /** The id its first version was given, by which other facts name it; stable, and its place on the page. */
  id: string
  /** Ids that corrections gave it since: places on the page too. */
  alsoCalled: string[]
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
  /** The date of the newest page read for declarations and reservations; null: none was, so they are not known. */
  statementsReadAsOf: string | null
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
  /** Oldest first; of roll calls that belong to no series there may be thousands. */
  years: YearOfVote[]
  counted: VotesCounted
  source: SourceShown | null
}

export type MinistryShown = {
  /** The day on which it stands. */
  today: string
  state: ActorShown
  /** BCP 47; null where it is not held. */
  officialLanguage: string | null
  engagements: EngagementShown[]
  /** Names of the actors that the facts name. */
  actors: NamedActor[]
  /** What it and its units promised, instance by instance, from the beginning to the end of next year. */
  owed: DutyShown[]
  pledges: PledgeShown[]
  treaties: TreatyShown[]
  /** What it declared to treaties, and what others objected to in that. */
  statements: StatementShown[]
  objections: StatementShown[]
  votes: VotesShown[]
  /** The questions a ministry asks, answered by all of it. */
  answers: RegisterAnswers
}

/** The same as its page shows it. */
export type MinistryOnPage = MinistryShown & {
  /** The kind of fact of which all are asked for, however many there are. */
  whole?: string | undefined
}

export type EngagementData = {
  /** Undefined where no State is held under the id. */
  showMinistry: (actor: string) => Promise<MinistryShown | undefined>
}
