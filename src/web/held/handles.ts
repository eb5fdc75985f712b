// Through what the pages of a world read and write.
import type { Person } from '../../accounts/person.ts'
import type { Db, PeopleDb, World } from '../../db/store.ts'

export type Handles = {
  /** The whole world, to compute and to write: nothing read through it is shown unless it is public. */
  db: Db
  /** The world as its reader sees it, for reading alone: facts beyond their sight are not there, whatever the query. */
  seen: Db
}

/** Who reads and writes, in which world. */
export type Reader = Handles & {
  world: World
  person: Person
  /** The people beside the worlds, for the departments of an actor; absent where nobody can sign in. */
  people?: PeopleDb
  /** The installation's secret, which signs the forms that rate a page; absent in a site made for one process. */
  secret?: string | undefined
  /** The world beside this one, to count what waits there; absent where there is none. */
  other?: Db
}
