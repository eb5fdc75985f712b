// What actors are called in lists.
import type { Db } from '../../db/store.ts'
import { listActors } from '../../parties/actor-store.ts'

/** English short names of the actors held, by their ids. */
export const actorsCalled = async (db: Db): Promise<ReadonlyMap<string, string>> =>
  new Map((await listActors(db)).map((actor) => [actor.id, actor.names.en?.short ?? actor.id]))

/** English short names by actor. */
export const namesHeld = async (db: Db): Promise<(actor: string) => string> => {
  const names = await actorsCalled(db)
  return (actor) => names.get(actor) ?? actor
}
