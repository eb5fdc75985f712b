// The SQL of what is on its way: facts and reports that are not published yet, and releases and pages that are drafts.
import { sql } from 'kysely'
import type { Db } from '../db/store.ts'

export type OpenThing = {
  /** Its key. */
  thing: string
  what: 'fact' | 'report' | 'figures' | 'page'
  /** The draft's id, or the digest of the release or page. */
  id: string
  actor: string | null
  /** The kind of fact, the obligation, or the plan; of a page, "page". */
  about: string
  /** The year covered, or of the figures. */
  year: number | null
  /** What a fact calls itself, as typed. */
  title: string | null
  owners: string[]
  writers: (string | null)[]
  sha256: string
  changedAt: string
}

/** Everything on its way of any of `owners`, or of everyone; what was changed last first. */
export const listOpenThings = async (db: Db, owners: readonly string[] | 'all'): Promise<OpenThing[]> => {
  const named = owners === 'all' ? null : [...owners]
  const { rows } = await sql<OpenThing>`
    with open as (
      select 'fact-draft:' || draft_id as thing, 'fact' as what, draft_id::text as id, actor_id as actor,
             kind as about, null::integer as year, content ->> 'body.title' as title, owners,
             jsonb_build_array(started_by, changed_by) as writers, content_sha256 as sha256, changed_at
        from fact_draft where published_datum is null
         -- A section that a draft of the page was frozen with waits as a part of it.
         and not exists (select 1 from page_version v
                          where v.number is null and not v.given_up
                            and v.sections @> jsonb_build_array(
                                  jsonb_build_object('draftId', draft_id::text, 'sha256', content_sha256)))
      union all
      select 'report-draft:' || draft_id, 'report', draft_id::text, actor_id, obligation, covers_year, null,
             jsonb_build_array(coalesce(owner, actor_id)),
             jsonb_build_array(started_by) ||
               (select coalesce(jsonb_agg(distinct section.value -> 'by'), '[]')
                  from jsonb_each(content -> 'sections') section where section.value ? 'by'),
             coalesce(content_sha256, ''), changed_at
        from report_draft where submitted_report is null
      union all
      select 'release:' || r.sha256, 'figures', r.sha256, null, r.plan, r.year, null, r.owners,
             jsonb_build_array(r.frozen_by), r.sha256, r.recorded_at
        from release r
       where not exists (select 1 from publication p where p.thing = 'release:' || r.sha256)
      union all
      select 'page:' || v.sha256, 'page', v.sha256, v.actor_id, 'page', null, null, v.owners,
             jsonb_build_array(v.frozen_by), v.sha256, v.recorded_at
        from page_version v where v.number is null and not v.given_up
    )
    select * from open
     where ${named}::text[] is null
        or exists (select 1 from jsonb_array_elements_text(owners) as one (owner) where owner = any(${named}::text[]))
     order by changed_at desc, thing`.execute(db)
  return rows
}

/** The place in the trail of the last event that was no mere reading; 0 where there is none. Moves with every write to a world. */
export const findLastWrite = async (db: Db): Promise<number> => {
  const { rows } = await sql<{ seq: number }>`
    select seq from event where seq > 0 and action <> 'sealed-read' order by seq desc limit 1`.execute(db)
  return rows[0]?.seq ?? 0
}
