import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { membershipsFor } from '../../src/parties/membership.ts'
import { membershipHistory } from '../../src/parties/membership-history.ts'
import { conflictsFrom, withConflicts } from '../../src/parties/put-off.ts'
import { findTreaty } from '../../src/parties/treaty.ts'

const rules = findTreaty('mine-ban')!
const act = (kind: 'ratification' | 'withdrawal', notifiedOn: string) => ({
  ...{ actor: 'XOV', actorId: 'XOV', name: 'Ovremija', kind, notifiedOn, effectiveOn: null },
})
const acts = [act('ratification', '2012-09-11'), act('withdrawal', '2027-03-15')]
const conflict = (heldFrom: string | null, heldUntil: string | null, actor = 'XOV') => ({
  ...{ actor, heldFrom, heldUntil },
})
const until = (conflicts: ReturnType<typeof conflict>[]) =>
  membershipsFor(withConflicts(acts, rules, conflicts), rules)[0]!.until

describe('a withdrawal during an armed conflict', () => {
  it('takes effect six months after the receipt where there is none', () => {
    assert.equal(until([]), '2027-09-15')
    // Of another State, over by then, begun on the day after, or at a time that no source gives.
    const elsewhere = [
      conflict('2026-01-01', null, 'XAU'),
      conflict('2026-01-01', '2027-09-15'),
      conflict('2027-09-16', null),
      conflict(null, null),
    ]
    assert.equal(until(elsewhere), '2027-09-15')
  })

  it('does not take effect while the conflict goes on, and does when it ends', () => {
    assert.equal(until([conflict('2026-04-02', null)]), null)
    assert.equal(until([conflict('2026-04-02', '2027-12-01')]), '2027-12-01')
    // A second one that began before the first ended.
    assert.equal(
      until([conflict('2026-04-02', '2027-12-01'), conflict('2027-11-01', '2028-02-01')]),
      '2028-02-01',
    )
  })

  it('leaves the State a party in the history of the treaty, its notification in sight', () => {
    const { participants } = membershipHistory(acts, {
      ...{ rules, asOf: '2027-12-31', sourceDate: '2027-12-31' },
      conflicts: [conflict('2026-04-02', null)],
    })
    assert.deepEqual(
      participants.map(({ standing, until: end, acts: own }) => [standing, end, own.length]),
      [['party', null, 2]],
    )
  })

  it('is put off to no earlier day, whatever the conflicts', () => {
    const day = fc
      .integer({ min: 0, max: 900 })
      .map((n) => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10))
    const span = fc.tuple(day, fc.option(day)).filter(([from, to]) => to === null || from < to)
    fc.assert(
      fc.property(fc.array(span, { maxLength: 6 }), (spans) => {
        const conflicts = spans.map(([from, to]) => conflict(from, to))
        const end = until(conflicts)
        assert.ok(end === null || end >= '2027-09-15')
        if (end !== null) assert.deepEqual(conflictsFrom(conflicts, end), [])
      }),
    )
  })
})
