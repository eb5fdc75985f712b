// The words of one paragraph of a DOCX: what stands in the final text. Deleted and hidden words are left out, inserted
// ones are in; what was left out is told, so that nobody takes the text for all the file has.
import type { XmlElement } from '@cj-tech-master/excelts/xml'
import { attributeOf, charactersOf, childOf, childrenOf, nameOf } from '../formats/ooxml.ts'
import { readSigns, readSymbol, type SignText, superscriptOf, unreadFormula } from './docx-signs.ts'
import { runLook, type Styles } from './docx-styles.ts'
import { escapeMarks } from './source.ts'

/** A run of characters with one look. `isBreak` parts lines within the paragraph. */
export type Span = { text: string; bold: boolean; raised: boolean; isBreak?: boolean; note?: string }

export type Words = {
  spans: Span[]
  inserted: string
  deleted: string
  hidden: string
  /** Struck through by hand, not by track changes: the words are in the spans. */
  struck: string
  /** Signs and formulas, each in words. */
  notRead: string[]
  comments: string[]
  pictures: number
  boxes: XmlElement[]
  /** A field such as a table of contents was under way at some point of the paragraph. */
  inContents: boolean
}

/** What is carried from paragraph to paragraph: fields under way, numbers of notes. */
export type Reading = {
  styles: Styles
  fields: { code: string; inResult: boolean }[]
  /** The file has foot- or endnotes of its own: what is merely raised refers to none. */
  hasNotes: boolean
  noteSign: (kind: 'footnote' | 'endnote', id: string) => string
  commentText: (id: string) => string
}

const newWords = (): Words => ({
  spans: [],
  inserted: '',
  deleted: '',
  hidden: '',
  struck: '',
  notRead: [],
  comments: [],
  pictures: 0,
  boxes: [],
  inContents: false,
})

const isContentsField = (code: string) => /^\s*(?:TOC|INDEX|TOA)\b/.test(code)
/** Fields that count pages: their result is no word of the text. */
const isPageField = (code: string) => /^\s*(?:PAGE|NUMPAGES|SECTIONPAGES)\b/.test(code)

/** The words of a paragraph. `bold` is what its style says of all of it. */
export const readWords = (paragraph: XmlElement, reading: Reading, bold: boolean): Words => {
  const words = newWords()
  words.inContents = reading.fields.some((field) => isContentsField(field.code))
  for (const child of childrenOf(paragraph)) readInline(child, words, reading, bold, 'plain')
  return words
}

type Revision = 'plain' | 'inserted' | 'deleted'

const through = ['hyperlink', 'smartTag', 'customXml', 'sdtContent', 'dir', 'bdo', 'rt']

const readInline = (
  element: XmlElement,
  words: Words,
  reading: Reading,
  bold: boolean,
  revision: Revision,
) => {
  const name = nameOf(element)
  const into = (next: Revision) => {
    for (const child of childrenOf(element)) readInline(child, words, reading, bold, next)
  }
  if (name === 'r') readRun(element, words, reading, bold, revision)
  else if (name === 'ins' || name === 'moveTo') into(revision === 'deleted' ? revision : 'inserted')
  else if (name === 'del' || name === 'moveFrom') into('deleted')
  else if (through.includes(name)) into(revision)
  else if (name === 'sdt')
    for (const child of childrenOf(childOf(element, 'sdtContent')))
      readInline(child, words, reading, bold, revision)
  else if (name === 'fldSimple') {
    const code = attributeOf(element, 'instr') ?? ''
    if (isContentsField(code)) words.inContents = true
    if (!isPageField(code)) into(revision)
  } else if (name === 'oMath') {
    // Its characters in a row say something else: a half would read as twelve.
    pushText(words, unreadFormula, { bold: false, raised: false }, revision)
    if (revision !== 'deleted')
      words.notRead.push(`a formula with the characters "${charactersOf(element).slice(0, 100)}"`)
  } else if (name === 'oMathPara') into(revision)
  else if (name === 'AlternateContent') {
    const choice = childOf(element, 'Choice') ?? childOf(element, 'Fallback')
    for (const child of childrenOf(choice)) readInline(child, words, reading, bold, revision)
  }
}

const pushText = (
  words: Words,
  text: string,
  look: { bold: boolean; raised: boolean },
  revision: Revision,
) => {
  if (text === '') return
  if (revision === 'deleted') {
    words.deleted += text
    return
  }
  if (revision === 'inserted') words.inserted += text
  const last = words.spans.at(-1)
  if (
    last !== undefined &&
    !last.isBreak &&
    last.note === undefined &&
    last.bold === look.bold &&
    last.raised === look.raised
  )
    last.text += text
  else words.spans.push({ text, ...look })
}

const readRun = (run: XmlElement, words: Words, reading: Reading, bold: boolean, revision: Revision) => {
  const properties = childOf(run, 'rPr')
  const styled = reading.styles.look(attributeOf(childOf(properties, 'rStyle'), 'val'))
  const own = runLook(properties)
  const look = { bold: own.bold ?? styled.bold ?? bold, raised: own.raised ?? styled.raised ?? false }
  const isHidden = own.hidden ?? styled.hidden ?? false
  const isStruck = own.struck ?? styled.struck ?? false
  const fonts = childOf(properties, 'rFonts')
  const font = attributeOf(fonts, 'ascii') ?? attributeOf(fonts, 'hAnsi') ?? ''
  const put = ({ text, notRead }: SignText) => {
    const field = reading.fields.at(-1)
    if (field !== undefined && (!field.inResult || isPageField(field.code))) return
    if (isHidden && revision !== 'deleted') words.hidden += text
    else pushText(words, text, look, revision)
    if (isHidden || revision === 'deleted') return
    words.notRead.push(...notRead)
    if (isStruck) words.struck += text
  }
  for (const child of childrenOf(run)) readInRun(child, words, reading, put, font, look, revision)
}

