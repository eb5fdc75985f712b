// Actors of one's own beside those that come with Pacta: a National Society, an authority, an invented State of an exercise. A
// file of the form of reference/actors-other.csv, all of its rows or none; read again, it brings names and parents up to date.
import type { Db, Store, World } from '../db/store.ts'
import { type Issue, problem } from '../problem.ts'
import { type Actor, readActors, shippedActorIds } from './actor.ts'
import { listActors, saveActors } from './actor-store.ts'

export type ActorsAdded = { file: string; world: World; actors: string[]; changed: number }

const idForm = /^(?:[A-Z]{3}|[a-z0-9]+(?:-[a-z0-9]+)*)$/

const folded = (name: string): string => name.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, ' ').trim()

const namesOf = (actor: Pick<Actor, 'names' | 'aliases'>): string[] => [
  ...Object.values(actor.names).flatMap(({ short, formal }) =>
    formal === undefined ? [short] : [short, formal],
  ),
  ...actor.aliases,
]

/** What a row asks of the world that its cells alone do not tell. */
const issuesOf = (
  actor: Actor,
  line: number,
  file: string,
  {
    world,
    held,
    all,
  }: { world: World; held: readonly Pick<Actor, 'id' | 'names' | 'aliases'>[]; all: ReadonlySet<string> },
): Issue[] => {
  const at = { file, line }
  const named = new Set(namesOf(actor).map(folded))
  const alike = held.find(
    (one) => one.id !== actor.id && namesOf(one).some((name) => named.has(folded(name))),
  )
  return [
    ...(idForm.test(actor.id)
      ? []
      : [
          {
            ...at,
            message: 'This is no id of an actor',
            expected:
              'three capitals for a State, such as XAA, or small letters, digits and hyphens, such as xaa-national-society',
            found: actor.id,
          },
        ]),
    ...(shippedActorIds().has(actor.id)
      ? [{ ...at, message: 'An actor of this id comes with Pacta, and stays as it is', found: actor.id }]
      : []),
    ...(actor.parent === null || all.has(actor.parent)
      ? []
      : [
          {
            ...at,
            message: 'Its parent is held nowhere in this world, nor in this file',
            expected: 'the id of an actor held, or none',
            found: actor.parent,
          },
        ]),
    ...(alike === undefined
      ? []
      : [
          {
            ...at,
            message: `"${alike.id}" has this name already`,
            expected: 'one actor for each name; use its id',
            found: actor.id,
          },
        ]),
    // What is said of somebody real can be looked up by anybody.
    ...(world === 'register' && actor.source === null
      ? [
          {
            ...at,
            message: 'Who is held in the register has a source',
            expected: 'in the column "source", where the name can be looked up',
            found: actor.id,
          },
        ]
      : []),
  ]
}

/**
 * The actors of a CSV file at `path`, checked against those held in `world`. Nothing is stored. Throws Problem `input-rejected` by
 * file and line.
 */
export const readAddedActors = async (db: Db, path: string, file: string, world: World): Promise<Actor[]> => {
  const actors = readActors(path)
  const held = await listActors(db)
  const all = new Set([...held, ...actors].map(({ id }) => id))
  const known = [...held.filter(({ id }) => !actors.some((one) => one.id === id)), ...actors]
  // Rows stand one below the other under the heading: readActors has refused any file in which they do not.
  const issues = actors.flatMap((actor, index) =>
    issuesOf(actor, index + 2, file, { world, held: known, all }),
  )
  if (issues.length > 0)
    throw problem('input-rejected', `${file} was not taken in; nothing was stored.`, issues)
  return actors
}

/** Stores the actors of a file in one world, all or none; those held already as the file has them stay untouched. Recorded. */
export const addActors = async (db: Db, path: string, file: string, world: World): Promise<ActorsAdded> => {
  const actors = await readAddedActors(db, path, file, world)
  const changed = await saveActors(db, actors, 'pacta actors import')
  return { file, world, actors: actors.map(({ id }) => id), changed }
}

/** The ids of actors that were added to either world, beside those that come with Pacta. */
export const listActorsAdded = async (store: Store): Promise<ReadonlySet<string>> => {
  const held = [
    ...(await listActors(store.world('register'))),
    ...(await listActors(store.world('exercise'))),
  ]
  return new Set(held.map(({ id }) => id).filter((id) => !shippedActorIds().has(id)))
}
