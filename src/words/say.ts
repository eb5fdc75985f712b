// Reasons in words: the phrase of the key, with each value written as its name says.
import type { TextKey } from './catalogue.ts'
import { dutyReasonParts } from './en/duty-reasons.ts'
import type { FieldValue, FoundField, Reason, ReasonValues } from './reason.ts'
import type { Text, Values } from './text.ts'

/**
 * A sentence of our own data files in a language. `fill` fills its places before it is marked as English where the
 * language lacks it: a mark stands around the whole, never around a part that may be left out.
 */
export type Ours = (text: string, fill?: (sentence: string) => string) => string

/** The names of what reasons speak of, in the language they are said in. */
export type Names = {
  kind: (id: string) => string
  cohort: (id: string) => string
  register: (id: string) => string
  obligation: (id: string) => string
  /** A field of a datum: "statedAsOf" as "stated as of". */
  field: (name: string) => string
  /** One of the values a field can have; any other text as it stands. */
  entry: (field: string, value: string) => string
  /** A name that a plan's rules share: "formalMeetings" as "formal meetings". */
  shared: (name: string) => string
  /** A sentence of our own data files. */
  ours: Ours
}

export type Say = (reason: Reason) => string

/** One language speaking: its catalogue, its names, its days. */
export type Voice = {
  text: Text
  names: Names
  /** Writes a day (YYYY-MM-DD). */
  day: (iso: string) => string
  say: Say
  /** The value of a field as a reader writes it. */
  value: (field: string, value: FieldValue) => string
}

type ValueName = { [Key in keyof ReasonValues]: keyof ReasonValues[Key] }[keyof ReasonValues]

const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text)

/** The voice of a language. */
export const createVoice = ({ text, day, names }: Pick<Voice, 'text' | 'day' | 'names'>): Voice => {
  const written = (given: string): string => (isDay(given) ? day(given) : given)
  const joined = (parts: readonly string[], how: TextKey): string =>
    parts.reduce((before, after) => (before === '' ? after : text(how, { before, after })), '')

  const fieldValue = (field: string, value: FieldValue): string => {
    if (value === null) return text('parts.none')
    if (typeof value === 'boolean') return text(value ? 'parts.yes' : 'parts.no')
    if (typeof value === 'number')
      return /year/i.test(field) ? String(value) : text('parts.number', { number: value })
    if (typeof value === 'string') return isDay(value) ? day(value) : names.entry(field, value)
    return joined(
      value.map((entry) => names.entry(field, entry)),
      'parts.where',
    )
  }

  const nth = (number: number): string => {
    const key = `parts.nth.${number}`
    return isOrdinal(key) ? text(key) : text('parts.nth', { number })
  }

  /** "5" as the article it is; "Action 9" and "practice" in the words of the language; anything else as its text names it. */
  const place = (given: string): string => {
    const [, action] = /^Action (\d+)$/.exec(given) ?? []
    if (given === 'practice') return text('parts.practice')
    if (action !== undefined) return text('parts.action', { article: action })
    return /^\d/.test(given) ? text('parts.article', { article: given }) : given
  }

  /** "24MSP" as the Twenty-Fourth Meeting of the States Parties; another code as it stands. */
  const meetingName = (code: string): string => {
    const [, number, series] = /^(\d+)(MSP|RC)$/.exec(code) ?? []
    const ordinal = text('parts.ordinals').split(',')[Number(number) - 1]
    return ordinal === undefined ? code : text(`parts.meeting.${series}` as TextKey, { ordinal })
  }

  // One way to write each value, by its name: a new name is a type error until it is told how.
  const ways: Record<ValueName, (value: never, reason: Record<string, unknown>) => string | number> = {
    of: (of: Reason) => say(of),
    day: (of: Reason) => say(of),
    parts: (parts: readonly Reason[]) => joined(parts.map(say), 'parts.joined'),
    tests: (tests: readonly Reason[]) => joined(tests.map(say), 'parts.where'),
    choices: (choices: readonly Reason[]) => joined(choices.map(say), 'parts.or'),
    span: (span: readonly Reason[]) => joined(span.map(say), 'parts.and'),
    on: written,
    until: written,
    from: written,
    by: written,
    days: (days: readonly (string | null)[]) =>
      joined(
        days.map((one) => (one === null ? text('parts.undated') : day(one))),
        'parts.where',
      ),
    year: (year: number) => year,
    count: (count: number) => count,
    total: (total: number) => total,
    owed: (owed: number) => owed,
    number: (number: number) => number,
    percent: (percent: number) => percent,
    exact: (percent: number) => percent,
    least: (count: number) => count,
    most: (count: number) => count,
    missing: (count: number) => count,
    nth,
    article: (article: string) => article,
    record: (id: string) => id,
    rule: (rule: string) => rule,
    unless: (unless: string) => names.ours(unless),
    meaning: (meaning: string) => names.ours(meaning),
    place,
    length: (count: number) => text('parts.numbers').split(',')[count - 1] ?? count,
    meeting: (code: string) => code,
    meetingName,
    seriesNames: (series: readonly string[]) =>
      joined(
        series.map((one) => (isSeries(`parts.series.${one}`) ? text(`parts.series.${one}` as TextKey) : one)),
        'parts.or',
      ),
    grants: (grants: readonly Reason[]) => joined(grants.map(say), 'parts.where'),
    kind: (kind: string) => names.kind(kind),
    cohort: (cohort: string) => names.cohort(cohort),
    registers: (registers: readonly string[]) => joined(registers.map(names.register), 'parts.where'),
    obligation: (obligation: string) => names.obligation(obligation),
    answer: (answer: string) => names.entry('answer', answer),
    act: (act: string) => names.entry('act', act),
    actorKind: (kind: string) => names.entry('actorKind', kind),
    askedKind: (kind: string) => names.entry('actorKind', kind),
    field: (field: string) => names.field(field),
    fields: (fields: readonly string[]) => joined(fields.map(names.field), 'parts.where'),
    found: (found: readonly FoundField[]) =>
      joined(
        found.map(({ name, value }) =>
          text('parts.field', { field: names.field(name), value: fieldValue(name, value) }),
        ),
        'parts.where',
      ),
    // Where a reason does not say of which field they are, the values that our lists have are named all the same.
    entries: (entries: readonly string[], { field }) =>
      joined(
        entries.map((entry) => names.entry(typeof field === 'string' ? field : '', entry)),
        'parts.where',
      ),
    name: (name: string) => names.shared(name),
    value: (value: FieldValue, reason) => fieldValue(String(reason.field), value),
  }

  const say: Say = (reason) => {
    const values: Values = {}
    for (const [name, value] of Object.entries(reason))
      if (name !== 'key') values[name] = ways[name as ValueName](value as never, reason)
    return text(`reason.${reason.key}`, values)
  }
  return { text, names, day, say, value: fieldValue }
}

const isSeries = (key: string): key is TextKey => Object.hasOwn(dutyReasonParts, key)

const ordinals = [
  'parts.nth.1',
  'parts.nth.2',
  'parts.nth.3',
  'parts.nth.4',
  'parts.nth.5',
  'parts.nth.6',
] as const
const isOrdinal = (key: string): key is (typeof ordinals)[number] => ordinals.some((one) => one === key)
