// Do the fields, values and names a rule uses exist, and do they fit each other?
import type { FieldSpec, FieldType, KindSpec } from '../facts/kind.ts'
import { isDate } from './dates.ts'
import type { Path } from './read-yaml.ts'
import type { FieldTest, LetValue, Value, Where } from './rule-schema.ts'

export type Mistake = { path: Path; message: string; found?: string; expected?: string }

/** What a rule may name. `kind` gives kinds of datum and kinds of report alike. */
export type Names = {
  kind: (name: string) => KindSpec | undefined
  kindNames: readonly string[]
  let: Readonly<Record<string, LetValue>>
}

const text: FieldSpec = { type: 'text' }
const date: FieldSpec = { type: 'date' }

/** What every datum has besides the fields of its kind. */
export const commonFields: Record<string, FieldSpec> = {
  actor: text,
  subject: text,
  heldFrom: date,
  heldUntil: date,
  knownFrom: date,
}

/** Reports are read as datums of kind `<obligation>-report`: a report, and the document it came in. */
export const reportKind = (obligation: string): KindSpec => ({
  title: `${obligation.replaceAll('-', ' ')} report received`,
  time: 'event',
  fields: {
    coversYear: { type: 'integer' },
    cycle: { type: 'integer' },
    receivedOn: { type: 'date', occurs: true },
    firstReceivedOn: { type: 'date', occurs: true },
    version: { type: 'integer' },
    language: text,
    form: { type: 'text', oneOf: ['guide-to-reporting', 'forms', 'cover-page'] },
    voluntary: { type: 'boolean' },
    title: text,
    pages: { type: 'integer' },
  },
})

/** A name that stands for the ids of all other instruments held; made where a plan is read. */
export const otherInstruments = 'otherInstruments'

const windows = ['$calendarYear', '$planPeriod']

type ValueKind = 'date' | 'number' | 'window' | 'list' | 'text' | 'boolean' | 'unknown name'

/** What `given` stands for; `record` is the kind whose date fields may be named inside plus and minus. */
export const kindOfValue = (given: unknown, names: Names, record: KindSpec | undefined): ValueKind => {
  if (Array.isArray(given)) return 'list'
  if (typeof given === 'number') return 'number'
  if (typeof given === 'boolean') return 'boolean'
  if (typeof given === 'string') {
    if (!given.startsWith('$')) return isDate(given) ? 'date' : 'text'
    if (windows.includes(given)) return 'window'
    if (given === '$parties' || given === `$${otherInstruments}`) return 'list'
    if (given === '$year') return 'number'
    if (given === '$asOf' || given === '$dueOn') return 'date'
    if (given.startsWith('$meeting.')) {
      const type = names.kind('meeting')?.fields[given.slice('$meeting.'.length)]?.type
      return type === 'date' ? 'date' : type === undefined ? 'unknown name' : 'text'
    }
    const held = names.let[given.slice(1)]
    return held === undefined ? 'unknown name' : kindOfLet(held, names)
  }
  const moved = given as { plus?: [Value, string]; minus?: [Value, string]; from?: Value; until?: Value }
  const base = moved.plus?.[0] ?? moved.minus?.[0]
  if (base === undefined) {
    const ends = [moved.from, moved.until].map((end) => kindOfValue(end, names, record))
    return ends.every((end) => end === 'date') ? 'window' : 'unknown name'
  }
  if (typeof base === 'string' && !base.startsWith('$') && !isDate(base))
    return (record?.fields[base] ?? commonFields[base])?.type === 'date' && record !== undefined
      ? 'date'
      : 'unknown name'
  return kindOfValue(base, names, record) === 'date' ? 'date' : 'unknown name'
}

const kindOfLet = (held: LetValue, names: Names): ValueKind => {
  if (typeof held === 'object' && 'idsOf' in held) return 'list'
  // A name that stands for itself, directly or in a circle, is told by checkLets; here it must only end.
  const { let: others } = names
  const rest = Object.fromEntries(Object.entries(others).filter(([, other]) => other !== held))
  return kindOfValue(held, { ...names, let: rest }, undefined)
}

const wordsOf = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value))

/** Mistakes in tests of a datum's fields. */
export const checkWhere = (
  where: Where | undefined,
  kindName: string,
  names: Names,
  path: Path,
): Mistake[] => {
  const kind = names.kind(kindName)
  if (kind === undefined || where === undefined) return []
  return Object.entries(where).flatMap(([field, test]) => {
    const spec = kind.fields[field] ?? commonFields[field]
    const at = [...path, field]
    if (spec === undefined) {
      const expected = [...Object.keys(kind.fields), ...Object.keys(commonFields)].join(', ')
      return [{ path: at, message: `"${kindName}" has no field "${field}"`, expected }]
    }
    return checkTest(test, spec, kind, names, at)
  })
}

const orderings = ['lt', 'lte', 'gt', 'gte'] as const

