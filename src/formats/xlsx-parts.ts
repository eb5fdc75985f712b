// The parts of a workbook's container, unpacked within bounds, and their XML walked tag by tag. No I/O.
import { SaxParser } from '@cj-tech-master/excelts/xml'
import { openZip, ZipError } from './zip.ts'

/** In bytes, all parts together. */
const largestUnpacked = 32 * 1024 * 1024
/** Tags, all parts together; 500,000 cells have some three million. */
const mostTags = 3_500_000

const countTags = (bytes: Uint8Array): number => {
  let count = 0
  for (let at = bytes.indexOf(0x3c); at !== -1; at = bytes.indexOf(0x3c, at + 1)) count++
  return count
}

export const damaged = 'The workbook is damaged; it may be cut off'

/** Whether the bytes begin with these. */
export const opens = (bytes: Uint8Array, ...head: number[]): boolean =>
  head.every((byte, i) => bytes[i] === byte)

/** A container of which no more than `largestUnpacked` bytes and `mostTags` tags are unpacked in all. */
export type Zip = { names: string[]; read: (name: string) => Uint8Array | undefined }

export const openBounded = (bytes: Uint8Array): Zip => {
  const zip = openZip(bytes)
  let left = largestUnpacked
  let tagsLeft = mostTags
  return {
    names: zip.names,
    read: (name) => {
      const content = zip.read(name, Math.max(1, left))
      left -= content?.length ?? 0
      tagsLeft -= content === undefined ? 0 : countTags(content)
      if (tagsLeft < 0) throw new ZipError(`The workbook has more than ${mostTags} tags`)
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

export const decode = (bytes: Uint8Array): string =>
  new TextDecoder(
    opens(bytes, 0xff, 0xfe) ? 'utf-16le' : opens(bytes, 0xfe, 0xff) ? 'utf-16be' : 'utf-8',
  ).decode(bytes)

/** Walks a part's tags, without their prefixes. A part that declares entities is refused: they can be bombs. */
export const walk = (xml: string, tags: Tags): void => {
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

export const attribute = (attributes: Record<string, string>, name: string): string | undefined =>
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

export const relationsOf = (zip: Zip, part: string): Relation[] => {
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
