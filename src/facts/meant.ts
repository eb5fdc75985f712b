// Which fact another means by an id, and whether it may say something of it. Ids are given by whoever writes a fact, so
// that two actors may have given the same one; and what is said of a plan is for those to say whose plan it is.
import type { Datum } from './datum.ts'
import type { Kinds } from './kind.ts'
import type { LastingFact } from './lasting-id.ts'
import { refKinds, saysOfIt } from './ref.ts'

/** What decides whose things are. */
export type Owning = {
  kinds: Kinds
  /** Who promised an instrument together, by actor id; nobody for a treaty's plan. */
  partiesOf: (instrument: string) => readonly string[]
  /** Whom an actor acts for: a unit of a government its State, everyone else itself. */
  standsFor: (actor: string) => string
}

/** Where nothing is known of kinds, instruments and units: things are their actor's and their own parties'. */
export const ownAlone: Owning = { kinds: {}, partiesOf: () => [], standsFor: (actor) => actor }

/** Who writes, and what. */
export type Writing = Pick<Datum, 'actor' | 'body'>

export type Meant = {
  /**
   * The facts of `kinds` that may be meant by `id`: first those of the same actor, then those it owns with others, then
   * any. One where that is clear, several where it is not. `<actor>/<id>` is always clear.
   */
  facts: (from: Writing, kinds: readonly string[], id: string) => readonly LastingFact[]
  /** Whether a fact is an actor's own: its actor, its parties, those of what it belongs to or of the promise it carries out. */
  isOwn: (actor: string, fact: LastingFact) => boolean
}

const entries = (value: unknown): string[] =>
  Array.isArray(value) ? value.map(String) : typeof value === 'string' ? [value] : []

/** What is meant among the facts that `findAll` finds. */
export const meantAmong = (
  findAll: (kind: string, id: string) => readonly LastingFact[],
  { kinds, partiesOf, standsFor }: Owning,
): Meant => {
  const owners = new Map<string, Set<string>>()
  const ownersOf = (fact: LastingFact): ReadonlySet<string> => {
    const { datum, id: key } = fact
    const known = owners.get(key)
    if (known !== undefined) return known
    const own = new Set([datum.actor, ...entries(datum.body.parties)].map(standsFor))
    // Kept before what it belongs to is asked: what goes round in a circle owns itself.
    owners.set(key, own)
    for (const [field, spec] of Object.entries(kinds[datum.kind]?.fields ?? {})) {
      for (const id of entries(datum.body[field])) {
        if (spec.ref?.includes('instrument-part')) {
          const parties = partiesOf(id.split('/')[0]!).map(standsFor)
          if (parties.includes(standsFor(datum.actor))) for (const party of parties) own.add(party)
        }
        if (!saysOfIt(spec)) continue
        const [above, another] = facts(datum, refKinds(spec.ref ?? []), id)
        if (above !== undefined && another === undefined && isOwn(datum.actor, above))
          for (const one of ownersOf(above)) own.add(one)
      }
    }
    return own
  }
  const isOwn = (actor: string, fact: LastingFact): boolean => ownersOf(fact).has(standsFor(actor))
  const facts: Meant['facts'] = (from, of, id) => {
    const called = (name: string) => [...new Set(of.flatMap((kind) => findAll(kind, name)))]
    const cut = id.indexOf('/')
    const whole = called(id)
    const found =
      whole.length > 0 || cut === -1
        ? whole
        : called(id.slice(cut + 1)).filter(({ datum }) => datum.actor === id.slice(0, cut))
    if (found.length < 2) return found
    const own = found.filter(({ datum }) => datum.actor === from.actor)
    if (own.length > 0) return own
    const parties = entries(from.body.parties)
    const shared = found.filter((fact) => parties.includes(fact.datum.actor) || isOwn(from.actor, fact))
    return shared.length > 0 ? shared : found
  }
  return { facts, isOwn }
}
