// The first page of a treaty is stored as far as it could be read; a later one must not take anything away.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { sql } from 'kysely'
import { shippedOthers, shippedStates } from '../../src/parties/actor.ts'
import { saveActors } from '../../src/parties/actor-store.ts'
import { importStatusPage } from '../../src/parties/status-import.ts'
import { readStatusPage } from '../../src/parties/status-page.ts'
import { Problem } from '../../src/problem.ts'
import { inTestWorld } from '../world.ts'

const page = (rows: string, asOf = '03-02-2020') => `<!doctype html><html><body>
<table><tr><td>STATUS AS AT : ${asOf} 09:15:30 AM EDT</td></tr></table>
<table><tr><td>CHAPTER XXVI</td></tr><tr><td>99 . Convention on Fictional Fireworks</td></tr></table>
<table id="ctl00_tblgrid"><tr><th>Participant</th><th>Signature</th><th>Ratification, Accession(a)</th></tr>${rows}</table>
</body></html>`
const row = (name: string, signed: string, bound: string) =>
  `<tr><td>${name}</td><td>${signed}</td><td>${bound}</td></tr>`

const levels = async (db: Parameters<typeof importStatusPage>[0]) => {
  const { rows } = await sql<{
    level: string
  }>`select level from coverage where register like 'status:%'`.execute(db)
  return rows.map((one) => one.level)
}

describe('the first page of a treaty', () => {
  test('with a participant nobody knows is stored as far as it goes, and its register is partial', () =>
    inTestWorld(async (db) => {
      await saveActors(db, [...shippedStates(), ...shippedOthers()])
      const read = (rows: string) => readStatusPage(Buffer.from(page(rows)), 'fireworks.html')
      const good = row('Andorra', '3 Dec 1997', '29 Jun 1998')
      const odd = row('League of Fictional Rivers', '3 Dec 1997', '5 Jun 1998')
      const saved = await importStatusPage(db, read(good + odd), 'fireworks.html', 'test')
      assert.deepEqual([saved.recorded, saved.unknownNames], [2, ['League of Fictional Rivers']])
      assert.deepEqual(await levels(db), ['partial'])
      const again = await importStatusPage(db, read(good + odd), 'fireworks.html', 'test')
      assert.equal(again.recorded, 0)
      const damaged = row('Andorra', '3 Dec 1997', '29 Jun 1998 zz')
      await assert.rejects(
        importStatusPage(db, read(damaged + odd), 'fireworks.html', 'test'),
        (error) => error instanceof Problem && error.type === 'input-rejected',
      )
    }))
})
