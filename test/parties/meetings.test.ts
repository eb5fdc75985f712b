import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { meetingsOf } from '../../src/parties/meetings.ts'

const stated = (
  datumId: string,
  body: Record<string, unknown>,
  more: { heldEdtf?: string; knownFrom?: string } = {},
) => ({
  datumId,
  entered: false,
  heldEdtf: more.heldEdtf ?? null,
  heldFrom: null,
  knownFrom: more.knownFrom ?? '2020-01-01',
  source: { title: `Source of ${datumId}`, address: null, publisher: null, published: null },
  body: {
    treaty: 'mine-ban',
    series: 'meeting-of-states-parties',
    code: '1XM',
    title: 'First Exercise Meeting',
    ...body,
  },
})

describe('meetings as facts tell of them', () => {
  test('one meeting by several sources is one: the one known last stands, the other is shown beside it', () => {
    const [meeting, ...others] = meetingsOf(
      [
        stated('a', { startsOn: '2019-05-01', endsOn: '2019-05-04' }),
        stated(
          'b',
          { startsOn: '2019-05-02', endsOn: '2019-05-04', place: 'Averland' },
          { knownFrom: '2021-01-01' },
        ),
        stated('c', { president: 'Somebody' }),
      ],
      'mine-ban',
    )
    assert.equal(others.length, 0)
    assert.deepEqual(
      [meeting?.startsOn, meeting?.place, meeting?.datumIds],
      ['2019-05-02', 'Averland', ['a', 'b', 'c']],
    )
    assert.deepEqual(meeting?.otherwise, [
      { startsOn: '2019-05-01', endsOn: '2019-05-04', source: 'Source of a' },
    ])
  })

  test('a meeting whose day no source gives keeps the month or year it has', () => {
    const [meeting] = meetingsOf([stated('a', {}, { heldEdtf: '2010-11' })], 'mine-ban')
    assert.deepEqual([meeting?.startsOn, meeting?.when], [null, '2010-11'])
  })

  test('a meeting of which a fact entered here tells says so', () => {
    const typed = { ...stated('b', { startsOn: '2019-05-02' }), entered: true }
    assert.equal(meetingsOf([stated('a', {}), typed], 'mine-ban')[0]?.entered, true)
    assert.equal(meetingsOf([stated('a', {})], 'mine-ban')[0]?.entered, false)
  })

  test('meetings of another treaty, or of none named, are not this treaty’s', () => {
    assert.deepEqual(
      meetingsOf([stated('a', { treaty: 'another' }), stated('b', { treaty: undefined })], 'mine-ban'),
      [],
    )
  })
})
