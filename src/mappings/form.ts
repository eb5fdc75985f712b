// The form of a mapping: how a table that somebody else keeps is read as facts of the register. A mapping is data, one
// file a table; docs/reference/mappings.md says what each part means.
import { z } from 'zod'

const slug = z.string().regex(/^[a-z0-9][a-z0-9-]*$/, 'small letters, digits and hyphens')
const name = z.string().regex(/^[A-Za-z][A-Za-z0-9]*$/, 'letters and digits, a letter first')
const scalar = z.union([z.string(), z.number(), z.boolean()])

/** How a file is read into rows. */
export type Reads = {
  format: 'csv' | 'tsv' | 'xlsx' | 'json'
  /** A label of the Encoding Standard: utf-8 (where not given), macintosh, windows-1252. CSV and TSV only. */
  encoding?: string | undefined
  /** Between cells: "," where not given, a tab in TSV. */
  separator?: string | undefined
  /** Of a workbook: the sheet's name; the first one where not given. */
  sheet?: string | undefined
  /** Of JSON: the key under which the list of rows stands; the file is the list where not given. */
  list?: string | undefined
  /** Texts that stand for an empty cell, such as NA. */
  empty?: readonly string[] | undefined
}

export const readsForm: z.ZodType<Reads> = z.strictObject({
  format: z.enum(['csv', 'tsv', 'xlsx', 'json']),
  encoding: z.string().optional(),
  separator: z.string().length(1).optional(),
  sheet: z.string().optional(),
  list: z.string().optional(),
  empty: z.array(z.string()).optional(),
})

/** What a cell must say: a text, one of several, or none of them. */
export type CellTest = string | number | readonly (string | number)[] | { not: readonly (string | number)[] }
export type CellTests = Readonly<Record<string, CellTest>>

const texts = z.array(z.union([z.string(), z.number()]))
const testsForm = z.record(
  z.string(),
  z.union([z.string(), z.number(), texts, z.strictObject({ not: texts })]),
)

/** What happens to a word that no vocabulary holds, or a name that nobody held has. */
export const otherwises = ['refuse', 'leave-out', 'keep', 'empty'] as const
export type Otherwise = (typeof otherwises)[number]

export const readings = ['text', 'integer', 'number', 'date', 'list', 'actor', 'actors'] as const

/** How the text of a cell becomes a value. In this order: `replace`, `words`, `as`. */
export type Reading = {
  replace?: readonly { find: string; with: string }[] | undefined
  words?: string | undefined
  otherwise?: Otherwise | undefined
  as?: (typeof readings)[number] | undefined
  /** Of lists: what stands between entries; ";" where not given. */
  split?: string | undefined
  /** Of numbers: the sign before decimals ("." where not given), and the one between thousands. */
  decimal?: string | undefined
  thousands?: string | undefined
  /** Of dates: the order of day, month and year in figures; year first where not given. */
  order?: 'dmy' | 'mdy' | undefined
}

/** A constant; a text in which names in braces stand for what a cell or value says; or what is read from a cell. */
export type Take =
  | string
  | number
  | boolean
  | ({ from: string | readonly string[] } & Reading)
  | ({ gather: string; from: string; where?: CellTests | undefined } & Reading)
  | { gather: string; count: true; where?: CellTests | undefined }
  /** Twelve signs that stand for what these names say together: an id for rows that have none. */
  | { digest: readonly string[] }

const readingShape = {
  replace: z.array(z.strictObject({ find: z.string(), with: z.string() })).optional(),
  words: name.optional(),
  otherwise: z.enum(otherwises).optional(),
  as: z.enum(readings).optional(),
  split: z.string().min(1).optional(),
  decimal: z.enum(['.', ',']).optional(),
  thousands: z.enum([',', '.', ' ', "'"]).optional(),
  order: z.enum(['dmy', 'mdy']).optional(),
}

const takeForm: z.ZodType<Take> = z.union([
  scalar,
  z.strictObject({ from: z.union([z.string(), z.array(z.string()).min(1)]), ...readingShape }),
  z.strictObject({ gather: name, from: z.string(), where: testsForm.optional(), ...readingShape }),
  z.strictObject({ gather: name, count: z.literal(true), where: testsForm.optional() }),
  z.strictObject({ digest: z.array(z.string()).min(1) }),
])

