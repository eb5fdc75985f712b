// The SQL of status events: what each treaty's status page says, as datums that are superseded and never overwritten.
import { sql } from 'kysely'
import type { TouchedThing } from '../db/chain.ts'
import { recordEvent } from '../db/events.ts'
import { findSetting, lockSetting, putSetting } from '../db/setting-store.ts'
import { type Db, inTransaction, json, uuidv7 } from '../db/store.ts'
import { insertCoverage } from '../facts/coverage-store.ts'
import { type Source, sourceIdOf } from '../facts/source.ts'
import { type DatumRow, factsTouched, saveSources } from '../facts/store.ts'
import { problem } from '../problem.ts'
import { addDays } from '../rules/dates.ts'
import { listActors } from './actor-store.ts'
import { resolveActor } from './names.ts'
import type { StatusSource } from './status-csv.ts'
import type { StatusEvent, StatusKind } from './status-event.ts'
import { compareStatus, firstDayOf, withoutLosses } from './status-succession.ts'
import { saveTreatyHead } from './treaty-store.ts'

/** A status event as held, with the datum it is kept as and the source it was read in. */
export type HeldStatusEvent = Omit<StatusEvent, 'line'> & {
  /** The id of the actor it is kept under; for a State the same as `actor`. */
  actorId: string
  treaty: string
  datumId: string
  knownFrom: string
  basis: string | null
  sourceTitle: string | null
  sourceAddress: string | null
  /** The date of the source's information. */
  sourceDate: string | null
}

/** The events of a treaty as known on a day (default: all that is known), superseded and retracted ones left out. */
export const listStatusEvents = async (
  db: Db,
  treaty: string,
  knownOn = '9999-12-31',
): Promise<HeldStatusEvent[]> => {
  const { rows } = await sql<Omit<HeldStatusEvent, 'date'> & { kind: StatusKind }>`
    select case when a.kind = 'state' then e.actor_id end as actor, e.actor_id,
           coalesce(d.body ->> 'name', e.actor_id) as name, e.treaty, e.kind, e.notified_on, e.effective_on,
           d.body ->> 'note' as note, d.body ->> 'basis' as basis, d.datum_id, d.known_from,
           s.title as source_title, s.address as source_address, s.published as source_date
      from status_event e
      join datum d on d.actor_id = e.actor_id and d.datum_id = e.datum_id
      join actor a on a.actor_id = e.actor_id
      left join source s on s.source_id = d.source_id
     where e.treaty = ${treaty} and e.kind <> 'status-claim' and d.known_from <= ${knownOn}
       and not exists (select 1 from datum x
                        where x.actor_id = d.actor_id and x.known_from <= ${knownOn}
                          and (x.supersedes = d.datum_id or x.retracts = d.datum_id))
     order by e.actor_id, e.notified_on nulls last, e.effective_on nulls last, d.datum_id`.execute(db)
  return rows.map((row) => ({ ...row, date: row.kind === 'withdrawal' ? row.effectiveOn : row.notifiedOn }))
}

/** The setting under which the source of a treaty's newest page is kept: a page may bring no act of its own. */
const pageSetting = (treaty: string) => `status-page:${treaty}`

/** The source of the newest page taken in. What others state of the register's reach is no page. */
const findNewestPage = async (db: Db, treaty: string): Promise<Source | undefined> => {
  const kept = await findSetting(db, pageSetting(treaty))
  if (kept !== undefined && kept !== '') return JSON.parse(kept) as Source
  // A store from before the setting: its acts and their retractions name their pages.
  const { rows } = await sql<Source>`
    select s.title, s.address, s.publisher, s.published
      from datum d join source s on s.source_id = d.source_id
     where d.kind = 'status-event' and d.body ->> 'treaty' = ${treaty} and s.published is not null
     order by s.published desc, d.recorded_at desc limit 1`.execute(db)
  return rows[0]
}

/** Where the status of a treaty is from, and as of when; undefined where no page of it was ever taken in. */
export const findStatusSource = async (
  db: Db,
  treaty: string,
): Promise<{ statedBy: string; asOf: string; note: string | null } | undefined> => {
  const page = await findNewestPage(db, treaty)
  if (page === undefined) return undefined
  const asOf = page.published!
  return { statedBy: statedByOf(page), asOf, note: noteOf(page) }
}

export type EventToSave = StatusEvent & { basis?: string | null; bracketed?: boolean }

export type SavedStatus = {
  recorded: number
  unchanged: number
  /** Events that replace what an earlier page said. */
  superseded: number
  /** Events an earlier page had and this one has no longer. */
  retracted: number
  /** Names of participants nobody knows; their events were not stored. */
  unknownNames: string[]
}

