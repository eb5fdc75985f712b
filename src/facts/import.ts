// A file of datums into the register: read, checked as a whole, then stored in one transaction, or not at all.
import { distinctChanges, recordEvent } from '../db/events.ts'
import { type Db, inTransaction } from '../db/store.ts'
import { problem } from '../problem.ts'
import { checkRow } from './check-row.ts'
import type { DatumDraft } from './datum.ts'
import { type InputFile, readDatumFile } from './datum-file.ts'
import type { Kinds } from './kind.ts'
import { findActorIds, findHeldDatums, insertDatums } from './store.ts'
import { checkSuccession, type HeldDatum, type Successions } from './succession.ts'
import { todayIn } from './today.ts'

export type ImportOptions = {
  kinds: Kinds
  /** Mark what has no source with an address as "entered here, not received" (default). False in an exercise. */
  entered?: boolean
  /** Who imports, for the audit trail. */
  agent?: string
  /** The world's today, where it is not to be read from the store. */
  today?: string
}

export type ImportSummary = {
  /** Rows stored now. */
  recorded: number
  /** Rows that were stored already, word for word. */
  alreadyHeld: number
  /** Rows that repeat another row of the file word for word. */
  duplicates: { id: string; line?: number; path?: string }[]
}

type Checked = Successions & { held: HeldDatum[] }

const check = async (db: Db, file: InputFile, options: ImportOptions): Promise<Checked> => {
  const { rows, issues } = readDatumFile(file, options.kinds)
  const actors = await findActorIds(
    db,
    rows.map((row) => row.get('actor')),
  )
  const today = options.today ?? (await todayIn(db))
  const drafts: DatumDraft[] = []
  for (const row of rows) {
    const checked = checkRow(row, { kinds: options.kinds, actors, today })
    issues.push(...checked.issues)
    // A row whose id, actor or kind is wrong cannot be compared with others.
    if (checked.draft.externalId !== '' && actors.has(checked.draft.actor)) drafts.push(checked.draft)
  }
  const held = await findHeldDatums(db, drafts)
  const successions = checkSuccession(drafts, held)
  issues.push(...successions.issues)
  if (issues.length > 0) {
    const count = issues.length === 1 ? 'one problem' : `${issues.length} problems`
    throw problem('input-rejected', `${file.name} has ${count}.`, issues)
  }
  return { ...successions, held }
}

const summaryOf = (checked: Checked): ImportSummary => ({
  recorded: checked.fresh.length,
  alreadyHeld: checked.alreadyHeld,
  duplicates: checked.duplicates.map(({ externalId, place }) => ({
    id: externalId,
    line: place.line,
    path: place.path,
  })),
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
    const isEntered = (draft: DatumDraft) =>
      (options.entered ?? true) && (draft.source?.address ?? null) === null
    await insertDatums(trx, checked.fresh, checked.held, isEntered)
    if (checked.fresh.length > 0) {
      const changes = checked.fresh.map(({ kind, actor, heldFrom }) => ({ kind, actor, heldFrom }))
      await recordEvent(trx, {
        agent: options.agent ?? 'pacta',
        action: 'facts-recorded',
        subject: file.name,
        detail: { recorded: checked.fresh.length, changes: distinctChanges(changes) },
      })
    }
    return summaryOf(checked)
  })
