import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { diffPlans, type PlanContent } from '../../src/instruments/diff.ts'
import { assign } from '../../src/instruments/match.ts'
import { readPlan } from '../../src/instruments/read.ts'
import { contentOfPlan, contentOfShipped } from '../../src/instruments/store.ts'
import { importFixture } from './fixture.ts'

const plan = (...actions: [id: string, text: string, ...indicators: string[]][]): PlanContent => ({
  id: 'x',
  title: 'X',
  actions: actions.map(([id, text, ...indicators]) => ({
    id,
    text,
    indicators: indicators.map((indicator, i) => ({ id: `${id}.${i + 1}`, text: indicator })),
  })),
  indicators: [],
})
const ways = (changes: { from: string; to: string }[]) => changes.map(({ from, to }) => `${from}→${to}`)

describe('what became of a plan', () => {
  it('between two drafts: added, removed, renumbered, reworded, and both', () => {
    const { actions, indicators } = diffPlans(
      contentOfPlan('first', importFixture('harbour-wrapped-pages.txt')),
      contentOfPlan('second', importFixture('harbour-second.txt')),
    )
    assert.deepEqual(
      actions.added.map((one) => one.id),
      ['1'],
    )
    assert.deepEqual(actions.removed, [])
    assert.deepEqual(ways(actions.renumbered), ['1→2', '2→3', '3→5'])
    assert.deepEqual(ways(actions.reworded), ['2→3'])
    assert.deepEqual(
      [actions.reworded[0]?.onlyBefore, actions.reworded[0]?.onlyAfter],
      [[], ['public', 'deep']],
    )
    assert.deepEqual(
      indicators.added.map((one) => one.id),
      ['1.1'],
    )
    assert.deepEqual(
      indicators.removed.map((one) => one.id),
      ['1.2'],
    )
    assert.deepEqual(
      indicators.renumbered.map(({ from, to, withItsAction }) => `${from}→${to} ${withItsAction}`),
      ['1.1→2.1 true', '1.3→2.2 false', '2.1→3.1 true', '3.1→5.1 true', '3.2→5.2 true'],
    )
    assert.deepEqual(ways(indicators.reworded), ['2.1→3.1', '3.2→5.2'])
  })

  it('a plan and itself: nothing', () => {
    const content = contentOfShipped(readPlan('siem-reap-angkor-draft-2024-08'))
    const { actions, indicators } = diffPlans(content, content)
    assert.deepEqual([actions.unchanged, indicators.unchanged], [45, 87])
    for (const changes of [actions, indicators])
      assert.deepEqual(
        [changes.added, changes.removed, changes.renumbered, changes.reworded],
        [[], [], [], []],
      )
  })

  it('one action less and one more moves the others by their texts, not by their numbers', () => {
    const content = contentOfShipped(readPlan('siem-reap-angkor-draft-2024-08'))
    const rest = content.actions.filter((action) => action.id !== '10')
    const renumbered = rest.map((action, i) => ({
      id: String(i + 1),
      text: action.text,
      indicators: action.indicators.map(({ text }, k) => ({ id: `${i + 1}.${k + 1}`, text })),
    }))
    const added = { id: '45', text: 'Paint every lighthouse in the colours of its coast.', indicators: [] }
    const { actions, indicators } = diffPlans(content, { ...content, actions: [...renumbered, added] })
    assert.deepEqual(
      actions.removed.map((one) => one.id),
      ['10'],
    )
    assert.deepEqual(
      actions.added.map((one) => one.id),
      ['45'],
    )
    assert.equal(actions.unchanged, 9)
    assert.equal(actions.renumbered.length, 35)
    assert.ok(indicators.renumbered.every((change) => change.withItsAction === true))
    assert.deepEqual(
      indicators.removed.map((one) => one.id),
      ['10.1', '10.2', '10.3', '10.4'],
    )
  })

  it('the likest pair yields where two others would otherwise be lost', () => {
    // 1 is likest to the new 1; but then the old 2 and the new 2, which are nothing alike, would have no partner.
    const { actions } = diffPlans(
      plan(
        ['1', 'piers quays locks docks ramps buoys masts ropes sails oars'],
        ['2', 'piers quays locks docks ramps crews tugs paint tar nets'],
      ),
      plan(
        ['1', 'piers quays locks docks ramps buoys masts ropes crews tugs'],
        ['2', 'ramps buoys masts ropes sails oars flags maps lamps bells'],
      ),
    )
    assert.deepEqual([actions.added, actions.removed], [[], []])
    assert.deepEqual(ways(actions.reworded), ['1→2', '2→1'])
    assert.ok(actions.reworded.every((change) => change.score < 0.75))
  })

  it('the same opening words do not make two indicators alike', () => {
    const opening = 'Percentage of affected State Parties that report'
    const filler = Array.from({ length: 20 }, (_, i): [string, string, string] => [
      `${i + 10}`,
      `Do ${i}.`,
      `${opening} item${i} done.`,
    ])
    const { indicators } = diffPlans(
      plan(['1', 'Build.', `${opening} lighthouses repaired.`], ...filler),
      plan(['1', 'Build.', `${opening} budgets for schooling.`], ...filler),
    )
    assert.deepEqual(
      [indicators.added.length, indicators.removed.length, indicators.reworded.length],
      [1, 1, 0],
    )
  })

  it('an indicator that moves to another action says so', () => {
    const { indicators } = diffPlans(
      plan(['1', 'Open the ports.', 'Number of ports.'], ['2', 'Light the ports.']),
      plan(['1', 'Open the ports.'], ['2', 'Light the ports.', 'Number of ports.']),
    )
    assert.deepEqual(
      indicators.renumbered.map(({ from, to, withItsAction }) => [from, to, withItsAction]),
      [['1.1', '2.1', false]],
    )
  })
})

