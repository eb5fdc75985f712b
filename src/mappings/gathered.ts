// What a mapping gathers of a table beside the file, and what rows of that table say that nothing gathers: a vote written
// "Yes" where "yes" is counted would make a vote that nobody cast, so it is told.
import type { Issue } from '../problem.ts'
import type { CellTest, FactOf, Take } from './form.ts'
import type { Notes } from './read-value.ts'
import { type RowAt, textIn } from './take.ts'

/** Of one table: the columns by which its rows are told apart when they are gathered, with what is gathered of each. */
export type Gathered = { table: string; says: ReadonlyMap<string, readonly string[]> }

const wordsOf = (test: CellTest): string[] =>
  typeof test !== 'object'
    ? [String(test)]
    : 'not' in test
      ? [`anything but ${test.not.join(', ')}`]
      : test.map(String)

const testsOf = (take: Take, table: string) =>
  typeof take === 'object' && 'gather' in take && take.gather === table ? [take.where ?? {}] : []

/** What a fact gathers, by table; a table of which rows are gathered whatever they say is not among them. */
export const gatheredBy = (fact: FactOf): Gathered[] => {
  const takes = Object.values(fact.fields)
  const tables = new Set(
    takes.flatMap((take) => (typeof take === 'object' && 'gather' in take ? [take.gather] : [])),
  )
  return [...tables].flatMap((table) => {
    const tests = takes.flatMap((take) => testsOf(take, table))
    if (tests.some((where) => Object.keys(where).length === 0)) return []
    const says = Map.groupBy(
      tests.flatMap((where) => Object.entries(where)),
      ([column]) => column,
    )
    return [
      {
        table,
        says: new Map(
          [...says].map(([column, entries]) => [
            column,
            [...new Set(entries.flatMap(([, test]) => wordsOf(test)))],
          ]),
        ),
      },
    ]
  })
}

/**
 * Tells of the rows among `rows` that nothing gathered: as left out, with what they say, or, where every row is needed, as
 * issues of the table's file, each word once.
 */
export const tellUngathered = (
  { says }: Gathered,
  rows: readonly RowAt[],
  { file, needed, told, notes }: { file: string; needed: boolean; told: Set<string>; notes: Notes },
): Issue[] =>
  rows.flatMap((one): Issue[] => {
    if (one.isSettled?.() !== false) return []
    const words = [...says.keys()].map((column) => `${column}: ${textIn(one, column, notes) || '(empty)'}`)
    const found = words.join(', ')
    if (!needed) {
      one.leftOut?.(`Nothing gathers a row that says ${found}`)
      return []
    }
    if (told.has(found)) return []
    told.add(found)
    return [
      {
        file,
        line: one.row,
        message: 'Nothing counts a row that says this; told once, at its first row',
        found,
        expected: [...says].map(([column, of]) => `${column}: ${of.join(', ')}`).join('; '),
      },
    ]
  })
