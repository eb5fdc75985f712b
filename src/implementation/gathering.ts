// Where people come together, be it a meeting of a body or an event for others: when, where, at whose invitation, what for.
import { entriesOf, textIn, type WorkFact } from './held.ts'
import { type Mark, markOf } from './mark.ts'

export type Gathering = {
  id: string
  actor: string
  kind: string
  title: string | null
  /** Null while it has only been planned. */
  heldOn: string | null
  plannedOn: string | null
  place: string | null
  host: string | null
  /** Parts of instruments and actions of plans of work it serves. */
  serves: string[]
} & Mark

export const gatheringOf = (fact: WorkFact): Gathering => ({
  id: fact.id,
  actor: fact.datum.actor,
  kind: fact.kind,
  title: textIn(fact, 'title'),
  heldOn: textIn(fact, 'heldOn'),
  plannedOn: textIn(fact, 'plannedOn'),
  place: textIn(fact, 'place'),
  host: textIn(fact, 'host'),
  serves: entriesOf(fact, 'serves'),
  ...markOf(fact),
})
