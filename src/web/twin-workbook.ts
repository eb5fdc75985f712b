// A page's table as a workbook: the rows with typed cells, rows of different kinds on sheets of their own, and a sheet
// that says where all of it is from.
import type { CellGiven, CellValue, SheetGiven } from '../formats/xlsx.ts'
import { heightOf, writeWorkbook } from '../formats/xlsx.ts'
import { serialOf } from '../formats/xlsx-text.ts'
import type { Site } from './site.ts'
import type { CsvValue, Table } from './table.ts'
import { withoutMarks } from './text.ts'

/** Where a table is from: what page, at which address, to which days it speaks. */
export type TableOrigin = { page: string; address: string; asOf: string | null; knownOn: string | null }

const heading = { isBold: true, fill: 'DCE8EA', isBoxed: true, wraps: true } as const
const originWidth = 90
const narrowest = 8
const widest = 60

/** A number of more digits than spreadsheets keep stays as it is written. */
const isExact = (value: number): boolean =>
  Number.isFinite(value) && (!Number.isInteger(value) || Math.abs(value) < 1e15)

/** Columns of nothing but whole days become dates; days among years and months stay text, or they would be sorted apart. */
const holdsDays = (rows: readonly CsvValue[][], column: number): boolean => {
  const said = rows.map((row) => row[column] ?? null).filter((value) => value !== null && value !== '')
  return said.length > 0 && said.every((value) => typeof value === 'string' && serialOf(value) !== undefined)
}

const cellOf = (value: CsvValue, isDay: boolean): CellValue => {
  if (value === null || value === '') return null
  if (isDay) return { day: String(value) }
  return typeof value === 'number' && isExact(value) ? value : String(value)
}

const widthOf = (title: string, rows: readonly CsvValue[][], column: number): number => {
  const lengths = rows.slice(0, 500).map((row) => String(row[column] ?? '').length)
  return Math.min(widest, Math.max(narrowest, title.length + 4, ...lengths.map((length) => length + 2)))
}

const tableSheet = (site: Site, name: string, { columns, rows }: Table): SheetGiven => {
  const days = columns.map((_, i) => holdsDays(rows, i))
  return {
    name,
    rows: [
      columns.map((title): CellGiven => ({ value: title, style: heading })),
      ...rows.map((row) => columns.map((_, i) => cellOf(row[i] ?? null, days[i] ?? false))),
    ],
    columns: columns.map((title, i) => ({ width: days[i] ? 12 : widthOf(title, rows, i) })),
    frozen: { rows: 1, columns: 0 },
    filterRow: 0,
    ...(site.banner === null ? {} : { printHeader: site.banner, tab: '6B4FA0' }),
  }
}

/** The rows of one kind with the columns that any of them fills. */
const ofKind = ({ columns, rows }: Table, column: number, kind: string): Table => {
  const own = rows.filter((row) => row[column] === kind)
  const kept = columns.map((_, i) => i).filter((i) => own.some((row) => (row[i] ?? '') !== ''))
  return { columns: kept.map((i) => columns[i]!), rows: own.map((row) => kept.map((i) => row[i] ?? null)) }
}

/** One sheet; where `row` tells several kinds of rows apart, one for each kind. */
const dataSheets = (site: Site, table: Table): SheetGiven[] => {
  const column = table.columns.indexOf('row')
  const kinds = column < 0 ? [] : [...new Set(table.rows.map((row) => String(row[column])))]
  if (kinds.length < 2) return [tableSheet(site, site.text('workbook.data'), table)]
  return kinds.map((kind) => tableSheet(site, kind, ofKind(table, column, kind)))
}

const heightsOf = (values: readonly CellValue[], width: number): Map<number, number> =>
  new Map(values.map((value, i) => [i, heightOf(typeof value === 'string' ? [[value, width]] : [])]))

const originSheet = (site: Site, origin: TableOrigin, rows: number): SheetGiven => {
  const { text } = site
  const banner = site.bannerWords === null ? [] : [withoutMarks(site.bannerWords)]
  const said: [string, CellValue][] = [
    [text('workbook.page'), origin.page],
    [text('workbook.address'), origin.address],
    ...(origin.asOf === null ? [] : [[text('workbook.asOf'), { day: origin.asOf }] as [string, CellValue]]),
    ...(origin.knownOn === null
      ? []
      : [[text('workbook.knownOn'), { day: origin.knownOn }] as [string, CellValue]]),
    [text('workbook.world'), text(site.world === 'exercise' ? 'site.exercise' : 'site.register')],
    [text('workbook.taken'), { day: site.today() }],
    [text('workbook.rows'), rows],
    [text('api.read.null'), text('api.read.null.words')],
    [text('api.read.dates'), text('api.read.dates.words')],
    [text('enter.marked'), text('workbook.entered')],
  ]
  const bold = { isBold: true, wraps: true }
  const wrapped = { wraps: true, isLeft: true }
  const plain = (value: CellValue): CellValue => (typeof value === 'string' ? withoutMarks(value) : value)
  return {
    name: withoutMarks(text('workbook.source')),
    rows: [
      ...banner.map((words) => [{ value: words, style: { isBold: true } }]),
      ...said.map(([name, value]) => [
        { value: plain(name), style: bold },
        { value: plain(value), style: wrapped },
      ]),
    ],
    columns: [{ width: 28 }, { width: originWidth }],
    heights: heightsOf([...banner, ...said.map(([, value]) => value)], originWidth),
    ...(site.banner === null ? {} : { printHeader: site.banner }),
  }
}

/** The bytes of the workbook. The world stands in every row, as in CSV. */
export const asWorkbook = (site: Site, table: Table, origin: TableOrigin): Uint8Array => {
  const whole = { columns: ['world', ...table.columns], rows: table.rows.map((row) => [site.world, ...row]) }
  return writeWorkbook({
    title: [site.banner, origin.page].filter((part) => part !== null).join(' '),
    sheets: [...dataSheets(site, whole), originSheet(site, origin, table.rows.length)],
  })
}
