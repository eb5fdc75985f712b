import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { membershipHistory } from '../../src/parties/membership-history.ts'
import { shippedStatus } from '../../src/parties/status-csv.ts'
import type { StatusKind } from '../../src/parties/status-event.ts'
import { findTreaty } from '../../src/parties/treaty.ts'

const withIds = (id: string) => {
  const { source, events } = shippedStatus().find((one) => one.source.treaty === id)!
  return { source, acts: events.map((event) => ({ ...event, actorId: event.actor ?? event.name })) }
}
const historyOf = (id: string, asOf = '2026-11-21') => {
  const { source, acts } = withIds(id)
  return membershipHistory(acts, { rules: findTreaty(id), asOf, sourceDate: source.asOf })
}
const act = (
  name: string,
  kind: StatusKind,
  notifiedOn: string | null,
  effectiveOn: string | null = null,
) => ({
  actor: name,
  actorId: name,
  name,
  kind,
  notifiedOn,
  effectiveOn,
})
const standings = (history: { participants: { standing: string; name: string }[] }, standing: string) =>
  history.participants.filter((one) => one.standing === standing).map((one) => one.name)

describe('the parties of the Mine Ban Convention over the years', () => {
  const history = historyOf('mine-ban')
  const year = (wanted: number) => history.years.find((one) => one.year === wanted)!

  test('at the end of each year as many as the turning points say', () => {
    const counts = Object.fromEntries(history.years.map((one) => [one.year, one.parties]))
    assert.deepEqual(
      [counts[1998], counts[2010], counts[2011], counts[2024], counts[2025], counts[2026]],
      [0, 156, 157, 164, 163, 161],
    )
    assert.equal(year(2026).on, '2026-11-21')
  })

  test('2025: two joined and three left, each with its act', () => {
    assert.deepEqual(
      year(2025).joined.map((one) => [one.name, one.on, one.acts[0]?.kind, one.isExpected]),
      [
        ['Marshall Islands', '2025-09-01', 'ratification', false],
        ['Tonga', '2025-12-01', 'accession', false],
      ],
    )
    assert.deepEqual(
      year(2025).left.map((one) => [one.name, one.on, one.acts[0]?.notifiedOn]),
      [
        ['Estonia', '2025-12-27', '2025-06-27'],
        ['Latvia', '2025-12-27', '2025-06-27'],
        ['Lithuania', '2025-12-27', '2025-06-27'],
      ],
    )
  })

  test('a withdrawal that takes effect after the date of the source is expected, not seen', () => {
    assert.deepEqual(
      year(2026).left.map((one) => [one.name, one.isExpected]),
      [
        ['Finland', false],
        ['Poland', true],
      ],
    )
  })

  test('as of a day in the past nothing notified later has happened, and who will leave is still a party', () => {
    const then = historyOf('mine-ban', '2025-07-31')
    assert.equal(then.years.at(-1)?.parties, 164)
    assert.deepEqual(standings(then, 'leaving').sort(), ['Estonia', 'Finland', 'Latvia', 'Lithuania'])
    assert.deepEqual(standings(then, 'joining').sort(), ['Marshall Islands', 'Tonga'])
  })
})

describe('the parties of any treaty over the years', () => {
  test('each year ends with those of the year before, and who joined, less who left; the steps say the same', () => {
    for (const { source } of shippedStatus()) {
      const { years, steps } = historyOf(source.treaty)
      for (const [i, one] of years.entries()) {
        const before = years[i - 1]?.parties ?? 0
        assert.equal(
          one.parties,
          before + one.joined.length - one.left.length,
          `${source.treaty} ${one.year}`,
        )
        assert.equal(
          steps.filter((step) => step.on <= one.on).at(-1)?.parties ?? 0,
          one.parties,
          `${source.treaty} ${one.year}`,
        )
      }
    }
  })

  test('where the rule on entry into force is not held, consent is counted and nobody is said to be bound', () => {
    const { source, acts } = withIds('arms-trade')
    const history = membershipHistory(acts, { rules: undefined, asOf: source.asOf, sourceDate: source.asOf })
    assert.equal(history.basis, 'consent')
    assert.equal(standings(history, 'party').length, source.parties)
    const signed = history.participants.filter((one) => one.signedOn !== null)
    assert.equal(signed.length, source.signatories)
  })

  test('the counts of consents are those of each source, organisations included', () => {
    for (const { source } of shippedStatus().filter((one) => one.source.treaty !== 'mine-ban')) {
      const history = historyOf(source.treaty, source.asOf)
      assert.equal(standings(history, 'party').length, source.parties, source.treaty)
    }
  })

  test('a party that left on a day nobody tells is unknown from then on, and counted no longer', () => {
    const acts = [act('XAA', 'accession', '2001-05-01'), act('XAA', 'withdrawal', '2010-01-01')]
    const history = membershipHistory(acts, {
      rules: undefined,
      asOf: '2012-06-30',
      sourceDate: '2012-06-30',
    })
    assert.deepEqual(
      history.years.slice(-4).map((one) => [one.year, one.parties, one.unknown]),
      [
        [2009, 1, 0],
        [2010, 0, 1],
        [2011, 0, 1],
        [2012, 0, 1],
      ],
    )
    assert.deepEqual(standings(history, 'unknown'), ['XAA'])
  })

  test('consent on an unknown day is unknown on every day', () => {
    const history = membershipHistory(
      [act('XAA', 'accession', null), act('XBB', 'accession', '2001-05-01')],
      {
        rules: undefined,
        asOf: '2002-06-30',
        sourceDate: null,
      },
    )
    assert.deepEqual([standings(history, 'unknown'), standings(history, 'party')], [['XAA'], ['XBB']])
    assert.deepEqual(
      history.years.map((one) => [one.parties, one.unknown]),
      [
        [1, 1],
        [1, 1],
      ],
    )
  })

  test('signature alone makes no party', () => {
    const history = membershipHistory([act('XAA', 'signature', '2001-05-01')], {
      rules: undefined,
      asOf: '2002-06-30',
      sourceDate: null,
    })
    assert.deepEqual(standings(history, 'signatory'), ['XAA'])
    assert.deepEqual(history.steps, [])
  })
})
