// The vectors of the Mine Ban Convention on the register as it ships: entry into force, first reports, Articles 4 and 5
// with their extensions, withdrawals, and the meetings duties are counted from. Published dates, each checked by hand.
import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import type { DatedDuty } from '../../src/duties/dated.ts'
import { deriveDuties } from '../../src/duties/derive.ts'
import { createJudge } from '../../src/duties/judge.ts'
import { type DutySet, shippedDuties } from '../../src/duties/rules.ts'
import { heldBase } from '../../src/indicators/held-base.ts'
import { inEnglish } from '../../src/indicators/names.ts'
import { heldPlans } from '../../src/indicators/plans.ts'
import { loadRegister } from '../../src/load.ts'
import type { FactBase } from '../../src/rules/facts.ts'
import { inTestWorld } from '../world.ts'

const setOf = (instrument: string): DutySet => shippedDuties().find((set) => set.instrument === instrument)!

describe('the Mine Ban Convention on the real register', () => {
  let base: FactBase
  let dates: DatedDuty[]
  before(() =>
    inTestWorld(async (db) => {
      await loadRegister(db)
      const plan = heldPlans().find(({ rules }) => rules.treaty === 'mine-ban')!
      base = await heldBase(db, plan, '2026-11-22')
      const span = { from: '1999-01-01', until: '2040-12-31', asOf: '2026-11-22' }
      dates = deriveDuties(setOf('mine-ban'), base, span)
    }),
  )
  const all = (duty: string, actor: string) =>
    dates.filter(({ owed }) => owed.duty === `mine-ban/${duty}` && owed.actor === actor)
  const one = (duty: string, actor: string) => {
    const [found, ...more] = all(duty, actor)
    assert.ok(found !== undefined && more.length === 0, `${duty} of ${actor}: ${more.length + 1}`)
    return found.owed
  }
  const firstReport = (actor: string) =>
    all('article-7', actor).find(({ owed }) => owed.instance === 'first')?.owed.due

  test('entry into force: the formula, and successions by their sources alone', () => {
    const vectors: Record<string, string> = {
      ...{ BLZ: '1999-03-01', AUS: '1999-07-01', KHM: '2000-01-01', AGO: '2003-01-01', AFG: '2003-03-01' },
      ...{ BTN: '2006-02-01', TUV: '2012-03-01', OMN: '2015-02-01', MHL: '2025-09-01', TON: '2025-12-01' },
      ...{ SSD: '2011-07-09', MNE: '2007-04-01' },
    }
    for (const [actor, on] of Object.entries(vectors))
      assert.equal(one('entry-into-force', actor).due, on, actor)
    for (const actor of ['SSD', 'MNE']) assert.equal(one('entry-into-force', actor).computed, null, actor)
    assert.equal(one('entry-into-force', 'MHL').computed!.on, '2025-09-01')
  })

  test('first reports: 180 days; where that is after 30 April, nothing falls due on 30 April', () => {
    const vectors: Record<string, string> = {
      ...{ BLZ: '1999-08-28', TUV: '2012-08-28', OMN: '2015-07-31', MHL: '2026-02-28', TON: '2026-05-30' },
      SSD: '2012-01-05',
    }
    for (const [actor, on] of Object.entries(vectors)) assert.equal(firstReport(actor), on, actor)
    const due = (actor: string) =>
      all('article-7', actor)
        .map(({ owed }) => owed.due!)
        .filter((on) => on < '2028')
    assert.deepEqual(due('TON'), ['2026-05-30', '2027-04-30'])
    assert.deepEqual(due('MHL'), ['2026-02-28', '2026-04-30', '2027-04-30'])
  })

  test('Articles 4 and 5: four and ten years, on the day of the month of entry into force', () => {
    assert.equal(one('article-4', 'KHM').due, '2004-01-01')
    assert.equal(one('article-4', 'MHL').due, '2029-09-01')
    assert.equal(one('article-5', 'KHM').computed!.on, '2010-01-01')
    assert.equal(one('article-5', 'SSD').computed!.on, '2021-07-09')
    assert.equal(one('article-5', 'MHL').due, '2035-09-01')
  })

  test('the extensions of Cambodia, Afghanistan and South Sudan, each told in one sentence', () => {
    assert.equal(
      inEnglish(one('article-5', 'AFG').derivation),
      'entered into force on 2003-03-01; Article 5: ten years → 2013-03-01; extended by 12MSP to 2023-03-01, by 20MSP to 2025-03-01',
    )
    assert.deepEqual(
      one('article-5', 'KHM').granted.map(({ on, meeting, isGranted }) => [on, meeting, isGranted]),
      [
        ['2020-01-01', null, false],
        ['2025-12-31', '4RC', true],
        ['2030-12-31', '22MSP', true],
      ],
    )
    assert.equal(one('article-5', 'KHM').due, '2030-12-31')
    assert.equal(one('article-5', 'SSD').due, '2026-07-09')
    assert.deepEqual(
      one('article-5', 'SSD').granted.map(({ on, meeting, datumIds }) => [on, meeting, datumIds.length]),
      [['2026-07-09', '18MSP', 3]],
    )
  })

  test('who left: six months after receipt, and nothing that falls due later', () => {
    const vectors: Record<string, string> = {
      ...{ EST: '2025-12-27', LVA: '2025-12-27', LTU: '2025-12-27', FIN: '2026-01-10', POL: '2026-02-20' },
    }
    const names = { cohorts: {}, let: {}, obligation: 'article-7', meetingOf: () => undefined }
    const { judge } = createJudge(base, '2026-11-22', names)
    for (const [actor, on] of Object.entries(vectors)) {
      const withdrawal = one('withdrawal', actor)
      assert.deepEqual([withdrawal.due, withdrawal.computed?.on], [on, on], actor)
      const owing = dates.filter(({ owed, comesByItself }) => owed.actor === actor && !comesByItself)
      assert.ok(owing.length > 10, actor)
      for (const dated of owing) {
        const { owed, rule, endedOn } = dated
        assert.equal(endedOn, on, owed.key)
        if (owed.due === null || owed.due < on) continue
        // A yearly day there is none; what was to be done once has ended, unless it was done or never owed.
        assert.equal(rule.due, undefined, owed.key)
        assert.ok([undefined, 'ended', 'met'].includes(judge(dated)?.status), owed.key)
      }
    }
  })

  test('three months before the Twenty-Second Meeting is 1 September 2025, for whoever was bound on that day', () => {
    const span = { from: '2025-01-01', until: '2026-12-31', asOf: '2026-11-22' }
    const payments = deriveDuties(setOf('siem-reap-angkor-draft-2024-08'), base, span).filter(
      ({ owed, rule }) => rule.id === 'action-9' && owed.instance === '22MSP',
    )
    assert.deepEqual([...new Set(payments.map(({ owed }) => owed.due))], ['2025-09-01'])
    // 164 States Parties on 31 August 2025, and the Marshall Islands from 1 September.
    assert.equal(payments.length, 165)
  })

  test('a request comes nine months before the last meeting before the deadline', () => {
    // 31 December 2025 for Angola: 22MSP opened on 1 December 2025.
    const request = one('article-5-extension-request', 'AGO')
    assert.equal(request.due, '2025-03-01')
    assert.match(
      inEnglish(request.derivation),
      /Twenty-Second Meeting.*, 2025-12-01; .*nine months before → 2025-03-01$/,
    )
    // 31 December 2030 for Cambodia: no meeting after 2027 has a date yet.
    assert.equal(one('article-5-extension-request', 'KHM').due, null)
  })

  test('every duty has a key of its own, and what it rests on', () => {
    assert.equal(new Set(dates.map(({ owed }) => owed.key)).size, dates.length)
    assert.ok(dates.every(({ owed }) => owed.datumIds.length > 0))
  })
})
