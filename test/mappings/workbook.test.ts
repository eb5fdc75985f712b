// A table of others that comes as a workbook: read from the sheet that is named, dates and numbers as they are typed there.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { Workbook } from '@cj-tech-master/excelts'
import { listDatums } from '../../src/facts/store.ts'
import { writeWorkbook } from '../../src/formats/xlsx.ts'
import { importTable } from '../../src/mappings/import.ts'
import { placeOf } from '../../src/mappings/locator.ts'
import { issuesOf } from '../facts/world.ts'
import { inTestWorld } from '../world.ts'
import { addStates, fleetMapping, heldMapping, options, tableOf } from './world.ts'

const workbook = (ships: number | string) =>
  writeWorkbook({
    title: 'Almanac of the Fictional League',
    sheets: [
      { name: 'Read me', columns: [{ width: 20 }], rows: [['This is no table']] },
      {
        name: 'Ships',
        columns: Array.from({ length: 6 }, () => ({ width: 12 })),
        rows: [
          ['Year', 'State', 'Fleet', 'Ships', 'Flag', 'Seen'],
          [2028, 'Averland', 'North', ships, 'R', { day: '2028-05-03' }],
          [2028, 'Belmora', 'North', 0, 'B', null],
          [2029, 'Cartagel', 'South', 7, 'B', null],
        ],
      },
    ],
  })

const [fact] = fleetMapping.facts
const mapping = {
  ...fleetMapping,
  reads: { format: 'xlsx', sheet: 'Ships' },
  facts: [{ ...fact!, fields: { ...fact!.fields, seen: { from: 'Seen', as: 'date' } } }],
}

const handedBook = (bytes: Uint8Array) => ({ file: tableOf(bytes, 'ships.xlsx'), beside: new Map() })

describe('a table of others in a workbook', () => {
  it('is read from its sheet: numbers, days and the rows a spreadsheet shows', () =>
    inTestWorld(async (db) => {
      await addStates(db)
      const summary = await importTable(db, heldMapping(mapping), handedBook(workbook(12.5)), options)
      assert.deepEqual(summary.rows, { read: 3, new: 1, held: 0, corrected: 0, kept: 0, leftOut: 2 })
      const [held] = await listDatums(db, { kind: 'ships-lent' })
      assert.deepEqual(held?.body, { fleet: 'North', ships: 12.5, flag: 'red', seen: '2028-05-03' })
      assert.equal(placeOf(held?.locator ?? ''), 'row 2')
      const again = await importTable(db, heldMapping(mapping), handedBook(workbook(12.5)), options)
      assert.deepEqual([again.rows.held, again.facts.new], [1, 0])
    }))

  it('is refused by row where a cell is no number, and where the sheet is not there', () =>
    inTestWorld(async (db) => {
      await addStates(db)
      const [wrong] = await issuesOf(
        importTable(db, heldMapping(mapping), handedBook(workbook('twelve')), options),
      )
      assert.match(wrong!, /line 2.*twelve/)
      const elsewhere = heldMapping({ ...mapping, reads: { format: 'xlsx', sheet: 'Fleets' } })
      const [missing] = await issuesOf(importTable(db, elsewhere, handedBook(workbook(1)), options))
      assert.match(missing!, /no sheet "Fleets".*Read me, Ships/)
    }))

  it('may compute what is not read; a computed cell of a column that is read is refused by its address', () =>
    inTestWorld(async (db) => {
      await addStates(db)
      const held = heldMapping({ ...fleetMapping, reads: { format: 'xlsx' } })
      const book = async (ships: unknown) => {
        const workbook = new Workbook()
        const sheet = workbook.addWorksheet('One')
        sheet.addRow(['Year', 'State', 'Fleet', 'Ships', 'Flag', 'Share'])
        sheet.addRow([2028, 'Averland', 'North', ships, 'R', { formula: 'D2/12', result: 1 }] as never)
        return new Uint8Array(await workbook.xlsx.writeBuffer())
      }
      const taken = await importTable(db, held, handedBook(await book(12)), options)
      assert.deepEqual([taken.facts.new, taken.unread], [1, ['Share']])
      const [issue] = await issuesOf(
        importTable(db, held, handedBook(await book({ formula: '6*2', result: 12 })), options),
      )
      assert.match(issue!, /D2 holds a formula/)
    }))
})
