// What pages show of how promises are carried out, told from the facts that are seen of it.

import type { Submitted } from '../../accounts/submitted.ts'
import type { Datum } from '../../facts/datum.ts'
import { refsOf } from '../../facts/ref.ts'
import { bodiesOf, bodyOf } from '../../implementation/bodies.ts'
import { eventOf } from '../../implementation/events.ts'
import { type Work, type WorkFact, workKinds } from '../../implementation/held.ts'
import { markOf } from '../../implementation/mark.ts'
import { meetingKinds } from '../../implementation/meeting-kinds.ts'
import { byMeetingDay, meetingOf, taskOf } from '../../implementation/meetings.ts'
import { plansOfWork, stepOf } from '../../implementation/plan-of-work.ts'
import { studiesOf } from '../../implementation/recommendations.ts'
import { instrumentsOf, type PartServed, partsServedBy, servingOf } from '../../implementation/serving.ts'
import { englishVoice, titleSays } from '../../indicators/names.ts'
import { listInstrumentParts } from '../../instruments/part.ts'
import { readShippedKinds } from '../../reports/shipped.ts'
import type {
  Called,
  ImplementationShown,
  Linked,
  PartServedShown,
  PartShown,
  ServingShown,
  WorkChoice,
  WorkShown,
} from '../data/implementation.ts'
import { factsShown } from './states.ts'

/** Kinds of events for others, by how their kinds are described: they have an audience. */
export const hasAudience = (kind: string): boolean => readShippedKinds()[kind]?.fields.audience !== undefined

/** The kinds of fact that say how promises are carried out. */
export const kindsOfWork = (): string[] => workKinds(readShippedKinds())

const titleOf = ({ datum }: WorkFact): string => titleSays(englishVoice, datum)

/** What everything that facts name is called: facts by their words, parts of instruments by their texts, actors by name. */
const calledIn = (work: Work, actors: ReadonlyMap<string, string>): Map<string, string> => {
  const facts = kindsOfWork().flatMap((kind) => work.of(kind))
  const parts = new Set(
    facts.flatMap((fact) => refsOf(readShippedKinds()[fact.kind]!, fact.datum.body).map(({ id }) => id)),
  )
  return new Map([
    ...[...listInstrumentParts()]
      .filter(([id]) => parts.has(id) || !id.includes('/'))
      .map(([id, { text }]): [string, string] => [id, text]),
    ...actors,
    ...facts.map((fact): [string, string] => [fact.id, titleOf(fact)]),
  ])
}

/** Those of the names that stand for something in what is shown. */
const usedIn = (shown: object, called: ReadonlyMap<string, string>): Called => {
  const used: Record<string, string> = {}
  const walk = (value: unknown): void => {
    if (typeof value === 'string') {
      const name = called.get(value)
      if (name !== undefined) used[value] = name
    } else if (Array.isArray(value)) for (const one of value) walk(one)
    else if (typeof value === 'object' && value !== null) for (const one of Object.values(value)) walk(one)
  }
  walk(shown)
  return used
}

/** What names a fact directly, of every kind and field. */
const namedByOf = (work: Work, target: WorkFact): Linked[] =>
  Object.entries(readShippedKinds())
    .filter(([, { topic }]) => topic === 'implementation')
    .flatMap(([kind, { fields }]) =>
      Object.entries(fields)
        .filter(([, { ref }]) => ref?.includes(target.kind))
        .flatMap(([field]) => work.naming(kind, field, target).map((fact) => ({ ...linkTo(fact), field }))),
    )

const linkTo = (fact: WorkFact): Linked => ({
  id: fact.id,
  kind: fact.kind,
  field: '',
  title: titleOf(fact),
  on: fact.datum.heldEdtf ?? fact.datum.heldFrom,
  fields: fact.datum.body,
  ...markOf(fact),
})

const namesOf = (work: Work, from: WorkFact): Linked[] =>
  Object.entries(readShippedKinds()[from.kind]?.fields ?? {}).flatMap(([field, { ref }]) =>
    ref === undefined ? [] : work.named(from, field, ref).map((fact) => ({ ...linkTo(fact), field })),
  )

const partShown = ({ id, instrument, part }: PartServed): PartShown => ({
  id,
  kind: part?.kind ?? 'instrument',
  instrument,
  instrumentTitle: listInstrumentParts().get(instrument)?.text ?? instrument,
  number: part?.number ?? null,
  text: part?.text ?? id,
  language: part?.language ?? null,
})

const partsShownOf = (work: Work, fact: WorkFact): PartServedShown[] =>
  partsServedBy(work, readShippedKinds(), fact).map((served) => ({
    ...partShown(served),
    through: served.through === null ? null : linkTo(served.through),
  }))

