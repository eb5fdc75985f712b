import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { latestDeadline } from '../../src/facts/deadline.ts'

const stated = (datumId: string, asOf: string | null, deadline: string, article = '5') => ({
  datumId,
  kind: 'deadline',
  heldFrom: asOf && `${asOf}-01-01`.slice(0, 10),
  heldEdtf: asOf,
  body: { article, deadline, ...(asOf === null ? {} : { statedAsOf: asOf }) },
})
const granted = (datumId: string, on: string, until: string | undefined) => ({
  datumId,
  kind: 'extension-granted',
  heldFrom: on,
  heldEdtf: on,
  body: { article: '5', ...(until === undefined ? {} : { grantedUntil: until }) },
})

describe('the deadline last stated', () => {
  it('comes with the date of the statement', () => {
    const found = latestDeadline(
      [stated('a', '2012', '2014-01-01'), granted('b', '2013-12-02', '2020-01-01')],
      '5',
    )
    assert.deepEqual(found, {
      deadline: '2020-01-01',
      statedAsOf: '2013-12-02',
      granted: true,
      datumIds: ['b'],
      otherwise: [],
    })
  })

  it('a statement without a date counts as older, unless its deadline is a later one', () => {
    const dated = granted('b', '2013-12-02', '2020-01-01')
    assert.equal(latestDeadline([dated, stated('a', null, '2009-11-01')], '5')?.deadline, '2020-01-01')
    const later = latestDeadline([dated, stated('a', null, '2025-01-01')], '5')
    assert.deepEqual([later?.deadline, later?.statedAsOf, later?.datumIds], ['2025-01-01', null, ['a']])
  })

  it('sources that disagree are both there', () => {
    const found = latestDeadline(
      [granted('a', '2016-12-01', '2017-03-31'), granted('b', '2016-12-01', '2017-12-31')],
      '5',
    )
    assert.deepEqual(found?.otherwise, [{ deadline: '2017-03-31', datumId: 'a' }])
  })

  it('a month and a day in it do not disagree', () => {
    const found = latestDeadline(
      [granted('a', '2020-11-20', '2027-03'), granted('b', '2020-11-20', '2027-03-01')],
      '5',
    )
    assert.deepEqual([found?.deadline, found?.datumIds, found?.otherwise], ['2027-03-01', ['a', 'b'], []])
  })

  it('of a statement of a year and one of a month in it neither is the last: the later deadline, and the other beside it', () => {
    const found = latestDeadline(
      [stated('a', '2012', '2013-01-01'), granted('b', '2012-06', '2015-01-01')],
      '5',
    )
    assert.deepEqual(
      [found?.deadline, found?.otherwise],
      ['2015-01-01', [{ deadline: '2013-01-01', datumId: 'a' }]],
    )
  })

  it('there is none where no source names one for the article', () => {
    assert.equal(
      latestDeadline([granted('a', '2012-12-03', undefined), stated('b', '2012', '2013-01-01', '4')], '5'),
      undefined,
    )
  })
})
