// The targets of Quorrela's pledge as pages show them: where each stands in every reading, which records count and why.
import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import fc from 'fast-check'
import { saveSetting } from '../../src/db/setting-store.ts'
import { importFacts } from '../../src/facts/import.ts'
import { heldBase } from '../../src/indicators/held-base.ts'
import { inEnglish } from '../../src/indicators/names.ts'
import { getPlan } from '../../src/indicators/plans.ts'
import { judgeTargets } from '../../src/indicators/targets.ts'
import { loadExercise } from '../../src/load.ts'
import { readActors } from '../../src/parties/actor.ts'
import { saveActors } from '../../src/parties/actor-store.ts'
import { Problem } from '../../src/problem.ts'
import { readShippedKinds } from '../../src/reports/shipped.ts'
import type { CountedShown, TargetsShown } from '../../src/web/data/targets.ts'
import { targetsHeld } from '../../src/web/held/targets.ts'
import { inTestWorld } from '../world.ts'

const plan = 'ihl-pledge-mongolia'

describe("the targets of Quorrela's pledge", () => {
  let shown: TargetsShown
  let earlier: TargetsShown
  let events: CountedShown
  let plans: CountedShown
  let refused: unknown

  before(() =>
    inTestWorld(async (db) => {
      await loadExercise(db)
      const data = targetsHeld(db)
      shown = (await data.showTargets({ plan }))!
      earlier = (await data.showTargets({ plan, year: 2025 }))!
      events = (await data.showCounted({ plan, indicator: 'C3', year: 2025 }))!
      plans = (await data.showCounted({ plan, indicator: 'C1', year: 2026 }))!
      refused = await data.showTargets({ plan, year: 2040 }).catch((error: unknown) => error)
    }, 'exercise'),
  )

  const of = ({ indicators }: TargetsShown, number: string) =>
    indicators.find((indicator) => indicator.number === number)!
  const readings = (targets: TargetsShown, number: string) =>
    of(targets, number).readings.map(({ reading, value, asked, standing }) =>
      [reading, value, asked, standing].join(' '),
    )

  it('are those of the present year, each with what is there, what is asked and where it stands', () => {
    assert.equal(shown.year, 2027)
    assert.deepEqual(
      shown.indicators.map(({ number, readings: [own] }) =>
        [number, own!.value, own!.asked, own!.standing].join(' '),
      ),
      ['C1 1 1 met', 'C2 2 2 met', 'C3 2 3 missed', 'C4 0 1 missed'],
    )
  })

  it('stand in every reading of the text, each with its own result', () => {
    assert.deepEqual(readings(earlier, 'C3'), [
      'default 2 3 missed',
      'mix-over-year 3 3 met',
      'all-five-over-year 3 3 missed',
      'any-event 3 3 met',
    ])
    const over = of(earlier, 'C3').readings.map(({ across }) => across)
    assert.deepEqual(over[2], { field: 'audience', found: 4, asked: 5 })
    assert.deepEqual(over[3], null)
  })

  it('name the registers that were looked through, to which day, and by whose word', () => {
    const [own] = of(shown, 'C4').readings
    assert.deepEqual(own!.searched, [
      {
        register: 'review-meeting',
        level: 'complete',
        until: '2027-12-31',
        statedBy:
          'Exercise: Ministry of Foreign Affairs of Quorrela; Exercise: secretariat of the National Society of Quorrela',
        of: ['XQO', 'xqo-national-society'],
      },
    ])
  })

  it('are told year by year', () => {
    assert.deepEqual(
      of(shown, 'C2').years.map(({ year, value, standing }) => [year, value, standing]),
      [
        [2025, 2, 'met'],
        [2026, 1, 'missed'],
        [2027, 2, 'met'],
      ],
    )
    // No day is set for the plan, so that it was not there in 2025 is nobody's failure.
    assert.equal(of(shown, 'C1').years[0]!.standing, 'undated')
  })

  it('measure an action of the text by our reading, or none', () => {
    assert.deepEqual(
      shown.actions.map(({ number, indicators }) => [number, indicators.map((one) => one.number).join()]),
      [
        ['1', 'C1'],
        ['2', 'C2'],
        ['3', 'C3'],
        ['4', ''],
        ['5', ''],
      ],
    )
    assert.ok(shown.actions.every(({ indicators }) => indicators.every(({ byOurReading }) => byOurReading)))
  })

  it('count an event for one audience in the readings that ask for no mix, and say why not in the one that does', () => {
    const briefing = events.records.find(({ on }) => on === '2025-10-22')!
    assert.deepEqual(
      briefing.read.map(({ reading, state }) => [reading, state]),
      [
        ['default', 'not counted'],
        ['mix-over-year', 'counted'],
        ['all-five-over-year', 'counted'],
        ['any-event', 'counted'],
      ],
    )
    assert.equal(
      inEnglish(briefing.read[0]!.reason),
      '1 different (armed forces); at least 2 different are asked for: audience',
    )
    assert.deepEqual(
      events.readings.map(({ value }) => value),
      ['default', 'mix-over-year', 'all-five-over-year', 'any-event'].map(
        (name) =>
          events.records.filter(({ read }) =>
            read.some(({ reading, state }) => reading === name && state === 'counted'),
          ).length,
      ),
    )
  })

  it('list a plan that was replaced, with the reason for which it does not count', () => {
    const outline = plans.records.find(({ title }) => title?.includes('outline'))!
    assert.deepEqual(outline.read.map(({ state, reason }) => [state, inEnglish(reason)])[0], [
      'not counted',
      'with timelines: no: not as asked; Held until 2026-02-28',
    ])
  })

  it('are refused for a year that is none of the plan’s', () => {
    assert.ok(refused instanceof Problem && refused.type === 'not-found')
  })

  it('are, as known on a day, where they were whatever becomes known later', () =>
    inTestWorld(async (db) => {
      await saveActors(db, readActors('exercise/data/actors.csv'))
      const held = getPlan(plan)
      await saveSetting(db, `parties:${plan}`, 'XQO XQA')
      const kinds = readShippedKinds()
      const judgedOn = async (day: string) =>
        judgeTargets(held, await heldBase(db, held, day), { asOf: day, year: 2026, entered: new Set() })
      let count = 0
      const write = async (knownFrom: string, heldOn: string) => {
        count += 1
        const rows = `id,actor,kind,from,known_from,source_title,body.heldOn,body.audience\nevent-${count},XQO,dissemination-event,${heldOn},${knownFrom},Exercise,${heldOn},academia; youth\n`
        await importFacts(
          db,
          { name: 'events.csv', bytes: Buffer.from(rows) },
          { kinds, today: '2027-12-31', entered: false },
        )
      }
      await write('2026-03-01', '2026-02-01')
      const day = fc.integer({ min: 0, max: 300 })
      await fc.assert(
        fc.asyncProperty(day, fc.integer({ min: 1, max: 200 }), day, async (asked, later, heldAfter) => {
          const dayOf = (days: number) =>
            new Date(Date.parse('2026-01-10') + days * 86_400_000).toISOString().slice(0, 10)
          const before = await judgedOn(dayOf(asked))
          const knownFrom = dayOf(asked + later)
          await write(knownFrom, dayOf(Math.min(heldAfter, asked + later)))
          assert.deepEqual(await judgedOn(dayOf(asked)), before)
        }),
        { numRuns: 8 },
      )
      const [c3] = (await judgedOn('2026-12-31')).indicators.filter(({ number }) => number === 'C3')
      assert.ok(c3!.readings[0]!.held! > 1, 'what became known by the last day counts on it')
    }))
})
