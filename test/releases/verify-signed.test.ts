// What verifying finds of signatures, and of files that are no releases.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import canonicalize from 'canonicalize'
import { canonicalText, decoded } from '../../src/formats/canonical.ts'
import { makeComment } from '../../src/releases/commentary.ts'
import { fileTextOf } from '../../src/releases/read.ts'
import type { Release } from '../../src/releases/release.ts'
import { makeKey, readPrivateKey, signText } from '../../src/releases/sign.ts'
import { fileText, payloadText, release, verify, words } from './verifying.ts'

describe('signatures', () => {
  const { privatePem, publicKey } = makeKey()
  const key = readPrivateKey(privatePem, 'key.pem')
  const signed = (by: Release['signatures'], text = payloadText) =>
    fileTextOf({ ...release, payloadText: text, signatures: by })

  test('valid, by a key that is not known here, or by one that was asked for', () => {
    const text = signed([signText(payloadText, key)])
    assert.equal(verify(text).signatures.found[0]?.trusted, false)
    assert.equal(verify(text).holds, true)
    assert.equal(verify(text, [publicKey]).signatures.found[0]?.trusted, true)
    assert.equal(verify(text, [publicKey]).holds, true)
  })

  test('of another text are invalid; none, where one was asked for, fails', () => {
    const found = verify(signed([signText(`${payloadText} `, key)]))
    assert.equal(found.signatures.state, 'invalid')
    assert.deepEqual(words(found), [`signatures: the signature by key ${publicKey} is invalid`])
    assert.equal(verify(fileText, [publicKey]).signatures.holds, false)
    assert.throws(() => readPrivateKey('none', 'key.pem'), { type: 'input-unreadable' })
  })

  test('of a comment are checked with it; a comment that was changed is named', () => {
    const comment = makeComment(release, { text: 'Words.', by: 'A committee', on: '2026-07-02' })
    const beside = (one: Release['commentary'][number]) =>
      fileTextOf({ ...release, payloadText, commentary: [one] })
    assert.equal(verify(beside(comment)).holds, true)
    assert.deepEqual(words(verify(beside({ ...comment, text: 'Other words.' }))), [
      'commentary[0]: it was changed, or made for another release: its digest does not match',
    ])
  })
})

describe('files that are no releases', () => {
  const refused = (text: string, type: string, message: RegExp) =>
    assert.throws(
      () => verify(text),
      (error: { type: string; issues: { message: string; path?: string }[] }) => {
        assert.equal(error.type, type)
        assert.match(error.issues.map(({ path, message: said }) => `${path}: ${said}`).join('\n'), message)
        return true
      },
    )
  const cases: [string, string, string, RegExp][] = [
    ['no JSON', 'release', 'input-unreadable', /not JSON/],
    ['cut off', fileText.slice(0, -40), 'input-unreadable', /ends too early/],
    ['nested without end', '['.repeat(100_000) + ']'.repeat(100_000), 'input-unreadable', /deeper than 64/],
    [
      'a key twice',
      fileText.replace('{"commentary"', '{"sha256":"","commentary"'),
      'input-unreadable',
      /given twice/,
    ],
    [
      'an unknown field',
      fileText.replace('{"commentary"', '{"clock":1,"commentary"'),
      'input-rejected',
      /clock/i,
    ],
    [
      'a key called __proto__',
      fileText.replace('"document":{', '"document":{"__proto__":{"a":1},'),
      'input-rejected',
      /__proto__/,
    ],
    [
      'a number that is no integer',
      fileText.replace('"coversYear":2025', '"coversYear":2025.5'),
      'input-rejected',
      /coversYear: A release holds safe integers only/,
    ],
    [
      'a huge number',
      fileText.replace('"coversYear":2025', '"coversYear":1e400'),
      'input-rejected',
      /safe integers/,
    ],
    [
      'a decimal that is an integer',
      fileText.replace('{"decimal":"12.5"}', '{"decimal":"12.0"}'),
      'input-rejected',
      /payload/,
    ],
    ['another format', fileText.replace('pacta-release/1', 'pacta-release/2'), 'input-rejected', /format/],
    [
      'a day that is none',
      fileText.replace('"knownOn":"2026-07-01"', '"knownOn":"2026-02-31"'),
      'input-rejected',
      /knownOn/,
    ],
    ['only a list', '[]', 'input-rejected', /object/],
  ]
  for (const [what, text, type, message] of cases)
    test(`${what}: refused with words`, () => {
      assert.notEqual(text, fileText)
      refused(text, type, message)
    })
})

test('numbers are written in one form and read back as they were', () => {
  for (const number of [0, 1, -7, 12.5, 1e-7, 1e21, 0.1 + 0.2, 2 ** 53])
    assert.equal(decoded(JSON.parse(canonicalText(number))), number)
  assert.equal(canonicalText({ b: 0.5, a: -0, c: undefined }), '{"a":0,"b":{"decimal":"0.5"}}')
  assert.throws(() => canonicalText(Number.NaN), RangeError)
  assert.throws(() => canonicalText('\ud800'), RangeError)
})

test('the written form is that of RFC 8785', () => {
  const odd = {
    '\u20ac': 'Euro',
    '\r': '\n\u0000',
    '\ud83d\ude00': [null, true],
    ö: {},
    1: [],
    '': '\u2028"\\/',
  }
  assert.equal(canonicalText(odd), canonicalize(odd))
  const raw = JSON.parse(payloadText)
  assert.equal(canonicalText(raw), canonicalize(raw))
})
