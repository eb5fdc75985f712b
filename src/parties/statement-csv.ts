// Statements to treaties as CSV: the form in which the exercise keeps what stands below its depositary's pages.
import { statedActs, statementKinds } from './statement-heading.ts'
import type { PageStatement, PageStatements, StatementIs } from './statement-page.ts'
import { readRows } from './status-csv.ts'

const columns = [
  ...['treaty', 'actor', 'name', 'what', 'section', 'rule', 'heading', 'upon', 'confirmed_upon', 'made_on'],
  ...['date_words', 'against', 'withdrawn_on', 'language', 'note', 'line', 'words'],
]

const whats: readonly StatementIs[] = [...statementKinds, 'reservation-and-other']

/**
 * What stands below the page of each treaty of a CSV file, by treaty, in the order of its lines; `against` are ids with ";" between
 * them. Throws `input-rejected` by line and cell.
 */
export const readStatementsCsv = (path: string): Map<string, PageStatements> => {
  const rows = readRows(path, columns, ['treaty', 'name', 'what'], ({ text, needed, day }, row, issues) => {
    const oneOf = <T extends string>(column: string, among: readonly T[]): T | null => {
      const found = text(column)
      const one = among.find((name) => name === found)
      if (found !== null && one === undefined)
        issues.push({ ...row.place(column), message: 'Unknown word', expected: among.join(', '), found })
      return one ?? null
    }
    needed('what')
    const statement: PageStatement = {
      ...{ actor: text('actor'), name: needed('name'), what: oneOf('what', whats) ?? 'unclear' },
      ...{ section: text('section'), rule: text('rule'), heading: text('heading') },
      ...{ upon: oneOf('upon', statedActs), confirmedUpon: oneOf('confirmed_upon', statedActs) },
      ...{ madeOn: day('made_on'), dateWords: text('date_words'), withdrawnOn: day('withdrawn_on') },
      ...{ against: text('against')?.split(';') ?? [], words: text('words'), language: text('language') },
      ...{ note: text('note'), line: Number(row.get('line') || row.line) },
    }
    return { treaty: needed('treaty'), statement }
  })
  return new Map(
    [...Map.groupBy(rows, ({ treaty }) => treaty)].map(([treaty, own]) => {
      const list = own.map(({ statement }) => statement)
      const sections = [...new Set(list.map(({ section }) => section))]
      return [treaty, { sections, entries: list.length, list, unplaced: [], placed: [] }]
    }),
  )
}
