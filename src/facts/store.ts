// The SQL of facts: datums with their sources, and the coverage of registers.
import { type RawBuilder, sql } from 'kysely'
import { type Db, json, uuidv7 } from '../db/store.ts'
import type { Coverage } from './coverage.ts'
import { type Datum, type DatumDraft, draftHash } from './datum.ts'
import { type Source, sourceIdOf } from './source.ts'
import { datumKey, type HeldDatum } from './succession.ts'

/** Stores sources not yet held, in one statement. Returns nothing: a source's id is `sourceIdOf` it. */
export const saveSources = async (db: Db, sources: readonly Source[]): Promise<void> => {
  const rows = [
    ...new Map(
      sources.map((source) => [sourceIdOf(source), { source_id: sourceIdOf(source), ...source }]),
    ).values(),
  ]
  if (rows.length === 0) return
  await sql`
    insert into source (source_id, title, address, publisher, published)
    select source_id, title, address, publisher, published
      from jsonb_to_recordset(${json(rows)}::jsonb)
        as s (source_id text, title text, address text, publisher text, published text)
    on conflict (source_id) do nothing`.execute(db)
}

/** Which of `ids` are actors held. */
export const findActorIds = async (db: Db, ids: readonly string[]): Promise<Set<string>> => {
  const { rows } = await sql<{ actorId: string }>`
    select actor_id from actor where actor_id = any(${[...new Set(ids)]}::text[])`.execute(db)
  return new Set(rows.map((row) => row.actorId))
}

const datumColumns = sql`
  d.datum_id, d.actor_id as actor, d.kind, d.external_id, d.subject_id as subject, d.held_from, d.held_until,
  d.held_edtf, d.known_from, d.recorded_at, d.supersedes, d.retracts, d.locator, d.quotation, d.language, d.tier,
  d.entered, d.body, s.title as source_title, s.address as source_address, s.publisher as source_publisher,
  s.published as source_published`

type DatumRecord = Omit<Datum, 'source'> & {
  sourceTitle: string | null
  sourceAddress: string | null
  sourcePublisher: string | null
  sourcePublished: string | null
}

const datumOf = (record: DatumRecord): Datum => {
  const { sourceTitle, sourceAddress, sourcePublisher, sourcePublished, ...datum } = record
  const source =
    sourceTitle === null
      ? null
      : { title: sourceTitle, address: sourceAddress, publisher: sourcePublisher, published: sourcePublished }
  return { ...datum, source }
}

export type DatumFilter = { actor?: string; kind?: string; externalId?: string }

/**
 * Datums with their sources, superseded and retracted ones included (`knownOn` in datum.ts leaves those out), by
 * actor, kind and the day from which they hold.
 */
export const listDatums = async (db: Db, filter: DatumFilter = {}): Promise<Datum[]> => {
  const tests: RawBuilder<unknown>[] = [sql`true`]
  if (filter.actor !== undefined) tests.push(sql`d.actor_id = ${filter.actor}`)
  if (filter.kind !== undefined) tests.push(sql`d.kind = ${filter.kind}`)
  if (filter.externalId !== undefined) tests.push(sql`d.external_id = ${filter.externalId}`)
  const { rows } = await sql<DatumRecord>`
    select ${datumColumns}
      from datum d left join source s on s.source_id = d.source_id
     where ${sql.join(tests, sql` and `)}
     order by d.actor_id, d.kind, d.held_from nulls first, d.datum_id`.execute(db)
  return rows.map(datumOf)
}

/** Stored datums that the drafts repeat, supersede or retract. */
export const findHeldDatums = async (db: Db, drafts: readonly DatumDraft[]): Promise<HeldDatum[]> => {
  const keys = drafts.flatMap((draft) =>
    [draft.externalId, draft.supersedes ?? draft.retracts]
      .filter((id) => id !== null)
      .map((external_id) => ({ actor_id: draft.actor, kind: draft.kind, external_id })),
  )
  if (keys.length === 0) return []
  const { rows } = await sql<
    DatumRecord & { supersededId: string | null; retractedId: string | null; replacedBy: string[] | null }
  >`
    with wanted as (
      select distinct actor_id, kind, external_id
        from jsonb_to_recordset(${json(keys)}::jsonb) as k (actor_id text, kind text, external_id text)
    ), replacing as (
      select coalesce(r.supersedes, r.retracts) as datum_id, array_agg(r.external_id) as ids
        from datum r where coalesce(r.supersedes, r.retracts) is not null group by 1
    )
    select ${datumColumns}, old.external_id as superseded_id, gone.external_id as retracted_id, replacing.ids as replaced_by
      from wanted w
      join datum d on d.actor_id = w.actor_id and d.kind = w.kind and d.external_id = w.external_id
      left join source s on s.source_id = d.source_id
      left join datum old on old.actor_id = d.actor_id and old.datum_id = d.supersedes
      left join datum gone on gone.actor_id = d.actor_id and gone.datum_id = d.retracts
      left join replacing on replacing.datum_id = d.datum_id`.execute(db)
  return rows.map((row) => {
    const { supersededId, retractedId, replacedBy, ...record } = row
    const said = { ...datumOf(record), supersedes: supersededId, retracts: retractedId }
    return {
      datumId: row.datumId,
      actor: row.actor,
      kind: row.kind,
      externalId: row.externalId!,
      heldFrom: row.heldFrom,
      knownFrom: row.knownFrom,
      retracts: row.retracts !== null,
      hash: draftHash(said),
      replacedBy: (replacedBy ?? []).filter((id) => id !== null),
    }
  })
}

