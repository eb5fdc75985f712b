// What keeps a page that can be read from being stored: a register that calls itself complete has to have every row.
import type { Issue } from '../problem.ts'
import type { CountDifference } from './status-check.ts'
import { type ParticipantTable, unknownColumn } from './status-table.ts'

export type PageDoubts = {
  /** Line of the page's date. */
  dateLine: number
  /** Line of the page's own counts. */
  countLine: number
  /** Rows, cells and columns of the table of participants that could not be placed. */
  faults: Issue[]
  differences: CountDifference[]
  /** Names of participants of whom more may be held than the page's notes yield. */
  names: string[]
}

/** The faults of a table of participants. A column nobody can tell is one fault, however many cells it has. */
export const faultsOf = (table: ParticipantTable, fileName: string): Issue[] => {
  const columns = table.columns.flatMap((column): Issue[] => {
    const cells = table.unplaced.filter((one) => one.reason === unknownColumn(column)).length
    if (column.role !== 'unknown' || cells === 0) return []
    return [
      {
        file: fileName,
        line: table.headLine,
        message: `${unknownColumn(column)}; cells in it: ${cells}`,
        expected:
          'acts such as Signature, Ratification, Acceptance(A), Approval(AA), Accession(a), Succession(d)',
        found: column.heading,
      },
    ]
  })
  const ofColumns = new Set(table.columns.map(unknownColumn))
  const rows = table.unplaced
    .filter((one) => !ofColumns.has(one.reason))
    .map(({ line, text, reason }) => ({
      file: fileName,
      line,
      message: reason,
      expected:
        'a participant, and under each heading dates such as "3 Dec 1997" with the marks the heading gives',
      found: text.replaceAll('\n', ' ').slice(0, 200),
    }))
  return [...columns, ...rows]
}
