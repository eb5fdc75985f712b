import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { fold } from '../../src/search/letters.ts'
import { createReader, keyOf } from '../../src/search/words.ts'

const terms = (text: string) => createReader()(text).flatMap((word) => word.terms)

describe('writing', () => {
  const same: [string, string][] = [
    ["Côte d'Ivoire", 'COTE D’IVOIRE'],
    ['Türkiye', 'turkiye'],
    ['İstanbul', 'istanbul'],
    ['São Tomé', 'Sao Tome'],
    ['Straße', 'STRASSE'],
    ['Улаанбаатар', 'УЛААНБААТАР'],
    ['Королёв', 'Королев'],
    ['Өвөрхангай', 'Оворхангай'],
    ['Бүгд', 'Бугд'],
    ['مُنْغُولِيَا', 'منغوليا'],
    ['أفغانستان', 'افغانستان'],
    ['آذربيجان', 'اذربيجان'],
    ['مدرسة', 'مدرسه'],
    ['الـجـزائر', 'الجزائر'],
    ['یمن', 'يمن'],
    ['Ｍｏｎｇｏｌｉａ', 'mongolia'],
    ['蒙古國', '蒙古国'],
    ['٢٠٢٥', '2025'],
  ]
  for (const [one, other] of same)
    it(`plays no part: "${one}" and "${other}"`, () => assert.equal(keyOf(one), keyOf(other)))

  it('is folded once and for all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        assert.equal(fold(fold(text)), fold(text))
      }),
      { numRuns: 2000 },
    )
  })

  it('keeps names apart that differ in letters', () => {
    assert.notEqual(keyOf('Niger'), keyOf('Nigeria'))
    assert.notEqual(keyOf('Iran'), keyOf('Iraq'))
    assert.notEqual(keyOf('蒙古'), keyOf('蒙古国'))
  })
})

describe('a text as words', () => {
  it('has a word with an apostrophe or a hyphen whole and in pieces', () => {
    assert.deepEqual(terms('d’Ivoire'), ['divoire', 'd', 'ivoire'])
    assert.deepEqual(terms('anti-personnel'), ['antipersonnel', 'anti', 'personnel'])
  })
  it('has numbers as they are numbered, without the commas of thousands', () => {
    assert.deepEqual(terms('7.1, 18,139 and 1,2'), ['7.1', '18139', 'and', '1', '2'])
  })
  it('has Cyrillic words in Latin letters, too, and Arabic ones without their article', () => {
    assert.deepEqual(terms('Улаанбаатар').slice(0, 2), ['улаанбаатар', 'ulaanbaatar'])
    assert.deepEqual(terms('الجزائر'), ['الجزاير', 'جزاير'])
  })
  it('has every two neighbours of a script without spaces, and its last sign', () => {
    assert.deepEqual(terms('蒙古国'), ['蒙古', '古国', '国'])
    assert.deepEqual(terms('2025年'), ['2025', '年'])
  })
  it('says where each stands: words lie in the text, in order, and folding them gives their terms', () => {
    const read = createReader()
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        let before = -1
        for (const { start, end, terms: own } of read(text)) {
          assert.ok(before < start && start < end && end <= text.length)
          assert.ok(own.length > 0 && own.every((term) => term !== ''))
          before = start
        }
      }),
      { numRuns: 1000 },
    )
  })
})
