// Parties that no actor is held for are told of before a promise is taken in: by file and line, with what to do.
import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { planNew } from '../../src/cli/plan-new.ts'
import type { Db } from '../../src/db/store.ts'
import { checkPlanFolder } from '../../src/indicators/plan-folder.ts'
import { addActors } from '../../src/parties/added-actors.ts'
import { inTestWorld } from '../world.ts'

const home = mkdtempSync(join(tmpdir(), 'pacta-parties-'))
after(() => rmSync(home, { recursive: true, force: true }))

const pledge = `Pledge: Clear rivers

A) Objectives of the pledge:
Rivers without waste.

B) Action plan:
- To hold two clean-ups a year.

C) Indicators for measuring progress:
- Number of dissemination events held each year: at least two events a year.

D) Resource implications:
None.
`

/** What "plan new" says of a folder made with these parties, and its path. */
const madeWith = async (db: Db, name: string, party: string): Promise<{ said: string; folder: string }> => {
  const folder = join(home, name)
  const from = join(home, `${name}.txt`)
  writeFileSync(from, pledge)
  const out: string[] = []
  await planNew.run({
    ...{ args: [folder], options: { from, kind: 'pledge', party }, json: false },
    open: async () => ({ world: () => db }),
    out: (line: string) => out.push(line),
  } as unknown as Parameters<typeof planNew.run>[0])
  return { said: out.join('\n'), folder }
}

test('a party that is held nowhere is told of by "plan new" and "plan check", by file and line', () =>
  inTestWorld(async (db) => {
    const { said, folder } = await madeWith(
      db,
      'rivers',
      'Government of Quorra=XQO; Society of Quorra=society-of-quorra',
    )
    assert.match(
      said,
      /Party held nowhere: .*rivers\.yaml.*no actor "society-of-quorra" is held.*pacta actors import FILE/,
    )
    assert.doesNotMatch(said, /no actor "XQO"/)
    const { issues, notes } = checkPlanFolder(folder)
    assert.deepEqual(issues, [])
    const [note, ...others] = notes.filter(({ path }) => path?.startsWith('parties.'))
    assert.equal(others.length, 0)
    assert.equal(note?.path, 'parties.1.actor')
    const line = readFileSync(join(folder, 'rivers.yaml'), 'utf8').split('\n')[note!.line! - 1]
    assert.match(line!, /Society of Quorra.*society-of-quorra/)
  }))

test('a party without an actor is told of too; parties that are held or were added are not', () =>
  inTestWorld(async (db) => {
    const { said } = await madeWith(db, 'lakes', 'Government of Quorra=XQO; Friends of the Lake')
    assert.match(said, /no actor is named for "Friends of the Lake"/)
    const held = await madeWith(db, 'seas', 'Government of Quorra=XQO; Society=xqo-national-society')
    assert.doesNotMatch(held.said, /held nowhere/)
    const party = 'Government of Quorra=XQO; Society of Quorra=society-of-quorra'
    assert.match((await madeWith(db, 'bays', party)).said, /no actor "society-of-quorra" is held/)
    const file = join(home, 'societies.csv')
    writeFileSync(
      file,
      'actor_id,kind,parent,name_en\nsociety-of-quorra,national-society,,Society of Quorra\n',
    )
    await addActors(db, file, 'societies.csv', 'exercise')
    assert.doesNotMatch((await madeWith(db, 'gulfs', party)).said, /held nowhere/)
  }, 'exercise'))
