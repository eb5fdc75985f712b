// The written form of a release: RFC 8785, integers only. A number that is no safe integer is written as its decimal
// text, {"decimal": "12.5"}, so that no reader has to agree with another on binary fractions.
import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'

/** True for the decimal text of a number that is no safe integer, in its one shortest form. */
export const isDecimal = (text: unknown): text is string =>
  typeof text === 'string' &&
  String(Number(text)) === text &&
  Number.isFinite(Number(text)) &&
  !Number.isSafeInteger(Number(text))

/** `value` with every number that is no safe integer as {decimal}. */
export const encoded = (value: unknown): unknown => {
  if (typeof value === 'number') {
    if (Number.isSafeInteger(value)) return Object.is(value, -0) ? 0 : value
    if (!Number.isFinite(value)) throw new RangeError(`${value} cannot be written`)
    return { decimal: String(value) }
  }
  if (Array.isArray(value)) return value.map(encoded)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, item]) => (item === undefined ? [] : [[key, encoded(item)]])),
  )
}

/** The inverse of `encoded`. */
export const decoded = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(decoded)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value)
  if (entries.length === 1 && entries[0]![0] === 'decimal' && isDecimal(entries[0]![1]))
    return Number(entries[0]![1])
  return Object.fromEntries(entries.map(([key, item]) => [key, decoded(item)]))
}

/** The canonical text (RFC 8785) of plain data whose numbers are integers. */
export const canonicalText = (value: unknown): string => String(canonicalize(value))

/** The canonical text of `value` as a release writes it. */
export const writtenText = (value: unknown): string => canonicalText(encoded(value))

/** SHA-256 of a text in UTF-8, hex. */
export const sha256Of = (text: string): string => createHash('sha256').update(text).digest('hex')

/** Code units decide the order, as in RFC 8785. */
export const inOrder = <T>(rows: readonly T[], ...keys: ((row: T) => string | number | null)[]): T[] =>
  [...rows].sort((a, b) => {
    for (const key of keys) {
      const [one, other] = [key(a), key(b)]
      if (one === other) continue
      if (one === null) return -1
      if (other === null) return 1
      return one < other ? -1 : 1
    }
    return 0
  })
