// YAML files with places: every mistake in a shipped or given file is named by file, path and line.
import { readFileSync, statSync } from 'node:fs'
import { isMap, isSeq, LineCounter, type Node, type Pair, parseDocument } from 'yaml'
import type { z } from 'zod'
import { type Issue, type Place, problem } from '../problem.ts'

export type Path = readonly PropertyKey[]

type Origin = { file: string; lineOf: (path: Path) => number | undefined }

/** Where what was read from a file stands in it. Kept beside the values, so that these stay plain data. */
const origins = new WeakMap<object, Origin>()

const sizeLimitBytes = 4_000_000

/** The path as people read it: `rules."7.1".condition.all[0]`. */
export const pathWords = (path: Path): string =>
  path.reduce<string>((words, part) => {
    if (typeof part === 'number') return `${words}[${part}]`
    const name = /^[\w$-]+$/.test(String(part)) ? String(part) : `"${String(part)}"`
    return words === '' ? name : `${words}.${name}`
  }, '')

/** File, line and path of `path` in what was read as `root`; a place of its own for values that came from no file. */
export const placeOf = (root: object, path: Path): Place => {
  const origin = origins.get(root)
  const line = origin?.lineOf(path)
  return {
    ...(origin === undefined ? {} : { file: origin.file }),
    ...(line === undefined ? {} : { line }),
    ...(path.length === 0 ? {} : { path: pathWords(path) }),
  }
}

/** Gives `derived`, made from what was read as `root`, the places of `root`. */
export const sameOrigin = <T extends object>(derived: T, root: object): T => {
  const origin = origins.get(root)
  if (origin !== undefined) origins.set(derived, origin)
  return derived
}

/**
 * The text of a file. Throws Problem `input-unreadable` where there is none, or where it is longer than 4 MB, not
 * UTF-8, or binary.
 */
const readText = (file: string): string => {
  let bytes: Buffer
  try {
    if (statSync(file).size > sizeLimitBytes)
      throw problem('input-unreadable', `${file} is larger than ${sizeLimitBytes} bytes.`, [
        { file, message: 'too large' },
      ])
    bytes = readFileSync(file)
  } catch (error) {
    if (error instanceof Error && 'code' in error)
      throw problem('input-unreadable', `${file} could not be opened (${error.code}).`, [
        { file, message: String(error.code) },
      ])
    throw error
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    if (!text.includes('\0')) return text
  } catch {
    // Told below, in the same words as a file with NUL characters.
  }
  throw problem('input-unreadable', `${file} is not a text file in UTF-8.`, [
    { file, message: 'not UTF-8 text' },
  ])
}

/**
 * Reads a YAML file (1.2, one document, no duplicate keys) and checks its form. Throws Problem `input-unreadable`
 * or `input-rejected`; the latter lists every mistake.
 */
export const readYaml = <T extends object>(file: string, form: z.ZodType<T>): T => {
  const lines = new LineCounter()
  const document = parseDocument(readText(file), {
    lineCounter: lines,
    uniqueKeys: true,
    prettyErrors: false,
  })
  if (document.errors.length > 0)
    throw rejected(
      file,
      document.errors.map(({ pos, message }) => ({
        file,
        line: lines.linePos(pos[0]).line,
        message: inWords(message),
      })),
    )
  let value: unknown
  try {
    // A list that holds itself through its own anchor has no end: it is refused, not followed.
    value = JSON.parse(JSON.stringify(document.toJS({ maxAliasCount: 100 })) ?? 'null')
  } catch (error) {
    throw rejected(file, [{ file, message: inWords(error instanceof Error ? error.message : String(error)) }])
  }
  const lineOf = (path: Path): number | undefined => {
    const offset = offsetOf(document.contents, path)
    return offset === undefined ? undefined : lines.linePos(offset).line
  }
  const parsed = safely(file, () => form.safeParse(value))
  if (!parsed.success)
    throw rejected(
      file,
      parsed.error.issues.flatMap((issue) => issuesOf(issue, file, lineOf)),
    )
  origins.set(parsed.data, { file, lineOf })
  return parsed.data
}

/** What the YAML reader says of nesting without end, in words for people. */
const inWords = (message: string): string =>
  /call stack|circular/i.test(message)
    ? 'nested too deeply, or holding itself'
    : message.replace(/;.*parseAllDocuments.*/, '')

const safely = <T>(file: string, check: () => T): T => {
  try {
    return check()
  } catch (error) {
    if (error instanceof RangeError) throw rejected(file, [{ file, message: inWords(error.message) }])
    throw error
  }
}

/** The refusal of a whole file, with everything that is wrong in it. */
export const rejected = (file: string, issues: Issue[]) =>
  problem(
    'input-rejected',
    `${file} has ${issues.length === 1 ? 'one mistake' : `${issues.length} mistakes`}.`,
    issues,
  )

const issuesOf = (
  issue: z.core.$ZodIssue,
  file: string,
  lineOf: (path: Path) => number | undefined,
): Issue[] => {
  const at = (path: Path): Place => {
    const line = lineOf(path)
    return {
      file,
      ...(line === undefined ? {} : { line }),
      ...(path.length === 0 ? {} : { path: pathWords(path) }),
    }
  }
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({
      ...at([...issue.path, key]),
      message: `nothing is called "${key}" here`,
    }))
  if (issue.code === 'invalid_value')
    return [
      { ...at(issue.path), message: 'not one of the values', expected: issue.values.map(String).join(', ') },
    ]
  return [{ ...at(issue.path), message: issue.message }]
}

/** The offset of the key (in a map) or entry (in a list) that `path` leads to, or of its nearest holder. */
const offsetOf = (contents: unknown, path: Path): number | undefined => {
  let node = contents as Node | null
  let offset = node?.range?.[0]
  for (const part of path) {
    if (isMap(node)) {
      const pair = (node.items as Pair<Node, Node | null>[]).find((item) => String(item.key) === String(part))
      if (pair === undefined) return offset
      offset = pair.key.range?.[0] ?? offset
      node = pair.value
    } else if (isSeq(node)) {
      const entry = node.items[Number(part)] as Node | undefined
      if (entry === undefined) return offset
      offset = entry.range?.[0] ?? offset
      node = entry
    } else return offset
  }
  return offset
}
