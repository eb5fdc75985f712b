// A table of somebody else's into the register, by its mapping: every row counted, all of it stored or nothing. What a
// preview says and what an import does come from the same steps.

import type { TouchedThing } from '../db/chain.ts'
import { type Change, distinctChanges, recordEvent } from '../db/events.ts'
import { type Db, inTransaction } from '../db/store.ts'
import { checkRow } from '../facts/check-row.ts'
import type { DatumDraft } from '../facts/datum.ts'
import type { DatumRow } from '../facts/datum-file.ts'
import { checkRefs, type Naming } from '../facts/import.ts'
import type { Kinds } from '../facts/kind.ts'
import { refsOf } from '../facts/ref.ts'
import { findActorIds, insertDatums } from '../facts/store.ts'
import { datumKey } from '../facts/succession.ts'
import { todayIn } from '../facts/today.ts'
import { listActors } from '../parties/actor-store.ts'
import { type Issue, problem } from '../problem.ts'
import type { Mapping } from './form.ts'
import { listVersions, wasImported } from './held-store.ts'
import type { MappingHeld } from './mappings.ts'
import { namesIn } from './names.ts'
import { keyOf, type Settled, settle, substance } from './settle.ts'
import { digestOf, type Handed, openTable, type RowTaken } from './table.ts'
import {
  countBeside,
  countGone,
  countRow,
  isStored,
  namesOf,
  type RowFate,
  type TableSummary,
  tallyFor,
} from './tally.ts'

export type TableOptions = {
  kinds: Kinds
  /** Only rows whose fact is this actor's. */
  actor?: string | undefined
  /** The day on which the file was received, today where not given; known from it, where the source has no date. */
  receivedOn?: string | undefined
  /**
   * Mark what the mapping does not name a publisher and an address of as "entered here, not received" (default). False for
   * what ships and in an exercise, which marks nothing.
   */
  marks?: boolean
  agent?: string
  today?: string
  /** Told of every row, in order. */
  onFate?: ((fate: RowFate) => void) | undefined
  /** Told what a preview would store, some rows at a time, in their order. */
  onStored?: ((drafts: readonly DatumDraft[]) => void) | undefined
  /** The outcome that was previewed. Where another would come of it by now, nothing is stored: `changed-meanwhile`. */
  expects?: string | undefined
}

const batchSize = 2000
/** Why a row is left out where those of one actor are asked for. */
export const onlyOthers = 'Of another actor'
const repeats = 'Repeats an earlier row word for word'

type Checked = { taken: RowTaken; drafts: DatumDraft[] }

type Steps = {
  kinds: Kinds
  actors: ReadonlySet<string>
  today: string
  only: string | undefined
  /** Ids used so far, with their rows and what these say: two rows of one id would overwrite each other. */
  ids: Map<string, { row: number; said: string }>
  /** Whose facts the rows make. */
  about: Set<string>
  issues: Issue[]
}

const checkTaken = (taken: RowTaken, steps: Steps, file: string): Checked => {
  for (const issue of taken.issues) steps.issues.push(issue)
  if (taken.leftOut !== null || taken.issues.length > 0) return { taken, drafts: [] }
  const { only } = steps
  const wanted =
    only === undefined ? taken.rows : taken.rows.filter((row: DatumRow) => row.get('actor') === only)
  if (wanted.length === 0) return { taken: { ...taken, leftOut: onlyOthers }, drafts: [] }
  const drafts: DatumDraft[] = []
  let repeated: number | undefined
  for (const row of wanted) {
    const { draft, issues } = checkRow(row, { ...steps, sourced: true })
    for (const issue of issues) steps.issues.push(issue)
    steps.about.add(draft.actor)
    const key = datumKey(draft)
    const said = substance(draft)
    const first = steps.ids.get(key)
    if (first === undefined) {
      steps.ids.set(key, { row: taken.row, said })
      drafts.push(draft)
    } else if (first.said === said) repeated = first.row
    else
      steps.issues.push({
        file,
        line: taken.row,
        message: `The id is used in row ${first.row} for something else`,
        found: draft.externalId,
        expected: 'an id that no two rows share: name what tells them apart in the mapping',
      })
  }
  if (drafts.length > 0 || repeated === undefined) return { taken, drafts }
  return { taken: { ...taken, leftOut: repeats }, drafts: [] }
}

