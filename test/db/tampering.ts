// A trail written by a test, and what somebody does to it who holds the database.
import assert from 'node:assert/strict'
import { type RawBuilder, sql } from 'kysely'
import { sha256OfWhole, type TouchedThing } from '../../src/db/chain.ts'
import { recordEvent } from '../../src/db/events.ts'
import { type Db, inTransaction } from '../../src/db/store.ts'
import { type Verified, verifyTrail } from '../../src/db/verify/verify-trail.ts'
import { inTestWorld } from '../world.ts'

export const write = async (db: Db, count: number) => {
  for (let n = 1; n <= count; n++)
    await inTransaction(db, (trx) =>
      recordEvent(trx, {
        agent: 'a test',
        action: 'staleness-set',
        subject: `scope ${n}`,
        detail: { changes: [] },
        things: n % 2 === 0 ? [{ thing: `crosswalk:${n}`, before: null, after: { n } }] : [],
      }),
    )
}

export const named = ({ findings }: Verified) => findings.map(({ kind, seq }) => `${kind} ${seq}`)
/** What was found of which kind of thing. */
export const found = ({ findings }: Verified) =>
  findings.map(({ kind, thing }) => `${kind} ${thing?.split(':')[0]}`)

/** What somebody altered by SQL, how, and what is found. */
export type Tampering = [what: string, statement: RawBuilder<unknown>, expected: string[]]

export const verify = (db: Db) => verifyTrail(db, 'register')

export const afterTampering = (tamper: (db: Db) => Promise<unknown>, expected: string[], count = 8) =>
  inTestWorld(async (db) => {
    await write(db, count)
    assert.deepEqual((await verify(db)).findings, [])
    await tamper(db)
    assert.deepEqual(named(await verify(db)), expected)
  })

/** The event at a place as it would have to be written to be what its own digest says. */
export const rehash = async (db: Db, seq: number) => {
  const { rows } = await sql<Parameters<typeof sha256OfWhole>[0]>`
    select seq, previous_sha256, event_id, happened_at, agent, action, subject, detail
      from event where seq = ${seq}::bigint`.execute(db)
  const { rows: things } = await sql<TouchedThing>`
    select thing, before, after from event_thing where seq = ${seq}::bigint order by position`.execute(db)
  await sql`update event set sha256 = ${sha256OfWhole(rows[0]!, things)} where seq = ${seq}::bigint`.execute(
    db,
  )
}

/** Everything from a place on written anew, and the end too: what whoever holds the whole database can do. */
export const rewriteFrom = async (db: Db, seq: number, last: number) => {
  for (let at = seq; at <= last; at++) {
    if (at > seq)
      await sql`
        update event set previous_sha256 = (select sha256 from event where seq = ${at - 1}::bigint)
         where seq = ${at}::bigint`.execute(db)
    await rehash(db, at)
  }
  await sql`
    update event_head set seq = ${last}::bigint, sha256 = (select sha256 from event where seq = ${last}::bigint)`.execute(
    db,
  )
}
