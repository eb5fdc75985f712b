// What differs between two states of a thing, field by field, whatever the thing is. Pure.

/** A field that was added, removed or changed; null: it was not there. */
export type FieldDifference = { field: string; before: string | null; after: string | null }

const wordsOf = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'object' ? JSON.stringify(value) : String(value)

/** The fields of a value by their paths; what is null or empty is no field. */
export const fieldsOf = (value: unknown, path: readonly string[] = []): Map<string, string> => {
  if (value === null || value === undefined || value === '') return new Map()
  if (typeof value !== 'object' || Array.isArray(value)) {
    const isEmpty = Array.isArray(value) && value.length === 0
    const words = Array.isArray(value) ? value.map(wordsOf).join(', ') : wordsOf(value)
    return isEmpty ? new Map() : new Map([[path.join('.') || 'value', words]])
  }
  return new Map(Object.entries(value).flatMap(([key, one]) => [...fieldsOf(one, [...path, key])]))
}

/** The fields in which two states differ, in the order of the first and then of the second. */
export const differencesBetween = (before: unknown, after: unknown): FieldDifference[] => {
  const [was, is] = [fieldsOf(before), fieldsOf(after)]
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((field) => {
    const [one, other] = [was.get(field) ?? null, is.get(field) ?? null]
    return one === other ? [] : [{ field, before: one, after: other }]
  })
}
