// The SQL of facts on their way. Unlike facts a draft is overwritten: the newest save is what counts.
import { sql } from 'kysely'
import { type Db, isUuid, json } from '../db/store.ts'
import type { FactDraft, OwnerActor } from './fact-draft.ts'

const columns = sql`
  draft_id, actor_id as actor, kind, content, content_sha256 as sha256, owners, revision, started_by, changed_by,
  created_at, changed_at, published_datum`

/** The draft, or undefined where there is none under the id, whatever its form. */
export const findFactDraft = async (db: Db, draftId: string): Promise<FactDraft | undefined> => {
  if (!isUuid(draftId)) return undefined
  const { rows } = await sql<FactDraft>`
    select ${columns} from fact_draft where draft_id = ${draftId}::uuid`.execute(db)
  return rows[0]
}

/** The draft, locked until the transaction ends: of two who act at once the second sees what the first one did. */
export const lockFactDraft = async (trx: Db, draftId: string): Promise<FactDraft | undefined> => {
  if (!isUuid(draftId)) return undefined
  const { rows } = await sql<FactDraft>`
    select ${columns} from fact_draft where draft_id = ${draftId}::uuid for update`.execute(trx)
  return rows[0]
}

/** Drafts that are not published yet, the ones changed last first. */
export const listOpenFactDrafts = async (db: Db, limit: number): Promise<FactDraft[]> => {
  const { rows } = await sql<FactDraft>`
    select ${columns} from fact_draft where published_datum is null
     order by changed_at desc, draft_id desc limit ${limit}`.execute(db)
  return rows
}

/** More than one actor has on its way at one time. */
const mostOfActor = 500

/** An actor's drafts that are not published yet, in the order in which they were begun; of too many the latest. */
export const listActorDrafts = async (db: Db, actor: string): Promise<FactDraft[]> => {
  const { rows } = await sql<FactDraft>`
    select ${columns} from fact_draft where actor_id = ${actor} and published_datum is null
     order by draft_id desc limit ${mostOfActor}`.execute(db)
  return rows.reverse()
}

/** Those of an actor's drafts that are not published yet and would have one of these ids as facts. */
export const listDraftsCalled = async (
  db: Db,
  actor: string,
  ids: readonly string[],
): Promise<FactDraft[]> => {
  if (ids.length === 0) return []
  const { rows } = await sql<FactDraft>`
    select ${columns} from fact_draft
     where actor_id = ${actor} and published_datum is null and content ->> 'id' = any(${[...ids]}::text[])
     order by draft_id`.execute(db)
  return rows
}

/** The open draft that somebody began with the form of this id; undefined where there is none. */
export const findBegunFactDraft = async (
  trx: Db,
  { startedBy, id }: { startedBy: string; id: string },
): Promise<FactDraft | undefined> => {
  const { rows } = await sql<FactDraft>`
    select ${columns} from fact_draft
     where started_by = ${startedBy} and content ->> 'id' = ${id} and published_datum is null
     order by draft_id limit 1`.execute(trx)
  return rows[0]
}

/** Of the ids that facts of an actor and kind are to get, those that open drafts have. */
export const listDraftedIds = async (
  db: Db,
  { actor, kind, ids }: { actor: string; kind: string; ids: readonly string[] },
): Promise<string[]> => {
  const { rows } = await sql<{ id: string }>`
    select distinct content ->> 'id' as id from fact_draft
     where actor_id = ${actor} and kind = ${kind} and published_datum is null
       and content ->> 'id' = any(${[...ids]}::text[])`.execute(db)
  return rows.map(({ id }) => id)
}

export type NewFactDraft = Pick<
  FactDraft,
  'draftId' | 'actor' | 'kind' | 'content' | 'sha256' | 'owners' | 'startedBy'
>

export const insertFactDraft = async (trx: Db, draft: NewFactDraft): Promise<void> => {
  const { draftId, actor, kind, content, sha256, owners, startedBy } = draft
  await sql`
    insert into fact_draft (actor_id, draft_id, kind, content, content_sha256, owners, started_by, changed_by)
    values (${actor}, ${draftId}::uuid, ${kind}, ${json(content)}::jsonb, ${sha256}, ${json(owners)}::jsonb,
            ${startedBy}, ${startedBy})`.execute(trx)
}

/** Keeps what was typed, as the next revision. The draft must be locked. */
export const updateFactDraft = async (
  trx: Db,
  draft: Pick<FactDraft, 'actor' | 'draftId' | 'revision'>,
  given: Pick<FactDraft, 'content' | 'sha256' | 'owners' | 'changedBy'>,
): Promise<void> => {
  const { content, sha256, owners, changedBy } = given
  await sql`
    update fact_draft
       set content = ${json(content)}::jsonb, content_sha256 = ${sha256}, owners = ${json(owners)}::jsonb,
           changed_by = ${changedBy}, revision = ${draft.revision + 1}, changed_at = now()
     where actor_id = ${draft.actor} and draft_id = ${draft.draftId}::uuid`.execute(trx)
}

/** Keeps who answers for a draft: it says what it said, so that it is no other revision. The draft must be locked. */
export const updateFactDraftOwners = async (
  trx: Db,
  draft: Pick<FactDraft, 'actor' | 'draftId'>,
  owners: readonly string[],
): Promise<void> => {
  await sql`
    update fact_draft set owners = ${json(owners)}::jsonb
     where actor_id = ${draft.actor} and draft_id = ${draft.draftId}::uuid`.execute(trx)
}

/** Notes the fact that the draft became. The draft must be locked. */
export const markFactPublished = async (
  trx: Db,
  draft: Pick<FactDraft, 'actor' | 'draftId'>,
  datumId: string,
): Promise<void> => {
  await sql`
    update fact_draft set published_datum = ${datumId}::uuid
     where actor_id = ${draft.actor} and draft_id = ${draft.draftId}::uuid`.execute(trx)
}

/** Takes the draft away. It must be locked. */
export const deleteFactDraft = async (
  trx: Db,
  draft: Pick<FactDraft, 'actor' | 'draftId'>,
): Promise<void> => {
  await sql`
    delete from fact_draft where actor_id = ${draft.actor} and draft_id = ${draft.draftId}::uuid`.execute(trx)
}

/** Of the actors called so, by id or by a name of theirs in any language, what decides who answers for them. */
export const findOwnerActors = async (db: Db, called: readonly string[]): Promise<OwnerActor[]> => {
  const { rows } = await sql<OwnerActor>`
    select t.called, a.actor_id as id, a.kind, a.parent
      from unnest(${[...new Set(called)]}::text[]) as t (called)
      join actor a on a.actor_id = t.called
        or exists (select 1 from jsonb_each(a.names) as n
                    where lower(t.called) in (lower(n.value ->> 'short'), lower(n.value ->> 'formal')))
     order by t.called, a.actor_id`.execute(db)
  return rows
}
