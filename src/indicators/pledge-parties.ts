// Who pledges, as a text of the genre calls them: governments and National Societies, in the line that says who promised or
// in the first paragraphs. The words are data, by language: add one here.

import type { Plan } from '../instruments/plan.ts'
import { byline } from '../instruments/vocabulary.ts'

/** Who pledges: as the text calls them, and the actor held that each is. */
export type PledgeParty = { name: string; actor: string | undefined }

/** Before what a name ends, by language. */
const ends = {
  en: '(?=,|;| and | jointly | together | pledges?\\b| commits?\\b| undertakes?\\b|\\.|$)',
  fr: "(?=,|;| et | conjointement | ensemble | s[’']engag|\\.|$)",
  es: '(?=,|;| y | e | conjuntamente | se compromet|\\.|$)',
  ru: '(?=,|;| и | обязу| совместно|\\.|$)',
}
const ofFrench = "(?:de la |du |de l[’']|des |de |d[’'])"
const ofSpanish = '(?:de la |del |de los |de las |de )'
const name = "[\\p{Lu}][\\p{L}\\p{M}’' -]*?"
/** Words a Mongolian sentence may begin with, which are no part of a name. */
const notMongolian = '(?!Амлалт|Энэ|Тус|Хоёр|Талууд)'
const mongolianName = `${notMongolian}\\p{Lu}[\\p{L}-]*(?: \\p{Lu}[\\p{L}-]*){0,3}`

/** How each language names a government, and a National Society. */
const partyWords: readonly { language: string; government: string; society: string }[] = [
  {
    language: 'en',
    government: `(?:the )?(?:(?:Royal )?Government|Kingdom|Republic|State|Ministry) of (?:the )?${name}${ends.en}`,
    society: `(?:[\\p{Lu}][\\p{L}\\p{M}’'-]* ){1,4}(?:Red Cross|Red Crescent|National|Magen David Adom)(?: Society)?`,
  },
  {
    language: 'fr',
    government: `(?:le )?Gouvernement ${ofFrench}${name}${ends.fr}`,
    society: `(?:la |le )?(?:Croix-Rouge|Croissant-Rouge|Société nationale)(?: ${ofFrench}?${name})?${ends.fr}`,
  },
  {
    language: 'es',
    government: `(?:el )?Gobierno ${ofSpanish}${name}${ends.es}`,
    society: `(?:la )?(?:Cruz Roja|Media Luna Roja|Sociedad Nacional)(?: ${ofSpanish}?${name})?${ends.es}`,
  },
  {
    language: 'ru',
    government: `Правительство(?:м)? ${name}${ends.ru}`,
    society:
      '(?:Красный Крест|Красный Полумесяц|Общество Красного Креста|Национальное общество) \\p{Lu}\\p{L}*',
  },
  {
    language: 'mn',
    government: `${mongolianName}(?: улсын)? Засгийн газар`,
    society: `${mongolianName}(?: улсын)? (?:Улаан загалмайн|Улаан хавирган сарны|[Үү]ндэсний) нийгэмлэг`,
  },
]

const formOf = (which: 'government' | 'society'): RegExp =>
  new RegExp(partyWords.map((words) => words[which]).join('|'), 'gu')

const bare = (found: string): string =>
  found
    .trim()
    .replace(/^(?:the|le|la|el)\s+/iu, '')
    .replace(/^\p{Ll}/u, (letter) => letter.toUpperCase())

/** One name in two spellings, with and without accents, is one. */
const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** All that a text names, governments first, each once. */
const namedIn = (text: string): { governments: string[]; societies: string[] } => {
  const found = (which: 'government' | 'society'): string[] => {
    const names = [...text.matchAll(formOf(which))].map(([one]) => bare(one))
    return names.filter((one, i) => names.findIndex((other) => plain(other) === plain(one)) === i)
  }
  return { governments: found('government'), societies: found('society') }
}

/** Who pledges: those of the line that says who promised; otherwise those the first paragraphs that name any name. */
export const partiesIn = (plan: Pick<Plan, 'sections' | 'frontMatter'>): PledgeParty[] => {
  const front = plan.frontMatter.map(({ text }) => text)
  const body = plan.sections.flatMap(({ paragraphs }) => paragraphs.map(({ text }) => text)).slice(0, 6)
  const saying = front.filter((text) => byline.test(text)).map(namedIn)
  const said = saying.find(({ governments, societies }) => governments.length + societies.length > 0)
  const all = said === undefined ? [...front, ...body].map(namedIn) : [said]
  const first = <T>(lists: readonly T[][]): T[] => lists.find((list) => list.length > 0) ?? []
  const names = [
    ...first(all.map(({ governments }) => governments)),
    ...first(all.map(({ societies }) => societies)),
  ]
  return names.map((one) => ({ name: one, actor: undefined }))
}
