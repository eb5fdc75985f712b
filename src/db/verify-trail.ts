// Walks an audit trail from its first event to its end, a page after the other, and names each row that is not as it was
// written: removed, altered, moved, inserted, cut off at the end; and each fact, report or release that is not as the trail
// says it was stored. Whoever can write the whole database can write a whole trail anew: a head noted elsewhere shows that.

import {
  type AuditReader,
  eventPages,
  type KeptThing,
  listUnknownRecords,
  readHead,
  readThingsOf,
  recordReader,
  thingRows,
} from './audit-store.ts'
import { type ChainedEvent, chainStart, digestThings, sha256OfEvent, type TouchedThing } from './chain.ts'
import { type RecordKind, readRecords } from './records.ts'
import type { Schema } from './room.ts'
import { readThingKey } from './thing-key.ts'
import { followLinks, type Linked } from './trail-links.ts'

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
  /** The place of the event; null where it concerns a record the trail does not know. */
  seq: number | null
  eventId: string | null
  happenedAt: string | null
  action: string | null
  thing: string | null
  /** What is wrong, in a sentence. */
  says: string
}

export type Verified = {
  schema: Schema
  events: number
  things: number
  /** Facts, versions of reports and releases compared with what the trail says was stored. */
  records: number
  /** Where the trail ends: to be noted elsewhere. */
  head: { seq: number; sha256: string }
  findings: Finding[]
}

/** A noted head: the place, where it was noted with it, and the digest. */
export type NotedHead = { seq: number | null; sha256: string }

type Row = ChainedEvent & { sha256: string }

/** A row on the walk, with the digest of its things as they are now. */
type Walked = Row & Linked & { things: string; firstThing: string | null }

type Range = { from: number; to: number }

/** At most so many places of all ranges. */
const placesIn = (ranges: readonly Range[], most: number): number[] => {
  const places: number[] = []
  for (const { from, to } of ranges)
    for (let seq = from; seq <= to && places.length < most; seq++) places.push(seq)
  return places
}

// More rows than these are not tried at each other's places: then something was done to all of them.
const mostTried = 500

const recordKinds: Record<string, RecordKind> = { fact: 'fact', report: 'report', release: 'release' }
// Only these events say that a record was stored, by its digest.
const recording = [
  'facts-recorded',
  'status-recorded',
  'report-submitted',
  'release-frozen',
  'older-events-chained',
]

type Awaited = { kind: RecordKind; id: string; thing: string; sha256: string; recordedAt: string; of: Row }

/** The record that a thing of an event vouches for; undefined where it vouches for none. */
const recordOf = (row: Row, { thing, after }: TouchedThing): Awaited | undefined => {
  if (!recording.includes(row.action) || typeof after !== 'object' || after === null) return undefined
  const { sha256, recordedAt } = after as { sha256?: unknown; recordedAt?: unknown }
  const key = readThingKey(thing)
  const kind = recordKinds[key?.kind ?? '']
  if (typeof sha256 !== 'string' || key === undefined || kind === undefined) return undefined
  const id = kind === 'fact' ? key.id.slice(key.id.lastIndexOf('/') + 1) : key.id
  const at = typeof recordedAt === 'string' ? recordedAt : row.happenedAt
  return { kind, id, thing, sha256, recordedAt: at, of: row }
}

