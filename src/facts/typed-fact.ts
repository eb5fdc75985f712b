// One fact as typed into a form: texts by field, in the names of the JSON form of facts (`date`, `source.title`,
// `body.mines`). It becomes a file of one fact, so that it is checked and stored as every file is.
import type { Datum, DatumDraft } from './datum.ts'
import type { InputFile } from './datum-file.ts'
import type { KindSpec, Kinds } from './kind.ts'
import { listText } from './list-field.ts'
import { gatherList, gatherRows, isRows, rowsText } from './rows-field.ts'

export type TypedFact = Readonly<Record<string, string>>

/** Ids of facts entered through the form begin with this. */
export const formIdPrefix = 'entered-'

/** The fields besides those of the kind, in the order asked; what a retraction leaves out is left out of it. */
export const factFields = [
  'id',
  'actor',
  'kind',
  'supersedes',
  'retracts',
  'subject',
  'tier',
  'date',
  'from',
  'until',
  'known_from',
  'source.title',
  'source.address',
  'source.publisher',
  'source.date',
  'locator',
  'quotation',
  'language',
  'note',
] as const

/** The fields of a form for a kind, by name. A comparator is typed with its number, the note apart. */
export const fieldsOfFact = (kind: KindSpec): string[] => [
  ...factFields,
  ...Object.keys(kind.fields)
    .filter((name) => name !== 'note')
    .map((name) => `body.${name}`),
]

/**
 * What a form sends in several fields, gathered into one text for each field of the kind: `body.attendance.0.persons`,
 * `body.dependsOn.1`. Fields that are not the fact's are left out.
 */
export const gatherTyped = (kind: KindSpec, given: TypedFact): TypedFact =>
  Object.fromEntries(
    fieldsOfFact(kind).flatMap((name): [string, string][] => {
      const spec = kind.fields[name.slice('body.'.length)]
      const text =
        !name.startsWith('body.') || spec === undefined
          ? given[name]
          : spec.type === 'rows'
            ? gatherRows(given, name, spec.columns ?? {})
            : spec.type === 'list'
              ? gatherList(given, name)
              : given[name]
      return text === undefined ? [] : [[name, text]]
    }),
  )

const nested = (typed: TypedFact, prefix: string): Record<string, string> =>
  Object.fromEntries(
    Object.entries(typed)
      .filter(([name, text]) => name.startsWith(prefix) && text.trim() !== '')
      .map(([name, text]) => [name.slice(prefix.length), text.trim()]),
  )

/** The fact in the JSON form that `pacta facts import` reads. Empty fields are left out. */
export const jsonOfFact = (typed: TypedFact): Record<string, unknown> => {
  const plain = Object.entries(typed).filter(([name, text]) => !name.includes('.') && text.trim() !== '')
  const source = nested(typed, 'source.')
  return {
    ...Object.fromEntries(plain.map(([name, text]) => [name, text.trim()])),
    ...(Object.keys(source).length === 0 ? {} : { source }),
    body: nested(typed, 'body.'),
  }
}

/** The file of this one fact, under the name that the audit trail keeps. */
export const fileOfFact = (typed: TypedFact): InputFile => ({
  name: 'form.json',
  bytes: new TextEncoder().encode(JSON.stringify([jsonOfFact(typed)])),
})

const typedValue = (name: string, value: unknown, body: Record<string, unknown>): string => {
  if (isRows(value)) return rowsText(value)
  if (Array.isArray(value)) return listText(value.map(String))
  if (value === true) return 'yes'
  if (value === false) return 'no'
  const comparator = body[`${name}Comparator`]
  return typeof comparator === 'string' ? `${comparator}${value}` : String(value)
}

/** What a fact says, stored or not. */
type Said = Omit<Datum, 'datumId' | 'externalId' | 'recordedAt' | 'entered'>

/** When a stored fact holds, as it would be typed: the source's own date, or the days; nothing that a field says. */
const typedTime = (datum: Said, kind: KindSpec): TypedFact => {
  if (datum.heldEdtf !== null) return { date: datum.heldEdtf }
  const isFromField = Object.entries(kind.fields).some(
    ([name, spec]) => spec.occurs === true && datum.body[name] === datum.heldFrom,
  )
  if (kind.time === 'event' && isFromField && datum.heldUntil === null) return {}
  return { from: datum.heldFrom ?? '', until: datum.heldUntil ?? '' }
}

/** A stored fact as it would be typed, for correcting it. Its id, note and the day it was known are its own. */
export const typedOfDatum = (datum: Said, kinds: Kinds): TypedFact => {
  const kind = kinds[datum.kind] ?? { title: datum.kind, time: 'event' as const, fields: {} }
  const { source } = datum
  const texts: Record<string, string | null | undefined> = {
    actor: datum.actor,
    kind: datum.kind,
    subject: datum.subject,
    ...typedTime(datum, kind),
    'source.title': source?.title,
    'source.address': source?.address,
    'source.publisher': source?.publisher,
    'source.date': source?.published,
    locator: datum.locator,
    quotation: datum.quotation,
    language: datum.language,
    ...Object.fromEntries(
      Object.keys(kind.fields)
        .filter((name) => name !== 'note' && datum.body[name] !== undefined)
        .map((name) => [`body.${name}`, typedValue(name, datum.body[name], datum.body)]),
    ),
  }
  return Object.fromEntries(
    Object.entries(texts).filter((entry): entry is [string, string] => Boolean(entry[1])),
  )
}

/** A fact of a file as it would be typed, all of it; `note` beside its own: why it takes the place of another. */
export const typedOfDraft = (draft: DatumDraft, kinds: Kinds, note?: string): TypedFact => {
  const notes = [draft.body.note, note].filter((one) => typeof one === 'string' && one !== '')
  return {
    ...typedOfDatum(draft, kinds),
    id: draft.externalId,
    known_from: draft.knownFrom,
    ...(draft.supersedes === null ? {} : { supersedes: draft.supersedes }),
    ...(notes.length === 0 ? {} : { note: notes.join(' ') }),
  }
}
