// Every record that a rule could have counted in a year, with what each reading makes of it: counted or not, and why. The
// reasons are the engine's own: of members by its rows, of the others by the tests that choose its population.
import { boundsOf } from '../facts/precision.ts'
import { problem } from '../problem.ts'
import { minDate } from '../rules/dates.ts'
import type { Fact, FactBase } from '../rules/facts.ts'
import { leftOutOf } from '../rules/left-out.ts'
import { inDayOrder, saidToBeOne } from '../rules/one-record.ts'
import type { PopulationSpec } from '../rules/population.ts'
import { withReading } from '../rules/reading.ts'
import type { Rule } from '../rules/rule-schema.ts'
import { entriesTold, listFieldsIn, numbersApart } from '../rules/told-together.ts'
import { isOfParties } from '../rules/units.ts'
import { joinReasons, type Reason } from '../words/reason.ts'
import { meetingOf } from './clock.ts'
import { type Computed, contextOf } from './compute.ts'
import type { HeldPlan } from './plans.ts'
import type { MemberState } from './show.ts'
import { computedOn, type JudgedPlan } from './target-stands.ts'
import { judgeReading, type ReadingJudged } from './targets.ts'

/** What is needed of a plan to count its records: held here, or frozen in a release. */
export type CountingPlan = JudgedPlan & Pick<HeldPlan, 'indicators'>

/** What one reading makes of one record. */
export type RecordRead = { reading: string; state: MemberState; reason: Reason }

/** `by` are the ids of the records that say it. */
export type ToldTogether = {
  lists: { field: string; entries: { entry: string; by: string[] }[] }[]
  /** In which they contradict each other; of rows the sum of a column, `<field>.<column>`. */
  numbers: { field: string; said: { number: number; by: string }[] }[]
}

export type RecordShown = {
  /** The id by which other facts name it. */
  id: string
  actor: string
  /** Its title, otherwise its number and words; null where it has neither. */
  title: string | null
  /** The day it holds from, as its source gives it (EDTF); null for one that is planned, or without a day. */
  on: string | null
  /** The lists that a reading looks into, such as the groups an event was for. */
  lists: { field: string; entries: string[] }[]
  /** Entered here, not received. */
  entered: boolean
  /** Ids of other records that are said to be of the same thing, by it or by them. */
  oneWith: string[]
  /**
   * Ids of records beside it that nothing tells apart from it and of which nobody has said what they are, or of which it was not
   * said by those who wrote them down.
   */
  mayBeOneWith: string[]
  /** Whose word it waits for: another says that two records of theirs are one, and they have not said so. */
  wordOf: string[]
  /** What all records tell that are one with it, where it stands for them: null for others, and where nothing else is told. */
  together: ToldTogether | null
  read: RecordRead[]
}

/** Whether the rule as it stands counts it. */
export const isCounted = ({ read }: RecordShown): boolean => read[0]?.state === 'counted'

export type CountedShown = {
  plan: string
  number: string
  /** Verbatim. */
  text: string
  language: string
  year: number
  years: number[]
  asOf: string
  kind: string
  readings: ReadingJudged[]
  records: RecordShown[]
}

const idOf = ({ externalId, id }: Fact): string => externalId ?? id

const dayOf = (fact: Fact): string | null => fact.heldEdtf ?? fact.heldFrom

/** What it is called: its title or, of what has none, as a recommendation, its number and its words. */
const calledIn = ({ fields: { title, number, text } }: Fact): string | null => {
  if (typeof title === 'string') return title
  if (typeof text !== 'string') return null
  return typeof number === 'string' ? `${number} ${text}` : text
}

/** Whether any date of a record may lie in the year; one without any date may. */
const isOfYear = (base: FactBase, fact: Fact, year: number): boolean => {
  const spec = base.kind(fact.kind)
  const [from, until] = [`${year}-01-01`, `${year + 1}-01-01`]
  const isIn = (bounds: { from: string | null; until: string | null } | undefined): boolean =>
    bounds !== undefined &&
    (bounds.from === null || bounds.from < until) &&
    (bounds.until === null || bounds.until > from)
  if (spec?.time === 'state')
    return fact.heldFrom === null || isIn({ from: fact.heldFrom, until: fact.heldUntil })
  const dates = [
    ...[fact.heldEdtf ?? fact.heldFrom ?? []].flat(),
    ...Object.entries(spec?.fields ?? {})
      .filter(([, { type }]) => type === 'date')
      .flatMap(([name]) => (typeof fact.fields[name] === 'string' ? [String(fact.fields[name])] : [])),
  ]
  return dates.length === 0 || dates.some((date) => isIn(boundsOf(date)))
}