/** What drafts name beyond the actors held: facts of the same batch count as held. */
const checkNamed = async (db: Db, checked: readonly Checked[], steps: Steps, file: string): Promise<void> => {
  const drafts = checked.flatMap((one) => one.drafts)
  const naming = checked.flatMap(({ taken, drafts: own }) =>
    own.flatMap((draft) => {
      const kind = steps.kinds[draft.kind]
      if (kind === undefined) return []
      return refsOf(kind, draft.body).flatMap((ref): Naming[] =>
        ref.to.includes('actor') && steps.actors.has(ref.id)
          ? []
          : [{ ref, draft, place: () => ({ file, line: taken.row }) }],
      )
    }),
  )
  const { kinds, today } = steps
  for (const issue of await checkRefs(db, naming, drafts, { kinds }, today)) steps.issues.push(issue)
}

/**
 * From whom a table counts as received: whoever published the document, where the mapping says who and at which address, so
 * that anybody can fetch it there and compare its digest. Nobody's word alone makes a fact received; null otherwise.
 */
const receivedFrom = ({ source }: Mapping, on: string): TableSummary['received'] =>
  source.publisher === undefined || source.address === undefined
    ? null
    : { publisher: source.publisher, address: source.address, on }

/** What a batch stores: its new facts and corrections. Given to `store`, one batch after the other. */
type Batch = { drafts: DatumDraft[]; held: Extract<Settled, { is: 'correction' }>['of'][] }

const run = async (
  db: Db,
  held: MappingHeld,
  handed: Handed,
  options: TableOptions,
  store: (batch: Batch) => Promise<void>,
): Promise<TableSummary> => {
  const { mapping } = held
  const today = options.today ?? (await todayIn(db))
  const actors = await listActors(db)
  const names = namesIn(
    actors.map((actor) => ({ ...actor, regionNote: null, regionSource: null })),
    held.spellings,
  )
  const receivedOn = options.receivedOn ?? today
  const knownFrom = options.receivedOn ?? (mapping.source.date === undefined ? today : '')
  const table = openTable(held, handed, { names, knownFrom, receivedOn })
  const steps: Steps = {
    kinds: options.kinds,
    actors: new Set(actors.map(({ id }) => id)),
    today,
    only: options.actor,
    ids: new Map(),
    about: new Set(),
    issues: [...table.issues],
  }
  const { source } = mapping
  const summary: TableSummary = {
    mapping: mapping.id,
    title: mapping.title,
    file: handed.file.name,
    source: [source.title, source.publisher, source.address].filter((one) => one !== undefined).join(', '),
    licence: source.licence,
    reach: mapping.reach,
    received: receivedFrom(mapping, receivedOn),
    files: [handed.file, ...handed.beside.values()].map((file) => ({
      name: file.name,
      sha256: digestOf(file),
    })),
    rows: { read: table.size, new: 0, held: 0, corrected: 0, kept: 0, leftOut: 0 },
    facts: { new: 0, held: 0, corrections: 0, kept: 0 },
    leftOut: [],
    names: [],
    corrections: [],
    kept: [],
    gone: { facts: 0, examples: [] },
    unread: table.unread,
    beside: [],
    outcome: '',
  }
  const tally = tallyFor(summary, options.onFate)
  const isDated = options.receivedOn !== undefined || mapping.source.date !== undefined
  const isSameFile = !isDated && (await wasImported(db, digestOf(handed.file)))
  for (let from = 0; from < table.size; from += batchSize) {
    const checked: Checked[] = []
    for (let place = from; place < Math.min(table.size, from + batchSize); place++)
      checked.push(checkTaken(table.take(place), steps, handed.file.name))
    await checkNamed(db, checked, steps, handed.file.name)
    const drafts = checked.flatMap((one) => one.drafts)
    const settled = settle(drafts, await listVersions(db, drafts.map(keyOf)), isSameFile)
    const byDraft = new Map(drafts.map((draft, i) => [draft, settled[i]!]))
    for (const one of checked)
      countRow(
        tally,
        one.taken,
        one.drafts.map((draft) => byDraft.get(draft)!),
      )
    if (steps.issues.length > 0) continue
    await store({
      drafts: settled.flatMap((one) => (isStored(one) ? [one.draft] : [])),
      held: settled.flatMap((one) => (one.is === 'correction' ? [one.of] : [])),
    })
  }
  countBeside(table, tally)
  if (steps.issues.length > 0) {
    const problems = steps.issues.length === 1 ? 'one problem' : `${steps.issues.length} problems`
    throw problem('input-rejected', `${handed.file.name} has ${problems}.`, steps.issues)
  }
  await countGone(db, mapping, tally, steps)
  summary.leftOut = tally.leftOut.list()
  summary.outcome = tally.outcome.digest('hex')
  summary.names = namesOf(table, names.near)
  return summary
}

