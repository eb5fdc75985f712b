// The locale numbers, dates and plurals of an interface language are written in, and the direction of its script.

const locales: Readonly<Record<string, string>> = {
  // Day, month, year, as in the documents of the United Nations.
  en: 'en-GB',
  // Digits 0–9, whatever region a runtime's data take for granted: the United Nations write them so in Arabic, and the
  // numbers of indicators, the data twins and the commands on the same pages have no others to be compared with.
  ar: 'ar-u-nu-latn',
}

/** The locale (BCP 47) of an interface language. */
export const localeOf = (language: string): string => locales[language] ?? language

const rightToLeft = new Set(['ar', 'fa', 'he', 'ur', 'ps', 'dv', 'ckb', 'yi'])

/** The direction a language is written in on pages and in documents. */
export const directionOf = (language: string): 'ltr' | 'rtl' =>
  rightToLeft.has(language.split('-')[0] ?? language) ? 'rtl' : 'ltr'
