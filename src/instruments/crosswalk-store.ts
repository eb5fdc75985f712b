// The SQL of crosswalks: what persons decided, each decision kept; of several about one pair the last one holds.
import { sql } from 'kysely'
import type { TouchedThing } from '../db/chain.ts'
import { recordEvent } from '../db/events.ts'
import { type Db, inTransaction } from '../db/store.ts'
import { thingKey } from '../db/thing-key.ts'
import type { CrosswalkFile } from './crosswalk-file.ts'
import type { CrosswalkPair } from './crosswalk-pair.ts'

/** The confirmed pairs from one plan to another, in the order they were decided. */
export const listCrosswalk = async (db: Db, fromPlan: string, toPlan: string): Promise<CrosswalkPair[]> => {
  const { rows } = await sql<CrosswalkPair>`
    select kind, from_id as "from", to_id as "to", relation, likeness / 1000.0::float8 as likeness,
      decided_by as by, to_char(decided_on, 'YYYY-MM-DD') as "on", note
    from (
      select distinct on (kind, from_id, to_id) *
      from crosswalk_decision
      where from_plan = ${fromPlan} and to_plan = ${toPlan}
      order by kind, from_id, to_id, entry desc
    ) as last
    where decision = 'confirmed'
    order by entry`.execute(db)
  return rows
}

/** Pairs of plans with a confirmed pair between them. `of` narrows them to those a plan is in. */
export const listCrosswalks = async (db: Db, of: string): Promise<{ fromPlan: string; toPlan: string }[]> => {
  const { rows } = await sql<{ fromPlan: string; toPlan: string }>`
    select distinct from_plan as "fromPlan", to_plan as "toPlan"
    from crosswalk_decision
    where from_plan = ${of} or to_plan = ${of}
    order by 1, 2`.execute(db)
  return rows
}

/**
 * Stores the decisions of a checked file: confirmations, and rejections of what is held as confirmed. What is held
 * already in the same words changes nothing. Returns how many were added and taken back.
 */
export const saveCrosswalk = async (
  db: Db,
  file: CrosswalkFile,
  agent = 'pacta',
): Promise<{ confirmed: number; withdrawn: number; unchanged: number }> =>
  inTransaction(db, async (tx) => {
    const held = new Map(
      (await listCrosswalk(tx, file.fromPlan, file.toPlan)).map((pair) => [
        `${pair.kind} ${pair.from} ${pair.to}`,
        pair,
      ]),
    )
    const counts = { confirmed: 0, withdrawn: 0, unchanged: 0 }
    const thing = thingKey.crosswalk(file.fromPlan, file.toPlan)
    const things: TouchedThing[] = []
    for (const pair of file.decided) {
      const before = held.get(`${pair.kind} ${pair.from} ${pair.to}`)
      const isSame =
        before !== undefined &&
        pair.decision === 'confirmed' &&
        before.relation === pair.relation &&
        before.by === pair.by &&
        before.on === pair.on &&
        before.note === pair.note
      if (isSame || (pair.decision === 'rejected' && before === undefined)) {
        counts.unchanged++
        continue
      }
      const likeness = pair.likeness === null ? null : Math.round(pair.likeness * 1000)
      await sql`
        insert into crosswalk_decision
          (from_plan, to_plan, kind, from_id, to_id, relation, likeness, decision, decided_by, decided_on, note)
        values (${file.fromPlan}, ${file.toPlan}, ${pair.kind}, ${pair.from}, ${pair.to}, ${pair.relation}, ${likeness},
          ${pair.decision}, ${pair.by}, ${pair.on}::date, ${pair.note})`.execute(tx)
      // Who decided is a name: it stands with the decision, and not in the trail.
      const said = ({ by: _, ...rest }: { by: string }) => rest
      things.push({ thing, before: before === undefined ? null : said(before), after: said(pair) })
      if (pair.decision === 'confirmed') counts.confirmed++
      else counts.withdrawn++
    }
    if (things.length > 0)
      await recordEvent(tx, {
        agent,
        action: 'crosswalk-decided',
        subject: `${file.fromPlan} to ${file.toPlan}`,
        detail: { changes: [], ...counts },
        things,
      })
    return counts
  })
