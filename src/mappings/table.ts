// The rows of a table as rows of facts: each is taken, or left out with its reason; nothing is dropped in silence.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { DatumRow, InputFile } from '../facts/datum-file.ts'
import { type Issue, type Place, problem } from '../problem.ts'
import { checkColumns, columnsNamed, hasColumns, readBeside, type TableHeld } from './beside.ts'
import { type FactOf, factParts, type LeaveOut, type Take } from './form.ts'
import { type Gathered, gatheredBy, tellUngathered } from './gathered.ts'
import { locatorIn } from './locator.ts'
import type { MappingHeld } from './mappings.ts'
import type { NamesIn } from './names.ts'
import type { Notes, ReadingTools, Value } from './read-value.ts'
import { type Cells, eachRow } from './rows.ts'
import {
  compileTake,
  namesUsed,
  passes,
  type RowAt,
  reasonToLeaveOut,
  type Scope,
  type TakeFrom,
  textOfValue,
} from './take.ts'

/** A file with those handed over beside it, by the tables they are. */
export type Handed = { file: InputFile; beside: ReadonlyMap<string, InputFile> }

export const digestOf = ({ bytes }: InputFile): string => createHash('sha256').update(bytes).digest('hex')

/** A row of the file, as it was taken. */
export type RowTaken = {
  row: number
  rows: DatumRow[]
  /** Why nothing of it was taken. */
  leftOut: string | null
  issues: Issue[]
}

export type Table = {
  size: number
  unread: string[]
  beside: TableHeld[]
  /** What is wrong in the tables beside the file. */
  issues: Issue[]
  /** Takes the row at `place`, counted from 0. */
  take: (place: number) => RowTaken
  names: ReadonlyMap<string, { why: string; rows: number[] }>
}

type CompiledFact = {
  form: FactOf
  id: TakeFrom
  actor: TakeFrom
  parts: [string, TakeFrom][]
  fields: [string, TakeFrom][]
  gathered: Gathered[]
}

const noFact = 'No fact is made of rows like this'

const compileFact = (form: FactOf, tools: ReadingTools): CompiledFact => ({
  form,
  id: compileTake(form.id, tools),
  actor: compileTake(form.actor, tools),
  parts: factParts.flatMap((part): [string, TakeFrom][] =>
    form[part] === undefined ? [] : [[part, compileTake(form[part], tools)]],
  ),
  fields: Object.entries(form.fields).map(([name, take]) => [name, compileTake(take, tools)]),
  gathered: gatheredBy(form),
})

const noteAlone = 'One cell alone has something in it: a note, no row'

/** Below a table stands who made it and when; a row of three columns or more that says one thing says nothing of them. */
const isNote = (cells: Cells, columns: number): boolean =>
  columns > 2 && cells.filter((cell) => cell.trim() !== '').length === 1

const takesOf = (fact: FactOf): Take[] => [
  fact.id,
  fact.actor,
  ...factParts.flatMap((part) => fact[part] ?? []),
  ...Object.values(fact.fields),
]

const testsOf = (leaveOut: readonly LeaveOut[] | undefined): string[] =>
  (leaveOut ?? []).flatMap(({ where }) => Object.keys(where))

/** All names anything of the mapping looks up, those of tables with their table before a dot. */
const allNames = ({ mapping }: MappingHeld): Set<string> =>
  new Set([
    ...[
      ...Object.values(mapping.values ?? {}),
      ...Object.values(mapping.tables ?? {}).map(({ of }) => of),
      ...mapping.facts.flatMap(takesOf),
    ].flatMap(namesUsed),
    ...testsOf(mapping.leaveOut),
    ...mapping.facts.flatMap(({ when }) => Object.keys(when ?? {})),
  ])

/** The columns of the file that the mapping reads. */
const columnsOf = (held: MappingHeld): Set<string> => {
  const values = held.mapping.values ?? {}
  return new Set(
    [...allNames(held)].filter(
      (name) => !name.includes('.') && name !== 'row' && !Object.hasOwn(values, name),
    ),
  )
}

