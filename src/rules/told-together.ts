// What several records tell that are one and the same thing: the lists of all of them, and the numbers in which they differ.
import type { Fact } from './facts.ts'
import { formOfEntry } from './one-form.ts'

/** The list fields that a condition or a target looks into. */
export const listFieldsIn = (node: unknown): string[] => {
  if (Array.isArray(node)) return node.flatMap(listFieldsIn)
  if (typeof node !== 'object' || node === null) return []
  return Object.entries(node).flatMap(([key, value]) =>
    key === 'distinct' && typeof value === 'string' ? [value] : listFieldsIn(value),
  )
}

/** Gives what is `distinct` in a condition or across the records of a period. */
export type Distinct = {
  /** A list field. */
  distinct: string
  /** The entries that count, each with the ways it is written; without it, whatever is named. */
  of?: readonly (string | readonly string[])[] | string
  /** Rows that say how many there were of an entry, and the column of the number: `attendance.persons`. */
  rows?: string
}

const entriesIn = ({ fields }: Fact, field: string): string[] => {
  const value = fields[field]
  return Array.isArray(value) ? value.map(String) : []
}

export type EntryTold = { entry: string; by: Fact[] }

/** Every entry that one of the records gives in a list field, once however it is written, and which of them give it. */
export const entriesTold = (records: readonly Fact[], field: string): EntryTold[] => {
  const told = new Map<string, EntryTold>()
  for (const record of records)
    for (const entry of entriesIn(record, field)) {
      const one = told.get(formOfEntry(entry)) ?? { entry, by: [] }
      if (!one.by.includes(record)) one.by.push(record)
      told.set(formOfEntry(entry), one)
    }
  return [...told.values()]
}

/** How many the rows of a record say there were of each entry, by its form; a row without the number tells nothing. */
const numbersOf = ({ fields }: Fact, { distinct, rows }: Distinct): [entry: string, number: number][] => {
  const [field = '', column = ''] = rows?.split('.') ?? []
  const all = fields[field]
  return (Array.isArray(all) ? all : []).flatMap((row): [string, number][] =>
    typeof row === 'object' && row !== null && typeof row[column] === 'number' && row[distinct] !== undefined
      ? [[String(row[distinct]), row[column]]]
      : [],
  )
}

/** Entries as they were written, by what they come to. */
export type EntriesJudged = {
  /** Each once, by the name the rule gives it where it gives one. */
  counted: string[]
  /** Among them those that rows alone tell of. */
  unnamed: string[]
  /** Named, but none of those that count. */
  others: string[]
  /** Named, but rows say that there was nobody. */
  nobody: string[]
}

/** Gives the name under which an entry counts; undefined for one that does not. */
const nameUnder = ({ of }: Distinct): ((entry: string) => string | undefined) => {
  if (!Array.isArray(of)) return (entry) => entry
  const names = new Map<string, string>(
    of.flatMap((ways: string | readonly string[]) =>
      [ways].flat().map((way): [string, string] => [formOfEntry(way), [ways].flat()[0]!]),
    ),
  )
  return (entry) => names.get(formOfEntry(entry))
}

/** What the records of one thing tell of a list: rows speak before the list, since they tell who was there. */
export const entriesJudged = (records: readonly Fact[], given: Distinct): EntriesJudged => {
  const nameOf = nameUnder(given)
  const told = new Map<
    string,
    { entry: string; name: string | undefined; isNamed: boolean; number?: number }
  >()
  const at = (entry: string) => {
    const name = nameOf(entry)
    const key = formOfEntry(name ?? entry)
    const one = told.get(key) ?? { entry: name ?? entry, name, isNamed: false }
    told.set(key, one)
    return one
  }
  for (const record of records) {
    for (const entry of entriesIn(record, given.distinct)) at(entry).isNamed = true
    for (const [entry, number] of numbersOf(record, given)) {
      const one = at(entry)
      one.number = (one.number ?? 0) + number
    }
  }
  const all = [...told.values()].filter(({ isNamed, number }) => isNamed || (number ?? 0) > 0)
  const among = all.filter(({ name }) => name !== undefined)
  const entries = (some: typeof all): string[] => some.map(({ entry }) => entry)
  const counted = among.filter(({ number }) => number !== 0)
  return {
    counted: entries(counted),
    unnamed: entries(counted.filter(({ isNamed }) => !isNamed)),
    others: entries(all.filter(({ name }) => name === undefined)),
    nobody: entries(among.filter(({ number }) => number === 0)),
  }
}

/** `record` with all that the records which are one with it tell in these list fields. */
export const withAllTold = (record: Fact, records: readonly Fact[], fields: readonly string[]): Fact => ({
  ...record,
  fields: {
    ...record.fields,
    ...Object.fromEntries(
      fields.flatMap((field) => {
        const entries = entriesTold(records, field).map(({ entry }) => entry)
        return entries.length === 0 ? [] : [[field, entries]]
      }),
    ),
  },
})

/** The numbers of a record by field; of rows the sum of a column, as `field.column`. */
const numbersIn = ({ fields }: Fact): Map<string, number> => {
  const numbers = new Map<string, number>()
  for (const [field, value] of Object.entries(fields)) {
    if (typeof value === 'number') numbers.set(field, value)
    for (const row of Array.isArray(value) ? value : [])
      if (typeof row === 'object' && row !== null)
        for (const [column, one] of Object.entries(row))
          if (typeof one === 'number')
            numbers.set(`${field}.${column}`, (numbers.get(`${field}.${column}`) ?? 0) + one)
  }
  return numbers
}

export type NumberTold = { field: string; said: { number: number; by: Fact }[] }

/** The numbers in which the records differ, with what each says; a record that says nothing of it contradicts nobody. */
export const numbersApart = (records: readonly Fact[]): NumberTold[] => {
  const all = records.map((by) => ({ by, numbers: numbersIn(by) }))
  const fields = new Set(all.flatMap(({ numbers }) => [...numbers.keys()]))
  return [...fields].sort().flatMap((field) => {
    const said = all.flatMap(({ by, numbers }) => {
      const number = numbers.get(field)
      return number === undefined ? [] : [{ number, by }]
    })
    return new Set(said.map(({ number }) => number)).size > 1 ? [{ field, said }] : []
  })
}
