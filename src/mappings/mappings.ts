// Mappings read and checked: those that ship (reference/mappings/), and one's own in a file. What they name must be there:
// kinds and their fields, values, vocabularies, tables and spellings.
import { existsSync, globSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { World } from '../db/store.ts'
import { readDate } from '../facts/edtf.ts'
import { fieldsOf, type Kinds } from '../facts/kind.ts'
import { readCsv } from '../formats/csv.ts'
import { referencePath } from '../parties/reference.ts'
import { type Issue, problem } from '../problem.ts'
import { type Path, placeOf, readYaml, rejected } from '../rules/read-yaml.ts'
import { type FactOf, factParts, type Mapping, mappingForm, type Reading, type Take } from './form.ts'
import type { Spelling } from './names.ts'
import { isEncoding } from './rows.ts'
import { namesUsed } from './take.ts'

/** A mapping with where its own files stand. */
export type MappingHeld = { mapping: Mapping; folder: string; spellings: Spelling[] }

const folder = referencePath('mappings')

/** The ids of the mappings that ship. */
export const shippedMappings = (): string[] =>
  globSync(join(folder, '*.yaml'))
    .map((path) => basename(path, '.yaml'))
    .sort()

const exerciseFolder = referencePath('../exercise/tables')

/**
 * The mappings whose tables a page of the world takes in, by id: those that ship, of real tables; in the exercise those of its
 * fictional ones.
 */
export const readMappingsOf = (world: World, kinds: Kinds): MappingHeld[] =>
  globSync(join(world === 'exercise' ? exerciseFolder : folder, '*.yaml'))
    .sort()
    .map((path) => readMapping(path, kinds))

let shippedReaches: ReadonlyMap<string, readonly Mapping[]> | undefined

/**
 * What the mapping of a source's table says of its reach, those of the exercise among them; undefined where no mapping that
 * ships reads such a table, or several read its parts.
 */
export const reachOf = (kind: string, sourceTitle: string, kinds: Kinds): string | undefined => {
  shippedReaches ??= Map.groupBy(
    [folder, exerciseFolder]
      .flatMap((one) => globSync(join(one, '*.yaml')))
      .map((path) => readMapping(path, kinds).mapping),
    ({ facts, source }) => `${facts[0]!.kind} ${source.title}`,
  )
  const [only, ...others] = shippedReaches.get(`${kind} ${sourceTitle}`) ?? []
  return others.length === 0 ? only?.reach : undefined
}

const spellingColumns = ['name', 'actor', 'from', 'until', 'why', 'source_title', 'source_address']

const readSpellings = (path: string): Spelling[] => {
  const name = basename(path)
  const table = readCsv(readFileSync(path), {
    fileName: name,
    required: ['name', 'actor', 'why'],
    known: spellingColumns,
  })
  const issues = [...table.issues]
  const spellings = table.rows.map((row) => {
    if (row.get('name') === '') issues.push({ ...row.place('name'), message: 'No name is spelt here' })
    if (row.get('why') === '')
      issues.push({
        ...row.place('why'),
        message: 'Every spelling needs its reason',
        expected: 'why the name means this actor',
      })
    return {
      name: row.get('name'),
      actor: row.get('actor') || null,
      from: row.get('from') || null,
      until: row.get('until') || null,
      why: row.get('why'),
    }
  })
  if (issues.length > 0) throw rejected(name, issues)
  return spellings
}

type Told = (path: Path, message: string, more?: { expected?: string; found?: string }) => void

const isPattern = (text: string): boolean => {
  try {
    return new RegExp(text, 'u').source !== ''
  } catch {
    return false
  }
}

const checkReading = (mapping: Mapping, take: Reading, path: Path, told: Told): void => {
  for (const [i, { find }] of (take.replace ?? []).entries())
    if (!isPattern(find)) told([...path, 'replace', i, 'find'], 'Not a regular expression', { found: find })
  if (take.words !== undefined && mapping.words?.[take.words] === undefined)
    told([...path, 'words'], 'No such vocabulary', {
      found: take.words,
      expected: Object.keys(mapping.words ?? {}).join(', ') || 'a vocabulary under "words"',
    })
  if (take.otherwise !== undefined && take.words === undefined && take.as !== 'actor' && take.as !== 'actors')
    told([...path, 'otherwise'], 'Only words and actors can be unknown')
}

const checkTake = (mapping: Mapping, take: Take, path: Path, told: Told): void => {
  if (typeof take === 'object' && 'from' in take) checkReading(mapping, take, path, told)
  for (const name of namesUsed(take)) {
    const table = name.includes('.') ? name.slice(0, name.indexOf('.')) : undefined
    if (table !== undefined && mapping.tables?.[table] === undefined && !name.startsWith('.'))
      told(path, `There is no table "${table}"`, {
        found: name,
        expected: Object.keys(mapping.tables ?? {}).join(', ') || 'a table under "tables"',
      })
  }
}

const checkFact = (mapping: Mapping, fact: FactOf, path: Path, kinds: Kinds, told: Told): void => {
  const kind = Object.hasOwn(kinds, fact.kind) ? kinds[fact.kind] : undefined
  if (kind === undefined) told([...path, 'kind'], 'No such kind', { found: fact.kind })
  for (const name of Object.keys(fact.fields))
    if (kind !== undefined && !Object.hasOwn(fieldsOf(kind), name))
      told([...path, 'fields', name], `"${kind.title}" has no field "${name}"`, {
        expected: Object.keys(fieldsOf(kind)).join(', '),
      })
  for (const part of ['id', 'actor', ...factParts] as const)
    if (fact[part] !== undefined) checkTake(mapping, fact[part], [...path, part], told)
  for (const [name, take] of Object.entries(fact.fields))
    checkTake(mapping, take, [...path, 'fields', name], told)
}

/** Everything wrong with what a mapping names. Throws `input-rejected` by file, line and path. */
const check = (file: string, mapping: Mapping, kinds: Kinds): void => {
  const issues: Issue[] = []
  const told: Told = (path, message, more) => issues.push({ ...placeOf(mapping, path), message, ...more })
  const { source, actors, tables = {}, values = {} } = mapping
  for (const [path, reads] of [
    [['reads'], mapping.reads] as const,
    ...Object.entries(tables).map(([name, table]) => [['tables', name, 'reads'], table.reads] as const),
  ])
    if (reads.encoding !== undefined && !isEncoding(reads.encoding))
      told([...path, 'encoding'], 'No such encoding', {
        found: reads.encoding,
        expected: 'such as utf-8, macintosh, windows-1252',
      })
  if (source.date !== undefined && readDate(source.date) === undefined)
    told(['source', 'date'], 'Not a date', {
      found: source.date,
      expected: 'such as 2025-12-01, 2018-06 or 2013',
    })
  if (actors?.over !== undefined && values[actors.over] === undefined)
    told(['actors', 'over'], 'There is no value of this name', {
      found: actors.over,
      expected: Object.keys(values).join(', ') || 'a value under "values"',
    })
  for (const [name, take] of Object.entries(values)) checkTake(mapping, take, ['values', name], told)
  for (const [name, table] of Object.entries(tables)) {
    checkTake(mapping, table.of, ['tables', name, 'of'], told)
    checkTake(mapping, table.key, ['tables', name, 'key'], told)
    for (const [value, take] of Object.entries(table.values ?? {}))
      checkTake(mapping, take, ['tables', name, 'values', value], told)
    if (table.file !== undefined && !existsSync(join(dirname(file), table.file)))
      told(['tables', name, 'file'], 'There is no such file', { found: table.file })
  }
  if (actors?.spellings !== undefined && !existsSync(join(dirname(file), actors.spellings)))
    told(['actors', 'spellings'], 'There is no such file', { found: actors.spellings })
  for (const [i, fact] of mapping.facts.entries()) checkFact(mapping, fact, ['facts', i], kinds, told)
  if (issues.length > 0) throw rejected(basename(file), issues)
}

/** Reads a mapping's file. Throws `input-unreadable` or `input-rejected`, by file, line and path. */
export const readMapping = (file: string, kinds: Kinds): MappingHeld => {
  const mapping = readYaml(file, mappingForm)
  check(file, mapping, kinds)
  const { spellings } = mapping.actors ?? {}
  return {
    mapping,
    folder: dirname(file),
    spellings: spellings === undefined ? [] : readSpellings(join(dirname(file), spellings)),
  }
}

/** A mapping that ships, by its id, or one's own, by its file. Throws `usage` where there is neither. */
export const findMapping = (named: string, kinds: Kinds): MappingHeld => {
  if (/\.ya?ml$/i.test(named)) return readMapping(named, kinds)
  const ids = shippedMappings()
  if (!ids.includes(named))
    throw problem(
      'usage',
      `There is no mapping "${named}"; there are ${ids.join(', ')}, or name the file of your own.`,
    )
  return readMapping(join(folder, `${named}.yaml`), kinds)
}
