import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { URI } from 'otpauth'
import {
  base32,
  inGroups,
  newRecoveryCodes,
  newSecret,
  otpAddress,
  recoveryDigest,
} from '../../src/accounts/second-factor.ts'

describe('the second factor', () => {
  it('has its secret in base 32, as RFC 4648 gives it', () => {
    const cases = {
      '': '',
      f: 'MY',
      fo: 'MZXQ',
      foo: 'MZXW6',
      foob: 'MZXW6YQ',
      fooba: 'MZXW6YTB',
      foobar: 'MZXW6YTBOI',
    }
    for (const [text, encoded] of Object.entries(cases)) assert.equal(base32(Buffer.from(text)), encoded)
  })

  it('has a secret of 160 bits that authenticator apps read from its picture', () => {
    const secret = newSecret()
    assert.match(secret, /^[A-Z2-7]{32}$/)
    assert.equal(inGroups(secret).replaceAll(' ', ''), secret)
    const read = URI.parse(otpAddress(secret, 'Pacta', 'oyun+a@example.org'))
    assert.deepEqual([read.issuer, read.label, read.secret.base32], ['Pacta', 'oyun+a@example.org', secret])
  })

  it('has recovery codes that are each other’s like in nothing, and known however they are typed', () => {
    const codes = newRecoveryCodes()
    assert.equal(new Set([...codes, ...newRecoveryCodes()]).size, 20)
    for (const code of codes) assert.match(code, /^([a-z2-7]{4}-){3}[a-z2-7]{4}$/)
    assert.equal(recoveryDigest('ABCD efgh 1jk0 2345'), recoveryDigest('abcd-efgh-ljko-2345'))
    assert.notEqual(recoveryDigest('abcd-efgh-ljko-2345'), recoveryDigest('abcd-efgh-ljko-2346'))
  })
})
