// A draft of a page beside the page as it is: no section of either is left out, and each is what it is.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { comparePages } from '../../src/cooperation/compare.ts'
import type { SectionOnPage } from '../../src/cooperation/page.ts'

const section = (id: string, words: string): SectionOnPage => ({
  ...{ id, title: { en: id }, written: [{ en: words }], told: [] },
})
const pageOf = (...sections: SectionOnPage[]) => ({ sections })
const told = (all: ReturnType<typeof comparePages>): string[] =>
  all.map(({ is, was, now }) => `${(now ?? was)!.section.id} ${is} ${was?.place ?? '-'}>${now?.place ?? '-'}`)

describe('a draft of a page beside the page', () => {
  it('tells what is new, changed, moved and gone, in the order of the draft', () => {
    const before = pageOf(section('a', 'One'), section('b', 'Two'), section('c', 'Three'))
    const after = pageOf(section('d', 'New'), section('c', 'Three'), section('a', 'Another'))
    assert.deepEqual(told(comparePages(before, after, [])), [
      'd new ->1',
      'c same 3>2',
      'a changed 1>3',
      'b gone 2>-',
    ])
  })

  it('knows a section again that was corrected, under its new id', () => {
    const before = pageOf(section('a', 'One'))
    const after = pageOf({ ...section('a', 'One'), id: 'a-2' })
    assert.deepEqual(told(comparePages(before, after, [['a', 'a-2']])), ['a-2 same 1>1'])
    assert.deepEqual(told(comparePages(before, after, [])), ['a-2 new ->1', 'a gone 1>-'])
  })

  it('leaves out no section of either, and has none twice', () => {
    const ids = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'))
    fc.assert(
      fc.property(ids, ids, (one, other) => {
        const [before, after] = [one, other].map((all) => pageOf(...all.map((id) => section(id, id))))
        const all = comparePages(before!, after!, [])
        const idsOf = (side: 'was' | 'now') => all.flatMap((each) => each[side]?.section.id ?? [])
        assert.deepEqual(idsOf('now'), other)
        assert.deepEqual(idsOf('was').toSorted(), one.toSorted())
        assert.deepEqual(
          all.map(({ is }) => is).filter((is) => is === 'changed'),
          [],
        )
      }),
    )
  })
})
