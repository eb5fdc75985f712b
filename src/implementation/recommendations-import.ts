// The recommendations of a study out of its document or table into what is held: looked at first, then all of them or
// none. The same file again changes nothing.
import { type Db, inTransaction } from '../db/store.ts'
import type { InputFile } from '../facts/datum-file.ts'
import { checkFacts, type ImportOptions, importFacts } from '../facts/import.ts'
import { owningIn } from '../facts/owning.ts'
import { listDatums } from '../facts/store.ts'
import { todayIn } from '../facts/today.ts'
import { type Issue, Problem, problem } from '../problem.ts'
import { textIn, type WorkFact, workHeld, workKinds } from './held.ts'
import type { ColumnMap } from './recommendation-columns.ts'
import {
  compareRecommendations,
  type FactRow,
  type RecommendationsCompared,
  type StudySource,
} from './recommendations-compare.ts'
import { readRecommendations } from './recommendations-read.ts'

export type RecommendationsAsked = {
  file: InputFile
  /** The id of any version of the study they are of. */
  study: string
  /** How ids of what is new begin; none by default. */
  idPrefix?: string
  /** Whose facts they are; by default the study's. */
  actor?: string | undefined
  columns?: ColumnMap
  language?: string | undefined
  /** Texts shorter than those held take their place too: whoever asks has looked at them. */
  takeShorter?: boolean | undefined
  /** The document; by default what the study itself is from, and the file's name. */
  source?: Partial<StudySource>
}

export type RecommendationsLooked = Omit<RecommendationsCompared, 'rows' | 'issues'> & {
  study: { id: string; title: string; actor: string; instrument: string }
  source: StudySource
  unplaced: { at: string; text: string }[]
  outside: { heading: string; lines: number } | null
  /** Their numbers are those of their order, since the document has none. */
  numberedHere: boolean
  leftOut: string[]
  /** The facts as a file of facts: what storing them takes. */
  facts: Record<string, unknown>[]
}

const studyOf = (studies: readonly WorkFact[], find: WorkFact | undefined, id: string): WorkFact => {
  if (find !== undefined) return find
  const there = studies.map((study) => `${study.id} (${textIn(study, 'title') ?? ''})`)
  throw problem(
    'not-found',
    `No study is held under "${id}". ${there.length === 0 ? 'Write it down first: a fact of the kind "study".' : `There are: ${there.join('; ')}.`}`,
  )
}

/** Whoever reads the file says what it is; failing that it is what the study was taken from. */
const sourceOf = (study: WorkFact, { source = {}, file }: RecommendationsAsked): StudySource => {
  const own = study.datum.source
  if (source.title !== undefined)
    return {
      title: source.title,
      address: source.address ?? null,
      publisher: source.publisher ?? null,
      date: source.date ?? null,
    }
  return {
    title: own?.title ?? textIn(study, 'title') ?? file.name,
    address: source.address ?? own?.address ?? null,
    publisher: source.publisher ?? own?.publisher ?? null,
    date: source.date ?? own?.published ?? null,
  }
}

/** The facts of a file of recommendations, as a file of facts. */
export const fileOfFacts = (rows: readonly Record<string, unknown>[], { name }: InputFile): InputFile => ({
  name: `${name}.json`,
  bytes: new TextEncoder().encode(JSON.stringify(rows)),
})

/**
 * Of an action that takes something up the file gives the recommendations alone: for what stands in another of its fields no cell is
 * to blame, but that field of the action itself. Undefined where the file gives the field.
 */
