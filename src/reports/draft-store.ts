// The SQL of drafts. Unlike submitted versions a draft is overwritten: the newest save is what counts.
import { sql } from 'kysely'
import { type Db, isUuid, json } from '../db/store.ts'
import { type DraftContent, digestOfDraft, type ReportDraft } from './draft.ts'

const headColumns = sql`
  draft_id, actor_id as actor, obligation, covers_year, subject_id as subject, revision, started_from,
  created_at, changed_at, submitted_report, owner, started_by, changed_by`
const draftColumns = sql`${headColumns}, content`

/** The draft, or undefined where there is none under the id, whatever its form. */
export const findDraft = async (db: Db, draftId: string): Promise<ReportDraft | undefined> => {
  if (!isUuid(draftId)) return undefined
  const { rows } = await sql<ReportDraft>`
    select ${draftColumns} from report_draft where draft_id = ${draftId}::uuid`.execute(db)
  return rows[0]
}

/** The draft, locked until the transaction ends: of two who save at once the second one sees what the first one wrote. */
export const lockDraft = async (trx: Db, draftId: string): Promise<ReportDraft | undefined> => {
  if (!isUuid(draftId)) return undefined
  const { rows } = await sql<ReportDraft>`
    select ${draftColumns} from report_draft where draft_id = ${draftId}::uuid for update`.execute(trx)
  return rows[0]
}

/** A draft without what was typed into it. */
export type DraftHead = Omit<ReportDraft, 'content'>

/** Of one report, where `about` is given. */
export type OpenDraftsAsked = {
  about?: Pick<ReportDraft, 'actor' | 'obligation' | 'coversYear' | 'subject'>
  /** At most so many; null: all of them. */
  limit: number | null
}

/** Drafts not submitted yet, the ones changed last, newest first; and how many there are in all. */
export const listOpenDrafts = async (
  db: Db,
  { about, limit }: OpenDraftsAsked,
): Promise<{ drafts: DraftHead[]; count: number }> => {
  const isAbout =
    about === undefined
      ? sql`true`
      : sql`actor_id = ${about.actor} and obligation = ${about.obligation} and covers_year = ${about.coversYear}
            and subject_id is not distinct from ${about.subject}`
  const { rows } = await sql<DraftHead & { count: number }>`
    select ${headColumns}, (count(*) over ())::int as count from report_draft
     where submitted_report is null and ${isAbout}
     order by changed_at desc, draft_id desc limit ${limit}`.execute(db)
  return { drafts: rows.map(({ count: _, ...draft }) => draft), count: rows[0]?.count ?? 0 }
}

export type NewDraft = Pick<
  ReportDraft,
  | 'draftId'
  | 'actor'
  | 'obligation'
  | 'coversYear'
  | 'subject'
  | 'startedFrom'
  | 'content'
  | 'owner'
  | 'startedBy'
>

export const insertDraft = async (db: Db, draft: NewDraft): Promise<void> => {
  const { draftId, actor, obligation, coversYear, subject, startedFrom, content, owner, startedBy } = draft
  await sql`
    insert into report_draft (actor_id, draft_id, obligation, covers_year, subject_id, started_from, content, owner,
                              started_by, changed_by, content_sha256)
    values (${actor}, ${draftId}::uuid, ${obligation}, ${coversYear}, ${subject}, ${startedFrom}::uuid,
            ${json(content)}::jsonb, ${owner}, ${startedBy}, ${startedBy}, ${digestOfDraft(draft)})`.execute(
    db,
  )
}

/** Keeps what was typed, as the next revision, or as the one given. The draft must be locked. */
export const updateDraft = async (
  trx: Db,
  draft: Pick<ReportDraft, 'actor' | 'draftId' | 'revision' | 'obligation' | 'coversYear' | 'subject'>,
  content: DraftContent,
  agent: string,
  revision = draft.revision + 1,
): Promise<void> => {
  await sql`
    update report_draft
       set content = ${json(content)}::jsonb, revision = ${revision}, changed_at = now(),
           changed_by = ${agent}, content_sha256 = ${digestOfDraft({ ...draft, content })}
     where actor_id = ${draft.actor} and draft_id = ${draft.draftId}::uuid and revision = ${draft.revision}`.execute(
    trx,
  )
}

/** Keeps the digest of what the draft says, where another or none is kept. The draft must be locked. */
export const noteDigest = async (
  trx: Db,
  { actor, draftId }: Pick<ReportDraft, 'actor' | 'draftId'>,
  sha256: string,
): Promise<void> => {
  await sql`
    update report_draft set content_sha256 = ${sha256}
     where actor_id = ${actor} and draft_id = ${draftId}::uuid and content_sha256 is distinct from ${sha256}`.execute(
    trx,
  )
}

/** Takes the draft away, with what was typed into it. The draft must be locked. */
export const deleteDraft = async (trx: Db, draft: Pick<ReportDraft, 'actor' | 'draftId'>): Promise<void> => {
  await sql`delete from report_draft where actor_id = ${draft.actor} and draft_id = ${draft.draftId}::uuid`.execute(
    trx,
  )
}

/** Whether a draft of this id was discarded and did not come back: the audit trail keeps that it was there. */
export const wasDiscarded = async (db: Db, draftId: string): Promise<boolean> => {
  if (!isUuid(draftId)) return false
  const { rows } = await sql`
    select 1 from event where action = 'draft-discarded' and subject = ${draftId}
       and not exists (select 1 from report_draft where draft_id = ${draftId}::uuid) limit 1`.execute(db)
  return rows.length === 1
}

/** Notes the version that the draft became. The draft must be locked. */
export const markSubmitted = async (
  trx: Db,
  draft: Pick<ReportDraft, 'actor' | 'draftId'>,
  reportId: string,
): Promise<void> => {
  await sql`
    update report_draft set submitted_report = ${reportId}::uuid, changed_at = now()
     where actor_id = ${draft.actor} and draft_id = ${draft.draftId}::uuid`.execute(trx)
}
