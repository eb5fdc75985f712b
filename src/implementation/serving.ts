// What serves what: an event, a meeting or an action of a plan of work may serve parts of several instruments, named
// directly or by way of an action that carries them out. Seen from the fact, and from the part.
import type { Kinds } from '../facts/kind.ts'
import { refKinds } from '../facts/ref.ts'
import { type InstrumentPart, listInstrumentParts } from '../instruments/part.ts'
import { leadsOn, reachedFrom } from './belonging.ts'
import { entriesOf, type Work, type WorkFact, workKinds } from './held.ts'

/**
 * A part that a fact serves, by the id facts name it by. `part`: null where no instrument held has it (any more).
 * `through`: the action of a plan of work that carries it out, where only that names it.
 */
export type PartServed = {
  id: string
  instrument: string
  part: InstrumentPart | null
  through: WorkFact | null
}

/** A fact that serves a part, and by which of its fields. */
export type Serving = { fact: WorkFact; field: string; served: PartServed }

const fieldsOf = (kinds: Kinds, { kind }: WorkFact) => Object.entries(kinds[kind]?.fields ?? {})

type Named = { field: string; served: PartServed }

/** Parts by the fields that name them. What a fact names twice, directly and through an action, it serves once. */
const servedByField = (work: Work, kinds: Kinds, fact: WorkFact): Named[] => {
  const named = fieldsOf(kinds, fact)
    .filter(([, { ref }]) => ref?.includes('instrument-part'))
    .flatMap(([field, { ref = [] }]) =>
      entriesOf(fact, field).map((id) => ({
        ...{ field, id, actions: [work.means(fact, field, id, refKinds(ref)) ?? []].flat() },
      })),
    )
  const direct = named
    .filter(({ actions }) => actions.length === 0)
    .map(({ field, id }): Named => {
      const part = listInstrumentParts().get(id) ?? null
      return { field, served: { id, instrument: id.split('/')[0]!, part, through: null } }
    })
  const through = named.flatMap(({ field, actions }) =>
    actions.flatMap((action) =>
      servedByField(work, kinds, action).map(
        ({ served }): Named => ({ field, served: { ...served, through: action } }),
      ),
    ),
  )
  const byPart = new Map<string, Named>()
  for (const one of [...direct, ...through]) if (!byPart.has(one.served.id)) byPart.set(one.served.id, one)
  return [...byPart.values()]
}

/** The parts of instruments that a fact serves, each once. */
export const partsServedBy = (work: Work, kinds: Kinds, fact: WorkFact): PartServed[] =>
  servedByField(work, kinds, fact).map(({ served }) => served)

/** Everything that serves one of these parts, each once, the newest first; what has no day comes last. */
export const servingOf = (work: Work, kinds: Kinds, parts: ReadonlySet<string>): Serving[] =>
  workKinds(kinds)
    .flatMap((kind) => work.of(kind))
    .flatMap((fact) => {
      const found = servedByField(work, kinds, fact).find(({ served }) => parts.has(served.id))
      return found === undefined ? [] : [{ fact, ...found }]
    })
    .sort((a, b) => (dayOf(a.fact) > dayOf(b.fact) ? -1 : 1))

const dayOf = ({ datum }: WorkFact): string => datum.heldEdtf ?? datum.heldFrom ?? ''

const instrumentsKnown = new WeakMap<Work, ReadonlyMap<string, readonly string[]>>()

const push = (map: Map<string, string[]>, key: string, value: string): void => {
  const held = map.get(key)
  if (held === undefined) map.set(key, [value])
  else held.push(value)
}

/** The instruments of every fact, by the id its first version is stored under. Worked out once for what is held. */
const instrumentsIn = (work: Work, kinds: Kinds): ReadonlyMap<string, readonly string[]> => {
  const known = instrumentsKnown.get(work)
  if (known !== undefined) return known
  const behind = new Map<string, string[]>()
  const naming = new Map<string, string[]>()
  for (const fact of workKinds(kinds).flatMap((kind) => work.of(kind))) {
    const id = fact.first.datumId
    for (const { instrument, through } of partsServedBy(work, kinds, fact))
      if (through === null) push(naming, instrument, id)
    for (const [field, { ref = [] }] of fieldsOf(kinds, fact))
      if (leadsOn(fact.kind, ref))
        for (const named of work.named(fact, field, refKinds(ref))) push(behind, named.first.datumId, id)
  }
  const found = new Map<string, string[]>()
  for (const [instrument, own] of naming)
    for (const id of reachedFrom(own, behind)) push(found, id, instrument)
  instrumentsKnown.set(work, found)
  return found
}

/** The instruments a fact belongs to, each once: those it serves, and those of what it belongs to. */
export const instrumentsOf = (work: Work, kinds: Kinds, fact: WorkFact): readonly string[] =>
  instrumentsIn(work, kinds).get(fact.first.datumId) ?? []
