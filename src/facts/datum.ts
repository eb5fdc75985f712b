// A datum: what holds of an actor, by which source, since when known. It is never changed; a later one supersedes or
// retracts it.
import { createHash } from 'node:crypto'
import type { Place } from '../problem.ts'
import type { Source } from './source.ts'

export const tiers = ['public', 'partner', 'restricted'] as const
export type Tier = (typeof tiers)[number]

/** What a file says of one datum, checked, before it is stored. Other datums are named by the ids files give. */
export type DatumDraft = {
  externalId: string
  actor: string
  kind: string
  /** What it is about where that is not the actor: a meeting, a request, a discovery. */
  subject: string | null
  /** In the world: first day. */
  heldFrom: string | null
  /** First day it no longer holds; null while open (states) or for a single day (events). */
  heldUntil: string | null
  /** The date as the source gave it, with its precision (EDTF). */
  heldEdtf: string | null
  /** Received or published. */
  knownFrom: string
  supersedes: string | null
  retracts: string | null
  source: Source | null
  locator: string | null
  quotation: string | null
  language: string | null
  tier: Tier
  body: Record<string, unknown>
  place: Place
}

/** A datum as stored. `supersedes` and `retracts` are datum ids. */
export type Datum = Omit<DatumDraft, 'place' | 'externalId'> & {
  datumId: string
  externalId: string | null
  recordedAt: string
  /** Entered here, not received: stays out of anything published. */
  entered: boolean
}

type Versioned = { datumId: string; knownFrom: string; supersedes: string | null; retracts: string | null }

/**
 * What was known on a day: datums known from that day or earlier that no other datum known by then supersedes or
 * retracts. Retractions take away and are not facts themselves.
 */
export const knownOn = <T extends Versioned>(datums: readonly T[], day: string): T[] => {
  const known = datums.filter((datum) => datum.knownFrom <= day)
  const gone = new Set(known.flatMap((datum) => [datum.supersedes, datum.retracts]))
  return known.filter((datum) => datum.retracts === null && !gone.has(datum.datumId))
}

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).filter(([, item]) => item !== undefined)
  return Object.fromEntries(
    entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, item]) => [key, sorted(item)]),
  )
}

/** A digest of `value` in which the order of keys plays no part. */
export const contentHash = (value: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify(sorted(value)))
    .digest('hex')

/** The digest of all a file says of a datum: two rows with the same one are the same row. */
export const draftHash = (draft: Omit<DatumDraft, 'place' | 'externalId'>): string => {
  const { actor, kind, subject, heldFrom, heldUntil, heldEdtf, knownFrom, supersedes, retracts } = draft
  const { source, locator, quotation, language, tier, body } = draft
  const time = { heldFrom, heldUntil, heldEdtf, knownFrom }
  return contentHash({
    actor,
    kind,
    subject,
    time,
    supersedes,
    retracts,
    source,
    locator,
    quotation,
    language,
    tier,
    body,
  })
}
