// The looks of cells in a workbook, as its part xl/styles.xml holds them: each combination once, by number.
import { xmlText } from './xlsx-text.ts'

export type CellStyle = {
  /** How a number is shown. `text`: whatever is typed stays text. */
  form?: 'day' | 'text'
  isBold?: boolean
  isQuiet?: boolean
  /** In points; 11 where nothing is said. */
  size?: number
  /** RRGGBB. */
  fill?: string
  isBoxed?: boolean
  /** Can be typed into on a protected sheet. */
  isOpen?: boolean
  wraps?: boolean
  /** Numbers and days, too, stand at the beginning. */
  isLeft?: boolean
  /** Shown from right to left, as its words are. */
  isRightToLeft?: boolean
  /** Text that begins like a formula: a spreadsheet keeps it as text when it is edited. */
  isQuoted?: boolean
}

const border = '<left style="thin"><color rgb="FF8A9BA5"/></left>'
const boxed = ['left', 'right', 'top', 'bottom'].map((side) => border.replaceAll('left', side)).join('')

/** The looks a workbook uses, and the number of each. Number 0 is the plain one. */
export type StyleBook = { numberOf: (style: CellStyle) => number; xml: () => string }

export const createStyleBook = (): StyleBook => {
  const fonts: string[] = []
  // The first two are fixed by the format.
  const fills = [
    '<fill><patternFill patternType="none"/></fill>',
    '<fill><patternFill patternType="gray125"/></fill>',
  ]
  const looks: string[] = []
  const indexIn = (list: string[], one: string): number => {
    const found = list.indexOf(one)
    return found >= 0 ? found : list.push(one) - 1
  }
  const seen = new Map<string, number>()
  const make = (style: CellStyle): number => {
    const color = style.isQuiet ? 'FF5B6770' : 'FF1B2328'
    const font = indexIn(
      fonts,
      `<font>${style.isBold ? '<b/>' : ''}<sz val="${style.size ?? 11}"/><color rgb="${color}"/><name val="Calibri"/><family val="2"/></font>`,
    )
    const fill =
      style.fill === undefined
        ? 0
        : indexIn(
            fills,
            `<fill><patternFill patternType="solid"><fgColor rgb="FF${style.fill}"/><bgColor indexed="64"/></patternFill></fill>`,
          )
    const form = style.form === 'day' ? 164 : style.form === 'text' ? 49 : 0
    const align = `<alignment vertical="top"${style.isLeft ? ' horizontal="left"' : ''}${style.wraps ? ' wrapText="1"' : ''}${style.isRightToLeft ? ' readingOrder="2"' : ''}/>`
    const protection = style.isOpen ? '<protection locked="0"/>' : ''
    return indexIn(
      looks,
      `<xf numFmtId="${form}" fontId="${font}" fillId="${fill}" borderId="${style.isBoxed ? 1 : 0}" xfId="0"${style.isQuoted ? ' quotePrefix="1"' : ''} applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1" applyProtection="1">${align}${protection}</xf>`,
    )
  }
  const numberOf = (style: CellStyle): number => {
    const key = JSON.stringify(Object.entries(style).sort())
    const known = seen.get(key)
    if (known !== undefined) return known
    const made = make(style)
    seen.set(key, made)
    return made
  }
  numberOf({})
  return {
    numberOf,
    xml: () => `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="1"><numFmt numFmtId="164" formatCode="${xmlText('yyyy\\-mm\\-dd')}"/></numFmts><fonts count="${fonts.length}">${fonts.join('')}</fonts><fills count="${fills.length}">${fills.join('')}</fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>${boxed}<diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${looks.length}">${looks.join('')}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`,
  }
}
