// What is to be there once, by a day: due before it, met or met late, missed or not found after it.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { DatumRow } from '../../src/indicators/rows-store.ts'
import { computedOn } from '../../src/indicators/target-stands.ts'
import { judgeTargets } from '../../src/indicators/targets.ts'
import { targetsOwed } from '../../src/indicators/targets-owed.ts'
import { ruleForm } from '../../src/rules/rule-forms.ts'
import { sayPlainly } from '../../src/words/plainly.ts'
import { baseOf, type Declared, type Event, plan } from './judged-world.ts'

/** The pledge with the meeting on achievements to be held once, by the end of June 2026. */
const withDay = {
  ...plan,
  rules: {
    ...plan.rules,
    rules: {
      ...plan.rules.rules,
      C4: { ...plan.rules.rules.C4!, target: { gte: 1, per: 'once' as const, by: '2026-06-30' } },
    },
  },
}
const held = (heldOn: string): Event => ({
  ...{ id: 1, of: 'C4', actor: 'XAA', heldOn, plannedOn: null, audience: [], serves: [] },
})
const complete: Declared = { of: 'C4', level: 'complete', from: '2024-01-01', until: '2027-01-01' }
const given = (events: Event[], today: string, declared: Declared[] = []) => ({ events, today, declared })

const standing = (events: Event[], today: string, declared: Declared[] = []) => {
  const base = baseOf(given(events, today, declared))
  const { indicators } = judgeTargets(withDay, base, { asOf: today, year: 2026, entered: new Set() })
  return indicators.find(({ number }) => number === 'C4')!.readings[0]!
}
const owed = (events: Event[], today: string) =>
  targetsOwed(withDay, baseOf(given(events, today)), {
    ...{ asOf: today, from: '2026-01-01', until: '2027-12-31', entered: new Set() },
  }).filter(({ duty }) => duty.endsWith('/C4'))

describe('a target that is to be there once, by a day', () => {
  it('says its day, and is due until then', () => {
    const shown = standing([], '2026-02-01')
    assert.equal(sayPlainly(shown.target!), 'at least 1, once, by 2026-06-30')
    assert.equal(shown.standing, 'due')
  })

  it('is not found after its day, and missed only where its owners have declared their records complete to it', () => {
    assert.equal(standing([], '2026-09-01').standing, 'not-found')
    assert.equal(standing([], '2026-09-01', [complete]).standing, 'missed')
  })

  it('is met by what is there, late where it came after the day', () => {
    assert.equal(standing([held('2026-06-30')], '2026-09-01').standing, 'met')
    assert.equal(standing([held('2026-06-30')], '2026-09-01').isLate, false)
    assert.equal(standing([held('2026-07-01')], '2026-09-01').isLate, true)
    assert.equal(standing([], '2026-09-01').isLate, null)
    const [inTime] = owed([held('2026-06-30')], '2026-09-01')
    const [late] = owed([held('2026-07-01')], '2026-09-01')
    assert.deepEqual([inTime!.due, inTime!.precision, inTime!.isLate], ['2026-06-30', 'day', false])
    assert.deepEqual([late!.status, late!.isLate], ['met', true])
  })

  it('of three is late where the third came after the day, and in time where it came before', () => {
    const ofThree = (third: string) => {
      const plan = structuredClone(withDay)
      const rule = plan.rules.rules.C4!
      rule.population = {
        records: 'review-meeting',
        where: { actor: { in: '$parties' }, heldOn: { lte: '$asOf' } },
      }
      rule.target = { gte: 3, per: 'once', by: '2026-06-30' }
      const events = ['2026-01-10', '2026-03-10', third, '2027-05-20'].map((day, i) => ({
        ...held(day),
        id: i + 1,
      }))
      const base = baseOf(given(events, '2027-06-30'))
      const asked = {
        asOf: '2027-06-30',
        from: '2026-01-01',
        until: '2027-12-31',
        entered: new Set<string>(),
      }
      return targetsOwed(plan, base, asked).find(({ duty }) => duty.endsWith('/C4'))!
    }
    assert.deepEqual([ofThree('2027-05-10').status, ofThree('2027-05-10').isLate], ['met', true])
    assert.deepEqual([ofThree('2026-06-10').status, ofThree('2026-06-10').isLate], ['met', false])
  })

  it('is late by the day its rule looks at: a study by when it was published, not begun', () => {
    const ofStudy = (publishedOn: string) => {
      const plan = structuredClone(withDay)
      const rule = plan.rules.rules.C4!
      rule.population = {
        records: 'study',
        where: { actor: { in: '$parties' }, publishedOn: { lte: '$asOf' } },
      }
      const study: DatumRow = [
        ...(['XAA', 'datum-1', 'study', 'study-1', null, '2026-01-10', null, '2024-01-01'] as const),
        { title: 'Study', publishedOn },
      ]
      const asked = {
        asOf: '2026-12-31',
        from: '2026-01-01',
        until: '2026-12-31',
        entered: new Set<string>(),
      }
      return targetsOwed(plan, baseOf(given([], asked.asOf), [study]), asked).find(({ duty }) =>
        duty.endsWith('/C4'),
      )!
    }
    assert.deepEqual([ofStudy('2026-06-30').status, ofStudy('2026-06-30').isLate], ['met', false])
    assert.deepEqual([ofStudy('2026-07-01').status, ofStudy('2026-07-01').isLate], ['met', true])
  })

  it('is missed by the figure too only where its records are complete to its day, not where a later year is', () => {
    const figure = (declared: Declared[]) =>
      computedOn(
        { plan: withDay, base: baseOf(given([], '2027-06-30', declared)), number: 'C4', asOf: '2027-06-30' },
        2027,
      )[0]!.target?.state
    assert.equal(
      figure([{ of: 'C4', level: 'complete', from: '2027-01-01', until: '2027-07-01' }]),
      'not yet',
    )
    assert.equal(figure([{ of: 'C4', level: 'complete', from: '2024-01-01', until: '2027-07-01' }]), 'missed')
  })

  it('has a day only where it is asked for once', () => {
    for (const [target, isRight] of [
      [{ gte: 1, per: 'once', by: '2026-06-30' }, true],
      [{ gte: 1, per: 'year', by: '2026-06-30' }, false],
      [{ gte: 1, per: 'once', by: 'soon' }, false],
    ] as const)
      assert.equal(ruleForm.shape.target.safeParse(target).success, isRight, JSON.stringify(target))
  })
})
