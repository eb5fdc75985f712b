// The evidence behind a member's state: datums, answers and reports by their ids, with source, page and quotation.
import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../db/store.ts'
import { reportName } from '../reports/naming.ts'
import { speakersFor } from '../rules/naming.ts'
import type { EvidenceShown } from './show.ts'

/** By whom a thing was submitted in a right of their own, and when; null for everything else. */
const submitted = (thing: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  (select jsonb_build_object('as', p.published_as, 'on', to_char(p.published_at at time zone 'utc', 'YYYY-MM-DD'))
     from publication p where p.thing = ${thing} and p.published_as in ('owner', 'keeper'))`

/** Evidence with the fields of what it rests on, from which `saying.ts` makes a line. */
export type EvidenceHeld = Omit<EvidenceShown, 'says'> & { body: Record<string, unknown> }

/** Whose datums a member's row may rest on: its own, and those of who promised together with it (`parties`). */
export const wantedFor = (
  parties: readonly string[],
  { actor, datumIds }: { actor: string; datumIds: readonly string[] },
): { actor: string; id: string }[] =>
  speakersFor({ parties }, actor).flatMap((speaker) => datumIds.map((id) => ({ actor: speaker, id })))

/**
 * Evidence by datum id, for datums named with the actor they belong to (the key of every large table is led by it).
 * Datums that nobody holds, or that are not public, are left out.
 */
export const findEvidence = async (
  db: Db,
  wanted: readonly { actor: string; id: string }[],
): Promise<Map<string, EvidenceHeld>> => {
  if (wanted.length === 0) return new Map()
  const actors = wanted.map(({ actor }) => actor)
  const ids = wanted.map(({ id }) => id)
  type Row = Omit<EvidenceHeld, 'report'> & {
    actor: string
    reportId: string | null
    obligation: string | null
    coversYear: number | null
    version: number | null
    subject: string | null
  }
  const { rows } = await sql<Row>`
    with wanted as (select distinct actor_id, id from unnest(${actors}::text[], ${ids}::uuid[]) as pair(actor_id, id))
    select d.datum_id, d.kind, d.held_from, d.known_from, s.title as source, s.address, d.locator, d.quotation, d.language,
           d.entered, d.body, d.actor_id as actor, null::uuid as report_id, null as obligation, null::integer as covers_year,
           null::integer as version, null as subject, null as question, ${submitted(sql`'fact:' || d.actor_id || '/' || d.datum_id`)} as submitted
      from wanted join datum d on d.actor_id = wanted.actor_id and d.datum_id = wanted.id left join source s using (source_id)
     where d.tier = 'public'
    union all
    select a.datum_id, 'answer', r.received_on, r.received_on, coalesce(r.document ->> 'title', s.title), s.address, a.locator,
           a.quotation, coalesce(a.language, r.language), r.entered,
           jsonb_strip_nulls(jsonb_build_object('obligation', r.obligation, 'question', a.question, 'answer', a.state, 'silence', a.silence,
             'number', a.number, 'unit', a.unit, 'text', a.text, 'coversYear', r.covers_year, 'version', r.version,
             'receivedOn', r.received_on, 'codedBy', a.coded_by, 'confirmedBy', a.confirmed_by)),
           a.actor_id, r.report_id, r.obligation, r.covers_year, r.version, r.subject_id, a.question, ${submitted(sql`'report:' || r.report_id`)}
      from wanted join answer a on a.actor_id = wanted.actor_id and a.datum_id = wanted.id
      join report_version r on r.actor_id = a.actor_id and r.report_id = a.report_id left join source s using (source_id)
    union all
    select r.report_id, r.obligation || '-report', r.received_on, r.received_on, coalesce(r.document ->> 'title', s.title),
           s.address, null, null, r.language, r.entered,
           jsonb_strip_nulls(jsonb_build_object('coversYear', r.covers_year, 'receivedOn', r.received_on, 'version', r.version,
             'form', r.document ->> 'form')),
           r.actor_id, r.report_id, r.obligation, r.covers_year, r.version, r.subject_id, null, ${submitted(sql`'report:' || r.report_id`)}
      from wanted join report_version r on r.actor_id = wanted.actor_id and r.report_id = wanted.id left join source s using (source_id)`.execute(
    db,
  )
  return new Map(
    rows.map(({ actor, reportId, obligation, coversYear, version, subject, ...row }) => {
      const report =
        reportId === null || obligation === null || coversYear === null || version === null
          ? null
          : reportName({ reportId, actor, obligation, coversYear, version, subject })
      return [row.datumId, { ...row, report }]
    }),
  )
}

/** Short English name by actor id. */
export const listActorNames = async (db: Db): Promise<Map<string, string>> => {
  const { rows } = await sql<{ actorId: string; name: string }>`
    select actor_id, coalesce(names -> 'en' ->> 'short', actor_id) as name from actor`.execute(db)
  return new Map(rows.map(({ actorId, name }) => [actorId, name]))
}