const checkTest = (test: FieldTest, spec: FieldSpec, kind: KindSpec, names: Names, path: Path): Mistake[] => {
  if (Array.isArray(test))
    return test.flatMap((entry, index) => checkEqual(entry, spec, names, kind, [...path, index]))
  if (typeof test !== 'object' || 'plus' in test || 'minus' in test)
    return checkEqual(test as Value, spec, names, kind, path)
  const mistakes = orderings.flatMap((operator): Mistake[] => {
    const given = test[operator]
    if (given === undefined) return []
    if (!['date', 'integer', 'number'].includes(spec.type) || spec.oneOf !== undefined)
      return [{ path: [...path, operator], message: `a ${spec.type} has no order to compare by` }]
    return checkEqual(given, spec, names, kind, [...path, operator])
  })
  if (test.not !== undefined) mistakes.push(...checkEqual(test.not, spec, names, kind, [...path, 'not']))
  if (Array.isArray(test.in))
    mistakes.push(
      ...test.in.flatMap((entry, index) => checkEqual(entry, spec, names, kind, [...path, 'in', index])),
    )
  else if (test.in !== undefined) {
    const found = kindOfValue(test.in, names, kind)
    if (found !== 'window' && found !== 'list')
      mistakes.push({
        path: [...path, 'in'],
        message: 'neither a window nor a list',
        found: wordsOf(test.in),
      })
    else if (found === 'window' && spec.type !== 'date')
      mistakes.push({ path: [...path, 'in'], message: `a window of dates tested on a ${spec.type}` })
  }
  if (test.notOnly !== undefined) {
    const at = [...path, 'notOnly']
    if (spec.type !== 'list' && spec.type !== 'text')
      mistakes.push({ path: at, message: `a ${spec.type} names nothing` })
    if (kindOfValue(test.notOnly, names, kind) !== 'list')
      mistakes.push({ path: at, message: 'not a list', found: wordsOf(test.notOnly) })
  }
  return [...mistakes, ...contradiction(test, path)]
}

/** Limits that no value can meet. */
const contradiction = (test: { [operator: string]: unknown }, path: Path): Mistake[] => {
  const low = [test.gt, test.gte].filter((limit) => typeof limit === 'number' || isDate(limit))
  const high = [test.lt, test.lte].filter((limit) => typeof limit === 'number' || isDate(limit))
  const strict = 'gt' in test || 'lt' in test
  const empty = low.some((from) => high.some((to) => from! > to! || (strict && from === to)))
  const absent = test.known === false && Object.keys(test).length > 1
  return empty || absent
    ? [{ path, message: 'contradictory: no value can meet all of these', found: JSON.stringify(test) }]
    : []
}

const typeFits: Record<FieldType, readonly ValueKind[]> = {
  text: ['text', 'date', 'number'],
  list: ['text', 'date', 'number'],
  integer: ['number'],
  number: ['number'],
  date: ['date'],
  boolean: ['boolean'],
  // What stands in small rows is read by nobody's rule: a list field beside them says what may be counted.
  rows: [],
}

const checkEqual = (given: Value, spec: FieldSpec, names: Names, kind: KindSpec, path: Path): Mistake[] => {
  const found = kindOfValue(given, names, kind)
  if (found === 'unknown name') return [{ path, message: `nothing is called ${wordsOf(given)}` }]
  if (!typeFits[spec.type].includes(found)) {
    const named = spec.type === 'date' && typeof given === 'string' ? kind.fields[given]?.type : undefined
    return [
      {
        path,
        message: `a ${found} where a ${spec.type} is needed`,
        found: wordsOf(given),
        ...(named === 'date'
          ? { expected: `{plus: [${String(given)}, P0D]} for the field "${String(given)}"` }
          : {}),
      },
    ]
  }
  if (
    spec.oneOf !== undefined &&
    typeof given === 'string' &&
    !given.startsWith('$') &&
    !spec.oneOf.includes(given)
  )
    return [{ path, message: 'no value of this field', found: given, expected: spec.oneOf.join(', ') }]
  return []
}

/** Mistakes in the names of a file's `let`: unknown ones, wrong kinds, circles. */
export const checkLets = (names: Names): Mistake[] =>
  Object.entries(names.let).flatMap(([name, held]): Mistake[] => {
    const circle = circleFrom(name, names.let, [])
    if (circle !== undefined)
      return [{ path: ['let', name], message: `names need each other in a circle: ${circle.join(' → ')}` }]
    if (typeof held === 'object' && 'idsOf' in held) {
      if (names.kind(held.idsOf) === undefined)
        return [unknownKind(held.idsOf, names, ['let', name, 'idsOf'])]
      return checkWhere(held.where, held.idsOf, names, ['let', name, 'where'])
    }
    return kindOfValue(held, names, undefined) === 'unknown name'
      ? [{ path: ['let', name], message: 'names something that is not a date', found: wordsOf(held) }]
      : []
  })

export const unknownKind = (kind: string, names: Names, path: Path): Mistake => ({
  path,
  message: `there is no kind "${kind}"`,
  expected: names.kindNames.join(', '),
})

const circleFrom = (name: string, lets: Names['let'], before: string[]): string[] | undefined => {
  if (before.includes(name)) return [...before.slice(before.indexOf(name)), name]
  for (const next of namesWithin(lets[name])) {
    const circle = circleFrom(next, lets, [...before, name])
    if (circle !== undefined) return circle
  }
  return undefined
}

const namesWithin = (value: unknown): string[] => {
  if (typeof value === 'string') return value.startsWith('$') ? [value.slice(1)] : []
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(namesWithin) : []
}
