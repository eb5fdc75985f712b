// The container of a DOCX, written again so that the same document is the same to the byte: the library dates it by the clock
// and draws the ids of links by lot.
import { openZip } from '../formats/zip.ts'
import { writeZip } from '../formats/zip-write.ts'

/** No part of a document that was just made is larger. */
const largestPart = 1 << 28

/** The ids of relations that were drawn, not counted, each with one counted; in the order of the parts that hold them. */
const countedIds = (relations: readonly string[]): ReadonlyMap<string, string> => {
  const drawn = relations.flatMap((text) =>
    [...text.matchAll(/ Id="(rId[^"]+)"/g)].flatMap(([, id]) => (/^rId\d{1,6}$/.test(id!) ? [] : [id!])),
  )
  return new Map([...new Set(drawn)].map((id, i) => [id, `rIdLink${i + 1}`]))
}

/** The same document with the days of `date` (YYYY-MM-DD), counted ids, and parts dated as ZIP's first day. */
export const sameEachTime = (bytes: Uint8Array, date: string): Uint8Array => {
  const zip = openZip(bytes)
  const parts = zip.names.map((name) => ({ name, content: zip.read(name, largestPart)! }))
  const textOf = (content: Uint8Array): string => new TextDecoder().decode(content)
  const ids = countedIds(
    parts.flatMap(({ name, content }) => (name.endsWith('.rels') ? [textOf(content)] : [])),
  )
  return writeZip(
    parts.map(({ name, content }) => {
      if (name === 'docProps/core.xml')
        return {
          name,
          content: textOf(content).replace(
            /(<dcterms:(?:created|modified)[^>]*>)[^<]*/g,
            `$1${date}T00:00:00Z`,
          ),
        }
      return ids.size > 0 && /\.(xml|rels)$/.test(name)
        ? { name, content: textOf(content).replace(/"(rId[^"]+)"/g, (_own, id) => `"${ids.get(id) ?? id}"`) }
        : { name, content }
    }),
  )
}
