// Verifies a release from its file alone: the digest, the signatures, what it refers to, and every figure, each apart.
import { sha256Of } from '../formats/canonical.ts'
import { commentText, isBound } from './commentary.ts'
import type { Finding } from './findings.ts'
import { type ReadRelease, readRelease } from './read.ts'
import { type Recomputation, recompute } from './recompute.ts'
import { checkReferences } from './references.ts'
import { type Release, releaseId, type Signature } from './release.ts'
import { isSignedBy } from './sign.ts'

export type SignatureFound = {
  key: string
  /** Of the payload, or of the comment with this digest. */
  of: 'payload' | string
  valid: boolean
  /** True where the key is one that was named as trusted. */
  trusted: boolean
}

export type Verification = {
  /** Everything below holds. */
  holds: boolean
  release: {
    id: string
    sha256: string
    plan: string
    year: number
    asOf: string
    knownOn: string
    world: string
  }
  digest: { holds: boolean; stated: string; computed: string; findings: Finding[] }
  /** `none`: nobody signed. Holds unless a signature is wrong, or none is by the key that was asked for. */
  signatures: {
    holds: boolean
    state: 'none' | 'valid' | 'invalid'
    found: SignatureFound[]
    findings: Finding[]
  }
  commentary: { holds: boolean; comments: number; findings: Finding[] }
  references: { holds: boolean; findings: Finding[] }
  recomputation: { holds: boolean } & Recomputation
}

const digestOf = (read: ReadRelease): Verification['digest'] => {
  const { payloadText, departs, partDigests: parts } = read
  const { payload, sha256 } = read.release
  const findings: Finding[] = []
  if (departs !== null)
    findings.push({
      check: 'canonical',
      place: departs.path === '' ? 'file' : departs.path,
      message: `not the canonical form (RFC 8785) from character ${departs.offset} on`,
    })
  const computed = sha256Of(payloadText)
  if (computed !== sha256)
    findings.push({
      check: 'digest',
      place: 'sha256',
      message: 'the digest does not match the payload',
      file: sha256,
      expected: computed,
    })
  for (const name of new Set([...Object.keys(parts), ...Object.keys(payload.parts)]))
    if (parts[name] !== payload.parts[name])
      findings.push({
        check: 'part',
        place: `payload.${name}`,
        message: 'this part is not as it was frozen',
      })
  return { holds: findings.length === 0, stated: sha256, computed, findings }
}

const signaturesOf = (
  release: Release,
  payloadText: string,
  trusted: readonly string[],
): Verification['signatures'] => {
  const check =
    (of: string, text: string) =>
    (signature: Signature): SignatureFound => ({
      key: signature.key,
      of,
      valid: isSignedBy(text, signature),
      trusted: trusted.includes(signature.key),
    })
  const found = [
    ...release.signatures.map(check('payload', payloadText)),
    ...release.commentary.flatMap((comment) =>
      comment.signatures.map(check(comment.sha256, commentText(release.sha256, comment))),
    ),
  ]
  const findings: Finding[] = found
    .filter(({ valid }) => !valid)
    .map(({ key, of }) => ({
      check: 'signature',
      place: of === 'payload' ? 'signatures' : `comment ${of.slice(0, 12)}`,
      message: `the signature by key ${key} is invalid`,
    }))
  const ofPayload = found.filter(({ of }) => of === 'payload')
  for (const key of trusted)
    if (!ofPayload.some((one) => one.key === key && one.valid))
      findings.push({
        check: 'signature',
        place: 'signatures',
        message: `no valid signature by key ${key}, which was asked for`,
      })
  const state = ofPayload.length === 0 ? 'none' : ofPayload.every(({ valid }) => valid) ? 'valid' : 'invalid'
  return { holds: findings.length === 0, state, found, findings }
}

const commentaryOf = (release: Release): Verification['commentary'] => {
  const { indicators, sections } = release.payload.instrument
  const findings = release.commentary.flatMap((comment, at): Finding[] => {
    const place = `commentary[${at}]`
    const { indicator, section } = comment
    return [
      ...(isBound(release.sha256, comment)
        ? []
        : [
            {
              check: 'commentary' as const,
              place,
              message: 'it was changed, or made for another release: its digest does not match',
            },
          ]),
      ...(indicator !== null && !indicators.some(({ number }) => number === indicator)
        ? [{ check: 'commentary' as const, place, message: `the plan has no indicator "${indicator}"` }]
        : []),
      ...(section !== null && !sections.some(({ heading }) => heading === section)
        ? [{ check: 'commentary' as const, place, message: `the plan has no section "${section}"` }]
        : []),
    ]
  })
  return { holds: findings.length === 0, comments: release.commentary.length, findings }
}

/**
 * Verifies the file of a release. `trusted`: public keys (base64) one expects it to be signed by. Throws Problem
 * `input-unreadable` or `input-rejected` for a file that is no release; whatever else is wrong is in the findings.
 */
export const verifyRelease = (
  bytes: Uint8Array,
  fileName: string,
  trusted: readonly string[] = [],
): Verification => verifyRead(readRelease(bytes, fileName), trusted)

/** Verifies a release that was read. */
export const verifyRead = (read: ReadRelease, trusted: readonly string[] = []): Verification => {
  const { release, payloadText } = read
  const { payload, sha256 } = release
  const digest = digestOf(read)
  const signatures = signaturesOf(release, payloadText, trusted)
  const commentary = commentaryOf(release)
  const found = checkReferences(payload)
  const references = { holds: found.length === 0, findings: found }
  const recomputed = recompute(payload)
  const recomputation = { holds: recomputed.findings.length === 0, ...recomputed }
  return {
    holds: [digest, signatures, commentary, references, recomputation].every((one) => one.holds),
    release: {
      id: releaseId(sha256),
      sha256,
      plan: payload.instrument.id,
      year: payload.year,
      asOf: payload.asOf,
      knownOn: payload.knownOn,
      world: payload.world,
    },
    digest,
    signatures,
    commentary,
    references,
    recomputation,
  }
}
