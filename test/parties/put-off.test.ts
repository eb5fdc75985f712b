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

  it('waits where the dates of the conflict are too vague to tell', () => {
    const end = (heldEdtf: string, heldFrom: string, heldUntil: string | null) => {
      const vague = { ...conflict(heldFrom, heldUntil), heldEdtf }
      const [membership] = membershipsFor(withConflicts(acts, rules, [vague]), rules)
      return [membership!.until, membership!.unknownFrom]
    }
    // Since some day of the year in which the six months are over: perhaps before, perhaps after.
    assert.deepEqual(end('2027', '2027-01-01', null), [null, '2027-09-15'])
    assert.deepEqual(end('2026', '2026-01-01', null), [null, null])
    // Ended in a year: from its first day on nobody can say whether the withdrawal has taken effect.
    assert.deepEqual(end('2026/2028', '2026-01-01', '2029-01-01'), [null, '2028-01-01'])
    assert.deepEqual(end('2026/2027', '2026-01-01', '2028-01-01'), [null, '2027-09-15'])
    assert.deepEqual(end('2026-04-02/2027-11-30', '2026-04-02', '2027-12-01'), ['2027-12-01', null])
  })

  it('stands on the day that the register gives', () => {
    const registered = acts.map((one) =>
      one.kind === 'withdrawal' ? { ...one, effectiveOn: '2027-09-15' } : one,
    )
    const [membership] = membershipsFor(
      withConflicts(registered, rules, [conflict('2026-04-02', null)]),
      rules,
    )
    assert.equal(membership!.until, '2027-09-15')
  })

  it('consent given again while it goes on makes no second membership', () => {
    const again = [...acts, act('ratification', '2028-03-15')]
    const memberships = membershipsFor(withConflicts(again, rules, [conflict('2026-04-02', null)]), rules)
    assert.deepEqual(
      memberships.map(({ from, until: end }) => [from, end]),
      [['2013-03-01', null]],
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
