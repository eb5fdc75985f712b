// What became of every row, as a table that is kept beside the file.
import { writeCsv } from '../formats/csv.ts'
import type { RowFate } from './tally.ts'

/** The fates as CSV, a row each; `table` is empty for the file itself, `row` for a fact that no row has any more. */
export const fatesTable = (fates: readonly RowFate[]): string =>
  writeCsv(
    ['table', 'row', 'fate', 'facts', 'reason'],
    fates.map(({ table, row, fate, facts, reason }) => [table, row ?? '', fate, facts.join(' '), reason]),
  )
