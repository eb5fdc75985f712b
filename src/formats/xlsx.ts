// Workbooks (XLSX, ECMA-376) written: sheets of cells that are numbers, days or text, with what a form needs (typed
// lists, limits, protection). Text is always text: nothing written here is ever run as a formula. No I/O.
// docs/decisions/0013 says why the parts are written here.
import { problem } from '../problem.ts'
import { columnLetters } from './csv.ts'
import { type CellStyle, createStyleBook, type StyleBook } from './xlsx-style.ts'
import { cellXml, longestCell, serialOf, xmlText } from './xlsx-text.ts'
import { writeZip } from './zip-write.ts'

/** `{ day }`: YYYY-MM-DD, a date cell where spreadsheets can hold the day, else text. */
export type CellValue = string | number | { day: string } | null

/** A cell: its value alone, or with its looks. */
export type CellGiven = CellValue | { value: CellValue; style: CellStyle }

/** What may be typed into the cells of `range`, such as "E5:E40"; a spreadsheet says `message` to anything else. */
export type Limit = {
  range: string
  message: string
  allow: { list: string } | 'number' | 'whole number' | { days: { from: string; until: string } }
}

export type SheetGiven = {
  /** Cut to 31 characters, without those a name must not have. Names are made to differ. */
  name: string
  rows: readonly (readonly CellGiven[])[]
  /** Widths in characters. */
  columns: readonly { width: number; isHidden?: boolean }[]
  /** Heights in points, by row counted from 0. */
  heights?: ReadonlyMap<number, number>
  /** Counted from 0. */
  hiddenRows?: readonly number[]
  /** So many rows and columns stay in sight. */
  frozen?: { rows: number; columns: number }
  /** The row of headings over which a filter is laid, counted from 0. */
  filterRow?: number
  limits?: readonly Limit[]
  /** Only cells whose style is open take typing; no password. */
  isProtected?: boolean
  isHidden?: boolean
  isRightToLeft?: boolean
  /** Printed at the top of every page. */
  printHeader?: string
  /** RRGGBB. */
  tab?: string
}

export type WorkbookGiven = { title: string; sheets: readonly SheetGiven[] }

/** The height, in points, of a row whose wrapped texts stand in columns of these widths: programs do not all fit it. */
export const heightOf = (texts: readonly (readonly [text: string, width: number])[]): number => {
  // Letters wider than a digit, and words that do not break where the line ends, take about a tenth more.
  const lines = texts.map(([text, width]) =>
    text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil((line.length * 1.1) / width)), 0),
  )
  return Math.min(400, Math.max(1, ...lines) * 15)
}

export const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
export const mostRows = 1_048_576

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packaged = 'http://schemas.openxmlformats.org/package/2006'

