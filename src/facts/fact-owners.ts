// Who answers for a fact that is held or on its way: the parties that it names, or those of the promise it belongs to.
import type { Db } from '../db/store.ts'
import type { Datum } from './datum.ts'
import { listTyped, ownersOfFact } from './fact-draft.ts'
import { findOwnerActors } from './fact-draft-store.ts'
import { listDatums } from './store.ts'
import type { TypedFact } from './typed-fact.ts'

/** A promise within a promise within a promise: further up nobody looks. */
const furthestUp = 4

const texts = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : [])

type Naming = { actor: string; parties: string[]; partOf: string | null }

const namingOf = ({ actor, body }: Datum): Naming => ({
  actor,
  parties: texts(body.parties),
  partOf: typeof body.partOf === 'string' ? body.partOf : null,
})

/** The parties it names, else those of what it is part of. */
const partiesOf = async (db: Db, { actor, parties, partOf }: Naming, up = 0): Promise<string[]> => {
  if (parties.length > 0 || partOf === null || up === furthestUp) return parties
  const whole = await listDatums(db, { actor, externalId: partOf })
  const found = await Promise.all(whole.map((datum) => partiesOf(db, namingOf(datum), up + 1)))
  return found.flat()
}

const ownersNamed = async (db: Db, naming: Naming): Promise<string[]> => {
  const parties = await partiesOf(db, naming)
  return ownersOfFact(naming.actor, parties, await findOwnerActors(db, [naming.actor, ...parties]))
}

/** The parties that a fact as typed names and nobody holds: nobody can be asked to approve it for them. */
export const partiesNotHeld = async (db: Db, typed: TypedFact): Promise<string[]> => {
  const parties = listTyped(typed['body.parties'])
  const held = new Set((await findOwnerActors(db, parties)).map(({ id, called = id }) => called))
  return parties.filter((one) => !held.has(one))
}

/** Who answers for a fact held. */
export const ownersOfDatum = (db: Db, datum: Datum): Promise<string[]> => ownersNamed(db, namingOf(datum))

/**
 * Who has to approve a fact as typed. What takes the place of a fact, or takes it away, needs those who answer for that
 * one too: nobody is written out of a promise by others.
 */
export const ownersOfTyped = async (db: Db, typed: TypedFact): Promise<string[]> => {
  const actor = typed.actor?.trim() ?? ''
  const own = await ownersNamed(db, {
    actor,
    parties: listTyped(typed['body.parties']),
    partOf: typed['body.partOf']?.trim() || null,
  })
  const externalId = typed.supersedes?.trim() || typed.retracts?.trim()
  if (!externalId) return own
  const replaced = await listDatums(db, { actor, kind: typed.kind?.trim() ?? '', externalId })
  const theirs = await Promise.all(replaced.map((datum) => ownersOfDatum(db, datum)))
  return [...new Set([...own, ...theirs.flat()])].sort()
}
