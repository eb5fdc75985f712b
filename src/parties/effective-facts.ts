// Days on which a treaty came into force for a State that no rule gives: successions above all. Facts with their source.
import { readFileSync } from 'node:fs'
import { isDay } from '../facts/edtf.ts'
import { readCsv } from '../formats/csv.ts'
import { problem } from '../problem.ts'
import { referencePath } from './reference.ts'
import { type StatusKind, statusKinds } from './status-event.ts'

export type EffectiveFact = {
  treaty: string
  actor: string
  kind: StatusKind
  notifiedOn: string
  effectiveOn: string
  quotation: string
  sourceTitle: string
  sourceAddress: string
}

const columns = [
  ...[
    'treaty',
    'actor',
    'kind',
    'notified_on',
    'effective_on',
    'quotation',
    'source_title',
    'source_address',
  ],
] as const
let shipped: EffectiveFact[] | undefined

/** reference/status/effective-dates.csv. */
export const shippedEffectiveFacts = (): EffectiveFact[] => {
  if (shipped !== undefined) return shipped
  const fileName = 'effective-dates.csv'
  const bytes = readFileSync(referencePath('status', fileName))
  const table = readCsv(bytes, { fileName, required: columns, known: columns })
  const issues = [...table.issues]
  for (const row of table.rows) {
    for (const column of ['notified_on', 'effective_on']) {
      if (!isDay(row.get(column)))
        issues.push({ ...row.place(column), message: 'Not a day', found: row.get(column) })
    }
    if (!statusKinds.includes(row.get('kind') as StatusKind)) {
      issues.push({ ...row.place('kind'), message: 'Unknown kind', found: row.get('kind') })
    }
  }
  if (issues.length > 0) throw problem('input-rejected', `${fileName} was not taken in.`, issues)
  shipped = table.rows.map((row) => ({
    treaty: row.get('treaty'),
    actor: row.get('actor'),
    kind: row.get('kind') as StatusKind,
    notifiedOn: row.get('notified_on'),
    effectiveOn: row.get('effective_on'),
    quotation: row.get('quotation'),
    sourceTitle: row.get('source_title'),
    sourceAddress: row.get('source_address'),
  }))
  return shipped
}
