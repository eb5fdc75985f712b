// Who answers for a fact that is held or on its way: the parties that it names, or those of the promise it belongs to.
import type { Db } from '../db/store.ts'
import type { Datum } from './datum.ts'
import { ownersOfFact } from './fact-draft.ts'
import { findOwnerActors } from './fact-draft-store.ts'
import type { Kinds } from './kind.ts'
import { lastingFacts } from './lasting-id.ts'
import { listTyped } from './list-field.ts'
import { type Naming as NamedAbove, namedAbove } from './promised-together.ts'
import { listDatums } from './store.ts'
import { todayIn } from './today.ts'
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

/** What an actor calls by an id: as it stands today, whichever version the id is of; what stands no more as it was. */
const standing = async (db: Db, actor: string, id: string): Promise<Datum[]> => {
  const named = await listDatums(db, { actor, externalId: id })
  if (named.length === 0) return []
  const all = await listDatums(db, { actor, kinds: [...new Set(named.map(({ kind }) => kind))] })
  const now = lastingFacts(all, await todayIn(db)).findAny(id)
  return now.length === 0 ? named : now.map(({ datum }) => datum)
}

/** The parties it names, else those of what it is part of. */
const partiesOf = async (db: Db, { actor, parties, partOf }: Naming, up = 0): Promise<string[]> => {
  if (parties.length > 0 || partOf === null || up === furthestUp) return parties
  const whole = await standing(db, actor, partOf)
  const found = await Promise.all(whole.map((datum) => partiesOf(db, namingOf(datum), up + 1)))
  return found.flat()
}

/** Who answers for what names its parties so, and speaks of what others named. */
const ownersNamed = async (db: Db, naming: Naming, above: readonly NamedAbove[]): Promise<string[]> => {
  const parties = await partiesOf(db, naming)
  const all: readonly NamedAbove[] = [{ actor: naming.actor, parties }, ...above]
  const actors = await findOwnerActors(
    db,
    all.flatMap((one) => [one.actor, ...one.parties]),
  )
  const owners = all.flatMap((one) => ownersOfFact(one.actor, one.parties, actors))
  return [...new Set(owners)].sort()
}

/** The parties that a fact as typed names and nobody holds: nobody can be asked to approve it for them. */
export const partiesNotHeld = async (db: Db, typed: TypedFact): Promise<string[]> => {
  const parties = listTyped(typed['body.parties'])
  const held = new Set((await findOwnerActors(db, parties)).map(({ id, called = id }) => called))
  return parties.filter((one) => !held.has(one))
}

/**
 * Whether those who promised what a fact speaks of answer for it: what one keeps for one's own people stands in nothing of theirs,
 * and asking them would show it to them.
 */
const isForEveryone = (tier: string | undefined): boolean => (tier?.trim() || 'public') === 'public'

/** Who answers for a fact held. */
export const ownersOfDatum = async (db: Db, datum: Datum, kinds: Kinds): Promise<string[]> =>
  ownersNamed(db, namingOf(datum), isForEveryone(datum.tier) ? await namedAbove(db, kinds, datum) : [])

/** What the fields say by which a fact as typed speaks of what others may have promised too, and whom it names. */
const bodyAbove = (typed: TypedFact, kind: string, kinds: Kinds): Record<string, string[]> =>
  Object.fromEntries(
    [...(kinds[kind]?.ownedWith ?? []), 'parties'].map((field) => {
      const text = typed[`body.${field}`]
      return [field, kinds[kind]?.fields[field]?.type === 'text' ? [text?.trim() ?? ''] : listTyped(text)]
    }),
  )

const namingTyped = (typed: TypedFact): Naming => ({
  actor: typed.actor?.trim() ?? '',
  parties: listTyped(typed['body.parties']),
  partOf: typed['body.partOf']?.trim() || null,
})

/**
 * Whose people may write in a fact as typed: its actor's, and those of the parties that it names itself. Who only has to approve
 * it, for what it speaks of, says so or gives it back.
 */
export const writersOfTyped = (db: Db, typed: TypedFact): Promise<string[]> =>
  ownersNamed(db, namingTyped(typed), [])

/**
 * Who has to approve a fact as typed: its writer, those it names, and those who promised what it speaks of, where it is for
 * everyone. What takes the place
 * of a fact, or takes it away, needs those who answer for that one too: nobody is written out of a promise by others.
 */
export const ownersOfTyped = async (db: Db, typed: TypedFact, kinds: Kinds): Promise<string[]> => {
  const actor = typed.actor?.trim() ?? ''
  const kind = typed.kind?.trim() ?? ''
  const body = bodyAbove(typed, kind, kinds)
  const above = isForEveryone(typed.tier) ? await namedAbove(db, kinds, { actor, kind, body }) : []
  const own = await ownersNamed(db, namingTyped(typed), above)
  const externalId = typed.supersedes?.trim() || typed.retracts?.trim()
  if (!externalId) return own
  const replaced = await listDatums(db, { actor, kind, externalId })
  const theirs = await Promise.all(replaced.map((datum) => ownersOfDatum(db, datum, kinds)))
  return [...new Set([...own, ...theirs.flat()])].sort()
}