export type SaveOptions = {
  agent?: string
  /** Names of participants of whom no event is retracted, nor replaced by one without a date. */
  kept?: readonly string[]
  /** Throws where the events may not be stored: `unknown` have participants nobody knows, `gone` would be retracted. */
  refuse?: (found: { unknown: EventToSave[]; gone: HeldStatusEvent[] }) => void
  /** Whether the page gives every act; `complete` unless said otherwise. */
  level?: (unknown: EventToSave[]) => 'complete' | 'partial'
}

/** A status page as the source of what was read on it. */
export const sourceOf = (status: StatusSource): Source => ({
  title: `Status of the treaty "${status.title}"${status.mtdsg === null ? '' : ` (${status.mtdsg})`}`,
  address: status.address,
  publisher: status.publisher ?? (status.mtdsg === null ? null : 'United Nations Treaty Collection'),
  published: status.asOf,
})

// The date goes with the words wherever they are shown: a status figure is true as at its source.
const statedByOf = (page: Source) => `${page.title}, as at ${page.published}`
const noteOf = (page: Source) => (page.address === null ? null : `As at ${page.published}: ${page.address}`)

/** An id for people and files, made distinct where the page says the same act twice over time. */
const namerOf = (taken: Set<string>) => (treaty: string, event: StatusEvent, actorId: string) => {
  const stem = `${treaty}/${event.kind}/${event.notifiedOn ?? event.effectiveOn ?? 'undated'}`
  let name = stem
  for (let n = 2; taken.has(`${actorId} ${name}`); n++) name = `${stem}/${n}`
  taken.add(`${actorId} ${name}`)
  return name
}

const datumOf = (treaty: string, event: EventToSave) => ({
  held_from: event.notifiedOn ?? event.effectiveOn,
  quotation: event.kind === 'withdrawal' ? event.note : null,
  locator: event.line > 0 ? `line ${event.line}` : null,
  body: {
    treaty,
    act: event.kind,
    name: event.name,
    ...(event.notifiedOn === null ? {} : { notifiedOn: event.notifiedOn }),
    ...(event.effectiveOn === null ? {} : { effectiveOn: event.effectiveOn }),
    ...(event.note === null ? {} : { note: event.note }),
    ...(event.basis == null ? {} : { basis: event.basis }),
  },
})

const insertEvents = async (db: Db, rows: DatumRow[]): Promise<TouchedThing[]> => {
  if (rows.length === 0) return []
  await sql`
    with given as (
      select * from jsonb_to_recordset(${json(rows)}::jsonb)
        as g (actor_id text, datum_id uuid, external_id text, held_from date, known_from date, supersedes uuid,
              retracts uuid, source_id text, locator text, quotation text, body jsonb)
    ), kept as (
      insert into datum (actor_id, datum_id, kind, external_id, held_from, known_from, supersedes, retracts,
                         source_id, locator, quotation, language, body)
      select actor_id, datum_id, 'status-event', external_id, held_from, known_from, supersedes, retracts,
             source_id, locator, quotation, case when quotation is null then null else 'en' end, body
        from given
      returning actor_id, datum_id
    )
    insert into status_event (actor_id, datum_id, treaty, kind, notified_on, effective_on)
    select g.actor_id, g.datum_id, g.body ->> 'treaty', g.body ->> 'act', (g.body ->> 'notifiedOn')::date,
           (g.body ->> 'effectiveOn')::date
      from given g join kept using (actor_id, datum_id)
     where g.retracts is null`.execute(db)
  return factsTouched(
    db,
    rows.map((row) => ({
      ...row,
      kind: 'status-event',
      language: row.quotation === null ? null : 'en',
      tier: 'public',
      entered: false,
    })),
  )
}

const takenNames = async (db: Db): Promise<Set<string>> => {
  const { rows } = await sql<{ actorId: string; externalId: string }>`
    select actor_id, external_id from datum where kind = 'status-event' and external_id is not null`.execute(
    db,
  )
  return new Set(rows.map((row) => `${row.actorId} ${row.externalId}`))
}

/** States how far the treaty's status is covered; undefined where that had been stated already. */
const stateCoverage = async (
  db: Db,
  status: StatusSource,
  first: string,
  level: 'complete' | 'partial',
): Promise<TouchedThing[] | undefined> => {
  const register = `status:${status.treaty}`
  const heldUntil = addDays(status.asOf, 1)
  const statedBy = statedByOf(sourceOf(status))
  const { rows } = await sql<{ one: number }>`
    select 1 as one from coverage
     where register = ${register} and known_from = ${status.asOf} and stated_by = ${statedBy} limit 1`.execute(
    db,
  )
  if (rows.length > 0) return undefined
  const note = noteOf(sourceOf(status))
  const knownFrom = status.asOf
  const about = { register, actor: null, heldFrom: first, heldUntil }
  return insertCoverage(db, [{ ...about, level, statedBy, knownFrom, note, entered: false }])
}

