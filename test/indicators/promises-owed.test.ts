// The pledge of Quorrela, from the exercise as it ships: what its four indicators ask for, and what of it is held.
import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import type { DutyOwed } from '../../src/duties/owed.ts'
import { listPromisesOwed } from '../../src/indicators/promises-owed.ts'
import { showIndicator } from '../../src/indicators/view.ts'
import { loadExercise } from '../../src/load.ts'
import { sayPlainly } from '../../src/words/plainly.ts'
import { inTestWorld } from '../world.ts'

const pledge = 'ihl-pledge-mongolia'

describe("the targets of Quorrela's pledge", () => {
  let owed: DutyOwed[]
  let near: DutyOwed[]
  let ofSociety: DutyOwed[]
  let shown: Map<string, string>
  const of = (number: string, list = owed) =>
    list
      .filter(({ duty }) => duty === `${pledge}/${number}`)
      .map(
        ({ instance, status, metBy }) =>
          `${instance ?? 'once'}: ${[status, ...metBy.map(({ on }) => on)].join(' ')}`,
      )

  before(() =>
    inTestWorld(async (db) => {
      await loadExercise(db)
      const span = { from: '2025-01-01', until: '2028-12-31', asOf: '2027-12-31' }
      owed = await listPromisesOwed(db, span)
      near = await listPromisesOwed(db, { from: '2027-01-01', until: '2027-12-31', asOf: '2027-11-20' })
      ofSociety = await listPromisesOwed(db, { ...span, actors: ['xqo-national-society'] })
      shown = new Map()
      for (const number of ['C2', 'C3', 'C4'])
        for (const year of [2025, 2026, 2027]) {
          const { target } = await showIndicator(db, { indicator: `${pledge}/${number}`, year })
          shown.set(`${number} ${year}`, target!.state)
        }
    }, 'exercise'),
  )

  it('2 meetings a year: each met by its meeting, the second of 2026 missed', () => {
    assert.deepEqual(of('C2'), [
      '2025-1: met 2025-04-02',
      '2025-2: met 2025-11-12',
      '2026-1: met 2026-06-24',
      '2026-2: missed',
      '2027-1: met 2027-03-10',
      '2027-2: met 2027-10-20',
      '2028-1: due',
      '2028-2: due',
    ])
  })

  it('3 events a year for a mix: the event for one audience does not count, and other readings that say otherwise are told', () => {
    assert.deepEqual(of('C3').slice(0, 9), [
      '2025-1: met 2025-03-12',
      '2025-2: met 2025-06-05',
      '2025-3: missed',
      '2026-1: met 2026-02-18',
      '2026-2: met 2026-05-08',
      '2026-3: met 2026-09-03',
      '2027-1: met 2027-04-15',
      '2027-2: met 2027-08-26',
      '2027-3: missed',
    ])
    const third = owed.find(({ key }) => key === `${pledge}/C3/XQO/2025-3`)!
    assert.match(
      sayPlainly(third.reason!),
      /Read otherwise, the target is met: Counts every event, and asks for at least two of the groups that the pledge names/,
    )
    assert.equal(sayPlainly(third.derivation), 'at least 3 a year; 2025: the third of 3')
    assert.equal(owed.find(({ key }) => key === `${pledge}/C3/XQO/2027-3`)!.reason, null)
  })

  it('one review meeting a year, and a plan that is to exist once', () => {
    assert.deepEqual(of('C4'), ['2025: met 2025-12-09', '2026: met 2026-12-08', '2027: missed', '2028: due'])
    assert.deepEqual(of('C1'), ['once: met 2026-03-01'])
  })

  it('agree with what the indicator says of its target', () => {
    for (const [asked, state] of shown) {
      const [number, year] = asked.split(' ') as [string, string]
      const all = owed.filter(({ duty, due }) => duty === `${pledge}/${number}` && due === year)
      const isMet = all.every(({ status }) => status === 'met')
      assert.equal(isMet ? 'met' : 'missed', state, asked)
    }
  })

  it('are owed by both who promised, once', () => {
    const aimed = owed.filter(({ instrument }) => instrument === 'ihl-pledge-mongolia')
    assert.ok(aimed.length > 0)
    assert.ok(aimed.every(({ owners }) => owners?.join() === 'XQO,xqo-national-society'))
    assert.deepEqual(
      ofSociety.filter(({ instrument }) => instrument === 'ihl-pledge-mongolia').map(({ key }) => key),
      aimed.map(({ key }) => key),
    )
  })

  it('stand beside what one of them was given to do by the other', () => {
    const given = ofSociety.filter(({ instrument }) => instrument !== 'ihl-pledge-mongolia')
    assert.ok(given.length > 0)
    for (const { actor, owners } of given)
      assert.deepEqual([actor, owners], ['XQO', ['XQO', 'xqo-national-society']])
  })

  it('are at risk by the calendar where too few days are left for what is missing', () => {
    assert.deepEqual(of('C3', near), ['2027-1: met 2027-04-15', '2027-2: met 2027-08-26', '2027-3: at-risk'])
    assert.deepEqual(of('C4', near), ['2027: at-risk'])
    assert.deepEqual(
      near
        .find(({ duty }) => duty === `${pledge}/C4`)!
        .searched.map(({ register, level, until }) => [register, level, until]),
      [['review-meeting', 'complete', '2027-11-20']],
    )
  })
})
