// Workbooks as people send them, read cell by cell: values, never formulas. Whatever a program has saved as XLSX is
// taken (Excel, LibreOffice, Numbers, libraries); anything else is named for what it is. No I/O.
import { Problem, problem } from '../problem.ts'
import { columnLetters } from './csv.ts'
import { withoutOwnSigns } from './text.ts'
import { attribute, damaged, decode, openBounded, opens, relationsOf, walk, type Zip } from './xlsx-parts.ts'
import { asRaised, cellText, dayOfSerial, longestCell, placeOfCell } from './xlsx-text.ts'
import { ZipError } from './zip.ts'

/** What stands in a cell. A formula is not run, and what some program once computed from it is left out. */
export type ReadValue =
  /** Digits set above or below the line are the signs that look so: a square metre is m², a footnote no digit. */
  | { kind: 'text'; text: string }
  /** `isPercent`: shown as a percentage, so 0.45 is seen as 45%. */
  | { kind: 'number'; number: number; isPercent: boolean }
  | { kind: 'day'; day: string; hasTime: boolean }
  | { kind: 'truth'; truth: boolean }
  | { kind: 'formula' }
  | { kind: 'error'; code: string }

/** `cell`: its address, such as "C7"; `row` counted from 1, `column` from 0. */
export type ReadCell = { cell: string; row: number; column: number; value: ReadValue }

export type MergedCells = {
  cell: string
  from: { row: number; column: number }
  until: { row: number; column: number }
}

export type ReadSheet = {
  name: string
  isHidden: boolean
  /** Cells with something in them, row by row, by column. Rows without any are left out. */
  rows: ReadonlyMap<number, ReadonlyMap<number, ReadCell>>
  /** Cells joined into one, by their first row. */
  merged: ReadonlyMap<number, readonly MergedCells[]>
}

export type ReadWorkbook = {
  sheets: ReadSheet[]
  hasMacros: boolean
  /** Whether it names other workbooks. They are never opened. */
  hasLinks: boolean
}

/** The largest workbook read, in bytes of its file. */
export const largestWorkbook = 10 * 1024 * 1024
const mostCells = 500_000
const mostMerged = 20_000
/** Of all texts in cells together; a text that cells share counts for each of them. */
const mostCharacters = 8_000_000

const refuse = (fileName: string, message: string, expected?: string) =>
  problem('input-unreadable', `${fileName} could not be read. Nothing was stored.`, [
    { file: fileName, message, ...(expected === undefined ? {} : { expected }) },
  ])

/** Whether the bytes are a container that workbooks, right or wrong, come in. */
export const looksLikeWorkbook = (bytes: Uint8Array): boolean =>
  opens(bytes, 0x50, 0x4b) || opens(bytes, 0xd0, 0xcf, 0x11, 0xe0)

const asXlsx = 'a workbook saved as XLSX ("Excel Workbook (*.xlsx)")'

const refuseOld = (bytes: Uint8Array, fileName: string): Error => {
  const isEncrypted = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(
    Buffer.from('EncryptedPackage', 'utf16le'),
  )
  return isEncrypted
    ? refuse(
        fileName,
        'The workbook is protected by a password',
        'the same workbook saved without a password',
      )
    : refuse(fileName, 'This is a file of an old Office program (XLS or DOC)', asXlsx)
}

/** Texts that cells share, by number; what is written above letters to say how they sound is left out. */
const readShared = (xml: string): string[] => {
  const shared: string[] = []
  let text: string | undefined
  let isSounded = false
  let takes = false
  let raised: string | undefined
  walk(xml, {
    open: (name, attributes) => {
      if (name === 'si') text = ''
      else if (name === 'rPh') isSounded = true
      else if (name === 'r') raised = undefined
      else if (name === 'vertAlign') raised = attribute(attributes, 'val')
      else if (name === 't') takes = !isSounded
    },
    text: (words) => {
      if (takes && text !== undefined) text += asRaised(words, raised)
    },
    close: (name) => {
      if (name === 't') takes = false
      else if (name === 'rPh') isSounded = false
      else if (name === 'r') raised = undefined
      else if (name === 'si') {
        shared.push(cellText(text ?? ''))
        text = undefined
      }
    },
  })
  return shared
}

type Look = 'day' | 'percent' | 'plain'

/** Whether a number format shows days, percentages, or plain numbers. Times alone are no days. */
const lookOf = (id: number, code: string | undefined): Look => {
  if (code === undefined) {
    if ((id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)) return 'day'
    return id === 9 || id === 10 ? 'percent' : 'plain'
  }
  // What is quoted, escaped or in brackets (colours, languages) says nothing of the kind.
  const bare = code.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '').split(';')[0]!
  if (/[dy]/i.test(bare) && !/general/i.test(bare)) return 'day'
  return bare.includes('%') ? 'percent' : 'plain'
}

