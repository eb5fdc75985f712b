// Readings: the named alternatives a text leaves open, as changes to a rule.
import { problem } from '../problem.ts'
import type { Rule } from './rule-schema.ts'

export type ReadingMistake = { path: string; message: string }

/**
 * `rule` with the changes of `reading` made, and what is wrong with them: a place whose holder does not exist, or a
 * change that changes nothing. `default` is the rule as it stands.
 */
export const changedBy = (rule: Rule, reading: string): { rule: Rule; mistakes: ReadingMistake[] } => {
  if (reading === 'default') return { rule, mistakes: [] }
  const given = Object.hasOwn(rule.readings, reading) ? rule.readings[reading] : undefined
  if (given === undefined) throw unknownReading(rule, reading)
  const changed = structuredClone(rule)
  const mistakes: ReadingMistake[] = []
  if (Object.keys(given.changes).length === 0)
    mistakes.push({ path: '', message: 'the reading changes nothing' })
  for (const [path, value] of Object.entries(given.changes)) {
    const steps = path.split('.')
    const last = steps.pop()!
    let holder: unknown = changed
    for (const step of steps)
      holder = isHolder(holder) && Object.hasOwn(holder, step) ? holder[step] : undefined
    if (!isHolder(holder) || (Array.isArray(holder) && !Object.hasOwn(holder, last)))
      mistakes.push({
        path,
        message: `the rule has nothing at "${steps.join('.')}" in which to change "${last}"`,
      })
    else if (JSON.stringify(holder[last]) === JSON.stringify(value))
      mistakes.push({ path, message: 'the rule says so already' })
    else holder[last] = structuredClone(value)
  }
  return { rule: changed, mistakes }
}

const isHolder = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

const unknownReading = (rule: Rule, reading: string) =>
  problem(
    'not-found',
    `There is no reading "${reading}". Readings: ${['default', ...Object.keys(rule.readings)].join(', ')}.`,
  )

const held = new WeakMap<Rule, Map<string, Rule>>()

/**
 * The rule under one of its readings, made once. Throws Problem `not-found` for a name it does not have,
 * `input-rejected` where the changes do not fit the rule.
 */
export const withReading = (rule: Rule, reading: string): Rule => {
  if (reading === 'default') return rule
  let readings = held.get(rule)
  if (readings === undefined) {
    readings = new Map()
    held.set(rule, readings)
  }
  let changed = readings.get(reading)
  if (changed === undefined) {
    changed = readFresh(rule, reading)
    readings.set(reading, changed)
  }
  return changed
}

const readFresh = (rule: Rule, reading: string): Rule => {
  const { rule: changed, mistakes } = changedBy(rule, reading)
  const [first] = mistakes
  if (first !== undefined)
    throw problem('input-rejected', `The reading "${reading}" does not fit its rule: ${first.message}.`)
  return changed
}
