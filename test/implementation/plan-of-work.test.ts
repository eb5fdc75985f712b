import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { budgetSums } from '../../src/implementation/budget.ts'
import { dependencyFaults } from '../../src/implementation/dependencies.ts'
import { workHeld } from '../../src/implementation/held.ts'
import { countByStanding, plansOfWork } from '../../src/implementation/plan-of-work.ts'
import { fact } from './facts.ts'

const plan = fact('national-plan', 'plan', { title: 'Four years', withTimelines: true, instrument: 'pledge' })
const action = (id: string, body: Record<string, unknown> = {}) =>
  fact('plan-action', id, { title: id, plan: 'plan', number: id, ...body })
const moved = (of: string, body: Record<string, unknown>) =>
  fact('rescheduling', `move-${of}-${body.decidedOn}`, {
    about: of,
    reason: 'The budget came late.',
    ...body,
  })
const said = (of: string, status: string, reportedOn: string, body: Record<string, unknown> = {}) =>
  fact('progress', `said-${of}-${reportedOn}`, { about: of, status, reportedOn, ...body })

const onlyPlan = (asOf: string, ...facts: ReturnType<typeof fact>[]) => {
  const [only] = plansOfWork(workHeld([plan, ...facts], asOf), 'pledge')
  return only!
}

describe('a plan of work', () => {
  it('is found by the instrument it names, or by an action that carries a part of it out', () => {
    const other = fact('national-plan', 'other', { title: 'Of another' })
    const part = fact('plan-action', 'part', { title: 'Part', plan: 'other', carriesOut: ['pledge/3'] })
    const stranger = fact('national-plan', 'stranger', { title: 'Mines', instrument: 'pledge-of-others' })
    const found = plansOfWork(workHeld([plan, other, part, stranger], '2026-06-01'), 'pledge')
    assert.deepEqual(
      found.map(({ id }) => id),
      ['plan', 'other'],
    )
  })

  it('comes last where it has ended', () => {
    const over = { heldFrom: '2020-01-01', heldUntil: '2021-01-01' }
    const old = fact('national-plan', 'old', { title: 'Old', instrument: 'pledge' }, over)
    assert.deepEqual(
      plansOfWork(workHeld([old, plan], '2026-06-01'), 'pledge').map(({ id, holds }) => [id, holds]),
      [
        ['plan', 'now'],
        ['old', 'ended'],
      ],
    )
  })

  it('lists actions by their numbers as people number, those without one last', () => {
    const { actions } = onlyPlan(
      '2026-06-01',
      action('10'),
      action('2'),
      action('none', { number: undefined }),
    )
    assert.deepEqual(
      actions.map(({ id }) => id),
      ['2', '10', 'none'],
    )
  })

  it('keeps the dates first planned, and says how far the end has slipped and why', () => {
    const { schedule } = onlyPlan(
      '2026-06-01',
      action('1', { startsOn: '2026-01-01', endsOn: '2026-03-31' }),
      moved('1', { decidedOn: '2026-03-01', endsOn: '2026-06-30' }),
      moved('1', { decidedOn: '2026-02-01', startsOn: '2026-02-15', endsOn: '2026-04-30' }),
    ).actions[0]!
    assert.deepEqual(schedule.original, { startsOn: '2026-01-01', endsOn: '2026-03-31', due: null })
    assert.deepEqual(schedule.now, { startsOn: '2026-02-15', endsOn: '2026-06-30', due: null })
    assert.deepEqual(
      schedule.moves.map(({ decidedOn, reason }) => [decidedOn, reason]),
      [
        ['2026-02-01', 'The budget came late.'],
        ['2026-03-01', 'The budget came late.'],
      ],
    )
    assert.deepEqual(schedule.slip, { days: 91, isRough: false })
  })

  it('tells a slip between months as rough, and none where there was no end', () => {
    const [first, second] = onlyPlan(
      '2026-06-01',
      action('1', { endsOn: '2026-03' }),
      moved('1', { decidedOn: '2026-02-01', endsOn: '2026-05' }),
      action('2'),
      moved('2', { decidedOn: '2026-02-01', endsOn: '2026-05' }),
    ).actions
    assert.deepEqual(first!.schedule.slip, { days: 61, isRough: true })
    assert.equal(second!.schedule.slip, null)
  })

  it('follows an action through its corrections: what names the first version names the last', () => {
    const first = action('1', { title: 'Corse', endsOn: '2026-03-31' })
    const corrected = fact(
      'plan-action',
      'entered-2',
      { ...first.body, title: 'Course' },
      { supersedes: first.datumId, knownFrom: '2026-01-10' },
    )
    const { actions } = onlyPlan('2026-06-01', first, corrected, said('1', 'under-way', '2026-02-01'))
    assert.deepEqual(
      actions.map(({ id, title, standing }) => [id, title, standing]),
      [['1', 'Course', 'past-its-day']],
    )
  })

  it('says nothing was reported where nobody reported, and never that nothing was done', () => {
    const { actions } = onlyPlan(
      '2026-06-01',
      action('1', { endsOn: '2026-12-31' }),
      action('2', { endsOn: '2026-02' }),
    )
    assert.deepEqual(
      actions.map(({ standing }) => standing),
      ['nothing-reported', 'past-its-day'],
    )
  })

  it('stands as last reported; done stays done when its day is past', () => {
    const { actions } = onlyPlan(
      '2026-06-01',
      action('1', { endsOn: '2026-02-28' }),
      said('1', 'done', '2026-03-05', { doneOn: '2026-02-27' }),
      action('2', { endsOn: '2026-12-31' }),
      said('2', 'delayed', '2026-05-01', { reason: 'No trainer.' }),
      said('2', 'under-way', '2026-03-01'),
    )
    assert.deepEqual(
      actions.map(({ standing }) => standing),
      ['done', 'delayed'],
    )
    assert.deepEqual(
      [...countByStanding(actions)],
      [
        ['done', 1],
        ['delayed', 1],
      ],
    )
  })

  it('knows on a day only what was known by then', () => {
    const later = said('1', 'done', '2026-07-01')
    const { actions } = onlyPlan('2026-06-01', action('1'), { ...later, knownFrom: '2026-07-01' })
    assert.equal(actions[0]!.standing, 'nothing-reported')
  })
})