const readLooks = (xml: string): Look[] => {
  const codes = new Map<number, string>()
  const looks: Look[] = []
  let isWithin = false
  walk(xml, {
    open: (name, attributes) => {
      if (name === 'numFmt') codes.set(Number(attributes.numFmtId), attributes.formatCode ?? '')
      else if (name === 'cellXfs') isWithin = true
      else if (name === 'xf' && isWithin) {
        const id = Number(attributes.numFmtId ?? 0)
        looks.push(lookOf(id, codes.get(id)))
      }
    },
    close: (name) => {
      if (name === 'cellXfs') isWithin = false
    },
  })
  return looks
}

type Known = { shared: readonly string[]; looks: readonly Look[]; from1904: boolean }

const cellValue = (
  type: string,
  text: string,
  hasFormula: boolean,
  look: Look,
  known: Known,
): ReadValue | undefined => {
  if (hasFormula) return { kind: 'formula' }
  const asText = (words: string): ReadValue | undefined =>
    words === '' ? undefined : { kind: 'text', text: withoutOwnSigns(words.replaceAll('\0', '')) }
  if (type === 's') {
    if (text.trim() === '') return undefined
    const words = known.shared[Number(text)]
    if (words === undefined)
      throw new ZipError(`The workbook is damaged: it has no text number ${text.trim().slice(0, 20)}`)
    return asText(words)
  }
  if (type === 'inlineStr' || type === 'str') return asText(cellText(text))
  if (text.trim() === '') return undefined
  if (type === 'b') return { kind: 'truth', truth: text.trim() === '1' || text.trim() === 'true' }
  if (type === 'e') return { kind: 'error', code: text.trim() }
  if (type === 'd') {
    const [day = '', time = ''] = text.trim().split('T')
    return { kind: 'day', day, hasTime: /[1-9]/.test(time) }
  }
  const number = Number(text)
  if (!Number.isFinite(number)) return asText(text)
  if (look === 'day') {
    const day = dayOfSerial(number, known.from1904)
    if (day !== undefined) return { kind: 'day', ...day }
  }
  return { kind: 'number', number, isPercent: look === 'percent' }
}

/** What may still be read, of all sheets together. */
type Budget = { cells: number; characters: number; merged: number }

const spend = (budget: Budget, value: ReadValue): void => {
  budget.cells -= 1
  if (budget.cells < 0)
    throw new ZipError(`The workbook has more than ${mostCells} cells with something in them`)
  if (value.kind !== 'text') return
  if (value.text.length > longestCell)
    throw new ZipError(`A text has ${value.text.length} characters; a cell holds ${longestCell} at most`)
  budget.characters -= value.text.length
  if (budget.characters < 0)
    throw new ZipError(`The texts of the workbook’s cells have more than ${mostCharacters} characters`)
}

/** Says of a cell that cannot be read where it stands. */
const inCell = <T>(sheetName: string, cell: string, work: () => T): T => {
  try {
    return work()
  } catch (error) {
    if (!(error instanceof ZipError)) throw error
    throw new ZipError(`${error.message} (sheet "${sheetName}", cell ${cell})`)
  }
}

const readSheet = (
  xml: string,
  known: Known,
  sheetName: string,
  budget: Budget,
): Omit<ReadSheet, 'name' | 'isHidden'> => {
  const rows = new Map<number, Map<number, ReadCell>>()
  const merged = new Map<number, MergedCells[]>()
  let row = 0
  let column = -1
  let type = ''
  let look: Look = 'plain'
  let text = ''
  let hasFormula = false
  let isSounded = false
  let takes = false
  let raised: string | undefined
  walk(xml, {
    open: (name, attributes) => {
      if (name === 'row') {
        row = Number(attributes.r ?? row + 1)
        column = -1
      } else if (name === 'c') {
        // Some programs leave addresses out: the next cell of the row is meant.
        const place = placeOfCell(attributes.r ?? '')
        if (place !== undefined) row = place.row
        column = place?.column ?? column + 1
        type = attributes.t ?? 'n'
        look = known.looks[Number(attributes.s ?? 0)] ?? 'plain'
        text = ''
        raised = undefined
        hasFormula = false
      } else if (name === 'f') hasFormula = true
      else if (name === 'rPh') isSounded = true
      else if (name === 'v' || name === 't') takes = !isSounded
      else if (name === 'mergeCell') {
        const [from, until] = (attributes.ref ?? '').split(':').map(placeOfCell)
        if (from === undefined || until === undefined) return
        budget.merged -= 1
        if (budget.merged < 0) throw new ZipError(`The workbook has more than ${mostMerged} merged cells`)
        const own = merged.get(from.row) ?? []
        merged.set(from.row, own)
        own.push({ cell: attributes.ref ?? '', from, until })
      } else if (name === 'r') raised = undefined
      else if (name === 'vertAlign') raised = attribute(attributes, 'val')
    },
    text: (words) => {
      if (takes) text += asRaised(words, raised)
    },
    close: (name) => {
      if (name === 'v' || name === 't') takes = false
      else if (name === 'rPh') isSounded = false
      else if (name === 'c') {
        const cell = `${columnLetters(column)}${row}`
        const value = inCell(sheetName, cell, () => {
          const said = cellValue(type, text, hasFormula, look, known)
          if (said !== undefined) spend(budget, said)
          return said
        })
        if (value === undefined) return
        const cells = rows.get(row) ?? new Map<number, ReadCell>()
        rows.set(row, cells)
        cells.set(column, { cell, row, column, value })
      }
    },
  })
  return { rows: new Map([...rows].sort(([a], [b]) => a - b)), merged }
}

