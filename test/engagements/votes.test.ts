// Recorded votes: what ties a roll call to a series, and that what ships is whole.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { listRollCalls } from '../../src/engagements/roll-call-store.ts'
import { countVotes, seriesIn, votesFrom, votesIn } from '../../src/engagements/votes.ts'
import type { Datum } from '../../src/facts/datum.ts'
import { listDatums } from '../../src/facts/store.ts'
import { loadRegister } from '../../src/load.ts'
import { inTestWorld } from '../world.ts'

describe('a vote entered here', () => {
  const fact = {
    ...{ actor: 'XAA', subject: 'A/RES/74/7', heldFrom: '2019-12-12', heldUntil: null, heldEdtf: null },
    ...{ knownFrom: '2026-01-01', recordedAt: '2026-01-01T00:00:00Z', supersedes: null, retracts: null },
    ...{ locator: null, quotation: null, language: null, tier: 'public' as const, entered: false },
  }
  const sourceOf = (title: string) => ({ title, address: null, publisher: null, published: null })
  const call: Datum & { vote: 'yes' | 'no' | 'abstain' | null } = {
    vote: null,
    ...fact,
    ...{ datumId: 'call', externalId: 'call', kind: 'roll-call', actor: 'un-general-assembly' },
    source: sourceOf('Record'),
    body: { symbol: 'A/RES/74/7', session: 74, yes: 2, no: 1, abstain: 0, titleInFile: 'Harbours' },
  }
  const cast = (vote: string, entered: boolean, title: string): Datum => ({
    ...fact,
    ...{ datumId: title, externalId: title, kind: 'recorded-vote', entered },
    source: sourceOf(title),
    body: { vote },
  })
  const said = (votes: Datum[], listed: typeof call.vote = null, inList = call) =>
    votesIn(null, [{ ...inList, vote: listed }], votes).map(({ vote, entered, source }) => [
      vote,
      entered,
      source?.title,
    ])

  it('never stands in the place of a received one, and is marked, with its own source, where none is', () => {
    const received = cast('yes', false, 'Record')
    const typed = cast('no', true, 'Hearsay')
    assert.deepEqual(said([received, typed]), [['yes', false, 'Record']])
    assert.deepEqual(said([typed, received]), [['yes', false, 'Record']])
    assert.deepEqual(said([typed]), [['no', true, 'Hearsay']])
    assert.deepEqual(said([]), [[null, false, 'Record']])
  })

  it('stands behind the list of a received roll call, and before that of one entered here', () => {
    const typed = cast('no', true, 'Hearsay')
    assert.deepEqual(said([typed], 'yes'), [['yes', false, 'Record']])
    assert.deepEqual(said([typed], 'yes', { ...call, entered: true }), [['no', true, 'Hearsay']])
    assert.deepEqual(said([], 'abstain'), [['abstain', false, 'Record']])
  })

  it('on a paragraph is none on the whole, though both bear one symbol', () => {
    const whole = { ...call, datumId: 'whole', locator: 'roll call 2' }
    const paragraph = {
      ...call,
      datumId: 'part',
      locator: 'roll call 1',
      body: { ...call.body, part: 'paragraph' },
    }
    const onParagraph = { ...cast('no', false, 'Record'), locator: 'roll call 1' }
    const votes = votesIn(null, [paragraph, whole], [onParagraph])
    assert.deepEqual(
      votes.map(({ locator, vote }) => [locator, vote]),
      [
        ['roll call 1', 'no'],
        ['roll call 2', null],
      ],
    )
    const unplaced = votesIn(null, [paragraph, whole], [cast('yes', true, 'Letter')])
    assert.deepEqual(
      unplaced.map(({ locator, vote }) => [locator, vote]),
      [
        ['roll call 1', null],
        ['roll call 2', 'yes'],
      ],
    )
    assert.deepEqual(countVotes(votes), {
      ...{ yes: 0, no: 1, abstain: 0, none: 1, before: 0, memberFrom: null, all: 2 },
      ...{ from: 2019, until: 2019 },
    })
  })
})