const readInRun = (
  child: XmlElement,
  words: Words,
  reading: Reading,
  put: (signs: SignText) => void,
  font: string,
  look: { bold: boolean; raised: boolean },
  revision: Revision,
) => {
  const name = nameOf(child)
  if (name === 't') put(readSigns(charactersOf(child), font))
  else if (name === 'delText') words.deleted += charactersOf(child)
  else if (name === 'tab' || name === 'ptab') put(plain(' '))
  // A hyphen that Word keeps at the line is a hyphen; one that shows only at a line's end is none.
  else if (name === 'noBreakHyphen') put(plain('-'))
  else if (name === 'br' || name === 'cr') {
    if (revision !== 'deleted') words.spans.push({ text: ' ', ...look, isBreak: true })
  } else if (name === 'sym')
    put(readSymbol(attributeOf(child, 'char') ?? '', attributeOf(child, 'font') ?? font))
  else if (name === 'fldChar') readFieldSign(child, words, reading)
  else if (name === 'instrText') {
    const field = reading.fields.at(-1)
    if (field !== undefined && !field.inResult) field.code += charactersOf(child)
    if (field !== undefined && isContentsField(field.code)) words.inContents = true
  } else if (name === 'footnoteReference' || name === 'endnoteReference') {
    if (revision === 'deleted') return
    const sign = reading.noteSign(
      name === 'footnoteReference' ? 'footnote' : 'endnote',
      attributeOf(child, 'id') ?? '',
    )
    words.spans.push({ text: '', bold: look.bold, raised: true, note: sign })
  } else if (name === 'commentReference') {
    words.comments.push(reading.commentText(attributeOf(child, 'id') ?? ''))
  } else if (name === 'drawing' || name === 'pict' || name === 'object') findBoxes(child, words)
  else if (name === 'AlternateContent') {
    for (const one of childrenOf(childOf(child, 'Choice') ?? childOf(child, 'Fallback')))
      readInRun(one, words, reading, put, font, look, revision)
  } else if (name === 'ruby')
    for (const one of childrenOf(childOf(child, 'rubyBase')))
      for (const inner of childrenOf(one)) readInRun(inner, words, reading, put, font, look, revision)
}

const readFieldSign = (sign: XmlElement, words: Words, reading: Reading) => {
  const type = attributeOf(sign, 'fldCharType')
  if (type === 'begin') reading.fields.push({ code: '', inResult: false })
  if (type === 'separate' && reading.fields.length > 0) reading.fields.at(-1)!.inResult = true
  if (type === 'end') reading.fields.pop()
  if (reading.fields.some((field) => isContentsField(field.code))) words.inContents = true
}

const plain = (text: string): SignText => ({ text, notRead: [] })

const findBoxes = (element: XmlElement, words: Words) => {
  let found = false
  const look = (one: XmlElement) => {
    for (const child of childrenOf(one)) {
      const name = nameOf(child)
      if (name === 'txbxContent') {
        words.boxes.push(child)
        found = true
      } else if (name !== 'Fallback') look(child)
    }
  }
  look(element)
  if (!found) words.pictures++
}

/**
 * Spans as a line of the reader's Markdown: signs of notes as "^{1}", raised numbers as "m²", all other marks escaped.
 * A raised sign is one of a note only where the file has no notes of its own (`hasNotes`).
 */
export const lineOf = (spans: Span[], hasNotes: boolean): string =>
  spans
    .map((span, i) => {
      if (span.note !== undefined) return `^{${span.note}}`
      const text = span.text.replace(/[\r\n\t]/g, ' ')
      const sign = text.trim()
      const before = i === 0 ? '' : (spans[i - 1]!.note ?? spans[i - 1]!.text)
      const number = span.raised ? superscriptOf(sign) : undefined
      if (number !== undefined && (hasNotes ? before !== '' : /[\p{L}\p{N}]$/u.test(before)))
        return text.replace(sign, () => number)
      if (span.raised && !hasNotes && /^(?:\d{1,3}|\*{1,3}|[a-z]|[ivx]{1,4}|[†‡§])$/.test(sign))
        return text.replace(sign, () => `^{${sign}}`)
      return escapeMarks(text)
    })
    .join('')

/** Spans parted at the line breaks where a new thing begins: a list item, a heading, or a new sentence after an old one. */
export const splitAtBreaks = (
  spans: Span[],
  beginsAnew: (before: string, after: string) => boolean,
): Span[][] => {
  const parts: Span[][] = [[]]
  spans.forEach((span, i) => {
    if (span.isBreak) {
      const before = parts
        .at(-1)!
        .map((one) => one.text)
        .join('')
      const after: string[] = []
      for (const one of spans.slice(i + 1)) {
        if (one.isBreak) break
        after.push(one.text)
      }
      if (beginsAnew(before, after.join(''))) {
        parts.push([])
        return
      }
    }
    parts.at(-1)!.push(span)
  })
  return parts.filter((part) => part.some((span) => span.text.trim() !== '' || span.note !== undefined))
}
