// A figure that is to be said anew: what of the older one a newer one of the same matter has too.
import type { KindSpec } from './kind.ts'
import type { TypedFact } from './typed-fact.ts'

/** What a newer fact has of its own: when it holds, and the document and words it rests on. */
const ownOfEach = new Set([
  ...['id', 'supersedes', 'retracts', 'date', 'from', 'until', 'known_from', 'note'],
  ...['source.title', 'source.address', 'source.date', 'locator', 'quotation', 'language'],
  // Which fields no word of the older quotation states says nothing of a newer one.
  'body.inferred',
])

/** Types of a field that change with time. A list or a text tells what the figure is about. */
const changing = new Set(['number', 'integer', 'date', 'rows'])

/**
 * The fields with which a newer fact of a kind begins, of the older one as typed: all that makes it the same matter by the same
 * publisher; no quantity, no date, nothing of the document it was read in.
 */
export const beginNewer = (older: TypedFact, kind: Pick<KindSpec, 'fields'>): TypedFact =>
  Object.fromEntries(
    Object.entries(older).filter(([name]) => {
      const field = name.startsWith('body.') ? kind.fields[name.slice('body.'.length)] : undefined
      return !ownOfEach.has(name) && !(field !== undefined && changing.has(field.type))
    }),
  )
