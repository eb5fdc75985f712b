// Tables in the parts of a pledge: what stands in a table below "Indicators" is indicators, whatever its columns are called,
// and what its further columns say (target, baseline, by when) belongs to what is promised, so it is kept with its words.
import type { PartRole } from './part-words.ts'
import type { Indicator, Passage } from './plan.ts'
import type { Column, ColumnRole, Table } from './tables.ts'
import type { Draft } from './walk.ts'

/** Columns that bear on the judgement are said first: a reader, and a guess, meets the target before the baseline. */
const telling: readonly RegExp[] = [
  /target|cible|meta|цель|целевой|зорилтот|зорилт|المستهدف|الهدف|目标/iu,
  /by when|deadline|due|when|date|time|year|échéance|délai|plazo|fecha|срок|когда|хугацаа|الموعد|المدة/iu,
]

const rank = (label: string): number => {
  const at = telling.findIndex((words) => words.test(label))
  return at < 0 ? telling.length : at
}

/** The text with what further columns say behind it, in brackets: "Meetings held (Target: 4 a year; Baseline: 0)". */
export const withColumns = (text: string, columns: readonly { label: string; text: string }[]): string => {
  const said = columns
    .filter((one) => !/^[-–—./\s]*$/.test(one.text))
    .toSorted((a, b) => rank(a.label) - rank(b.label))
    .map((one) => (one.label === '' ? one.text : `${one.label.replace(/\s*[:：]$/, '')}: ${one.text}`))
  if (said.length === 0) return text
  return `${text.replace(/(?<=\p{L}\p{L})\.$/u, '')} (${said.join('; ')})`
}

/** Puts what a row's further columns say with its indicator. */
export const joinColumns = (
  draft: Draft,
  indicator: Indicator,
  columns: readonly (Passage & { label: string })[],
): void => {
  if (columns.length === 0) return
  indicator.text = withColumns(indicator.text, columns)
  for (const { pieces } of columns) indicator.pieces.push(...pieces)
  if (!draft.anomalies.some(({ kind }) => kind === 'columns-joined'))
    draft.anomalies.push({
      line: indicator.line,
      kind: 'columns-joined',
      text: columns.map(({ label }) => label).join(', '),
    })
}

/** The same for the actions of a plan of work in a table: "Responsible", "By when". */
export const joinDetails = (draft: Draft): void => {
  for (const action of draft.actions) {
    if (action.details.length === 0) continue
    const said = action.details.splice(0)
    action.text = withColumns(action.text, said)
    for (const { pieces } of said) action.pieces.push(...pieces)
    draft.anomalies.push({
      line: action.line,
      kind: 'columns-joined',
      text: said.map(({ label }) => label).join(', '),
    })
  }
}

const lengthOf = (table: Table, column: number): number =>
  table.rows.reduce((sum, row) => sum + (row.cells[column]?.text.length ?? 0), 0)

const isCount = (table: Table, column: number): boolean =>
  table.rows.every((row) => /^\(?(?:\p{L}{1,2}[.-]?)?[\d.]{1,6}[.)]?$/u.test(row.cells[column]?.text ?? ''))

/** The column that says what is promised, where no name of a column tells: the first that is no count, in words. */
const wordsColumn = (table: Table): number | undefined => {
  const columns = table.columns.map((_, k) => k).filter((k) => !isCount(table, k))
  const longest = Math.max(...columns.map((k) => lengthOf(table, k)))
  return columns.find((k) => lengthOf(table, k) * 3 >= longest && lengthOf(table, k) > 0)
}

/** Names the columns of a table by the part it stands in. Nothing where its own header tells already. */
export const nameColumns = (table: Table, role: PartRole): void => {
  if (role !== 'actions' && role !== 'indicators') return
  const wanted: ColumnRole = role === 'actions' ? 'action' : 'indicator'
  if (table.header === undefined) {
    const [header, ...rows] = table.rows
    if (header === undefined || rows.length === 0 || header.cells.length < 2) return
    if (header.cells.some((cell) => cell.text.length > 60)) return
    table.header = header
    table.rows = rows
    table.columns = header.cells.map((cell): Column => ({ role: 'detail', label: cell.text }))
  }
  table.refers = false
  const has = (one: ColumnRole) => table.columns.some((column) => column.role === one)
  // A column of aims beside what is promised is a further remark on it.
  table.columns = table.columns.map((column) =>
    column.role === 'section' ? { ...column, role: 'detail' } : column,
  )
  // "Action | Description" with numbers under "Action".
  table.columns = table.columns.map((column, k) =>
    column.role === wanted && isCount(table, k) ? { ...column, role: 'number' } : column,
  )
  if (has(wanted)) return
  const at =
    role === 'indicators' && has('action')
      ? table.columns.findIndex(({ role: one }) => one === 'action')
      : wordsColumn(table)
  table.columns = table.columns.map((column, k) =>
    k === at
      ? { ...column, role: wanted }
      : column.role === 'detail' && isCount(table, k) && k < (at ?? 0)
        ? { ...column, role: 'number' }
        : column,
  )
}