/** Refuses an actor nobody holds before anything is read. */
const checkActor = async (db: Db, actor: string | undefined): Promise<void> => {
  if (actor === undefined || (await findActorIds(db, [actor])).has(actor)) return
  throw problem('usage', `There is no actor "${actor}".`)
}

/**
 * What importing the table would do, every row counted; stores nothing. Throws `input-unreadable`, or `input-rejected` with
 * every issue by row.
 */
export const previewTable = async (
  db: Db,
  held: MappingHeld,
  handed: Handed,
  options: TableOptions,
): Promise<TableSummary> => {
  await checkActor(db, options.actor)
  return run(db, held, handed, options, async ({ drafts }) => options.onStored?.(drafts))
}

/** Refuses where something else would come of it than was previewed. */
export const checkExpected = (
  { file, outcome }: TableSummary,
  { expects }: Pick<TableOptions, 'expects'>,
): void => {
  if (expects !== undefined && expects !== outcome)
    throw problem(
      'changed-meanwhile',
      `What is held has changed since ${file} was looked at. Nothing was stored; look at it again.`,
    )
}

const changesOf = ({ drafts, held }: Batch): Change[] =>
  [...drafts, ...held].map(({ kind, actor, heldFrom }) => ({ kind, actor, heldFrom }))

/**
 * Stores the facts of a table, all of them or none. The same table again changes nothing; a row that says something else
 * than before supersedes what is held, and is told. Throws as `previewTable` does, and `changed-meanwhile` where the outcome
 * is not the one expected.
 */
export const importTable = async (
  db: Db,
  held: MappingHeld,
  handed: Handed,
  options: TableOptions,
): Promise<TableSummary> => {
  await checkActor(db, options.actor)
  const isMarked = (options.marks ?? true) && receivedFrom(held.mapping, '') === null
  return inTransaction(db, async (trx) => {
    const things: TouchedThing[] = []
    let changes: Change[] = []
    const summary = await run(trx, held, handed, options, async (batch) => {
      for (const thing of await insertDatums(trx, batch.drafts, batch.held, () => isMarked))
        things.push(thing)
      changes = distinctChanges([...changes, ...changesOf(batch)])
    })
    checkExpected(summary, options)
    if (things.length > 0)
      await recordEvent(trx, {
        agent: options.agent ?? 'pacta',
        action: 'facts-recorded',
        subject: handed.file.name,
        detail: {
          recorded: summary.facts.new + summary.facts.corrections,
          corrected: summary.facts.corrections,
          mapping: held.mapping.id,
          // Of one actor's rows alone nothing follows about any other.
          whole: options.actor === undefined && held.mapping.holds === undefined,
          files: summary.files,
          received: summary.received,
          changes,
        },
        things,
      })
    return summary
  })
}
