// Pages that cannot be read: refused, with file and line.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { readStatusPage } from '../../src/parties/status-page.ts'
import { Problem } from '../../src/problem.ts'
import { fictionalReference, type PageParts, statusPageHtml } from './page.ts'

const extractPath = join(import.meta.dirname, '..', 'fixtures', 'status', 'mine-ban-extract.html')
const extract = readFileSync(extractPath)
const fictional = (parts: PageParts) =>
  readStatusPage(statusPageHtml(parts), 'page.html', fictionalReference())

const refusal = (work: () => unknown): Problem => {
  try {
    work()
  } catch (error) {
    if (error instanceof Problem) return error
    throw error
  }
  throw new Error('nothing was refused')
}

describe('a bad status page', () => {
  it('cut off anywhere is refused, or read as far as the part that ends it', () => {
    const text = extract.toString('utf8')
    fc.assert(
      fc.property(fc.integer({ min: 1, max: text.length - 20 }), (length) => {
        const found = refusal(() => readStatusPage(text.slice(0, length), 'cut.html'))
        assert.equal(found.type, 'input-unreadable')
        assert.equal(found.issues[0]?.file, 'cut.html')
      }),
    )
  })

  it('that is another page, empty, binary or in another encoding is refused with file and line', () => {
    const cases: [string | Uint8Array, RegExp][] = [
      ['<html><body><h1>Hello</h1></body></html>', /no table of participants/],
      ['', /empty/],
      [new Uint8Array([0x25, 0x50, 0x44, 0x46, 0x2d]), /PDF/],
      [Buffer.from(`<html>\n<td>C\u00f4te d'Ivoire</td></html>`, 'latin1'), /not UTF-8/],
      ['<html>\u0000</html>', /NUL/],
    ]
    for (const [input, message] of cases) {
      const found = refusal(() => readStatusPage(input, 'page.html'))
      assert.equal(found.type, 'input-unreadable')
      assert.match(found.issues[0]!.message, message)
      assert.equal(found.issues[0]!.file, 'page.html')
    }
    const latin = refusal(() => readStatusPage(cases[3]![0], 'page.html'))
    assert.equal(latin.issues[0]!.line, 2)
  })

  it('with two tables of participants, or without its date, is refused', () => {
    const table =
      '<table><tr><td>Participant</td><td>Signature</td></tr><tr><td>Arvonia</td><td>1 Jan 2001</td></tr></table>'
    const two = refusal(() => fictional({ sections: table }))
    assert.equal(two.issues.length, 2)
    assert.match(refusal(() => fictional({ asOf: 'yesterday' })).issues[0]!.message, /as of when/)
  })

  const contradictions: [string, PageParts, RegExp][] = [
    [
      'a State twice with other dates',
      {
        rows: [
          { name: 'Arvonia', cells: ['', '5 May 2000 a'] },
          { name: 'The Arvonia', cells: ['', '6 May 2000 a'] },
        ],
      },
      /other dates than in line/,
    ],
    [
      'a day the calendar has not',
      { rows: [{ name: 'Arvonia', cells: ['', '31 Feb 2001 a'] }] },
      /no such day/,
    ],
    [
      'a deposit after the date of the page',
      { rows: [{ name: 'Arvonia', cells: ['', '4 Feb 2026 a'] }] },
      /after the date of the page/,
    ],
    [
      'a withdrawal before any consent',
      {
        rows: [{ name: 'Arvonia', cells: ['', '[5 May 2000 a]'], marks: ['1'] }],
        notes: {
          1: 'On 1 January 1999, Arvonia deposited a notification of withdrawal. The withdrawal took effect on 1 July 1999.',
        },
      },
      /before any consent/,
    ],
    [
      'a withdrawal in effect before it was notified',
      {
        rows: [{ name: 'Arvonia', cells: ['', '[5 May 2000 a]'], marks: ['1'] }],
        notes: {
          1: 'On 1 July 2010, Arvonia deposited a notification of withdrawal. The withdrawal took effect on 1 January 2010.',
        },
      },
      /before it was notified/,
    ],
  ]
  for (const [what, parts, message] of contradictions)
    it(`with ${what} is rejected by file and line`, () => {
      const found = refusal(() => fictional(parts))
      assert.equal(found.type, 'input-rejected')
      assert.match(found.issues[0]!.message, message)
      assert.ok(found.issues[0]!.line! > 10)
    })

  it('that repeats a row word for word is read once, and the repetition listed', () => {
    const row = { name: 'Arvonia', cells: ['1 Jan 2000', '5 May 2000'] }
    const page = fictional({ rows: [row, row] })
    assert.equal(page.events.length, 2)
    assert.match(page.unplaced[0]!.reason, /The same as line/)
  })
})
