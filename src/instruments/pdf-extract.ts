// The words of a PDF with where and how they are set: what its pages say before anybody reads lines into them.
import { getDocumentProxy, getResolvedPDFJS } from 'unpdf'
import { type Matrix, multiply, type Rule, rulesOf } from './pdf-rules.ts'

/** A run of characters: `x` and `y` (of its baseline, from the top) and `width` in points; `size` of its font. */
export type PdfItem = {
  text: string
  x: number
  y: number
  width: number
  size: number
  bold: boolean
  /** Marked by the file as no content: a page header, a footer, a rule. */
  artifact: boolean
  /** Set at an angle, as a watermark is. */
  turned: boolean
}

/** `missingHyphens` are seen on the page and could not be put back where they belong; `rules` are of its tables. */
export type PdfPage = {
  width: number
  height: number
  items: PdfItem[]
  rules: Rule[]
  missingHyphens: number
}

/** Why a PDF could not be read, in the words of an issue. */
export type PdfRefusal = { message: string; expected: string }

/** The most pages read; the longest plans have some three hundred. */
export const mostPdfPages = 1500

const boldName = /bold|black|heavy|semibold|demi(?!t)|[,-]b(?:$|[^a-z])/i

const refusalOf = (error: unknown): PdfRefusal => {
  const name = error instanceof Error ? error.name : ''
  if (name === 'PasswordException')
    return {
      message: 'The PDF is protected by a password',
      expected: 'a file without protection; "qpdf --decrypt --password=… PLAN.pdf OPEN.pdf" makes one',
    }
  return {
    message: `The PDF is damaged or cut off (${error instanceof Error ? error.message.slice(0, 120) : String(error)})`,
    expected: 'the whole file; fetch it again, or mend it with "qpdf PLAN.pdf MENDED.pdf"',
  }
}

/** The pages of a PDF, or why it cannot be read. Reads no more than `mostPdfPages`. */
export const extractPdf = async (bytes: Uint8Array): Promise<PdfPage[] | PdfRefusal> => {
  try {
    const document = await getDocumentProxy(bytes, { verbosity: 0, stopAtErrors: false })
    if (document.numPages > mostPdfPages)
      return {
        message: `The PDF has ${document.numPages} pages; at most ${mostPdfPages} are read`,
        expected: 'the plan alone, without its annexes',
      }
    const bolds = new Map<string, boolean>()
    const pages: PdfPage[] = []
    for (let number = 1; number <= document.numPages; number++)
      pages.push(await extractPage(await document.getPage(number), bolds))
    return pages
  } catch (error) {
    return refusalOf(error)
  }
}

type Page = Awaited<ReturnType<Awaited<ReturnType<typeof getDocumentProxy>>['getPage']>>

const extractPage = async (page: Page, bolds: Map<string, boolean>): Promise<PdfPage> => {
  const viewport = page.getViewport({ scale: 1 })
  const content = await page.getTextContent({ includeMarkedContent: true })
  const { hyphens, rules } = await readDrawing(page, bolds, viewport.transform as Matrix)
  const items: PdfItem[] = []
  const marked: { artifact: boolean; empty: boolean; span: boolean }[] = []
  let restored = 0
  for (const item of content.items) {
    if (!('str' in item)) {
      // The type of the library leaves out what its content has: the tag.
      const { tag } = item as { tag?: string }
      if (item.type !== 'endMarkedContent') {
        marked.push({
          artifact: marked.at(-1)?.artifact === true || tag === 'Artifact',
          empty: true,
          span: tag === 'Span',
        })
        continue
      }
      const ended = marked.pop()
      const last = items.at(-1)
      if (ended?.empty && ended.span && restored < hyphens && last !== undefined) {
        last.text += '-'
        last.width += 0.3 * last.size
        restored++
      }
      continue
    }
    if (item.str.trim() === '') continue
    for (const one of marked) one.empty = false
    const matrix = multiply(viewport.transform as Matrix, item.transform as Matrix)
    const size = Math.hypot(matrix[2], matrix[3])
    items.push({
      text: item.str,
      x: matrix[4],
      y: matrix[5],
      width: item.width,
      size,
      bold: bolds.get(item.fontName) ?? false,
      artifact: marked.at(-1)?.artifact === true,
      turned: Math.abs(matrix[1]) > Math.abs(matrix[0]) * 0.05,
    })
  }
  for (const font of content.items.flatMap((item) => ('str' in item ? [item.fontName] : [])))
    if (!bolds.has(font)) bolds.set(font, false)
  page.cleanup()
  return { width: viewport.width, height: viewport.height, items, rules, missingHyphens: hyphens - restored }
}

/**
 * Learns from the drawing of a page which fonts are bold, and counts the hyphens that the font calls soft: the library
 * leaves them out of the text, though they are seen on the page (Typst sets each in a span of its own). Finds the rules.
 */
const readDrawing = async (
  page: Page,
  bolds: Map<string, boolean>,
  view: Matrix,
): Promise<{ hyphens: number; rules: Rule[] }> => {
  let hyphens = 0
  let rules: Rule[] = []
  try {
    const { OPS } = await getResolvedPDFJS()
    const { fnArray, argsArray } = await page.getOperatorList()
    rules = rulesOf(fnArray, argsArray, OPS, view)
    fnArray.forEach((operator, i) => {
      if (operator === OPS.setFont) {
        const font = String(argsArray[i]?.[0])
        if (bolds.has(font) || !page.commonObjs.has(font)) return
        const held = page.commonObjs.get(font)
        bolds.set(
          font,
          held?.bold === true || held?.black === true || boldName.test(String(held?.name ?? '')),
        )
      } else if (operator === OPS.showText)
        for (const glyph of argsArray[i]?.[0] ?? []) if (glyph?.unicode === '\u00ad') hyphens++
    })
  } catch {
    // A picture that cannot be decoded hides no word: the page is read without knowing which fonts are bold.
  }
  return { hyphens, rules }
}
