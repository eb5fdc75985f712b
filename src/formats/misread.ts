// Signs by which a text read in the wrong encoding is known: nothing else tells, since encodings of one byte have a letter
// for every byte. No I/O.

const startsWith = (bytes: Uint8Array, ...head: number[]) => head.every((byte, i) => bytes[i] === byte)

const isUtf8 = (bytes: Uint8Array): boolean => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes) !== ''
  } catch {
    return false
  }
}

/** Whether bytes have a mark of Unicode, or letters beyond ASCII that are UTF-8: text of one byte a letter is not by chance. */
export const isPlainlyUnicode = (bytes: Uint8Array): boolean =>
  startsWith(bytes, 0xff, 0xfe) ||
  startsWith(bytes, 0xfe, 0xff) ||
  (bytes.some((byte) => byte >= 0x80) && isUtf8(bytes))

/** A capital within a word, or a small letter with a mark before a capital: "CÙte díIvoire". */
const wrongLetter =
  /(?<=\p{L})(?![A-Z])\p{Lu}(?=\p{Ll})|(?<=\p{Ll})(?![A-Z])\p{Lu}(?!\p{L})|(?![a-z])\p{Ll}(?=[A-Z])/gu

const alike = ['macintosh', 'windows-1252'] as const

export type Misread = { line: number; found: string; other: string; asOther: string }

/** Where `text`, read in `encoding`, has letters that no word has, and in the encoding it is often taken for has none. */
export const misreadIn = (text: string, bytes: Uint8Array, encoding: string): Misread | undefined => {
  const own = new TextDecoder(encoding).encoding
  const other = alike.find((one) => one !== own)
  if (other === undefined || !alike.some((one) => one === own)) return undefined
  const at = text.search(wrongLetter)
  if (at < 0) return undefined
  const otherwise = new TextDecoder(other).decode(bytes)
  if (otherwise.search(wrongLetter) >= 0) return undefined
  const around = (all: string): string =>
    /\S*$/.exec(all.slice(0, at))![0].slice(-40) + /^\S*/.exec(all.slice(at, at + 40))![0]
  return {
    line: text.slice(0, at).split(/\r\n|\r|\n/).length,
    found: around(text),
    other,
    asOther: around(otherwise),
  }
}
