// Reading HTML as a tree with line numbers. Nothing here recurses: a hostile page can nest as deep as it likes.
import { type DefaultTreeAdapterTypes, parse } from 'parse5'

export type HtmlNode = DefaultTreeAdapterTypes.ChildNode
export type HtmlElement = DefaultTreeAdapterTypes.Element

/** The document element, with source lines on every node. */
export const parseHtml = (text: string): HtmlElement => {
  const document = parse(text, { sourceCodeLocationInfo: true })
  return document.childNodes.find((node): node is HtmlElement => node.nodeName === 'html')!
}

const isElement = (node: HtmlNode): node is HtmlElement => 'tagName' in node

/** All elements under `root`, in the order of the page, `root` first. */
export const elementsOf = (root: HtmlElement): HtmlElement[] => {
  const found: HtmlElement[] = []
  const stack: HtmlElement[] = [root]
  for (let element = stack.pop(); element !== undefined; element = stack.pop()) {
    found.push(element)
    for (let i = element.childNodes.length - 1; i >= 0; i--) {
      const child = element.childNodes[i]!
      if (isElement(child)) stack.push(child)
    }
  }
  return found
}

export const attribute = (element: HtmlElement, name: string): string | undefined =>
  element.attrs.find((attr) => attr.name === name)?.value

/** The line of the page on which the node begins, counted from 1. */
export const lineOf = (node: HtmlNode): number => node.sourceCodeLocation?.startLine ?? 1

/** True where the page closes the element itself; a page cut off leaves it open. */
export const isClosed = (element: HtmlElement): boolean => {
  const location = element.sourceCodeLocation
  return location !== null && location !== undefined && 'endTag' in location && location.endTag !== undefined
}

/** Kept by the page for printing and hidden on screen: it says again what stands above it. */
const isHidden = (element: HtmlElement): boolean => /\binvisible\b/.test(attribute(element, 'class') ?? '')

const blocks = new Set(['p', 'div', 'tr', 'li', 'table', 'ul', 'ol', 'br', 'blockquote'])

/** The text under `root` with line breaks where blocks begin; elements for which `skip` holds are left out. */
export const rawText = (root: HtmlElement, skip: (element: HtmlElement) => boolean = () => false): string =>
  boundedText(root, skip, Number.POSITIVE_INFINITY)!

/** The same, or undefined where there are more than `maxNodes` nodes: a cell that holds half the page is no heading. */
export const boundedText = (
  root: HtmlElement,
  skip: (element: HtmlElement) => boolean,
  maxNodes: number,
): string | undefined => {
  const parts: string[] = []
  const stack: HtmlNode[] = [...root.childNodes].reverse()
  let nodes = 0
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    nodes += 1
    if (nodes > maxNodes) return undefined
    if ('value' in node) parts.push(node.value.replace(/[\r\n]+/g, ' '))
    if (!isElement(node) || isHidden(node) || skip(node)) continue
    if (blocks.has(node.tagName)) parts.push('\n')
    for (let i = node.childNodes.length - 1; i >= 0; i--) stack.push(node.childNodes[i]!)
  }
  return parts.join('')
}

/** White space (no-break spaces among it) as single spaces; no line breaks. */
export const oneLine = (text: string): string => text.replace(/[\s\u00a0]+/g, ' ').trim()

/** Paragraphs, one a line, white space inside them as single spaces. */
export const paragraphs = (text: string): string => text.split('\n').map(oneLine).filter(Boolean).join('\n')

export const textOf = (element: HtmlElement): string => oneLine(rawText(element))