/** What serves any of `parts`, with what else it serves. */
export const servingShownOf = (
  work: Work,
  parts: ReadonlySet<string>,
  actors: ReadonlyMap<string, string>,
): ServingShown[] =>
  servingOf(work, readShippedKinds(), parts).map(({ fact, field, served }) => ({
    ...linkTo(fact),
    field,
    actor: fact.datum.actor,
    actorName: actors.get(fact.datum.actor) ?? fact.datum.actor,
    through: served.through === null ? null : linkTo(served.through),
    also: partsServedBy(work, readShippedKinds(), fact)
      .filter(({ id }) => !parts.has(id))
      .map(partShown),
  }))

/** Parts of other instruments that events, meetings and actions of this one serve too, each once. */
const othersServed = (work: Work, instrument: string, facts: readonly WorkFact[]): PartShown[] => [
  ...new Map(
    facts
      .flatMap((fact) => partsServedBy(work, readShippedKinds(), fact))
      .filter((served) => served.instrument !== instrument)
      .map((served) => [served.id, partShown(served)] as const),
  ).values(),
]

/**
 * How one instrument is carried out, by `work` of those who promised. `actors`: what each is called; `parties`: who promised;
 * `whole`: everybody's work, where it is more; `counted`: "<kind> <actor> <id>" of what a rule counts, whatever it says it serves;
 * `mayBeOne`: pairs of such, of which nothing tells whether they are one.
 */
export const implementationOf = (
  work: Work,
  instrument: string,
  {
    actors,
    parties,
    whole = work,
    counted = new Set(),
    mayBeOne = [],
  }: {
    actors: ReadonlyMap<string, string>
    parties: readonly string[]
    whole?: Work | undefined
    counted?: ReadonlySet<string>
    mayBeOne?: readonly (readonly [string, string])[]
  },
): ImplementationShown => {
  const plans = plansOfWork(work, instrument)
  const bodies = bodiesOf(work, instrument)
  const isOf = (fact: WorkFact): boolean => instrumentsOf(work, readShippedKinds(), fact).includes(instrument)
  const isOfWithdrawn = (fact: WorkFact): boolean =>
    instrumentsOf(work.withWithdrawn(), readShippedKinds(), fact).includes(instrument)
  const isUnsaid = (fact: WorkFact): boolean =>
    counted.has(`${fact.kind} ${fact.datum.actor} ${fact.datum.externalId ?? fact.datum.datumId}`) &&
    !isOf(fact)
  const events = kindsOfWork()
    .filter(hasAudience)
    .flatMap((kind) => work.of(kind))
  const eventIds = new Map(
    events.map(({ kind, id, datum }) => [`${kind} ${datum.actor} ${datum.externalId ?? datum.datumId}`, id]),
  )
  const inBodies = new Set(bodies.flatMap(({ meetings }) => meetings.map(({ id }) => id)))
  const shown = {
    instrument,
    asOf: work.asOf,
    parties: [...parties],
    plans,
    bodies,
    meetings: meetingKinds
      .flatMap((kind) => work.of(kind))
      .filter((fact) => !inBodies.has(fact.id) && isOf(fact))
      .map((fact) => meetingOf(work, fact))
      .sort(byMeetingDay),
    tasks: work
      .of('task')
      .filter(isOf)
      .map((fact) => taskOf(work, fact)),
    events: events.filter((fact) => isOf(fact) || isUnsaid(fact)).map((fact) => eventOf(work, fact)),
    unsaid: events.filter(isUnsaid).map(({ id }) => id),
    mayBeOneEvent: mayBeOne.flatMap(([a, b]): [string, string][] => {
      const [one, other] = [eventIds.get(a), eventIds.get(b)]
      return one === undefined || other === undefined ? [] : [[one, other]]
    }),
    studies: studiesOf(work, instrument, plans),
    others: othersServed(
      work,
      instrument,
      kindsOfWork()
        .flatMap((kind) => work.of(kind))
        .filter(isOf),
    ),
  }
  const orphans = kindsOfWork()
    .flatMap((kind) => work.of(kind))
    .filter((fact) => !isOf(fact) && isOfWithdrawn(fact))
    .map(linkTo)
  const own = new Set(kindsOfWork().flatMap((kind) => work.of(kind).map(({ id }) => id)))
  const byOthers = kindsOfWork()
    .flatMap((kind) => whole.of(kind))
    .filter(
      (fact) => !own.has(fact.id) && instrumentsOf(whole, readShippedKinds(), fact).includes(instrument),
    )
    .map((fact) => ({ ...linkTo(fact), actorName: actors.get(fact.datum.actor) ?? fact.datum.actor }))
  return { ...shown, orphans, byOthers, called: usedIn(shown, calledIn(work, actors)) }
}

