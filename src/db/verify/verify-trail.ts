// Walks an audit trail from its first event to its end, a page after the other, and names each row that is not as it was
// written: removed, altered, moved, inserted, cut off at the end; and whatever is held and not as the trail says. Each part
// of the comparison stands in a file of its own. Whoever can write the whole database can write a whole trail anew: a head
// noted elsewhere shows that.
import { type AuditReader, eventPages, readHead } from '../audit-store.ts'
import { chainStart } from '../chain.ts'
import type { Schema } from '../room.ts'
import { compareChain, type Head, type NotedHead } from './compare-chain.ts'
import { compareHeld } from './compare-held.ts'
import { compareRecords } from './compare-records.ts'
import { replayTrail } from './expected.ts'
import { type EventRow, type Finding, findingsOf } from './finding.ts'
import { readHeldRows } from './held-rows.ts'
import { touchedInOrder } from './touched.ts'

export type Verified = {
  schema: Schema
  events: number
  things: number
  /** Facts, versions of reports and releases compared with what the trail says was stored. */
  records: number
  /** Roles, tokens, invitations, departments and their sections, decisions, publications, settings and words about registers compared. */
  held: number
  /** Of those how many could not be compared, or not in everything: events of before hold too little. */
  uncompared: number
  /** Where the trail ends: to be noted elsewhere. */
  head: Head
  findings: Finding[]
}

/** Walks the trail of one schema. Memory holds a page of rows, what should be held beside records, and what was found. */
export const verifyTrail = async (
  db: AuditReader,
  schema: Schema,
  { notedHead, onProgress }: { notedHead?: NotedHead; onProgress?: (events: number) => void } = {},
): Promise<Verified> => {
  const { find, inOrder } = findingsOf(schema)
  const counted = { events: 0, things: 0 }
  const chain = compareChain(find, { headAtFirst: await readHead(db), notedHead })
  const records = compareRecords(db, find)
  const replay = replayTrail()
  const touched = touchedInOrder(db, chain.orphan)

  const walk = async (row: EventRow) => {
    counted.events += 1
    if (counted.events % 5000 === 0) onProgress?.(counted.events)
    if (!chain.isPlaced(row)) return
    replay.event(row)
    const { sha256, first } = await touched.at(row.seq, async (one) => {
      counted.things += 1
      replay.next(row, one)
      await records.next(row, one)
    })
    chain.next(row, sha256, first)
  }

  for await (const page of eventPages(db, null)) for (const row of page) await walk(row)
  // Read after the events: what was written meanwhile is walked too, up to the end that goes with these rows.
  const { head, rows } = await readHeldRows(db, schema)
  if (head !== undefined && head.seq > chain.last())
    for await (const page of eventPages(db, chain.last()))
      for (const row of page) if (row.seq <= head.seq) await walk(row)
  await touched.rest()

  await chain.end(db, head)
  const { held, uncompared } = compareHeld(replay.replayed, rows, find)
  return {
    schema,
    ...counted,
    records: schema === 'people' ? 0 : await records.end(),
    ...{ held, uncompared },
    head: head ?? { seq: 0, sha256: chainStart },
    findings: inOrder(),
  }
}
