import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { importPlan } from '../../src/instruments/import.ts'
import { readPages } from '../../src/instruments/pdf.ts'
import type { PdfItem, PdfPage } from '../../src/instruments/pdf-extract.ts'

/** A line of a fictional plan as it stands on a page: `y` from the top, 10 points, 5 points a letter. */
const at = (y: number, text: string, look: Partial<PdfItem> = {}): PdfItem => ({
  ...{ text, x: 60, y, width: text.length * 5, size: 10, bold: false, artifact: false, turned: false },
  ...look,
})
const pageOf = (...items: PdfItem[]): PdfPage => ({
  ...{ width: 595, height: 842, items, rules: [], missingHyphens: 0 },
})
const read = (...pages: PdfPage[]) => importPlan({ ...readPages(pages), sha256: '0'.repeat(64) }, 'plan.pdf')

const action = (y: number, number: number) => [
  at(y, `Action ${number}`, { bold: true }),
  at(y + 20, `Light the quays of harbour ${number} where ships moor.`),
  at(y + 40, 'Indicators', { bold: true }),
  at(y + 60, `Number of quays lit in harbour ${number}.`),
]

describe('what stands at the top and at the foot of pages', () => {
  it('a heading of an action that happens to stand at the top of several pages is text', () => {
    const plan = read(...[1, 4, 8, 9].map((number) => pageOf(...action(60, number))))
    assert.deepEqual(
      plan.actions.map(({ number }) => number),
      [1, 4, 8, 9],
    )
  })

  it('what comes again, or counts the pages, is of the page', () => {
    const plan = read(
      ...[1, 2, 3].map((number) =>
        pageOf(at(40, 'Harbour Plan of Norland'), ...action(120, number), at(800, `${number + 4} of 7`)),
      ),
    )
    assert.deepEqual(
      plan.anomalies.filter(({ kind }) => kind === 'page-furniture').map(({ text }) => text),
      [
        'Harbour Plan of Norland',
        '5 of 7',
        'Harbour Plan of Norland',
        '6 of 7',
        'Harbour Plan of Norland',
        '7 of 7',
      ],
    )
    assert.equal(plan.actions.length, 3)
  })

  it('words at an angle are a watermark', () => {
    const plan = read(pageOf(...action(60, 1), at(400, 'DRAFT', { turned: true, size: 80 })))
    assert.deepEqual(
      plan.anomalies.filter(({ kind }) => kind === 'page-furniture').map(({ text }) => text),
      ['DRAFT'],
    )
  })
})

describe('lines put together', () => {
  it('a small raised sign refers to a note, and the note stands at the foot', () => {
    const plan = read(
      pageOf(
        at(60, 'Action 1', { bold: true }),
        at(80, 'Light the quays.'),
        at(76, '3', { x: 141, width: 3, size: 6 }),
        ...[100, 120, 140].map((y) => at(y, 'Words of the same size that make up the body of the text.')),
        at(780, 'Quays of stone only.', { size: 8, x: 66 }),
        at(777, '3', { width: 3, size: 5, x: 62 }),
      ),
    )
    assert.match(plan.actions[0]?.text ?? '', /^Light the quays\.\^\{3\}/)
    assert.deepEqual(
      plan.footnotes.map((note) => [note.marker, note.text, note.referencedOn.length]),
      [['3', 'Quays of stone only.', 1]],
    )
  })

  it('an empty page is told, and a bullet of a symbol font is a bullet', () => {
    const plan = read(
      pageOf(
        at(60, 'Action 1', { bold: true }),
        at(80, 'Light the quays where ships moor.'),
        at(100, 'Indicators', { bold: true }),
        ...[at(120, '\uf0b7', { width: 4 }), at(120, 'Number of lamps.', { x: 78 })],
        ...[at(134, '\uf0b7', { width: 4 }), at(134, 'Percentage of quays lit.', { x: 78 })],
      ),
      pageOf(),
    )
    assert.deepEqual(
      plan.actions[0]?.indicators.map((one) => [one.text, one.unit]),
      [
        ['Number of lamps.', 'number'],
        ['Percentage of quays lit.', 'percentage'],
      ],
    )
    assert.ok(plan.anomalies.some(({ kind, text }) => kind === 'not-read' && text.startsWith('page 2')))
  })
})
