// A file of datums into the register: read, checked as a whole, then stored in one transaction, or not at all.
import { type Change, distinctChanges, recordEvent } from '../db/events.ts'
import { type Db, inTransaction } from '../db/store.ts'
import { type Issue, problem } from '../problem.ts'
import { checkRow, daysKnownFrom } from './check-row.ts'
import type { Datum, DatumDraft } from './datum.ts'
import { type DatumRow, type InputFile, readDatumFile } from './datum-file.ts'
import type { Kinds } from './kind.ts'
import { faultOf, isDraftItself, misfitsOf, namesHeld } from './named.ts'
import { type Ref, refsOf } from './ref.ts'
import { findActorIds, findHeldDatums, insertDatums } from './store.ts'
import {
  checkSuccession,
  datumKey,
  type Faulty,
  type HeldDatum,
  type Successions,
  targetKey,
} from './succession.ts'
import { todayIn } from './today.ts'

export type ImportOptions = {
  kinds: Kinds
  /**
   * Mark the facts as "entered here, not received" (default), each of which must say where it is from. False only for
   * what ships and in an exercise: an address alone makes nothing received.
   */
  entered?: boolean
  /** Who imports, for the audit trail. */
  agent?: string
  /** The world's today, where it is not to be read from the store. */
  today?: string
  /**
   * Given, rows that contradict facts held do not refuse the file: what is held stays, those rows are left out and
   * told here.
   */
  keepHeld?: (issues: readonly Issue[]) => void
  /** Which facts that are not public whoever imports may name, beside those of the same actor. Default: all. */
  sees?: (fact: Datum) => boolean
  /** Facts on their way that may be named as if they were held. */
  onTheirWay?: readonly DatumDraft[]
}

export type ImportSummary = {
  /** Rows stored now. */
  recorded: number
  /** Rows that were stored already, word for word. */
  alreadyHeld: number
  /** Rows that repeat another row of the file word for word. */
  duplicates: { id: string; line?: number; path?: string }[]
  /** What may be so and may be an oversight, in the rows stored now; nothing was refused for it. */
  questions: Issue[]
}

type Checked = Successions & { held: HeldDatum[]; questions: Issue[] }

/** The rows that agree with what is held. What supersedes a row left out is left out with it. */
const settle = (
  drafts: readonly DatumDraft[],
  held: readonly HeldDatum[],
  faulty: Faulty,
  keepHeld: ImportOptions['keepHeld'],
): Successions => {
  const successions = checkSuccession(drafts, held, faulty)
  if (keepHeld === undefined || successions.refused.size === 0) return successions
  keepHeld(successions.issues)
  return settle(
    drafts.filter((draft) => !successions.refused.has(draft)),
    held,
    faulty,
    keepHeld,
  )
}

export type Naming = { ref: Ref; draft: DatumDraft; place: DatumRow['place'] }

/** What rows name that is neither held nor in the same file, that may be several things, or that is for others to speak of. */
export const checkRefs = async (
  db: Db,
  naming: readonly Naming[],
  drafts: readonly DatumDraft[],
  { kinds, sees, onTheirWay = [] }: ImportOptions,
  today: string,
): Promise<Issue[]> => {
  if (naming.length === 0) return []
  const there = await namesHeld(db, [...drafts, ...onTheirWay], { kinds, sees, today })
  const actors = await findActorIds(
    db,
    naming.map(({ ref }) => ref.id),
  )
  const named = { ...there, actors }
  const places = new Map(naming.map(({ draft, place }) => [draft, place]))
  return [
    ...naming.flatMap(({ ref, draft, place }) => {
      const wrong = faultOf(ref, draft, named, isDraftItself(draft))
      return wrong === undefined ? [] : [{ ...place(`body.${ref.field}`), ...wrong, found: ref.id }]
    }),
    ...[...places].flatMap(([draft, place]) =>
      misfitsOf(draft, kinds, named).map(({ field, ...wrong }) => ({ ...place(`body.${field}`), ...wrong })),
    ),
  ]
}

/**
 * Rows that do not say since when they are known, and were read in on an earlier day, are known since then: the same file
 * read again says the same.
 */
const keepKnownFrom = (undated: readonly DatumDraft[], held: readonly HeldDatum[], today: string): void => {
  const heldByKey = new Map(held.map((datum) => [datumKey(datum), datum]))
  for (const draft of undated) {
    const before = heldByKey.get(datumKey(draft))?.knownFrom
    const days = daysKnownFrom(draft.source?.published ?? '', today)
    if (before !== undefined && days !== undefined && days.first <= before && before <= days.last)
      draft.knownFrom = before
  }
}

