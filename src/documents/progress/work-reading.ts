// What a release holds of work on its promise, laid out for reading, and what ids in it are called.
import { knownOn } from '../../facts/datum.ts'
import { type BodyView, bodiesOf } from '../../implementation/bodies.ts'
import { type EventView, eventOf, type MayBeOne, type OneRule } from '../../implementation/events.ts'
import { numberIn, textIn, type Work, type WorkFact } from '../../implementation/held.ts'
import { meetingKinds } from '../../implementation/meeting-kinds.ts'
import {
  byMeetingDay,
  type MeetingView,
  meetingOf,
  type TaskView,
  taskOf,
} from '../../implementation/meetings.ts'
import { type ActionOfWork, type PlanOfWork, plansOfWork } from '../../implementation/plan-of-work.ts'
import { type StudyView, studiesOf } from '../../implementation/recommendations.ts'
import { isCounted, pairsThatMayBeOne } from '../../indicators/counted.ts'
import { type JudgedRelease, judgedOf } from '../../releases/judged.ts'
import type { ReleasePayload } from '../../releases/release.ts'
import { ownFactsOf, workFactsOf, workOfRelease } from '../../releases/work.ts'
import type { Run } from '../block.ts'
import { joinRuns, quoted } from '../run.ts'
import type { Speaker } from '../status/speaker.ts'

/** What one of those who promised says of an indicator in a year. */
export type Remark = {
  id: string
  actor: string
  achievement: string | null
  challenge: string | null
  nextSteps: string | null
  language: string | null
}

export type WorkReading = {
  work: Work
  plans: PlanOfWork[]
  bodies: BodyView[]
  /** Meetings that no body held. */
  meetings: MeetingView[]
  tasks: TaskView[]
  /** Of kinds that have an audience, in the order of their days. */
  events: EventView[]
  /** By which rule events are one: that by which the release's own figures were counted. */
  oneRule: OneRule
  /** Those of the events that do not say what they serve, and that a rule counts all the same. */
  unsaid: ReadonlySet<string>
  /** Events of the release's year of which nothing tells whether they are one and the same. */
  mayBeOne: MayBeOne
  studies: StudyView[]
  actions: ActionOfWork[]
  /** By the indicator's number, in the release's year. */
  remarksOn: (indicator: string) => Remark[]
  /** What something named is called: a fact by its title, an actor by its name, an office as it stands. */
  called: (id: string) => Run[]
  calledAll: (ids: readonly string[]) => Run[]
  /** The ids of the sources of facts of work. */
  sourcesOf: (ids: readonly string[]) => string[]
  /** The id of the source of a record that a rule looked at, whether or not it belongs to the promise. */
  sourceOfRecord: (record: { actor: string; id: string }) => string | undefined
}

const dayOf = ({ heldOn, plannedOn }: EventView): string => heldOn ?? plannedOn ?? '9'
const isOver = ({ standing }: TaskView): boolean => standing === 'done' || standing === 'stopped'

/** Open tasks first, each by the day it is due. */
const byDue = (a: TaskView, b: TaskView): number =>
  Number(isOver(a)) - Number(isOver(b)) ||
  ((a.schedule.now.due ?? '9') < (b.schedule.now.due ?? '9') ? -1 : 1)

const remarkOf = (fact: WorkFact): Remark => ({
  id: fact.id,
  actor: fact.datum.actor,
  achievement: textIn(fact, 'achievement'),
  challenge: textIn(fact, 'challenge'),
  nextSteps: textIn(fact, 'nextSteps'),
  language: fact.datum.language,
})

/** The events of the year that a rule counts though they belong to the promise by nothing they say. */
const unsaidEvents = (
  payload: ReleasePayload,
  judged: JudgedRelease,
  isAudience: (kind: string) => boolean,
  work: Work,
): WorkFact[] => {
  const found = payload.instrument.indicators.flatMap(({ number }): readonly WorkFact[] => {
    const counted = judged.recordsOf(number)
    if (counted === undefined || !isAudience(counted.kind)) return []
    const known = new Set(work.of(counted.kind).map(({ id }) => id))
    const names = new Set(counted.records.filter(isCounted).map(({ actor, id }) => `${actor} ${id}`))
    return ownFactsOf(payload, counted.kind).filter(
      ({ id, datum }) => !known.has(id) && names.has(`${datum.actor} ${datum.externalId ?? datum.datumId}`),
    )
  })
  return [...new Map(found.map((fact) => [fact.id, fact])).values()]
}