describe('dependencies', () => {
  const planned = (id: string, dependsOn: string[], startsOn: string | null, endsOn: string | null) => ({
    id,
    dependsOn,
    dates: { startsOn, endsOn, due: null },
    isDone: false,
  })

  it('names a circle, and each action planned to begin before what it needs has ended', () => {
    assert.deepEqual(
      dependencyFaults([
        planned('a', ['b'], '2026-01-01', '2026-02-01'),
        planned('b', ['c'], '2026-03-01', '2026-04-01'),
        planned('c', ['b'], '2026-01', '2026-02'),
      ]),
      [
        { fault: 'circle', ids: ['b', 'c'] },
        { fault: 'too-early', id: 'a', needs: 'b' },
        { fault: 'too-early', id: 'c', needs: 'b' },
      ],
    )
  })

  it('says nothing where dates do not tell: the same month may be in order', () => {
    assert.deepEqual(
      dependencyFaults([planned('a', ['b'], '2026-03', '2026-05'), planned('b', [], null, '2026-03')]),
      [],
    )
  })

  it('finds no circle among actions that each need only earlier ones', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(20), { maxLength: 20 }), (needs) => {
        const all = needs.map((need, i) => planned(String(i), i === 0 ? [] : [String(need % i)], null, null))
        assert.deepEqual(dependencyFaults(all), [])
      }),
    )
  })

  it('names a circle once however often an action says what it needs, and follows chains of any length', () => {
    assert.deepEqual(
      dependencyFaults([planned('a', ['b', 'b'], null, null), planned('b', ['a', 'a'], null, null)]),
      [{ fault: 'circle', ids: ['a', 'b'] }],
    )
    const chain = Array.from({ length: 20_000 }, (_, i) => planned(`${i}`, [`${i + 1}`], null, null))
    assert.deepEqual(dependencyFaults(chain), [])
    assert.equal(dependencyFaults([...chain, planned('20000', ['0'], null, null)])[0]?.fault, 'circle')
  })

  it('finds a circle wherever following what is needed leads back', () => {
    const graph = fc.array(fc.array(fc.nat(7), { maxLength: 3 }), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(graph, (needs) => {
        const all = needs.map((of, i) => planned(`${i}`, of.map(String), null, null))
        const reached = (from: number): Set<number> => {
          const seen = new Set<number>()
          const left = [...(needs[from] ?? [])]
          for (let next = left.pop(); next !== undefined; next = left.pop())
            if (!seen.has(next) && needs[next] !== undefined) {
              seen.add(next)
              left.push(...(needs[next] ?? []))
            }
          return seen
        }
        const leadsBack = needs.some((_, i) => reached(i).has(i))
        const faults = dependencyFaults(all)
        assert.equal(faults.length > 0, leadsBack)
        for (const one of faults)
          if (one.fault === 'circle')
            for (const [i, id] of one.ids.entries())
              assert.ok(needs[Number(id)]!.includes(Number(one.ids[(i + 1) % one.ids.length])))
      }),
    )
  })

  it('waits no more for what was done early, and looks at what actions of other plans need', () => {
    const early = onlyPlan(
      '2026-06-01',
      action('1', { endsOn: '2026-12-31' }),
      said('1', 'done', '2026-02-01', { doneOn: '2026-01-31' }),
      action('2', { dependsOn: ['1'], startsOn: '2026-03-01' }),
    )
    assert.deepEqual(early.faults, [])
    const other = fact('national-plan', 'other', { title: 'Of another' })
    const needed = fact('plan-action', 'x', { title: 'X', plan: 'other', dependsOn: ['2'], endsOn: '2027' })
    assert.deepEqual(
      onlyPlan('2026-06-01', other, needed, action('2', { dependsOn: ['x'], startsOn: '2026-03-01' })).faults,
      [
        { fault: 'circle', ids: ['2', 'x'] },
        { fault: 'too-early', id: '2', needs: 'x' },
      ],
    )
  })
})