/** The columns of a table beside it. */
const columnsBeside = (held: MappingHeld, table: string): Set<string> => {
  const { key, values = {}, leaveOut } = held.mapping.tables![table]!
  const named = [
    ...[...allNames(held)].flatMap((name) =>
      name.startsWith(`${table}.`) ? [name.slice(table.length + 1)] : [],
    ),
    ...namesUsed(key),
    ...Object.values(values).flatMap(namesUsed),
    ...testsOf(leaveOut),
  ]
  return new Set(named.filter((name) => name !== 'row' && !Object.hasOwn(values, name)))
}

const fileBeside = (held: MappingHeld, name: string, { beside }: Handed): InputFile => {
  const { file, title } = held.mapping.tables![name]!
  const handed = beside.get(name)
  if (handed !== undefined) return handed
  if (file !== undefined) {
    const path = join(held.folder, file)
    return { name: basename(path), bytes: readFileSync(path) }
  }
  throw problem('usage', `The mapping needs a second file, "${name}" (${title}): --with ${name}=FILE.`)
}

/**
 * Opens a table by its mapping; rows are taken one at a time. `knownFrom`: the day from which its facts are known here;
 * '' where its source's own date says it. `receivedOn`: the day on which the file was received.
 * Throws `input-unreadable`, `input-rejected` where a column is missing, and `usage` where a file beside it is.
 */
