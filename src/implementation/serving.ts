// What serves what: an event, a meeting or an action of a plan of work may serve parts of several instruments, named
// directly or by way of an action that carries them out. Seen from the fact, and from the part.
import type { Kinds } from '../facts/kind.ts'
import { refKinds } from '../facts/ref.ts'
import { type InstrumentPart, listInstrumentParts } from '../instruments/part.ts'
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

/** Fields by which a fact belongs to one other: its plan, body, meeting, study; not who is responsible or what it needs. */
const belongingFields = (kinds: Kinds, fact: WorkFact): [field: string, kinds: string[]][] =>
  fieldsOf(kinds, fact).flatMap(([field, { ref = [], type }]): [string, string[]][] =>
    type === 'text' && !ref.includes('actor') && !ref.includes('office') && refKinds(ref).length > 0
      ? [[field, refKinds(ref)]]
      : [],
  )

/** The instruments a fact belongs to, each once: those it serves, and those of what it belongs to, a few steps up. */
export const instrumentsOf = (work: Work, kinds: Kinds, fact: WorkFact, up = 0): string[] => {
  const own = partsServedBy(work, kinds, fact).map(({ instrument }) => instrument)
  // A chain longer than plan, action, step, report on it goes round in a circle.
  const above =
    up === 4
      ? []
      : belongingFields(kinds, fact).flatMap(([field, to]) =>
          work.named(fact, field, to).flatMap((one) => instrumentsOf(work, kinds, one, up + 1)),
        )
  return [...new Set([...own, ...above])]
}
