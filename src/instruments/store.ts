// The SQL of instruments: drafts that were imported. What ships with Pacta is read from its files (read.ts).
import { sql } from 'kysely'
import { recordEvent } from '../db/events.ts'
import { type Db, inTransaction, json } from '../db/store.ts'
import { thingKey } from '../db/thing-key.ts'
import { problem } from '../problem.ts'
import type { PlanContent } from './diff.ts'
import { lineWords } from './places.ts'
import { type Plan, planJson } from './plan.ts'
import { findShippedInstrument, readShippedInstruments, type ShippedInstrument } from './read.ts'

export type InstrumentKind = ShippedInstrument['kind']

/** What is kept of an imported plan: its structure and its source text, whose SHA-256 is the instrument's. */
export type DraftBody = ReturnType<typeof planJson> & { fileName: string; sourceText: string }

export type StoredInstrument = {
  id: string
  kind: string
  title: string
  status: 'draft' | 'adopted' | 'superseded'
  sha256: string
  recordedAt: string
  body: DraftBody
}

export type StoredInstrumentHead = Omit<StoredInstrument, 'body'>

/** `unchanged`: this very text is held already, under `id`. */
export type SaveOutcome = { id: string; outcome: 'stored' | 'unchanged' }

const columns = sql`instrument_id as id, kind, title, status, sha256, recorded_at`

/** The stored instrument of this id, or undefined. */
export const findInstrument = async (db: Db, id: string): Promise<StoredInstrument | undefined> => {
  const { rows } = await sql<StoredInstrument>`
    select ${columns}, body from instrument where instrument_id = ${id}`.execute(db)
  return rows[0]
}

/** All stored instruments, by id, without their bodies. */
export const listInstruments = async (db: Db): Promise<StoredInstrumentHead[]> => {
  const { rows } =
    await sql<StoredInstrumentHead>`select ${columns} from instrument order by instrument_id`.execute(db)
  return rows
}

export type StoredInstrumentCounts = StoredInstrumentHead & {
  sections: number
  actions: number
  /** Of the actions and of the plan as a whole. */
  indicators: number
}

/** All stored instruments, by id, with how much each holds. */
export const countInstruments = async (db: Db): Promise<StoredInstrumentCounts[]> => {
  const { rows } = await sql<StoredInstrumentCounts>`
    select ${columns},
      jsonb_array_length(body->'sections') as sections,
      jsonb_array_length(body->'actions') as actions,
      jsonb_array_length(body->'indicators') + (
        select coalesce(sum(jsonb_array_length(action->'indicators')), 0)::int
        from jsonb_array_elements(body->'actions') as action
      ) as indicators
    from instrument order by instrument_id`.execute(db)
  return rows
}

/** What is to be said of a plan with this id or this text, where it is an instrument that ships. */
export const noticeFor = ({ id, sha256 }: { id?: string; sha256?: string }): string | undefined =>
  readShippedInstruments().find((instrument) => instrument.id === id || instrument.sha256 === sha256)?.notice

const findByText = async (db: Db, sha256: string): Promise<StoredInstrumentHead | undefined> => {
  const { rows } = await sql<StoredInstrumentHead>`
    select ${columns} from instrument where sha256 = ${sha256} order by recorded_at, instrument_id limit 1`.execute(
    db,
  )
  return rows[0]
}

/**
 * Stores a plan as a draft. `sourceText` is what it was imported from; `chosenId` says whether someone gave the id. The same text again changes nothing, whether it was imported or ships with Pacta.
 * Throws `input-rejected` where two actions have one number, and `already-recorded` where the id holds another text:
 * versions of a text are instruments of their own and never change.
 */
export const saveDraft = async (
  db: Db,
  plan: Plan,
  {
    id,
    kind,
    fileName,
    sourceText,
    chosenId,
    agent = 'pacta plan import',
  }: {
    id: string
    kind: InstrumentKind
    fileName: string
    sourceText: string
    chosenId: boolean
    agent?: string
  },
): Promise<SaveOutcome> => {
  refuseContradictions(plan, fileName)
  const shipped = readShippedInstruments().find((instrument) => instrument.sha256 === plan.sha256)
  if (shipped !== undefined && (!chosenId || shipped.id === id))
    return { id: shipped.id, outcome: 'unchanged' }
  if (findShippedInstrument(id) !== undefined)
    throw problem(
      'already-recorded',
      `"${id}" is an instrument that ships with Pacta, with another text. Give this one an id of its own: --id NAME.`,
    )
  if (!chosenId) {
    const held = await findByText(db, plan.sha256)
    if (held !== undefined) return { id: held.id, outcome: 'unchanged' }
  }
  const body: DraftBody = { ...planJson(plan), fileName, sourceText }
  const isStored = await inTransaction(db, async (trx) => {
    const { rows } = await sql<{ id: string }>`
      insert into instrument (instrument_id, kind, title, status, sha256, body)
      values (${id}, ${kind}, ${plan.title}, 'draft', ${plan.sha256}, ${json(body)}::jsonb)
      on conflict (instrument_id) do nothing
      returning instrument_id as id`.execute(trx)
    if (rows.length === 0) return false
    await recordEvent(trx, {
      agent,
      action: 'plan-imported',
      subject: id,
      detail: { changes: [] },
      things: [{ thing: thingKey.instrument(id), before: null, after: { sha256: plan.sha256 } }],
    })
    return true
  })
  if (isStored) return { id, outcome: 'stored' }
  const held = await findInstrument(db, id)
  if (held?.sha256 === plan.sha256) return { id, outcome: 'unchanged' }
  throw problem(
    'already-recorded',
    `"${id}" holds another text, "${held?.title}", and versions never change. Give this one an id of its own: --id NAME.`,
  )
}

/** What makes a plan contradict itself, as issues naming the lines. */
export const contradictionsOf = (plan: Plan, fileName: string) =>
  plan.anomalies
    .filter((anomaly) => anomaly.kind === 'duplicate-action-number')
    .map(({ line, text }) => ({
      file: fileName,
      ...(plan.places === undefined ? { line } : { path: lineWords(plan.places, line) }),
      message: `two actions have one number: ${text}`,
    }))

const refuseContradictions = (plan: Plan, fileName: string) => {
  const issues = contradictionsOf(plan, fileName)
  if (issues.length > 0)
    throw problem(
      'input-rejected',
      `${fileName} gives one number to several actions, so their ids would be the same.`,
      issues,
    )
}

/** An imported plan as diffPlans compares it. */
export const contentOfPlan = (id: string, { title, actions, indicators }: Plan): PlanContent => ({
  id,
  title,
  actions,
  indicators,
})

/** A shipped instrument as diffPlans compares it. */
export const contentOfShipped = ({ id, title, actions, planIndicators }: ShippedInstrument): PlanContent => ({
  id,
  title,
  actions,
  indicators: planIndicators,
})

/** A stored draft as diffPlans compares it. */
export const contentOfStored = ({ id, title, body }: StoredInstrument): PlanContent => ({
  id,
  title,
  actions: body.actions,
  indicators: body.indicators,
})
