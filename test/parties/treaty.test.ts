import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { actOf, readColumn } from '../../src/parties/status-columns.ts'
import { findTreaty, readTreaty } from '../../src/parties/treaty.ts'
import { Problem } from '../../src/problem.ts'

const readText = (text: string) => {
  const folder = mkdtempSync(join(tmpdir(), 'pacta-treaty-'))
  try {
    writeFileSync(join(folder, 'convention.yaml'), text)
    return readTreaty(join(folder, 'convention.yaml'))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

describe('the Mine Ban Convention as data', () => {
  const treaty = findTreaty('mine-ban')!

  it('has its names, dates and number in the collection', () => {
    assert.deepEqual(
      [treaty.mtdsg, treaty.adopted.on, treaty.inForceFrom, treaty.titles.en?.short],
      ['XXVI-5', '1997-09-18', '1999-03-01', 'Mine Ban Convention'],
    )
  })

  it('has the yearly report as a duty, in the shape rules read', () => {
    const { id, obligation, article, words, due, covers, first } = treaty.duties['article-7']!
    assert.deepEqual(
      { id, obligation, article, due, covers, first },
      {
        id: 'article-7',
        obligation: 'article-7',
        article: '7',
        due: { month: 4, day: 30 },
        covers: 'previous-calendar-year',
        first: { after: 'entry-into-force', days: 180 },
      },
    )
    assert.match(words, /not later than 30 April of each year\.$/)
  })

  it('lets the deadline of Article 5 be extended and that of Article 4 not', () => {
    assert.deepEqual(
      [treaty.duties['article-4']?.extendable, treaty.duties['article-5']?.extendable],
      [false, true],
    )
  })

  it('a treaty nobody ships is not found', () => assert.equal(findTreaty('no-such-treaty'), undefined))
})

describe('a file of a treaty', () => {
  it('that is not YAML, or leaves out or adds what the form does not know, is refused by place', () => {
    const issues = (text: string) => {
      try {
        readText(text)
        return []
      } catch (error) {
        assert.ok(error instanceof Problem)
        return error.issues
      }
    }
    assert.equal(issues('id: [').length, 1)
    assert.match(issues('id: [')[0]!.file!, /convention\.yaml$/)
    const paths = issues('id: Mine Ban\nkind: treaty\ncolour: blue\n').map((issue) => issue.path)
    assert.ok(paths.includes('id') && paths.includes('entryIntoForce') && paths.includes('duties'))
  })
})

describe('headings of columns', () => {
  const headings = [
    ['Participant', 'participant', []],
    ['Signature', 'acts', [['signature', null]]],
    [
      'Signature, Succession to signature(d)',
      'acts',
      [
        ['signature', null],
        ['signature', 'd'],
      ],
    ],
    [
      'Approval(AA), Acceptance(A), Accession(a), Ratification',
      'acts',
      [
        ['approval', 'AA'],
        ['acceptance', 'A'],
        ['accession', 'a'],
        ['ratification', null],
      ],
    ],
    ['Provisional application under article 23(n)', 'acts', [['provisional-application', 'n']]],
    [
      'Definitive signature(s), Participation (P)',
      'acts',
      [
        ['acceptance', 's'],
        ['acceptance', 'P'],
      ],
    ],
    ['Formal confirmation (c)', 'acts', [['ratification', 'c']]],
    ['Withdrawal', 'acts', [['withdrawal', null]]],
    ['Entry into force', 'effect', []],
    ['Protocol I', 'unknown', []],
    ['Territories', 'unknown', []],
  ] as const
  for (const [heading, role, acts] of headings)
    it(`"${heading}" is ${role}`, () => {
      const column = readColumn(heading)
      assert.equal(column.role, role)
      assert.deepEqual(
        column.acts.map((act) => [act.kind, act.mark]),
        acts,
      )
    })

  it('a mark the heading leaves out is read where it means the same on every page, and only there', () => {
    const column = readColumn('Ratification')
    assert.equal(actOf(column, 'a')?.kind, 'accession')
    assert.equal(actOf(column, 'P'), undefined)
    assert.equal(actOf(readColumn('Signature'), 'a'), undefined)
  })

  it('a date without a mark is the unmarked act, or the only one there is', () => {
    assert.equal(actOf(readColumn('Accession(a), Ratification'), null)?.kind, 'ratification')
    assert.equal(actOf(readColumn('Provisional application(n)'), null)?.kind, 'provisional-application')
    assert.equal(actOf(readColumn('Succession(d), Consent to be bound(P)'), null), undefined)
    assert.equal(actOf(readColumn('Ratification, Acceptance'), null), undefined)
  })
})