export const openTable = (
  held: MappingHeld,
  handed: Handed,
  { names, knownFrom, receivedOn }: { names: NamesIn; knownFrom: string; receivedOn: string },
): Table => {
  const { mapping } = held
  const { file } = handed
  const tools: ReadingTools = { words: mapping.words ?? {}, names }
  const unknownNames = new Map<string, { why: string; rows: number[] }>()
  const { source, reads, leaveOut = [], tables = {} } = mapping
  const unhandedTable = [...handed.beside.keys()].find((name) => tables[name] === undefined)
  if (unhandedTable !== undefined)
    throw problem(
      'usage',
      `The mapping has no table "${unhandedTable}"; it has ${Object.keys(tables).join(', ') || 'none'}.`,
    )
  let taking: { taken: RowTaken } | undefined
  const notesOf = (row: number): Notes => ({
    refuse: (message, more) =>
      void taking?.taken.issues.push({ file: file.name, line: row, message, ...more }),
    leaveOut: (reason) => {
      if (taking !== undefined) taking.taken.leftOut ??= reason
    },
    unnamed: (name, why) => {
      const known = unknownNames.get(name)
      if (known === undefined) unknownNames.set(name, { why, rows: [row] })
      else known.rows.push(row)
    },
  })
  const issues: Issue[] = []
  const fileNames = new Map<string, string>()
  const besideFile = (name: string): string => fileNames.get(name) ?? name
  const toldOf = new Set<string>()
  const beside = new Map(
    Object.entries(tables).map(([name, table]) => {
      const own = fileBeside(held, name, handed)
      fileNames.set(name, own.name)
      const notes = (row: number): Notes => ({
        refuse: (message, more) => void issues.push({ file: own.name, line: row, message, ...more }),
        leaveOut: () => {},
        unnamed: () => {},
      })
      const columns = columnsBeside(held, name)
      return [name, readBeside({ name, table, file: own, tools, columns, notes })] as const
    }),
  )
  const keys = new Map(Object.entries(tables).map(([name, { of }]) => [name, compileTake(of, tools)]))
  const columns = new Map<string, number>()
  const needed = columnsOf(held)
  let unread: string[] = []
  const cellsOf: Cells[] = []
  const rowNumbers: number[] = []
  eachRow(file, reads, {
    isHeader: (cells) => hasColumns(cells, needed),
    header: (columnsOfFile) => {
      const header = columnsNamed(columnsOfFile, needed)
      checkColumns(file, header, needed)
      for (const [place, name] of header.entries()) if (!columns.has(name)) columns.set(name, place)
      unread = header.filter((name) => name !== '' && !needed.has(name))
    },
    isRead: (place) => [...columns].some(([name, at]) => at === place && needed.has(name)),
    row: (row, cells) => {
      rowNumbers.push(row)
      cellsOf.push(cells)
    },
  })
  const over = mapping.actors?.over
  const scope: Scope = {
    columns,
    values: new Map(
      Object.entries(mapping.values ?? {}).map(([name, take]) => [name, compileTake(take, tools)]),
    ),
    empty: new Set(reads.empty ?? []),
    rowsOf: (name, at) => {
      at.beside ??= new Map()
      const known = at.beside.get(name)
      if (known !== undefined) return known
      const text = textOfValue(keys.get(name)!(at, notesOf(at.row)))
      const rows = text === '' ? [] : (beside.get(name)?.rowsOf(text) ?? [])
      at.beside.set(name, rows)
      if (rows.length === 0 && tables[name]?.needed === true)
        notesOf(at.row).refuse(`No row of ${besideFile(name)} belongs to this one`, {
          found: text,
          expected: `a row of ${besideFile(name)} for every row of ${file.name}`,
        })
      return rows
    },
    over: (at, notes) => {
      if (over === undefined) return ''
      if (!at.made.has(over)) at.made.set(over, scope.values.get(over)!(at, notes))
      return textOfValue(at.made.get(over))
    },
  }
  const facts = mapping.facts.map((form) => compileFact(form, tools))
  const common: Record<string, string> = {
    known_from: knownFrom,
    source_title: source.title,
    source_address: source.address ?? '',
    source_publisher: source.publisher ?? '',
    source_date: source.date ?? '',
  }
  const edition = { name: file.name, sha256: digestOf(file), receivedOn }
  const factOf = (fact: CompiledFact, at: RowAt, notes: Notes): DatumRow => {
    const texts: Record<string, string> = {
      ...common,
      kind: fact.form.kind,
      locator: `row ${at.row}`,
      id: textOfValue(fact.id(at, notes)),
      actor: textOfValue(fact.actor(at, notes)),
    }
    for (const [part, take] of fact.parts) texts[part] = textOfValue(take(at, notes))
    texts.locator = locatorIn(texts.locator ?? '', edition)
    const body: Record<string, unknown> = {}
    for (const [name, take] of fact.fields) {
      const value: Value | undefined = take(at, notes)
      if (value !== undefined && value !== '') body[name] = value
    }
    const place = (column?: string): Place => ({
      file: file.name,
      line: at.row,
      ...(column === undefined ? {} : { path: column }),
    })
    return { get: (column) => texts[column] ?? '', body, isCut: false, place }
  }
  const tellOf = ({ gathered }: CompiledFact, at: RowAt, notes: Notes, taken: RowTaken): void => {
    if (taken.leftOut !== null) return
    for (const one of gathered)
      taken.issues.push(
        ...tellUngathered(one, scope.rowsOf(one.table, at), {
          ...{ file: besideFile(one.table), needed: tables[one.table]?.needed === true },
          ...{ told: toldOf, notes },
        }),
      )
  }
  return {
    size: rowNumbers.length,
    unread,
    beside: [...beside.values()],
    issues,
    names: unknownNames,
    take: (place) => {
      const row = rowNumbers[place]!
      const taken: RowTaken = { row, rows: [], leftOut: null, issues: [] }
      taking = { taken }
      const at: RowAt = { scope, row, cells: cellsOf[place]!, made: new Map() }
      const notes = notesOf(row)
      taken.leftOut = isNote(at.cells, needed.size)
        ? noteAlone
        : (reasonToLeaveOut(at, leaveOut, notes) ?? null)
      if (taken.leftOut === null)
        for (const fact of facts)
          if (fact.form.when === undefined || passes(at, fact.form.when, notes)) {
            taken.rows.push(factOf(fact, at, notes))
            tellOf(fact, at, notes, taken)
          }
      if (taken.leftOut !== null) taken.rows = []
      else if (taken.rows.length === 0) taken.leftOut = noFact
      taking = undefined
      return taken
    },
  }
}
