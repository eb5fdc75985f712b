// Workbooks as people send them, read cell by cell: values, never formulas. Whatever a program has saved as XLSX is
// taken (Excel, LibreOffice, Numbers, libraries); anything else is named for what it is. No I/O.
import { SaxParser } from '@cj-tech-master/excelts/xml'
import { Problem, problem } from '../problem.ts'
import { columnLetters } from './csv.ts'
import { withoutOwnSigns } from './text.ts'
import { cellText, dayOfSerial, placeOfCell } from './xlsx-text.ts'
import { openZip, ZipError } from './zip.ts'

/** What stands in a cell. A formula is not run, and what some program once computed from it is left out. */
export type ReadValue =
  | { kind: 'text'; text: string }
  /** `isPercent`: shown as a percentage, so 0.45 is seen as 45%. */
  | { kind: 'number'; number: number; isPercent: boolean }
  | { kind: 'day'; day: string; hasTime: boolean }
  | { kind: 'truth'; truth: boolean }
  | { kind: 'formula' }
  | { kind: 'error'; code: string }

/** `cell`: its address, such as "C7"; `row` counted from 1, `column` from 0. */
export type ReadCell = { cell: string; row: number; column: number; value: ReadValue }

export type ReadSheet = {
  name: string
  isHidden: boolean
  /** Cells with something in them, row by row, by column. Rows without any are left out. */
  rows: ReadonlyMap<number, ReadonlyMap<number, ReadCell>>
  /** Cells joined into one, counted as cells are. */
  merged: { cell: string; from: { row: number; column: number }; until: { row: number; column: number } }[]
}

export type ReadWorkbook = {
  sheets: ReadSheet[]
  hasMacros: boolean
  /** Whether it names other workbooks. They are never opened. */
  hasLinks: boolean
}

/** The largest workbook read, in bytes: as a file, and inflated. */
export const largestWorkbook = 10 * 1024 * 1024
const largestUnpacked = 32 * 1024 * 1024
const mostCells = 500_000

const refuse = (fileName: string, message: string, expected?: string) =>
  problem('input-unreadable', `${fileName} could not be read. Nothing was stored.`, [
    { file: fileName, message, ...(expected === undefined ? {} : { expected }) },
  ])

const opens = (bytes: Uint8Array, ...head: number[]) => head.every((byte, i) => bytes[i] === byte)

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

const damaged = 'The workbook is damaged; it may be cut off'

/** A container of which no more than `largestUnpacked` bytes are unpacked in all. */
type Zip = { names: string[]; read: (name: string) => Uint8Array | undefined }

const openBounded = (bytes: Uint8Array): Zip => {
  const zip = openZip(bytes)
  let left = largestUnpacked
  return {
    names: zip.names,
    read: (name) => {
      const content = zip.read(name, Math.max(1, left))
      left -= content?.length ?? 0
      return content
    },
  }
}

type Tags = {
  open?: (name: string, attributes: Record<string, string>) => void
  text?: (text: string) => void
  close?: (name: string) => void
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1)

const decode = (bytes: Uint8Array): string =>
  new TextDecoder(
    opens(bytes, 0xff, 0xfe) ? 'utf-16le' : opens(bytes, 0xfe, 0xff) ? 'utf-16be' : 'utf-8',
  ).decode(bytes)

/** Walks a part's tags, without their prefixes. A part that declares entities is refused: they can be bombs. */
const walk = (xml: string, tags: Tags): void => {
  if (/<!DOCTYPE/i.test(xml.slice(0, 2000))) throw new ZipError(damaged)
  const parser = new SaxParser({ position: false, invalidCharHandling: 'skip' })
  parser.on('opentag', (tag) => {
    tags.open?.(local(tag.name), tag.attributes)
  })
  parser.on('text', (text) => tags.text?.(text))
  parser.on('cdata', (text) => tags.text?.(text))
  parser.on('closetag', (tag) => tags.close?.(local(tag.name)))
  parser.write(xml)
  parser.close()
}

