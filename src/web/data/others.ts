// What the page of what others count reads.
import type { PersonnelCount, ReviewSession, ReviewSpans, ReviewStatement } from '../../engagements/others.ts'
import type { TableReach } from '../../engagements/others-store.ts'
import type { SourceShown } from './source.ts'
import type { ActorShown, FactShown } from './states.ts'

/** `reach`: what its mapping says of the whole table; null where no mapping that ships has its name. */
export type CountShown = Omit<PersonnelCount, 'source'> & { source: SourceShown | null; reach: string | null }

export type StatementShown = Omit<ReviewStatement, 'source'> & {
  source: SourceShown | null
  /** Name of the actor that made it. */
  madeByName: string | null
}

export type OthersShown = {
  actor: ActorShown
  /** What the actor and its units say themselves, in persons. */
  own: FactShown[]
  personnel: CountShown[]
  /** How far the tables held reach, of all actors. */
  personnelReach: TableReach[]
  sessions: ReviewSession[]
  statements: StatementShown[]
  reviewReach: TableReach[]
  /** The sessions of which tables are held whole; of others only what stands in `statements` is known. */
  reviewWhole: ReviewSpans
}

export type OthersData = {
  /** Undefined where no actor is held under the id. */
  showOthers: (actor: string) => Promise<OthersShown | undefined>
}
