// In which language a statement stands on the page: the pages are in English, some keep what was said as it was said.

const common: Record<string, ReadonlySet<string>> = {
  en: new Set([
    'the',
    'of',
    'and',
    'to',
    'that',
    'in',
    'by',
    'is',
    'with',
    'not',
    'which',
    'shall',
    'this',
    'for',
  ]),
  fr: new Set([
    'le',
    'la',
    'les',
    'des',
    'du',
    'et',
    'une',
    'que',
    'qui',
    'dans',
    'par',
    'pour',
    'est',
    'au',
    'aux',
  ]),
  es: new Set([
    'el',
    'la',
    'los',
    'las',
    'del',
    'y',
    'una',
    'que',
    'en',
    'por',
    'para',
    'con',
    'se',
    'no',
    'su',
  ]),
}
const scripts: [RegExp, string][] = [
  [/\p{Script=Cyrillic}/gu, 'ru'],
  [/\p{Script=Arabic}/gu, 'ar'],
  [/\p{Script=Han}/gu, 'zh'],
]

/** BCP 47; English where the words are too few to tell, null where a script is told and its language is not. */
export const languageOfWords = (words: string): string | null => {
  const letters = words.match(/\p{L}/gu)?.length ?? 0
  for (const [script, language] of scripts) {
    if ((words.match(script)?.length ?? 0) * 2 > letters) return language === 'ru' ? null : language
  }
  const tokens = words.toLowerCase().match(/\p{L}+/gu) ?? []
  const counts = Object.entries(common).map(([language, set]) => ({
    language,
    count: tokens.filter((token) => set.has(token)).length,
  }))
  const best = counts.reduce((a, b) => (b.count > a.count ? b : a))
  return best.count >= 4 ? best.language : 'en'
}
