import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { Workbook } from '@cj-tech-master/excelts'
import fc from 'fast-check'
import { type CellGiven, type SheetGiven, writeWorkbook } from '../../src/formats/xlsx.ts'
import { type ReadCell, type ReadValue, readWorkbook } from '../../src/formats/xlsx-read.ts'
import { longestCell, serialOf } from '../../src/formats/xlsx-text.ts'
import { openZip } from '../../src/formats/zip.ts'

const partOf = (bytes: Uint8Array, name: string): string =>
  Buffer.from(openZip(bytes).read(name, 100_000_000) ?? '').toString('utf8')

const oneSheet = (rows: CellGiven[][], more: Partial<SheetGiven> = {}): Uint8Array =>
  writeWorkbook({
    title: 'A table',
    sheets: [{ name: 'Data', rows, columns: (rows[0] ?? []).map(() => ({ width: 12 })), ...more }],
  })

const valuesOf = (bytes: Uint8Array): (ReadValue | undefined)[][] => {
  const { rows } = readWorkbook(bytes, 'table.xlsx').sheets[0]!
  const last = Math.max(0, ...rows.keys())
  return Array.from({ length: last }, (_, r) => {
    const cells = rows.get(r + 1) ?? new Map<number, ReadCell>()
    return Array.from({ length: Math.max(-1, ...cells.keys()) + 1 }, (_, c) => cells.get(c)?.value)
  })
}

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.constantFrom(
    '=1+1',
    '+49',
    '-',
    '@SUM(A1)',
    "'quoted",
    '\ttab',
    '\r\nline',
    '_x0041_',
    '_x005F_x0041_',
    ' both ',
    ']]>',
  ),
  fc.constantFrom('Монгол Улс', 'العربية', '中文', '\ud800', '\u0000\u0001', '\uffff', '２０２５'),
)

describe('a table written as a workbook', () => {
  it('says the same when it is read, whatever its texts are', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(anyText, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 6 }),
        (rows) => {
          const read = readWorkbook(oneSheet(rows), 'table.xlsx').sheets[0]!.rows
          for (const [r, row] of rows.entries())
            for (const [c, text] of row.entries()) {
              const value = read.get(r + 1)?.get(c)?.value
              // Our own signs and NUL are kept by nothing here: see formats/text.ts.
              const kept = text.replace(/[\uE000\uE001\0]/g, '')
              if (kept === '') assert.ok(value === undefined || (value.kind === 'text' && value.text === ''))
              else assert.deepEqual(value, { kind: 'text', text: kept })
            }
        },
      ),
      { numRuns: 200 },
    )
  })

  it('keeps every number to its last digit', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (number) => {
        assert.deepEqual(valuesOf(oneSheet([[number]]))[0]?.[0], {
          kind: 'number',
          number: number === 0 ? 0 : number,
          isPercent: false,
        })
      }),
    )
  })

  it('keeps every day as the day it is, in any time zone', () => {
    fc.assert(
      fc.property(
        fc.date({
          min: new Date('1900-03-01T00:00:00Z'),
          max: new Date('9999-12-31T00:00:00Z'),
          noInvalidDate: true,
        }),
        (date) => {
          const day = date.toISOString().slice(0, 10)
          assert.deepEqual(valuesOf(oneSheet([[{ day }]]))[0]?.[0], { kind: 'day', day, hasTime: false })
        },
      ),
    )
    assert.equal(serialOf('2025-12-01'), 45_992)
  })

  it('has a day that no spreadsheet holds, and what is no day, as text', () => {
    for (const day of ['1899-08-29', '2025-02-30', '2025-04', '198X'])
      assert.deepEqual(valuesOf(oneSheet([[{ day }]]))[0]?.[0], { kind: 'text', text: day })
  })

  it('has no formula in it, and cells that stay text when somebody edits them', () => {
    const texts = ['=HYPERLINK("http://example.org","x")', '+1', '-1', '@A1', '\t=1', '\r=1', '＝1', "'a"]
    const bytes = oneSheet([texts])
    const xml = partOf(bytes, 'xl/worksheets/sheet1.xml')
    assert.doesNotMatch(xml, /<f[ >]/)
    assert.equal(xml.match(/t="inlineStr"/g)?.length, texts.length)
    const look = /<c r="A1" t="inlineStr" s="(\d+)">/.exec(xml)?.[1]
    const looks =
      partOf(bytes, 'xl/styles.xml')
        .split('<cellXfs')[1]
        ?.match(/<xf [^>]*>/g) ?? []
    assert.match(looks[Number(look)] ?? '', /quotePrefix="1"/)
    // A plain text keeps the plain look.
    assert.match(partOf(oneSheet([['plain']]), 'xl/worksheets/sheet1.xml'), /<c r="A1" t="inlineStr"><is>/)
  })

  it('says in the cell that a text was longer than cells hold', () => {
    const [value] = valuesOf(oneSheet([['a'.repeat(40_000)]]))[0]!
    assert.ok(value?.kind === 'text')
    assert.equal(value.text.length, longestCell)
    assert.match(value.text, /cut: this text has 40000 characters/)
  })

  it('names its sheets so that every program takes them', () => {
    const sheets = ['a/b:c*?[x]', 'A b c x', "'", 'x'.repeat(40), 'x'.repeat(40)].map((name) => ({
      name,
      rows: [['1']],
      columns: [{ width: 9 }],
    }))
    const names = readWorkbook(writeWorkbook({ title: '', sheets }), 'x.xlsx').sheets.map(
      (sheet) => sheet.name,
    )
    assert.deepEqual(names, ['a b c x', 'A b c x (2)', 'Sheet', 'x'.repeat(31), `${'x'.repeat(27)} (2)`])
  })

  it('is read by another program as it was meant: headings in sight, a filter, limits, protection', async () => {
    const bytes = writeWorkbook({
      title: 'Exercise',
      sheets: [
        {
          name: 'Data',
          rows: [
            ['day', 'number', 'text'],
            [{ day: '2025-12-01' }, 12.5, { value: '=1+1', style: { isOpen: true } }],
          ],
          columns: [{ width: 12 }, { width: 9, isHidden: true }, { width: 40 }],
          frozen: { rows: 1, columns: 0 },
          filterRow: 0,
          isProtected: true,
          limits: [
            { range: 'C2:C2', message: 'One of the list', allow: { list: "'Lists & more'!$A$1:$A$2" } },
          ],
        },
        { name: 'Lists & more', rows: [['yes'], ['no']], columns: [{ width: 9 }], isHidden: true },
      ],
    })
    const workbook = new Workbook()
    await workbook.xlsx.load(bytes)
    const sheet = workbook.getWorksheet('Data')!
    assert.deepEqual(sheet.getCell('A2').value, new Date(Date.UTC(2025, 11, 1)))
    assert.equal(sheet.getCell('B2').value, 12.5)
    assert.equal(sheet.getCell('C2').value, '=1+1')
    assert.equal(sheet.getCell('C2').protection?.locked, false)
    assert.match(JSON.stringify(sheet.getCell('C2').dataValidation), /'Lists & more'!\$A\$1:\$A\$2/)
    assert.equal(sheet.views[0]?.state, 'frozen')
    assert.ok(sheet.autoFilter)
    assert.equal(workbook.getWorksheet('Lists & more')?.state, 'veryHidden')
  })

  it('is the same bytes for the same content', () => {
    assert.deepEqual(oneSheet([['a', 1]]), oneSheet([['a', 1]]))
  })
})
