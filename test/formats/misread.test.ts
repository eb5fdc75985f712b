// A text of one byte a letter that was read in the wrong encoding.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { isPlainlyUnicode, misreadIn } from '../../src/formats/misread.ts'

const read = (bytes: Uint8Array, encoding: string) =>
  misreadIn(new TextDecoder(encoding).decode(bytes), bytes, encoding)

/** "Le traité\nd’Onde, à Évreux" in each encoding. */
const western = new Uint8Array(Buffer.from('Le traité\nd\u0092Onde, à Évreux', 'latin1'))
const macintosh = new Uint8Array(Buffer.from('Le trait\u008e\nd\u00d5Onde, \u0088 \u0083vreux', 'latin1'))

describe('a text in the wrong encoding', () => {
  it('is known by letters that no word has, with its line', () => {
    assert.deepEqual(read(western, 'macintosh'), {
      line: 1,
      found: 'traitÈ',
      other: 'windows-1252',
      asOther: 'traité',
    })
    assert.equal(read(macintosh, 'windows-1252')?.asOther, 'traité')
  })

  it('is left alone in its own, and in encodings of which nothing is known', () => {
    assert.equal(read(macintosh, 'macintosh'), undefined)
    assert.equal(read(western, 'windows-1252'), undefined)
    assert.equal(read(western, 'windows-1251'), undefined)
  })

  it('is plainly Unicode where it has a mark, or letters beyond ASCII in UTF-8', () => {
    assert.equal(isPlainlyUnicode(new TextEncoder().encode('traité')), true)
    assert.equal(isPlainlyUnicode(new Uint8Array([0xff, 0xfe, 0x41, 0])), true)
    assert.equal(isPlainlyUnicode(new TextEncoder().encode('plain')), false)
    assert.equal(isPlainlyUnicode(western), false)
  })
})
