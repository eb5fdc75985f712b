// The instruments held, as `<folder>/<name>.yaml` has them beside their source text: those that ship with Pacta, and
// those that a user added.
import { readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { isNode, LineCounter, parseDocument } from 'yaml'
import { z } from 'zod'
import { type InstrumentFolder, instrumentFolders, readOncePerInstruments } from '../instrument-folders.ts'
import { problem } from '../problem.ts'
import { decodePlan } from './decode.ts'
import { importPlan } from './import.ts'
import type { Plan } from './plan.ts'

const kinds = ['action-plan', 'pledge', 'resolution', 'agreement', 'law', 'declaration'] as const
const slug = z.string().regex(/^[a-z0-9][a-z0-9-]{0,99}$/)
const date = z.iso.date()
const text = z.string().min(1)

/** Language of a part where it is not the document's (BCP 47). */
const ownLanguage = text.optional()

/** The same words in other languages, as the source itself has them beside. */
const otherWords = z.array(z.strictObject({ language: text, text, line: z.int().positive() })).optional()

const indicatorForm = z.strictObject({
  id: text,
  text,
  language: ownLanguage,
  translations: otherWords,
  unit: z.enum(['percentage', 'number', 'yes/no', 'other']),
  line: z.int().positive(),
})
const actionForm = z.strictObject({
  id: text,
  number: z.union([z.int(), text]),
  /** As written in the source; null where the source does not number it. */
  heading: z.string().nullable(),
  section: z.string().nullable(),
  line: z.int().positive(),
  text,
  language: ownLanguage,
  translations: otherWords,
  indicators: z.array(indicatorForm),
})
const sectionForm = z.strictObject({
  number: z.string().nullable(),
  title: z.string(),
  heading: z.string(),
  line: z.int().positive(),
  /** Of the heading. */
  language: ownLanguage,
  paragraphs: z.array(
    z.strictObject({ number: z.string().nullable(), text, language: ownLanguage, line: z.int().positive() }),
  ),
  lists: z.array(
    z.strictObject({
      lead: z.string().nullable(),
      items: z.array(z.strictObject({ text, language: ownLanguage, line: z.int().positive() })),
    }),
  ),
})
const footnoteForm = z.strictObject({
  marker: text,
  text,
  line: z.int().positive(),
  referencedOn: z.array(z.int()),
})

const instrumentForm = z.strictObject({
  id: slug,
  kind: z.enum(kinds),
  title: text,
  status: z.enum(['draft', 'adopted', 'superseded']),
  /** Said wherever the instrument is shown. */
  notice: text.optional(),
  /** The same in other languages, by language tag. */
  noticeIn: z.record(z.string(), text).default({}),
  /** The treaty it serves, by the id of its convention.yaml. */
  treaty: slug.optional(),
  /** The obligation whose reports answer its questions. */
  obligation: slug.optional(),
  /** Who promises; a treaty's plan binds its parties and names none. */
  parties: z.array(z.strictObject({ name: text, actor: text.optional() })).default([]),
  source: z.strictObject({
    title: text,
    date: date.optional(),
    symbol: text.optional(),
    publisher: text.optional(),
    language: text,
    note: text.optional(),
  }),
  /** What a field of records on it may say, in its own words: `audience: [schools, boat crews]`. The forms offer them first. */
  vocabulary: z.record(text, z.array(text).min(1)).default({}),
  /** Other ways of writing such a word, as texts and people do: `government: [government authorities]`. */
  alsoWritten: z.record(text, z.array(text).min(1)).default({}),
  /** The source text, a file in the same folder. */
  textFile: text,
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** First day, and first day no longer in it. */
  period: z.strictObject({ from: date, until: date, stated: z.boolean(), note: text.optional() }),
  years: z.array(z.int()),
  sections: z.array(sectionForm),
  actions: z.array(actionForm),
  /** Indicators of the plan as a whole. */
  planIndicators: z.array(indicatorForm).default([]),
  footnotes: z.array(footnoteForm).default([]),
})

/** An indicator with the action it belongs to; `action` is null for one of the plan as a whole. */
export type ShippedIndicator = z.infer<typeof indicatorForm> & {
  action: string | null
  section: string | null
}

export type ShippedInstrument = z.infer<typeof instrumentForm> & {
  /** Name of the folder under instruments/. */
  folder: string
  /** Path of the YAML file. */
  file: string
  /** Whether it ships with Pacta or was added by a user. */
  origin: InstrumentFolder['origin']
  /** All indicators, in the order of the text. */
  indicators: ShippedIndicator[]
}

/**
 * Reads one instrument file. Throws `input-unreadable` or `input-rejected`, which names every mistake by path.
 */
export const readInstrument = (
  file: string,
  origin: InstrumentFolder['origin'] = 'shipped',
): ShippedInstrument => {
  const lines = new LineCounter()
  const document = parseDocument(readFileSync(file, 'utf8'), { uniqueKeys: true, lineCounter: lines })
  const lineOf = (path: readonly PropertyKey[]): number | undefined => {
    for (let depth = path.length; depth > 0; depth--) {
      const node = document.getIn(path.slice(0, depth), true)
      if (isNode(node) && node.range != null) return lines.linePos(node.range[0]).line
    }
    return undefined
  }
  const mistakes = document.errors.map((error) => ({
    file,
    line: error.linePos?.[0].line,
    message: error.message,
  }))
  if (mistakes.length > 0) throw problem('input-rejected', `${file} is not well-formed YAML.`, mistakes)
  const parsed = instrumentForm.safeParse(document.toJS())
  if (!parsed.success)
    throw problem(
      'input-rejected',
      `${file} does not have the form of an instrument.`,
      parsed.error.issues.map((issue) => ({
        file,
        line: lineOf(issue.path),
        path: issue.path.join('.'),
        ...(issue.code === 'invalid_value'
          ? { message: 'not one of the values', expected: issue.values.map(String).join(', ') }
          : { message: issue.message }),
      })),
    )
  const instrument = parsed.data
  const indicators = [
    ...instrument.actions.flatMap((action) =>
      action.indicators.map((indicator) => ({ ...indicator, action: action.id, section: action.section })),
    ),
    ...instrument.planIndicators.map((indicator) => ({ ...indicator, action: null, section: null })),
  ]
  const ids = new Set<string>()
  const repeated = indicators.filter(({ id }) => ids.size === ids.add(id).size)
  if (repeated.length > 0)
    throw problem(
      'input-rejected',
      `${file} has indicators with one id.`,
      repeated.map(({ id, line }) => ({
        file,
        message: `the id ${id} stands twice`,
        found: `line ${line} of the text`,
      })),
    )
  return { ...instrument, folder: basename(dirname(file)), file, origin, indicators }
}

const isInstrumentFile = (file: string): boolean => {
  if (!file.endsWith('.yaml') || /\.(rules|duties)\.yaml$/.test(file)) return false
  // Treaties, cohorts and questionnaires stand in the same folders and have readers of their own.
  const kind = /^kind: ?["']?([a-z-]+)/m.exec(readFileSync(file, 'utf8'))?.[1]
  return kinds.some((name) => name === kind)
}

/** The instruments of one folder, by file. */
export const readInstrumentsIn = ({
  path,
  origin,
}: Pick<InstrumentFolder, 'path' | 'origin'>): ShippedInstrument[] =>
  readdirSync(path)
    .map((name) => join(path, name))
    .filter(isInstrumentFile)
    .sort()
    .map((file) => readInstrument(file, origin))

/** The instruments held, by folder and file. Read once, and again where one was added. */
export const readShippedInstruments = readOncePerInstruments((): readonly ShippedInstrument[] =>
  instrumentFolders().flatMap(readInstrumentsIn),
)

/** The instrument of this id, or undefined. */
export const findShippedInstrument = (id: string): ShippedInstrument | undefined =>
  readShippedInstruments().find((instrument) => instrument.id === id)

/** The instrument of this id. Throws `not-found`. */
export const readPlan = (id: string): ShippedInstrument => {
  const instrument = findShippedInstrument(id)
  if (instrument === undefined)
    throw problem(
      'not-found',
      `No instrument called "${id}" is held. There are: ${readShippedInstruments()
        .map((one) => one.id)
        .join(', ')}.`,
    )
  return instrument
}

/** The source text of an instrument. */
export const readSourceText = (instrument: ShippedInstrument): string => {
  const file = join(dirname(instrument.file), instrument.textFile)
  return decodePlan(readFileSync(file), instrument.textFile)
}

/** The instrument as the importer reads its text: with anomalies and whatever could not be placed. */
export const readShippedPlan = (instrument: ShippedInstrument): Plan =>
  importPlan(readSourceText(instrument), instrument.textFile)
