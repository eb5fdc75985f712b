// Where a session finds its tables: a world, the people beside the worlds, or a world as somebody sees it.
import { problem } from '../problem.ts'

export type World = 'register' | 'exercise'

/** Worlds are PostgreSQL schemas of the same name. */
export const worlds: readonly World[] = ['register', 'exercise']

export type Schema = World | 'people'

/** The schemas with tables and migrations of their own. */
export const schemas: readonly Schema[] = [...worlds, 'people']

/** Whose facts of a tier are seen: everyone's, or those of the actors named. */
type Whose = 'all' | readonly string[]

/**
 * The name of a room. A room as seen is for reading alone: in it the table of facts is a view that leaves out what the
 * sight does not reach (migration 0008), so that a query that forgets about tiers forgets nothing.
 */
export type Room = Schema | `${World} as seen ${string}`

const seenForm =
  /^(register|exercise) as seen partner=(\*|(?:,[\w.:-]+)*,?) restricted=(\*|(?:,[\w.:-]+)*,?)$/

/** ',MNG,KHM,' so that an actor is found between two commas; '*': all. Throws `usage` for what is no id of an actor. */
const listed = (whose: Whose): string => {
  if (whose === 'all') return '*'
  for (const id of whose)
    if (!/^[\w.:-]+$/.test(id)) throw problem('usage', `"${id}" should be the id of an actor.`)
  return whose.length === 0 ? '' : `,${[...new Set(whose)].toSorted().join(',')},`
}

/** The room in which a world is as somebody sees it. Throws `usage` for what cannot be the id of an actor. */
export const seenRoom = (world: World, sight: { partner: Whose; restricted: Whose }): Room =>
  `${world} as seen partner=${listed(sight.partner)} restricted=${listed(sight.restricted)}`

/** The room of this name, as another process asks for it; undefined where there is none. */
export const readRoom = (text: string): Room | undefined =>
  schemas.find((name) => name === text) ?? (seenForm.test(text) ? (text as Room) : undefined)

/** The one statement that leads a session into a room; `isLocal`: until the transaction ends. */
export const enterRoom = (room: Room, isLocal = false): string => {
  const [, world, partner = '', restricted = ''] = seenForm.exec(room) ?? []
  const path = world === undefined ? room : `${world}_seen, ${world}`
  const settings = {
    search_path: path,
    'pacta.partner': partner,
    'pacta.restricted': restricted,
    // What is read there leaves out rows: whoever wrote from it would write what they did not see.
    default_transaction_read_only: world === undefined ? 'off' : 'on',
  }
  const calls = Object.entries(settings).map(
    ([name, value]) => `set_config('${name}', '${value}', ${isLocal})`,
  )
  return `select ${calls.join(', ')}`
}

/** Whether nothing may be written there. */
export const isReadOnly = (room: Room): boolean => seenForm.test(room)
