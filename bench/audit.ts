// What it takes to verify an audit trail of 100,000 events: time, and how much memory the walk holds. Some minute.
import { sql } from 'kysely'
import { chainStart, sha256OfWhole } from '../src/db/chain.ts'
import { type Db, json, uuidv7 } from '../src/db/store.ts'
import { verifyTrail } from '../src/db/verify/verify-trail.ts'
import { inNewStore } from './world.ts'

const count = 100_000
const atOnce = 5000

/** Saves of drafts, chained as `recordEvent` chains them, put in many at a time. Returns the digest of the last. */
const fillTrail = async (db: Db): Promise<string> => {
  let previousSha256 = chainStart
  for (let from = 1; from <= count; from += atOnce) {
    const rows = Array.from({ length: atOnce }, (_, at) => {
      const seq = from + at
      const event = {
        ...{ seq, previousSha256, eventId: uuidv7(), happenedAt: '2026-01-01T00:00:00Z' },
        ...{ agent: 'bench', action: 'draft-saved', subject: `draft ${seq}`, detail: { changes: [] } },
      }
      const thing = `report-draft:${seq % 500}`
      const [before, after] = [seq - 1, seq].map((n) => ({ fields: { 'answers.a.number': String(n) } }))
      previousSha256 = sha256OfWhole(event, [{ thing, before, after }])
      return { ...event, sha256: previousSha256, thing, before, after }
    })
    await sql`
      insert into event (event_id, happened_at, agent, action, subject, detail, seq, previous_sha256, sha256)
      select "eventId", "happenedAt", agent, action, subject, detail, seq, "previousSha256", sha256
        from jsonb_to_recordset(${json(rows)}::jsonb)
          as r ("eventId" uuid, "happenedAt" timestamptz, agent text, action text, subject text, detail jsonb,
                seq bigint, "previousSha256" text, sha256 text)`.execute(db)
    await sql`
      insert into event_thing (seq, position, thing, before, after)
      select seq, 0, thing, before, after
        from jsonb_to_recordset(${json(rows)}::jsonb) as r (seq bigint, thing text, before jsonb, after jsonb)`.execute(
      db,
    )
  }
  await sql`update event_head set seq = ${count}::bigint, sha256 = ${previousSha256}`.execute(db)
  return previousSha256
}

await inNewStore(async (db, store) => {
  await fillTrail(db)
  const heapBefore = process.memoryUsage().heapUsed
  let most = 0
  const [start, cpuBefore] = [performance.now(), process.cpuUsage()]
  const { events, findings } = await verifyTrail(db, 'exercise', {
    onProgress: () => {
      most = Math.max(most, process.memoryUsage().heapUsed)
    },
  })
  const cpu = process.cpuUsage(cpuBefore)
  const seconds = (ms: number) => (ms / 1000).toFixed(1)
  console.log(
    `audit verify, ${store.kind} store: ${events} events, ${findings.length} findings in ${seconds(performance.now() - start)} s ` +
      `(CPU ${seconds((cpu.user + cpu.system) / 1000)} s); heap at most ${Math.round((most - heapBefore) / 1e6)} MB more than before`,
  )
})
