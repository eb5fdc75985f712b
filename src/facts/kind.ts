// The kinds of datum, as facts need them, and the fields of a datum checked against its kind. The file with the kinds
// is read by whoever calls; nothing here knows a kind by name.
import { isDay, isPlainDate } from './edtf.ts'
import { checkIssues, type KindCheck } from './kind-checks.ts'
import { listTyped } from './list-field.ts'
import { readRecurrence, recurrenceExpected } from './recurrence.ts'
import { type ColumnSpec, readRows } from './rows-field.ts'

export const fieldTypes = ['text', 'integer', 'number', 'date', 'boolean', 'list', 'rows'] as const
export type FieldType = (typeof fieldTypes)[number]

export type FieldSpec = {
  type: FieldType
  required?: boolean | undefined
  /** A day on which something happened, which as of an earlier day has not happened yet. */
  occurs?: boolean | undefined
  /** Of a day on which an event happened: where it is not written, the fact's own date says it, as exactly as it is given. */
  orDate?: boolean | undefined
  unit?: string | undefined
  oneOf?: readonly string[] | undefined
  /** The number may come with a comparator (">18139"), kept in the field `<name>Comparator`. */
  comparator?: boolean | undefined
  of?: FieldType | undefined
  /** A currency of three letters (ISO 4217), a calendar year, or how often something recurs (RFC 5545). */
  form?: 'currency' | 'year' | 'recurrence' | undefined
  /** Of `rows`: what each of them says. */
  columns?: Readonly<Record<string, ColumnSpec>> | undefined
  /**
   * What the text, or each entry of the list, names: facts of these kinds by their ids; `actor`, by its id; `office`,
   * an actor or the name of an office; `instrument-part`, an instrument or `<instrument>/<number>` of its actions and
   * indicators.
   */
  ref?: readonly string[] | undefined
  /** A text of several lines. */
  lines?: boolean | undefined
  /** What helps to write it, an English sentence. */
  hint?: string | undefined
}

export type KindSpec = {
  title: string
  /** A datum in one line, with its fields in braces; a part between semicolons that lacks one is left out. */
  says?: string | undefined
  time: 'event' | 'state'
  /** A state of which no source gives the beginning stands from the day it is known; without it nobody can say. */
  undated?: 'from-known' | undefined
  /** An event that is known before its day, such as a meeting that has been convened. */
  ahead?: boolean | undefined
  /** The part of a State's page of engagements that shows it; none for facts of the State sheet. */
  topic?: string | undefined
  /** It is something to be done by its `due`, once. */
  owed?: 'once' | undefined
  /**
   * Fields by which it speaks of what others may have promised too, a fact or a part of an instrument: whoever promised that
   * answers for it with its writer. Without any, it is its writer's own, and that of the parties it names.
   */
  ownedWith?: readonly string[] | undefined
  fields: Record<string, FieldSpec>
  /** What the fields ask of each other. */
  checks?: readonly KindCheck[] | undefined
}

export type Kinds = Readonly<Record<string, KindSpec>>

export const comparators = ['<', '<=', '>', '>=', '~'] as const

export type FieldIssue = { field: string; message: string; expected?: string; found?: string }

/** The name of a field as a reader writes it: "statedAsOf" as "stated as of". */
export const fieldWords = (name: string): string =>
  name.replace(/([a-z0-9])([A-Z])/g, (_, before: string, after: string) => `${before} ${after.toLowerCase()}`)

/** All fields a datum of the kind may have: its own, a comparator beside each number that takes one, and a note. */
export const fieldsOf = (kind: KindSpec): Record<string, FieldSpec> => {
  const fields: Record<string, FieldSpec> = { note: { type: 'text' } }
  for (const [name, spec] of Object.entries(kind.fields)) {
    fields[name] = spec
    if (spec.comparator === true) fields[`${name}Comparator`] = { type: 'text', oneOf: comparators }
  }
  return fields
}

/** The names of all fields of all kinds, in the order of the file. */
export const allFieldNames = (kinds: Kinds): string[] => [
  ...new Set(Object.values(kinds).flatMap((kind) => Object.keys(fieldsOf(kind)))),
]

type Read = { value: unknown } | { message: string; expected: string; found?: string }

const readNumber = (value: unknown, integer: boolean): Read => {
  const expected = integer ? 'a whole number such as 1200' : 'a number such as 1200 or 12.5'
  const number =
    typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value)
      ? Number(value)
      : typeof value === 'number'
        ? value
        : Number.NaN
  const fits = integer ? Number.isSafeInteger(number) : Number.isFinite(number)
  return fits ? { value: number } : { message: 'Not a number', expected }
}

