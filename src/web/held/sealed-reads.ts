// The trace of reading what is not public: one event a request, with everything of it that was read.
import { agentOf, type Person } from '../../accounts/person.ts'
import { recordEvent } from '../../db/events.ts'
import { type Db, inTransaction } from '../../db/store.ts'
import { thingKey } from '../../db/thing-key.ts'

/** Notes what was read. The answer is not sent before it is recorded. */
export type SealedReads = {
  /** Rows whose tier is not public, as the database gave them. */
  note: (rows: readonly Record<string, unknown>[]) => void
  noteFact: (fact: { actor: string; datumId: string }) => void
  record: () => Promise<void>
}

/** What a person reads in one request for `path`. */
export const sealedReads = (db: Db, person: Person, path: string): SealedReads => {
  const read = new Set<string>()
  const noteFact: SealedReads['noteFact'] = ({ actor, datumId }) =>
    void read.add(thingKey.fact(actor, datumId))
  return {
    noteFact,
    note: (rows) => {
      for (const row of rows)
        noteFact({ actor: String(row.actor ?? row.actor_id), datumId: String(row.datum_id) })
    },
    record: async () => {
      if (read.size === 0) return
      const things = [...read].sort()
      await inTransaction(db, (trx) =>
        recordEvent(trx, {
          agent: agentOf(person),
          action: 'sealed-read',
          subject: path,
          detail: { changes: [] },
          things: things.map((thing) => ({ thing, before: null, after: null })),
        }),
      )
    },
  }
}
