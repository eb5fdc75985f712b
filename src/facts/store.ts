// The SQL of facts: datums with their sources.
import { type RawBuilder, sql } from 'kysely'
import type { TouchedThing } from '../db/chain.ts'
import { sha256OfFact } from '../db/records.ts'
import { type Db, json, uuidv7 } from '../db/store.ts'
import { thingKey } from '../db/thing-key.ts'
import { type Datum, type DatumDraft, draftHash } from './datum.ts'
import { type DatumRecord, datumColumns, datumOf } from './datum-record-store.ts'
import type { VersionName } from './lasting-id.ts'
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

/** Units of governments with the State each belongs to, by actor id. */
export const listUnits = async (db: Db): Promise<Map<string, string>> => {
  const { rows } = await sql<{ actorId: string; parent: string }>`
    select actor_id, parent from actor where kind = 'government-unit' and parent is not null`.execute(db)
  return new Map(rows.map(({ actorId, parent }) => [actorId, parent]))
}

/** The names alone of facts of the kinds given that others supersede, whoever may see them: nothing that they say. */
export const listSupersededNames = async (db: Db, kinds: readonly string[]): Promise<VersionName[]> => {
  const { rows } = await sql<VersionName>`
    select d.datum_id, d.external_id, d.supersedes
      from datum d
     where d.kind = any(${[...kinds]}::text[])
       and d.datum_id in (select n.supersedes from datum n where n.supersedes is not null)
     order by d.datum_id`.execute(db)
  return rows
}

export type DatumFilter = {
  actor?: string
  kind?: string
  kinds?: readonly string[]
  /** Of every kind but these. */
  exceptKinds?: readonly string[]
  externalId?: string
  /** Known only after this day, and by that one. */
  knownAfter?: string
  knownBy?: string
  datumIds?: readonly string[]
}

/**
 * Datums with their sources, superseded and retracted ones included (`knownOn` in datum.ts leaves those out), by
 * actor, kind and the day from which they hold.
 */
export const listDatums = async (db: Db, filter: DatumFilter = {}): Promise<Datum[]> => {
  const tests: RawBuilder<unknown>[] = [sql`true`]
  if (filter.actor !== undefined) tests.push(sql`d.actor_id = ${filter.actor}`)
  if (filter.kind !== undefined) tests.push(sql`d.kind = ${filter.kind}`)
  if (filter.kinds !== undefined) tests.push(sql`d.kind = any(${[...filter.kinds]}::text[])`)
  if (filter.exceptKinds !== undefined) tests.push(sql`d.kind <> all(${[...filter.exceptKinds]}::text[])`)
  if (filter.externalId !== undefined) tests.push(sql`d.external_id = ${filter.externalId}`)
  if (filter.knownAfter !== undefined) tests.push(sql`d.known_from > ${filter.knownAfter}::date`)
  if (filter.knownBy !== undefined) tests.push(sql`d.known_from <= ${filter.knownBy}::date`)
  if (filter.datumIds !== undefined) tests.push(sql`d.datum_id = any(${[...filter.datumIds]}::uuid[])`)
  const { rows } = await sql<DatumRecord>`
    select ${datumColumns}
      from datum d left join source s on s.source_id = d.source_id
     where ${sql.join(tests, sql` and `)}
     order by d.actor_id, d.kind, d.held_from nulls first, d.datum_id`.execute(db)
  return rows.map(datumOf)
}

/**
 * Facts of the kinds given that people entered here, of what `db` sees, the newest first, retractions included: those marked so,
 * and those whose id begins with `prefix`, since an exercise marks none.
 */
export const listEnteredDatums = async (
  db: Db,
  { prefix, kinds, limit }: { prefix: string; kinds: readonly string[]; limit: number },
): Promise<Datum[]> => {
  const { rows } = await sql<DatumRecord>`
    select ${datumColumns}
      from datum d left join source s on s.source_id = d.source_id
     where (d.entered or starts_with(d.external_id, ${prefix}))
       and d.kind = any(${[...kinds]}::text[])
     order by d.recorded_at desc, d.datum_id desc limit ${limit}`.execute(db)
  return rows.map(datumOf)
}

/** Whether a world holds any fact that is not public. */
export const holdsSealedFacts = async (db: Db): Promise<boolean> => {
  const { rows } = await sql<{ holds: boolean }>`
    select exists (select 1 from datum where tier <> 'public') as holds`.execute(db)
  return rows[0]!.holds
}

type Naming = {
  datumId: string
  externalId: string | null
  supersedes: string | null
  retracts: string | null
}

/**
 * Stored datums that the drafts repeat, supersede or retract. Each statement reads one table once: a join on all three
 * parts of the key is planned by statistics that may be older than the datums, and then reads all datums of an actor
 * and kind for each draft.
 */
