// Recorded votes: what ties a roll call to a series, and that what ships is whole.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { entryOf, readShippedVotes, symbolOf } from '../../src/engagements/roll-calls.ts'
import { seriesIn, votesIn } from '../../src/engagements/votes.ts'
import type { Datum } from '../../src/facts/datum.ts'
import { listDatums } from '../../src/facts/store.ts'
import { loadRegister } from '../../src/load.ts'
import { inTestWorld } from '../world.ts'

const shipped = readShippedVotes()

describe('a symbol', () => {
  it('is one, however it is written', () => {
    for (const written of ['R/52/38A', 'A/RES/52/38 A', 'A/RES/52/38A', 'r/52/38 a'])
      assert.equal(symbolOf(written), 'A/RES/52/38 A')
    assert.equal(symbolOf('R/71/34'), symbolOf('A/RES/71/34'))
    assert.equal(symbolOf('Draft resolution'), 'Draft resolution')
  })
})

describe('a roll call', () => {
  it('belongs to a series by session and symbol, never by its title', () => {
    const first = shipped.rollCalls.find((call) => call.symbolInFile === 'R/52/38A')!
    assert.equal(entryOf(first, shipped.series)?.series, 'mine-ban-implementation')
    const sameTitle = { ...first, symbolInFile: 'R/52/999' }
    assert.equal(entryOf(sameTitle, shipped.series), undefined)
    const otherSession = { ...first, session: 53 }
    assert.equal(entryOf(otherSession, shipped.series), undefined)
    const untitled = { ...first, titleInFile: '' }
    assert.equal(entryOf(untitled, shipped.series)?.symbol, 'A/RES/52/38 A')
  })

  it('of another resolution of the session stays out, though it is about the same mines', () => {
    const untied = shipped.rollCalls.filter((call) => entryOf(call, shipped.series) === undefined)
    assert.deepEqual(
      untied.map((call) => [symbolOf(call.symbolInFile), call.titleInFile]),
      [
        ['A/RES/51/45 S', 'An international agreement to ban anti?personnel landmines'],
        ['A/RES/52/38 H', 'Banning anti-personnel landmines'],
      ],
    )
  })

  it('stands once for every entry of the series, in each session from 52 to 74', () => {
    const tied = shipped.rollCalls.filter((call) => entryOf(call, shipped.series) !== undefined)
    assert.equal(tied.length, shipped.series.length)
    assert.deepEqual(
      shipped.series.map((entry) => entry.session),
      Array.from({ length: 23 }, (_, i) => 52 + i),
    )
    for (const entry of shipped.series) {
      assert.ok(entry.why.length > 10 && ['text', 'file'].includes(entry.checked), entry.symbol)
      assert.equal(tied.filter((call) => entryOf(call, shipped.series) === entry).length, 1, entry.symbol)
    }
  })

  it('has as many votes in the table of States as it counts', () => {
    for (const call of shipped.rollCalls) {
      const cast = [...shipped.votes.values()].map((votes) => votes.get(call.id))
      for (const vote of ['yes', 'no', 'abstain'] as const)
        assert.equal(cast.filter((one) => one === vote).length, call[vote], `${call.id} ${vote}`)
    }
  })
})

describe('a vote entered here', () => {
  const fact = {
    ...{ actor: 'XAA', subject: 'A/RES/74/7', heldFrom: '2019-12-12', heldUntil: null, heldEdtf: null },
    ...{ knownFrom: '2026-01-01', recordedAt: '2026-01-01T00:00:00Z', supersedes: null, retracts: null },
    ...{ locator: null, quotation: null, language: null, tier: 'public' as const, entered: false },
  }
  const sourceOf = (title: string) => ({ title, address: null, publisher: null, published: null })
  const call: Datum = {
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
  const said = (votes: Datum[]) =>
    votesIn(null, [call], votes).map(({ vote, entered, source }) => [vote, entered, source?.title])

  it('never stands in the place of a received one, and is marked, with its own source, where none is', () => {
    const received = cast('yes', false, 'Record')
    const typed = cast('no', true, 'Hearsay')
    assert.deepEqual(said([received, typed]), [['yes', false, 'Record']])
    assert.deepEqual(said([typed, received]), [['yes', false, 'Record']])
    assert.deepEqual(said([typed]), [['no', true, 'Hearsay']])
    assert.deepEqual(said([]), [[null, false, 'Record']])
  })
})

describe('votes in the register', () => {
  it('give a State a row of years; where none is recorded, that is all that is said', () =>
    inTestWorld(async (db) => {
      const said: string[] = []
      await loadRegister(db, (text) => said.push(text))
      assert.deepEqual(said, [])
      const calls = await listDatums(db, { kind: 'roll-call' })
      const rowOf = async (actor: string) =>
        votesIn('mine-ban-implementation', calls, await listDatums(db, { actor, kind: 'recorded-vote' }))
      assert.deepEqual(seriesIn(calls), ['mine-ban-implementation'])

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

      const others = votesIn(null, calls, await listDatums(db, { actor: 'MNG', kind: 'recorded-vote' }))
      assert.deepEqual(
        others.map(({ symbol, vote }) => [symbol, vote]),
        [
          ['A/RES/51/45 S', 'yes'],
          ['A/RES/52/38 H', 'yes'],
        ],
      )
    }))
})
