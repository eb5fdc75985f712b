// A release in which one State has said of its own records that they are not complete: it is frozen with whose records the
// word is about, and verified from the file alone. Where nobody has, nothing is written of it.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { freeze } from '../../src/releases/freeze.ts'
import { fileTextOf } from '../../src/releases/read.ts'
import type { ReleaseCoverage } from '../../src/releases/release.ts'
import { small } from './small.ts'
import { payloadText, valueIn, verify, words } from './verifying.ts'

const own: ReleaseCoverage = {
  ...{ register: 'yearly-report', actor: 'XCC', from: '2020-01-01', until: '2027-01-01' },
  ...{ level: 'partial', statedBy: 'The archive of XCC', knownFrom: '2026-06-30' },
}

describe('a word about the records of one State in a release', () => {
  const given = small()
  const frozen = freeze({ ...given, coverage: [...given.coverage, own] }, () => [])

  test('judges that State alone', () => {
    const stateOf = (member: string, release = frozen.release) =>
      valueIn(release.payload, '1.1').members.find((one) => one.member === member)?.state
    const before = freeze(given, () => []).release
    assert.deepEqual([stateOf('XCC', before), stateOf('XCC')], ['not reported', 'unknown'])
    for (const member of ['XAA', 'XBB']) assert.equal(stateOf(member), stateOf(member, before))
  })

  test('is verified from the file alone', () => {
    const found = verify(fileTextOf({ ...frozen.release, payloadText: frozen.payloadText }))
    assert.deepEqual(words(found), [])
    assert.equal(found.holds, true)
    assert.match(frozen.payloadText, /"coverage":\[[^\]]*"actor":"XCC"/)
  })

  test('is not written where there is none: releases of before have the bytes they had', () => {
    const coverage = /"coverage":\[\{[^\]]*\]/.exec(payloadText)?.[0] ?? ''
    assert.match(coverage, /"register":"payment"/)
    assert.doesNotMatch(coverage, /"actor"|"of"/)
  })
})