const readField = (spec: FieldSpec, value: unknown): Read => {
  switch (spec.type) {
    case 'integer':
    case 'number':
      return readNumber(value, spec.type === 'integer')
    case 'boolean':
      if (value === true || value === 'true' || value === 'yes') return { value: true }
      if (value === false || value === 'false' || value === 'no') return { value: false }
      return { message: 'Not a truth value', expected: 'true or false' }
    case 'date':
      // What happened, happened on a day; deadlines and plans are kept as vague as the source states them.
      if (typeof value === 'string' && (spec.occurs === true ? isDay(value) : isPlainDate(value)))
        return { value }
      return {
        message: 'Not a date',
        expected:
          spec.occurs === true ? 'a day such as 2025-12-01' : 'a date such as 2025-12-01, 2025-12 or 2025',
      }
    case 'list': {
      const entries = typeof value === 'string' ? listTyped(value) : value
      if (!Array.isArray(entries) || entries.some((entry) => typeof entry !== 'string')) {
        return { message: 'Not a list', expected: 'entries separated by ";", or a list of texts in JSON' }
      }
      const list = entries.map((entry: string) => entry.trim()).filter((entry) => entry !== '')
      return list.length > 0
        ? { value: list }
        : { message: 'The list is empty', expected: 'at least one entry' }
    }
    case 'rows':
      return readRows(spec.columns ?? {}, value)
    default:
      return typeof value === 'string' ? { value } : { message: 'Not a text', expected: 'a text' }
  }
}

/** What no value of a field can be: a quantity below zero, a currency without a code, a year of another century. */
const checkValue = (spec: FieldSpec, value: unknown): { message: string; expected: string } | undefined => {
  if (spec.oneOf !== undefined && !spec.oneOf.includes(value as string)) {
    return { message: 'Not one of the values', expected: spec.oneOf.join(', ') }
  }
  if (typeof value === 'number' && spec.unit !== undefined && value < 0) {
    return { message: 'A quantity below zero', expected: '0 or more' }
  }
  if (spec.form === 'currency' && !/^[A-Z]{3}$/.test(value as string)) {
    return { message: 'Not a currency', expected: 'three capital letters such as USD or CHF' }
  }
  if (spec.form === 'year' && ((value as number) < 1990 || (value as number) > 2100)) {
    return { message: 'Not a plausible year', expected: 'a year from 1990 to 2100' }
  }
  if (spec.form === 'recurrence' && readRecurrence(value as string) === undefined) {
    return { message: 'Not a rule of recurrence', expected: recurrenceExpected }
  }
  return undefined
}

/** ">18139" into its comparator and its number; other values as they are. */
const splitComparator = (value: unknown): { comparator?: string; value: unknown } => {
  const match = typeof value === 'string' ? /^(<=|>=|<|>|~)\s*(.+)$/.exec(value) : null
  return match === null ? { value } : { comparator: match[1]!, value: match[2]! }
}

/**
 * The body of a datum checked against its kind: numbers, days and lists in their types, unknown fields, missing ones
 * and values that cannot be (outside `oneOf`, quantities below zero, what the kind's `checks` refuse) as issues by field; what
 * its checks only ask about as questions. Empty values ('', null) count as not given. A retraction needs no fields, but those
 * it has must be right. `beside`: what the kind may ask for beside its own fields.
 */
export const readBody = (
  kind: KindSpec,
  given: Readonly<Record<string, unknown>>,
  options: { retraction?: boolean; beside?: Readonly<Record<string, string | undefined>> } = {},
): { body: Record<string, unknown>; issues: FieldIssue[]; questions: FieldIssue[] } => {
  const fields = fieldsOf(kind)
  const body: Record<string, unknown> = {}
  const issues: FieldIssue[] = []
  const questions: FieldIssue[] = []
  for (const [name, raw] of Object.entries(given)) {
    if (raw === '' || raw === null || raw === undefined) continue
    const spec = Object.hasOwn(fields, name) ? fields[name] : undefined
    if (spec === undefined) {
      const expected = Object.keys(fields).join(', ')
      issues.push({ field: name, message: `"${kind.title}" has no field "${name}"`, expected })
      continue
    }
    const split = spec.comparator === true ? splitComparator(raw) : { value: raw }
    const read = readField(spec, split.value)
    const found = typeof raw === 'object' ? JSON.stringify(raw).slice(0, 80) : String(raw).slice(0, 80)
    const wrong = 'message' in read ? read : checkValue(spec, read.value)
    if (wrong !== undefined) issues.push({ field: name, found, ...wrong })
    else if ('value' in read) {
      body[name] = read.value
      if (split.comparator !== undefined) body[`${name}Comparator`] = split.comparator
    }
  }
  const wrong = new Set(issues.map((issue) => issue.field))
  if (options.retraction !== true) {
    for (const [name, spec] of Object.entries(kind.fields)) {
      if (spec.required === true && body[name] === undefined && !wrong.has(name)) {
        issues.push({ field: name, message: `"${kind.title}" needs the field "${name}"` })
      }
    }
    const { checks = [] } = kind
    const all = { ...options.beside, ...body }
    const notWrong = ({ field }: FieldIssue) => !wrong.has(field)
    issues.push(...checkIssues(checks, all).filter(notWrong))
    questions.push(...checkIssues(checks, all, true).filter(notWrong))
  }
  return { body, issues, questions }
}