describe('the pairing', () => {
  it('has the greatest total of all pairings', () => {
    const best = (
      all: { from: number; to: number; gain: number }[],
      from: number,
      used: Set<number>,
    ): number => {
      if (from > 4) return 0
      let most = best(all, from + 1, used)
      for (const c of all)
        if (c.from === from && !used.has(c.to))
          most = Math.max(most, c.gain + best(all, from + 1, new Set([...used, c.to])))
      return most
    }
    const cell = fc.record({ from: fc.nat(4), to: fc.nat(4), gain: fc.integer({ min: 1, max: 100 }) })
    fc.assert(
      fc.property(
        fc.uniqueArray(cell, { selector: ({ from, to }) => from * 5 + to, maxLength: 16 }),
        (cells) => {
          const chosen = assign(cells.map((c) => ({ ...c, score: c.gain })))
          assert.equal(new Set(chosen.map((c) => c.from)).size, chosen.length)
          assert.equal(new Set(chosen.map((c) => c.to)).size, chosen.length)
          assert.equal(
            chosen.reduce((sum, c) => sum + c.gain, 0),
            best(cells, 0, new Set()),
          )
        },
      ),
      { numRuns: 300 },
    )
  })

  it('loses nothing: every text is in exactly one place', () => {
    const text = fc.array(fc.constantFrom('ports', 'lights', 'ships', 'open', 'close', 'paint', 'yearly'), {
      minLength: 1,
      maxLength: 6,
    })
    const plans = fc
      .array(text, { maxLength: 8 })
      .map((texts) => plan(...texts.map((words, i): [string, string] => [String(i + 1), words.join(' ')])))
    fc.assert(
      fc.property(plans, plans, (a, b) => {
        const { actions } = diffPlans(a, b)
        const changed = new Set([...actions.renumbered, ...actions.reworded].map((c) => `${c.from}→${c.to}`))
          .size
        assert.equal(actions.removed.length + actions.unchanged + changed, a.actions.length)
        assert.equal(actions.added.length + actions.unchanged + changed, b.actions.length)
      }),
      { numRuns: 300 },
    )
  })
})
