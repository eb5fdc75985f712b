// A datum as the store gives it: the columns that are read, and what becomes of them.
import { sql } from 'kysely'
import type { Datum } from './datum.ts'

/**
 * What is selected of a datum `d` and its source `s`: whose it is and who may see it, which the driver looks at (driver.ts),
 * and all else as one list, which is many times faster to read than a column each (decision 0004).
 */
export const datumColumns = sql`
  d.datum_id, d.actor_id as actor, d.tier,
  json_build_array(d.kind, d.external_id, d.subject_id, d.held_from, d.held_until, d.held_edtf, d.known_from, d.recorded_at,
    d.supersedes, d.retracts, d.locator, d.quotation, d.language, d.entered, d.body,
    s.title, s.address, s.publisher, s.published) as said`

type Text = string | null
/** A row of these columns. */
export type DatumRecord = Pick<Datum, 'datumId' | 'actor' | 'tier'> & {
  said: [
    ...[kind: string, externalId: Text, subject: Text, heldFrom: Text, heldUntil: Text, heldEdtf: Text],
    ...[knownFrom: string, recordedAt: string, supersedes: Text, retracts: Text],
    ...[locator: Text, quotation: Text, language: Text, entered: boolean, body: Record<string, unknown>],
    ...[title: Text, address: Text, publisher: Text, published: Text],
  ]
}

/** An instant of PostgreSQL's JSON, in UTC, as values.ts has it. */
const instantOf = (written: string): string => written.replace(/\+00:00$/, 'Z')

export const datumOf = ({ datumId, actor, tier, said }: DatumRecord): Datum => ({
  datumId,
  actor,
  kind: said[0],
  externalId: said[1],
  subject: said[2],
  heldFrom: said[3],
  heldUntil: said[4],
  heldEdtf: said[5],
  knownFrom: said[6],
  recordedAt: instantOf(said[7]),
  supersedes: said[8],
  retracts: said[9],
  locator: said[10],
  quotation: said[11],
  language: said[12],
  tier,
  entered: said[13],
  body: said[14],
  source:
    said[15] === null
      ? null
      : { title: said[15], address: said[16], publisher: said[17], published: said[18] },
})
