// What the fields of a fact may name, as its reader may see it: facts held, actors, parts of instruments; and what other
// facts of the kind say in words of their own, so that the same thing is called the same.
import type { Db } from '../../db/store.ts'
import type { Datum, DatumDraft } from '../../facts/datum.ts'
import { datumOnItsWay } from '../../facts/drafts-named.ts'
import type { FieldSpec, Kinds } from '../../facts/kind.ts'
import { lastingFacts } from '../../facts/lasting-id.ts'
import { refKinds } from '../../facts/ref.ts'
import { isRows } from '../../facts/rows-field.ts'
import { listDatums } from '../../facts/store.ts'
import { todayIn } from '../../facts/today.ts'
import { englishVoice, titleSays } from '../../indicators/names.ts'
import { listInstrumentParts } from '../../instruments/part.ts'
import { readShippedInstruments, type ShippedInstrument } from '../../instruments/read.ts'
import type { FieldChoices } from '../data/enter.ts'
import { actorsCalled } from './actor-names.ts'

/** Beyond so many a list to look through is none; what is written is completed instead. */
const mostToLookThrough = 60
const mostSuggestions = 500

type Choice = FieldChoices['options'][number]

const short = (text: string): string => (text.length > 110 ? `${text.slice(0, 108)}…` : text)

/** A fact in a list: its own words, and the day that tells it from others. */
const labelOf = (datum: Datum): string => {
  const says = titleSays(englishVoice, datum)
  return short(
    datum.heldEdtf === null || says.includes(datum.heldEdtf) ? says : `${says} (${datum.heldEdtf})`,
  )
}

const ownFirst =
  (actor: string) =>
  (a: Datum, b: Datum): number =>
    Number(b.actor === actor) - Number(a.actor === actor) ||
    ((b.heldFrom ?? b.knownFrom) < (a.heldFrom ?? a.knownFrom) ? -1 : 1)

/** `onTheirWay`: what is no fact yet and may be named. */
type Handles = { db: Db; seen: Db; onTheirWay: readonly DatumDraft[] }

const choicesOfRef = async (
  { db, seen, actor, today, onTheirWay }: Handles & { actor: string; today: string },
  ref: readonly string[],
): Promise<FieldChoices> => {
  const kinds = refKinds(ref)
  const datums = kinds.length === 0 ? [] : await listDatums(seen, { kinds })
  const facts = lastingFacts(datums, today)
    .all.toSorted((a, b) => ownFirst(actor)(a.datum, b.datum))
    .map(
      ({ id, datum }): Choice => ({
        value: id,
        label: labelOf(datum),
        ...(typeof datum.body.title === 'string' ? {} : { fact: { kind: datum.kind, body: datum.body } }),
      }),
    )
  const takesActors = ref.includes('actor') || ref.includes('office')
  const actors = takesActors
    ? [...(await actorsCalled(db))].map(([value, label]): Choice => ({ value, label }))
    : []
  const parts = ref.includes('instrument-part')
    ? [...listInstrumentParts().values()].map(
        ({ id, text }): Choice => ({ value: id, label: short(`${id}: ${text}`) }),
      )
    : []
  const drafts = onTheirWay
    .filter((fact) => kinds.includes(fact.kind))
    .map(datumOnItsWay)
    .map(
      (datum): Choice => ({
        value: datum.externalId ?? '',
        label: labelOf(datum),
        ...(typeof datum.body.title === 'string' ? {} : { fact: { kind: datum.kind, body: datum.body } }),
        isOnItsWay: true,
      }),
    )
  const options = [...drafts, ...facts, ...actors, ...parts]
  return {
    options: options.slice(0, mostSuggestions),
    isOpen: ref.includes('office') || options.length > mostToLookThrough,
  }
}

/**
 * What the instruments held say a field may be called, those that the actor itself promised first: the groups of audience
 * that a pledge lists are offered before anybody has used them.
 */
const vocabularyOf = (actor: string, fields: readonly string[]): string[] => {
  const isOwn = ({ parties }: ShippedInstrument) => parties.some((party) => party.actor === actor)
  const all = readShippedInstruments().toSorted((a, b) => Number(isOwn(b)) - Number(isOwn(a)))
  return all.flatMap(({ vocabulary }) => fields.flatMap((field) => vocabulary[field] ?? []))
}

/** The names under which a free field has its words: its own, and those of its columns. */
const namesOfWords = (name: string, { columns = {} }: FieldSpec): string[] => [name, ...Object.keys(columns)]

/** What facts of the kind say in a field whose entries are free, the most frequent first. */
const saidIn = (datums: readonly Datum[], name: string, spec: FieldSpec): Choice[] => {
  const said = datums.flatMap(({ body }) => {
    const value = body[name]
    if (spec.type === 'text') return typeof value === 'string' ? [value] : []
    if (spec.type !== 'rows') return Array.isArray(value) ? value.map(String) : []
    const free = Object.entries(spec.columns ?? {}).filter(
      ([, column]) => column.type === 'text' && column.oneOf === undefined,
    )
    return isRows(value)
      ? value.flatMap((row) =>
          free.flatMap(([column]) => (row[column] === undefined ? [] : [String(row[column])])),
        )
      : []
  })
  const counts = Map.groupBy(said, (one) => one)
  return [...counts]
    .sort(([a, many], [b, others]) => others.length - many.length || (a < b ? -1 : 1))
    .slice(0, mostToLookThrough)
    .map(([value]) => ({ value, label: value }))
}

/** Whether a field takes any words, of which some come again: not what a thing is called, nor what has a form of its own. */
const isFree = ({ type, ref, oneOf, form, lines, required }: FieldSpec): boolean =>
  ref === undefined &&
  oneOf === undefined &&
  (['list', 'rows'].includes(type) ||
    (type === 'text' && form === undefined && lines !== true && required !== true))

/** What each field of a kind may be filled with, by its name; fields that may say anything are not in it. */
export const listFactChoices = async (
  handles: { db: Db; seen: Db },
  kinds: Kinds,
  { kind, actor, onTheirWay = [] }: { kind: string; actor: string; onTheirWay?: readonly DatumDraft[] },
): Promise<Record<string, FieldChoices>> => {
  const today = await todayIn(handles.db)
  const spec = Object.hasOwn(kinds, kind) ? kinds[kind] : undefined
  const fields = Object.entries(spec?.fields ?? {})
  const own = fields.some(([, field]) => isFree(field)) ? await listDatums(handles.seen, { kind }) : []
  const choices: Record<string, FieldChoices> = {}
  for (const [name, field] of fields) {
    if (field.ref !== undefined)
      choices[name] = await choicesOfRef({ ...handles, actor, today, onTheirWay }, field.ref)
    else if (isFree(field)) {
      const said = saidIn(own, name, field)
      const more = vocabularyOf(actor, namesOfWords(name, field))
        .filter((value) => !said.some((one) => one.value === value))
        .map((value): Choice => ({ value, label: value }))
      choices[name] = { options: [...said, ...more], isOpen: true }
    }
  }
  return choices
}