/** A spreadsheet takes what begins like this for a formula, once it is edited; formats/csv.ts guards the same. */
const opensFormula = /^['=+\-@\t\r\n＝＋－＠]/

/** Ends a text that no cell holds whole. A reader who finds it knows that the text was longer. */
export const cutNote = (length: number): string =>
  ` … [cut: this text has ${length} characters, a cell holds ${longestCell}; it stands whole in the CSV and JSON]`

const fitting = (text: string): string => {
  if (text.length <= longestCell) return text
  const note = cutNote(text.length)
  return text.slice(0, longestCell - note.length) + note
}

const isStyled = (given: CellGiven): given is { value: CellValue; style: CellStyle } =>
  typeof given === 'object' && given !== null && 'style' in given

const cellOf = (given: CellGiven, address: string, styles: StyleBook): string => {
  const { value, style } = isStyled(given) ? given : { value: given, style: {} }
  const look = (more: CellStyle = {}) => {
    const number = styles.numberOf({ ...style, ...more })
    return number === 0 ? '' : ` s="${number}"`
  }
  if (value === null || value === '') {
    const plain = look()
    return plain === '' ? '' : `<c r="${address}"${plain}/>`
  }
  if (typeof value === 'number' && Number.isFinite(value))
    return `<c r="${address}"${look()}><v>${value}</v></c>`
  const serial = typeof value === 'object' ? serialOf(value.day) : undefined
  if (serial !== undefined) return `<c r="${address}"${look({ form: 'day' })}><v>${serial}</v></c>`
  const text = fitting(typeof value === 'object' ? value.day : String(value))
  const quoted = opensFormula.test(text) ? { isQuoted: true } : {}
  return `<c r="${address}" t="inlineStr"${look(quoted)}><is><t xml:space="preserve">${cellXml(text)}</t></is></c>`
}

/** At most so many characters, without half a word at the end where a whole one can go. */
const cutAtWord = (name: string, most: number): string => {
  if (name.length <= most) return name
  const space = name.lastIndexOf(' ', most)
  return name.slice(0, space > most / 2 ? space : most).trimEnd()
}

/** Names a workbook takes: none twice, whatever their case, and no signs that addresses are made of. */
const sheetNames = (sheets: readonly SheetGiven[]): string[] => {
  const taken = new Set<string>()
  return sheets.map(({ name }) => {
    const plain =
      name
        .replace(/[\][:*?/\\\p{Cc}]/gu, ' ')
        .replace(/\s+/g, ' ')
        .replace(/^[' ]+|[' ]+$/g, '') || 'Sheet'
    for (let i = 1; ; i++) {
      const end = i === 1 ? '' : ` (${i})`
      const tried = `${cutAtWord(plain, 31 - end.length)}${end}`
      if (taken.has(tried.toLowerCase())) continue
      taken.add(tried.toLowerCase())
      return tried
    }
  })
}

const limitXml = ({ range, message, allow }: Limit): string => {
  const said = `allowBlank="1" showErrorMessage="1" error="${xmlText(message.slice(0, 225))}" sqref="${range}"`
  if (allow === 'number' || allow === 'whole number')
    return `<dataValidation type="${allow === 'number' ? 'decimal' : 'whole'}" operator="greaterThanOrEqual" ${said}><formula1>0</formula1></dataValidation>`
  if ('list' in allow)
    return `<dataValidation type="list" ${said}><formula1>${xmlText(allow.list)}</formula1></dataValidation>`
  const { from, until } = allow.days
  return `<dataValidation type="date" operator="between" ${said}><formula1>${serialOf(from) ?? 61}</formula1><formula2>${serialOf(until) ?? 61}</formula2></dataValidation>`
}

const viewXml = (sheet: SheetGiven, isFirst: boolean): string => {
  const { frozen, isRightToLeft } = sheet
  const { rows = 0, columns = 0 } = frozen ?? {}
  const pane = rows > 0 && columns > 0 ? 'bottomRight' : rows > 0 ? 'bottomLeft' : 'topRight'
  const split = `${columns > 0 ? ` xSplit="${columns}"` : ''}${rows > 0 ? ` ySplit="${rows}"` : ''}`
  const inside =
    rows + columns === 0
      ? ''
      : `<pane${split} topLeftCell="${columnLetters(columns)}${rows + 1}" activePane="${pane}" state="frozen"/><selection pane="${pane}"/>`
  return `<sheetViews><sheetView workbookViewId="0"${isFirst ? ' tabSelected="1"' : ''}${isRightToLeft ? ' rightToLeft="1"' : ''}>${inside}</sheetView></sheetViews>`
}

const filterRange = (sheet: SheetGiven): string | undefined => {
  if (sheet.filterRow === undefined || sheet.columns.length === 0) return undefined
  return `A${sheet.filterRow + 1}:${columnLetters(sheet.columns.length - 1)}${sheet.rows.length}`
}

const sheetXml = (sheet: SheetGiven, styles: StyleBook, isFirst: boolean): string => {
  if (sheet.rows.length > mostRows)
    throw problem(
      'usage',
      `A sheet holds ${mostRows} rows; this table has ${sheet.rows.length}. Take the CSV.`,
    )
  const letters = sheet.columns.map((_, i) => columnLetters(i))
  const rows = sheet.rows.map((row, r) => {
    const height = sheet.heights?.get(r)
    const cells = row.map((cell, c) => cellOf(cell, `${letters[c] ?? columnLetters(c)}${r + 1}`, styles))
    return `<row r="${r + 1}"${height === undefined ? '' : ` ht="${height}" customHeight="1"`}${sheet.hiddenRows?.includes(r) ? ' hidden="1"' : ''}>${cells.join('')}</row>`
  })
  const filter = filterRange(sheet)
  const limits = sheet.limits ?? []
  return [
    `${head}<worksheet xmlns="${main}">`,
    `<sheetPr>${sheet.tab === undefined ? '' : `<tabColor rgb="FF${sheet.tab}"/>`}<pageSetUpPr fitToPage="1"/></sheetPr>`,
    viewXml(sheet, isFirst),
    '<sheetFormatPr defaultRowHeight="15"/>',
    sheet.columns.length === 0
      ? ''
      : `<cols>${sheet.columns.map(({ width, isHidden }, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"${isHidden ? ' hidden="1"' : ''}/>`).join('')}</cols>`,
    `<sheetData>${rows.join('')}</sheetData>`,
    // Widths and heights may be changed; filters work where there are any.
    sheet.isProtected
      ? '<sheetProtection sheet="1" objects="1" scenarios="1" formatColumns="0" formatRows="0" autoFilter="0"/>'
      : '',
    filter === undefined ? '' : `<autoFilter ref="${filter}"/>`,
    limits.length === 0
      ? ''
      : `<dataValidations count="${limits.length}">${limits.map(limitXml).join('')}</dataValidations>`,
    '<pageMargins left="0.5" right="0.5" top="0.75" bottom="0.6" header="0.3" footer="0.3"/>',
    '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>',
    `<headerFooter>${sheet.printHeader === undefined ? '' : `<oddHeader>&amp;C${cellXml(sheet.printHeader.replaceAll('&', '&&').slice(0, 200))}</oddHeader>`}<oddFooter>&amp;C&amp;A · &amp;P / &amp;N</oddFooter></headerFooter>`,
    '</worksheet>',
  ].join('')
}

const quotedName = (name: string): string => `'${name.replaceAll("'", "''")}'`

/** What an address of cells on another sheet looks like, for lists: `'Lists'!$A$2:$A$6`. */
export const rangeOn = (sheetName: string, column: number, from: number, until: number): string =>
  `${quotedName(sheetName)}!$${columnLetters(column)}$${from}:$${columnLetters(column)}$${until}`

const namesXml = (sheets: readonly SheetGiven[], names: readonly string[]): string => {
  const defined = sheets.flatMap((sheet, i) => {
    const own = quotedName(names[i]!)
    const filter = filterRange(sheet)?.replace(/([A-Z]+)(\d+)/g, '$$$1$$$2')
    const titled = sheet.frozen?.rows ?? 0
    return [
      ...(filter === undefined
        ? []
        : [
            `<definedName name="_xlnm._FilterDatabase" localSheetId="${i}" hidden="1">${xmlText(`${own}!${filter}`)}</definedName>`,
          ]),
      ...(titled === 0
        ? []
        : [
            `<definedName name="_xlnm.Print_Titles" localSheetId="${i}">${xmlText(`${own}!$1:$${titled}`)}</definedName>`,
          ]),
    ]
  })
  return defined.length === 0 ? '' : `<definedNames>${defined.join('')}</definedNames>`
}

/** The bytes of a workbook; the same content gives the same bytes. */
export const writeWorkbook = ({ title, sheets }: WorkbookGiven): Uint8Array => {
  const styles = createStyleBook()
  const names = sheetNames(sheets)
  const pages = sheets.map((sheet, i) => sheetXml(sheet, styles, i === 0))
  const part = (i: number) => `worksheets/sheet${i + 1}.xml`
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
  return writeZip([
    {
      name: '[Content_Types].xml',
      content: `${head}<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/>${sheets.map((_, i) => `<Override PartName="/xl/${part(i)}" ContentType="${type}.worksheet+xml"/>`).join('')}<Override PartName="/xl/styles.xml" ContentType="${type}.styles+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`,
    },
    {
      name: '_rels/.rels',
      content: `${head}<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/><Relationship Id="rId2" Type="${packaged}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`,
    },
    {
      name: 'docProps/core.xml',
      content: `${head}<cp:coreProperties xmlns:cp="${packaged}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${cellXml(title)}</dc:title><dc:creator>Pacta</dc:creator></cp:coreProperties>`,
    },
    {
      name: 'xl/workbook.xml',
      content: `${head}<workbook xmlns="${main}" xmlns:r="${relations}"><bookViews><workbookView activeTab="0"/></bookViews><sheets>${sheets.map(({ isHidden }, i) => `<sheet name="${cellXml(names[i]!)}" sheetId="${i + 1}"${isHidden ? ' state="veryHidden"' : ''} r:id="rId${i + 1}"/>`).join('')}</sheets>${namesXml(sheets, names)}</workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: `${head}<Relationships xmlns="${packaged}/relationships">${sheets.map((_, i) => `<Relationship Id="rId${i + 1}" Type="${relations}/worksheet" Target="${part(i)}"/>`).join('')}<Relationship Id="rId${sheets.length + 1}" Type="${relations}/styles" Target="styles.xml"/></Relationships>`,
    },
    { name: 'xl/styles.xml', content: styles.xml() },
    ...pages.map((content, i) => ({ name: `xl/${part(i)}`, content })),
  ])
}
