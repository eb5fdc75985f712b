// The tables beside the file: held by key while it is read, each row counted: gathered into a fact, left out with its
// reason, or belonging to no row of the file. Equal cells are kept once, so that a million votes take little room.
import type { InputFile } from '../facts/datum-file.ts'
import { problem } from '../problem.ts'
import type { LeaveOut, TableOf } from './form.ts'
import type { Notes, ReadingTools } from './read-value.ts'
import { eachRow } from './rows.ts'
import { compileTake, type RowAt, reasonToLeaveOut, type Scope, type TakeFrom, textOfValue } from './take.ts'

export type LeftOut = { reason: string; rows: number; examples: number[] }

/** What became of the rows of a table beside the file. */
export type TableCounted = {
  name: string
  file: string
  read: number
  used: number
  leftOut: LeftOut[]
  unread: string[]
}

export type TableHeld = {
  rowsOf: (key: string) => readonly RowAt[]
  counted: () => TableCounted
  /** Every row with what became of it, in their order. */
  fates: () => Generator<{ row: number; fate: 'used' | 'left-out'; reason: string }>
  /** The names that nobody held has, with how many rows they left out. */
  names: ReadonlyMap<string, { why: string; rows: number[] }>
}

const mostExamples = 5
const withoutRow = 'Belongs to no row of the file that is taken'

/** Adds a row to those left out for a reason. */
export const leftOutBy = (): { add: (reason: string, row: number) => void; list: () => LeftOut[] } => {
  const byReason = new Map<string, LeftOut>()
  return {
    add: (reason, row) => {
      const known = byReason.get(reason)
      if (known === undefined) byReason.set(reason, { reason, rows: 1, examples: [row] })
      else {
        known.rows += 1
        if (known.examples.length < mostExamples) known.examples.push(row)
      }
    },
    list: () => [...byReason.values()].sort((a, b) => b.rows - a.rows),
  }
}

const bare = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')

/**
 * The columns of a table by the names its mapping has for them: one that is so but for capitals, spaces and signs, where no
 * other is.
 */
export const columnsNamed = (columns: readonly string[], needed: Iterable<string>): string[] => {
  const names = [...needed]
  const alike = Map.groupBy(columns, bare)
  const named = [...columns]
  for (const name of names) {
    const [only, ...others] = alike.get(bare(name)) ?? []
    if (only !== undefined && others.length === 0 && bare(name) !== '' && !names.includes(only))
      named[columns.indexOf(only)] = name
  }
  return named
}

/** Whether every column that is needed is there. */
export const hasColumns = (columns: readonly string[], needed: Iterable<string>): boolean => {
  const named = new Set(columnsNamed(columns, needed))
  return [...needed].every((name) => named.has(name))
}

/** Refuses a file that lacks columns its mapping reads, or has one of them twice: which is meant, nobody can tell. */
export const checkColumns = (file: InputFile, columns: readonly string[], needed: Iterable<string>): void => {
  const names = [...needed]
  const missing = names.filter((name) => !columns.includes(name))
  const twice = names.filter((name) => columns.indexOf(name) !== columns.lastIndexOf(name))
  if (missing.length + twice.length === 0) return
  throw problem(
    'input-rejected',
    `${file.name} is not the table its mapping reads.`,
    [
      ...missing.map((name) => `The column "${name}" is missing`),
      ...twice.map((name) => `The column "${name}" stands more than once`),
    ].map((message) => ({
      file: file.name,
      line: 1,
      message,
      expected:
        'the columns the mapping names, each once; a table that calls them otherwise needs a mapping of its own',
      found: columns.join(', ').slice(0, 200),
    })),
  )
}

type Reading = {
  name: string
  table: TableOf
  file: InputFile
  tools: ReadingTools
  /** The columns that anything reads. */
  columns: ReadonlySet<string>
  notes: (row: number) => Notes
}

