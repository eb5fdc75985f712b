// Facts of work on a fictional pledge, made by hand.
import type { Datum } from '../../src/facts/datum.ts'

let count = 0

/** A fact of Averland known from the first day of 2025, unless `more` says otherwise. */
export const fact = (
  kind: string,
  externalId: string,
  body: Record<string, unknown>,
  more: Partial<Datum> = {},
): Datum => {
  count += 1
  return {
    datumId: `01920000-0000-7000-8000-${String(count).padStart(12, '0')}`,
    externalId,
    actor: 'XAA',
    kind,
    subject: null,
    heldFrom: null,
    heldUntil: null,
    heldEdtf: null,
    knownFrom: '2025-01-01',
    recordedAt: `2025-01-01T00:00:${String(count % 60).padStart(2, '0')}Z`,
    supersedes: null,
    retracts: null,
    source: null,
    locator: null,
    quotation: null,
    language: 'en',
    tier: 'public',
    body,
    entered: false,
    ...more,
  }
}