export type LeaveOut = { where: CellTests; reason: string }
const leaveOutForm: z.ZodType<LeaveOut> = z.strictObject({ where: testsForm, reason: z.string().min(1) })

/** Another table, whose rows belong to those of the file by a key: many to one, to be gathered, or one, to be looked up. */
export type TableOf = {
  title: string
  /** It ships beside the mapping; otherwise it is handed over with the file. */
  file?: string | undefined
  reads: Reads
  /** Of each row of the table, and of each row of the file: equal texts belong together. */
  key: Take
  of: Take
  /** Every row taken has at least one row here, and every row that belongs to it is gathered: the rest is refused. */
  needed?: true | undefined
  values?: Readonly<Record<string, Take>> | undefined
  leaveOut?: readonly LeaveOut[] | undefined
}

const tableForm: z.ZodType<TableOf> = z.strictObject({
  title: z.string().min(1),
  file: z.string().optional(),
  reads: readsForm,
  key: takeForm,
  of: takeForm,
  needed: z.literal(true).optional(),
  values: z.record(name, takeForm).optional(),
  leaveOut: z.array(leaveOutForm).optional(),
})

/** What one row becomes. */
export type FactOf = {
  when?: CellTests | undefined
  kind: string
  id: Take
  actor: Take
  subject?: Take | undefined
  date?: Take | undefined
  from?: Take | undefined
  until?: Take | undefined
  locator?: Take | undefined
  quotation?: Take | undefined
  language?: Take | undefined
  note?: Take | undefined
  fields: Readonly<Record<string, Take>>
}

const factForm: z.ZodType<FactOf> = z.strictObject({
  when: testsForm.optional(),
  kind: slug,
  id: takeForm,
  actor: takeForm,
  subject: takeForm.optional(),
  date: takeForm.optional(),
  from: takeForm.optional(),
  until: takeForm.optional(),
  locator: takeForm.optional(),
  quotation: takeForm.optional(),
  language: takeForm.optional(),
  note: takeForm.optional(),
  fields: z.record(name, takeForm),
})

/** The parts of a fact besides its fields, by the columns of a file of facts. */
export const factParts = [
  'subject',
  'date',
  'from',
  'until',
  'locator',
  'quotation',
  'language',
  'note',
] as const

export type Mapping = {
  id: string
  title: string
  source: {
    title: string
    address?: string | undefined
    publisher?: string | undefined
    /** The document's own date, EDTF. */
    date?: string | undefined
    licence: string
    note?: string | undefined
  }
  /** What the table covers and what it cannot say; shown wherever it is named. */
  reach: string
  reads: Reads
  /** A file holds the rows of one actor; where not given, of everybody. */
  holds?: 'one-actor' | undefined
  values?: Readonly<Record<string, Take>> | undefined
  words?: Readonly<Record<string, Readonly<Record<string, string | number | boolean>>>> | undefined
  /** How names become actors. `spellings`: a CSV file beside the mapping; `over`: the value by which they differ in time. */
  actors?: { spellings?: string | undefined; over?: string | undefined } | undefined
  tables?: Readonly<Record<string, TableOf>> | undefined
  leaveOut?: readonly LeaveOut[] | undefined
  facts: readonly FactOf[]
}

export const mappingForm: z.ZodType<Mapping> = z.strictObject({
  id: slug,
  title: z.string().min(1),
  source: z.strictObject({
    title: z.string().min(1),
    address: z.url().optional(),
    publisher: z.string().optional(),
    date: z.string().optional(),
    licence: z.string().min(1),
    note: z.string().optional(),
  }),
  reach: z.string().min(1),
  reads: readsForm,
  holds: z.literal('one-actor').optional(),
  values: z.record(name, takeForm).optional(),
  words: z.record(name, z.record(z.string(), scalar)).optional(),
  actors: z.strictObject({ spellings: z.string().optional(), over: name.optional() }).optional(),
  tables: z.record(name, tableForm).optional(),
  leaveOut: z.array(leaveOutForm).optional(),
  facts: z.array(factForm).min(1),
})