describe('votes not cast', () => {
  const year = (of: number, vote: 'yes' | null, dayInFile: string | null = null) => ({
    ...{ year: of, symbol: null, session: 1, vote, yes: 1, no: 0, abstain: 0, checked: null, why: null },
    ...{ adoptedOn: null, titleInFile: null, dayInFile, locator: null, source: null, entered: false },
  })

  it('from before a State was a member are none it withheld', () => {
    const years = [
      year(1960, null),
      year(1961, null, '1961-04-21'),
      // Of the year of its membership, on a day nobody says.
      year(1961, null),
      year(1961, null, '1961-11-02'),
      year(1962, 'yes'),
    ]
    const { yes, none, before, all, memberFrom } = countVotes(years, '1961-10-27')
    assert.deepEqual([yes, none, before, all, memberFrom], [1, 2, 2, 5, '1961-10-27'])
    assert.deepEqual([countVotes(years).none, countVotes(years).before], [4, 0])
  })

  it('are counted from the day that a fact on its membership gives, of the whole and not of an organ', () => {
    const membership = (heldEdtf: string, organ?: string): Datum => ({
      ...{ datumId: heldEdtf, externalId: heldEdtf, actor: 'XAA', kind: 'organisation-membership' },
      ...{ subject: null, heldFrom: null, heldUntil: null, heldEdtf, knownFrom: '2027-01-15' },
      ...{ recordedAt: '', supersedes: null, retracts: null, source: null, locator: null, quotation: null },
      ...{ language: null, tier: 'public' as const, entered: false },
      body: { title: 'Member', body: 'united-nations', ...(organ === undefined ? {} : { organ }) },
    })
    assert.equal(votesFrom([membership('1961-10-27/..')]), '1961-10-27')
    assert.equal(
      votesFrom([membership('1961-10-27/..'), membership('2018-01-01/..', 'council')]),
      '1961-10-27',
    )
    assert.equal(votesFrom([membership('1961/..')]), null)
    assert.equal(votesFrom([membership('1945-10-24/1971-10-25'), membership('1971-10-25/..')]), null)
  })
})

describe('votes in the register', () => {
  it('give a State a row of years; where none is recorded, that is all that is said', () =>
    inTestWorld(async (db) => {
      const said: string[] = []
      await loadRegister(db, (text) => said.push(text))
      assert.deepEqual(said, [])
      const rowOf = async (actor: string) =>
        votesIn(
          'mine-ban-implementation',
          await listRollCalls(db, { of: actor }),
          await listDatums(db, { actor, kind: 'recorded-vote' }),
        )
      const calls = await listRollCalls(db, { of: 'MNG' })
      assert.deepEqual(seriesIn(calls), ['mine-ban-implementation'])
      // Each session from 52 to 74 has one resolution of the series; that it is one never rests on its title.
      assert.deepEqual(
        calls
          .filter(({ body }) => body.series !== undefined)
          .map(({ body }) => body.session)
          .sort(),
        Array.from({ length: 23 }, (_, i) => 52 + i),
      )
      for (const { body } of await listDatums(db, { kind: 'roll-call' }))
        for (const [list, sum] of [
          ['votedYes', 'yes'],
          ['votedNo', 'no'],
          ['abstained', 'abstain'],
        ] as const)
          assert.equal((body[list] as string[] | undefined)?.length ?? 0, body[sum], `${body.symbol} ${sum}`)

      const mongolia = await rowOf('MNG')
      assert.deepEqual(
        mongolia.map(({ year }) => year),
        Array.from({ length: 23 }, (_, i) => 1997 + i),
      )
      assert.equal(mongolia.find(({ year }) => year === 1997)?.vote, 'abstain')
      assert.equal(mongolia.find(({ year }) => year === 2005)?.vote, null)
      assert.equal(mongolia.filter(({ vote }) => vote === 'yes').length, 21)
      assert.equal(mongolia.find(({ year }) => year === 1998)?.adoptedOn, '1998-12-04')

      // The file writes "Yugoslavia" up to 2019; Serbia's votes begin with the session in which it sat there.
      assert.deepEqual(
        (await rowOf('SRB')).filter(({ vote }) => vote !== null).map(({ year }) => year)[0],
        2006,
      )
      // Cook Islands: no Member, no row.
      assert.ok((await rowOf('COK')).every(({ vote }) => vote === null))

      const others = votesIn(null, calls, [])
      assert.deepEqual(
        others.map(({ symbol, vote }) => [symbol, vote]),
        [
          ['A/RES/51/45 S', 'yes'],
          ['A/RES/52/38 H', 'yes'],
        ],
      )
    }))
})
