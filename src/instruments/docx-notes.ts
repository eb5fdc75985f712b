// Foot- and endnotes of a DOCX: numbered in the order they are referred to, as Word numbers them.
import type { XmlElement } from '@cj-tech-master/excelts/xml'
import { attributeOf, childrenOf, nameOf } from '../formats/ooxml.ts'
import { romanOf } from './docx-numbering.ts'
import { paragraphsOf } from './docx-paragraphs.ts'

export type Notes = {
  /** The file has notes at all; every package has the separators. */
  any: boolean
  signOf: (kind: 'footnote' | 'endnote', id: string) => string
  /** Notes in the order they were referred to. */
  used: () => { sign: string; paragraphs: XmlElement[] }[]
}

const bodiesOf = (root: XmlElement | undefined): Map<string, XmlElement> =>
  new Map(
    childrenOf(root)
      // Separators are drawn between text and notes, and say nothing.
      .filter(
        (one) => ['footnote', 'endnote'].includes(nameOf(one)) && attributeOf(one, 'type') === undefined,
      )
      .map((one) => [attributeOf(one, 'id') ?? '', one]),
  )

/** Footnotes count 1, 2, 3 and endnotes i, ii, iii, as Word does unless told otherwise. */
export const newNotes = (footnotes: XmlElement | undefined, endnotes: XmlElement | undefined): Notes => {
  const bodies = { footnote: bodiesOf(footnotes), endnote: bodiesOf(endnotes) }
  const signs = new Map<string, string>()
  const order: { sign: string; paragraphs: XmlElement[] }[] = []
  const counts = { footnote: 0, endnote: 0 }
  return {
    any: bodies.footnote.size + bodies.endnote.size > 0,
    signOf: (kind, id) => {
      const key = `${kind} ${id}`
      const held = signs.get(key)
      if (held !== undefined) return held
      const count = ++counts[kind]
      const sign = kind === 'footnote' ? String(count) : romanOf(count)
      signs.set(key, sign)
      const found = bodies[kind].get(id)
      if (found !== undefined) order.push({ sign, paragraphs: paragraphsOf(found) })
      return sign
    },
    used: () => order,
  }
}
