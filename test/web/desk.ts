// What the single desk reads and writes in a world, through one handle: for tests in which nothing is sealed.
import { theDesk } from '../../src/accounts/person.ts'
import type { Db, World } from '../../src/db/store.ts'
import { heldData } from '../../src/web/held.ts'

export const deskData = (db: Db, world: World) => heldData({ db, seen: db, world, person: theDesk })
