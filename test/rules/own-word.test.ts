// What follows of the words of several that their records are one.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { joinedBy } from '../../src/rules/own-word.ts'

type Record = { id: string; actor: string }

const record = (id: string): Record => ({ id, actor: id[0]! })
const join = (ids: string, words: string, anyones = false) => {
  const records = ids.split(' ').map(record)
  const find = (id: string) => records.find((one) => one.id === id)!
  const said = words
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => word.split('>') as [string, string])
    .map(([from, to]) => ({ from: find(from), to: find(to) }))
  const { groups, unsure } = joinedBy(records, said, anyones)
  return {
    groups: groups.map((group) => group.map(({ id }) => id).join(' ')),
    unsure: unsure.map(({ between: [a, b], writers }) => `${a.id} ${b.id}: ${writers.join(' ')}`),
  }
}

describe('words that records are one', () => {
  it("join another's record to one's own, and one's own to each other", () => {
    assert.deepEqual(join('a1 b1', 'a1>b1'), { groups: ['a1 b1'], unsure: [] })
    assert.deepEqual(join('a1 a2 b1', 'a1>a2 b1>a2'), { groups: ['a1 a2 b1'], unsure: [] })
    assert.deepEqual(join('a1 b1 c1', 'a1>b1 a1>c1'), { groups: ['a1 b1 c1'], unsure: [] })
  })

  it('make no one of two that another wrote down, who says nothing of it', () => {
    assert.deepEqual(join('a1 b1 b2', 'a1>b1 a1>b2'), { groups: ['a1 b1'], unsure: ['a1 b2: b'] })
    assert.deepEqual(join('a1 b1 b2', 'a1>b1 a1>b2', true), { groups: ['a1 b1 b2'], unsure: [] })
    assert.deepEqual(join('a1 a2 b1 b2', 'a1>b1 a2>b2 a1>a2').unsure, ['a2 b2: b'])
    assert.deepEqual(join('a1 b1 b2', 'a1>b1 a1>b2 b1>b2').groups, ['a1 b1 b2'])
    assert.deepEqual(join('a1 b1 b2', 'b1>a1 b2>a1 a1>b1').groups, ['a1 b1 b2'])
  })

  it('are followed where both say it before one alone does', () => {
    assert.deepEqual(join('a1 b1 b2', 'a1>b1 a1>b2 b2>a1'), { groups: ['a1 b2'], unsure: ['a1 b1: b'] })
  })

  it("never bring two of one writer together that its own words do not, and ask for that writer's", () =>
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom('a1', 'a2', 'a3'), fc.constantFrom('b1', 'b2', 'c1', 'a1'))),
        (words) => {
          const said = words.filter(([from, to]) => from !== to).map((word) => word.join('>'))
          const { groups, unsure } = join('a1 a2 a3 b1 b2 c1', said.join(' '))
          assert.ok(groups.every((group) => !(group.includes('b1') && group.includes('b2'))))
          assert.ok(unsure.every((one) => one.endsWith(': b')))
        },
      ),
    ))
})
