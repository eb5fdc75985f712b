// The one rule for values between TypeScript and PostgreSQL, whichever engine runs the SQL: everything crosses in
// PostgreSQL's text form and is turned here.
//   date         'YYYY-MM-DD' (a string: a JavaScript Date would move it into the local time zone)
//   timestamptz  ISO 8601 in UTC, '2026-11-21T22:43:00.123Z' (a string)
//   int2/4/8     number; an int8 outside the safe integers is refused
//   numeric      string, exact; `numberOf` turns it into a number
//   json, jsonb  parsed; written through `json()`
//   arrays       JavaScript arrays of the above

/** A document on its way into a json or jsonb column. */
export type JsonText = string & { readonly isJson: true }

/** The text of `value` for a json or jsonb column. Needed for arrays, which otherwise become PostgreSQL arrays. */
export const json = (value: unknown): JsonText => JSON.stringify(value ?? null) as JsonText

/** A numeric (a string) as a number; null stays null. */
export const numberOf = <T extends string | number | null>(
  value: T,
): T extends null ? number | null : number => {
  if (value === null) return null as never
  const result = Number(value)
  if (Number.isNaN(result)) throw new RangeError(`Not a number: ${value}`)
  return result as never
}

const arrayElement = (value: unknown): string => {
  if (value === null || value === undefined) return 'NULL'
  if (Array.isArray(value)) return arrayText(value)
  return `"${(toText(value) ?? '').replace(/[\\"]/g, '\\$&')}"`
}

const arrayText = (values: unknown[]): string => `{${values.map(arrayElement).join(',')}}`

/** A parameter in PostgreSQL's text form: arrays as array literals, plain objects as JSON, bytes as hex. */
export const toText = (value: unknown): string | null => {
  if (value === null || value === undefined) return null
  switch (typeof value) {
    case 'string':
      return value
    case 'number':
    case 'bigint':
    case 'boolean':
      return String(value)
    case 'object':
      if (value instanceof Date) return value.toISOString()
      if (value instanceof Uint8Array) return `\\x${Buffer.from(value).toString('hex')}`
      if (Array.isArray(value)) return arrayText(value)
      return JSON.stringify(value)
    default:
      throw new TypeError(`A ${typeof value} cannot be stored`)
  }
}

type Read = (text: string) => unknown

const readInteger: Read = (text) => {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError(`The integer ${text} is outside the safe range`)
  return value
}

// '2026-11-21 22:43:00.123+00' (the session's zone is UTC) → '2026-11-21T22:43:00.123Z'; 'infinity' stays.
const readInstant: Read = (text) =>
  text.endsWith('+00') ? `${text.slice(0, 10)}T${text.slice(11, -3)}Z` : text

const readArray =
  (read: Read): Read =>
  (text) => {
    let at = text.startsWith('[') ? text.indexOf('=') + 1 : 0
    const list = (): unknown[] => {
      const values: unknown[] = []
      at++
      while (text[at] !== '}') {
        if (text[at] === ',') at++
        if (text[at] === '{') {
          values.push(list())
        } else if (text[at] === '"') {
          let element = ''
          for (at++; text[at] !== '"'; at++) {
            if (text[at] === '\\') at++
            element += text[at]
          }
          at++
          values.push(read(element))
        } else {
          const start = at
          while (text[at] !== ',' && text[at] !== '}') at++
          const element = text.slice(start, at)
          values.push(element === 'NULL' ? null : read(element))
        }
      }
      at++
      return values
    }
    return list()
  }

const readString: Read = (text) => text
const readBoolean: Read = (text) => text === 't'
const readBytes: Read = (text) => Buffer.from(text.slice(2), 'hex')

// PostgreSQL's type numbers (catalog pg_type): element, then its array type where there is one.
const readers = new Map<number, Read>()
const define = (oid: number, arrayOid: number, read: Read) => {
  readers.set(oid, read)
  readers.set(arrayOid, readArray(read))
}
define(16, 1000, readBoolean)
define(17, 1001, readBytes)
define(20, 1016, readInteger) // int8
define(21, 1005, readInteger) // int2
define(23, 1007, readInteger) // int4
define(26, 1028, readInteger) // oid
define(700, 1021, Number) // float4
define(701, 1022, Number) // float8
define(1700, 1231, readString) // numeric
define(25, 1009, readString) // text
define(1043, 1015, readString) // varchar
define(1042, 1014, readString) // char(n)
define(19, 1003, readString) // name
define(2950, 2951, readString) // uuid
define(1082, 1182, readString) // date
define(1114, 1115, (text) => text.replace(' ', 'T')) // timestamp
define(1184, 1185, readInstant) // timestamptz
define(114, 199, JSON.parse)
define(3802, 3807, JSON.parse)

/** How a column of this type is read from its text form; unknown types stay text. */
export const readerOf = (oid: number): ((text: string) => unknown) => readers.get(oid) ?? readString
