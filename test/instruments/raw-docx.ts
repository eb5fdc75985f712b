// DOCX packages from bare XML, for what writing libraries do not make: tracked changes, fields, odd numbering.
import { zip } from '@cj-tech-master/excelts/archive'

const namespaces =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
const relation = (id: string, kind: string, target: string) =>
  `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${kind}" Target="${target}"/>`
const relations = (all: string) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all}</Relationships>`

type Parts = { numbering?: string; comments?: string; styles?: string; footnotes?: string }

/** The bytes of a DOCX with this body; the other parts are what stands inside their root element. */
export const rawDocx = (body: string, parts: Parts = {}): Uint8Array => {
  const file = zip()
  const names = Object.keys(parts) as (keyof Parts)[]
  file.add('_rels/.rels', relations(relation('r1', 'officeDocument', 'word/document.xml')))
  file.add(
    'word/_rels/document.xml.rels',
    relations(names.map((name, i) => relation(`r${i}`, name, `${name}.xml`)).join('')),
  )
  file.add('word/document.xml', `<w:document ${namespaces}><w:body>${body}</w:body></w:document>`)
  for (const name of names)
    file.add(`word/${name}.xml`, `<w:${name} ${namespaces}>${parts[name]}</w:${name}>`)
  return file.bytesSync()
}

/** A run, with run properties where they are given. */
export const run = (text: string, properties = ''): string =>
  `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`

/** A paragraph of runs, or of one text, with paragraph properties where they are given. */
export const para = (content: string, properties = ''): string =>
  `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${content.startsWith('<') ? content : run(content)}</w:p>`

/** Paragraph properties that put it in a list. */
export const inList = (numId: number, ilvl = 0): string =>
  `<w:numPr><w:ilvl w:val="${ilvl}"/><w:numId w:val="${numId}"/></w:numPr>`

/** A level of a list. */
export const level = (ilvl: number, format: string, text: string, start = 1): string =>
  `<w:lvl w:ilvl="${ilvl}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`
