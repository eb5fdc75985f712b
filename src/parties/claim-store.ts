// The SQL of contested claims about a treaty's status.
import { sql } from 'kysely'
import { recordEvent } from '../db/events.ts'
import { type Db, inTransaction, json, uuidv7 } from '../db/store.ts'
import { type Source, sourceIdOf } from '../facts/source.ts'
import { factsTouched, saveSources } from '../facts/store.ts'
import type { StatusClaim } from './status-csv.ts'

/** Stores contested claims about a treaty's status; those held already are passed over. Membership is untouched. */
export const saveStatusClaims = (
  db: Db,
  claims: readonly StatusClaim[],
  options: { agent?: string } = {},
): Promise<number> =>
  inTransaction(db, async (trx) => {
    if (claims.length === 0) return 0
    const source = (claim: StatusClaim): Source => ({
      title: claim.sourceTitle,
      address: claim.sourceAddress,
      publisher: null,
      published: null,
    })
    await saveSources(trx, claims.map(source))
    const rows = claims.map((claim) => ({
      actor_id: claim.actor,
      datum_id: uuidv7(),
      external_id: `${claim.treaty}/claim/${claim.claimedOn}`,
      held_from: claim.claimedOn,
      known_from: claim.knownFrom,
      source_id: sourceIdOf(source(claim)),
      quotation: claim.quotation,
      body: {
        treaty: claim.treaty,
        claim: claim.claim,
        claimedBy: claim.claimedBy,
        ...(claim.contestedBy === null ? {} : { contestedBy: claim.contestedBy }),
        ...(claim.contestQuotation === null ? {} : { contestQuotation: claim.contestQuotation }),
        ...(claim.contestTitle === null ? {} : { contestTitle: claim.contestTitle }),
        ...(claim.contestAddress === null ? {} : { contestAddress: claim.contestAddress }),
      },
    }))
    const { rows: kept } = await sql<{ actorId: string; datumId: string; heldFrom: string }>`
      with given as (
        select g.* from jsonb_to_recordset(${json(rows)}::jsonb)
          as g (actor_id text, datum_id uuid, external_id text, held_from date, known_from date, source_id text,
                quotation text, body jsonb)
         where not exists (select 1 from datum d where d.actor_id = g.actor_id and d.kind = 'status-claim'
                                                   and d.external_id = g.external_id)
      ), kept as (
        insert into datum (actor_id, datum_id, kind, external_id, held_from, known_from, source_id, quotation,
                           language, body)
        select actor_id, datum_id, 'status-claim', external_id, held_from, known_from, source_id, quotation, 'en',
               body
          from given
        returning actor_id, datum_id, held_from
      ), marked as (
        insert into status_event (actor_id, datum_id, treaty, kind, notified_on)
        select g.actor_id, g.datum_id, g.body ->> 'treaty', 'status-claim', g.held_from from given g
      )
      select actor_id, datum_id, held_from from kept`.execute(trx)
    if (kept.length > 0) {
      const ids = new Set(kept.map(({ datumId }) => datumId))
      const stored = rows.filter((row) => ids.has(row.datum_id))
      await recordEvent(trx, {
        agent: options.agent ?? 'pacta',
        action: 'status-recorded',
        subject: 'contested claims',
        detail: {
          changes: kept.map(({ actorId, heldFrom }) => ({ kind: 'status-claim', actor: actorId, heldFrom })),
        },
        things: await factsTouched(
          trx,
          stored.map((row) => ({
            ...row,
            kind: 'status-claim',
            language: 'en',
            tier: 'public',
            entered: false,
          })),
        ),
      })
    }
    return kept.length
  })
