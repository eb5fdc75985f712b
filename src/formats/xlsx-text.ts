// How words, days and addresses stand in the XML of a workbook (ECMA-376): characters XML cannot hold, days as numbers
// without any time zone, cells by letter and number.

/** The most characters (UTF-16 units) one cell holds. */
export const longestCell = 32_767

// A literal "_x0041_" is escaped too, or it would be read as a letter. Of characters by themselves, XML holds no
// control sign but tab and line end, no half of a pair, and not the last two of the plane.
const toEscape = /_(?=x[0-9a-fA-F]{4}_)|[\p{Cc}\p{Cs}\ufffe\uffff]/gu

const asHex = (sign: string): string => {
  const code = sign.charCodeAt(0)
  return sign === '\t' || sign === '\n' || (code >= 0x7f && code <= 0x9f)
    ? sign
    : `_x${code.toString(16).toUpperCase().padStart(4, '0')}_`
}

/** Text as the content of an XML element or a quoted attribute. */
export const xmlText = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign)

/** Text as it stands in a cell: what XML cannot hold is written as `_xHHHH_`. */
export const cellXml = (text: string): string => xmlText(text.replace(toEscape, asHex))

/** Text of a cell as it was before `cellXml`. */
export const cellText = (escaped: string): string =>
  escaped.replace(/_x([0-9a-fA-F]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))

const raisedDigits: Record<string, string> = { superscript: '⁰¹²³⁴⁵⁶⁷⁸⁹', subscript: '₀₁₂₃₄₅₆₇₈₉' }

/** Digits of a run that is set above or below the line, as `vertAlign` says, as the signs that look so. */
export const asRaised = (words: string, vertAlign: string | undefined): string => {
  const signs = raisedDigits[vertAlign ?? '']
  return signs === undefined ? words : words.replace(/[0-9]/g, (digit) => signs[Number(digit)]!)
}

const msPerDay = 86_400_000

/** YYYY-MM-DD as the number of its day; undefined for what is no day or lies before 1 March 1900. */
export const serialOf = (day: string): number | undefined => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return undefined
  const time = Date.parse(`${day}T00:00:00Z`)
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== day) return undefined
  const serial = Math.round(time / msPerDay) + 25_569
  // Spreadsheets hold 29 February 1900 for a day: earlier numbers mean different days in different programs.
  return serial < 61 ? undefined : serial
}

/** The day and the time of a date number, without a time zone; `from1904`: workbooks that count from 1904. */
export const dayOfSerial = (
  serial: number,
  from1904 = false,
): { day: string; hasTime: boolean } | undefined => {
  const whole = Math.floor(serial + 1e-9)
  const counted = whole + (from1904 ? 1462 : whole < 60 ? 1 : 0)
  const date = new Date((counted - 25_569) * msPerDay)
  if (serial < 0 || Number.isNaN(date.getTime()) || date.getUTCFullYear() > 9999) return undefined
  return { day: date.toISOString().slice(0, 10), hasTime: Math.abs(serial - whole) > 1e-6 }
}

/** The column (counted from 0) and row (from 1) of an address such as "C7"; undefined for what is none. */
export const placeOfCell = (address: string): { column: number; row: number } | undefined => {
  const match = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})$/.exec(address)
  if (match === null) return undefined
  const column = [...match[1]!.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
  return { column: column - 1, row: Number(match[2]) }
}
