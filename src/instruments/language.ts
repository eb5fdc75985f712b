// In which language a text is, told by its letters and its small words. Says nothing where too little tells.

/** Small words that one language has and the others here have not. Data: add a language here. */
const smallWords: Readonly<Record<string, ReadonlySet<string>>> = {
  en: new Set(
    'the of and to in for by with that which its on from at is are be will should shall'.split(' '),
  ),
  fr: new Set(
    'le les des et du dans pour par une un sur au aux est sont que qui leur leurs ses à'.split(' '),
  ),
  es: new Set('el los las y del en para por una con al es son que su sus se lo un'.split(' ')),
  ru: new Set('и в на по для с о об от до из за не что их его как при или по'.split(' ')),
  mn: new Set(
    'ба болон нь тухай байна энэ уг мөн эсвэл тус талаар болох зэрэг хүртэл дээр дэх оны нэг'.split(' '),
  ),
}

const scripts: readonly (readonly [tag: string, letters: RegExp])[] = [
  ['ar', /\p{Script=Arabic}/gu],
  ['zh', /\p{Script=Han}/gu],
]

/** Endings of Mongolian words in Cyrillic, and its two letters; Russian has letters that Mongolian uses in loans only. */
const mongolian =
  /[өү]|(?:ийн|ын|ийг|ыг|аар|ээр|оор|тай|тэй|той|лаа|сан|сэн|сон|на|нэ|но|уулах|хүү)(?![а-яёөү])/giu
const russian = /[щъ]|(?:ого|его|ение|ения|ение|ский|ской|ных|ный|ость|ости|ать|ить|ов|ами|ях)(?![а-яёөү])/giu

/** French alone of those here leaves out a vowel: "d’action", "l’emblème". */
const elided = /(?<!\p{L})(?:d|l|qu)['’](?=\p{L})/giu

const cyrillicOf = (text: string, words: readonly string[]): string | undefined => {
  const counted = (tag: string): number => words.filter((word) => smallWords[tag]!.has(word)).length
  const mn = (text.match(mongolian) ?? []).length + counted('mn')
  const ru = (text.match(russian) ?? []).length + counted('ru')
  if (/[өү]/i.test(text) && mn >= ru) return 'mn'
  return ru > mn ? 'ru' : mn > ru && mn >= 2 ? 'mn' : undefined
}

/**
 * The language of a text as a tag (en, fr, es, ru, mn, ar or zh); undefined where its words do not tell, as of a name or a
 * number. A guess for a person to look at, never more.
 */
export const languageOf = (text: string): string | undefined => {
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  if (letters < 4) return undefined
  for (const [tag, script] of scripts) if ((text.match(script)?.length ?? 0) * 2 > letters) return tag
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? []
  if ((text.match(/\p{Script=Cyrillic}/gu)?.length ?? 0) * 2 > letters) return cyrillicOf(text, words)
  const elisions = text.match(elided)?.length ?? 0
  const counts = (['en', 'fr', 'es'] as const)
    .map((tag) => {
      const said = words.filter((word) => smallWords[tag]!.has(word)).length
      return [tag, tag === 'fr' ? said + elisions : said] as const
    })
    .sort((a, b) => b[1] - a[1])
  const [[best, most], [, next]] = counts as [readonly [string, number], readonly [string, number]]
  return most > next && (most >= 2 || words.length <= 8) ? best : undefined
}

/**
 * The language of a part of a document that is in `main` (undefined: nobody said): its own where its words tell one that is
 * plainly another, otherwise the document's. What is in a language that is not told apart here stays in it.
 */
export const languageBeside = (text: string, main: string | undefined): string | undefined => {
  const told = languageOf(text)
  if (main === undefined || told === undefined) return told ?? main
  const primary = main.split('-')[0]!.toLowerCase()
  const isTold = Object.hasOwn(smallWords, primary) || scripts.some(([tag]) => tag === primary)
  return !isTold || told === primary ? main : told
}
