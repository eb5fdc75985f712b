// What is stated of a register for one actor alone: it judges that actor and nobody else.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { coverageBook } from '../../src/indicators/fact-base.ts'
import { type Reach, reachFor, reachOver } from '../../src/rules/coverage.ts'
import type { CoverageFact, FactBase } from '../../src/rules/facts.ts'
import { evaluateOn, makeBase, states } from './fact-base.ts'

const actors = ['XAA', 'XAB', 'XAC', 'XAD']
const span = { from: '2025-01-01', until: '2026-01-01' }

const withStated = (stated: readonly CoverageFact[], knownOn = '2030-12-31'): FactBase => ({
  ...makeBase({ actors, parties: actors.map((actor) => [actor, '2000-01-01']) }),
  ...coverageBook(stated, knownOn),
})
const reachOf = (base: FactBase, of?: readonly string[]): Reach =>
  reachFor(base, 'payment', of, (rows) => reachOver(rows, span))

const day = fc.constantFrom('2024-01-01', '2025-03-01', '2025-07-01', '2025-10-01')
const statement = (actor: fc.Arbitrary<string | null>): fc.Arbitrary<CoverageFact> =>
  fc
    .record({
      actor,
      from: day,
      until: fc.option(fc.constantFrom('2025-05-01', '2025-12-01', '2026-06-01')),
      level: fc.constantFrom('complete' as const, 'partial' as const, 'none' as const),
      knownFrom: fc.constantFrom('2026-01-10', '2026-02-10', '2026-03-10'),
      statedBy: fc.constantFrom('Secretariat', 'Ministry'),
    })
    .filter(({ from, until }) => until === null || from < until)
    .map((one) => ({ register: 'payment', ...one }))
const ofAnyone = statement(fc.constantFrom(null, 'XAA', 'XAB'))
const knownOn = fc.constantFrom('2026-01-01', '2026-01-31', '2026-02-28', '2030-12-31')
const rule = {
  population: { cohort: 'states-parties', at: 'as-of' },
  condition: { some: 'payment' },
  measure: 'share',
}

describe('a statement about the records of one actor', () => {
  it('never changes how another is judged, whatever else is stated', () =>
    fc.assert(
      fc.property(
        fc.array(statement(fc.constantFrom(null, 'XAB')), { maxLength: 6 }),
        fc.array(statement(fc.constant('XAA')), { maxLength: 4 }),
        knownOn,
        (others, own, known) => {
          const [without, withOwn] = [withStated(others, known), withStated([...others, ...own], known)]
          for (const actor of ['XAB', 'XAC'])
            assert.deepEqual(reachOf(withOwn, [actor]), reachOf(without, [actor]))
          const judged = (base: FactBase) => {
            const { XAA: _, ...rest } = states(evaluateOn(base, rule))
            return rest
          }
          assert.deepEqual(judged(withOwn), judged(without))
        },
      ),
    ))

  it('counts from the day it is known, and never before', () =>
    fc.assert(
      fc.property(fc.array(statement(fc.constant('XAA')), { maxLength: 6 }), knownOn, (stated, known) => {
        const later = stated.map((one) => ({ ...one, knownFrom: '2031-01-01' }))
        assert.deepEqual(reachOf(withStated(later, known), ['XAA']), { level: 'none', statedBy: null })
      }),
    ))

  it('is not lifted by a later word about everyone', () =>
    fc.assert(
      fc.property(fc.array(statement(fc.constant(null)), { maxLength: 6 }), (general) => {
        const own: CoverageFact = {
          ...{ register: 'payment', actor: 'XAA', from: '2024-01-01', until: null, level: 'partial' },
          ...{ statedBy: 'XAA', knownFrom: '2026-01-01' },
        }
        const reach = reachOf(withStated([...general, own]), ['XAA'])
        assert.deepEqual(reach, { level: 'partial', statedBy: 'XAA', of: ['XAA'] })
      }),
    ))

  it('of each of them says what one about everyone says, once it is known', () =>
    fc.assert(
      fc.property(fc.array(statement(fc.constant(null)), { maxLength: 6 }), knownOn, (stated, known) => {
        fc.pre(stated.length === 0 || stated.some(({ knownFrom }) => knownFrom <= known))
        const each = actors.flatMap((actor) => stated.map((one) => ({ ...one, actor })))
        const levelOf = ({ of: _, ...reach }: Reach) => reach
        const [whole, single] = [withStated(stated, known), withStated(each, known)]
        for (const whose of [...actors.map((actor) => [actor]), actors, undefined])
          assert.deepEqual(levelOf(reachOf(single, whose)), levelOf(reachOf(whole, whose)))
        const judged = (base: FactBase) => {
          const { reaches: _, ...rest } = evaluateOn(base, rule)
          return rest
        }
        assert.deepEqual(judged(single), judged(whole))
      }),
    ))

  it('tells the same in whichever order the statements came', () =>
    fc.assert(
      fc.property(
        fc
          .array(ofAnyone, { maxLength: 7 })
          .chain((stated) =>
            fc.tuple(fc.constant(stated), fc.shuffledSubarray(stated, { minLength: stated.length })),
          ),
        knownOn,
        ([stated, shuffled], known) => {
          const [one, other] = [withStated(stated, known), withStated(shuffled, known)]
          for (const whose of [['XAA'], ['XAB'], ['XAC'], ['XAA', 'XAB'], undefined])
            assert.deepEqual(reachOf(other, whose), reachOf(one, whose))
        },
      ),
    ))

  it('reaches for several as far as for the one that reaches least', () =>
    fc.assert(
      fc.property(fc.array(ofAnyone, { maxLength: 7 }), (stated) => {
        const base = withStated(stated)
        const end = (reach: Reach): string =>
          reach.level === 'complete' ? '9' : reach.level === 'until' ? reach.lastDay : '0'
        const each = ['XAA', 'XAB', 'XAC'].map((actor) => end(reachOf(base, [actor])))
        assert.equal(end(reachOf(base, ['XAA', 'XAB', 'XAC'])), each.sort()[0])
      }),
    ))
})

