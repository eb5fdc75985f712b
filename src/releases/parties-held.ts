// Whether everybody who promised is held as an actor: who is not can approve nothing, and nobody else may do it for them.
import type { Db } from '../db/store.ts'
import { findOwnerActors } from '../facts/fact-draft-store.ts'
import { findRecastParties } from '../instruments/parties-store.ts'
import { findShippedInstrument } from '../instruments/read.ts'
import { problem } from '../problem.ts'

/** Those of `parties` that no actor is held for, by id, and those the text names without one, by name. */
export const listPartiesNotHeld = async (
  db: Db,
  instrument: string,
  parties: readonly string[],
): Promise<string[]> => {
  const held = new Set((await findOwnerActors(db, parties)).map(({ id }) => id))
  const isRecast = (await findRecastParties(db, instrument)) !== undefined
  const named = isRecast ? [] : (findShippedInstrument(instrument)?.parties ?? [])
  return [
    ...parties.filter((id) => !held.has(id)),
    ...named.flatMap(({ name, actor }) => (actor === undefined ? [name] : [])),
  ]
}

/** Throws Problem `input-rejected` where one of those who promised is held by nobody, and so could never approve. */
export const refusePartiesNotHeld = async (
  db: Db,
  instrument: string,
  parties: readonly string[],
): Promise<void> => {
  const missing = await listPartiesNotHeld(db, instrument, parties)
  if (missing.length > 0)
    throw problem(
      'input-rejected',
      `Nothing was frozen: of those who promised "${instrument}", no actor is held for ${missing.join(', ')}, who could not approve it. Add each with "pacta actors import FILE", and write its id as "actor" of the party into the instrument's file.`,
    )
}