export const findHeldDatums = async (db: Db, drafts: readonly DatumDraft[]): Promise<HeldDatum[]> => {
  if (drafts.length === 0) return []
  const wanted = new Set<string>()
  const ids = new Set<string>()
  for (const draft of drafts) {
    for (const externalId of [draft.externalId, draft.supersedes ?? draft.retracts]) {
      if (externalId === null) continue
      wanted.add(datumKey({ ...draft, externalId }))
      ids.add(externalId)
    }
  }
  const distinct = (of: (draft: DatumDraft) => string) => [...new Set(drafts.map(of))]
  const ofTheirs = sql`d.kind = any(${distinct((draft) => draft.kind)}::text[])
       and d.actor_id = any(${distinct((draft) => draft.actor)}::text[])`
  const { rows: found } = await sql<DatumRecord>`
    select ${datumColumns}
      from datum d left join source s on s.source_id = d.source_id
     where ${ofTheirs} and d.external_id = any(${[...ids]}::text[])`.execute(db)
  const held = found
    .map(datumOf)
    .filter((datum) => wanted.has(datumKey({ ...datum, externalId: datum.externalId! })))
  if (held.length === 0) return []

  // What supersedes or retracts a datum is of its actor and kind.
  const { rows: naming } = await sql<Naming>`
    select d.datum_id, d.external_id, d.supersedes, d.retracts
      from datum d
     where ${ofTheirs} and (d.supersedes is not null or d.retracts is not null)
     order by d.datum_id`.execute(db)
  const replacedBy = new Map<string, string[]>()
  for (const { supersedes, retracts, externalId } of naming) {
    const replaced = supersedes ?? retracts!
    const by = replacedBy.get(replaced) ?? []
    replacedBy.set(replaced, by)
    if (externalId !== null) by.push(externalId)
  }
  const named = held.map((row) => row.supersedes ?? row.retracts).filter((id) => id !== null)
  const { rows: names } =
    named.length === 0
      ? { rows: [] }
      : await sql<{ datumId: string; externalId: string | null }>`
    select d.datum_id, d.external_id from datum d where ${ofTheirs} and d.datum_id = any(${named}::uuid[])`.execute(
          db,
        )
  const nameOf = new Map(names.map((row) => [row.datumId, row.externalId]))
  return held.map((row) => {
    const name = (id: string | null) => (id === null ? null : (nameOf.get(id) ?? null))
    const said = { ...row, supersedes: name(row.supersedes), retracts: name(row.retracts) }
    return {
      datumId: row.datumId,
      actor: row.actor,
      kind: row.kind,
      externalId: row.externalId!,
      heldFrom: row.heldFrom,
      knownFrom: row.knownFrom,
      retracts: row.retracts !== null,
      hash: draftHash(said),
      replacedBy: replacedBy.get(row.datumId) ?? [],
    }
  })
}

/** A row of `datum` as it goes in, columns in SQL's names. */
export type DatumRow = {
  actor_id: string
  datum_id: string
  supersedes?: string | null | undefined
  retracts?: string | null | undefined
} & Record<string, unknown>

/** The rows of facts held, as they are stored, by their ids. */
const readDatumRows = async (db: Db, ids: readonly string[]): Promise<Map<string, DatumRow>> => {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ row: DatumRow }>`
    select to_jsonb(d) as row from datum d where datum_id = any(${[...ids]}::uuid[])`.execute(db)
  return new Map(rows.map(({ row }) => [row.datum_id, row]))
}

/** A fact as stored, with everything it says. */
export type DatumSeen = DatumRow & { actor_id: string; datum_id: string; tier: string }

/** Facts as stored, by their ids, as far as the handle shows them; whoever reads what is not public is noted. */
export const readSeenRows = async (seen: Db, ids: readonly string[]): Promise<Map<string, DatumSeen>> => {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ row: DatumSeen }>`
    select actor_id, datum_id, tier, to_jsonb(d) as row from datum d where datum_id = any(${[...ids]}::uuid[])`.execute(
    seen,
  )
  return new Map(rows.map(({ row }) => [row.datum_id, row]))
}

/**
 * What the audit trail says of facts just stored: of each its digest, and what it takes the place of, in full. `rows` as
 * they were given to the store, what the database fills in included.
 */
export const factsTouched = async (db: Db, rows: readonly DatumRow[]): Promise<TouchedThing[]> => {
  const own = new Map(rows.map((row) => [row.datum_id, row]))
  const replaced = rows.flatMap((row) => row.supersedes ?? row.retracts ?? [])
  const before = await readDatumRows(
    db,
    replaced.filter((id) => !own.has(id)),
  )
  return rows.flatMap((row): TouchedThing[] => {
    const thing = thingKey.fact(row.actor_id, row.datum_id)
    const old = row.supersedes ?? row.retracts
    const was = old == null ? undefined : (own.get(old) ?? before.get(old))
    const recorded = { thing, before: was ?? null, after: { sha256: sha256OfFact(row) } }
    if (was === undefined) return [recorded]
    const now = row.supersedes == null ? { retractedBy: thing } : { supersededBy: thing }
    return [
      recorded,
      { thing: thingKey.fact(was.actor_id, was.datum_id), before: { sha256: sha256OfFact(was) }, after: now },
    ]
  })
}

/**
 * Stores drafts with their sources in two statements. `held` are the stored datums they may name. Returns what the audit
 * trail says of them.
 */
export const insertDatums = async (
  db: Db,
  drafts: readonly DatumDraft[],
  held: readonly HeldDatum[],
  isEntered: (draft: DatumDraft) => boolean,
): Promise<TouchedThing[]> => {
  if (drafts.length === 0) return []
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
    datum_id: idOf(draft, draft.externalId)!,
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
  return factsTouched(db, rows)
}
