import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { sql } from 'kysely'
import {
  asOfDate,
  isAfter,
  lastOfEach,
  type StalenessRules,
  shippedStaleness,
  stalenessOf,
} from '../../src/engagements/staleness.ts'
import {
  findStaleness,
  scopeNamed,
  setStaleness,
  unsetStaleness,
} from '../../src/engagements/staleness-store.ts'
import type { Problem } from '../../src/problem.ts'
import { readShippedKinds } from '../../src/reports/shipped.ts'
import { inTestWorld } from '../world.ts'
import { datum } from './fictional.ts'

const kinds = readShippedKinds()
const rules: StalenessRules = new Map(shippedStaleness().map((rule) => [rule.scope, rule]))
const served = (asOf: string) =>
  datum('served', 'contribution', '2002/..', { quantity: 120, measure: 'served', asOf })
const ageOn = (today: string, one = served('2020-09')) => stalenessOf(one, { rules, kinds, today })

describe('how old a figure is', () => {
  it('as of September 2020: past the two years of its topic from October 2022 on', () => {
    assert.deepEqual(
      ['2022-09-30', '2022-10-01', '2026-11-22'].map((today) => {
        const age = ageOn(today)!
        return [age.state, age.years, age.rule.scope, age.rule.after]
      }),
      [
        // Said in September: whether two years are over on 30 September depends on its day.
        ['unsaid', 1, 'topic:contributions', 'P2Y'],
        ['stale', 2, 'topic:contributions', 'P2Y'],
        ['stale', 6, 'topic:contributions', 'P2Y'],
      ],
    )
    assert.equal(ageOn('2022-08-31')?.state, 'fresh')
  })

  it('of a vague date is said only where no day it may mean would make it otherwise', () => {
    const about = (today: string) => ageOn(today, served('2020~'))?.state
    assert.deepEqual(['2020-12-31', '2021-06-30', '2023-12-31', '2024-01-01'].map(about), [
      'fresh',
      'unsaid',
      'unsaid',
      'stale',
    ])
  })

  it('is that of what a source calls current, of figures about a year, never of events', () => {
    const of = (...given: Parameters<typeof datum>) => asOfDate(datum(...given), kinds)
    const member = (status: string) =>
      of('m', 'organisation-membership', '2006/..', { status, statedAsOf: '2020~' })
    assert.deepEqual([member('current'), member('ended')], ['2020~', undefined])
    assert.equal(of('r', 'retained-mines', '2013', { mines: 40 }), '2013')
    assert.equal(of('r', 'retained-mines', '2013/..', { mines: 40 }), undefined)
    assert.equal(of('e', 'event', '2013', { status: 'held' }), undefined)
    assert.equal(of('v', 'recorded-vote', '2013', { vote: 'yes' }), undefined)
  })

  it('is asked of the last figure of a matter only', () => {
    const mines = (id: string, date: string, actor = 'XAA') =>
      datum(id, 'retained-mines', date, { mines: 40 }, { actor })
    const last = lastOfEach(
      [mines('a', '2013'), mines('b', '2019'), mines('c', '2019-06'), mines('d', '2010', 'XAB')],
      kinds,
    )
    assert.deepEqual(
      last.map(({ externalId }) => externalId),
      // Which of 2019 and June 2019 is the later one cannot be said.
      ['b', 'c', 'd'],
    )
  })

  it('is asked of the last figure of each source, by its measure or, where it measures nothing, its title', () => {
    const by = (publisher: string) => ({
      source: { title: `Paper of ${publisher}`, address: null, publisher, published: null },
    })
    const observers = (id: string, asOf: string, measure: string, publisher: string) =>
      datum(
        id,
        'contribution',
        '2002/..',
        { title: `Paper ${id}`, quantity: 120, measure, asOf },
        by(publisher),
      )
    const member = (id: string, statedAsOf: string, title: string, body = 'League') =>
      datum(id, 'organisation-membership', '2006/..', { title, status: 'current', body, statedAsOf })
    const last = (...all: ReturnType<typeof datum>[]) =>
      lastOfEach(all, kinds)
        .map(({ externalId }) => externalId)
        .sort()
    assert.deepEqual(
      last(
        observers('old', '2020', 'served', 'Ministry'),
        observers('other', '2020', 'served', 'League'),
        observers('sent', '2020', 'sent', 'Ministry'),
        observers('new', '2027', 'served', 'Ministry'),
      ),
      ['new', 'other', 'sent'],
    )
    assert.deepEqual(
      last(
        member('old', '2019', 'Member'),
        member('elsewhere', '2019', 'Member', 'Union'),
        member('observer', '2019', 'Observer'),
        member('new', '2027', 'Member'),
      ),
      ['elsewhere', 'new', 'observer'],
    )
  })

  it('only grows: what is stale stays so, and nothing is stale before it may be', () => {
    const day = fc
      .date({ min: new Date('2001-01-01'), max: new Date('2060-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10))
    const order = ['fresh', 'unsaid', 'stale']
    fc.assert(
      fc.property(
        day,
        day,
        fc.constantFrom('2020', '2020-09', '2020-09-15', '2020~', '201X'),
        (a, b, asOf) => {
          const [first, later] = [a, b]
            .sort()
            .map((today) => order.indexOf(ageOn(today, served(asOf))!.state))
          assert.ok(first! <= later!)
        },
      ),
    )
  })
})

describe('rules of staleness', () => {
  it('are a length of time, for every kind, topic or the rest; each ships with why', () => {
    assert.ok(shippedStaleness().every(({ after, why }) => isAfter(after) && why.endsWith('.')))
    assert.deepEqual(['P3Y', 'P18M', 'P90D', 'P0D', '3 years', 'P1W', 'P900Y', ''].map(isAfter), [
      true,
      true,
      true,
      false,
      false,
      false,
      false,
      false,
    ])
    for (const { scope } of shippedStaleness()) assert.equal(scopeNamed(scope, kinds), scope)
  })

  it('are found by kind or topic, and refused by a name nobody knows', () => {
    assert.equal(scopeNamed('contribution', kinds), 'kind:contribution')
    assert.equal(scopeNamed('contributions', kinds), 'topic:contributions')
    assert.throws(
      () => scopeNamed('votes', kinds),
      /There is no kind and no topic "votes"\. Name the default, a topic \(promises,/,
    )
  })

  it('can be set for one world and taken away again, leaving who did what', () =>
    inTestWorld(async (db) => {
      const found = async () => (await findStaleness(db)).get('kind:contribution')
      assert.equal(await found(), undefined)
      const given = { scope: 'kind:contribution', after: 'P1Y', why: 'We report yearly.', agent: 'test' }
      await setStaleness(db, given)
      assert.deepEqual(await found(), {
        scope: 'kind:contribution',
        after: 'P1Y',
        why: 'We report yearly.',
        isHere: true,
      })
      const set = new Map([...rules, ...(await findStaleness(db))])
      assert.equal(stalenessOf(served('2020-09'), { rules: set, kinds, today: '2021-10-01' })?.state, 'stale')
      await unsetStaleness(db, 'kind:contribution', 'test')
      assert.equal(await found(), undefined)
      const { rows } = await sql<{ action: string; subject: string }>`
        select action, subject from event order by event_id`.execute(db)
      assert.deepEqual(
        rows.map(({ action, subject }) => [action, subject]),
        [
          ['staleness-set', 'kind:contribution'],
          ['staleness-unset', 'kind:contribution'],
        ],
      )
      const refusal = async (work: Promise<unknown>) =>
        work.then(
          () => '',
          (error: Problem) => `${error.type}: ${error.message}`,
        )
      assert.match(
        await refusal(setStaleness(db, { ...given, after: '3 years' })),
        /^usage: After how long should be a length of time .* it is "3 years"/,
      )
      assert.match(
        await refusal(unsetStaleness(db, 'default', 'test')),
        /^not-found: This world has no rule of its own for "default"/,
      )
    }))
})
