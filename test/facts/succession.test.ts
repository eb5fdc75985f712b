import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { type DatumDraft, knownOn } from '../../src/facts/datum.ts'
import { checkSuccession } from '../../src/facts/succession.ts'

const draft = (externalId: string, supersedes: string | null, knownFrom = '2025-01-01'): DatumDraft => ({
  externalId,
  actor: 'XAA',
  kind: 'outreach',
  subject: null,
  heldFrom: null,
  heldUntil: null,
  heldEdtf: null,
  knownFrom,
  supersedes,
  retracts: null,
  source: null,
  locator: null,
  quotation: null,
  language: null,
  tier: 'public',
  body: {},
  place: { file: 'f.csv', line: 1 },
})

describe('rows that supersede rows', () => {
  it('a circle is found wherever it is, and only where there is one', () => {
    const targets = fc.array(fc.option(fc.nat({ max: 9 })), { minLength: 1, maxLength: 10 })
    fc.assert(
      fc.property(targets, (list) => {
        const target = list.map((one) => (one === null ? null : one % list.length))
        const { issues } = checkSuccession(
          target.map((one, i) => draft(`r${i}`, one === null ? null : `r${one}`)),
          [],
        )
        const circular = target.some((_, start) => {
          let at: number | null | undefined = start
          for (let step = 0; step <= target.length && at !== null; step++) at = target[at!]
          return at !== null
        })
        assert.equal(
          issues.some((issue) => issue.message.includes('circle')),
          circular,
        )
      }),
    )
  })

  it('of many rows that supersede one the first stands, and each of the others names it', () => {
    const many = Array.from({ length: 20_000 }, (_, i) => draft(`r${i}`, 'old'))
    const { issues, refused } = checkSuccession([draft('old', null), ...many], [])
    assert.equal(issues.length, 19_999)
    assert.equal(refused.has(many[0]!), false)
    assert.ok(issues.every((issue) => issue.expected === 'r0'))
  })

  it('a chain of any length is no circle, and closed it is one', () => {
    const chain = Array.from({ length: 20_000 }, (_, i) => draft(`r${i}`, i === 0 ? null : `r${i - 1}`))
    assert.deepEqual(checkSuccession(chain.toReversed(), []).issues, [])
    const closed = [draft('r0', 'r19999'), ...chain.slice(1)]
    const { issues, refused } = checkSuccession(closed, [])
    assert.equal(issues.length, 1)
    assert.equal(refused.size, 20_000)
  })

  it('of a chain exactly the last one known holds, whatever the order of the rows', () => {
    const days = fc.uniqueArray(fc.integer({ min: 1, max: 28 }), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 28 }), fc.boolean(), (list, today, backwards) => {
        const day = (n: number) => `2025-01-${String(n).padStart(2, '0')}`
        const chain = list
          .sort((a, b) => a - b)
          .map((n, i) => ({
            datumId: `${i}`,
            knownFrom: day(n),
            supersedes: i === 0 ? null : `${i - 1}`,
            retracts: null,
          }))
        const held = knownOn(backwards ? chain.toReversed() : chain, day(today))
        const expected = chain.filter((one) => one.knownFrom <= day(today)).at(-1)
        assert.deepEqual(held, expected === undefined ? [] : [expected])
      }),
    )
  })
})
