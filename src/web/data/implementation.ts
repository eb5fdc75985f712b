// What the pages read that show how promises are carried out.
import type { BodyView } from '../../implementation/bodies.ts'
import type { EventView } from '../../implementation/events.ts'
import type { MeetingView, TaskView } from '../../implementation/meetings.ts'
import type { PlanOfWork } from '../../implementation/plan-of-work.ts'
import type { StudyView } from '../../implementation/recommendations.ts'
import type { FactShown } from './states.ts'

/** What ids and codes stand for: facts by their words, actors by their names, parts of instruments by their texts. */
export type Called = Readonly<Record<string, string>>

/** How one instrument is carried out, as known today. */
export type ImplementationShown = {
  instrument: string
  /** The world's today, YYYY-MM-DD. */
  asOf: string
  /** Who promised, by id; of a treaty's plan nobody by name. */
  parties: string[]
  plans: PlanOfWork[]
  bodies: BodyView[]
  /** Meetings on it that no body held. */
  meetings: MeetingView[]
  tasks: TaskView[]
  events: EventView[]
  studies: StudyView[]
  called: Called
}

/** A fact that stands to another: by which field it names it. */
export type Linked = { id: string; kind: string; field: string; title: string; on: string | null }

/** One fact of work with what stands around it. */
export type WorkShown = {
  id: string
  actor: string
  actorName: string
  kind: string
  title: string
  fact: FactShown
  /** Instruments it belongs to, by what it names or what names it belongs to. */
  instruments: string[]
  names: Linked[]
  namedBy: Linked[]
  called: Called
}

export type ImplementationData = {
  /** Undefined where no such instrument is held. */
  showImplementation: (instrument: string) => Promise<ImplementationShown | undefined>
  /** By the id of any version of it; undefined where none is held that its reader sees. */
  showWork: (id: string) => Promise<WorkShown | undefined>
}
