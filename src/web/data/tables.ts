// What the pages read and write on which a table that others keep is brought.
import type { DatumDraft } from '../../facts/datum.ts'
import type { TableTaken } from '../../mappings/held-store.ts'
import type { Sent } from '../../mappings/sent.ts'
import type { RowFate, TableSummary } from '../../mappings/tally.ts'

/**
 * Bytes that the files of one table may have together, unpacked. Larger ones come in by command: while the votes of the General
 * Assembly are read, all 870,109, nobody else gets a page for seconds.
 */
export const largestTable = 8 * 1024 * 1024
/** More drafts of one file than these nobody approves. */
export const mostDrafted = 200

/** A mapping, as far as whoever brings its table has to know it. */
export type MappingShown = {
  id: string
  title: string
  source: { title: string; publisher: string | null; address: string | null; date: string | null }
  licence: string
  reach: string
  format: 'csv' | 'tsv' | 'xlsx' | 'json'
  /** Kinds of fact its rows become. */
  kinds: string[]
  /** The tables that are brought with the file. */
  beside: { name: string; title: string }[]
  /** Tables of it taken in, the newest first. */
  taken: Omit<TableTaken, 'mapping'>[]
  /** What becomes of its facts for this reader: recorded at once, or drafts that ask for approval; `command`: only commands take them in. */
  way: 'recorded' | 'drafted' | 'command'
}

export type TableLooked = {
  summary: TableSummary
  /** Of what would be stored the first facts, with their row. */
  first: { row: number; actorName: string; draft: DatumDraft }[]
  /** The first rows of each fate of the file itself. */
  rows: Readonly<Partial<Record<RowFate['fate'], number[]>>>
  /** Of what would be stored, how many facts wait for approval already; 0 where none has to wait. */
  waiting: number
  /** How many facts would be recorded, or drafted. */
  toStore: number
  /** Whether they are drafts that ask for approval, and not recorded at once. */
  isDrafted: boolean
}

export type TableStored = { recorded: number; corrected: number; drafted: number }

/** Of which mapping, and what was sent with it. */
export type TableAsked = Sent & { mapping: string }

export type TableData = {
  /** Throws `sign-in-needed` or `not-permitted` for whoever enters nothing. */
  listMappings: () => Promise<MappingShown[]>
  /** What storing it would do, every row counted; nothing is stored. Throws `input-rejected` or `input-unreadable`. */
  lookAtTable: (asked: TableAsked) => Promise<TableLooked>
  /** What would become of each row, in their order. Throws the same. */
  listFates: (asked: TableAsked) => Promise<RowFate[]>
  /**
   * All of it or nothing: recorded, or, for those whose facts others approve, kept as drafts that ask for approval. `expects`:
   * the outcome that was previewed; throws `changed-meanwhile` where another would come of it.
   */
  storeTable: (asked: TableAsked & { expects: string }) => Promise<TableStored>
}
