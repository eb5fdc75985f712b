// Whether a document is a pledge in parts, and what its parts and their items are. Pure; from the marks of the lines alone.
import { readNote } from './footnotes.ts'
import type { Line } from './lines.ts'
import type { Mark } from './marks.ts'
import { findPartItems, type PartItems } from './part-items.ts'
import { nameColumns } from './part-tables.ts'
import { findParts, type PartHeading } from './parts.ts'
import type { Anomaly } from './plan.ts'
import { isIndicatorHeading, isIndicatorLine } from './sections.ts'
import type { Table } from './tables.ts'

export type Parted = { headings: PartHeading[]; items: PartItems; anomalies: Anomaly[] }

export type PartedScan = {
  lines: Line[]
  marks: Mark[]
  skip: (line: Line) => boolean
  /** Lines that open actions by a word, "Action 3", and that word. */
  byWord: ReadonlySet<number>
  word: string | undefined
  tables: ReadonlyMap<number, Table>
  /** Signs of notes that the text refers to. */
  raised: ReadonlySet<string>
  isWrapped: (headings: ReadonlySet<number>) => boolean
}

/** Words that head actions in some plans, and objectives in most. */
const aims = ['objective', 'goal', 'target', 'priority']

const partAt = (headings: readonly PartHeading[], line: number): PartHeading | undefined =>
  headings.findLast((heading) => heading.line <= line)

/** The parts of a pledge; undefined where the document is none: where actions have indicators of their own below them. */
export const readParted = (scan: PartedScan): Parted | undefined => {
  const { lines, marks, skip, byWord, word, tables, raised } = scan
  const headings = findParts({ lines, marks, skip })
  if (headings.length === 0) return undefined
  const roleAt = (line: number) => partAt(headings, line)?.role
  if (word !== undefined && !aims.includes(word) && [...byWord].some((line) => roleAt(line) !== 'actions'))
    return undefined
  const isOfPart = new Set(headings.map(({ line }) => line))
  const isPlan = lines.some(
    (line, i) =>
      !isOfPart.has(line.number) &&
      !skip(line) &&
      roleAt(line.number) === 'actions' &&
      (isIndicatorHeading(line, marks[i]!) || isIndicatorLine(line, marks[i]!)),
  )
  if (isPlan) return undefined
  const anomalies: Anomaly[] = []
  if (!headings.some(({ role }) => role === 'actions')) {
    const first = headings.find(({ role }) => role === 'objectives')
    if (first === undefined) return undefined
    first.role = 'actions'
    anomalies.push({ line: first.line, kind: 'no-action-part', text: first.title })
  }
  for (const table of tables.values()) nameColumns(table, roleAt(table.first) ?? 'other')
  const isNote = (line: Line) =>
    readNote(line) !== undefined || raised.has(/^\[\d{1,3}\]/.exec(line.plain)?.[0] ?? '')
  const text = {
    lines,
    marks,
    skip: (line: Line) => skip(line) || isNote(line),
    isWrapped: scan.isWrapped(isOfPart),
  }
  const items = findPartItems(headings, text, new Set(tables.keys()))
  for (const line of items.divided)
    anomalies.push({ line, kind: 'divided-paragraph', text: lines[line - 1]!.plain.slice(0, 120) })
  for (const [k, { line, role, title }] of headings.entries()) {
    if (role !== 'actions' && role !== 'indicators') continue
    const until = headings[k + 1]?.line ?? Number.POSITIVE_INFINITY
    const within = (at: number) => at >= line && at < until
    const own = [...items.starts.keys()].filter(within)
    const isInherited = headings[k + 1] !== undefined && headings[k + 1]!.role === role
    if (own.length === 0 && !isInherited && ![...tables.keys()].some(within))
      anomalies.push({ line, kind: 'part-without-items', text: title })
    if (role === 'actions' && own.length > 0 && own.every((at) => !items.marks.has(at)))
      anomalies.push({ line, kind: 'paragraphs-as-actions', text: title })
  }
  return { headings, items, anomalies }
}
