// The digests of a payload's parts. The digest of the whole says that something was changed; these say where.
import { sha256Of, writtenText } from './canonical.ts'
import type { ReleasePayload } from './release.ts'

/** SHA-256 of the canonical form of every part of the payload, by name. */
export const partsOf = (payload: Omit<ReleasePayload, 'parts'>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(payload)
      .filter(([name]) => name !== 'parts')
      .map(([name, part]) => [name, sha256Of(writtenText(part))]),
  )
