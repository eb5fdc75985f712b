import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { isMailAddress, onOneLine } from '../../src/accounts/letter.ts'

describe('an address for letters', () => {
  it('is one address and nothing else', () => {
    for (const address of [
      'tuya@example.org',
      'b.bold+pacta@mfa.example.org',
      "o'neil@example.org",
      'дорж@жишээ.example.org',
    ])
      assert.ok(isMailAddress(address), address)
    for (const text of [
      '',
      'tuya',
      '@example.org',
      'tuya@',
      'tuya@example.org,other@example.org',
      'tuya@example.org\r\nBcc: all@example.org',
      'tuya@example.org\u2028x',
      'Tuya <tuya@example.org>',
      'tuya@@example.org',
      'tu ya@example.org',
      `${'a'.repeat(65)}@example.org`,
      `tuya@${'a'.repeat(250)}.org`,
    ])
      assert.ok(!isMailAddress(text), JSON.stringify(text))
  })

  it('never holds what ends a line or divides addresses', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        for (const address of [text, `a${text}@example.org`, `a@${text}example.org`])
          if (isMailAddress(address)) assert.doesNotMatch(address, /[\s\p{Cc}\p{Zl}\p{Zp},;<>]/u)
      }),
    ))
})

describe('words in a header', () => {
  it('stand on one line, whatever was typed', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (words) => {
        const line = onOneLine(`x\r\nBcc: all@example.org${words}`)
        assert.doesNotMatch(line, /[\p{Cc}\p{Zl}\p{Zp}]/u)
        assert.ok(line.length <= 200)
      }),
    ))
})
