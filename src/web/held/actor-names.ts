// What actors are called in lists.
import type { Db } from '../../db/store.ts'
import { listActors } from '../../parties/actor-store.ts'

/** English short names by actor. */
export const namesHeld = async (db: Db): Promise<(actor: string) => string> => {
  const names = new Map((await listActors(db)).map((actor) => [actor.id, actor.names.en?.short]))
  return (actor) => names.get(actor) ?? actor
}