const attribute = (attributes: Record<string, string>, name: string): string | undefined =>
  attributes[name] ?? Object.entries(attributes).find(([key]) => local(key) === name)?.[1]

const resolve = (from: string, target: string): string => {
  if (target.startsWith('/')) return target.slice(1)
  const parts = from.split('/').slice(0, -1)
  for (const part of target.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.') parts.push(part)
  }
  return parts.join('/')
}

type Relation = { id: string; type: string; target: string }

const relationsOf = (zip: Zip, part: string): Relation[] => {
  const slash = part.lastIndexOf('/')
  const bytes = zip.read(`${part.slice(0, slash + 1)}_rels/${part.slice(slash + 1)}.rels`)
  const relations: Relation[] = []
  if (bytes === undefined) return relations
  walk(decode(bytes), {
    open: (name, attributes) => {
      if (name !== 'Relationship' || attributes.TargetMode === 'External') return
      const type = (attributes.Type ?? '').split('/').at(-1) ?? ''
      relations.push({ id: attributes.Id ?? '', type, target: resolve(part, attributes.Target ?? '') })
    },
  })
  return relations
}

/** Texts that cells share, by number; what is written above letters to say how they sound is left out. */
const readShared = (xml: string): string[] => {
  const shared: string[] = []
  let text: string | undefined
  let isSounded = false
  let takes = false
  walk(xml, {
    open: (name) => {
      if (name === 'si') text = ''
      else if (name === 'rPh') isSounded = true
      else if (name === 't') takes = !isSounded
    },
    text: (words) => {
      if (takes && text !== undefined) text += words
    },
    close: (name) => {
      if (name === 't') takes = false
      else if (name === 'rPh') isSounded = false
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
  if (type === 's') return asText(known.shared[Number(text)] ?? '')
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

const readSheet = (
  xml: string,
  known: Known,
  budget: { cells: number },
): Omit<ReadSheet, 'name' | 'isHidden'> => {
  const rows = new Map<number, Map<number, ReadCell>>()
  const merged: ReadSheet['merged'] = []
  let row = 0
  let column = -1
  let type = ''
  let look: Look = 'plain'
  let text = ''
  let hasFormula = false
  let isSounded = false
  let takes = false
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
        hasFormula = false
      } else if (name === 'f') hasFormula = true
      else if (name === 'rPh') isSounded = true
      else if (name === 'v' || name === 't') takes = !isSounded
      else if (name === 'mergeCell') {
        const [from, until] = (attributes.ref ?? '').split(':').map(placeOfCell)
        if (from !== undefined && until !== undefined)
          merged.push({ cell: attributes.ref ?? '', from, until })
      }
    },
    text: (words) => {
      if (takes) text += words
    },
    close: (name) => {
      if (name === 'v' || name === 't') takes = false
      else if (name === 'rPh') isSounded = false
      else if (name === 'c') {
        const value = cellValue(type, text, hasFormula, look, known)
        if (value === undefined) return
        budget.cells -= 1
        if (budget.cells < 0)
          throw new ZipError(`The workbook has more than ${mostCells} cells with something in them`)
        const cells = rows.get(row) ?? new Map<number, ReadCell>()
        rows.set(row, cells)
        cells.set(column, { cell: `${columnLetters(column)}${row}`, row, column, value })
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
  const budget = { cells: mostCells }
  const sheets = listed.flatMap(({ name, id, isHidden }): ReadSheet[] => {
    const relation = relations.find((one) => one.id === id && one.type === 'worksheet')
    const part = relation === undefined ? undefined : zip.read(relation.target)
    return part === undefined
      ? []
      : [{ name: cellText(name), isHidden, ...readSheet(decode(part), known, budget) }]
  })
  return {
    sheets,
    hasMacros: relations.some((one) => one.type === 'vbaProject'),
    hasLinks: relations.some((one) => one.type === 'externalLink'),
  }
}

/**
 * The cells of a workbook. Throws `input-unreadable` in words for what is none: another format, under a password, cut
 * off, larger than `largestWorkbook`, or unpacking to more than 32 MB or 500,000 cells.
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
