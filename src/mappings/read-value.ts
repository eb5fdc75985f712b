// What a cell says, read as its mapping says: replaced, looked up in a vocabulary, made a number, a day, a list or an
// actor. A word or name that is not known is refused, left out, kept or dropped, and always told.
import type { Otherwise, Reading } from './form.ts'
import type { NamesIn } from './names.ts'

export type Value = string | number | boolean | readonly string[]

/** Where reading tells what it could not take over. */
export type Notes = {
  /** `path`: the column it stands in. */
  refuse: (message: string, more?: { found?: string; expected?: string; path?: string }) => void
  leaveOut: (reason: string) => void
  /** A name that no actor held has, or none that the mapping takes. */
  unnamed: (name: string, why: string) => void
}

export type ReadingTools = {
  words: Readonly<Record<string, Readonly<Record<string, string | number | boolean>>>>
  names: NamesIn
}

/** The value of a text, undefined for none. `over`: the measure of time by which names differ, '' for none. */
export type ReadText = (text: string, over: () => string, notes: Notes) => Value | undefined

/** What was not known, told as the mapping wants it; undefined: there is no value. */
const unknown = (
  otherwise: Otherwise,
  text: string,
  said: { message: string; expected?: string },
  notes: Notes,
): string | undefined => {
  if (otherwise === 'keep') return text
  if (otherwise === 'refuse')
    notes.refuse(said.message, {
      found: text,
      ...(said.expected === undefined ? {} : { expected: said.expected }),
    })
  if (otherwise === 'leave-out') notes.leaveOut(`${said.message}: ${text}`)
  return undefined
}

const escaped = (sign: string): string => sign.replace('.', '\\.')

/** The form of a number: a sign between thousands parts groups of three digits, so that 1,2 is never read as twelve. */
const formOfNumber = ({ thousands, decimal = '.' }: Reading): RegExp => {
  const whole =
    thousands === undefined
      ? '\\d+'
      : `(?:\\d+|[1-9]\\d{0,2}(?:${thousands === ' ' ? '[ \\u00a0\\u202f]' : escaped(thousands)}\\d{3})+)`
  return new RegExp(`^[-+]?(${whole})(?:${escaped(decimal)}\\d+)?$`)
}

const readNumber = (text: string, reading: Reading, notes: Notes): number | undefined => {
  const { thousands, decimal = '.', as } = reading
  const bare = (thousands === undefined ? text : text.replaceAll(thousands, ''))
    .replace(/[\s\u00a0\u202f]/g, '')
    .replace(decimal, '.')
  const number = formOfNumber(reading).test(text) ? Number(bare) : Number.NaN
  // A whole number may have passed through a program that writes 3 as 3.0.
  if (Number.isFinite(number) && (as === 'number' || Number.isSafeInteger(number))) return number
  notes.refuse(as === 'number' ? 'Not a number' : 'Not a whole number', {
    found: text,
    expected: `such as ${as === 'number' ? `1${thousands ?? ''}200${decimal}5` : `1${thousands ?? ''}200`}`,
  })
  return undefined
}

const readOrderedDate = (text: string, order: 'dmy' | 'mdy', notes: Notes): string | undefined => {
  const parts = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/.exec(text)
  if (parts === null) {
    if (/^\d{4}$/.test(text)) return text
    notes.refuse('Not a date', { found: text, expected: order === 'dmy' ? '31.12.2020' : '12/31/2020' })
    return undefined
  }
  const [day, month] = order === 'dmy' ? [parts[1]!, parts[2]!] : [parts[2]!, parts[1]!]
  return `${parts[3]}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

const mostNumbers = 20_000

/** Compiles how a text is read; the mapping was checked before. */
export const compileReading = (reading: Reading, tools: ReadingTools): ReadText => {
  const replacements = (reading.replace ?? []).map(
    (one) => [new RegExp(one.find, 'u'), one.with] as [RegExp, string],
  )
  const vocabulary =
    reading.words === undefined ? undefined : new Map(Object.entries(tools.words[reading.words] ?? {}))
  const numbers = new Map<string, number>()
  const named = (name: string, over: () => string, notes: Notes, otherwise: Otherwise) => {
    const found = tools.names.find(name, over())
    if (found.actor !== null) return found.actor
    notes.unnamed(name, found.why)
    return unknown(
      otherwise === 'keep' ? 'empty' : otherwise,
      name,
      { message: found.why, expected: 'the name of an actor held, or a spelling' },
      notes,
    )
  }
  const one = (text: string, over: () => string, notes: Notes): Value | undefined => {
    let value: Value = text
    if (vocabulary !== undefined) {
      const known = vocabulary.get(text)
      if (known === undefined) {
        const kept = unknown(
          reading.otherwise ?? 'refuse',
          text,
          {
            message: `The words "${reading.words}" do not hold this`,
            expected: [...vocabulary.keys()].join(', '),
          },
          notes,
        )
        if (kept === undefined) return undefined
      } else value = known
    }
    if (typeof value !== 'string') return value
    switch (reading.as) {
      case 'integer':
      case 'number': {
        // The same few numbers stand in rows by the million.
        const known = numbers.get(value)
        if (known !== undefined) return known
        const number = readNumber(value, reading, notes)
        if (number !== undefined && numbers.size < mostNumbers) numbers.set(value, number)
        return number
      }
      case 'date':
        return reading.order === undefined ? value : readOrderedDate(value, reading.order, notes)
      case 'actor':
        return named(value, over, notes, reading.otherwise ?? 'leave-out')
      default:
        return value
    }
  }
  return (text, over, notes) => {
    let replaced = text.trim()
    for (const [find, by] of replacements) replaced = replaced.replace(find, by).trim()
    if (replaced === '') return undefined
    if (reading.as !== 'list' && reading.as !== 'actors') return one(replaced, over, notes)
    const entries = replaced
      .split(reading.split ?? ';')
      .map((entry) => entry.trim())
      .filter((entry) => entry !== '')
    const list = entries.flatMap((entry) => {
      const value =
        reading.as === 'actors'
          ? named(entry, over, notes, reading.otherwise ?? 'empty')
          : one(entry, over, notes)
      return value === undefined ? [] : [String(value)]
    })
    return list.length === 0 ? undefined : list
  }
}
