// What stands below the table of a status page as lines, each with the part it plays there: a date at the right
// margin, a heading in italics, a note's mark, or words. Nothing here recurses: a hostile page can nest as deep as it likes.
import { attribute, type HtmlElement, type HtmlNode, lineOf, oneLine } from './html.ts'

export type StatementLine = {
  /** `date`: at the right margin. `heading`: a whole line in italics. */
  role: 'date' | 'heading' | 'words'
  text: string
  /** Footnotes at it. */
  marks: string[]
  /** Line of the page, counted from 1. */
  line: number
}

const blocks = new Set([
  'p',
  'div',
  'tr',
  'td',
  'li',
  'table',
  'ul',
  'ol',
  'blockquote',
  'center',
  'dd',
  'dt',
])

const isElement = (node: HtmlNode): node is HtmlElement => 'tagName' in node

/** A name the page repeats for printing, and the figures of its notes there. */
const isRepeated = (element: HtmlElement): boolean =>
  /\binvisible\b/.test(attribute(element, 'class') ?? '') || element.tagName === 'superscript'

const alignOf = (element: HtmlElement): string | undefined => {
  const styled = /text-align\s*:\s*(\w+)/i.exec(attribute(element, 'style') ?? '')?.[1]
  return (attribute(element, 'align') ?? styled)?.toLowerCase()
}

type Place = { align: string | undefined; isItalic: boolean }

const roleOf = (place: Place, isPlain: boolean): StatementLine['role'] => {
  if (place.align === 'right') return 'date'
  return isPlain ? 'words' : 'heading'
}

type Step = { node: HtmlNode; place: Place } | { leave: true }

/**
 * The lines under `root`: a line ends where a block begins or ends and at each line break. With `after`, only those that
 * stand after that element.
 */
export const statementLines = (root: HtmlElement, after?: HtmlElement): StatementLine[] => {
  const lines: StatementLine[] = []
  let parts: string[] = []
  let marks: string[] = []
  let at: { place: Place; line: number; isPlain: boolean } | undefined
  const end = () => {
    const text = oneLine(parts.join(''))
    if (at !== undefined && text !== '')
      lines.push({ role: roleOf(at.place, at.isPlain), text, marks, line: at.line })
    else if (marks.length > 0 && lines.length > 0) lines.at(-1)!.marks.push(...marks)
    parts = []
    marks = []
    at = undefined
  }
  const inside = (node: HtmlElement, place: Place): Place => ({
    align: blocks.has(node.tagName) ? (alignOf(node) ?? undefined) : place.align,
    isItalic: place.isItalic || node.tagName === 'i' || node.tagName === 'em',
  })
  const stack: Step[] = []
  const push = (parent: HtmlElement, place: Place) => {
    for (let i = parent.childNodes.length - 1; i >= 0; i--) stack.push({ node: parent.childNodes[i]!, place })
  }
  push(root, { align: undefined, isItalic: false })
  for (let step = stack.pop(); step !== undefined; step = stack.pop()) {
    if ('leave' in step) {
      end()
      continue
    }
    const { node, place } = step
    if ('value' in node) {
      const text = node.value
      if (oneLine(text) !== '') {
        at ??= { place, line: lineOfText(node), isPlain: false }
        if (!place.isItalic) at.isPlain = true
      }
      parts.push(text.replace(/[\r\n]+/g, ' '))
      continue
    }
    if (!isElement(node) || isRepeated(node)) continue
    if (node === after) {
      end()
      lines.length = 0
      continue
    }
    if (node.tagName === 'br') {
      end()
      continue
    }
    if (node.tagName === 'sup') {
      marks.push(...marksIn(node))
      continue
    }
    if (!blocks.has(node.tagName)) {
      push(node, inside(node, place))
      continue
    }
    end()
    stack.push({ leave: true })
    push(node, inside(node, place))
  }
  end()
  return lines
}

/** A text that begins with line breaks begins on a later line of the page. */
const lineOfText = (node: HtmlNode & { value: string }): number => {
  const before = /^\s*/.exec(node.value)?.[0] ?? ''
  return lineOf(node) + (before.match(/\n/g)?.length ?? 0)
}

const marksIn = (sup: HtmlElement): string[] => {
  const stack: HtmlNode[] = [...sup.childNodes]
  const texts: string[] = []
  for (let node = stack.shift(); node !== undefined; node = stack.shift()) {
    if ('value' in node) texts.push(node.value)
    else if (isElement(node)) stack.unshift(...node.childNodes)
  }
  return texts
    .join('')
    .split(/[^\d]+/)
    .filter((mark) => /^\d{1,3}$/.test(mark))
}
