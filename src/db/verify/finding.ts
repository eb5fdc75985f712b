// What verifying an audit trail can find, and how it is taken down.
import type { ChainedEvent } from '../chain.ts'
import type { Schema } from '../room.ts'

export const findingKinds = [
  'removed',
  'cut-off',
  'altered',
  'moved',
  'inserted',
  'head-altered',
  'noted-head-missing',
  'record-altered',
  'record-removed',
  'record-unknown',
] as const
export type FindingKind = (typeof findingKinds)[number]

/** Something that is not as it was written: which row (its place in the trail), and what is known of it. */
export type Finding = {
  kind: FindingKind
  schema: Schema
  /** The place of the event; null where it concerns something the trail does not know. */
  seq: number | null
  eventId: string | null
  happenedAt: string | null
  action: string | null
  thing: string | null
  /** What is wrong, in a sentence. */
  says: string
}

/** A row of the trail as it is read. */
export type EventRow = ChainedEvent & { sha256: string }

/** Takes down a finding: about which event, as far as it is known, and which thing. */
export type Find = (
  kind: FindingKind,
  row: Partial<EventRow> | null,
  says: string,
  thing?: string | null,
) => void

/** Findings of one trail: `find` takes one down, `inOrder` gives them by their places, those without one last. */
export const findingsOf = (schema: Schema): { find: Find; inOrder: () => Finding[] } => {
  const found: Finding[] = []
  return {
    find: (kind, row, says, thing = null) =>
      void found.push({
        kind,
        schema,
        seq: row?.seq ?? null,
        eventId: row?.eventId ?? null,
        happenedAt: row?.happenedAt ?? null,
        action: row?.action ?? null,
        thing,
        says,
      }),
    inOrder: () =>
      found.sort((a, b) => (a.seq ?? Number.MAX_SAFE_INTEGER) - (b.seq ?? Number.MAX_SAFE_INTEGER)),
  }
}
