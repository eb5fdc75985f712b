// The same table as another program or a later edition writes it: taken as the same rows, or refused in words.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { listDatums } from '../../src/facts/store.ts'
import { writeWorkbook } from '../../src/formats/xlsx.ts'
import { importTable, previewTable } from '../../src/mappings/import.ts'
import { issuesOf } from '../facts/world.ts'
import { inTestWorld } from '../world.ts'
import { addStates, fleetMapping, handed, heldMapping, options, tableOf } from './world.ts'

const head = ['Year', 'State', 'Fleet', 'Ships', 'Flag']
const rows = [
  ['2028', 'Averland', 'North', '12', 'R'],
  ['2029', 'Belmora', 'South', '2.5', 'B'],
]
const written = (between: string, more: readonly string[] = []): string =>
  [...[head, ...rows].map((cells) => cells.join(between)), ...more].join('\r\n')

describe('the table of a mapping in another dress', () => {
  it('is the same with semicolons or tabs between its cells, and as a workbook', () =>
    inTestWorld(async (db) => {
      await addStates(db)
      const held = heldMapping(fleetMapping)
      const book = writeWorkbook({
        title: 'Ships',
        sheets: [{ name: 'Sheet1', columns: head.map(() => ({ width: 9 })), rows: [head, ...rows] }],
      })
      for (const same of [written(','), written(';'), written('\t'), book]) {
        const summary = await previewTable(db, held, handed(same), options)
        assert.deepEqual([summary.rows.read, summary.facts.new], [2, 2])
      }
    }))

  it('may end in empty rows, and in a note that is counted and told', () =>
    inTestWorld(async (db) => {
      await addStates(db)
      const noted = written(',', [',,,,', '', 'Source: the League,,,,', ',,,,'])
      const summary = await importTable(db, heldMapping(fleetMapping), handed(noted), options)
      assert.deepEqual([summary.rows.read, summary.facts.new, summary.rows.leftOut], [3, 2, 1])
      assert.deepEqual(
        summary.leftOut.map(({ reason, examples }) => [reason, examples]),
        [['One cell alone has something in it: a note, no row', [6]]],
      )
    }))

  it('may have a title above its headings, and a sheet before its own', () =>
    inTestWorld(async (db) => {
      await addStates(db)
      const held = heldMapping(fleetMapping)
      const columns = head.map(() => ({ width: 9 }))
      const book = writeWorkbook({
        title: 'Ships',
        sheets: [
          { name: 'Notes', columns, rows: [['About this table']] },
          { name: 'Data', columns, rows: [['Ships lent, all years'], head, ...rows] },
        ],
      })
      for (const [titled, row] of [
        [`"Ships lent,\r\nall years"\r\n\r\n${written(',')}`, 4],
        [book, 3],
      ] as const) {
        const fates: (number | null)[] = []
        const summary = await previewTable(db, held, handed(titled), {
          ...options,
          onFate: (fate) => fates.push(fate.row),
        })
        assert.deepEqual([summary.rows.read, summary.facts.new, fates[0]], [2, 2, row])
      }
    }))

  it('may write its columns otherwise in capitals and signs; any other name is refused, with what is there', () =>
    inTestWorld(async (db) => {
      await addStates(db)
      const held = heldMapping(fleetMapping)
      const capitals = written(',').replace('Fleet', 'FLEET_').replace('Year', 'year ')
      assert.equal((await previewTable(db, held, handed(capitals), options)).facts.new, 2)
      for (const other of ['Flotilla', 'fleet,FLEET']) {
        const [issue] = await issuesOf(
          previewTable(db, held, handed(written(',').replace('Fleet', other)), options),
        )
        assert.match(issue!, /"Fleet" is missing/)
      }
    }))

  it('keeps its letters in UTF-8 where an older edition had another encoding; wrong ones are refused', () =>
    inTestWorld(async (db) => {
      await addStates(db)
      const held = heldMapping({ ...fleetMapping, reads: { format: 'csv', encoding: 'macintosh' } })
      const named = written(',').replace('North', 'Côte d’Onde')
      await importTable(db, held, handed(named), options)
      const [fact] = await listDatums(db, { kind: 'ships-lent', actor: 'XAA' })
      assert.equal(fact?.body.fleet, 'Côte d’Onde')
      const western = new Uint8Array(Buffer.from(named.replace('’', '\u0092'), 'latin1'))
      const file = { file: tableOf(western), beside: new Map() }
      const [issue] = await issuesOf(importTable(db, held, file, options))
      assert.match(issue!, /line 2.*wrong in macintosh.*windows-1252/)
    }))
})
