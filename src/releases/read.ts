// The file of a release, read: its form, its canonical bytes, its payload as the digest covers it. No I/O.

import { canonicalText, decoded } from '../formats/canonical.ts'
import { pathAt, readJson } from '../formats/json.ts'
import { type Issue, problem } from '../problem.ts'
import { releaseForm } from './form.ts'
import { writeParts } from './parts.ts'
import type { Release } from './release.ts'

export type ReadRelease = {
  release: Release
  /** The canonical text of the payload as it stands in the file. */
  payloadText: string
  /** SHA-256 of its parts as they stand in the file, by name. */
  partDigests: Record<string, string>
  /** Where the bytes first depart from the canonical form; null where they are canonical. */
  departs: { path: string; offset: number } | null
}

/** The largest file of a release, in bytes: it holds a register's facts and reports at once. */
export const largestRelease = 256 * 1024 * 1024

const mostIssues = 20

const refuse = (fileName: string, issues: Issue[]) =>
  problem(
    'input-rejected',
    `${fileName} is no release as Pacta writes them${issues.length > mostIssues ? `; ${issues.length} places depart from the form, the first ${mostIssues} are named` : ''}.`,
    issues.slice(0, mostIssues),
  )

/** What the form of a release cannot hold anywhere: numbers that are no safe integers, keys that are no names. */
const faultsIn = (value: unknown, path: string, file: string): Issue[] => {
  if (typeof value === 'number')
    return Number.isSafeInteger(value)
      ? []
      : [
          {
            file,
            path,
            message: 'A release holds safe integers only',
            expected: '{"decimal": "…"} for other numbers',
          },
        ]
  if (typeof value !== 'object' || value === null) return []
  const found: Issue[] = []
  const isList = Array.isArray(value)
  for (const key of Object.keys(value)) {
    if (key === '__proto__') found.push({ file, path, message: 'No key may be called "__proto__"' })
    const item = (value as Record<string, unknown>)[key]
    if (typeof item === 'object' || typeof item === 'number')
      for (const fault of faultsIn(item, isList ? `${path}[${key}]` : `${path}.${key}`, file))
        found.push(fault)
    if (found.length > mostIssues) break
  }
  return found
}

const firstDifference = (a: string, b: string): number => {
  const shorter = Math.min(a.length, b.length)
  for (let at = 0; at < shorter; at++) if (a[at] !== b[at]) return at
  return shorter
}

/**
 * Reads a release. Throws Problem `input-unreadable` for bytes that are no JSON text (too large, cut off, nested without
 * end, a key given twice), `input-rejected` for JSON that is no release; both name the places.
 */
export const readRelease = (bytes: Uint8Array, fileName: string): ReadRelease => {
  const raw = readJson(bytes, fileName, largestRelease)
  const faults = faultsIn(raw, '', fileName)
  if (faults.length > 0) throw refuse(fileName, faults)
  const parsed = releaseForm.safeParse(decoded(raw))
  if (!parsed.success)
    throw refuse(
      fileName,
      parsed.error.issues.map(({ path, message }) => ({
        file: fileName,
        path: path.map(String).join('.'),
        message,
      })),
    )
  // The bytes as they are: with the marks and signs that reading an input takes away.
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
  const { payload, ...beside } = raw as { payload: object } & Omit<Release, 'payload'>
  const written = writeParts(payload)
  const canonical = fileTextOf({ ...beside, payloadText: written.text })
  const offset = text === canonical ? null : firstDifference(text, canonical)
  return {
    release: parsed.data,
    payloadText: written.text,
    partDigests: written.digests,
    departs: offset === null ? null : { offset, path: pathAt(text, offset) },
  }
}

/** The bytes of a release's file, from its parts. */
export const fileTextOf = (given: {
  payloadText: string
  sha256: string
  signatures: Release['signatures']
  commentary: Release['commentary']
}): string =>
  // Keys in canonical order; the payload, by far the largest, is canonical already.
  `{"commentary":${canonicalText(given.commentary)},"payload":${given.payloadText},"sha256":${canonicalText(given.sha256)},"signatures":${canonicalText(given.signatures)}}`
