import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { currentVersion, type Report } from '../../src/reports/report.ts'
import { type HeldVersion, planSubmissions } from '../../src/reports/versions.ts'

const reportOn = (receivedOn: string, mark: number): Report => ({
  actor: 'XAA',
  obligation: 'yearly',
  coversYear: 2024,
  subject: null,
  receivedOn,
  version: null,
  language: null,
  document: { mark },
  source: null,
  answers: [],
})

const submission = fc.record({ day: fc.integer({ min: 1, max: 28 }), mark: fc.integer({ min: 0, max: 3 }) })

describe('versions of a report', () => {
  it('however reports come in, numbers have no gaps, repeated content adds nothing, the last received is current', () => {
    fc.assert(
      fc.property(fc.array(submission, { maxLength: 12 }), (submissions) => {
        let held: HeldVersion[] = []
        let id = 0
        for (const { day, mark } of submissions) {
          const report = reportOn(`2025-04-${String(day).padStart(2, '0')}`, mark)
          const plan = planSubmissions([{ report, place: {} }], held, () => `id-${id++}`)
          assert.deepEqual(plan.issues, [])
          const before = held
          held = [
            ...held,
            ...plan.submissions.map((one) => ({
              ...report,
              reportId: one.reportId,
              version: one.version,
              sha256: one.sha256,
            })),
          ]
          assert.equal(held.length - before.length + plan.alreadyRecorded.length, 1)
        }
        assert.deepEqual(
          held.map((one) => one.version),
          held.map((_, i) => i + 1),
        )
        assert.equal(new Set(held.map((one) => one.sha256)).size, held.length)
        const distinct = new Set(submissions.map(({ day, mark }) => `${day} ${mark}`))
        assert.equal(held.length, distinct.size)
        const lastDay = held
          .map((one) => one.receivedOn)
          .sort()
          .at(-1)
        const ofThatDay = held.filter((one) => one.receivedOn === lastDay)
        assert.equal(currentVersion(held)?.version, ofThatDay.at(-1)?.version)
      }),
    )
  })
})
