// Actors: the States (197, not only UN members) and the other participants of treaties, read from reference/ or, for
// the fictional world, from a file of the same form.
import { existsSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { type CsvRow, type CsvTable, readCsv } from '../formats/csv.ts'
import { type Issue, problem } from '../problem.ts'
import { referencePath } from './reference.ts'

/** The languages an actor's name is held in: the six of the United Nations, and Mongolian. */
export const nameLanguages = ['en', 'fr', 'es', 'ru', 'ar', 'zh', 'mn'] as const
export type NameLanguage = (typeof nameLanguages)[number]

export const actorKinds = [
  'state',
  'government-unit',
  'national-society',
  'organisation',
  'body',
  'group',
  'area',
] as const
export type ActorKind = (typeof actorKinds)[number]

/** Keys of the UN regional groups in the files, with their names. */
export const regionalGroups = {
  african: 'African States',
  'asia-pacific': 'Asia-Pacific States',
  'eastern-european': 'Eastern European States',
  'latin-american-and-caribbean': 'Latin American and Caribbean States',
  'western-european-and-others': 'Western European and other States',
} as const

export type Actor = {
  /** ISO 3166-1 alpha-3 for a State, a slug for any other actor. */
  id: string
  kind: ActorKind
  parent: string | null
  iso2: string | null
  iso3: string | null
  /** Three digits, as text. */
  m49: string | null
  unMember: boolean | null
  /** A key of `regionalGroups`; for a fictional world, the file's own text. Null where it belongs to no group. */
  region: string | null
  regionNote: string | null
  regionSource: string | null
  /** Place on the tile grid, counted from 1; null for actors without a tile. */
  tileColumn: number | null
  tileRow: number | null
  names: Partial<Record<NameLanguage, { short: string; formal?: string }>>
  /** Further names it is, or was, known by. */
  aliases: string[]
  source: string | null
}

const requiredColumns = ['actor_id', 'kind', 'name_en'] as const
const knownColumns = [
  ...requiredColumns,
  ...['parent', 'iso2', 'iso3', 'm49', 'un_member', 'region', 'region_note', 'region_source'],
  ...['tile_column', 'tile_row', 'aliases', 'source', 'note'],
  ...nameLanguages.flatMap((language) => [`name_${language}`, `formal_${language}`]),
]

const refuseIssues = (fileName: string, issues: Issue[]): void => {
  if (issues.length > 0) throw problem('input-rejected', `${fileName} was not taken in.`, issues)
}

const tableOf = (path: string, required: readonly string[], known: readonly string[]): CsvTable => {
  const table = readCsv(readFileSync(path), { fileName: basename(path), required, known })
  refuseIssues(basename(path), table.issues)
  return table
}

const countedFromOne = (row: CsvRow, column: string, issues: Issue[]): number | null => {
  const text = row.get(column)
  if (text === '') return null
  if (/^[1-9]\d{0,2}$/.test(text)) return Number(text)
  issues.push({
    ...row.place(column),
    message: 'This is no place on the grid',
    expected: 'a number from 1',
    found: text,
  })
  return null
}

const oneOf = <T extends string>(row: CsvRow, column: string, allowed: readonly T[], issues: Issue[]): T => {
  const text = row.get(column) as T
  if (!allowed.includes(text)) {
    issues.push({ ...row.place(column), message: 'Unknown value', expected: allowed.join(', '), found: text })
  }
  return text
}

const readActor = (row: CsvRow, issues: Issue[]): Actor => {
  const text = (column: string) => row.get(column) || null
  const names: Actor['names'] = {}
  for (const language of nameLanguages) {
    const short = row.get(`name_${language}`)
    const formal = row.get(`formal_${language}`)
    if (short !== '') names[language] = formal === '' ? { short } : { short, formal }
  }
  for (const column of requiredColumns) {
    if (row.get(column) === '') issues.push({ ...row.place(column), message: 'The cell is empty' })
  }
  const membership = row.get('un_member') === '' ? null : oneOf(row, 'un_member', ['yes', 'no'], issues)
  return {
    id: row.get('actor_id'),
    kind: oneOf(row, 'kind', actorKinds, issues),
    parent: text('parent'),
    iso2: text('iso2'),
    iso3: text('iso3'),
    m49: text('m49'),
    unMember: membership === null ? null : membership === 'yes',
    region: text('region'),
    regionNote: text('region_note'),
    regionSource: text('region_source'),
    tileColumn: countedFromOne(row, 'tile_column', issues),
    tileRow: countedFromOne(row, 'tile_row', issues),
    names,
    aliases: row
      .get('aliases')
      .split('|')
      .map((alias) => alias.trim())
      .filter((alias) => alias !== ''),
    source: text('source'),
  }
}

/** Two actors under one id or code, or on one tile, are refused by line. */
const findClashes = (actors: Actor[], lines: number[], fileName: string): Issue[] => {
  const taken = new Map<string, number>()
  return actors.flatMap((actor, i) => {
    const tile = actor.tileColumn === null ? null : `tile ${actor.tileColumn}/${actor.tileRow}`
    const keys = [`id ${actor.id}`, actor.iso2, actor.iso3 && `iso3 ${actor.iso3}`, actor.m49, tile]
    return keys.flatMap((key) => {
      if (key === null || key === '') return []
      const first = taken.get(key)
      if (first === undefined) taken.set(key, lines[i]!)
      if (first === undefined) return []
      return [{ file: fileName, line: lines[i]!, message: `Already taken in line ${first}`, found: key }]
    })
  })
}

const placeOnGrid = (actors: Actor[], gridPath: string): void => {
  const table = tableOf(
    gridPath,
    ['actor_id', 'tile_column', 'tile_row'],
    ['actor_id', 'tile_column', 'tile_row'],
  )
  const issues: Issue[] = []
  const byId = new Map(actors.map((actor) => [actor.id, actor]))
  for (const row of table.rows) {
    const actor = byId.get(row.get('actor_id'))
    if (actor === undefined) {
      issues.push({ ...row.place('actor_id'), message: 'There is no such actor', found: row.get('actor_id') })
      continue
    }
    actor.tileColumn = countedFromOne(row, 'tile_column', issues)
    actor.tileRow = countedFromOne(row, 'tile_row', issues)
  }
  refuseIssues(basename(gridPath), issues)
}

/**
 * The actors of a CSV file, in its order. Tiles come from the file's own columns, or from a `tile-grid.csv` beside it.
 * Throws `input-rejected` by file, line and cell.
 */
export const readActors = (path: string): Actor[] => {
  const table = tableOf(path, requiredColumns, knownColumns)
  const issues: Issue[] = []
  const actors = table.rows.map((row) => readActor(row, issues))
  const gridPath = join(dirname(path), 'tile-grid.csv')
  if (
    !table.header.includes('tile_column') &&
    existsSync(gridPath) &&
    actors.some((a) => a.kind === 'state')
  ) {
    placeOnGrid(
      actors.filter((actor) => actor.kind === 'state'),
      gridPath,
    )
  }
  const lines = table.rows.map((row) => row.line)
  refuseIssues(basename(path), [...issues, ...findClashes(actors, lines, basename(path))])
  return actors
}

let states: Actor[] | undefined
let others: Actor[] | undefined

/** The 197 States of reference/actors.csv. */
export const shippedStates = (): Actor[] => {
  states ??= readActors(referencePath('actors.csv'))
  return states
}

/**
 * Participants of treaties that are no State of today: organisations, which may be bound, and States that no longer
 * exist, which a name on a page must never be taken for.
 */
export const shippedOthers = (): Actor[] => {
  others ??= readActors(referencePath('other-participants.csv'))
  return others
}

let ids: ReadonlySet<string> | undefined

/** The ids of all actors that come with Pacta, of the register and of the exercise. */
export const shippedActorIds = (): ReadonlySet<string> => {
  ids ??= new Set(
    [
      ...[...shippedStates(), ...shippedOthers(), ...readActors(referencePath('actors-other.csv'))],
      ...readActors(referencePath('..', 'exercise', 'data', 'actors.csv')),
    ].map(({ id }) => id),
  )
  return ids
}