/**
 * Stores the events of one treaty's status page or file, all or none, and that the treaty's status is covered up to
 * its date. The same again changes nothing; an event that differs supersedes the one held, one that is gone is
 * retracted; nothing is overwritten. Throws `already-recorded` when a newer page is held.
 */
export const saveStatusEvents = (
  db: Db,
  status: StatusSource,
  events: readonly EventToSave[],
  options: SaveOptions = {},
): Promise<SavedStatus> =>
  inTransaction(db, async (trx) => {
    // Of two that come in at once the second waits, and sees what the first stored.
    await lockSetting(trx, pageSetting(status.treaty))
    const newest = await findStatusSource(trx, status.treaty)
    if (newest !== undefined && newest.asOf > status.asOf) {
      const detail = `The status of "${status.treaty}" is held as at ${newest.asOf}; this one, as at ${status.asOf}, is older. Nothing was stored.`
      throw problem('already-recorded', detail)
    }
    const actors = (await listActors(trx)).map((actor) => ({
      ...actor,
      regionNote: null,
      regionSource: null,
    }))
    const unknown: EventToSave[] = []
    const known = events.flatMap((event) => {
      const actorId = event.actor ?? resolveActor(event.name, actors)
      if (actorId === undefined || !actors.some((actor) => actor.id === actorId)) {
        unknown.push(event)
        return []
      }
      return [{ ...event, actorId }]
    })
    const held = await listStatusEvents(trx, status.treaty)
    const kept = new Set((options.kept ?? []).map((name) => resolveActor(name, actors)))
    const change = withoutLosses(compareStatus(held, known), kept)
    const goneIds = new Set(change.gone.map((event) => event.datumId))
    options.refuse?.({ unknown, gone: held.filter((event) => goneIds.has(event.datumId)) })
    const source = sourceOf(status)
    await saveSources(trx, [source])
    const nameOf = namerOf(await takenNames(trx))
    const common = { source_id: sourceIdOf(source), supersedes: null, retracts: null }
    const rows = [
      ...change.fresh.map(({ event, supersedes }) => ({
        ...common,
        ...datumOf(status.treaty, event),
        actor_id: event.actorId,
        datum_id: uuidv7(),
        external_id: nameOf(status.treaty, event, event.actorId),
        // A correction is known from the page that makes it; an act from the day the depositary received it.
        known_from: supersedes === null ? (event.notifiedOn ?? status.asOf) : status.asOf,
        supersedes: supersedes?.datumId ?? null,
      })),
      ...change.gone.map((event) => ({
        ...common,
        actor_id: event.actorId,
        datum_id: uuidv7(),
        external_id: null,
        held_from: null,
        known_from: status.asOf,
        retracts: event.datumId,
        locator: null,
        quotation: null,
        body: { treaty: status.treaty, act: event.kind },
      })),
    ]
    const touchedFacts = await insertEvents(trx, rows)
    const settings = [
      ...(await putSetting(trx, pageSetting(status.treaty), JSON.stringify(source))),
      ...(await saveTreatyHead(trx, status)),
    ]
    const days = events.map((event) => event.notifiedOn ?? event.effectiveOn).filter((day) => day !== null)
    const first = [status.adoptedOn, ...days].filter((day) => day !== null).sort()[0] ?? status.asOf
    const stated = await stateCoverage(trx, status, first, options.level?.(unknown) ?? 'complete')
    const touched = [
      ...change.fresh.map(({ event, supersedes }) => ({
        actor: event.actorId,
        heldFrom: supersedes === null ? firstDayOf(event) : firstDayOf(event, supersedes),
      })),
      ...change.gone.map((event) => ({ actor: event.actorId, heldFrom: firstDayOf(event) })),
    ].map((one) => ({ kind: 'status-event', ...one }))
    if (rows.length > 0 || stated !== undefined || settings.length > 0) {
      await recordEvent(trx, {
        agent: options.agent ?? 'pacta',
        action: 'status-recorded',
        subject: `${status.treaty} as at ${status.asOf}`,
        detail: {
          changes: [
            ...touched,
            // The register as a whole reaches further now: what was provisional may be known.
            ...(stated !== undefined
              ? [{ kind: `status:${status.treaty}`, actor: '', heldFrom: first }]
              : []),
          ],
        },
        things: [...touchedFacts, ...(stated ?? []), ...settings],
      })
    }
    return {
      recorded: change.fresh.length,
      unchanged: change.unchanged,
      superseded: change.fresh.filter((one) => one.supersedes !== null).length,
      retracted: change.gone.length,
      unknownNames: [...new Set(unknown.map((event) => event.name))],
    }
  })
