// What the fields of a kind ask of each other: a delay has its reason, a new date has a date, nothing ends before it starts,
// no more came than are told of. Each is data of the kind; nothing here knows a kind by name.
import { dayBefore } from './edtf.ts'
import { boundsOf } from './precision.ts'
import { typedFigures } from './prose.ts'
import { isRows } from './rows-field.ts'

/** Where a check holds: the values of a field for which it does. */
type When = Readonly<Record<string, readonly string[]>>

/**
 * `needs`: the field is told, or is told `when` another has one of these values; `only`: it is told nowhere else; `any`: at
 * least one of these is told; `order`: the first is not after the second, as far as their precision tells; `sum`: a column of
 * rows (`attendance.persons`), each of which counts for itself, adds up to no more than `atMost`; `within`: a column of rows,
 * or a list, has only entries of the list `of`; `fits`: of `fields` only those are told that what the field names has too;
 * `prose`: a text that holds no figure typed by hand, only facts by their ids (prose.ts).
 * Besides its own fields a kind may ask for `heldFrom` (when it holds) and `source` (the document, or who says so).
 */
type Asked =
  | { needs: string; when?: When | undefined }
  | { only: string; when: When }
  | { any: readonly string[] }
  | { order: readonly [string, string] }
  | { sum: string; atMost: string }
  | { within: string; of: string }
  | { fits: string; fields: readonly string[] }
  | { prose: string }

/** `ask`: it may be so all the same, so whoever wrote it is asked, and nothing is refused. */
export type KindCheck = Asked & { ask?: true | undefined }

export type Fault = { field: string; message: string; expected?: string; found?: string }

/** What is said of a fact: its fields, with `heldFrom` and `source` where they are told. */
type Body = Readonly<Record<string, unknown>>

const holds = (when: When, body: Body): boolean =>
  Object.entries(when).every(([field, values]) => values.includes(String(body[field])))

const said = (when: When): string =>
  Object.entries(when)
    .map(([field, values]) => `"${field}" is ${values.join(' or ')}`)
    .join(' and ')

const isAfter = (first: unknown, second: unknown): boolean => {
  const from = typeof first === 'string' ? boundsOf(first)?.from : undefined
  const until = typeof second === 'string' ? boundsOf(second)?.until : undefined
  return from != null && until != null && from > dayBefore(until)
}

/** The cells of a column of rows, or the entries of a list. */
const cellsIn = (body: Body, path: string): unknown[] => {
  const [field = '', column = ''] = path.split('.')
  const value = body[field]
  if (isRows(value)) return value.flatMap((row) => row[column] ?? [])
  return Array.isArray(value) ? value : []
}

/** Groups are the same whatever their capitals. */
const plain = (text: unknown): string => String(text).trim().toLowerCase()

const typedFault = (field: string, text: unknown): Fault | undefined => {
  const found = typeof text === 'string' ? typedFigures(text) : []
  return found.length === 0
    ? undefined
    : {
        field,
        message: 'A figure typed by hand has neither day nor source',
        expected: 'the id of the fact that holds it in braces, such as {fact-0001}',
        found: found.join(', '),
      }
}

const faultOf = (check: KindCheck, body: Body): Fault | undefined => {
  if ('prose' in check) return typedFault(check.prose, body[check.prose])
  if ('needs' in check) {
    const { needs, when } = check
    if (body[needs] !== undefined || (when !== undefined && !holds(when, body))) return undefined
    if (when !== undefined)
      return { field: needs, message: `It is needed where ${said(when)}`, expected: needs }
    return needs === 'source'
      ? { field: needs, message: 'Nothing says where this is from', expected: 'the document, or who says so' }
      : { field: needs, message: 'Missing', expected: needs }
  }
  if ('only' in check)
    return body[check.only] !== undefined && !holds(check.when, body)
      ? { field: check.only, message: `It is told only where ${said(check.when)}`, expected: 'nothing' }
      : undefined
  if ('any' in check)
    return check.any.every((field) => body[field] === undefined)
      ? { field: check.any[0]!, message: 'One of several is needed', expected: check.any.join(', ') }
      : undefined
  if ('order' in check) {
    const [first, second] = check.order
    return isAfter(body[first], body[second])
      ? {
          field: second,
          message: `It lies before "${first}"`,
          expected: `${String(body[first])} or later`,
          found: String(body[second]),
        }
      : undefined
  }
  if ('sum' in check) {
    const total = body[check.atMost]
    const sum = cellsIn(body, check.sum).reduce<number>((all, cell) => all + Number(cell), 0)
    return typeof total === 'number' && sum > total
      ? {
          field: check.atMost,
          message: `The rows of "${check.sum.split('.')[0]}" add up to more`,
          expected: `${sum} or more, or rows that add up to ${total} at most`,
          found: String(total),
        }
      : undefined
  }
  if ('within' in check) {
    const known = cellsIn(body, check.of).map(plain)
    const others = cellsIn(body, check.within).filter((cell) => !known.includes(plain(cell)))
    return known.length > 0 && others.length > 0
      ? {
          field: check.within.split('.')[0]!,
          message: `It names what "${check.of}" does not`,
          expected: cellsIn(body, check.of).join(', '),
          found: [...new Set(others.map(String))].join(', '),
        }
      : undefined
  }
  return undefined
}

/** What the fields of a body lack for each other, by field: what is refused, or with `ask` what may be so all the same. */
export const checkIssues = (checks: readonly KindCheck[], body: Body, ask = false): Fault[] =>
  checks.filter((check) => (check.ask === true) === ask).flatMap((check) => faultOf(check, body) ?? [])

/**
 * What a fact tells of the one it names that this one cannot have, such as the end of what has only a day it is due: `fieldsOf`
 * gives the fields of what a field names; nothing where that is not known.
 */
export const misfits = (
  checks: readonly KindCheck[],
  body: Body,
  fieldsOf: (field: string) => readonly string[] | undefined,
): Fault[] =>
  checks.flatMap((check) => {
    if (!('fits' in check)) return []
    const there = fieldsOf(check.fits)
    if (there === undefined) return []
    return check.fields
      .filter((field) => body[field] !== undefined && !there.includes(field))
      .map((field) => ({
        field,
        message: `What "${check.fits}" names has no such field`,
        expected: check.fields.filter((one) => there.includes(one)).join(', '),
        found: String(body[field]),
      }))
  })
