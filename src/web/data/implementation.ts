// What the pages read that show how promises are carried out.
import type { BodyView } from '../../implementation/bodies.ts'
import type { Schedule } from '../../implementation/dates.ts'
import type { EventView } from '../../implementation/events.ts'
import type { Mark } from '../../implementation/mark.ts'
import type { MeetingView, TaskView } from '../../implementation/meetings.ts'
import type { PlanOfWork } from '../../implementation/plan-of-work.ts'
import type { Standing } from '../../implementation/progress.ts'
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
  /** Those of them that do not say what they serve, and that a rule counts all the same. */
  unsaid: string[]
  /** Pairs of events of which nothing tells whether they are one and the same, by their ids. */
  mayBeOneEvent: [string, string][]
  studies: StudyView[]
  /** Parts of other instruments that something here serves too. */
  others: PartShown[]
  /** What belonged to it by way of something that was withdrawn since. */
  orphans: Linked[]
  /** Recorded of it by others than those who promised: in none of the rest. */
  byOthers: (Linked & { actorName: string })[]
  called: Called
}

/** A fact that stands to another: by which field it names it. */
export type Linked = {
  id: string
  kind: string
  field: string
  /** In English. */
  title: string
  on: string | null
  /** What it says, by field: pages make its title of it in their own language. */
  fields: Readonly<Record<string, unknown>>
} & Mark

/** An instrument or a part of one, as facts name it. */
export type PartShown = {
  id: string
  kind: 'instrument' | 'action' | 'indicator'
  /** The id of the instrument, and its title. */
  instrument: string
  instrumentTitle: string
  number: string | null
  text: string
  /** Of its words; null where no instrument held has it. */
  language: string | null
}

/** A part that a fact serves. `through`: the action of a plan of work by way of which. */
export type PartServedShown = PartShown & { through: Linked | null }

/** Something that serves a part of an instrument, with everything else it serves. */
export type ServingShown = Linked & {
  actor: string
  actorName: string
  through: Linked | null
  also: PartShown[]
}

/** One fact of work with what stands around it. */
export type WorkShown = {
  id: string
  actor: string
  actorName: string
  kind: string
  title: string
  fact: FactShown
  /** Versions it took the place of, the newest first. */
  earlier: FactShown[]
  /** The day since which it is known to hold no more, and why; null of what is known. */
  withdrawn: { on: string; reason: string | null } | null
  /** Instruments it belongs to, by what it names or what names it belongs to. */
  instruments: string[]
  /** Who promised what it belongs to, by id. */
  parties: string[]
  /** Of an action, a step or a task: where it stands, by when it is planned, and how far that has moved. */
  stands: { standing: Standing; schedule: Schedule } | null
  /** The fields by which it names other things. */
  naming: string[]
  /** The parts of instruments it serves. */
  serves: PartServedShown[]
  names: Linked[]
  namedBy: Linked[]
  /** Of a body: its members, meetings and log. */
  body: BodyView | null
  /** Of a meeting: its agenda, minutes, decisions and tasks. */
  meeting: MeetingView | null
  called: Called
}

/** A fact that may be meant by an id. `id` here: the one it is stored under. */
export type WorkChoice = { id: string; kind: string; title: string; actor: string; actorName: string }

export type ImplementationData = {
  /** Undefined where no such instrument is held. */
  showImplementation: (instrument: string) => Promise<ImplementationShown | undefined>
  /**
   * By the id of any version of it, from a file or as stored, withdrawn ones too; undefined where none is held that its reader sees,
   * or where several have the id.
   */
  showWork: (id: string) => Promise<WorkShown | undefined>
  /** Everything that has an id, of any of its versions: several where several have given the same one. */
  listWorkCalled: (id: string) => Promise<WorkChoice[]>
  /** What serves an instrument or a part of it, its indicators included, the newest first. */
  listServing: (part: string) => Promise<ServingShown[]>
  /** Everyone who promised, by name, in an instrument held: the ids of the actors. */
  listPromisers: () => Promise<string[]>
}
