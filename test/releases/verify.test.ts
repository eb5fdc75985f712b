// What verifying a release finds: a tampered byte, a changed value, a missing member, each by its name.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import canonicalize from 'canonicalize'
import { sourceIdOf } from '../../src/facts/source.ts'
import { canonicalText, decoded, sha256Of } from '../../src/releases/canonical.ts'
import { makeComment } from '../../src/releases/commentary.ts'
import { findingWords } from '../../src/releases/findings.ts'
import { freeze } from '../../src/releases/freeze.ts'
import { writeParts } from '../../src/releases/parts.ts'
import { fileTextOf } from '../../src/releases/read.ts'
import type { Release, ReleasePayload } from '../../src/releases/release.ts'
import { makeKey, readPrivateKey, signText } from '../../src/releases/sign.ts'
import { verifyRelease } from '../../src/releases/verify.ts'
import { small } from './small.ts'

const { release, payloadText } = freeze(small(), () => [])
const fileText = fileTextOf({ ...release, payloadText })
const verify = (text: string, keys: string[] = []) => verifyRelease(Buffer.from(text), 'release.json', keys)

type Found = ReturnType<typeof verify>
const words = (found: Found) =>
  [found.digest, found.signatures, found.commentary, found.references, found.recomputation].flatMap((one) =>
    one.findings.map(findingWords),
  )

/** The file after a change of its payload by someone who computes the digests of the whole and of the parts anew. */
const changed = (change: (payload: ReleasePayload) => void): string => {
  const payload = structuredClone(release.payload)
  change(payload)
  payload.parts = writeParts(payload).digests
  const text = canonicalText(payload)
  return fileTextOf({ ...release, payloadText: text, sha256: sha256Of(text) })
}

const valueIn = (payload: ReleasePayload, indicator: string, reading = 'default', year = 2026) =>
  payload.values.find(
    (value) => value.indicator === indicator && value.reading === reading && value.year === year,
  )!

describe('a release that was not touched', () => {
  test('holds: its plan is installed nowhere, and everything comes from the file', () => {
    const found = verify(fileText)
    assert.deepEqual(words(found), [])
    assert.equal(found.holds, true)
    assert.equal(found.signatures.state, 'none')
    assert.deepEqual([found.recomputation.values, found.recomputation.cohorts], [5, 1])
  })

  test('says 1 of 3, with the State that did not report among the three', () => {
    const { n, d, members } = valueIn(release.payload, '1.1')
    assert.deepEqual([n, d], [1, 3])
    assert.equal(members.find(({ member }) => member === 'XCC')?.state, 'not reported')
  })

  test('writes a sum that is no integer as its decimal text', () => {
    assert.equal(valueIn(release.payload, '1.2').n, 12.5)
    assert.match(payloadText, /"n":\{"decimal":"12\.5"\}/)
  })
})

describe('a tampered byte', () => {
  test('is found by the digest, and the part it stands in is named', () => {
    const found = verify(fileText.replace('"We have a plan."', '"We have a plans"'))
    assert.equal(found.digest.holds, false)
    assert.deepEqual(
      found.digest.findings.map(({ check, place }) => [check, place]),
      [
        ['digest', 'sha256'],
        ['part', 'payload.answers'],
      ],
    )
    assert.equal(found.recomputation.holds, true)
  })

  test('that breaks the canonical form is found with its path', () => {
    const found = verify(fileText.replace('"coversYear":2025,', '"coversYear": 2025,'))
    assert.deepEqual(
      found.digest.findings.map(({ check, place }) => [check, place]),
      [['canonical', 'payload.reports[0].coversYear']],
    )
    assert.equal(found.holds, false)
    assert.equal(verify(`${fileText}\n`).digest.findings[0]?.check, 'canonical')
  })
})

describe('a file that is not byte for byte as it was written', () => {
  const utf16 = (() => {
    const bytes = Buffer.from(`\ufeff${fileText}`, 'utf16le')
    return { le: bytes, be: Buffer.from(bytes).swap16() }
  })()
  const cases: [string, Buffer, string][] = [
    ['a byte order mark before it', Buffer.from(`\ufeff${fileText}`), 'file'],
    ['written in UTF-16 LE', utf16.le, 'file'],
    ['written in UTF-16 BE', utf16.be, 'file'],
    ...(['\ue000', '\ue001', '\\ue000'].map((sign) => [
      `with ${JSON.stringify(sign)} in a quotation`,
      Buffer.from(fileText.replace('We have a plan.', `We have${sign} a plan.`)),
      'payload.answers[0].quotation',
    ]) as [string, Buffer, string][]),
  ]
  for (const [what, bytes, place] of cases)
    test(`${what}: found, though it reads the same`, () => {
      const found = verifyRelease(bytes, 'release.json')
      assert.equal(found.holds, false)
      assert.deepEqual(
        found.digest.findings.map((one) => [one.check, one.place]),
        [['canonical', place]],
      )
    })
})