/** Names what is a container but no XLSX workbook. */
const refuseOther = (zip: Zip, fileName: string): Error => {
  const has = (pattern: RegExp) => zip.names.some((name) => pattern.test(name))
  const mime = zip.names.includes('mimetype') ? decode(zip.read('mimetype') ?? new Uint8Array()) : ''
  const what = mime.includes('spreadsheet')
    ? 'This is an OpenDocument spreadsheet (ODS)'
    : has(/^xl\/workbook\.bin$/)
      ? 'This is a binary workbook (XLSB)'
      : has(/^word\//)
        ? 'This is a Word document (DOCX)'
        : has(/^Index\/.*\.iwa$/)
          ? 'This is a Numbers document'
          : 'This is a ZIP container without a workbook in it'
  return refuse(fileName, what, asXlsx)
}

const read = (zip: Zip, fileName: string): ReadWorkbook => {
  const start = relationsOf(zip, '').find((one) => one.type === 'officeDocument')?.target
  const bytes = start === undefined ? undefined : zip.read(start)
  if (start === undefined || bytes === undefined || !/workbook[^/]*\.xml$/i.test(start))
    throw refuseOther(zip, fileName)
  const relations = relationsOf(zip, start)
  const partOf = (type: string): string => {
    const target = relations.find((one) => one.type === type)?.target
    const found = target === undefined ? undefined : zip.read(target)
    return found === undefined ? '' : decode(found)
  }
  let from1904 = false
  const listed: { name: string; id: string; isHidden: boolean }[] = []
  walk(decode(bytes), {
    open: (name, attributes) => {
      if (name === 'workbookPr') from1904 = /^(1|true)$/.test(attributes.date1904 ?? '')
      else if (name === 'sheet')
        listed.push({
          name: attributes.name ?? '',
          id: attribute(attributes, 'id') ?? '',
          isHidden: (attributes.state ?? 'visible') !== 'visible',
        })
    },
  })
  const shared = partOf('sharedStrings')
  const styles = partOf('styles')
  const known: Known = {
    shared: shared === '' ? [] : readShared(shared),
    looks: styles === '' ? [] : readLooks(styles),
    from1904,
  }
  const budget: Budget = { cells: mostCells, characters: mostCharacters, merged: mostMerged }
  const sheets = listed.flatMap(({ name, id, isHidden }): ReadSheet[] => {
    const relation = relations.find((one) => one.id === id && one.type === 'worksheet')
    const part = relation === undefined ? undefined : zip.read(relation.target)
    const named = { name: cellText(name), isHidden }
    return part === undefined ? [] : [{ ...named, ...readSheet(decode(part), known, named.name, budget) }]
  })
  return {
    sheets,
    hasMacros: relations.some((one) => one.type === 'vbaProject'),
    hasLinks: relations.some((one) => one.type === 'externalLink'),
  }
}

/**
 * The cells of a workbook. Throws `input-unreadable` in words for what is none: another format, under a password, cut
 * off, larger than `largestWorkbook`, unpacking to more than 32 MB or 500,000 cells, or with
 * more words than `mostCharacters` or than one cell holds.
 */
export const readWorkbook = (bytes: Uint8Array, fileName: string): ReadWorkbook => {
  if (bytes.length > largestWorkbook)
    throw refuse(
      fileName,
      `The workbook has ${Math.ceil(bytes.length / 1024 / 1024)} MB`,
      `at most ${largestWorkbook / 1024 / 1024} MB; without pictures`,
    )
  if (opens(bytes, 0xd0, 0xcf, 0x11, 0xe0)) throw refuseOld(bytes, fileName)
  if (!opens(bytes, 0x50, 0x4b))
    throw refuse(
      fileName,
      bytes.length === 0
        ? 'The file is empty'
        : 'This is no workbook, whatever its name says; it may be a CSV file',
      asXlsx,
    )
  try {
    return read(openBounded(bytes), fileName)
  } catch (error) {
    if (error instanceof Problem) throw error
    // What the XML reader or a broken address stumbles over is damage, too.
    throw refuse(fileName, error instanceof ZipError ? error.message : damaged, asXlsx)
  }
}
