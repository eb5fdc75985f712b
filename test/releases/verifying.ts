import { canonicalText, sha256Of } from '../../src/formats/canonical.ts'
import { findingWords } from '../../src/releases/findings.ts'
import { freeze } from '../../src/releases/freeze.ts'
import { writeParts } from '../../src/releases/parts.ts'
import { fileTextOf } from '../../src/releases/read.ts'
import type { ReleasePayload } from '../../src/releases/release.ts'
import { verifyRelease } from '../../src/releases/verify.ts'
import { small } from './small.ts'

export const { release, payloadText } = freeze(small(), () => [])
export const fileText = fileTextOf({ ...release, payloadText })
export const verify = (text: string, keys: string[] = []) =>
  verifyRelease(Buffer.from(text), 'release.json', keys)

export type Found = ReturnType<typeof verify>
export const words = (found: Found) =>
  [found.digest, found.signatures, found.commentary, found.references, found.recomputation].flatMap((one) =>
    one.findings.map(findingWords),
  )

/** The file after a change of its payload by someone who computes the digests of the whole and of the parts anew. */
export const changed = (change: (payload: ReleasePayload) => void): string => {
  const payload = structuredClone(release.payload)
  change(payload)
  payload.parts = writeParts(payload).digests
  const text = canonicalText(payload)
  return fileTextOf({ ...release, payloadText: text, sha256: sha256Of(text) })
}

export const valueIn = (payload: ReleasePayload, indicator: string, reading = 'default', year = 2026) =>
  payload.values.find(
    (value) => value.indicator === indicator && value.reading === reading && value.year === year,
  )!
