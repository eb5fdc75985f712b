// Events from before the trail was a chain are chained as they are found, once, in the transaction that brings the store
// to the form with a chain. The event added last says so, and takes down what facts, reports and releases are then: they
// are protected from that day on, not before.
import { chainStart, digestThings, sha256OfEvent } from './chain.ts'
import type { Lease } from './engine.ts'
import { allRecords, type ReadRows } from './records.ts'
import type { Schema } from './room.ts'
import { uuidv7 } from './uuid.ts'
import { json } from './values.ts'

const pageSize = 1000

type OlderEvent = {
  event_id: string
  happened_at: string
  agent: string
  action: string
  subject: string
  detail: unknown
}

const chainEvents = async (lease: Lease): Promise<{ seq: number; sha256: string }> => {
  await lease.query(
    `update event e set seq = n.seq
       from (select event_id, row_number() over (order by happened_at, event_id) as seq from event) n
      where n.event_id = e.event_id`,
    [],
  )
  let seq = 0
  let sha256 = chainStart
  for (;;) {
    const { rows } = await lease.query(
      `select event_id, happened_at, agent, action, subject, detail from event where seq > $1::bigint
        order by seq limit ${pageSize}`,
      [String(seq)],
    )
    if (rows.length === 0) return { seq, sha256 }
    const chained = (rows as OlderEvent[]).map((row) => {
      const { event_id: eventId, happened_at: happenedAt, agent, action, subject, detail } = row
      const previousSha256 = sha256
      seq += 1
      sha256 = sha256OfEvent(
        { seq, previousSha256, eventId, happenedAt, agent, action, subject, detail },
        digestThings().sha256(),
      )
      return { event_id: eventId, previous_sha256: previousSha256, sha256 }
    })
    await lease.query(
      `update event e set previous_sha256 = c.previous_sha256, sha256 = c.sha256
         from jsonb_to_recordset($1::jsonb) as c (event_id uuid, previous_sha256 text, sha256 text)
        where c.event_id = e.event_id`,
      [json(chained)],
    )
  }
}

/** Writes down what the store holds, as things of the event at `seq`; returns their digest. */
const noteRecords = async (lease: Lease, seq: number): Promise<{ records: number; sha256: string }> => {
  const read: ReadRows = async (text, parameters) => (await lease.query(text, parameters)).rows
  const digest = digestThings()
  let position = 0
  for await (const page of allRecords(read)) {
    const rows = page.map(({ thing, sha256, recordedAt }) => {
      const after = { sha256, recordedAt }
      digest.add({ thing, before: null, after })
      return { position: position++, thing, after }
    })
    await lease.query(
      `insert into event_thing (seq, position, thing, after)
       select $1::bigint, position, thing, after
         from jsonb_to_recordset($2::jsonb) as t (position integer, thing text, after jsonb)`,
      [String(seq), json(rows)],
    )
  }
  return { records: position, sha256: digest.sha256() }
}

/** Chains what a schema holds from before its trail was a chain. One without events is left alone. */
export const chainOlderEvents = async (lease: Lease, schema: Schema): Promise<void> => {
  const older = await chainEvents(lease)
  if (older.seq > 0) {
    const seq = older.seq + 1
    const { records, sha256: things } =
      schema === 'people' ? { records: 0, sha256: digestThings().sha256() } : await noteRecords(lease, seq)
    const { rows } = await lease.query('select now() as at', [])
    const event = {
      seq,
      previousSha256: older.sha256,
      eventId: uuidv7(),
      happenedAt: rows[0]!.at as string,
      agent: 'pacta, when its store was brought to a newer form',
      action: 'older-events-chained',
      subject: `events 1 to ${older.seq}`,
      detail: { changes: [], events: older.seq, records },
    }
    const sha256 = sha256OfEvent(event, things)
    await lease.query(
      `insert into event (event_id, happened_at, agent, action, subject, detail, seq, previous_sha256, sha256)
       values ($1::uuid, $2::timestamptz, $3, $4, $5, $6::jsonb, $7::bigint, $8, $9)`,
      [
        event.eventId,
        event.happenedAt,
        event.agent,
        event.action,
        event.subject,
        json(event.detail),
        String(seq),
        older.sha256,
        sha256,
      ],
    )
    await lease.query(
      'update event_head set seq = $1::bigint, sha256 = $2, written_seq = $1::bigint, written_sha256 = $2',
      [String(seq), sha256],
    )
  }
  await lease.script(`alter table event alter column seq set not null;
    alter table event alter column previous_sha256 set not null;
    alter table event alter column sha256 set not null;`)
}
