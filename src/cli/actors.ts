// pacta actors list, actors import: who can promise, write and approve.
import { basename, resolve } from 'node:path'
import { shippedActorIds } from '../parties/actor.ts'
import { listActors } from '../parties/actor-store.ts'
import { addActors } from '../parties/added-actors.ts'
import { problem } from '../problem.ts'
import { type Command, textOption } from './command.ts'
import { counted, fileOf } from './input.ts'
import { asWorld, worldOption } from './world.ts'

export const actorsList: Command = {
  name: 'actors list',
  summary: 'Lists who can promise, write and approve in a world, with ids, and says who was added here.',
  usage: '[--named TEXT] [--world NAME]',
  example: 'pacta actors list --named "red cross"',
  options: {
    ...worldOption,
    named: { type: 'string', describe: 'only those with this in their id or a name' },
  },
  run: async (context) => {
    if (context.args.length > 0) throw problem('usage', 'Give what is looked for as --named TEXT.')
    const db = (await context.open()).world(asWorld(context))
    const asked = textOption(context, 'named')?.toLowerCase()
    const isAsked = (text: string): boolean => asked === undefined || text.toLowerCase().includes(asked)
    const shown = (await listActors(db)).filter(({ id, names, aliases }) =>
      [id, ...aliases, ...Object.values(names).flatMap(({ short, formal }) => [short, formal ?? ''])].some(
        isAsked,
      ),
    )
    const rows = shown.map(({ id, kind, parent, names, source }) => ({
      ...{ id, kind, parent, name: names.en?.short ?? id, source },
      isAdded: !shippedActorIds().has(id),
    }))
    if (context.json) context.out(JSON.stringify(rows, null, 2))
    else {
      for (const { id, kind, parent, name, isAdded } of rows)
        context.out(
          `${id}: ${name} (${kind}${parent === null ? '' : ` of ${parent}`}${isAdded ? ', added here' : ''})`,
        )
      context.out(counted(rows.length, 'actor'))
    }
    return 0
  },
}

export const actorsImport: Command = {
  name: 'actors import',
  summary:
    'Adds actors of your own from a CSV file (National Societies, authorities, invented States), all or none.',
  usage: 'FILE.csv [--world NAME]',
  example: 'pacta actors import societies.csv --world exercise',
  options: worldOption,
  run: async (context) => {
    // Read for its errors: a file that is not there is told of as everywhere.
    fileOf(context)
    const path = resolve(context.args[0]!)
    const world = asWorld(context)
    const added = await addActors((await context.open()).world(world), path, basename(path), world)
    context.out(
      context.json
        ? JSON.stringify(added, null, 2)
        : `${counted(added.actors.length, 'actor')} in the ${world}: ${added.actors.join(', ')}; ${added.changed} new or changed`,
    )
    return 0
  },
}
