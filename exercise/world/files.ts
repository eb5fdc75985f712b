// The files of exercise/data as text: CSV, and JSON with one answer a line, so that a change shows as a line.
import { stringify } from 'csv-stringify/sync'
import type { Fact } from './fact.ts'
import type { Report } from './reports.ts'

/** CSV with a header; columns that no row fills stay, so that the form of the file does not depend on its content. */
export const csvText = (columns: readonly string[], rows: readonly Record<string, string>[]): string =>
  stringify(
    rows.map((row) => columns.map((column) => row[column] ?? '')),
    { header: true, columns: [...columns] },
  )

const cellOf = (value: Fact['body'][string]): string =>
  typeof value === 'object' ? value.join(';') : String(value)

const factRow = (fact: Fact): Record<string, string> => {
  const row: Record<string, string> = {
    id: fact.id,
    actor: fact.actor,
    kind: fact.kind,
    subject: fact.subject ?? '',
    from: fact.from ?? '',
    until: fact.until ?? '',
    date: fact.date ?? '',
    known_from: fact.knownFrom,
    supersedes: fact.supersedes ?? '',
    retracts: fact.retracts ?? '',
    source_title: fact.source.title,
    source_address: fact.source.address,
    source_publisher: fact.source.publisher,
    source_date: fact.source.date ?? '',
    locator: fact.locator ?? '',
    quotation: fact.quotation ?? '',
    language: fact.language ?? '',
    tier: fact.tier ?? 'public',
    note: fact.note ?? '',
  }
  for (const [field, value] of Object.entries(fact.body)) row[`body.${field}`] = cellOf(value)
  return row
}

/** facts.csv: the fixed columns, then one for each field that any fact has, in the order in which they come up. */
export const factsText = (facts: readonly Fact[]): string => {
  const rows = facts.map(factRow)
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  return csvText(columns, rows)
}

/** A list of reports: the report's own line, then one line an answer. */
export const reportsText = (reports: readonly Report[]): string => {
  const texts = reports.map(({ answers, ...report }) => {
    const lines = answers.map((answer) => JSON.stringify(answer)).join(',\n')
    return `${JSON.stringify(report).slice(0, -1)},"answers":[\n${lines}\n]}`
  })
  return `[\n${texts.join(',\n')}\n]\n`
}
