// What the fields of a kind ask of each other: a delay has its reason, a new date has a date, nothing ends before it starts.
import { dayBefore } from './edtf.ts'
import { boundsOf } from './precision.ts'

/** Where a check holds: the values of a field for which it does. */
type When = Readonly<Record<string, readonly string[]>>

/**
 * `needs`: the field is told `when` another has one of these values; `only`: it is told nowhere else; `any`: at least one of these
 * is told; `order`: the first is not after the second, as far as their precision tells.
 */
export type KindCheck =
  | { needs: string; when: When }
  | { only: string; when: When }
  | { any: readonly string[] }
  | { order: readonly [string, string] }

type Fault = { field: string; message: string; expected?: string; found?: string }

type Body = Readonly<Record<string, unknown>>

const holds = (when: When, body: Body): boolean =>
  Object.entries(when).every(([field, values]) => values.includes(String(body[field])))

const said = (when: When): string =>
  Object.entries(when)
    .map(([field, values]) => `"${field}" is ${values.join(' or ')}`)
    .join(' and ')

const isAfter = (first: unknown, second: unknown): boolean => {
  const from = typeof first === 'string' ? boundsOf(first)?.from : undefined
  const until = typeof second === 'string' ? boundsOf(second)?.until : undefined
  return from != null && until != null && from > dayBefore(until)
}

const faultOf = (check: KindCheck, body: Body): Fault | undefined => {
  if ('needs' in check)
    return body[check.needs] === undefined && holds(check.when, body)
      ? { field: check.needs, message: `It is needed where ${said(check.when)}`, expected: check.needs }
      : undefined
  if ('only' in check)
    return body[check.only] !== undefined && !holds(check.when, body)
      ? { field: check.only, message: `It is told only where ${said(check.when)}`, expected: 'nothing' }
      : undefined
  if ('any' in check)
    return check.any.every((field) => body[field] === undefined)
      ? { field: check.any[0]!, message: 'One of several is needed', expected: check.any.join(', ') }
      : undefined
  const [first, second] = check.order
  return isAfter(body[first], body[second])
    ? {
        field: second,
        message: 'It ends before it begins',
        expected: `${String(body[first])} or later`,
        found: String(body[second]),
      }
    : undefined
}

/** What the fields of a body lack for each other, by field. */
export const checkIssues = (checks: readonly KindCheck[], body: Body): Fault[] =>
  checks.flatMap((check) => faultOf(check, body) ?? [])
