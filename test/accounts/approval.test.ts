// Where a thing on its way stands: by its owners, what they decided, and what it says now.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { type Decision, type DecisionWord, decisions, standingOf } from '../../src/accounts/approval.ts'

const decided = (
  decision: DecisionWord,
  owner = 'XQO',
  sha256 = 'now',
  note: string | null = null,
): Decision => ({
  owner,
  agent: 'person:1',
  decision,
  sha256,
  note,
  decidedAt: '2027-01-01T00:00:00.000Z',
})

const owners = ['XQO', 'xqo-national-society']
const anyDecision = fc.record({
  owner: fc.constantFrom(...owners, 'XAU'),
  agent: fc.constantFrom('person:1', 'person:2'),
  decision: fc.constantFrom(...decisions),
  sha256: fc.constantFrom('now', 'before'),
  note: fc.constant('why'),
  decidedAt: fc.constant('2027-01-01T00:00:00.000Z'),
})

describe('the state of a thing on its way', () => {
  test('it is a draft until each of its owners has approved it', () => {
    const one = standingOf(owners, [decided('approved')], 'now')
    assert.deepEqual([one.state, one.approved, one.of], ['draft', 1, 2])
    const two = standingOf(owners, [decided('approved'), decided('approved', owners[1])], 'now')
    assert.deepEqual([two.state, two.approved, two.of], ['approved', 2, 2])
  })

  test('an edit after an approval makes it a draft again, whatever was decided', () =>
    fc.assert(
      fc.property(fc.array(anyDecision), (made) => {
        const edited = standingOf(owners, made, 'after the edit')
        assert.deepEqual([edited.state, edited.approved, edited.asked], ['draft', 0, null])
      }),
    ))

  test('it is approved exactly where the latest word of each owner approves what it says', () =>
    fc.assert(
      fc.property(fc.array(anyDecision), (made) => {
        const isApproved = owners.every((owner) => {
          const own = made.filter((one) => one.owner === owner && one.decision !== 'asked')
          return own.at(-1)?.decision === 'approved' && own.at(-1)?.sha256 === 'now'
        })
        assert.equal(standingOf(owners, made, 'now').state, isApproved ? 'approved' : 'draft')
      }),
    ))

  test('what an owner withdraws or returns counts no more, and of others nothing counts', () => {
    const both = [decided('approved'), decided('approved', owners[1])]
    assert.equal(standingOf(owners, [...both, decided('withdrawn')], 'now').approved, 1)
    assert.equal(standingOf(owners, [...both, decided('returned')], 'now').state, 'draft')
    assert.equal(standingOf(['XQO'], [decided('approved', 'XAU')], 'now').approved, 0)
    assert.equal(standingOf([], both, 'now').state, 'draft')
  })

  test('a return stays open until something is changed or called ready again, and its note until it is approved', () => {
    const back = decided('returned', 'XQO', 'now', 'The source is missing.')
    const returned = standingOf(['XQO'], [decided('asked'), back], 'now')
    assert.equal(returned.returned?.isOpen, true)
    assert.equal(returned.asked, null)
    const edited = standingOf(['XQO'], [decided('asked'), back], 'edited')
    assert.deepEqual([edited.returned?.note, edited.returned?.isOpen], ['The source is missing.', false])
    const again = standingOf(['XQO'], [back, decided('asked', 'XQO', 'edited')], 'edited')
    assert.equal(again.asked?.decision, 'asked')
    // Called ready again as it was, it is not called changed.
    const same = standingOf(['XQO'], [back, decided('asked')], 'now')
    assert.deepEqual(
      [edited, same].map(({ returned }) => [returned?.isOpen, returned?.isChanged]),
      [
        [false, true],
        [false, false],
      ],
    )
    const approved = standingOf(['XQO'], [back, decided('approved', 'XQO', 'edited')], 'edited')
    assert.equal(approved.returned, null)
  })

  test('what is published is published', () => {
    assert.equal(standingOf(owners, [decided('returned')], 'now', true).state, 'published')
  })
})