const check = async (db: Db, file: InputFile, options: ImportOptions): Promise<Checked> => {
  const { rows, issues } = readDatumFile(file, options.kinds)
  const actors = await findActorIds(
    db,
    rows.map((row) => row.get('actor')),
  )
  const today = options.today ?? (await todayIn(db))
  const sourced = options.entered ?? true
  const drafts: DatumDraft[] = []
  const undated: DatumDraft[] = []
  const faultyRows = new Set<DatumDraft>()
  const withoutActor = new Set<DatumDraft>()
  const naming: Naming[] = []
  const asked = new Map<DatumDraft, Issue[]>()
  for (const row of rows) {
    const checked = checkRow(row, { kinds: options.kinds, actors, today, sourced })
    for (const issue of checked.issues) issues.push(issue)
    const { draft } = checked
    // A row without an id cannot be compared with others; one whose actor is wrong only by its id.
    if (draft.externalId === '') continue
    drafts.push(draft)
    if (row.get('known_from') === '') undated.push(draft)
    if (checked.questions.length > 0) asked.set(draft, checked.questions)
    if (row.isCut || checked.issues.length > 0) faultyRows.add(draft)
    if (!actors.has(draft.actor)) withoutActor.add(draft)
    const kind = Object.hasOwn(options.kinds, draft.kind) ? options.kinds[draft.kind] : undefined
    if (kind !== undefined)
      for (const ref of refsOf(kind, draft.body)) naming.push({ ref, draft, place: row.place })
  }
  const held = await findHeldDatums(db, drafts)
  keepKnownFrom(undated, held, today)
  const successions = settle(drafts, held, { rows: faultyRows, withoutActor }, options.keepHeld)
  // What is held already was checked when it came; what is left out names nothing.
  const fresh = new Set(successions.fresh)
  const isNew = ({ draft }: Naming): boolean => fresh.has(draft) || successions.refused.has(draft)
  const named = [...successions.fresh, ...successions.refused]
  for (const issue of await checkRefs(db, naming.filter(isNew), named, options, today)) issues.push(issue)
  for (const issue of successions.issues) issues.push(issue)
  if (issues.length > 0) {
    const count = issues.length === 1 ? 'one problem' : `${issues.length} problems`
    throw problem('input-rejected', `${file.name} has ${count}.`, issues)
  }
  return { ...successions, held, questions: successions.fresh.flatMap((draft) => asked.get(draft) ?? []) }
}

/** What the new datums touch: the days from which they hold, and those of the datums they take the place of. */
const changesOf = ({ fresh, held }: Checked): Change[] => {
  const heldByKey = new Map(held.map((datum) => [datumKey(datum), datum]))
  const touched = fresh.flatMap((draft) => {
    const replaced = heldByKey.get(targetKey(draft) ?? '')
    return replaced === undefined ? [draft] : [draft, replaced]
  })
  return distinctChanges(touched.map(({ kind, actor, heldFrom }) => ({ kind, actor, heldFrom })))
}

const summaryOf = (checked: Checked): ImportSummary => ({
  recorded: checked.fresh.length,
  alreadyHeld: checked.alreadyHeld,
  duplicates: checked.duplicates.map(({ externalId, place }) => ({
    id: externalId,
    line: place.line,
    path: place.path,
  })),
  questions: checked.questions,
})

/** What importing the file would do. Throws `input-rejected` with every issue, or `input-unreadable`. */
export const checkFacts = async (db: Db, file: InputFile, options: ImportOptions): Promise<ImportSummary> =>
  summaryOf(await check(db, file, options))

/**
 * Stores the datums of a CSV or JSON file. All of them or, when anything is wrong, none: then `input-rejected` names
 * every issue by line and cell, or path. The same file again changes nothing.
 */
export const importFacts = (db: Db, file: InputFile, options: ImportOptions): Promise<ImportSummary> =>
  inTransaction(db, async (trx) => {
    const checked = await check(trx, file, options)
    const things = await insertDatums(trx, checked.fresh, checked.held, () => options.entered ?? true)
    if (checked.fresh.length > 0) {
      await recordEvent(trx, {
        agent: options.agent ?? 'pacta',
        action: 'facts-recorded',
        subject: file.name,
        detail: { recorded: checked.fresh.length, changes: changesOf(checked) },
        things,
      })
    }
    return summaryOf(checked)
  })
