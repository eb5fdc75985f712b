// From the bytes of a plan file to text, with advice on how to make text of what is none. A wrong guess at an encoding
// would change what a State is said to have promised, so nothing is guessed.
import { decodeText } from '../formats/text.ts'
import { Problem, problem } from '../problem.ts'

/** The largest plan read, in bytes. The longest action plans are under one megabyte. */
export const maxPlanBytes = 20 * 1024 * 1024

/** The most lines read; no plan comes near. */
export const maxPlanLines = 200_000

const advice =
  'plain text or Markdown in UTF-8, a DOCX, or a PDF with text. Make one of them of other formats: ' +
  '"pdftotext -layout PLAN.pdf PLAN.txt" gives the text of a PDF, "pandoc PLAN.odt -t markdown -o PLAN.md" that of ODT and HTML, ' +
  '"iconv -f WINDOWS-1252 -t UTF-8 PLAN.txt > NEW.txt" for text in an older encoding'

/** Offset of the first byte that is not UTF-8 (RFC 3629), or -1. */
const firstInvalidUtf8 = (bytes: Uint8Array): number => {
  let i = 0
  while (i < bytes.length) {
    const lead = bytes[i]!
    const length = lead < 0x80 ? 1 : lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0
    if (length === 0) return i
    const second = bytes[i + 1] ?? 0
    // Overlong forms, surrogates, and code points beyond U+10FFFF.
    if ((lead === 0xe0 && second < 0xa0) || (lead === 0xf0 && second < 0x90)) return i
    if ((lead === 0xed && second > 0x9f) || (lead === 0xf4 && second > 0x8f)) return i
    for (let k = 1; k < length; k++) if (((bytes[i + k] ?? 0) & 0xc0) !== 0x80) return i
    i += length
  }
  return -1
}

/** Refuses a file larger than plans are, with its size. */
export const checkSize = (bytes: Uint8Array, fileName: string) => {
  if (bytes.length <= maxPlanBytes) return
  // To one decimal, upwards: a file a byte over the limit must not read as large as the limit.
  const size = Math.ceil((bytes.length / 1024 / 1024) * 10) / 10
  const limit = `${maxPlanBytes / 1024 / 1024} MB`
  throw problem(
    'input-unreadable',
    `${fileName} is larger than the ${limit} a plan may have. Nothing was stored.`,
    [
      {
        file: fileName,
        message: `The file has ${size} MB; at most ${limit} are read`,
        expected: `at most ${limit} of text; leave out what is not the plan`,
        found: `${bytes.length} bytes`,
      },
    ],
  )
}

/**
 * The text of a plan file, without its byte order mark.
 * Throws `input-unreadable` for empty, huge, binary, cut off or wrongly encoded files, naming line and byte.
 */
export const decodePlan = (bytes: Uint8Array, fileName: string): string => {
  checkSize(bytes, fileName)
  try {
    return checkText(decodeText(bytes, fileName), fileName)
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    const [issue] = error.issues
    const bad = issue?.line !== undefined && issue.message.includes('UTF-8') ? firstInvalidUtf8(bytes) : -1
    const cutOff = bad >= 0 && bad >= bytes.length - 3 && bytes[bad]! >= 0xc2
    throw problem(error.type, error.message, [
      {
        ...issue,
        file: fileName,
        message: `${issue?.message ?? error.message}${cutOff ? ': the file ends inside a character, so it seems cut off' : ''}`,
        expected: advice,
        ...(bad < 0 ? {} : { found: `byte ${bad + 1}: 0x${bytes[bad]!.toString(16).padStart(2, '0')}` }),
      },
    ])
  }
}

const unreadable = (fileName: string, message: string, line?: number) =>
  problem('input-unreadable', `${fileName} could not be read. Nothing was stored.`, [
    { file: fileName, ...(line === undefined ? {} : { line }), message },
  ])

/** Refuses text that is empty, huge or no text; returns it without a byte order mark. */
export const checkText = (text: string, fileName: string): string => {
  const body = text.startsWith('\uFEFF') ? text.slice(1) : text
  if (body.length > maxPlanBytes)
    throw unreadable(fileName, `The text has ${body.length} characters; at most ${maxPlanBytes} are read`)
  if (!/[^\s\u200b]/.test(body)) throw unreadable(fileName, 'The file is empty')
  let line = 1
  let controls = 0
  for (let i = 0; i < body.length; i++) {
    const code = body.charCodeAt(i)
    if (code === 10 || (code === 13 && body.charCodeAt(i + 1) !== 10)) line++
    if (code === 0) throw unreadable(fileName, 'The file holds NUL characters, so it is not text', line)
    if (code < 0x20 && (code < 9 || code > 13)) controls++
  }
  if (line > maxPlanLines)
    throw unreadable(fileName, `The text has ${line} lines; at most ${maxPlanLines} are read`)
  if (controls > 8 && controls > body.length / 100)
    throw unreadable(
      fileName,
      `${controls} of ${body.length} characters are control characters, so this is not text`,
    )
  const start = body.slice(0, 2000)
  if (/^\s*(?:<!doctype html|<html[\s>])/i.test(start))
    throw unreadable(fileName, 'This is a web page, not plain text')
  if (start.startsWith('{\\rtf')) throw unreadable(fileName, 'This is an RTF document, not plain text')
  return body
}
