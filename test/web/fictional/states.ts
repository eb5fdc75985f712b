// A fictional world for the pages: invented States. No real State appears in it.
import type { ActorShown } from '../../../src/web/data/states.ts'

const regions = ['Northern Reach', 'Inner Basin', 'Eastern Shelf', 'Southern Isles', 'Western March']
const stems = (
  'Averland Belmora Corvania Drusk Eldavia Ferrow Galdria Hesperia-on-Orr Isenmark Jorvale Kestria Lumora ' +
  'Mirandel Norvane Ostrava-Kel Pellagia Quillon Rendova Sarpedon Tolvaria Ulmeth Vestrin Wendmark Xanthery ' +
  'Ysoria Zelmark Ardenfels Brackmoor Caldris Dunmarra Esk Fenwall Greyhaven Holmgard Irvale Karst'
).split(' ')

/** A name that would break a page that does not escape. */
export const hostileName = '<script>alert("x")</script> & "Sons"'

const codeOf = (i: number): string =>
  `X${String.fromCharCode(65 + Math.floor(i / 26))}${String.fromCharCode(65 + (i % 26))}`

export const states: ActorShown[] = stems.map((name, i) => ({
  id: codeOf(i),
  kind: 'state',
  name: i === 35 ? hostileName : name,
  names: [
    { language: 'en', short: i === 35 ? hostileName : name, formal: `Republic of ${name}` },
    ...(i === 0
      ? [
          { language: 'ar', short: 'أفرلاند', formal: 'جمهورية أفرلاند' },
          { language: 'zh', short: '阿弗兰', formal: '阿弗兰共和国' },
          { language: 'mn', short: 'Авөрланд', formal: 'Бүгд Найрамдах Авөрланд Улс' },
          { language: 'ru', short: 'Аверланд', formal: 'Республика Аверланд' },
        ]
      : []),
  ],
  iso2: null,
  iso3: codeOf(i),
  m49: String(900 + i),
  unMember: i % 9 !== 4,
  region: regions[i % 5] ?? null,
  tile: { column: 2 + (i % 9), row: 3 + Math.floor(i / 9) },
}))

/** Those bound by the fictional treaty. */
export const parties = states.slice(0, 30)
