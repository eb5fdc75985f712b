// Forms of one Mongolian word, in its own letters and as people write it in Latin ones.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { fold, romanised } from '../../src/search/letters.ts'
import { looseOf, stemOf } from '../../src/search/mongolian.ts'

const stem = (word: string) => stemOf(fold(word))

describe('forms of a word', () => {
  const same = [
    ['улс', 'улсын', 'улсууд', 'улсуудын', 'улсаас', 'улсад', 'улстай', 'улсаараа'],
    ['Монгол', 'Монголын', 'Монголоос', 'Монголтой'],
    ['гэрээ', 'гэрээний', 'гэрээгээр'],
    ['үүрэг', 'үүргийн', 'үүргээс'],
    ['тогтоол', 'тогтоолын', 'тогтоолууд', 'тогтоолуудаас'],
    ['хөтөлбөр', 'хөтөлбөрийн', 'хөтөлбөрөөр'],
  ]
  for (const forms of same)
    it(`share their stem: ${forms.join(', ')}`, () =>
      assert.deepEqual(
        forms.map(stem),
        forms.map(() => stem(forms[0]!)),
      ))

  it('leave three letters, and no other script one', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'абвгдеилмнорстуыэ'), maxLength: 14 }), (word) => {
        const found = stemOf(word)
        assert.ok(word.length < 3 ? found === undefined : found!.length >= 3 && found!.length <= word.length)
      }),
    )
    assert.deepEqual(['mongol', 'منغوليا', 'Ab3'].map(stem), [undefined, undefined, undefined])
  })
})

describe('Mongolian in Latin letters', () => {
  const written: [string, string[]][] = [
    ['Монголын', ['mongoliin', 'mongolyn', 'mongolin']],
    ['явган', ['yavgan', 'yawgan', 'iavgan']],
    ['хүний', ['khunii', 'hunii', 'huniy']],
    ['гишүүнчлэл', ['gishuunchlel', 'gishunchlel']],
    ['зэвсэг', ['zevseg', 'zewseg']],
    ['цэрэг', ['tsereg', 'cereg']],
  ]
  for (const [word, latin] of written)
    it(`is read however it is written: ${latin.join(', ')}`, () => {
      const held = new Set([fold(word), stem(word)!].flatMap((one) => looseOf(romanised(one) ?? '')))
      for (const one of latin)
        assert.ok(
          looseOf(one).some((loose) => held.has(loose)),
          `${one}: ${looseOf(one)} among ${[...held]}`,
        )
    })
})
