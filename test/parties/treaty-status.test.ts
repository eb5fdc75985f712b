import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { loadRegister } from '../../src/load.ts'
import { shippedStatus } from '../../src/parties/status-csv.ts'
import { listTreaties, showTreaty } from '../../src/parties/treaty-status.ts'
import { Problem } from '../../src/problem.ts'
import { inTestWorld } from '../world.ts'

describe('the status of treaties in the real register', () => {
  test('every treaty that ships, with the source’s own counts beside ours', () =>
    inTestWorld(async (db) => {
      await loadRegister(db)
      const on = { asOf: '2026-02-03', knownOn: '2026-02-03' }
      const listed = await listTreaties(db, on)
      assert.deepEqual(
        listed.map((one) => one.treaty).sort(),
        shippedStatus()
          .map((one) => one.source.treaty)
          .sort(),
      )
      for (const { source } of shippedStatus()) {
        const shown = await showTreaty(db, { treaty: source.treaty, ...on })
        assert.deepEqual(shown.stated, {
          signatories: source.signatories,
          parties: source.parties,
          asOf: source.asOf,
        })
        assert.equal(shown.counts.party + shown.counts.organisations, source.parties, source.treaty)
        assert.equal(shown.inForceFrom, source.inForceFrom)
      }
      assert.deepEqual(
        listed.filter((one) => one.basis === 'in force').map((one) => one.treaty),
        ['mine-ban'],
      )

      const shown = await showTreaty(db, { treaty: 'mine-ban', asOf: '2026-11-21', knownOn: '2026-11-21' })
      assert.equal(shown.counts.party, 161)
      assert.equal(shown.counts.left, 5)
      const events = shown.events.map((event) => `${event.on} ${event.kind}`)
      for (const event of [
        '1997-12-03 first-signatures',
        '1999-03-01 in-force',
        '2004-11-29 review-conference',
        '2025-12-27 withdrawal',
        '2026-02-20 withdrawal',
      ])
        assert.ok(events.includes(event), event)
      // Only its year is known of the Twenty-Third Meeting, and the year is not over.
      assert.ok(!events.includes('2026 meeting-of-states-parties'))
      assert.ok(shown.meetings.some((meeting) => meeting.code === '23MSP' && meeting.when === '2026'))

      // Before the notifications of 27 June 2025 nobody knew of them.
      const before = await showTreaty(db, { treaty: 'mine-ban', asOf: '2025-06-30', knownOn: '2025-06-26' })
      assert.equal(before.counts.leaving, 0)
      await assert.rejects(
        showTreaty(db, { treaty: 'nobody', ...on }),
        (error) => error instanceof Problem && error.type === 'not-found' && /arms-trade/.test(error.message),
      )
    }))
})