/** Reads a table beside the file. Throws as `eachRow` does, and `input-rejected` where columns are missing. */
export const readBeside = ({ name, table, file, tools, columns, notes }: Reading): TableHeld => {
  const needed = [...columns]
  const scope: Scope = {
    columns: new Map(needed.map((column, place) => [column, place])),
    values: new Map(
      Object.entries(table.values ?? {}).map(([value, take]) => [value, compileTake(take, tools)]),
    ),
    empty: new Set(table.reads.empty ?? []),
    rowsOf: () => [],
    over: () => '',
  }
  const key: TakeFrom = compileTake(table.key, tools)
  const kept = new Map<string, string>()
  const keepOnce = (text: string): string => {
    const known = kept.get(text)
    if (known !== undefined) return known
    // A cut of a text holds on to all of it; a copy does not.
    const copy = Buffer.from(text).toString()
    kept.set(copy, copy)
    return copy
  }
  const cellsOf: string[][] = needed.map(() => [])
  const rowNumbers: number[] = []
  const byKey = new Map<string, number[]>()
  // 0: nothing yet, 1: used; from 2 on the reason for which it was left out.
  const fate: number[] = []
  const reasons: string[] = []
  const reasonNumbers = new Map<string, number>()
  const names = new Map<string, { why: string; rows: number[] }>()
  const leave = (at: number, reason: string): void => {
    let number = reasonNumbers.get(reason)
    if (number === undefined) {
      number = reasons.push(reason) + 1
      reasonNumbers.set(reason, number)
    }
    fate[at] = number
  }
  let unread: string[] = []
  let places: number[] = []
  const leaveOut: readonly LeaveOut[] = table.leaveOut ?? []
  eachRow(file, table.reads, {
    isHeader: (cells) => hasColumns(cells, needed),
    header: (columnsOfFile) => {
      const header = columnsNamed(columnsOfFile, needed)
      checkColumns(file, header, needed)
      places = needed.map((column) => header.indexOf(column))
      unread = header.filter((column) => column !== '' && !columns.has(column))
    },
    isRead: (place) => places.includes(place),
    row: (row, cells) => {
      const at = rowNumbers.push(row) - 1
      const own = places.map((place) => keepOnce((cells[place] ?? '').trim()))
      for (const [column, cell] of own.entries()) cellsOf[column]!.push(cell)
      fate.push(0)
      const one: RowAt = { scope, row, cells: own, made: new Map() }
      const reason = reasonToLeaveOut(one, leaveOut, notes(row))
      if (reason !== undefined) {
        leave(at, reason)
        return
      }
      const text = textOfValue(key(one, notes(row)))
      const same = byKey.get(text)
      if (same === undefined) byKey.set(keepOnce(text), [at])
      else same.push(at)
    },
  })
  const rowAt = (at: number): RowAt => ({
    scope,
    row: rowNumbers[at]!,
    cells: cellsOf.map((column) => column[at]!),
    made: new Map(),
    used: () => {
      if (fate[at] === 0) fate[at] = 1
    },
    isSettled: () => fate[at] !== 0,
    leftOut: (reason, called) => {
      // Told once a row, however often it is read.
      if (fate[at]! < 2 && called !== undefined) {
        const known = names.get(called)
        if (known === undefined) names.set(called, { why: reason, rows: [rowNumbers[at]!] })
        else known.rows.push(rowNumbers[at]!)
      }
      leave(at, called === undefined ? reason : `${reason}: ${called}`)
    },
  })
  const reasonOf = (at: number): string | undefined =>
    fate[at] === 1 ? undefined : fate[at] === 0 ? withoutRow : reasons[fate[at]! - 2]
  return {
    rowsOf: (text) => (byKey.get(text) ?? []).map(rowAt),
    names,
    counted: () => {
      const out = leftOutBy()
      let used = 0
      for (const [at, row] of rowNumbers.entries()) {
        const reason = reasonOf(at)
        if (reason === undefined) used += 1
        else out.add(reason, row)
      }
      return { name, file: file.name, read: rowNumbers.length, used, leftOut: out.list(), unread }
    },
    *fates() {
      for (const [at, row] of rowNumbers.entries()) {
        const reason = reasonOf(at)
        yield { row, fate: reason === undefined ? 'used' : 'left-out', reason: reason ?? '' }
      }
    },
  }
}
