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
    // Nouns of this field, each as it is declined.
    ...[
      'гэрээ гэрээний гэрээнд гэрээг гэрээнээс гэрээгээр гэрээтэй гэрээнүүд гэрээнүүдийн гэрээгээ гэрээндээ гэрээнийхээ',
      'хурал хурлын хуралд хурлыг хурлаас хурлаар хуралтай хурлууд хурлуудаас хуралдаа',
      'гишүүн гишүүний гишүүнд гишүүнийг гишүүнээс гишүүд гишүүдийн гишүүдэд гишүүдээс',
      'тогтоол тогтоолын тогтоолд тогтоолыг тогтоолоос тогтоолоор тогтоолууд',
      'хууль хуулийн хуульд хуулийг хуулиас хуулиар хуультай хуулиуд хуулиудын',
      'эрх эрхийн эрхэд эрхийг эрхээс эрхээр эрхтэй эрхүүд',
      'сургалт сургалтын сургалтад сургалтыг сургалтаас сургалтаар сургалтууд',
      'мина минын минанд миныг минаас минатай минууд минуудыг',
      'тайлан тайлангийн тайланд тайланг тайлангаас тайлангаар тайлангууд',
      'нийгэмлэг нийгэмлэгийн нийгэмлэгт нийгэмлэгийг нийгэмлэгээс нийгэмлэгүүд',
      'улс улсын улсад улсыг улсаас улстай улсууд улсуудаараа улсынхаа',
      'яам яамны яаманд яамд яамыг яамнаас яамаар яамтай яамууд',
      'санал саналын саналд саналыг саналаас саналаар саналууд',
      'энх энхийн энхэд энхийг энхээс энхээр энхтэй',
      'төлөвлөгөө төлөвлөгөөний төлөвлөгөөнд төлөвлөгөөг төлөвлөгөөнөөс төлөвлөгөөгөөр төлөвлөгөөнүүд',
      'байгууллага байгууллагын байгууллагад байгууллагыг байгууллагаас байгууллагаар байгууллагууд',
      'хохирогч хохирогчийн хохирогчид хохирогчдын хохирогчдод хохирогчоос хохирогчтой',
      'хүн хүний хүнд хүнийг хүнээс хүнтэй хүмүүс хүмүүсийн хүмүүст',
      'ажиллагаа ажиллагааны ажиллагаанд ажиллагааг ажиллагаанаас ажиллагаагаар',
      'зэвсэг зэвсгийн зэвсэгт зэвсгийг зэвсгээс зэвсгээр зэвсгүүд',
      'газар газрын газарт газрыг газраас газраар газрууд газартаа',
      'хугацаа хугацааны хугацаанд хугацааг хугацаанаас хугацаагаар хугацаандаа',
    ].map((line) => line.split(' ')),
  ]
  for (const forms of same)
    it(`share their stem: ${forms.join(', ')}`, () =>
      assert.deepEqual(
        forms.map(stem),
        forms.map(() => stem(forms[0]!)),
      ))

  it('stand apart from words that only look alike', () => {
    for (const apart of [
      ['зүй', 'зүйл'],
      ['сургалт', 'сунгалт', 'сургууль'],
      ['улаан', 'Улаанбаатар'],
      ['хурал', 'хуралдаан'],
      ['гэр', 'гэрээ', 'гэрч'],
      ['тайлан', 'тайлбар'],
      ['мина', 'минут'],
      ['хүн', 'хүнс'],
      ['тогтоол', 'тогтолцоо'],
      ['сан', 'санал'],
      ['эрх', 'эрэг'],
      ['хууль', 'хуулга'],
    ])
      assert.equal(new Set(apart.map(stem)).size, apart.length, `${apart}: ${apart.map(stem)}`)
    // And so do their forms.
    assert.deepEqual(
      ['зүйн', 'зүйлийн', 'гэрийн', 'улааны'].map(stem),
      ['зүй', 'зүйл', 'гэр', 'улаан'].map(stem),
    )
  })

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
