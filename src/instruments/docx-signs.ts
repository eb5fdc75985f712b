// Signs of Word's symbol fonts, which it keeps in the private area of Unicode (F020 to F0FF, or the low byte alone).

/** A text in which brackets say where a sign could not be read, and what those signs are. */
export type SignText = { text: string; notRead: string[] }

/** Stands in the text where the file has a sign, or a formula, that is not read. */
export const unreadSign = '[sign not read]'
export const unreadFormula = '[formula not read]'

// The encoding of the font Symbol, sixteen signs a row from 20 on, as Adobe and the Unicode Consortium give it; a space
// is a sign that has no meaning of its own (a piece of a bracket or an arrow).
const symbolRows: Record<number, string> = {
  32: ' !∀#∃%&∋()∗+,−./',
  48: '0123456789:;<=>?',
  64: '≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟ',
  80: 'ΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_',
  96: ' αβχδεφγηιϕκλμνο',
  112: 'πθρστυϖωξψζ{|}∼ ',
  160: '€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓',
  176: '°±″≥×∝∂•÷≠≡≈…  ↵',
  192: 'ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉',
  208: '∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓',
  224: '◊〈®©™∑          ',
  240: ' 〉∫             ',
}

// Of Wingdings, what texts use: bullets, arrows, ticks and boxes.
const wingdings: Record<number, string> = {
  108: '●',
  110: '■',
  167: '▪',
  168: '◻',
  216: '➢',
  223: '←',
  224: '→',
  225: '↑',
  226: '↓',
  251: '✘',
  252: '✔',
  253: '☒',
  254: '☑',
}

const signOf = (font: string, byte: number): string | undefined => {
  if (byte === 32) return ' '
  if (/^symbol/i.test(font)) {
    const sign = [...(symbolRows[byte & 0xf0] ?? '')][byte & 0x0f]
    return sign === ' ' ? undefined : sign
  }
  if (/^wingdings$/i.test(font)) return wingdings[byte]
  // The two that Word's own lists use, where the font is not named beside them.
  return font === '' && (byte === 0xb7 || byte === 0xa7) ? '•' : undefined
}

const isSymbolFont = (font: string): boolean => /^(?:symbol|wingdings|webdings|marlett)/i.test(font)
const named = (font: string) => (font === '' ? 'of no named font' : `of the font ${font}`)

/** The text of a <w:t> set in `font` ('' where the run names none). Signs are told apart from words by their code. */
export const readSigns = (text: string, font: string): SignText => {
  const notRead: string[] = []
  const out = text.replace(/[\uf000-\uf0ff]/g, (one) => {
    const code = one.charCodeAt(0)
    const sign = signOf(isSymbolFont(font) ? font : '', code - 0xf000)
    if (sign !== undefined) return sign
    notRead.push(`a sign: ${code.toString(16).toUpperCase()} ${named(font)}`)
    return unreadSign
  })
  const rest = text.replace(/[\uf000-\uf0ff]/g, '').trim()
  // Such a font may draw other signs for these letters, and not every program does.
  if (isSymbolFont(font) && /[\p{L}\p{N}]/u.test(rest))
    notRead.push(`the look of "${rest.slice(0, 60)}", set in the font ${font}: the letters are kept`)
  return { text: out, notRead }
}

/** The sign of a <w:sym>. `char` is its code in hexadecimal digits. */
export const readSymbol = (char: string, font: string): SignText => {
  const given = Number.parseInt(char, 16)
  if (Number.isNaN(given) || given > 0x10ffff || (given >= 0xd800 && given <= 0xdfff))
    return { text: unreadSign, notRead: [`a sign: ${char === '' ? 'without a code' : char} ${named(font)}`] }
  const code = given < 0x100 && isSymbolFont(font) ? given + 0xf000 : given
  return code >= 0xf000 && code <= 0xf0ff
    ? readSigns(String.fromCodePoint(code), font)
    : { text: String.fromCodePoint(code), notRead: [] }
}

const raisedDigits: Record<string, string> = Object.fromEntries(
  [...'0123456789+-'].map((sign, i) => [sign, [...'⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻'][i]!]),
)

/** "2" as "²", "-1" as "⁻¹"; undefined for what is no number. */
export const superscriptOf = (text: string): string | undefined =>
  /^[+\-−]?\d{1,4}$/.test(text)
    ? [...text.replace('−', '-')].map((sign) => raisedDigits[sign]).join('')
    : undefined