describe('a change with all digests computed anew', () => {
  const cases: [string, (payload: ReleasePayload) => void, string | RegExp][] = [
    [
      'a value',
      (payload) => {
        valueIn(payload, '1.1').n = 2
      },
      'value 1.1 2026: other figure; the file says 2/3, recomputed 1/3',
    ],
    [
      'a value of another reading',
      (payload) => {
        valueIn(payload, '1.1', 'due-only').d = 2
      },
      'value 1.1 2026 (due-only): other figure; the file says 1/2, recomputed 1/3',
    ],
    [
      'a value of an earlier year',
      (payload) => {
        valueIn(payload, '1.1', 'default', 2025).n = 1
      },
      'value 1.1 2025: other figure; the file says 1/3, recomputed 0/3',
    ],
    [
      'a missing member',
      (payload) => void valueIn(payload, '1.1').members.pop(),
      'member XCC of 1.1 2026: missing in the file; it is not reported',
    ],
    [
      'a member too many',
      (payload) => {
        const { members } = valueIn(payload, '1.1')
        members.push({ ...members[0]!, member: 'XDD', actor: 'XCC' })
      },
      'member XDD (XCC) of 1.1 2026: superfluous; nothing puts it into the population',
    ],
    [
      'a member twice',
      (payload) => void valueIn(payload, '1.1').members.push(valueIn(payload, '1.1').members[2]!),
      'member XCC of 1.1 2026: stands twice',
    ],
    [
      'another state',
      (payload) => {
        valueIn(payload, '1.1').members[0]!.state = 'not counted'
      },
      'member XAA of 1.1 2026: other state; the file says not counted, recomputed counted',
    ],
    [
      'members in another order',
      (payload) => void valueIn(payload, '1.1').members.reverse(),
      'value 1.1 2026: its entries are not in order',
    ],
    [
      'a missing value',
      (payload) => {
        payload.values = payload.values.filter(({ year }) => year !== 2025)
      },
      'value 1.1 2025: missing in the file; the file says nothing, recomputed 0/3',
    ],
    [
      'an answer',
      (payload) => {
        payload.answers[1]!.state = 'yes'
      },
      'value 1.1 2026: other figure; the file says 1/3, recomputed 2/3',
    ],
    [
      'a rule',
      (payload) => {
        payload.rules['1.1']!.measure = 'count'
      },
      /^value 1\.1 2026: computed by another rule; /,
    ],
    [
      'a cohort',
      (payload) => void payload.cohortLists[0]!.members.shift(),
      'cohort bound: member XAA missing in the file',
    ],
    [
      'the text of the plan',
      (payload) => {
        payload.instrument.sourceText += ' '
      },
      'instrument: the digest is not that of the text',
    ],
    [
      'a source',
      (payload) => {
        payload.sources[0]!.title = 'Another page'
      },
      /^source s-[0-9a-f]+: the id is not that of this title, address, publisher and date$/,
    ],
    [
      'a value said to be sealed by what its rule does not read',
      (payload) => {
        valueIn(payload, '1.1').sealed = ['payment']
      },
      'value 1.1 2026: sealed by payment, which its rule does not read',
    ],
    [
      'evidence taken away',
      (payload) => void payload.datums.shift(),
      'member p1 of 1.2 2026: rests on XAA/payment/p1, which is missing',
    ],
    [
      'a fact known only later',
      (payload) => {
        payload.datums[0]!.knownFrom = '2026-07-02'
      },
      /known from 2026-07-02, after 2026-07-01$/,
    ],
    [
      'an exercise without its banner',
      (payload) => {
        payload.banner = null
      },
      'banner: an exercise says that it is one; this does not',
    ],
    [
      'an exercise that says it is a register',
      (payload) => {
        payload.world = 'register'
      },
      'banner: only an exercise has one',
    ],
    [
      'an exercise that says it is a register, without its banner',
      (payload) => {
        payload.world = 'register'
        payload.banner = null
      },
      'world: a register, it says, but every State in it has a code of no State',
    ],
    [
      'a register that rests on a source of an exercise',
      (payload) => {
        payload.world = 'register'
        payload.banner = null
        payload.actors[0]!.id = 'AAA'
        const page = { address: 'https://exercise.example/a', publisher: null, published: null }
        payload.sources = [{ id: sourceIdOf({ title: 'A letter', ...page }), title: 'A letter', ...page }]
      },
      /^source s-[0-9a-f]+: it is of an exercise, and the release says it is a register’s$/,
    ],
    [
      'a rule that needs itself',
      (payload) => {
        payload.let.a = '$b'
        payload.let.b = '$a'
        payload.rules['1.2']!.population = { records: 'payment', where: { paidOn: { lte: '$a' } } }
      },
      'rules: a rule or a name in it needs itself',
    ],
  ]
  for (const [what, change, expected] of cases)
    test(`${what}: found and named`, () => {
      const found = verify(changed(change))
      assert.equal(found.digest.holds, true)
      assert.equal(found.holds, false)
      const said = words(found)
      assert.ok(
        said.some((one) => (typeof expected === 'string' ? one === expected : expected.test(one))),
        said.join('\n'),
      )
    })
})

describe('what a file has no values of', () => {
  test('an indicator whose rule and values were taken out is said, though all else holds', () => {
    const found = verify(
      changed((payload) => {
        delete payload.rules['1.2']
        payload.values = payload.values.filter(({ indicator }) => indicator !== '1.2')
      }),
    )
    assert.deepEqual(found.recomputation.without, { indicators: ['1.2'], years: [] })
    assert.deepEqual(verify(fileText).recomputation.without, { indicators: [], years: [] })
  })

  test('a year taken out of the plan’s period is said', () => {
    const found = verify(
      changed((payload) => {
        payload.instrument.years = [2026, 2027]
        payload.values = payload.values.filter(({ year }) => year !== 2025)
      }),
    )
    assert.deepEqual(found.recomputation.without, { indicators: [], years: [2025] })
  })
})

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
