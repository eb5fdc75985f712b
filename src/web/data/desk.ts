// What the page of a focal point reads beside duties, ages, what waits and what became known: whose page it is.

/** Whose things stand on a page: an actor, with those that belong to it. */
export type Desk = { actor: string; units: string[] }

export type DeskData = {
  /** The actors that their reader answers for in this world; of the single desk the one it chose. Nobody's for the public. */
  listOwnActors: () => Promise<string[]>
  /** Each of these actors with the ids of those that belong to it. */
  listDesks: (actors: readonly string[]) => Promise<Desk[]>
  /** Every actor a page can be of: States first, each with its English name. */
  listDeskActors: () => Promise<{ id: string; name: string; kind: string }[]>
  /** Keeps whose page the single desk is. Throws `not-permitted` for anybody else, `not-found` for an actor nobody holds. */
  chooseOwnActor: (actor: string) => Promise<void>
}