/** `payload` read for what was done; its speaker says what actors are called. */
export const workReadingOf = (
  payload: ReleasePayload,
  speaker: Speaker,
  judged: JudgedRelease = judgedOf(payload),
): WorkReading => {
  const work = workOfRelease(payload)
  const { kinds, facts } = workFactsOf(payload)
  const { id: instrument } = payload.instrument
  const isAudience = (kind: string): boolean => kinds[kind]?.fields.audience !== undefined
  const unsaid = unsaidEvents(payload, judged, isAudience, work)
  const all = [...Object.keys(kinds).flatMap((kind) => work.of(kind)), ...unsaid]
  const titles = new Map(
    all.map((fact) => [
      fact.id,
      { title: textIn(fact, 'title') ?? textIn(fact, 'topic'), language: fact.datum.language },
    ]),
  )
  const sourceOf = new Map([...payload.datums, ...facts].map(({ id, source }) => [id, source]))
  const sources = new Map(all.map(({ id, datum }) => [id, sourceOf.get(datum.datumId)]))
  // Of several versions of one name the last that stands is the one a rule looked at.
  const ofRecords = new Map(
    knownOn(
      payload.datums.map((datum) => ({ ...datum, datumId: datum.id })),
      payload.knownOn,
    ).map(({ actor, id, externalId, source }) => [`${actor} ${externalId ?? id}`, source]),
  )
  const idsByRecord = new Map(
    all.map(({ id, datum }) => [`${datum.actor} ${datum.externalId ?? datum.datumId}`, id]),
  )
  const actors = new Set(payload.actors.map(({ id }) => id))
  const plans = plansOfWork(work, instrument)
  const bodies = bodiesOf(work, instrument)
  const inBodies = new Set(bodies.flatMap(({ meetings }) => meetings.map(({ id }) => id)))
  const called = (id: string): Run[] => {
    const held = titles.get(id)
    if (held?.title != null) return quoted(held.title, held.language)
    return actors.has(id) ? speaker.nameOf(id) : quoted(id, null)
  }
  return {
    work,
    plans,
    bodies,
    meetings: meetingKinds
      .flatMap((kind) => work.of(kind))
      .filter(({ id }) => !inBodies.has(id))
      .map((fact) => meetingOf(work, fact))
      .sort(byMeetingDay),
    tasks: work
      .of('task')
      .map((fact) => taskOf(work, fact))
      .sort(byDue),
    events: [...Object.keys(kinds).filter(isAudience).flatMap(work.of), ...unsaid]
      .map((fact) => eventOf(work, fact))
      .sort((a, b) => (dayOf(a) < dayOf(b) ? -1 : 1)),
    oneRule: { eitherWord: payload.instrument.oneByOwners !== true },
    unsaid: new Set(unsaid.map(({ id }) => id)),
    mayBeOne: payload.instrument.indicators.flatMap(({ number }) =>
      pairsThatMayBeOne(judged.recordsOf(number)?.records ?? []).flatMap(([a, b]) => {
        const [one, other] = [idsByRecord.get(a), idsByRecord.get(b)]
        return one === undefined || other === undefined ? [] : [[one, other] as const]
      }),
    ),
    studies: studiesOf(work, instrument, plans),
    actions: plans.flatMap((plan) => plan.actions),
    remarksOn: (indicator) =>
      work
        .of('indicator-remark')
        .filter(
          (fact) =>
            textIn(fact, 'indicator') === `${instrument}/${indicator}` &&
            numberIn(fact, 'year') === payload.year,
        )
        .map(remarkOf)
        .sort((a, b) => speaker.compareActors(a.actor, b.actor)),
    called,
    calledAll: (ids) => joinRuns(ids.map(called), ', '),
    sourcesOf: (ids) => [...new Set(ids.flatMap((id) => sources.get(id) ?? []))],
    sourceOfRecord: ({ actor, id }) => ofRecords.get(`${actor} ${id}`) ?? undefined,
  }
}
