import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { Workbook, type Worksheet } from '@cj-tech-master/excelts'
import { writeFactsTemplate } from '../../src/facts/facts-template.ts'
import { checkFacts, importFacts } from '../../src/facts/import.ts'
import { importCoverage } from '../../src/facts/import-coverage.ts'
import { listDatums } from '../../src/facts/store.ts'
import { writeWorkbook } from '../../src/formats/xlsx.ts'
import { textIn } from '../../src/reports/workbook-form.ts'
import { inTestWorld } from '../world.ts'
import { addActors, count, issuesOf, kinds } from './world.ts'

const options = { kinds, today: '2025-12-31' }
const file = (bytes: Uint8Array) => ({ name: 'facts.xlsx', bytes })

/** The template of a kind, filled in by another program: cells by row (counted from 1) and column. */
const filled = async (
  kind: string,
  rows: Record<string, unknown>[],
  change: (sheet: Worksheet) => void = () => {},
): Promise<Uint8Array> => {
  const workbook = new Workbook()
  await workbook.xlsx.load(writeFactsTemplate({ kind, spec: kinds[kind]!, text: textIn('en'), banner: null }))
  const sheet = workbook.worksheets[0]!
  const heading = 3
  for (const [i, row] of rows.entries())
    for (const [name, value] of Object.entries(row)) {
      let column = 1
      while (sheet.getCell(heading, column).value !== name) column += 1
      const cell = sheet.getCell(heading + 1 + i, column)
      cell.value = value as string
      if (value instanceof Date) cell.numFmt = 'yyyy-mm-dd'
    }
  change(sheet)
  return new Uint8Array(await workbook.xlsx.writeBuffer({ validate: false }))
}

const right = {
  id: 'r1',
  actor: 'XAA',
  'body.mines': '>18139',
  date: '2013',
  known_from: new Date(Date.UTC(2014, 3, 30)),
  source_title: 'Report of XAA',
}

describe('facts in a workbook', () => {
  it('are recorded as those of a CSV are; rows nobody filled in are none', () =>
    inTestWorld(async (db) => {
      await addActors(db)
      const bytes = await filled('retained-mines', [
        right,
        { ...right, id: 'r2', date: 2014, 'body.mines': 1500 },
      ])
      assert.equal((await checkFacts(db, file(bytes), options)).recorded, 2)
      assert.equal((await importFacts(db, file(bytes), options)).recorded, 2)
      const facts = await listDatums(db, { actor: 'XAA' })
      assert.deepEqual(facts.map(({ heldEdtf, knownFrom, body }) => [heldEdtf, knownFrom, body]).sort(), [
        ['2013', '2014-04-30', { mines: 18139, minesComparator: '>' }],
        ['2014', '2014-04-30', { mines: 1500 }],
      ])
      assert.equal((await importFacts(db, file(bytes), options)).alreadyHeld, 2)
    }))

  it('are refused with all that is wrong, by sheet and cell', () =>
    inTestWorld(async (db) => {
      await addActors(db)
      const bytes = await filled(
        'payment',
        [
          {
            id: 'p1',
            actor: 'XAA',
            'body.amount': { formula: '10*2', result: 20 },
            'body.paidOn': '2025-01-02',
            date: '2025-01-02',
            known_from: '2025-02-01',
            source_title: 'Letter',
          },
          {
            id: 'p2',
            actor: 'NOBODY',
            'body.amount': 5,
            'body.currency': 'EUR',
            'body.paidOn': '2025-01-02',
            date: '2025-01-02',
            known_from: '2025-02-01',
            source_title: 'Letter',
          },
        ],
        (sheet) => {
          sheet.getCell(5, 40).value = 'to be checked'
        },
      )
      const issues = await issuesOf(importFacts(db, file(bytes), options))
      assert.ok(
        issues.every((words) => /^facts\.xlsx, sheet "Payment", cell [A-Z]+\d+: /.test(words)),
        issues.join('\n'),
      )
      assert.ok(issues.some((words) => /cell D4: A formula stands here/.test(words)))
      assert.ok(issues.some((words) => /cell B5: .*NOBODY/.test(words)))
      assert.ok(
        issues.some((words) =>
          /cell AN5: This cell stands under no heading; found "to be checked"/.test(words),
        ),
      )
      assert.equal(await count(db, 'datum'), 0)
    }))

  it('need a row of headings on some sheet', () =>
    inTestWorld(async (db) => {
      const bytes = writeWorkbook({
        title: '',
        sheets: [{ name: 'A', rows: [['x']], columns: [{ width: 9 }] }],
      })
      assert.deepEqual(await issuesOf(importFacts(db, file(bytes), options)), [
        'facts.xlsx: No sheet has a row of headings; expected the columns id, actor, kind',
      ])
    }))

  it('may come with statements of how far a register reaches', () =>
    inTestWorld(async (db) => {
      const rows = [
        ['register', 'from', 'until', 'level', 'stated_by', 'known_from', 'note'],
        [
          'retained-mines',
          { day: '2013-01-01' },
          '',
          'complete',
          'The secretariat',
          { day: '2014-01-01' },
          '',
        ],
      ]
      const bytes = writeWorkbook({ title: '', sheets: [{ name: 'A', rows, columns: [] }] })
      assert.equal((await importCoverage(db, file(bytes), options)).recorded, 1)
    }))
})