/**
 * Facts of work by an id of any of their versions, from a file or as stored; where none of them is known any more, those withdrawn,
 * as they stood last. Several where several have been given the same id.
 */
export const findWork = (work: Work, datums: readonly Datum[], id: string): WorkFact[] => {
  const known = kindsOfWork().flatMap((kind) => work.findAll(kind, id))
  if (known.length > 0) return known
  const byId = new Map(datums.map((datum) => [datum.datumId, datum]))
  const after = new Map(datums.map((datum) => [datum.supersedes ?? datum.retracts ?? '', datum]))
  const named = datums.filter(({ datumId, externalId }) => datumId === id || externalId === id)
  const last = named.flatMap((datum): Datum[] => {
    let one = datum.retracts === null ? datum : byId.get(datum.retracts)
    for (let next = after.get(one?.datumId ?? ''); next !== undefined && next.retracts === null; ) {
      one = next
      next = after.get(one.datumId)
    }
    // What is known only from a later day is not there yet.
    const isWithdrawn = one !== undefined && after.get(one.datumId)?.retracts != null
    return one !== undefined && isWithdrawn ? [one] : []
  })
  return [...new Set(last)].map((datum): WorkFact => {
    const versions = [datum]
    for (let before = byId.get(datum.supersedes ?? ''); before !== undefined; ) {
      versions.unshift(before)
      before = byId.get(before.supersedes ?? '')
    }
    const names = [...new Set(versions.map((one) => one.externalId ?? one.datumId))]
    return { id: datum.datumId, kind: datum.kind, datum, first: versions[0]!, names, versions }
  })
}

/** What may be meant by an id that several facts have. */
export const choicesOf = (facts: readonly WorkFact[], actors: ReadonlyMap<string, string>): WorkChoice[] =>
  facts.map(({ datum, kind }) => ({
    ...{ id: datum.datumId, kind, title: titleSays(englishVoice, datum), actor: datum.actor },
    actorName: actors.get(datum.actor) ?? datum.actor,
  }))

const noteOf = ({ body: { note } }: Datum): string | null => (typeof note === 'string' ? note : null)

/** What is planned for a time and reported on. */
const plannedKinds: ReadonlySet<string> = new Set(['plan-action', 'step', 'task'])

const standsOf = (work: Work, fact: WorkFact): WorkShown['stands'] => {
  const { standing, schedule } = stepOf(work, fact)
  return { standing, schedule }
}

/** One fact with what stands around it. */
export const workShownOf = (
  work: Work,
  fact: WorkFact,
  {
    actors,
    partiesOf,
    submissionOf,
    withdrawal = null,
  }: {
    actors: ReadonlyMap<string, string>
    partiesOf: (instrument: string) => readonly string[]
    submissionOf: (thing: string) => Submitted | null
    /** What took it away, where it is known no more. */
    withdrawal?: Datum | null
  },
): WorkShown => {
  const versions = factsShown(
    [...fact.versions, ...(withdrawal === null ? [] : [withdrawal])],
    undefined,
    submissionOf,
  )
  const shown = {
    id: fact.id,
    actor: fact.datum.actor,
    actorName: actors.get(fact.datum.actor) ?? fact.datum.actor,
    kind: fact.kind,
    title: titleOf(fact),
    fact: versions.at(-1)!,
    earlier: versions.slice(0, -1).reverse(),
    withdrawn: withdrawal === null ? null : { on: withdrawal.knownFrom, reason: noteOf(withdrawal) },
    instruments: [...instrumentsOf(work, readShippedKinds(), fact)],
    parties: [...new Set(instrumentsOf(work, readShippedKinds(), fact).flatMap(partiesOf))],
    stands: plannedKinds.has(fact.kind) ? standsOf(work, fact) : null,
    naming: Object.entries(readShippedKinds()[fact.kind]?.fields ?? {}).flatMap(([field, { ref }]) =>
      ref === undefined ? [] : [field],
    ),
    serves: partsShownOf(work, fact),
    names: namesOf(work, fact),
    namedBy: namedByOf(work, fact),
    body: fact.kind === 'working-body' ? bodyOf(work, fact) : null,
    meeting: (meetingKinds as readonly string[]).includes(fact.kind) ? meetingOf(work, fact) : null,
  }
  return { ...shown, called: usedIn(shown, calledIn(work, actors)) }
}
