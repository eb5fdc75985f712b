// Office Open XML packages (ECMA-376, part 2): the XML parts of a DOCX, without what such a file can do to a reader.
import { parseXml, type XmlElement } from '@cj-tech-master/excelts/xml'
import { problem } from '../problem.ts'
import { openZip, ZipError, type ZipFile } from './zip.ts'

/** The largest part read, unpacked, in bytes. */
export const largestPart = 48 * 1024 * 1024

export type OfficePackage = {
  fileName: string
  names: string[]
  /** The root of an XML part, or undefined where there is none of this name. Throws `input-unreadable`. */
  part: (name: string) => XmlElement | undefined
}

const unreadable = (fileName: string, message: string) =>
  problem('input-unreadable', `${fileName} could not be read. Nothing was stored.`, [
    {
      file: fileName,
      message,
      expected: 'the whole file, not protected; fetch it again, or open it in a word processor and save it',
    },
  ])

const inWords = <T>(fileName: string, act: () => T): T => {
  try {
    return act()
  } catch (error) {
    if (error instanceof ZipError) throw unreadable(fileName, error.message)
    throw error
  }
}

/** Opens a package. Throws `input-unreadable` where the container is damaged, cut off or protected by a password. */
export const openPackage = (bytes: Uint8Array, fileName: string): OfficePackage => {
  const zip: ZipFile = inWords(fileName, () => openZip(bytes))
  const held = new Map<string, XmlElement>()
  return {
    fileName,
    names: zip.names,
    part: (name) => {
      const found = held.get(name)
      if (found !== undefined) return found
      const part = inWords(fileName, () => zip.read(name, largestPart))
      if (part === undefined) return undefined
      const root = parsePart(part, name, fileName)
      held.set(name, root)
      return root
    },
  }
}

const parsePart = (bytes: Uint8Array, name: string, fileName: string): XmlElement => {
  const head = (bytes[0] ?? 0) * 256 + (bytes[1] ?? 0)
  const encoding = head === 0xfffe ? 'utf-16le' : head === 0xfeff ? 'utf-16be' : 'utf-8'
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
    return parseXml(text, { xmlns: true, maxDepth: 200, invalidCharHandling: 'replace' }).root
  } catch (error) {
    const reason = error instanceof Error ? error.message.slice(0, 120) : String(error)
    throw unreadable(fileName, `${name} is damaged: ${reason}`)
  }
}

/** Name without its prefix: Word writes "w:p", others declare another prefix or none. */
export const nameOf = (element: XmlElement): string => element.local ?? element.name

/** The element children, in order. */
export const childrenOf = (element: XmlElement | undefined): XmlElement[] =>
  element === undefined ? [] : element.children.filter((node) => node.type === 'element')

/** The first child of this name. */
export const childOf = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
  childrenOf(element).find((child) => nameOf(child) === name)

/** An attribute, whatever its prefix. */
export const attributeOf = (element: XmlElement | undefined, name: string): string | undefined => {
  if (element === undefined) return undefined
  for (const [key, value] of Object.entries(element.attributes))
    if (key === name || key.endsWith(`:${name}`)) return value
  return undefined
}

/** The characters in it, of all descendants. */
export const charactersOf = (element: XmlElement): string =>
  element.children
    .map((node) => (node.type === 'element' ? charactersOf(node) : 'value' in node ? node.value : ''))
    .join('')

/** Target of the first relationship of a kind ("officeDocument"), as the name of a part. */
export const relatedPart = (pack: OfficePackage, from: string, kind: string): string | undefined =>
  relatedParts(pack, from, kind)[0]

/** Targets of all relationships of a kind, as names of parts; `from` is '' for the package itself. */
export const relatedParts = (pack: OfficePackage, from: string, kind: string): string[] => {
  const slash = from.lastIndexOf('/')
  const folder = slash < 0 ? '' : from.slice(0, slash + 1)
  const root = pack.part(`${folder}_rels/${from.slice(slash + 1)}.rels`)
  return childrenOf(root)
    .filter(
      (one) =>
        attributeOf(one, 'Type')?.endsWith(`/${kind}`) && attributeOf(one, 'TargetMode') !== 'External',
    )
    .map((one) => resolvePath(folder, attributeOf(one, 'Target') ?? ''))
}

const resolvePath = (folder: string, target: string): string => {
  if (target.startsWith('/')) return target.slice(1)
  const parts = folder.split('/').filter((part) => part !== '')
  for (const part of target.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.' && part !== '') parts.push(part)
  }
  return parts.join('/')
}
