// The official language of a State, where a source at hand gives it: so that a page can say whether a text is held in it.
import { readFileSync } from 'node:fs'
import { readCsv } from '../formats/csv.ts'
import { problem } from '../problem.ts'
import { referencePath } from './reference.ts'

let held: Map<string, string> | undefined

const read = (): Map<string, string> => {
  const columns = ['actor', 'language', 'source']
  const name = 'official-languages.csv'
  const table = readCsv(readFileSync(referencePath(name)), {
    fileName: name,
    required: columns,
    known: columns,
  })
  if (table.issues.length > 0) throw problem('input-rejected', `${name} was not taken in.`, table.issues)
  return new Map(table.rows.map((row) => [row.get('actor'), row.get('language')]))
}

/** The official language (BCP 47) of a State of reference/official-languages.csv; null where none is held. */
export const officialLanguageOf = (actor: string): string | null => {
  held ??= read()
  return held.get(actor) ?? null
}
