// What verifying a release finds: a tampered byte, a changed value, a missing member, each by its name.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { sourceIdOf } from '../../src/facts/source.ts'
import type { ReleasePayload } from '../../src/releases/release.ts'
import { verifyRelease } from '../../src/releases/verify.ts'
import { changed, fileText, payloadText, release, valueIn, verify, words } from './verifying.ts'

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
