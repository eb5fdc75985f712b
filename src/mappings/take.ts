// From a mapping's words to values: constants, texts with names in braces, cells, looked-up rows and gathered ones. What is
// the same for every row is made once.
import { contentHash } from '../facts/datum.ts'
import type { CellTests, LeaveOut, Take } from './form.ts'
import { compileReading, type Notes, type ReadingTools, type Value } from './read-value.ts'
import type { Cells } from './rows.ts'

/** A table as takes see it: where its columns stand, what its values are, the other tables that belong to a row of it. */
export type Scope = {
  columns: ReadonlyMap<string, number>
  values: ReadonlyMap<string, TakeFrom>
  empty: ReadonlySet<string>
  /** The rows of another table that belong to `at`. */
  rowsOf: (table: string, at: RowAt) => readonly RowAt[]
  /** The value by which names differ in time. */
  over: (at: RowAt, notes: Notes) => string
}

/** One row being read. */
export type RowAt = {
  scope: Scope
  row: number
  cells: Cells
  made: Map<string, Value | undefined>
  /** The rows of other tables that belong to it, once they were looked for. */
  beside?: Map<string, readonly RowAt[]>
  /** Called where the row was taken over, or why it was not: whoever counts every row is told. */
  used?: () => void
  /** Whether it was taken over or left out already. */
  isSettled?: () => boolean
  leftOut?: (reason: string, name?: string) => void
}

export type TakeFrom = (at: RowAt, notes: Notes) => Value | undefined

export const textOfValue = (value: Value | undefined): string =>
  value === undefined
    ? ''
    : typeof value === 'object'
      ? value.join('; ')
      : typeof value === 'string'
        ? value
        : String(value)

const cellText = ({ scope, cells }: RowAt, column: string): string => {
  const place = scope.columns.get(column)
  const text = place === undefined ? '' : (cells[place] ?? '').trim()
  return scope.empty.has(text) ? '' : text
}

/** What a name means at a row: a value of the mapping, the number of the row, a column, or `<table>.<name>`. */
const namedText = (at: RowAt, name: string, notes: Notes): string => {
  const value = at.scope.values.get(name)
  if (value !== undefined) {
    if (!at.made.has(name)) at.made.set(name, value(at, notes))
    return textOfValue(at.made.get(name))
  }
  if (at.scope.columns.has(name)) return cellText(at, name)
  if (name === 'row') return String(at.row)
  const dot = name.indexOf('.')
  if (dot < 0) return ''
  const rows = at.scope.rowsOf(name.slice(0, dot), at)
  if (rows.length > 1)
    notes.refuse(`Several rows of "${name.slice(0, dot)}" belong to this one`, {
      found: rows.map(({ row }) => row).join(', '),
    })
  const [only] = rows
  if (only === undefined) return ''
  only.used?.()
  return namedText(only, name.slice(dot + 1), notes)
}

/** The text of a column or value of a row. */
export const textIn = namedText

/** Names in braces, with the text between them. */
export const partsOf = (text: string): (string | { name: string })[] =>
  text
    .split(/(\{[^{}]+\})/)
    .filter((part) => part !== '')
    .map((part) => (/^\{[^{}]+\}$/.test(part) ? { name: part.slice(1, -1) } : part))

/** Whether a row passes tests of its cells and values. */
export const passes = (at: RowAt, tests: CellTests, notes: Notes): boolean =>
  Object.entries(tests).every(([name, test]) => {
    const text = namedText(at, name, notes)
    const isOf = (one: string | number) => String(one) === text
    if (typeof test !== 'object') return isOf(test)
    return 'not' in test ? !test.not.some(isOf) : test.some(isOf)
  })

/** The reason for which a row is left out; undefined where it is taken. */
export const reasonToLeaveOut = (
  at: RowAt,
  leaveOut: readonly LeaveOut[],
  notes: Notes,
): string | undefined => leaveOut.find(({ where }) => passes(at, where, notes))?.reason

/** What is told of a gathered row is told of that row, not of the one it is gathered for. */
const notesOfGathered = (one: RowAt, notes: Notes): Notes => ({
  refuse: notes.refuse,
  leaveOut: (reason) => one.leftOut?.(reason),
  unnamed: (name, why) => one.leftOut?.(why, name),
})

/** Compiles what a mapping takes. */
export const compileTake = (take: Take, tools: ReadingTools): TakeFrom => {
  if (typeof take === 'number' || typeof take === 'boolean') return () => take
  if (typeof take === 'string') {
    const parts = partsOf(take)
    if (parts.every((part) => typeof part === 'string')) return () => take
    return (at, notes) =>
      parts
        .map((part) => (typeof part === 'string' ? part : namedText(at, part.name, notes)))
        .join('')
        .trim()
  }
  if ('digest' in take)
    return (at, notes) => contentHash(take.digest.map((name) => namedText(at, name, notes))).slice(0, 12)
  if ('count' in take)
    return (at, notes) => {
      let count = 0
      for (const one of at.scope.rowsOf(take.gather, at))
        if (take.where === undefined || passes(one, take.where, notes)) {
          one.used?.()
          count += 1
        }
      return count
    }
  const read = compileReading(take, tools)
  if ('gather' in take)
    return (at, notes) => {
      const over = () => at.scope.over(at, notes)
      const list = at.scope.rowsOf(take.gather, at).flatMap((one) => {
        if (take.where !== undefined && !passes(one, take.where, notes)) return []
        const value = read(namedText(one, take.from, notes), over, notesOfGathered(one, notes))
        if (value === undefined) return []
        one.used?.()
        return typeof value === 'object' ? value : [String(value)]
      })
      return list.length === 0 ? undefined : list.sort()
    }
  const names = typeof take.from === 'string' ? [take.from] : take.from
  return (at, notes) => {
    let text = ''
    let from = ''
    for (from of names) {
      text = namedText(at, from, notes)
      if (text !== '') break
    }
    if (text === '') return undefined
    const inColumn: Notes = {
      ...notes,
      refuse: (message, more) => notes.refuse(message, { path: from, ...more }),
    }
    return read(text, () => at.scope.over(at, notes), inColumn)
  }
}

/** Names that a take looks up, to be checked against what there is. */
export const namesUsed = (take: Take): string[] => {
  if (typeof take === 'string')
    return partsOf(take).flatMap((part) => (typeof part === 'string' ? [] : part.name))
  if (typeof take !== 'object') return []
  if ('digest' in take) return [...take.digest]
  if ('gather' in take)
    return [
      ...('from' in take ? [`${take.gather}.${take.from}`] : []),
      ...Object.keys(take.where ?? {}).map((name) => `${take.gather}.${name}`),
    ]
  return typeof take.from === 'string' ? [take.from] : [...take.from]
}
