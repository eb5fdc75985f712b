// JSON as input: what JSON.parse lets pass silently (a key given twice, characters no store can hold, nesting without
// end) is found here, with its line and path. No I/O.
import { type Issue, problem } from '../problem.ts'
import { decodeText, withoutOwnSigns } from './text.ts'

const deepest = 64

/** A text may be written with escapes, which are signs only once it is read. */
const cleaned = (_: string, value: unknown): unknown =>
  typeof value === 'string' ? withoutOwnSigns(value) : value

const refuse = (fileName: string, issues: Issue[]) =>
  problem('input-unreadable', `${fileName} could not be read. Nothing was stored.`, issues)

/** The line of an offset, counted from 1. Offsets are asked for in order, so that the text is read once. */
const lineCounter = (text: string): ((offset: number) => number) => {
  let line = 1
  let next = text.indexOf('\n')
  return (offset) => {
    for (; next >= 0 && next < offset; next = text.indexOf('\n', next + 1)) line += 1
    return line
  }
}

/** Where the engine's words say the fault is: a position, or an excerpt of the text around it. */
const offsetOf = (words: string, text: string): number => {
  const position = /at position (\d+)/.exec(words)?.[1]
  if (position !== undefined) return Number(position)
  const excerpt = /, (?:\.\.\.)?"([\s\S]*)"(?:\.\.\.)? is not valid JSON$/.exec(words)?.[1] ?? ''
  const start = text.indexOf(excerpt)
  const token = /^Unexpected token '([\s\S]+?)',/.exec(words)?.[1]
  const within =
    token === undefined ? 0 : excerpt.indexOf(token, Math.max(0, Math.floor(excerpt.length / 2) - 1))
  return start < 0 ? 0 : start + Math.max(0, within)
}

/** "reports[2].answers[0].state" for the keys on the way to a value. */
export const pathText = (keys: readonly (string | number)[]): string =>
  keys.map((key, i) => (typeof key === 'number' ? `[${key}]` : i === 0 ? key : `.${key}`)).join('')

type Frame = { keys: Set<string> | undefined; key: string | number }

/** Keys given twice in one object, and nesting past the limit. The text is known to be JSON. */
const scan = (text: string, fileName: string): Issue[] => {
  const issues: Issue[] = []
  const lineAt = lineCounter(text)
  const frames: Frame[] = []
  const token = /"(?:[^"\\]|\\.)*"|[{}[\],:]/g
  let last: { text: string; offset: number } | undefined
  for (let match = token.exec(text); match !== null; match = token.exec(text)) {
    const mark = match[0]
    const top = frames.at(-1)
    if (mark === '{' || mark === '[') {
      if (frames.length >= deepest) {
        throw refuse(fileName, [
          {
            file: fileName,
            line: lineAt(match.index),
            message: `Nested deeper than ${deepest} levels`,
          },
        ])
      }
      frames.push(mark === '{' ? { keys: new Set(), key: '' } : { keys: undefined, key: 0 })
    } else if (mark === '}' || mark === ']') frames.pop()
    else if (mark === ',' && top !== undefined && typeof top.key === 'number') top.key += 1
    else if (mark === ':' && top?.keys !== undefined && last !== undefined) {
      const key = JSON.parse(last.text) as string
      top.key = key
      if (top.keys.has(key)) {
        const path = pathText(frames.map((frame) => frame.key))
        issues.push({
          file: fileName,
          line: lineAt(last.offset),
          path,
          message: 'The key is given twice',
        })
      }
      top.keys.add(key)
    }
    last = { text: mark, offset: match.index }
  }
  return issues
}

/** The path of what stands at `offset` of a JSON text, as far as the text can be followed. */
export const pathAt = (text: string, offset: number): string => {
  const frames: (string | number)[] = []
  const token = /"(?:[^"\\]|\\.)*"|[{}[\],:]/g
  let last = ''
  for (let match = token.exec(text); match !== null && match.index <= offset; match = token.exec(text)) {
    const mark = match[0]
    const top = frames.at(-1)
    if (mark === '{') frames.push('')
    else if (mark === '[') frames.push(0)
    else if (mark === '}' || mark === ']') frames.pop()
    else if (mark === ',' && typeof top === 'number') frames[frames.length - 1] = top + 1
    else if (mark === ':' && typeof top === 'string') frames[frames.length - 1] = JSON.parse(last) as string
    last = mark
  }
  return pathText(frames)
}

/** Texts that no store can keep. `keys` is the way to `value`, walked in place: a path is made only where it is said. */
const unstorable = (
  value: unknown,
  keys: (string | number)[],
  fileName: string,
  issues: Issue[] = [],
): Issue[] => {
  if (typeof value === 'string') {
    if (value.includes('\0') || !value.isWellFormed())
      issues.push({
        file: fileName,
        path: pathText(keys),
        message: 'The text holds characters that are not Unicode text',
      })
    return issues
  }
  if (typeof value !== 'object' || value === null) return issues
  const isList = Array.isArray(value)
  for (const key of Object.keys(value)) {
    keys.push(isList ? Number(key) : key)
    if (!isList) unstorable(key, keys, fileName, issues)
    unstorable((value as Record<string, unknown>)[key], keys, fileName, issues)
    keys.pop()
  }
  return issues
}

/**
 * The value of a JSON file. Throws `input-unreadable` naming file, line and path when it is not text, not JSON (cut
 * off, for instance), gives a key twice, is nested deeper than 64 levels or holds characters no store can keep.
 */
export const readJson = (bytes: Uint8Array, fileName: string, maxBytes?: number): unknown => {
  const text = decodeText(bytes, fileName, maxBytes)
  let value: unknown
  try {
    value = JSON.parse(text, /\\ue00[01]/i.test(text) ? cleaned : undefined)
  } catch (error) {
    const words = (error as Error).message
    const cutOff = /end of JSON input|Unterminated/.test(words)
    const line = lineCounter(text)(cutOff ? text.trimEnd().length : offsetOf(words, text))
    const message = cutOff ? 'The JSON ends too early; the file may be cut off' : 'This is not JSON'
    throw refuse(fileName, [
      { file: fileName, line, message, found: text.split('\n')[line - 1]?.trim().slice(0, 60) },
    ])
  }
  const issues = [...scan(text, fileName), ...unstorable(value, [], fileName)]
  if (issues.length > 0) throw refuse(fileName, issues)
  return value
}