/** Walks the trail of one schema. Memory holds a page of rows, and what was found. */
export const verifyTrail = async (
  db: AuditReader,
  schema: Schema,
  { notedHead, onProgress }: { notedHead?: NotedHead; onProgress?: (events: number) => void } = {},
): Promise<Verified> => {
  const findings: Finding[] = []
  const counted = { events: 0, things: 0, records: 0 }
  const find = (kind: FindingKind, row: Partial<Row> | null, says: string, thing: string | null = null) =>
    findings.push({
      kind,
      schema,
      seq: row?.seq ?? null,
      eventId: row?.eventId ?? null,
      happenedAt: row?.happenedAt ?? null,
      action: row?.action ?? null,
      thing,
      says,
    })

  const suspects: Walked[] = []
  const missing: Range[] = []
  const things = thingRows(db)
  const readRecord = recordReader(db)
  let awaited: Awaited[] = []
  let isNotedFound = notedHead === undefined || (notedHead.seq === 0 && notedHead.sha256 === chainStart)

  const compareRecords = async () => {
    for (const kind of ['fact', 'report', 'release'] as const) {
      const wanted = awaited.filter((one) => one.kind === kind)
      const stored = new Map(
        (
          await readRecords(
            readRecord,
            kind,
            wanted.map(({ id }) => id),
          )
        ).map((one) => [one.thing, one]),
      )
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
    counted.records += awaited.length
    awaited = []
  }

  /** The things of the event at a place; those at places where no event is are given to `onOrphan`. */
  const thingsAt = async (row: Row, onOrphan: (orphan: KeptThing) => void) => {
    const digest = digestThings()
    let first: string | null = null
    for (;;) {
      const one = await things.peek()
      if (one === undefined || one.seq > row.seq) return { things: digest.sha256(), firstThing: first }
      await things.next()
      if (one.seq < row.seq) {
        onOrphan(one)
        continue
      }
      counted.things += 1
      first ??= one.thing
      digest.add(one)
      const record = recordOf(row, one)
      if (record === undefined) continue
      awaited.push(record)
      if (awaited.length >= 500) await compareRecords()
    }
  }

  const orphans = new Set<number>()
  const links = followLinks<Walked>(chainStart, (row) =>
    find(
      'altered',
      row,
      'the event after it follows on another digest: it, or events before it, were written anew with new digests',
      row.firstThing,
    ),
  )
  const atFirst = await readHead(db)
  const beyond: Row[] = []
  let last = 0
  let lastSha256 = chainStart

  const walk = async (row: Row) => {
    counted.events += 1
    if (counted.events % 5000 === 0) onProgress?.(counted.events)
    if (row.seq == null || row.seq < 1) return find('inserted', row, 'it has no place in the trail')
    if (row.seq === last) return find('inserted', row, 'another event stands at the same place')
    if (row.seq > last + 1) missing.push({ from: last + 1, to: row.seq - 1 })
    const found = await thingsAt(row, (orphan) => orphans.add(orphan.seq))
    const walked = { ...row, ...found, isSelf: sha256OfEvent(row, found.things) === row.sha256 }
    links.next(walked)
    if (!walked.isSelf) suspects.push(walked)
    else if (row.sha256 === notedHead?.sha256)
      isNotedFound ||= notedHead.seq === null || notedHead.seq === row.seq
    if (row.seq > (atFirst?.seq ?? 0)) beyond.push(row)
    last = row.seq
    lastSha256 = row.sha256
  }

  for await (const page of eventPages(db, null)) for (const row of page) await walk(row)
  // Read after the rows: what was written meanwhile is walked too.
  let head = await readHead(db)
  for (let before = -1; head !== undefined && head.seq > last && before !== last; head = await readHead(db)) {
    before = last
    for await (const page of eventPages(db, last)) for (const row of page) await walk(row)
  }
  for (let one = await things.next(); one !== undefined; one = await things.next()) orphans.add(one.seq)
  await compareRecords()

  const isOtherEnd = links.end(head?.seq === last ? head.sha256 : lastSha256)
  if (head === undefined) find('head-altered', null, 'the row that says where the trail ends is not there')
  else if (head.seq === last && isOtherEnd)
    find('head-altered', { seq: last }, 'the last event is not the one noted as the end')
  const end = head?.seq ?? last
  if (end > last) missing.push({ from: last + 1, to: end })

  // An event that is itself at another place was moved; whatever else is not itself was altered.
  const gaps = placesIn(missing, mostTried)
  const digestAt = new Map(suspects.map(({ seq, things: sha256 }) => [seq, sha256]))
  for (const seq of gaps) {
    const digest = digestThings()
    for (const one of await readThingsOf(db, seq)) digest.add(one)
    digestAt.set(seq, digest.sha256())
  }
  const moved = new Set<number>()
  const placed = new Set<number>()
  for (const [index, row] of suspects.entries()) {
    const from = (index < mostTried ? [...digestAt.keys()] : []).find(
      (seq) =>
        seq !== row.seq &&
        [row.things, digestAt.get(seq)!].some(
          (sha256) => sha256OfEvent({ ...row, seq }, sha256) === row.sha256,
        ),
    )
    if (from === undefined)
      find('altered', row, 'what it says is not what its digest was made of', row.firstThing)
    else {
      moved.add(from)
      placed.add(row.seq)
      find('moved', row, `it is the event of place ${from}, and stands at place ${row.seq}`, row.firstThing)
    }
  }
  for (const row of beyond)
    if (row.seq > end && !placed.has(row.seq))
      find('inserted', row, `it stands after the end of the trail, which is at ${end}`)
  for (const range of missing) {
    const to = Math.min(range.to, end)
    const kind = range.from > last ? 'cut-off' : 'removed'
    const where = kind === 'cut-off' ? 'missing at the end of the trail' : 'missing'
    if (to - range.from >= mostTried)
      find(kind, { seq: range.from }, `the events from place ${range.from} to place ${to} are ${where}`)
    else
      for (let seq = range.from; seq <= to; seq++) if (!moved.has(seq)) find(kind, { seq }, `it is ${where}`)
  }
  for (const seq of orphans)
    if (!missing.some(({ from, to }) => from <= seq && seq <= to))
      find('inserted', { seq }, 'something is said to be touched by an event that is not there')
  if (!isNotedFound)
    find(
      'noted-head-missing',
      notedHead!.seq === null ? null : { seq: notedHead!.seq },
      'the head noted elsewhere is not in the trail: it was cut off before it, or written anew',
    )
  if (schema !== 'people')
    for (const thing of await listUnknownRecords(db, recording))
      find('record-unknown', null, 'it is stored, and no event says that it was', thing)
  return {
    schema,
    ...counted,
    head: head ?? { seq: 0, sha256: chainStart },
    findings: findings.sort(
      (a, b) => (a.seq ?? Number.MAX_SAFE_INTEGER) - (b.seq ?? Number.MAX_SAFE_INTEGER),
    ),
  }
}
