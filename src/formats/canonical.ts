// The written form of a release: RFC 8785, integers only. A number that is no safe integer is written as its decimal
// text, {"decimal": "12.5"}, so that no reader has to agree with another on binary fractions.
import { createHash } from 'node:crypto'

/** True for the decimal text of a number that is no safe integer, in its one shortest form. */
export const isDecimal = (text: unknown): text is string =>
  typeof text === 'string' &&
  String(Number(text)) === text &&
  Number.isFinite(Number(text)) &&
  !Number.isSafeInteger(Number(text))

const numberText = (value: number): string => {
  if (Number.isSafeInteger(value)) return String(value === 0 ? 0 : value)
  if (!Number.isFinite(value)) throw new RangeError(`${value} cannot be written`)
  return `{"decimal":"${value}"}`
}

/** Adds the keys of everything in `value`; false where something in it is a number that is no safe integer. */
const collectKeys = (value: object, keys: Set<string>): boolean => {
  for (const key of Object.keys(value)) {
    if (!Array.isArray(value)) keys.add(key)
    const item = (value as Record<string, unknown>)[key]
    if (typeof item === 'number' && !Number.isSafeInteger(item)) return false
    if (typeof item === 'object' && item !== null && !collectKeys(item, keys)) return false
  }
  return true
}

const written = (value: unknown): string => {
  if (typeof value === 'string') {
    if (!value.isWellFormed()) throw new RangeError('A text with half a character cannot be written')
    return JSON.stringify(value)
  }
  if (typeof value === 'number') return numberText(value)
  if (typeof value === 'boolean') return value ? 'true' : 'false'
  if (typeof value !== 'object' || value === null) return 'null'
  if (Array.isArray(value)) return `[${value.map(written).join(',')}]`
  const entries = Object.entries(value).filter(([, item]) => item !== undefined)
  return `{${entries
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, item]) => `${written(key)}:${written(item)}`)
    .join(',')}}`
}

const mostKeys = 100

/**
 * The canonical text of a value: keys in the order of their code units, no spaces, numbers as above; what is undefined is
 * left out. Throws RangeError for what JSON cannot hold.
 */
export const canonicalText = (value: unknown): string => {
  if (typeof value !== 'object' || value === null) return written(value)
  const keys = new Set<string>()
  if (!collectKeys(value, keys) || keys.size > mostKeys) return written(value)
  // A list of keys gives their order: long lists of alike rows are written by the engine, several times as fast.
  const text = JSON.stringify(value, [...keys].sort())
  // Half a character would be escaped: said by the other way.
  return text.includes('\\ud') ? written(value) : text
}

/** A value as read, with each {decimal} as its number. What has none is given back as it is. */
export const decoded = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null) return value
  const given = value as Record<string, unknown>
  const keys = Object.keys(given)
  if (keys.length === 1 && keys[0] === 'decimal' && isDecimal(given.decimal)) return Number(given.decimal)
  let copy: Record<string, unknown> | undefined
  for (const key of keys) {
    const item = given[key]
    const read = decoded(item)
    if (read === item) continue
    copy ??= Array.isArray(value) ? ([...value] as unknown as typeof given) : { ...given }
    copy[key] = read
  }
  return copy ?? value
}

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
