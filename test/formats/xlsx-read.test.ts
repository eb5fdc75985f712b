import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { Workbook } from '@cj-tech-master/excelts'
import { type ReadValue, readWorkbook } from '../../src/formats/xlsx-read.ts'
import { writeZip, type ZipPart } from '../../src/formats/zip-write.ts'
import { issuesOf } from '../facts/world.ts'

const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const relations = (...all: [id: string, kind: string, target: string][]): string =>
  `<Relationships>${all.map(([id, kind, target]) => `<Relationship Id="${id}" Type="${type}/${kind}" Target="${target}"/>`).join('')}</Relationships>`

/** A workbook of one sheet, as its XML says. */
const workbookOf = (sheet: string, more: ZipPart[] = [], attributes = ''): Uint8Array =>
  writeZip([
    { name: '_rels/.rels', content: relations(['r1', 'officeDocument', '/xl/workbook.xml']) },
    {
      name: 'xl/workbook.xml',
      content: `<x:workbook xmlns:x="a" xmlns:r="b"><x:workbookPr ${attributes}/><x:sheets><x:sheet name="One" r:id="r1"/></x:sheets></x:workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: relations(
        ['r1', 'worksheet', 'one.xml'],
        ['r2', 'sharedStrings', 'shared.xml'],
        ['r3', 'styles', 'styles.xml'],
      ),
    },
    { name: 'xl/one.xml', content: `<worksheet><sheetData>${sheet}</sheetData></worksheet>` },
    ...more,
  ])

const cells = (bytes: Uint8Array): Record<string, ReadValue> =>
  Object.fromEntries(
    [...readWorkbook(bytes, 'one.xlsx').sheets[0]!.rows.values()].flatMap((row) =>
      [...row.values()].map(({ cell, value }) => [cell, value]),
    ),
  )

const refused = (bytes: Uint8Array) => issuesOf((async () => readWorkbook(bytes, 'a.xlsx'))())

describe('a workbook of another program', () => {
  it('says what each cell holds: shared texts, runs, truths, days, errors, percentages', () => {
    const shared =
      '<sst><si><t>plain</t></si><si><r><t>ri</t></r><r><t>ch</t></r><rPh><t>not read</t></rPh></si><si><t>a_x000D_b</t></si></sst>'
    const styles =
      '<styleSheet><numFmts><numFmt numFmtId="170" formatCode="[$-409]d\\ mmm\\ yyyy"/><numFmt numFmtId="171" formatCode="0&quot; days&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="170"/><xf numFmtId="10"/><xf numFmtId="171"/><xf numFmtId="14"/></cellXfs></styleSheet>'
    const row =
      '<row r="2"><c r="A2" t="s"><v>0</v></c><c t="s"><v>1</v></c><c r="C2" t="s"><v>2</v></c><c r="D2" s="1"><v>45992</v></c><c r="E2" s="2"><v>0.45</v></c><c r="F2" s="3"><v>7</v></c><c r="G2" t="b"><v>1</v></c><c r="H2" t="e"><v>#REF!</v></c><c r="I2" s="4"><v>45992.5</v></c><c r="J2" t="d"><v>2025-12-01T00:00:00</v></c><c r="K2"/></row>'
    const bytes = workbookOf(row, [
      { name: 'xl/shared.xml', content: shared },
      { name: 'xl/styles.xml', content: styles },
    ])
    assert.deepEqual(cells(bytes), {
      A2: { kind: 'text', text: 'plain' },
      B2: { kind: 'text', text: 'rich' },
      C2: { kind: 'text', text: 'a\rb' },
      D2: { kind: 'day', day: '2025-12-01', hasTime: false },
      E2: { kind: 'number', number: 0.45, isPercent: true },
      F2: { kind: 'number', number: 7, isPercent: false },
      G2: { kind: 'truth', truth: true },
      H2: { kind: 'error', code: '#REF!' },
      I2: { kind: 'day', day: '2025-12-01', hasTime: true },
      J2: { kind: 'day', day: '2025-12-01', hasTime: false },
    })
  })

  it('tells digits above and below the line from those of a number', () => {
    const runs = (sign: string, how: string) =>
      `<r><t>1250</t></r><r><rPr><vertAlign val="${how}"/></rPr><t>${sign}</t></r><r><t> m</t></r>`
    const bytes = workbookOf(
      `<row r="1"><c t="s"><v>0</v></c><c t="inlineStr"><is>${runs('2', 'subscript')}</is></c><c t="inlineStr"><is>${runs('3', 'baseline')}</is></c></row>`,
      [{ name: 'xl/shared.xml', content: `<sst><si>${runs('1', 'superscript')}</si></sst>` }],
    )
    assert.deepEqual(
      Object.values(cells(bytes)).map((value) => 'text' in value && value.text),
      ['1250¹ m', '1250₂ m', '12503 m'],
    )
  })

  it('never says what a formula was computed to', () => {
    const row =
      '<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1" t="str"><f t="shared" si="0"/><v>Yes</v></c><c r="C1"><f/></c></row>'
    assert.deepEqual(Object.values(cells(workbookOf(row))), [
      { kind: 'formula' },
      { kind: 'formula' },
      { kind: 'formula' },
    ])
  })

  it('counts days from 1904 where it says so', () => {
    const styles = '<styleSheet><cellXfs><xf numFmtId="14"/></cellXfs></styleSheet>'
    const bytes = workbookOf(
      '<row r="1"><c r="A1" s="0"><v>44530</v></c></row>',
      [{ name: 'xl/styles.xml', content: styles }],
      'date1904="1"',
    )
    assert.deepEqual(cells(bytes).A1, { kind: 'day', day: '2025-12-01', hasTime: false })
  })

  it('is read whatever wrote it', async () => {
    const workbook = new Workbook()
    const sheet = workbook.addWorksheet('Données', { state: 'hidden' })
    sheet.getCell('B2').value = new Date(Date.UTC(2025, 11, 1))
    sheet.getCell('C2').value = { text: 'see', hyperlink: 'https://example.org/' }
    sheet.mergeCells('D2:D4')
    const bytes = new Uint8Array(await workbook.xlsx.writeBuffer())
    const read = readWorkbook(bytes, 'other.xlsx').sheets[0]!
    assert.deepEqual([read.name, read.isHidden, read.merged.get(2)?.[0]?.cell], ['Données', true, 'D2:D4'])
    assert.deepEqual(read.rows.get(2)?.get(1)?.value, { kind: 'day', day: '2025-12-01', hasTime: false })
    assert.deepEqual(read.rows.get(2)?.get(2)?.value, { kind: 'text', text: 'see' })
  })

  it('is read when LibreOffice has saved it', () => {
    const name = 'yearly-saved-by-libreoffice.xlsx'
    const { sheets } = readWorkbook(
      readFileSync(new URL(`../fixtures/workbooks/${name}`, import.meta.url)),
      name,
    )
    assert.deepEqual(
      sheets.map((sheet) => [sheet.name, sheet.isHidden]),
      [
        ['Instructions', false],
        ['The report itself', false],
        ['1 Plans', false],
        ['2 Clearance', false],
        ['Lists', false],
        ['_pacta', true],
      ],
    )
    assert.deepEqual(sheets[2]?.rows.get(4)?.get(9)?.value, { kind: 'text', text: '=1+1 is a plan' })
  })
})

describe('what is no workbook', () => {
  const old = (words: string) =>
    Buffer.concat([
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
      Buffer.from(words, 'utf16le'),
    ])
  const zip = (name: string, content = '') => writeZip([{ name, content }])
  for (const [what, bytes, words] of [
    [
      'under a password',
      old('EncryptedPackage'),
      /protected by a password; expected the same workbook saved without/,
    ],
    [
      'of an old program',
      old('Workbook'),
      /old Office program \(XLS or DOC\); expected a workbook saved as XLSX/,
    ],
    [
      'a table of LibreOffice',
      zip('mimetype', 'application/vnd.oasis.opendocument.spreadsheet'),
      /OpenDocument spreadsheet/,
    ],
    ['a document of Word', zip('word/document.xml'), /Word document/],
    ['a binary workbook', zip('xl/workbook.bin'), /binary workbook/],
    ['any other container', zip('a.txt'), /without a workbook/],
    [
      'CSV under another name',
      Buffer.from('actor,question\nXAA,plan\n'),
      /whatever its name says; it may be a CSV/,
    ],
    ['empty', Buffer.alloc(0), /empty/],
    ['cut off', workbookOf('<row r="1"/>').slice(0, 300), /damaged or cut off/],
  ] as const)
    it(`is named for what it is: ${what}`, async () => {
      assert.match((await refused(new Uint8Array(bytes)))[0] ?? '', words)
    })

  it('is refused where it would unpack without end', async () => {
    const bomb = workbookOf(`<!--${' '.repeat(70 * 1024 * 1024)}-->`)
    assert.ok(bomb.length < 200_000)
    assert.match((await refused(bomb))[0] ?? '', /unpacks to more than/)
  })

  it('is refused where it declares entities, has cells without end, or is larger than anyone fills in', async () => {
    const entities = writeZip([
      { name: '_rels/.rels', content: `<!DOCTYPE r [<!ENTITY a "${'b'.repeat(50)}">]><r>&a;</r>` },
    ])
    assert.match((await refused(entities))[0] ?? '', /damaged/)
    assert.match(
      (await refused(new Uint8Array(11 * 1024 * 1024).fill(0x50)))[0] ?? '',
      /11 MB; expected at most 10 MB/,
    )
    const many = workbookOf(`<row r="1">${'<c><v>1</v></c>'.repeat(500_001)}</row>`)
    assert.match((await refused(many))[0] ?? '', /more than 500000 cells/)
  })

  it('is refused where a few texts stand for more than anyone reads', async () => {
    const shared = (text: string) => ({
      name: 'xl/shared.xml',
      content: `<sst><si><t>${text}</t></si></sst>`,
    })
    const long = workbookOf('<row r="7"><c r="C7" t="s"><v>0</v></c></row>', [shared('a'.repeat(32_768))])
    assert.match((await refused(long))[0] ?? '', /32768 characters; a cell holds 32767.*sheet "One", cell C7/)
    const often = workbookOf(`<row r="1">${'<c t="s"><v>0</v></c>'.repeat(300)}</row>`, [
      shared('a b '.repeat(8_000)),
    ])
    assert.ok(often.length < 5_000)
    assert.match((await refused(often))[0] ?? '', /more than 8000000 characters/)
  })

  it('is refused where it has tags or merged cells without end', async () => {
    const empty = workbookOf(`<row>${'<c/>'.repeat(3_500_001)}</row>`)
    assert.match((await refused(empty))[0] ?? '', /more than 3500000 tags/)
    const merged = workbookOf('<mergeCell ref="A1:B2"/>'.repeat(20_001))
    assert.match((await refused(merged))[0] ?? '', /more than 20000 merged cells/)
  })

  it('is refused where a cell refers to a text that is not there, and not where it refers to none', async () => {
    const shared = { name: 'xl/shared.xml', content: '<sst><si><t>one</t></si></sst>' }
    const without = workbookOf('<row r="5"><c r="E5" t="s"><v>999</v></c></row>', [shared])
    assert.match((await refused(without))[0] ?? '', /damaged: it has no text number 999.*cell E5/)
    assert.deepEqual(cells(workbookOf('<row r="5"><c r="E5" t="s"/></row>', [shared])), {})
  })

  it('says of macros and of links to other files that they are there', () => {
    const bytes = writeZip([
      { name: '_rels/.rels', content: relations(['r1', 'officeDocument', 'xl/workbook.xml']) },
      { name: 'xl/workbook.xml', content: '<workbook><sheets/></workbook>' },
      {
        name: 'xl/_rels/workbook.xml.rels',
        content: relations(
          ['r1', 'vbaProject', 'vbaProject.bin'],
          ['r2', 'externalLink', 'externalLinks/1.xml'],
        ),
      },
    ])
    const { hasMacros, hasLinks } = readWorkbook(bytes, 'a.xlsm')
    assert.deepEqual([hasMacros, hasLinks], [true, true])
  })
})
