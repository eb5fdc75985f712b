// What became of each row of a table, counted as it is read: the counts add up to the rows, with the first of each sort as
// examples, and one digest of it all.
import { createHash, type Hash } from 'node:crypto'
import type { Db } from '../db/store.ts'
import { datumKey } from '../facts/succession.ts'
import { type LeftOut, leftOutBy, type TableCounted } from './beside.ts'
import type { Mapping } from './form.ts'
import { listOfTable } from './held-store.ts'
import { type FieldChange, type Settled, substance } from './settle.ts'
import type { RowTaken, Table } from './table.ts'

/** What became of one row; `table`: of which table beside the file, '' for the file itself. */
export type RowFate = {
  table: string
  /** Null for a fact of an earlier edition that no row of this one has. */
  row: number | null
  fate: 'new' | 'held' | 'correction' | 'kept' | 'left-out' | 'used' | 'gone'
  facts: string[]
  reason: string
}

export type Correction = { row: number; id: string; actor: string; fields: FieldChange[] }

/** A row that is not like what is held, which stays; without fields where that was taken back here. */
export type Kept = Correction & { why: string }

export type NameUnknown = {
  name: string
  why: string
  rows: number
  examples: number[]
  near: { id: string; name: string }[]
}

/** The rows of a table counted: `rows.read` is the sum of the others, each row once. */
export type TableSummary = {
  mapping: string
  title: string
  file: string
  source: string
  licence: string
  reach: string
  /** From whom the file counts as received, and on which day; null: it is marked "entered here, not received". */
  received: { publisher: string; address: string; on: string } | null
  /** The files read, each with its digest, hex. */
  files: { name: string; sha256: string }[]
  rows: { read: number; new: number; held: number; corrected: number; kept: number; leftOut: number }
  facts: { new: number; held: number; corrections: number; kept: number }
  leftOut: LeftOut[]
  names: NameUnknown[]
  corrections: Correction[]
  kept: Kept[]
  /** Facts of earlier editions that stand and that no row of this one makes: how many, and the first of them. */
  gone: { facts: number; examples: { id: string; kind: string; actor: string }[] }
  unread: string[]
  beside: TableCounted[]
  /** Digest of what becomes of every row, hex: the same again where the same would be stored. */
  outcome: string
}

const mostCorrections = 50
const mostNames = 200
const mostGone = 50
const notInThis = 'Held from an earlier edition, not in this one'
/** Of a row that makes several facts, the one thing to say of it: what changes before what does not. */
const rank = ['correction', 'new', 'kept', 'held'] as const
const fateOf = (settled: readonly Settled[]): (typeof rank)[number] =>
  rank.find((is) => settled.some((one) => one.is === is)) ?? 'held'

export type Stored = Extract<Settled, { is: 'new' | 'correction' }>
export const isStored = (one: Settled): one is Stored => one.is === 'new' || one.is === 'correction'

const told = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value))

const keptWords = ({ why, fields }: Extract<Settled, { is: 'kept' }>): string =>
  [why, ...fields.map(({ field, was, now }) => `${field}: held ${told(was)}, here ${told(now)}`)].join('; ')

export type Tally = {
  summary: TableSummary
  leftOut: ReturnType<typeof leftOutBy>
  onFate: ((fate: RowFate) => void) | undefined
  outcome: Hash
}

/** `summary`: nothing counted yet. */
export const tallyFor = (summary: TableSummary, onFate: Tally['onFate']): Tally => ({
  ...{ summary, onFate },
  leftOut: leftOutBy(),
  outcome: createHash('sha256'),
})

/** What is stored of a row, in whose place, or why nothing is; not since when we know it, nor where in the file it stands. */
const outcomeOf = ({ row, leftOut }: RowTaken, settled: readonly Settled[]): string =>
  JSON.stringify([
    ...[row, leftOut],
    ...settled.map((one) =>
      one.is === 'held'
        ? [one.is]
        : isStored(one)
          ? [one.is, one.draft.actor, one.draft.kind, one.draft.externalId, substance(one.draft)]
          : [one.is, one.of?.datumId ?? null],
    ),
  ])

/** Counts one row: `settled` has what becomes of each of its facts. */
export const countRow = (tally: Tally, taken: RowTaken, settled: readonly Settled[]): void => {
  const { rows, facts, corrections, kept } = tally.summary
  const { row, leftOut } = taken
  tally.outcome.update(`${outcomeOf(taken, settled)}\n`)
  const ids = settled.flatMap((one) => (isStored(one) ? [one.draft.externalId] : []))
  if (leftOut !== null) {
    rows.leftOut += 1
    tally.leftOut.add(leftOut, row)
    tally.onFate?.({ table: '', row, fate: 'left-out', facts: [], reason: leftOut })
    return
  }
  for (const one of settled) {
    if (one.is === 'correction') {
      facts.corrections += 1
      if (corrections.length < mostCorrections)
        corrections.push({ row, id: one.of.externalId, actor: one.draft.actor, fields: one.fields })
    } else facts[one.is] += 1
    if (one.is === 'kept' && kept.length < mostCorrections) {
      const { draft, of, fields, why } = one
      kept.push({ row, id: of?.externalId ?? draft.externalId, actor: draft.actor, fields, why })
    }
  }
  const fate = fateOf(settled)
  rows[fate === 'correction' ? 'corrected' : fate] += 1
  const reasons = settled.flatMap((one) => (one.is === 'kept' ? [keptWords(one)] : []))
  tally.onFate?.({ table: '', row, fate, facts: ids, reason: reasons.join('; ') })
}

/** Facts that an earlier edition gave and this one does not: they stand, and are told. `ids`: those of this one; `about`: whose they are. */
export const countGone = async (
  db: Db,
  mapping: Mapping,
  tally: Tally,
  {
    ids,
    about,
    only,
  }: { ids: { has: (key: string) => boolean }; about: ReadonlySet<string>; only: string | undefined },
): Promise<void> => {
  const { gone } = tally.summary
  // A file that holds one actor's rows is an edition of that actor's earlier ones, of nobody else's.
  const own = mapping.holds === 'one-actor' ? [...about] : undefined
  const of = only === undefined ? own : [only]
  for (const { actor, kind, externalId, rowId } of await listOfTable(db, mapping, of)) {
    if (ids.has(datumKey({ actor, kind, externalId: rowId }))) continue
    gone.facts += 1
    if (gone.examples.length < mostGone) gone.examples.push({ id: externalId, kind, actor })
    tally.onFate?.({ table: '', row: null, fate: 'gone', facts: [externalId], reason: notInThis })
  }
}

export const countBeside = (table: Table, tally: Tally): void => {
  for (const one of table.beside) {
    const counted = one.counted()
    tally.summary.beside.push(counted)
    if (tally.onFate === undefined) continue
    for (const { row, fate, reason } of one.fates())
      tally.onFate({ table: counted.name, row, fate, facts: [], reason })
  }
}

export const namesOf = (table: Table, near: (name: string) => NameUnknown['near']): NameUnknown[] =>
  [table.names, ...table.beside.map(({ names }) => names)]
    .flatMap((names) => [...names])
    .map(([name, { why, rows }]) => ({
      name,
      why,
      rows: rows.length,
      examples: rows.slice(0, 5),
      near: near(name),
    }))
    .sort((a, b) => b.rows - a.rows)
    .slice(0, mostNames)
