// The part of PostgreSQL's wire protocol (version 3) that the embedded store speaks: one statement with parameters
// in text form, or a script; and the answer to it. The worker and the socket only carry these bytes.
import type { Answer } from './engine.ts'
import { sqlError } from './sql-error.ts'
import { readerOf } from './values.ts'

const message = (letter: string, parts: Buffer[]): Buffer => {
  const length = parts.reduce((sum, part) => sum + part.length, 4)
  const head = Buffer.alloc(5)
  head.write(letter, 0, 'latin1')
  head.writeInt32BE(length, 1)
  return Buffer.concat([head, ...parts])
}

const int16 = (value: number): Buffer => {
  const b = Buffer.alloc(2)
  b.writeUInt16BE(value)
  return b
}

const int32 = (value: number): Buffer => {
  const b = Buffer.alloc(4)
  b.writeInt32BE(value)
  return b
}

const zero = Buffer.from([0])
const describePortal = message('D', [Buffer.from('P\0', 'latin1')])
const executeAll = message('E', [zero, int32(0)])
const sync = message('S', [])

const refuseNul = (text: string) => {
  if (text.includes('\0')) throw new RangeError('Text with a NUL character cannot be stored')
}

/** Parse, Bind, Describe, Execute, Sync for one statement. */
export const encodeQuery = (sql: string, parameters: (string | null)[]): Uint8Array => {
  refuseNul(sql)
  const values: Buffer[] = []
  for (const parameter of parameters) {
    if (parameter === null) {
      values.push(int32(-1))
    } else {
      refuseNul(parameter)
      const bytes = Buffer.from(parameter, 'utf8')
      values.push(int32(bytes.length), bytes)
    }
  }
  return Buffer.concat([
    message('P', [zero, Buffer.from(sql, 'utf8'), zero, int16(0)]),
    message('B', [zero, zero, int16(0), int16(parameters.length), ...values, int16(0)]),
    describePortal,
    executeAll,
    sync,
  ])
}

/** A script of several statements in the simple protocol. */
export const encodeScript = (sql: string): Uint8Array => {
  refuseNul(sql)
  return message('Q', [Buffer.from(sql, 'utf8'), zero])
}

type Column = { name: string; read: (text: string) => unknown }

const readColumns = (bytes: Buffer, start: number): Column[] => {
  let at = start + 2
  return Array.from({ length: bytes.readUInt16BE(start) }, () => {
    const end = bytes.indexOf(0, at)
    const name = bytes.toString('utf8', at, end)
    const read = readerOf(bytes.readInt32BE(end + 7))
    at = end + 19
    return { name, read }
  })
}

const readRow = (bytes: Buffer, start: number, columns: Column[]): Record<string, unknown> => {
  const row: Record<string, unknown> = {}
  let at = start + 2
  for (const { name, read } of columns) {
    const length = bytes.readInt32BE(at)
    at += 4
    if (length < 0) {
      row[name] = null
    } else {
      row[name] = read(bytes.toString('utf8', at, at + length))
      at += length
    }
  }
  return row
}

const readErrorFields = (bytes: Buffer, start: number): Map<string, string> => {
  const fields = new Map<string, string>()
  for (let at = start; bytes[at] !== 0; ) {
    const end = bytes.indexOf(0, at + 1)
    fields.set(String.fromCharCode(bytes[at]!), bytes.toString('utf8', at + 1, end))
    at = end + 1
  }
  return fields
}

/**
 * PGlite cannot catch C++ exceptions: a statement that raises one comes back without rows, tag or error, and the
 * session is unsound from then on.
 */
export const isUnanswered = (raw: Uint8Array): boolean => {
  const bytes = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength)
  for (let at = 0; at + 5 <= bytes.length; at += 1 + bytes.readInt32BE(at + 1)) {
    if (bytes[at] === 0x43 || bytes[at] === 0x45 || bytes[at] === 0x49) return false
  }
  return true
}

/**
 * Reads the answer to one statement or script (of a script: the last statement's).
 * Throws the SqlError PostgreSQL reported.
 */
export const decodeAnswer = (raw: Uint8Array): Answer => {
  const bytes = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength)
  let columns: Column[] = []
  let rows: Record<string, unknown>[] = []
  let tag = ''
  for (let at = 0; at + 5 <= bytes.length; ) {
    const letter = bytes[at]!
    const body = at + 5
    at += 1 + bytes.readInt32BE(at + 1)
    if (letter === 0x44 /* D */) rows.push(readRow(bytes, body, columns))
    else if (letter === 0x54 /* T */) {
      columns = readColumns(bytes, body)
      rows = []
    } else if (letter === 0x43 /* C */) tag = bytes.toString('latin1', body, at - 1)
    else if (letter === 0x45 /* E */) throw sqlError(readErrorFields(bytes, body))
  }
  const words = tag.split(' ')
  return { command: words[0]!, count: Number(words.at(-1)) || 0, rows }
}

/** The session's state after an answer: 'I' idle, 'T' in a transaction, 'E' in a failed one. */
export const sessionState = (raw: Uint8Array): string => String.fromCharCode(raw[raw.length - 1] ?? 0x49)
