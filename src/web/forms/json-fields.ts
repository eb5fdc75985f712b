// A form sent as JSON: the same fields, flat by their names ("document.receivedOn") or nested where a name has dots.
import { listText } from '../../facts/list-field.ts'
import { plainDigits } from '../../formats/digits.ts'
import { type Issue, problem } from '../../problem.ts'

const deepest = 8

const scalar = (value: unknown): string | undefined => {
  if (value === null) return ''
  if (value === true) return 'yes'
  if (value === false) return 'no'
  if (typeof value === 'number') return plainDigits(value)
  return typeof value === 'string' ? value : undefined
}

/**
 * The fields as a form would send them: numbers in digits, true and false as "yes" and "no", null as an empty field, a
 * list of them as a form has it in one text. Throws `input-rejected`, by path, for what no field can hold and for a field given
 * twice, once flat and once nested.
 */
export const fieldsOfJson = (value: unknown): Record<string, string> => {
  const issues: Issue[] = []
  const fields = new Map<string, string>()
  const add = (path: string, text: string) => {
    if (fields.has(path)) issues.push({ path, message: 'The field is given twice, flat and nested' })
    fields.set(path, text)
  }
  const walk = (one: unknown, path: string, depth: number): void => {
    const items = Array.isArray(one) ? one.map(scalar) : undefined
    const text = items?.every((item) => item !== undefined) ? listText(items) : scalar(one)
    if (text !== undefined && path !== '') add(path, text)
    else if (typeof one === 'object' && one !== null && items === undefined && depth <= deepest)
      for (const [name, inner] of Object.entries(one))
        walk(inner, path === '' ? name : `${path}.${name}`, depth + 1)
    else issues.push({ path, message: 'Not the fields of a form', expected: 'an object of fields' })
  }
  walk(value, '', 0)
  if (issues.length > 0)
    throw problem('input-rejected', 'The JSON sent is no form. Nothing was stored.', issues)
  return Object.fromEntries(fields)
}
