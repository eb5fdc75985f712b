// What pages show of how promises are carried out, told from the facts that are seen of it.

import type { Submitted } from '../../accounts/submitted.ts'
import { refsOf } from '../../facts/ref.ts'
import { bodiesOf } from '../../implementation/bodies.ts'
import { eventOf } from '../../implementation/events.ts'
import { entriesOf, textIn, type Work, type WorkFact, workKinds } from '../../implementation/held.ts'
import { byMeetingDay, meetingKinds, meetingOf, taskOf } from '../../implementation/meetings.ts'
import { plansOfWork } from '../../implementation/plan-of-work.ts'
import { studiesOf } from '../../implementation/recommendations.ts'
import { englishVoice, evidenceSays } from '../../indicators/names.ts'
import { listInstrumentParts } from '../../instruments/part.ts'
import { readShippedKinds } from '../../reports/shipped.ts'
import type { Called, ImplementationShown, Linked, WorkShown } from '../data/implementation.ts'
import { factsShown } from './states.ts'

/** Kinds of events for others, by how their kinds are described: they have an audience. */
const hasAudience = (kind: string): boolean => readShippedKinds()[kind]?.fields.audience !== undefined

/** The kinds of fact that say how promises are carried out. */
export const kindsOfWork = (): string[] => workKinds(readShippedKinds())

const titleOf = (fact: WorkFact): string => textIn(fact, 'title') ?? evidenceSays(englishVoice, fact.datum)

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
})

const namesOf = (work: Work, from: WorkFact): Linked[] =>
  Object.entries(readShippedKinds()[from.kind]?.fields ?? {}).flatMap(([field, { ref }]) =>
    ref === undefined ? [] : work.named(from, field, ref).map((fact) => ({ ...linkTo(fact), field })),
  )

/** The instruments a fact belongs to: those it names, or those of what it belongs to, a few steps up. */
const instrumentsOf = (work: Work, fact: WorkFact, up = 0): string[] => {
  const named = Object.entries(readShippedKinds()[fact.kind]?.fields ?? {})
    .filter(([, { ref }]) => ref?.includes('instrument-part'))
    .flatMap(([field]) => entriesOf(fact, field))
    .map((part) => part.split('/')[0]!)
  if (named.length > 0 || up === 4) return [...new Set(named)]
  const above = Object.entries(readShippedKinds()[fact.kind]?.fields ?? {}).flatMap(([field, { ref }]) =>
    ref === undefined ? [] : work.named(fact, field, ref),
  )
  return [...new Set(above.flatMap((one) => instrumentsOf(work, one, up + 1)))]
}

/** How one instrument is carried out. `actors`: what each is called; `parties`: who promised. */
export const implementationOf = (
  work: Work,
  instrument: string,
  { actors, parties }: { actors: ReadonlyMap<string, string>; parties: readonly string[] },
): ImplementationShown => {
  const plans = plansOfWork(work, instrument)
  const bodies = bodiesOf(work, instrument)
  const isOf = (fact: WorkFact): boolean => instrumentsOf(work, fact).includes(instrument)
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
    events: kindsOfWork()
      .filter(hasAudience)
      .flatMap((kind) => work.of(kind))
      .filter(isOf)
      .map(eventOf),
    studies: studiesOf(work, instrument, plans),
  }
  return { ...shown, called: usedIn(shown, calledIn(work, actors)) }
}

/** A fact of work by the id of any of its versions, or by that under which the one known is stored. */
export const findWork = (work: Work, id: string): WorkFact | undefined =>
  kindsOfWork().flatMap((kind) => work.find(kind, id) ?? [])[0] ??
  kindsOfWork()
    .flatMap((kind) => work.of(kind))
    .find(({ datum }) => datum.datumId === id)

/** One fact with what stands around it. */
export const workShownOf = (
  work: Work,
  fact: WorkFact,
  {
    actors,
    submissionOf,
  }: { actors: ReadonlyMap<string, string>; submissionOf: (thing: string) => Submitted | null },
): WorkShown => {
  const shown = {
    id: fact.id,
    actor: fact.datum.actor,
    actorName: actors.get(fact.datum.actor) ?? fact.datum.actor,
    kind: fact.kind,
    title: titleOf(fact),
    fact: factsShown([fact.datum], undefined, submissionOf)[0]!,
    instruments: instrumentsOf(work, fact),
    names: namesOf(work, fact),
    namedBy: namedByOf(work, fact),
  }
  return { ...shown, called: usedIn(shown, calledIn(work, actors)) }
}
