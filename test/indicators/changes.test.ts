import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { listChanges } from '../../src/indicators/changes.ts'
import { listDatesBetween } from '../../src/indicators/dates-between.ts'
import { showIndicator } from '../../src/indicators/view.ts'
import { loadExercise, loadRegister } from '../../src/load.ts'
import { Problem } from '../../src/problem.ts'
import { inTestWorld } from '../world.ts'

describe('what changed since a day, in the exercise', () => {
  test('the last quarter of 2027: what came, the values that moved with those responsible, and what time did', () =>
    inTestWorld(async (db) => {
      await loadExercise(db)
      const since = '2027-09-30'
      const changes = await listChanges(db, { since })
      assert.equal(changes.until, '2027-12-31')
      assert.ok(changes.reports.length > 0 && changes.reports.every((one) => one.receivedOn > since))
      assert.ok(
        changes.facts.every((one) => one.fact.knownFrom > since && one.fact.knownFrom <= '2027-12-31'),
      )
      const deadline = changes.facts.find(
        (one) => one.change === 'superseded' && one.fact.kind === 'deadline',
      )
      assert.notEqual(deadline?.before?.says, deadline?.fact.says)
      assert.ok(
        changes.dates.some(
          (one) => one.kind === 'withdrawn' && one.actor === 'XKU' && one.on === '2027-11-04',
        ),
      )
      assert.ok(changes.dates.some((one) => one.kind === 'meeting' && one.on === '2027-11-22'))

      // Each moved value is what the indicator's own page says for the two days.
      const moved = changes.values.find((one) => one.year === 2027 && one.values.length > 10)!
      for (const value of moved.values.slice(0, 3)) {
        const asked = { indicator: value.indicator, year: 2027 }
        const before = await showIndicator(db, { ...asked, knownOn: since })
        const after = await showIndicator(db, { ...asked, knownOn: '2027-12-31' })
        assert.deepEqual(
          [value.before?.numerator, value.before?.denominator],
          [before.numerator, before.denominator],
        )
        assert.deepEqual(
          [value.after.numerator, value.after.denominator],
          [after.numerator, after.denominator],
        )
        for (const member of value.members) {
          const state = (shown: typeof before) =>
            shown.members.find((one) => one.member === member.member)?.state ?? null
          assert.deepEqual(
            [member.before, member.after],
            [state(before), state(after)],
            `${value.number} ${member.member}`,
          )
          if (member.cause === 'known') assert.ok(member.evidence.every((one) => one.knownFrom! > since))
          else assert.deepEqual(member.evidence, [])
        }
      }
      // A value that is not listed has not moved.
      const still = new Set(moved.values.map((value) => value.number))
      const unmoved = ['7.1', '7.2', '10.2', '1.1', '14.1', '41.1'].find((number) => !still.has(number))
      assert.notEqual(unmoved, undefined)
      const asked = { indicator: `${moved.plan}/${unmoved}`, year: 2027 }
      const then = await showIndicator(db, { ...asked, knownOn: since })
      const now = await showIndicator(db, asked)
      assert.deepEqual(
        [then.numerator, then.denominator, then.status],
        [now.numerator, now.denominator, now.status],
      )

      // XKU left: time did that, and nothing new was known.
      const gone = moved.values
        .flatMap((value) => value.members)
        .find((member) => member.actor === 'XKU' && member.after === null)
      assert.deepEqual([gone?.cause, gone?.reason], ['time', null])

      const own = await listChanges(db, { since, actor: 'XKU', plan: moved.plan, year: 2027 })
      assert.ok(
        own.values.length === 1 &&
          own.values[0]!.values.every((value) => value.members.every((one) => one.actor === 'XKU')),
      )
      assert.ok([...own.facts, ...own.acts].every((one) => one.fact.actor === 'XKU'))
      assert.equal(own.values[0]!.same + own.values[0]!.values.length, 87)
    }, 'exercise'))

  test('a span in which nothing happened has nothing in it; one that is none is refused', () =>
    inTestWorld(async (db) => {
      await loadExercise(db)
      const quiet = await listChanges(db, { since: '2025-01-02', until: '2025-01-03' })
      assert.deepEqual(
        [quiet.reports, quiet.facts, quiet.acts, quiet.coverage, quiet.dates],
        [[], [], [], [], []],
      )
      for (const asked of [
        { since: '2027-12-31' },
        { since: '2027-05-01', until: '2027-04-01' },
        { since: '2027-05-01', until: '2028-01-01' },
      ])
        await assert.rejects(
          listChanges(db, asked),
          (error) => error instanceof Problem && error.type === 'usage',
        )
      await assert.rejects(
        listChanges(db, { since: '2027-05-01', plan: 'nobody' }),
        (error) => error instanceof Problem && error.type === 'not-found',
      )
    }, 'exercise'))
})

describe('what comes next, in the exercise', () => {
  test('deadlines stated, reports due, who joins; nothing of a State that has left by then', () =>
    inTestWorld(async (db) => {
      await loadExercise(db)
      const dates = await listDatesBetween(db, { after: '2027-12-31', until: '2029-06-30' }, '2027-12-31')
      assert.ok(dates.some((one) => one.kind === 'in-force' && one.on === '2028-04-01'))
      assert.deepEqual(
        dates
          .filter((one) => one.kind === 'report-due' && one.treaty === 'mine-ban')
          .map((one) => [one.on, one.actor, one.coversYear]),
        [
          ['2028-04-30', null, 2027],
          // Of a State bound from April 2028: its first report, whatever it covers.
          ['2028-09-28', 'XTE', null],
          ['2029-04-30', null, 2028],
        ],
      )
      const deadlines = dates.filter((one) => one.kind === 'deadline')
      assert.ok(
        deadlines.length > 0 &&
          deadlines.every((one) => one.title !== null && (one.actor !== null || one.states! > 3)),
      )
      // XKU withdrew with effect from 4 November 2027; its deadline of 2028 is none any more.
      assert.ok(!deadlines.some((one) => one.actor === 'XKU' && one.treaty === 'mine-ban'))
      assert.deepEqual(
        dates.map((one) => one.on),
        dates.map((one) => one.on).toSorted(),
      )
    }, 'exercise'))
})

describe('what changed since a day, in the real register', () => {
  test('withdrawals take effect by themselves; a withdrawal notified is an act', () =>
    inTestWorld(async (db) => {
      await loadRegister(db)
      const effects = await listChanges(db, { since: '2025-12-20', until: '2026-02-28' })
      assert.deepEqual(
        effects.dates.filter((one) => one.kind === 'withdrawn').map((one) => [one.actor, one.on]),
        [
          ['EST', '2025-12-27'],
          ['LVA', '2025-12-27'],
          ['LTU', '2025-12-27'],
          ['FIN', '2026-01-10'],
          ['POL', '2026-02-20'],
        ],
      )
      assert.deepEqual(effects.acts, [])
      const notices = await listChanges(db, { since: '2025-06-20', until: '2025-07-15' })
      assert.deepEqual(
        notices.acts
          .filter((one) => one.fact.says.includes('withdrawal'))
          .map((one) => one.fact.actor)
          .sort(),
        ['EST', 'FIN', 'LTU', 'LVA'],
      )
      assert.ok(notices.acts.some((one) => one.fact.actor === 'TON'))
    }))
})
