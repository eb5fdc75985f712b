// Facts, versions of reports and releases against the digests by which events say that they were stored.
import { type AuditReader, listUnknownRecords, recordReader } from '../audit-store.ts'
import type { TouchedThing } from '../chain.ts'
import { type RecordKind, readRecords } from '../records.ts'
import { readThingKey } from '../thing-key.ts'
import type { EventRow, Find } from './finding.ts'

const recordKinds: Record<string, RecordKind> = { fact: 'fact', report: 'report', release: 'release' }
// Only these events say that a record was stored, by its digest.
const recording = [
  'facts-recorded',
  'status-recorded',
  'report-submitted',
  'release-frozen',
  'older-events-chained',
]

type Awaited = {
  kind: RecordKind
  id: string
  thing: string
  sha256: string
  recordedAt: string
  of: EventRow
}

/** The record that a thing of an event vouches for; undefined where it vouches for none. */
const recordOf = (row: EventRow, { thing, after }: TouchedThing): Awaited | undefined => {
  if (!recording.includes(row.action) || typeof after !== 'object' || after === null) return undefined
  const { sha256, recordedAt } = after as { sha256?: unknown; recordedAt?: unknown }
  const key = readThingKey(thing)
  const kind = recordKinds[key?.kind ?? '']
  if (typeof sha256 !== 'string' || key === undefined || kind === undefined) return undefined
  const id = kind === 'fact' ? key.id.slice(key.id.lastIndexOf('/') + 1) : key.id
  const at = typeof recordedAt === 'string' ? recordedAt : row.happenedAt
  return { kind, id, thing, sha256, recordedAt: at, of: row }
}

const atOnce = 500

/** Compares records as events name them, some hundred at a time. */
export const compareRecords = (db: AuditReader, find: Find) => {
  const read = recordReader(db)
  let awaited: Awaited[] = []
  let count = 0

  const compareKind = async (kind: RecordKind) => {
    const wanted = awaited.filter((one) => one.kind === kind)
    const ids = wanted.map(({ id }) => id)
    const stored = new Map((await readRecords(read, kind, ids)).map((one) => [one.thing, one]))
    for (const { thing, sha256, recordedAt, of } of wanted) {
      const now = stored.get(thing)
      if (now === undefined)
        find('record-removed', of, 'the trail says it was stored here, and it is not there', thing)
      else if (now.sha256 !== sha256)
        find('record-altered', of, 'what is stored differs from what the trail says was stored', thing)
      else if (now.recordedAt !== recordedAt)
        find(
          'record-altered',
          of,
          `it is said to be recorded at ${now.recordedAt}; the trail says ${recordedAt}`,
          thing,
        )
    }
  }
  const compare = async () => {
    for (const kind of ['fact', 'report', 'release'] as const) await compareKind(kind)
    count += awaited.length
    awaited = []
  }

  return {
    next: async (row: EventRow, touched: TouchedThing): Promise<void> => {
      const record = recordOf(row, touched)
      if (record === undefined) return
      awaited.push(record)
      if (awaited.length >= atOnce) await compare()
    },
    /** What is left, and what is stored that no event knows; how many were compared in all. */
    end: async (): Promise<number> => {
      await compare()
      for (const thing of await listUnknownRecords(db, recording))
        find('record-unknown', null, 'it is stored, and no event says that it was', thing)
      return count
    },
  }
}
