// The SQL of approvals and publications. Rows are only ever added.
import { sql } from 'kysely'
import { type Db, json } from '../db/store.ts'
import type { Decision, DecisionWord } from './approval.ts'
import type { Owner } from './person.ts'

type Row = Decision & { thing: string }

/** What was decided about things, by thing, in the order of deciding. */
export const listDecisions = async (
  db: Db,
  things: readonly string[],
): Promise<ReadonlyMap<string, Decision[]>> => {
  if (things.length === 0) return new Map()
  const { rows } = await sql<Row>`
    select thing, owner, agent, decision, content_sha256 as sha256, note, decided_at
      from approval where thing = any(${[...things]}::text[]) order by entry`.execute(db)
  return Map.groupBy(rows, (row) => row.thing)
}

export type NewDecision = {
  thing: string
  owner: Owner
  agent: string
  decision: DecisionWord
  /** Digest of what the thing says. */
  sha256: string
  note?: string | null
}

/** Adds decisions, in their order. The thing must be locked. */
export const insertDecisions = async (trx: Db, made: readonly NewDecision[]): Promise<void> => {
  for (const { thing, owner, agent, decision, sha256, note = null } of made)
    await sql`
      insert into approval (thing, owner, agent, decision, content_sha256, note)
      values (${thing}, ${owner}, ${agent}, ${decision}, ${sha256}, ${note})`.execute(trx)
}

/**
 * In whose right something was published. `owner`: by a focal point of whoever it is about. `keeper`: coded for those
 * who keep a treaty's reports, and confirmed by a reviewer of theirs.
 */
export type PublishedAs = 'owner' | 'keeper' | 'desk' | 'command'

export type Publication = {
  thing: string
  agent: string
  publishedAs: PublishedAs
  owners: Owner[]
  /** Instant, ISO 8601. */
  publishedAt: string
}

/** Notes what was published. Once: what is published stays so. */
export const insertPublication = async (
  trx: Db,
  { thing, agent, publishedAs, owners }: Omit<Publication, 'publishedAt'>,
): Promise<void> => {
  await sql`
    insert into publication (thing, agent, published_as, owners)
    values (${thing}, ${agent}, ${publishedAs}, ${json(owners)}::jsonb)
    on conflict (thing) do nothing`.execute(trx)
}

/** What was published of `things`, by thing. */
export const listPublications = async (
  db: Db,
  things: readonly string[],
): Promise<ReadonlyMap<string, Publication>> => {
  if (things.length === 0) return new Map()
  const { rows } = await sql<Publication>`
    select thing, agent, published_as, owners, published_at
      from publication where thing = any(${[...things]}::text[])`.execute(db)
  return new Map(rows.map((row) => [row.thing, row]))
}
