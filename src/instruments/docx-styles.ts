// Styles of a DOCX: which are headings, which are bold, hidden or in a list, through the styles they are based on.
import type { XmlElement } from '@cj-tech-master/excelts/xml'
import { attributeOf, childOf, childrenOf, nameOf } from '../formats/ooxml.ts'

/** What a style, or a paragraph or run itself, says; undefined where it says nothing. */
export type Look = {
  bold?: boolean
  hidden?: boolean
  raised?: boolean
  struck?: boolean
  /** Heading level from 1, 0 for the title of the document. */
  heading?: number
  contents?: boolean
  numId?: string
  ilvl?: number
}

export type Styles = {
  look: (id: string | undefined) => Look
  /** What applies where no style is named. */
  defaultParagraph: string | undefined
  numIdOf: (id: string) => string | undefined
}

/** Whether a toggle such as <w:b/> is on; undefined where it is not there. */
export const toggle = (properties: XmlElement | undefined, name: string): boolean | undefined => {
  const element = childOf(properties, name)
  if (element === undefined) return undefined
  return !['0', 'false', 'off', 'none'].includes(attributeOf(element, 'val') ?? '1')
}

/** What run properties say. */
export const runLook = (properties: XmlElement | undefined): Look => {
  const look: Look = {}
  const bold = toggle(properties, 'b')
  const hidden = toggle(properties, 'vanish')
  const align = attributeOf(childOf(properties, 'vertAlign'), 'val')
  const struck = toggle(properties, 'strike') ?? toggle(properties, 'dstrike')
  if (bold !== undefined) look.bold = bold
  if (struck !== undefined) look.struck = struck
  if (hidden !== undefined) look.hidden = hidden
  if (align !== undefined) look.raised = align === 'superscript'
  return look
}

/** The list a paragraph's properties put it in. */
export const listLook = (properties: XmlElement | undefined): Look => {
  const list = childOf(properties, 'numPr')
  const numId = attributeOf(childOf(list, 'numId'), 'val')
  const ilvl = attributeOf(childOf(list, 'ilvl'), 'val')
  return {
    ...(numId === undefined ? {} : { numId }),
    ...(ilvl === undefined ? {} : { ilvl: Number(ilvl) }),
  }
}

// Names of built-in styles are English in the file, whatever the language of the program; converters translate them.
const headingName = /^(?:heading|titre|überschrift|título|заголовок|гарчиг)\s*([1-9])\b/i

const styleLook = (style: XmlElement): Look => {
  const name = (attributeOf(childOf(style, 'name'), 'val') ?? '').trim()
  const paragraph = childOf(style, 'pPr')
  const outline = attributeOf(childOf(paragraph, 'outlineLvl'), 'val')
  const heading = headingName.exec(name)
  const look: Look = { ...runLook(childOf(style, 'rPr')), ...listLook(paragraph) }
  if (heading !== null) look.heading = Number(heading[1])
  else if (/^title$/i.test(name)) look.heading = 0
  else if (outline !== undefined && Number(outline) < 9) look.heading = Number(outline) + 1
  if (/^(?:toc|table of contents|contents|оглавление)\s*(?:\d|heading)?/i.test(name)) look.contents = true
  return look
}

/** Reads the styles part; without one, no style says anything. */
export const readStyles = (root: XmlElement | undefined): Styles => {
  const own = new Map<string, { look: Look; basedOn: string | undefined }>()
  let defaultParagraph: string | undefined
  for (const style of childrenOf(root)) {
    if (nameOf(style) !== 'style') continue
    const id = attributeOf(style, 'styleId') ?? ''
    own.set(id, { look: styleLook(style), basedOn: attributeOf(childOf(style, 'basedOn'), 'val') })
    if (attributeOf(style, 'type') === 'paragraph' && attributeOf(style, 'default') === '1')
      defaultParagraph = id
  }
  const resolved = new Map<string, Look>()
  const look = (id: string | undefined): Look => {
    if (id === undefined) return {}
    const held = resolved.get(id)
    if (held !== undefined) return held
    const chain: Look[] = []
    const seen = new Set<string>()
    for (let at: string | undefined = id; at !== undefined && !seen.has(at); at = own.get(at)?.basedOn) {
      seen.add(at)
      chain.unshift(own.get(at)?.look ?? {})
    }
    const whole: Look = Object.assign({}, ...chain)
    resolved.set(id, whole)
    return whole
  }
  return { look, defaultParagraph, numIdOf: (id) => look(id).numId }
}