/** Stores drafts with their sources in two statements. `held` are the stored datums they may name. */
export const insertDatums = async (
  db: Db,
  drafts: readonly DatumDraft[],
  held: readonly HeldDatum[],
  isEntered: (draft: DatumDraft) => boolean,
): Promise<void> => {
  if (drafts.length === 0) return
  await saveSources(
    db,
    drafts.flatMap((draft) => (draft.source === null ? [] : [draft.source])),
  )
  const ids = new Map(held.map((datum) => [datumKey(datum), datum.datumId]))
  for (const draft of drafts) ids.set(datumKey(draft), uuidv7())
  const idOf = (draft: DatumDraft, externalId: string | null) =>
    externalId === null ? null : ids.get(datumKey({ ...draft, externalId }))
  const rows = drafts.map((draft) => ({
    actor_id: draft.actor,
    datum_id: idOf(draft, draft.externalId),
    kind: draft.kind,
    external_id: draft.externalId,
    subject_id: draft.subject,
    held_from: draft.heldFrom,
    held_until: draft.heldUntil,
    held_edtf: draft.heldEdtf,
    known_from: draft.knownFrom,
    supersedes: idOf(draft, draft.supersedes),
    retracts: idOf(draft, draft.retracts),
    source_id: draft.source && sourceIdOf(draft.source),
    locator: draft.locator,
    quotation: draft.quotation,
    language: draft.language,
    tier: draft.tier,
    entered: isEntered(draft),
    body: draft.body,
  }))
  await sql`
    insert into datum (actor_id, datum_id, kind, external_id, subject_id, held_from, held_until, held_edtf, known_from,
                       supersedes, retracts, source_id, locator, quotation, language, tier, entered, body)
    select actor_id, datum_id, kind, external_id, subject_id, held_from, held_until, held_edtf, known_from,
           supersedes, retracts, source_id, locator, quotation, language, tier, entered, body
      from jsonb_to_recordset(${json(rows)}::jsonb)
        as r (actor_id text, datum_id uuid, kind text, external_id text, subject_id text, held_from date,
              held_until date, held_edtf text, known_from date, supersedes uuid, retracts uuid, source_id text,
              locator text, quotation text, language text, tier text, entered boolean, body jsonb)`.execute(
    db,
  )
}

/** The ids that files gave datums of the kind: which records a report can be about. */
export const listExternalIds = async (
  db: Db,
  kind: string,
): Promise<{ actor: string; externalId: string }[]> => {
  const { rows } = await sql<{ actor: string; externalId: string }>`
    select actor_id as actor, external_id from datum
     where kind = ${kind} and external_id is not null and retracts is null
     order by actor_id, external_id`.execute(db)
  return rows
}

/** What registers state of their reach, oldest statement first; for one register where it is named. */
export const listCoverage = async (db: Db, register?: string): Promise<Coverage[]> => {
  const { rows } = await sql<Coverage>`
    select register, held_from, held_until, level, stated_by, known_from, note
      from coverage
     where ${register ?? null}::text is null or register = ${register ?? null}
     order by register, known_from, held_from, coverage_id`.execute(db)
  return rows
}

/** Stores statements of coverage in one statement. */
export const insertCoverage = async (db: Db, statements: readonly Coverage[]): Promise<void> => {
  if (statements.length === 0) return
  const rows = statements.map((one) => ({
    coverage_id: uuidv7(),
    register: one.register,
    held_from: one.heldFrom,
    held_until: one.heldUntil,
    level: one.level,
    stated_by: one.statedBy,
    known_from: one.knownFrom,
    note: one.note,
  }))
  await sql`
    insert into coverage (coverage_id, register, held_from, held_until, level, stated_by, known_from, note)
    select coverage_id, register, held_from, held_until, level, stated_by, known_from, note
      from jsonb_to_recordset(${json(rows)}::jsonb)
        as c (coverage_id uuid, register text, held_from date, held_until date, level text, stated_by text,
              known_from date, note text)`.execute(db)
}
