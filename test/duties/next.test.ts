import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { nextDates } from '../../src/duties/next.ts'
import { findTreaty } from '../../src/parties/treaty.ts'

const treaty = findTreaty('mine-ban')!
const datum = (datumId: string, kind: string, heldFrom: string | null, body: Record<string, unknown>) => ({
  datumId,
  entered: false,
  kind,
  heldFrom,
  heldEdtf: null,
  body: { article: '5', ...body },
})
const dates = (datums: Parameters<typeof nextDates>[2], today = '2026-05-01') =>
  new Map(nextDates(treaty, '2003-01-01', datums, today).map((date) => [date.duty, date]))

describe('what falls due next', () => {
  it('is computed from entry into force, with its derivation, where no source says otherwise', () => {
    const article5 = dates([]).get('article-5')!
    assert.equal(article5.computed.on, '2013-01-01')
    assert.match(article5.computed.derivation, /Article 5: 10 years after entry into force on 2003-01-01/)
    assert.equal(article5.official, 'computed')
    assert.equal(article5.stated, null)
  })

  it('is, for a yearly duty, the next day from today on', () => {
    assert.equal(dates([], '2026-04-30').get('article-7')?.computed.on, '2026-04-30')
    assert.equal(dates([], '2026-05-01').get('article-7')?.computed.on, '2027-04-30')
  })

  it('a date granted stands above the computed one, and says when it was granted', () => {
    const article5 = dates([
      datum('d-1', 'extension-granted', '2012-12-03', { grantedUntil: '2018-01-01' }),
      datum('d-2', 'deadline', '2010-05-01', { deadline: '2013-01-01' }),
    ]).get('article-5')!
    assert.equal(article5.official, 'granted')
    assert.equal(article5.stated?.deadline, '2018-01-01')
    assert.equal(article5.stated?.statedAsOf, '2012-12-03')
    assert.equal(article5.computed.on, '2013-01-01')
  })

  it('says where a date or a completion rests on a fact entered here', () => {
    const granted = datum('d-1', 'extension-granted', '2012-12-03', { grantedUntil: '2018-01-01' })
    const done = datum('d-3', 'completion', '2009-12-02', {})
    assert.equal(dates([granted, done]).get('article-5')?.entered, false)
    for (const entered of [granted, done])
      assert.equal(dates([{ ...entered, entered: true }]).get('article-5')?.entered, true)
    assert.equal(dates([{ ...granted, entered: true }]).get('article-4')?.entered, false)
    const older = datum('d-2', 'deadline', '2010-05-01', { deadline: '2013-01-01' })
    assert.equal(dates([granted, { ...older, entered: true }]).get('article-5')?.entered, false)
  })

  it('a completion that sources state is kept beside the date', () => {
    const article5 = dates([datum('d-3', 'completion', '2009-12-02', {})]).get('article-5')!
    assert.deepEqual(article5.completions, [{ on: '2009-12-02', datumId: 'd-3' }])
    assert.deepEqual(dates([datum('d-3', 'completion', '2009-12-02', {})]).get('article-4')?.completions, [])
  })
})
