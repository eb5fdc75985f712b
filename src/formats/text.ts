// Bytes of a file as text: UTF-8 (a byte order mark is dropped), or UTF-16 where its mark says so. Anything else is
// refused by file and line, so that no name or quotation is stored with wrong letters.
import { problem } from '../problem.ts'

/** The largest input file, in bytes. */
export const largestInput = 64 * 1024 * 1024

const startsWith = (bytes: Uint8Array, ...head: number[]) => head.every((byte, i) => bytes[i] === byte)

const refuse = (fileName: string, message: string, line?: number, expected?: string) =>
  problem('input-unreadable', `${fileName} could not be read. Nothing was stored.`, [
    { file: fileName, line, message, expected },
  ])

/** Names the container formats people hand over by mistake. */
const containerOf = (bytes: Uint8Array): string | undefined => {
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04)) return 'a ZIP container (perhaps an XLSX or DOCX document)'
  if (startsWith(bytes, 0x25, 0x50, 0x44, 0x46)) return 'a PDF document'
  if (startsWith(bytes, 0x1f, 0x8b)) return 'a gzip archive'
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return 'an old Office document (perhaps XLS or DOC)'
  return undefined
}

const lineOf = (bytes: Uint8Array, offset: number): number => {
  let line = 1
  for (let i = 0; i < offset; i++) {
    if (bytes[i] === 0x0a || (bytes[i] === 0x0d && bytes[i + 1] !== 0x0a)) line += 1
  }
  return line
}

/** The first line that is not UTF-8. No byte of a longer sequence is a line break, so lines can be tried alone. */
const firstBadLine = (bytes: Uint8Array): number => {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let start = 0
  for (let end = 0; end <= bytes.length; end++) {
    if (end < bytes.length && bytes[end] !== 0x0a && bytes[end] !== 0x0d) continue
    try {
      decoder.decode(bytes.subarray(start, end))
    } catch {
      return lineOf(bytes, start)
    }
    start = end + 1
  }
  return 1
}

/**
 * Text without the signs by which the web marks English words on a page (U+E000, U+E001). Unicode gives them no meaning,
 * so nothing is lost of what a source says, and no text can set or end such a mark.
 */
export const withoutOwnSigns = (text: string): string => text.replace(/[\uE000\uE001]/g, '')

/**
 * The text of `bytes`, without our own signs. Throws `input-unreadable` naming the file, and the line where there is one, when it is empty,
 * larger than `maxBytes`, binary, or in another encoding.
 */
export const decodeText = (bytes: Uint8Array, fileName: string, maxBytes = largestInput): string => {
  if (bytes.length > maxBytes) {
    const megabytes = (n: number) => `${Math.round(n / 1024 / 1024)} MB`
    throw refuse(
      fileName,
      `The file has ${megabytes(bytes.length)}`,
      undefined,
      `at most ${megabytes(maxBytes)}; split it`,
    )
  }
  const container = containerOf(bytes)
  if (container !== undefined) throw refuse(fileName, `This is ${container}, not text`)
  const encoding = startsWith(bytes, 0xff, 0xfe)
    ? 'utf-16le'
    : startsWith(bytes, 0xfe, 0xff)
      ? 'utf-16be'
      : 'utf-8'
  let text: string
  try {
    text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    const line = encoding === 'utf-8' ? firstBadLine(bytes) : undefined
    throw refuse(fileName, `The text is not ${encoding.toUpperCase()}`, line, 'a file saved as "UTF-8"')
  }
  const nul = text.indexOf('\0')
  if (nul >= 0) {
    const line = text.slice(0, nul).split(/\r\n|\r|\n/).length
    throw refuse(fileName, 'The file holds NUL characters, so it is binary or UTF-16 without its mark', line)
  }
  if (text.trim() === '') throw refuse(fileName, 'The file is empty')
  return withoutOwnSigns(text)
}