/** Whether a record names the plan or a part of it in any of its fields. */
const namesPlan = (plan: string, { fields }: Fact): boolean =>
  Object.values(fields)
    .flat()
    .some((value) => typeof value === 'string' && (value === plan || value.startsWith(`${plan}/`)))

/** The records of the kind that the rule could be about: those of its own parties, and those that name the plan. */
const candidatesIn = (
  plan: CountingPlan,
  base: FactBase,
  kind: string,
  isOfOwners: boolean,
  year: number,
): Fact[] =>
  [...base.facts(kind).values()]
    .flat()
    .filter(
      (fact) =>
        isOfYear(base, fact, year) &&
        (!isOfOwners || isOfParties(base, fact.actor) || namesPlan(plan.rules.id, fact)),
    )

/** What a record lacks for the condition to hold, beside what it says: how many different entries are asked for. */
const askedBeside = ({ condition }: Rule): Reason[] =>
  typeof condition === 'object' && 'distinct' in condition && typeof condition.gte === 'number'
    ? [{ key: 'left-too-few', number: condition.gte, field: String(condition.distinct) }]
    : []

const memberReads = (rule: Rule, computed: Computed): ReadonlyMap<string, RecordRead> => {
  const { reading } = computed
  return new Map(
    computed.members.flatMap(({ state, reason, datumIds }) =>
      datumIds.map((id): [string, RecordRead] => [
        id,
        {
          ...{ reading, state },
          reason: state === 'not counted' ? joinReasons([reason, ...askedBeside(rule)]) : reason,
        },
      ]),
    ),
  )
}

type Read = { rule: Rule; computed: Computed; of: (fact: Fact) => RecordRead }

const readIn = (plan: CountingPlan, base: FactBase, number: string, computed: Computed): Read => {
  const rule = withReading(plan.rules.rules[number]!, computed.reading)
  const members = memberReads(rule, computed)
  const { year, asOf, reading } = computed
  const { scope, cohorts } = contextOf(plan.rules, base, {
    ...{ year, asOf },
    meeting: meetingOf(base, plan.rules.treaty, year),
  })
  const leftOut = leftOutOf(scope, cohorts, rule.population as PopulationSpec)
  const unknown: Reason = { key: 'choice-unknown', year }
  const of = (fact: Fact): RecordRead => {
    const member = members.get(fact.id)
    if (member !== undefined) return member
    return { reading, ...(leftOut?.(fact) ?? { state: 'unknown', reason: unknown }) }
  }
  return { rule, computed, of }
}

/** Whose word a record waits for, to be one with another or not: of those whose records it, or one that is one with it, would join. */
const wordsAwaited = ({ groups, unsure }: ReturnType<typeof saidToBeOne>, fact: Fact): string[] => {
  const group = groups.find((one) => one.includes(fact)) ?? [fact]
  const waiting = unsure.filter(({ between }) => between.some((one) => group.includes(one)))
  return [...new Set(waiting.flatMap(({ writers }) => writers))].sort()
}

/** What the records of a group tell, where they do not tell the same; null where they do. */
const toldTogether = (group: readonly Fact[], fields: readonly string[]): ToldTogether | null => {
  const inOrder = inDayOrder(group)
  const lists = fields
    .map((field) => ({
      field,
      entries: entriesTold(inOrder, field).map(({ entry, by }) => ({ entry, by: by.map(idOf) })),
    }))
    .filter(({ entries }) => entries.some(({ by }) => by.length < group.length))
  const numbers = numbersApart(inOrder).map(({ field, said }) => ({
    field,
    said: said.map(({ number, by }) => ({ number, by: idOf(by) })),
  }))
  return lists.length === 0 && numbers.length === 0 ? null : { lists, numbers }
}

