// The rule of a duty in words: from which event, how long after, who owes it, what fulfils it.

import { questionTexts } from '../../../indicators/names.ts'
import type { Duty, FactTrigger, Trigger } from '../../../rules/duty-form.ts'
import type { Condition, Where } from '../../../rules/rule-schema.ts'
import { testsOf } from '../../../rules/words.ts'
import { english } from '../../../words/catalogue.ts'
import type { Voice } from '../../../words/say.ts'
import type { Text } from '../../../words/text.ts'
import type { DutySetShown } from '../../data/duties.ts'
import type { Site } from '../../site.ts'
import type { TextKey } from '../../text.ts'

/** Who says it: a page's site, or a command in English. */
export type Speaking = { text: Text; voice: Voice; format: Pick<Site['format'], 'number' | 'yearlyDay'> }
/** Of a set, what naming its duties takes. */
type Named = Pick<DutySetShown, 'titles'>

const kindWith = (site: Speaking, kind: string, where: Where | undefined): string => {
  const tests = testsOf(where, {}).map(site.voice.say)
  const title = site.voice.names.kind(kind)
  return tests.length === 0
    ? title
    : site.text('duty.rule.kindWhere', { kind: title, tests: tests.join(', ') })
}

const factWords = (site: Speaking, { fact, on, where }: FactTrigger): string =>
  on === undefined
    ? kindWith(site, fact, where)
    : site.text('duty.rule.factOn', { fact: kindWith(site, fact, where), field: site.voice.names.field(on) })

const seriesWords = (site: Speaking, series: readonly string[]): string =>
  series
    .map((one) => {
      const key = `parts.series.${one}`
      return key in english ? site.text(key as TextKey) : one
    })
    .reduce((before, after) => (before === '' ? after : site.text('parts.or', { before, after })), '')

const dutyTitleOf = (site: Speaking, set: Named, id: string): string => {
  const title = set.titles[id]
  return title === undefined ? id : site.voice.names.ours(title)
}

/** The event a date is counted from. */
const triggerWords = (site: Speaking, set: Named, trigger: Trigger): string => {
  const { text } = site
  if (trigger === 'entry-into-force') return text('duty.rule.entryIntoForce')
  if ('fact' in trigger) return factWords(site, trigger)
  if ('meeting' in trigger) return text('duty.rule.meeting', { meeting: trigger.meeting })
  if ('eachMeeting' in trigger)
    return text('duty.rule.eachMeeting', { series: seriesWords(site, trigger.eachMeeting) })
  if ('nextMeeting' in trigger)
    return text('duty.rule.nextMeeting', {
      series: seriesWords(site, trigger.nextMeeting),
      fact: factWords(site, trigger.after),
    })
  if ('lastMeeting' in trigger)
    return text('duty.rule.lastMeeting', {
      series: seriesWords(site, trigger.lastMeeting),
      duty: dutyTitleOf(site, set, trigger.before.duty),
    })
  if ('unmet' in trigger)
    return text('duty.rule.unmet', { count: trigger.times, duty: dutyTitleOf(site, set, trigger.unmet) })
  return text('duty.rule.duty', { duty: dutyTitleOf(site, set, trigger.duty) })
}

const lengthWords = (site: Speaking, first: NonNullable<Duty['first']>): string =>
  (['days', 'workingDays', 'months', 'years'] as const)
    .filter((unit) => first[unit] !== undefined)
    .map((unit) => site.text(`duty.rule.${unit}`, { count: first[unit]! }))
    .join(', ')

/** When it falls due: one sentence for each part of the rule. */
export const whenWords = (site: Speaking, set: Named, duty: Duty): string[] => {
  const { text } = site
  const { first, due, recurs, covers, undated } = duty
  const said: string[] = []
  if (first?.at !== undefined) said.push(text('duty.rule.at', { event: triggerWords(site, set, first.at) }))
  if (first?.after !== undefined)
    said.push(
      text('duty.rule.after', {
        length: lengthWords(site, first),
        event: triggerWords(site, set, first.after),
      }),
    )
  if (first?.before !== undefined)
    said.push(
      text('duty.rule.before', {
        length: lengthWords(site, first),
        event: triggerWords(site, set, first.before),
      }),
    )
  if (due !== undefined)
    said.push(
      text(first === undefined ? 'duty.rule.yearly' : 'duty.rule.thenYearly', {
        day: site.format.yearlyDay(due),
      }),
    )
  if (covers !== undefined) said.push(text('duty.rule.covers'))
  if (recurs !== undefined)
    said.push(
      text('duty.rule.recurs', { rule: recurs.rule, from: recurs.from ?? '', count: recurs.times ?? 1 }),
    )
  if (undated !== undefined) said.push(text('duty.rule.undated', { why: site.voice.names.ours(undated) }))
  if (duty.practice === true) said.push(text('duty.rule.practice'))
  if (duty.extendable === true) said.push(text('duty.rule.extendable'))
  if (duty.atRisk !== undefined) said.push(text('duty.rule.atRisk', { count: duty.atRisk.days }))
  return said
}

/** The kind in "payment.amount". */
const kindOf = (field: string): string => field.split('.')[0]!

/** Forms of conditions that are no tests of the fields of a record. */
const otherForms = ['sum', 'count', 'distinct', 'every', 'when', 'actorKind']

