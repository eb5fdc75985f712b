// A rule in words: whom it counts, while what is open, in sentences a reader can check against the data.
import type { CohortSpec } from './cohorts.ts'
import type { EvaluableRule } from './evaluate.ts'

/** How a value of a rule reads in a sentence. */
const valueWords = (value: unknown): string => {
  if (typeof value === 'string') {
    const names: Record<string, string> = {
      $year: 'the year',
      $asOf: 'the as-of date',
      $dueOn: 'the due date',
      $calendarYear: 'the calendar year',
      $planPeriod: 'the plan’s period',
      '$meeting.startsOn': 'the opening day of the year’s meeting',
    }
    return names[value] ?? value.replace(/^\$/, '').replaceAll('-', ' ')
  }
  if (typeof value !== 'object' || value === null) return String(value)
  if (Array.isArray(value)) return value.map(valueWords).join(' or ')
  const [[key, given] = ['', undefined]] = Object.entries(value)
  if (key === 'plus' || key === 'minus') {
    const [base, duration] = given as [unknown, string]
    return `${durationWords(duration)} ${key === 'plus' ? 'after' : 'before'} ${valueWords(base)}`
  }
  if (key === 'duty') return 'the day the report is due'
  return JSON.stringify(value)
}

const durationWords = (duration: string): string => {
  const [, years, months, days] = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?$/.exec(duration) ?? []
  const parts: [string | undefined, string][] = [
    [years, 'year'],
    [months, 'month'],
    [days, 'day'],
  ]
  return parts
    .filter(([count]) => count !== undefined)
    .map(([count, unit]) => `${count} ${unit}${count === '1' ? '' : 's'}`)
    .join(' and ')
}

const testWords = (field: string, expected: unknown): string => {
  const name = field.replaceAll(/([A-Z])/g, ' $1').toLowerCase()
  if (typeof expected !== 'object' || expected === null || Array.isArray(expected))
    return `${name} ${valueWords(expected)}`
  const words: Record<string, string> = {
    lt: 'before',
    lte: 'not after',
    gt: 'after',
    gte: 'at least',
    in: 'in',
    not: 'not',
    known: 'known',
  }
  return Object.entries(expected)
    .map(([operator, value]) =>
      operator === 'known' ? `${name} known` : `${name} ${words[operator] ?? operator} ${valueWords(value)}`,
    )
    .join(' and ')
}

const whereWords = (where: unknown): string =>
  where === undefined
    ? ''
    : ` (${Object.entries(where as Record<string, unknown>)
        .map(([field, expected]) => testWords(field, expected))
        .join(', ')})`

/** Whom the rule counts. */
export const populationWords = (
  population: Record<string, unknown>,
  cohorts: Readonly<Record<string, CohortSpec>>,
  titleOf: (kind: string) => string,
): string => {
  const titleOfCohort = (name: unknown) => cohorts[String(name)]?.title ?? String(name)
  const at = population.at
  if (population.cohort !== undefined) {
    const day = at === undefined || at === 'as-of' ? 'the as-of date' : valueWords(at)
    const words = cohorts[String(population.cohort)]?.words
    return `${titleOfCohort(population.cohort)} on ${day}.${words === undefined ? '' : ` ${words}`}`
  }
  const among =
    population.among === undefined
      ? ''
      : ` Among: ${titleOfCohort(population.among)}, ${at === 'event' ? 'on the day of the event' : at === undefined || at === 'as-of' ? 'on the as-of date' : `on ${valueWords(at)}`}.`
  if (population.actorsOf !== undefined)
    return `Those with at least one record of: ${titleOf(String(population.actorsOf))}${whereWords(population.where)}.${among}`
  if (population.records !== undefined)
    return `Every record of: ${titleOf(String(population.records))}${whereWords(population.where)}.${among}`
  return `One actor: ${valueWords(population.actor)}.`
}

/** What is pending, and whether it stays in N; null where nothing can be. */
export const pendingWords = (pending: EvaluableRule['pending']): string | null => {
  if (pending === undefined || pending === 'none') return null
  const stays = pending.counts === 'in' ? 'stays in N' : 'is left out of N'
  return `Who has neither done nor said it is pending up to ${valueWords(pending.until)}, and ${stays} until then.`
}