/**
 * The records one indicator's rule looks at in a year, oldest first, those without a day last. Throws Problem
 * `not-found` for an indicator that has no rule, or whose rule counts no records.
 */
export const countRecords = (
  plan: CountingPlan,
  base: FactBase,
  asked: { number: string; asOf: string; year: number; entered: ReadonlySet<string> },
): CountedShown => {
  const { number, asOf, year } = asked
  const rule = plan.rules.rules[number]
  const kind = rule !== undefined && 'records' in rule.population ? rule.population.records : undefined
  if (rule === undefined || typeof kind !== 'string')
    throw problem(
      'not-found',
      `The plan "${plan.rules.id}" has no indicator "${number}" that counts records.`,
    )
  const reads = computedOn({ plan, base, number, asOf }, year).map((computed) =>
    readIn(plan, base, number, computed),
  )
  const fields = [...new Set(reads.flatMap((read) => listFieldsIn([read.rule.condition, read.rule.target])))]
  const isOfOwners = JSON.stringify(rule.population).includes('$parties')
  const day = (fact: Fact) => boundsOf(dayOf(fact) ?? '')?.from ?? '9'
  const candidates = candidatesIn(plan, base, kind, isOfOwners, year)
  const othersIn = (groups: readonly (readonly string[])[], id: string): string[] =>
    [...new Set(groups.filter((group) => group.includes(id)).flat())].filter((other) => other !== id)
  const said = saidToBeOne(base, candidates)
  const isLeft = (fact: Fact): boolean => reads[0]?.of(fact).reason.key === 'one-with'
  /** With those that are one with it in the rule as it stands. */
  const groupWith = (fact: Fact): Fact[] =>
    (said.groups.find((group) => group.includes(fact)) ?? []).filter((one) => one === fact || isLeft(one))
  const one = said.groups.map((group) => group.map(idOf))
  const readings = reads.map(({ computed }) =>
    judgeReading({ plan, base, asOf, entered: asked.entered }, computed),
  )
  const mayBeOne = [
    ...readings.flatMap((judged) => judged.mayBeOne?.records ?? []),
    ...said.unsure.map(({ between }) => between.map(idOf)),
  ]
  return {
    ...{ plan: plan.rules.id, number, year, years: [...plan.rules.years], kind },
    text: plan.indicators.get(number)?.text ?? '',
    language: plan.instrument.source.language,
    asOf: minDate(asOf, `${year}-12-31`),
    readings,
    records: candidates
      .sort((a, b) => (day(a) < day(b) ? -1 : day(a) > day(b) ? 1 : a.id < b.id ? -1 : 1))
      .map((fact) => ({ fact, read: reads.map(({ of }) => of(fact)) }))
      .map(({ fact, read }) => ({
        id: idOf(fact),
        actor: fact.actor,
        title: calledIn(fact),
        on: dayOf(fact),
        lists: fields.map((field) => {
          const value = fact.fields[field]
          return { field, entries: Array.isArray(value) ? value.map(String) : [] }
        }),
        entered: asked.entered.has(fact.id),
        oneWith: othersIn(one, idOf(fact)),
        mayBeOneWith: othersIn(mayBeOne, idOf(fact)),
        wordOf: wordsAwaited(said, fact),
        // Where only the one that counts was read, the others add nothing to it.
        together: base.eitherWord === true || isLeft(fact) ? null : toldTogether(groupWith(fact), fields),
        read,
      })),
  }
}

/** "<actor> <id>" of a record, by which it is found among facts of work. */
export const recordKey = ({ actor, id }: Pick<RecordShown, 'actor' | 'id'>): string => `${actor} ${id}`

/** The records of which nothing tells whether they are one and the same, pair by pair, by their keys. */
export const pairsThatMayBeOne = (records: readonly RecordShown[]): [string, string][] =>
  records.flatMap((one) =>
    records.flatMap((other): [string, string][] =>
      one.id < other.id && one.mayBeOneWith.includes(other.id) ? [[recordKey(one), recordKey(other)]] : [],
    ),
  )