const fieldOfAction = ({ json }: FactRow, path: string): string | undefined => {
  const field = path.replace(/^body\./, '').split(/[.[]/)[0]!
  const isInFile = json.kind !== 'plan-action' || field === '' || field === 'recommendations'
  return isInFile ? undefined : `${String(json.supersedes ?? json.id)}: ${field}`
}

/** What is wrong with a fact is said where the file has it. */
const placed = (issues: readonly Issue[], rows: readonly FactRow[]): Issue[] =>
  issues.map(({ file: _, path = '', ...issue }) => {
    const at = /^\[(\d+)\]\.?(.*)$/.exec(path)
    const row = rows[Number(at?.[1] ?? -1)]
    if (row === undefined) return { ...issue, path }
    const { cell, ...line } = row.place
    const field = fieldOfAction(row, at?.[2] ?? '')
    return field === undefined ? { ...issue, ...row.place } : { ...issue, ...line, path: field }
  })

const inWordsOfFile = async <T>(
  work: Promise<T>,
  rows: readonly FactRow[],
  { name }: InputFile,
): Promise<T> => {
  try {
    return await work
  } catch (error) {
    if (!(error instanceof Problem) || error.type !== 'input-rejected') throw error
    throw problem(
      'input-rejected',
      `${name} cannot be taken in. Nothing was stored.`,
      placed(error.issues, rows),
    )
  }
}

const look = async (db: Db, asked: RecommendationsAsked, options: ImportOptions, seen: Db = db) => {
  const today = options.today ?? (await todayIn(db))
  const kinds = workKinds(options.kinds)
  const datums = await listDatums(seen, { kinds })
  const work = workHeld(datums, today, { owning: await owningIn(db, options.kinds) })
  const study = studyOf(work.of('study'), work.find('study', asked.study), asked.study)
  const read = await readRecommendations(asked.file, {
    columns: asked.columns ?? {},
    language: asked.language ?? study.datum.language ?? undefined,
  })
  const source = sourceOf(study, asked)
  const ids = Map.groupBy(datums, ({ kind }) => kind)
  const { rows, issues, ...compared } = compareRecommendations(work, read.recommendations, {
    ...{ study, actor: asked.actor ?? study.datum.actor, source, today, fileName: asked.file.name },
    idPrefix: asked.idPrefix ?? '',
    takenIds: (kind) => new Set((ids.get(kind) ?? []).flatMap(({ externalId }) => externalId ?? [])),
  })
  if (issues.length > 0)
    throw problem('input-rejected', `${asked.file.name} cannot be taken in. Nothing was stored.`, issues)
  const looked: RecommendationsLooked = {
    study: {
      id: study.id,
      title: textIn(study, 'title') ?? '',
      actor: study.datum.actor,
      instrument: textIn(study, 'instrument') ?? '',
    },
    ...{ source, unplaced: read.unplaced, outside: read.outside, ...compared },
    ...{ numberedHere: read.numberedHere, leftOut: read.leftOut },
    facts: rows.map(({ json }) => json),
  }
  return { looked, rows }
}

/**
 * What taking in a file of recommendations would do; nothing is stored. `seen`: the world as its reader sees it. Throws `not-found` for a study that is not held,
 * `input-unreadable`, or `input-rejected` with everything that is wrong by place.
 */
export const lookAtRecommendations = async (
  db: Db,
  asked: RecommendationsAsked,
  options: ImportOptions,
  seen: Db = db,
): Promise<RecommendationsLooked> => {
  const { looked, rows } = await look(db, asked, options, seen)
  await inWordsOfFile(checkFacts(db, fileOfFacts(looked.facts, asked.file), options), rows, asked.file)
  return looked
}

/**
 * Refuses what would take words away from recommendations held, unless whoever asks has said that it is so. Throws
 * `input-rejected` with each of them and both texts.
 */
export const refuseShorter = (
  { compared }: Pick<RecommendationsLooked, 'compared'>,
  { file, takeShorter = false }: Pick<RecommendationsAsked, 'file' | 'takeShorter'>,
): void => {
  const shorter = takeShorter ? [] : compared.filter(({ shortens }) => shortens)
  if (shorter.length === 0) return
  throw problem(
    'input-rejected',
    `${file.name} would take words away from what is held. Nothing was stored.`,
    shorter.map(({ number, text, locator, before }) => ({
      ...{ file: file.name, path: locator },
      message: `Recommendation ${number} is shorter than the text held`,
      found: text,
      expected: `all of "${before?.text ?? ''}", or the word that the shorter text takes its place (--take-shorter)`,
    })),
  )
}

/** Takes in a file of recommendations, all of them or none. Throws as `lookAtRecommendations` does. */
export const importRecommendations = (
  db: Db,
  asked: RecommendationsAsked,
  options: ImportOptions,
): Promise<RecommendationsLooked> =>
  inTransaction(db, async (trx) => {
    const { looked, rows } = await look(trx, asked, options)
    refuseShorter(looked, asked)
    if (rows.length > 0)
      await inWordsOfFile(importFacts(trx, fileOfFacts(looked.facts, asked.file), options), rows, asked.file)
    return looked
  })
