// How the audit trail is chained: the digest of an event covers everything it says, its place, and the digest of the
// event before it. Pure; whoever has the rows can compute it again.
import { createHash } from 'node:crypto'
import { canonicalText, sha256Of } from '../formats/canonical.ts'

/** A thing that an event touched, by its key (see thing-key.ts), as it was before and as it is after; null: not there. */
export type TouchedThing = { thing: string; before: unknown; after: unknown }

/** An event as it is chained: everything of its row but the digest itself. */
export type ChainedEvent = {
  /** Its place, counted from 1 without a gap. */
  seq: number
  /** Digest of the event before it; `chainStart` for the first. */
  previousSha256: string
  eventId: string
  /** ISO 8601 in UTC, to the microsecond. */
  happenedAt: string
  agent: string
  action: string
  subject: string
  detail: unknown
}

/** What the first event names as the digest before it. */
export const chainStart = '0'.repeat(64)

/** Digests the things of one event, given in their order, as they come: one may have more than memory should hold. */
export const digestThings = (): { add: (touched: TouchedThing) => void; sha256: () => string } => {
  const hash = createHash('sha256')
  return {
    add: ({ thing, before, after }) => void hash.update(`${canonicalText({ thing, before, after })}\n`),
    sha256: () => hash.digest('hex'),
  }
}

/** SHA-256 (hex) of an event in its canonical form (RFC 8785), `things` being the digest of what it touched. */
export const sha256OfEvent = (event: ChainedEvent, things: string): string => {
  const { seq, previousSha256, eventId, happenedAt, agent, action, subject, detail } = event
  const format = 'pacta-event/1'
  return sha256Of(
    canonicalText({
      format,
      seq,
      previousSha256,
      eventId,
      happenedAt,
      agent,
      action,
      subject,
      detail,
      things,
    }),
  )
}

/** The digest of an event with all it touched. */
export const sha256OfWhole = (event: ChainedEvent, things: readonly TouchedThing[]): string => {
  const digest = digestThings()
  for (const one of things) digest.add(one)
  return sha256OfEvent(event, digest.sha256())
}

/**
 * SHA-256 (hex) of a row as stored, by which the audit trail knows it again. Columns that are null count as absent, so
 * that a column added later changes nothing; when it was recorded is the event's.
 */
export const sha256OfRow = (row: Readonly<Record<string, unknown>>): string =>
  sha256Of(
    canonicalText(
      Object.fromEntries(
        Object.entries(row).filter(([column, value]) => value != null && column !== 'recorded_at'),
      ),
    ),
  )
