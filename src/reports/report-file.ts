// Files of reports: JSON as in docs/how-to/enter-facts-and-reports.md, or CSV with one row an answer. Both become the
// same raw reports, which validate.ts checks; a path such as answers[3].state leads back to its place in the file.
import type { InputFile } from '../facts/datum-file.ts'
import { looksLikeJson } from '../facts/datum-file.ts'
import { type CsvRow, readCsv } from '../formats/csv.ts'
import { pathText, readJson } from '../formats/json.ts'
import type { Issue, Place } from '../problem.ts'

export type ReportPath = (string | number)[]

/** A report as written, nothing checked yet. */
export type RawReport = { value: unknown; place: (path: ReportPath) => Place }

export type ReadReports = { reports: RawReport[]; issues: Issue[] }

const readReportJson = (file: InputFile): ReadReports => {
  const value = readJson(file.bytes, file.name)
  const isList = (one: unknown): one is unknown[] => Array.isArray(one)
  const wrapped =
    typeof value === 'object' && value !== null && 'reports' in value
      ? (value as { reports: unknown }).reports
      : undefined
  const list = isList(value) ? value : isList(wrapped) ? wrapped : undefined
  if (wrapped !== undefined && list === undefined) {
    return { reports: [], issues: [{ file: file.name, path: 'reports', message: 'Not a list of reports' }] }
  }
  if (list === undefined) {
    return { reports: [{ value, place: (path) => ({ file: file.name, path: pathText(path) }) }], issues: [] }
  }
  const prefix = list === wrapped ? ['reports'] : []
  const reports = list.map((one, i) => ({
    value: one,
    place: (path: ReportPath): Place => ({ file: file.name, path: pathText([...prefix, i, ...path]) }),
  }))
  return { reports, issues: [] }
}

// Path in the report → column of the file.
const reportColumns: Record<string, string> = {
  actor: 'actor',
  obligation: 'obligation',
  coversYear: 'covers_year',
  receivedOn: 'received_on',
  version: 'version',
  language: 'language',
  subject: 'subject',
  'document.form': 'form',
  'document.title': 'title',
  'document.voluntary': 'voluntary',
}
const answerColumns: Record<string, string> = {
  question: 'question',
  state: 'state',
  silence: 'silence',
  number: 'number',
  unit: 'unit',
  text: 'text',
  'evidence.page': 'page',
  'evidence.quotation': 'quotation',
  'evidence.language': 'quotation_language',
  codedBy: 'coded_by',
  confirmedBy: 'confirmed_by',
}
const identity = ['actor', 'obligation', 'covers_year', 'subject', 'received_on', 'version']
const required = ['actor', 'obligation', 'covers_year', 'received_on', 'question', 'state']

const typed = (column: string, text: string): unknown => {
  if (['covers_year', 'version', 'number'].includes(column) && /^-?\d+(\.\d+)?$/.test(text))
    return Number(text)
  if (column === 'voluntary') {
    if (/^(true|yes)$/i.test(text)) return true
    if (/^(false|no)$/i.test(text)) return false
  }
  return text
}

/** The object that `columns` of a row make, nested where a path has a dot; empty cells are left out. */
const objectOf = (row: CsvRow, columns: Record<string, string>): Record<string, unknown> => {
  const value: Record<string, unknown> = {}
  for (const [path, column] of Object.entries(columns)) {
    const text = row.get(column)
    if (text === '') continue
    const [head, tail] = path.split('.') as [string, string | undefined]
    if (tail === undefined) value[head] = typed(column, text)
    else value[head] = { ...(value[head] as object | undefined), [tail]: typed(column, text) }
  }
  return value
}

const readReportCsv = (file: InputFile): ReadReports => {
  const known = [...Object.values(reportColumns), ...Object.values(answerColumns)]
  const table = readCsv(file.bytes, { fileName: file.name, required, known })
  const issues = [...table.issues]
  const groups = new Map<string, CsvRow[]>()
  for (const row of table.rows) {
    const key = JSON.stringify(identity.map((column) => row.get(column)))
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [row])
    else group.push(row)
  }
  const reports = [...groups.values()].map((rows): RawReport => {
    const first = rows[0]!
    for (const column of ['language', 'form', 'title', 'voluntary']) {
      const other = rows.find((row) => row.get(column) !== first.get(column))
      if (other === undefined) continue
      const message = `Rows of one report say different things in "${column}"`
      const expected = `${first.get(column) || 'empty'}, as in line ${first.line}`
      issues.push({ ...other.place(column), message, found: other.get(column), expected })
    }
    const answered = rows.filter((row) =>
      Object.values(answerColumns).some((column) => row.get(column) !== ''),
    )
    const answers = answered.map((row) => objectOf(row, answerColumns))
    return {
      value: { ...objectOf(first, reportColumns), answers },
      place: (path) => {
        if (path[0] === 'answers' && typeof path[1] === 'number') {
          const row = answered[path[1]] ?? first
          const column = answerColumns[path.slice(2).join('.')]
          return row.place(column ?? 'question')
        }
        return first.place(reportColumns[path.join('.')] ?? 'actor')
      },
    }
  })
  return { reports, issues }
}

/** The reports of a JSON or CSV file, with what is wrong with its form. Throws `input-unreadable` where it cannot be read at all. */
export const readReportText = (file: InputFile): ReadReports =>
  looksLikeJson(file) ? readReportJson(file) : readReportCsv(file)
