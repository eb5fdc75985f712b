import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { dueOn, firstDueOn, isLawDuty, type LawDuty } from '../../src/duties/dates.ts'
import { findTreaty } from '../../src/parties/treaty.ts'
import { sayPlainly } from '../../src/words/plainly.ts'

const duties = Object.fromEntries(
  Object.entries(findTreaty('mine-ban')!.duties).filter((entry): entry is [string, LawDuty] =>
    isLawDuty(entry[1]),
  ),
)

describe('due dates of the Mine Ban Convention', () => {
  // Entry into force and first report, as published: Tuvalu and Oman are confirmed dates.
  const firstReports = [
    ['Belize', '1999-03-01', '1999-08-28'],
    ['South Sudan', '2011-07-09', '2012-01-05'],
    ['Tuvalu', '2012-03-01', '2012-08-28'],
    ['Oman', '2015-02-01', '2015-07-31'],
    ['Marshall Islands', '2025-09-01', '2026-02-28'],
    ['Tonga', '2025-12-01', '2026-05-30'],
  ] as const
  for (const [name, bound, due] of firstReports) {
    it(`the first report of ${name}, bound from ${bound}, is due on ${due}`, () => {
      assert.equal(firstDueOn(duties['article-7']!, bound).on, due)
    })
  }

  it('a first report that falls due after 30 April is not late on that day', () => {
    const due = dueOn(duties['article-7']!, { entryIntoForce: '2025-12-01', year: 2026 })
    assert.equal(due.on, '2026-05-30')
    assert.match(sayPlainly(due.derivation), /180 days after entry into force on 2025-12-01/)
  })

  it('a first report that fell due before 30 April leaves the yearly date as it is', () => {
    assert.equal(dueOn(duties['article-7']!, { entryIntoForce: '2025-09-01', year: 2026 }).on, '2026-04-30')
  })

  it('a party bound for long reports by 30 April, covering the year before', () => {
    const due = dueOn(duties['article-7']!, { entryIntoForce: '1999-03-01', year: 2025 })
    assert.equal(due.on, '2025-04-30')
    assert.match(sayPlainly(due.derivation), /covering 2024/)
  })

  it('in a cycle before its first report a new party owes nothing earlier than that first report', () => {
    assert.equal(dueOn(duties['article-7']!, { entryIntoForce: '2025-12-01', year: 2025 }).on, '2026-05-30')
  })

  it('stocks are due after four years and mined areas after ten, on the day of the month of entry into force', () => {
    assert.equal(firstDueOn(duties['article-4']!, '2000-01-01').on, '2004-01-01')
    assert.equal(firstDueOn(duties['article-5']!, '2000-01-01').on, '2010-01-01')
    assert.equal(firstDueOn(duties['article-5']!, '2011-07-09').on, '2021-07-09')
    assert.equal(dueOn(duties['article-5']!, { entryIntoForce: '2011-07-09', year: 2030 }).on, '2021-07-09')
  })
})