const mark = { entered: false, tier: 'public' as const }

describe('budget lines', () => {
  const line = fc.record({
    id: fc.uuid(),
    title: fc.constant(null),
    side: fc.constantFrom('own' as const, 'sought' as const, 'pledged' as const),
    paidBy: fc.constant(null),
    amount: fc.integer({ min: 0, max: 10 ** 9 }).map((cents) => cents / 100),
    currency: fc.constantFrom('MNT', 'CHF', 'USD'),
    year: fc.integer({ min: 2025, max: 2029 }),
    entered: fc.boolean(),
    tier: fc.constant('public' as const),
  })

  it('add up within one currency and year alone, to the hundredth, in any order', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
        const sums = budgetSums(lines)
        assert.deepEqual(budgetSums([...lines].reverse()), sums)
        for (const { currency, year, own, lines: count } of sums) {
          const mine = lines.filter((one) => one.currency === currency && one.year === year)
          const cents = mine
            .filter(({ side }) => side === 'own')
            .reduce((sum, { amount }) => sum + Math.round(amount * 100), 0)
          assert.equal(Math.round(own * 100), cents)
          assert.equal(count, mine.length)
        }
        assert.equal(
          sums.reduce((sum, one) => sum + one.lines, 0),
          lines.length,
        )
      }),
    )
  })

  it('are still sought as far as nobody has pledged them', () => {
    const of = (side: 'sought' | 'pledged', amount: number) => ({
      ...{ id: side, title: null, side, paidBy: null, amount, currency: 'CHF', year: 2026 },
      ...mark,
    })
    assert.equal(budgetSums([of('sought', 0.3), of('pledged', 0.1)])[0]!.stillSought, 0.2)
    assert.equal(budgetSums([of('sought', 1), of('pledged', 5)])[0]!.stillSought, 0)
  })

  it('add up in the smallest unit that is written, three decimals too', () => {
    const own = (amount: number) => ({
      ...{ id: 'x', title: null, side: 'own' as const, paidBy: null, amount, currency: 'KWD', year: 2026 },
      ...mark,
    })
    assert.equal(budgetSums([own(0.125), own(0.125)])[0]!.own, 0.25)
    assert.equal(budgetSums([own(1.005)])[0]!.own, 1.005)
    assert.equal(budgetSums([own(1e15), own(0.001), own(-1e15)])[0]!.own, 0.001)
    assert.equal(budgetSums([own(1e-7), own(2e21), own(-2e21)])[0]!.own, 1e-7)
  })

  it('say how many of them were entered here, not received', () => {
    const own = { id: 'x', title: null, side: 'own' as const, paidBy: null, currency: 'CHF', year: 2026 }
    const [sum] = budgetSums([
      { ...own, ...mark, amount: 1 },
      { ...own, ...mark, amount: 2, entered: true },
    ])
    assert.deepEqual([sum!.own, sum!.lines, sum!.entered], [3, 2, 1])
  })
})
