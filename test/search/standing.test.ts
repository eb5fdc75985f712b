// Which facts stand and which are still to be read, as writes come.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { createStanding } from '../../src/search/standing.ts'

const of = (...actors: [actor: string, ...ids: string[]][]) =>
  new Map(actors.map(([actor, ...ids]) => [actor, ids]))

describe('the facts that may be found', () => {
  it('are all to be read at first, and fewer with each that was', () => {
    const standing = createStanding()
    assert.deepEqual(standing.settle(of(['XAB', 'c'], ['XAA', 'a', 'b'])), [])
    assert.deepEqual([standing.size, standing.missing], [3, 3])
    standing.noteRead({ actor: 'XAA', id: 'a' })
    standing.noteRead({ actor: 'XAA', id: 'never heard of' })
    assert.deepEqual([standing.size, standing.missing], [3, 2])
    assert.deepEqual(standing.listMissing(), [
      { actor: 'XAA', id: 'b' },
      { actor: 'XAB', id: 'c' },
    ])
  })

  it('of the actors named alone take the place of what stood; what stands no more is neither had nor missing', () => {
    const standing = createStanding()
    standing.settle(of(['XAA', 'a', 'b'], ['XAB', 'c']))
    standing.noteRead({ actor: 'XAA', id: 'a' })
    assert.deepEqual(standing.settle(of(['XAA', 'd']), ['XAA']), [
      { actor: 'XAA', id: 'a' },
      { actor: 'XAA', id: 'b' },
    ])
    assert.deepEqual(
      ['a', 'b', 'd'].map((id) => standing.has({ actor: 'XAA', id })),
      [false, false, true],
    )
    assert.ok(standing.has({ actor: 'XAB', id: 'c' }))
    assert.deepEqual(standing.listMissing(), [
      { actor: 'XAA', id: 'd' },
      { actor: 'XAB', id: 'c' },
    ])
    // Nobody named is everybody: of whom nothing is given, nothing stands.
    assert.deepEqual(standing.settle(of(['XAA', 'd'])), [{ actor: 'XAB', id: 'c' }])
    assert.deepEqual([standing.size, standing.missing], [1, 1])
  })

  it('are to be read again where what was said of them is no longer so', () => {
    const standing = createStanding()
    standing.settle(of(['XAA', 'a'], ['XAB', 'b']))
    for (const [actor, id] of [
      ['XAA', 'a'],
      ['XAB', 'b'],
    ] as const)
      standing.noteRead({ actor, id })
    standing.outdate('XAC')
    assert.equal(standing.missing, 0)
    standing.outdate('XAB')
    assert.deepEqual(standing.listMissing(), [{ actor: 'XAB', id: 'b' }])
    standing.outdateAll()
    assert.equal(standing.missing, 2)
  })
})
