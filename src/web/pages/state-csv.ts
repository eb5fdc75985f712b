// A State's sheet as one table, so that a spreadsheet gets the whole of it: a row for each thing held, its kind in `row`.
import type { Sheet } from '../data/sheet.ts'
import { markOf } from '../submitted-mark.ts'
import type { CsvValue, Table } from '../twin.ts'

const columns = [
  'actor',
  'row',
  'subject',
  'year_or_date',
  'says',
  'state',
  'known_from',
  'source',
  'source_date',
  'address',
  'locator',
  'quotation',
  'quotation_language',
  'mark',
  'tier',
] as const

/** What a kind of row does not have stays empty. */
type Row = Partial<Record<Exclude<(typeof columns)[number], 'actor' | 'row'>, CsvValue>>

const mark = (one: Parameters<typeof markOf>[0]): Row => {
  const words = markOf(one)
  return words === null ? {} : { mark: words }
}

export const sheetTable = (sheet: Sheet): Table => {
  const rowsOf = <T>(kind: string, all: readonly T[], rowOf: (one: T) => Row): CsvValue[][] =>
    all.map((one) => {
      const row: Record<string, CsvValue> = { actor: sheet.state.id, row: kind, ...rowOf(one) }
      return columns.map((column) => row[column] ?? null)
    })
  return {
    columns: [...columns],
    rows: [
      ...rowsOf('membership', sheet.memberships, (membership) => ({
        subject: membership.treaty,
        year_or_date: membership.from ?? membership.consentedOn,
        says: membership.reason,
        state: membership.until === null ? 'party' : `party until ${membership.until}`,
        source: membership.source?.title ?? null,
        source_date: membership.statedOn,
        address: membership.source?.address ?? null,
      })),
      ...rowsOf('value', sheet.values, (value) => ({
        subject: value.indicator,
        year_or_date: value.year,
        says: value.reason,
        state: value.state,
        ...mark(value),
      })),
      ...rowsOf('fact', sheet.facts, (fact) => ({
        subject: fact.kind,
        year_or_date: fact.held,
        says: fact.fields.map((field) => `${field.name}: ${[field.value].flat().join('; ')}`).join(', '),
        state: fact.retracted ? 'retracted' : fact.supersededBy === null ? 'stands' : 'superseded',
        known_from: fact.knownFrom,
        source: fact.source?.title ?? null,
        source_date: fact.source?.date ?? null,
        address: fact.source?.address ?? null,
        locator: fact.locator,
        quotation: fact.quotation,
        quotation_language: fact.language,
        tier: fact.tier,
        ...mark(fact),
      })),
      ...rowsOf('report', sheet.reports, (report) => ({
        subject: report.obligation,
        year_or_date: report.coversYear,
        says: `${report.title}, version ${report.version}, ${report.answers} answers`,
        state: report.current ? 'current' : 'superseded',
        known_from: report.receivedOn,
        source: report.source?.title ?? null,
        source_date: report.source?.date ?? null,
        address: report.source?.address ?? null,
        quotation_language: report.language,
        ...mark(report),
      })),
      ...rowsOf('date', sheet.dates, (date) => ({
        subject: date.article === null ? date.instrument : `${date.instrument}, ${date.article}`,
        year_or_date: date.due,
        says: [date.title, date.instance, date.said.derivation, date.said.waitsFor]
          .filter((part) => part !== null)
          .join('; '),
        state: date.status,
        source: date.source.title,
        address: date.source.address,
        locator: date.source.place,
        quotation: date.words,
        quotation_language: date.language,
        ...mark(date),
      })),
      ...rowsOf('cohort', sheet.cohorts, (cohort) => ({
        subject: cohort.name,
        year_or_date: cohort.from,
        says: cohort.reason,
        state: cohort.belongs === 'unknown' ? 'not known' : cohort.belongs,
      })),
      ...rowsOf('report due', sheet.receipts, (receipt) => ({
        subject: receipt.obligation,
        year_or_date: receipt.year,
        says: `covering ${receipt.coversYear}, due ${receipt.dueOn}`,
        state: receipt.isLate === true ? 'received late' : receipt.state,
        known_from: receipt.firstReceivedOn,
        ...mark(receipt),
      })),
    ],
  }
}