describe('whose word a register rests on', () => {
  const complete = (actor: string | null, statedBy: string, knownFrom = '2026-01-10'): CoverageFact => ({
    ...{ register: 'payment', actor, from: '2025-01-01', until: '2026-01-01', level: 'complete' },
    ...{ statedBy, knownFrom },
  })

  it('is said with those it is about; of everyone nobody is named', () => {
    const base = withStated([complete(null, 'Secretariat'), complete('XAA', 'Ministry', '2026-02-10')])
    assert.deepEqual(reachOf(base, ['XAA']), { level: 'complete', statedBy: 'Ministry', of: ['XAA'] })
    assert.deepEqual(reachOf(base, ['XAB']), { level: 'complete', statedBy: 'Secretariat' })
    assert.deepEqual(reachOf(base, ['XAA', 'XAB']), {
      ...{ level: 'complete', statedBy: 'Secretariat; Ministry', of: ['XAA'] },
    })
  })

  it('is declared at the desk where any part of what is pieced together was, whichever came first', () => {
    const half = (from: string, until: string, entered: boolean): CoverageFact => ({
      ...{ ...complete('XAA', entered ? 'Desk' : 'Ministry'), from, until },
      ...(entered ? { entered } : {}),
    })
    for (const first of [true, false])
      for (const second of [true, false]) {
        const stated = [half('2025-01-01', '2025-07-01', first), half('2025-07-01', '2026-01-01', second)]
        const reach = reachOf(withStated(stated), ['XAA'])
        assert.equal(reach.level, 'complete')
        assert.equal(reach.entered === true, first || second, `${first} ${second}`)
      }
    const [desk, later] = [half('2025-01-01', '2025-03-01', true), half('2025-03-01', '2025-07-01', false)]
    assert.deepEqual(reachOf(withStated([desk, later]), ['XAA']), {
      ...{ level: 'until', lastDay: '2025-06-30', statedBy: 'Ministry', of: ['XAA'], entered: true },
    })
  })

  it('one owner’s word is not enough where two promised', () => {
    const base = withStated([complete('XAA', 'Ministry')])
    assert.equal(reachOf(base, ['XAA']).level, 'complete')
    assert.equal(reachOf(base, ['XAA', 'XAB']).level, 'partial')
    assert.equal(reachOf(base).level, 'partial')
    assert.equal(reachOf(base, ['XAB']).level, 'none')
  })

  it('what one takes back opens the register for it, and for whoever counts everyone', () => {
    const back: CoverageFact = { ...complete('XAA', 'Ministry', '2026-02-10'), level: 'partial' }
    const base = withStated([complete(null, 'Secretariat'), back])
    assert.equal(reachOf(base, ['XAA']).level, 'partial')
    assert.equal(reachOf(base, ['XAB']).level, 'complete')
    assert.equal(reachOf(base).level, 'partial')
  })

  it('of two words of one day about the same the one that says less stands', () => {
    const back: CoverageFact = { ...complete('XAA', 'Ministry'), from: '2024-06-01', level: 'none' }
    assert.equal(reachOf(withStated([back, complete('XAA', 'Ministry')]), ['XAA']).level, 'none')
  })

  it('records of certain actors rest on the words about these alone', () => {
    const counted = {
      population: { records: 'payment', where: { actor: { in: '$parties' } } },
      condition: true,
      measure: 'count',
    }
    // The base's own parties: XAA.
    const declared = evaluateOn(withStated([complete('XAA', 'Ministry')]), counted)
    assert.deepEqual([declared.status, declared.value], ['known', 0])
    assert.equal(evaluateOn(withStated([complete('XAB', 'Ministry')]), counted).status, 'not known')
    const ofAll = { ...counted, population: { records: 'payment' } }
    assert.equal(evaluateOn(withStated([complete('XAA', 'Ministry')]), ofAll).status, 'not known')
  })
})
