// Actors of one's own: a file of them is taken in whole or not at all, in one world, and can be read again.
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import { actorsImport, actorsList } from '../../src/cli/actors.ts'
import type { CommandContext } from '../../src/cli/command.ts'
import type { Db } from '../../src/db/store.ts'
import { listActors } from '../../src/parties/actor-store.ts'
import { Problem } from '../../src/problem.ts'
import { inTestWorld } from '../world.ts'

const home = mkdtempSync(join(tmpdir(), 'pacta-actors-'))
after(() => rmSync(home, { recursive: true, force: true }))

const run = async (
  command: typeof actorsList,
  db: Db,
  args: string[],
  options: Record<string, string> = {},
): Promise<string> => {
  const said: string[] = []
  const context = { args, options, json: false, out: (line: string) => said.push(line), progress: () => {} }
  await command.run({ ...context, open: async () => ({ world: () => db }) } as unknown as CommandContext)
  return said.join('\n')
}

const fileWith = (...rows: string[]): string => {
  const path = join(home, 'societies.csv')
  writeFileSync(path, ['actor_id,kind,parent,name_en,name_mn,source', ...rows, ''].join('\n'))
  return path
}

const refused = async (work: Promise<unknown>): Promise<string[]> => {
  const error = await work.then(
    () => assert.fail('it was taken in'),
    (thrown: unknown) => thrown,
  )
  assert.ok(error instanceof Problem, String(error))
  return (error.issues ?? []).map(({ file, line, message }) => `${file} ${line}: ${message}`)
}

describe('actors of one’s own', () => {
  it('are added with their parents, listed as added, and brought up to date by the same file again', () =>
    inTestWorld(async (db) => {
      const exercise = { world: 'exercise' }
      const file = fileWith(
        'XZQ,state,,Ostermarsh,,',
        'xzq-red-emblem,national-society,XZQ,Ostermarsh Red Emblem Society,,',
      )
      assert.match(
        await run(actorsImport, db, [file], exercise),
        /^2 actors in the exercise: XZQ, xzq-red-emblem; 2 new or changed$/,
      )
      assert.match(await run(actorsImport, db, [file], exercise), /; 0 new or changed$/)
      fileWith('XZQ,state,,Ostermarsh,,', 'xzq-red-emblem,national-society,XZQ,Red Emblem of Ostermarsh,,')
      assert.match(await run(actorsImport, db, [file], exercise), /; 1 new or changed$/)
      const said = await run(actorsList, db, [], { ...exercise, named: 'red emblem' })
      assert.match(
        said,
        /^xzq-red-emblem: Red Emblem of Ostermarsh \(national-society of XZQ, added here\)\n1 actor$/,
      )
    }, 'exercise'))

  it('are refused by line, and nothing of the file is stored', () =>
    inTestWorld(async (db) => {
      const before = (await listActors(db)).length
      const file = fileWith(
        "xzq-red-emblem,national-society,,Red Emblem,,the society's own statutes",
        'Red Emblem,national-society,,Another,,its statutes',
        'xzq-blue,national-society,XQQ,Blue Emblem,,its statutes',
        'xzq-green,national-society,,Red  emblem,,its statutes',
        'xzq-grey,national-society,,Grey Emblem,,',
        'mine-ban-convention,body,,The Convention again,,its text',
      )
      assert.deepEqual(await refused(run(actorsImport, db, [file])), [
        'societies.csv 2: "xzq-green" has this name already',
        'societies.csv 3: This is no id of an actor',
        'societies.csv 4: Its parent is held nowhere in this world, nor in this file',
        'societies.csv 5: "xzq-red-emblem" has this name already',
        'societies.csv 6: Who is held in the register has a source',
        'societies.csv 7: An actor of this id comes with Pacta, and stays as it is',
      ])
      assert.equal((await listActors(db)).length, before)
    }))
})
