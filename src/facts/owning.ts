// What decides whose facts are, in a world.
import type { Db } from '../db/store.ts'
import { listPartiesOfInstruments } from '../instruments/parties-store.ts'
import type { Kinds } from './kind.ts'
import type { Owning } from './meant.ts'
import { listUnits } from './store.ts'

/** Whose the facts of `kinds` are in a world, by who promised what there, and by whose unit an actor is. */
export const owningIn = async (db: Db, kinds: Kinds): Promise<Owning> => {
  const units = await listUnits(db)
  return {
    kinds,
    partiesOf: await listPartiesOfInstruments(db),
    standsFor: (actor) => units.get(actor) ?? actor,
  }
}
