// What is sent with a table, from the preview to storing: the same bytes come out, and nothing that was not packed.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { packSent, unpackSent } from '../../src/mappings/sent.ts'

const largest = 1024 * 1024
const file = fc.record(
  { name: fc.string(), bytes: fc.uint8Array({ maxLength: 300 }) },
  { noNullPrototype: true },
)

describe('what is sent with a table', () => {
  it('comes out as it went in: every file byte by byte, whose facts, and the day', () =>
    fc.assert(
      fc.property(
        file,
        fc.array(fc.tuple(fc.string(), file), { maxLength: 3 }),
        fc.option(fc.string(), { nil: undefined }),
        fc.option(fc.constant('2027-11-30'), { nil: undefined }),
        (first, others, actor, receivedOn) => {
          const sent = { handed: { file: first, beside: new Map(others) }, actor, receivedOn }
          assert.deepEqual(unpackSent(packSent(sent), largest), sent)
        },
      ),
    ))

  it('is nothing where it was not packed here, was cut, or is larger than may be', () => {
    const packed = packSent({
      handed: { file: { name: 'a.csv', bytes: new Uint8Array(5000) }, beside: new Map() },
    })
    assert.notEqual(unpackSent(packed, largest), undefined)
    assert.equal(unpackSent(packed, 4000), undefined)
    assert.equal(unpackSent(packed.slice(0, -9), largest), undefined)
    const textOf = (text: string) => gzipSync(text).toString('base64url')
    for (const text of [
      '',
      'no head',
      '{}\n',
      '{"files":[]}\n',
      '{"files":[{"table":"a","name":"a","size":0}]}\n',
    ])
      assert.equal(unpackSent(textOf(text), largest), undefined, text)
    assert.equal(
      unpackSent(textOf('{"files":[{"table":null,"name":"a","size":9}]}\nabc'), largest),
      undefined,
    )
    for (const text of ['', 'H4sI', '?']) assert.equal(unpackSent(text, largest), undefined, text)
  })
})
