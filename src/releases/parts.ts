// A payload written part by part. Each part has a digest of its own: the digest of the whole says that something was
// changed, these say where.
import { canonicalText, sha256Of } from '../formats/canonical.ts'
import type { ReleasePayload } from './release.ts'

export type Written = {
  /** The canonical text of the payload. */
  text: string
  /** SHA-256 of the canonical text of every part but `parts`, by name. */
  digests: Record<string, string>
}

type PartText = [name: string, text: string]

const textsOf = (payload: object): PartText[] =>
  Object.entries(payload).map(([name, part]) => [name, canonicalText(part)])

const digestsOf = (texts: readonly PartText[]): Record<string, string> =>
  Object.fromEntries(
    texts.flatMap(([name, text]) => (name === 'parts' ? [] : [[name, sha256Of(text)] as const])),
  )

const joined = (texts: readonly PartText[]): string =>
  `{${[...texts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, text]) => `${canonicalText(name)}:${text}`)
    .join(',')}}`

/** Writes a payload as it stands; its `parts` may be wrong. */
export const writeParts = (payload: object): Written => {
  const texts = textsOf(payload)
  return { text: joined(texts), digests: digestsOf(texts) }
}

/** Writes a payload with the digests of its parts, which it does not have yet. */
export const withParts = (
  whole: Omit<ReleasePayload, 'parts'>,
): { payload: ReleasePayload; text: string } => {
  const texts = textsOf(whole)
  const parts = digestsOf(texts)
  return { payload: { ...whole, parts }, text: joined([...texts, ['parts', canonicalText(parts)]]) }
}