const isOfRecord = (given: Readonly<Record<string, unknown>>): boolean =>
  !otherForms.some((form) => form in given)

/** "payment.amount": a field of a kind. */
const fieldOfKind = (
  site: Speaking,
  path: string,
  where: Where | undefined,
): { field: string; kind: string } => {
  const [kind = '', field = ''] = path.split('.')
  return { field: site.voice.names.field(field), kind: kindWith(site, kind, where) }
}

/** A sum, a count or a number of different ones; undefined for what is none. */
const amountWords = (site: Speaking, given: Record<string, unknown>): string | undefined => {
  const where = given.where as Where | undefined
  if (typeof given.sum === 'string') return site.text('duty.rule.sum', fieldOfKind(site, given.sum, where))
  if (typeof given.distinct === 'string')
    return site.text('duty.rule.distinct', fieldOfKind(site, given.distinct, where))
  if (typeof given.count === 'string')
    return site.text('duty.rule.count', { kind: kindWith(site, given.count, where) })
  return undefined
}

const limits = ['gte', 'gt', 'lte', 'lt'] as const

const limited = (site: Speaking, what: string, given: Record<string, unknown>): string =>
  limits
    .filter((limit) => given[limit] !== undefined)
    .reduce((said, limit) => {
      const value = given[limit]
      const written =
        typeof value === 'number'
          ? site.format.number(value)
          : (amountWords(site, value as Record<string, unknown>) ?? JSON.stringify(value))
      return site.text(`duty.rule.${limit}`, { what: said, limit: written })
    }, what)

/** The question as it is asked; its id where no questionnaire held has it. */
const questionWords = (site: Speaking, id: string): string => {
  const asked = [...questionTexts()].find(([name]) => name.endsWith(`/${id}`))
  return asked === undefined ? id : site.voice.names.ours(asked[1])
}

/** A condition as a phrase; what has no words of its own is said as it stands in the file. */
export const conditionWords = (site: Speaking, condition: Condition): string => {
  const { text, voice } = site
  const all = (conditions: readonly Condition[], how: 'parts.and' | 'parts.or'): string =>
    conditions
      .map((one) => conditionWords(site, one))
      .reduce((before, after) => (before === '' ? after : text(how, { before, after })), '')
  if (condition === true) return text('duty.rule.always')
  const given = condition as Record<string, unknown>
  if ('all' in given) return all(given.all as Condition[], 'parts.and')
  if ('any' in given) return all(given.any as Condition[], 'parts.or')
  if ('not' in given && Object.keys(given).length === 1)
    return text('duty.rule.not', { condition: conditionWords(site, given.not as Condition) })
  if (typeof given.cohort === 'string' && Object.keys(given).length === 1)
    return text('duty.rule.cohort', { cohort: voice.names.cohort(given.cohort) })
  if (typeof given.some === 'string')
    return text('duty.rule.some', { kind: kindWith(site, given.some, given.where as Where | undefined) })
  if (typeof given.answer === 'string')
    return text('duty.rule.answer', { question: questionWords(site, given.answer) })
  if (typeof given.party === 'string') return text('duty.rule.party', { treaty: given.party })
  const limit = given.gte as { sum?: string; where?: Where } | undefined
  if (typeof given.sum === 'string' && typeof limit?.sum === 'string')
    return text('duty.rule.addsUp', {
      kind: kindWith(site, kindOf(given.sum), given.where as Where | undefined),
      of: kindWith(site, kindOf(limit.sum), limit.where),
    })
  if (isOfRecord(given))
    return text('duty.rule.record', {
      tests: testsOf(given, {}).map(voice.say).join(', '),
    })
  if (typeof given.every === 'string' && given.holds !== undefined)
    return text('duty.rule.every', {
      kind: kindWith(site, given.every, given.where as Where | undefined),
      condition: conditionWords(site, given.holds as Condition),
    })
  const amount = amountWords(site, given)
  if (amount !== undefined) return limited(site, amount, given)
  return text('duty.rule.asWritten', { condition: JSON.stringify(condition) })
}

/** Who owes it, where not everyone bound does; undefined where everyone does. */
export const owedByWords = (site: Speaking, { owedBy }: Duty): string | undefined =>
  owedBy === undefined ? undefined : conditionWords(site, owedBy)

/** Whom it does not ask, and whether it is a right only: sentences of their own. */
export const limitWords = (site: Speaking, { unless, right }: Duty): string[] => [
  ...(unless === undefined
    ? []
    : [site.text('duty.rule.unless', { condition: conditionWords(site, unless) })]),
  ...(right === true ? [site.text('duty.rule.right')] : []),
]

/** What fulfils it; undefined where nothing held tells. */
export const metWords = (site: Speaking, { met, obligation }: Duty): string | undefined =>
  met !== undefined
    ? conditionWords(site, met.by)
    : obligation === undefined
      ? undefined
      : site.text('duty.rule.report', { obligation: site.voice.names.obligation(obligation) })

/** What shows that it is still open; undefined where nothing does. */
export const unmetWords = (site: Speaking, { unmetBy }: Duty): string | undefined =>
  unmetBy === undefined ? undefined : conditionWords(site, unmetBy)
