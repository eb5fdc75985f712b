// Which treaty a status page is about: names for the treaties we know, the number in the collection for any other.
import { readFileSync } from 'node:fs'
import { readCsv } from '../formats/csv.ts'
import { problem } from '../problem.ts'
import { referencePath } from './reference.ts'
import { shippedTreaties } from './treaty.ts'

export type TreatyId = { mtdsg: string; id: string; title: string }

const columns = ['mtdsg', 'id', 'title'] as const
let shipped: TreatyId[] | undefined

/** The table reference/treaties.csv. */
export const shippedTreatyIds = (): TreatyId[] => {
  if (shipped !== undefined) return shipped
  const fileName = 'treaties.csv'
  const table = readCsv(readFileSync(referencePath(fileName)), {
    fileName,
    required: columns,
    known: columns,
  })
  if (table.issues.length > 0) throw problem('input-rejected', `${fileName} was not taken in.`, table.issues)
  shipped = table.rows.map((row) => ({ mtdsg: row.get('mtdsg'), id: row.get('id'), title: row.get('title') }))
  return shipped
}

/** Ids of every treaty that is known by name: held as data, or in the table. */
export const treatyIdsHeld = (): string[] => [
  ...new Set([...shippedTreaties().map(({ id }) => id), ...shippedTreatyIds().map(({ id }) => id)]),
]

const slug = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')

/** The treaty's id: by our table, else by its number ("mtdsg-xxi-6"), else by its title. */
export const treatyIdOf = (head: { mtdsg: string | null; title: string }, known: TreatyId[]): string => {
  const { mtdsg, title } = head
  if (mtdsg === null) return slug(title).slice(0, 60) || 'treaty'
  return (
    known.find((treaty) => treaty.mtdsg.toLowerCase() === mtdsg.toLowerCase())?.id ?? `mtdsg-${slug(mtdsg)}`
  )
}
