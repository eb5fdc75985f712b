// What several records tell that are one and the same thing: the lists of all of them, and the numbers in which they differ.
import type { Fact } from './facts.ts'
import { formOf } from './one-form.ts'

/** The list fields that a condition or a target looks into. */
export const listFieldsIn = (node: unknown): string[] => {
  if (Array.isArray(node)) return node.flatMap(listFieldsIn)
  if (typeof node !== 'object' || node === null) return []
  return Object.entries(node).flatMap(([key, value]) =>
    key === 'distinct' && typeof value === 'string' ? [value] : listFieldsIn(value),
  )
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
      const one = told.get(formOf(entry)) ?? { entry, by: [] }
      if (!one.by.includes(record)) one.by.push(record)
      told.set(formOf(entry), one)
    }
  return [...told.values()]
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
