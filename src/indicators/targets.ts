// How the targets of a plan stand in a year: each indicator with what it aims at, what is there, where that stands in
// every reading its text allows, and year by year; and which indicators measure which action.
import type { DutyStatus, Searched } from '../duties/owed.ts'
import type { FactBase } from '../rules/facts.ts'
import type { Reason } from '../words/reason.ts'
import type { Computed } from './compute.ts'
import type { HeldPlan } from './plans.ts'
import { statusWords } from './store.ts'
import { aimOf, entriesAcross } from './target.ts'
import {
  aimUnder,
  computedOn,
  isMetLate,
  type JudgedPlan,
  recordsAsked,
  type Stands,
  standsOnEntered,
  targetStands,
  wholeStanding,
} from './target-stands.ts'

/** A target read in one way, in one year. */
export type ReadingJudged = {
  /** `default` is the rule as it stands. */
  reading: string
  /** What it counts, in our words. */
  words: string
  /** The target as a sentence: "at least 3 a year"; null where this reading sets none. */
  target: Reason | null
  /** What is there; null where it is not known. */
  value: number | null
  /** How many records are on record and counted, where single records are asked for: there may be more. */
  held: number | null
  /** How many single records are asked for; null where the target is no number of records. */
  asked: number | null
  /** `known`, `provisional until DATE`, `not known` or `no cases`. */
  status: string
  statusReason: Reason
  /** What the records of the year must have between them: different entries of a list, found and asked for. */
  across: { field: string; found: number; asked: number } | null
  /** Null without a target. */
  standing: DutyStatus | null
  /** Met after the day it names; null: not met, it names no day, or the dates do not tell. */
  isLate: boolean | null
  /** Why, where there is more to say. */
  reason: Reason | null
  searched: Searched[]
  /**
   * Records counted that nothing tells apart and nobody has spoken of, group by group, by the ids others name them by; and what
   * is there if each group is one thing as far as it can be. Null where there are none such.
   */
  mayBeOne: { records: string[][]; least: number } | null
  /** Something that is counted, or the word by which it is missed, was entered here, not received. */
  entered: boolean
}

export type IndicatorJudged = {
  /** `<plan>/<number>` */
  id: string
  number: string
  /** Verbatim. */
  text: string
  unit: string
  /** Ids of the plan's actions it measures: as the text puts it, otherwise by our reading. */
  measures: string[]
  /** What the text leaves open, in our words. */
  note: string | null
  /** The kind of record that is counted; null where the rule counts no records. */
  records: string | null
  /** The rule as it stands first. Empty where it has no target. */
  readings: ReadingJudged[]
  /** The rule as it stands, in the plan's years that have begun. Empty where it has no target. */
  years: (Pick<ReadingJudged, 'value' | 'held' | 'asked' | 'standing' | 'isLate' | 'mayBeOne'> & {
    year: number
  })[]
}

export type ActionMeasured = {
  /** `<plan>/<number>` */
  id: string
  number: string
  /** Verbatim. */
  text: string
  indicators: { number: string; byOurReading: boolean }[]
}

export type TargetsShown = {
  plan: string
  /** Language of its words (BCP 47). */
  language: string
  year: number
  years: number[]
  /** The day up to which the year is looked at. */
  asOf: string
  indicators: IndicatorJudged[]
  actions: ActionMeasured[]
}

/** The year of a plan that is looked at without being asked for: the present one, otherwise the nearest. */
export const yearOf = (years: readonly number[], today: string): number => {
  const present = Number(today.slice(0, 4))
  const begun = years.filter((year) => year <= present)
  return begun.at(-1) ?? years[0] ?? present
}

/** What targets are judged by: `entered` are the ids of facts entered here. */
export type Held<P extends JudgedPlan = HeldPlan> = {
  plan: P
  base: FactBase
  asOf: string
  entered: ReadonlySet<string>
}

const mayBeOneIn = ({ asOne, computed }: Stands): ReadingJudged['mayBeOne'] =>
  asOne.groups.length === 0
    ? null
    : {
        records: asOne.groups.map(({ records }) => records.map(({ id, externalId }) => externalId ?? id)),
        least: asOne.value ?? (computed.value === null ? asOne.sure.length : computed.value),
      }

/** One reading of an indicator in a year, as its rule was computed; `asOf` is the day asked about. */
export const judgeReading = (
  { plan, base, asOf, entered }: Held<JudgedPlan>,
  computed: Computed,
): ReadingJudged => {
  const { number, reading, year } = computed
  const rule = plan.rules.rules[number]!
  const aim = aimUnder({ plan, base, number, asOf }, reading)
  const stands = aim === undefined ? undefined : targetStands(aim, computed, year)
  const whole = stands === undefined ? undefined : wholeStanding(stands)
  const across = aim?.target.across
  return {
    reading,
    words: reading === 'default' ? rule.words : rule.readings[reading]!.words,
    target: aim === undefined ? null : aimOf(aim.target),
    value: computed.value,
    held:
      aim === undefined || recordsAsked(aim) === null
        ? null
        : computed.members.filter(({ state }) => state === 'counted').length,
    entered:
      computed.members.some(
        ({ state, datumIds }) => state === 'counted' && datumIds.some((id) => entered.has(id)),
      ) ||
      (aim !== undefined && whole !== undefined && standsOnEntered(aim, stands!, whole.status)),
    asked:
      aim === undefined ? null : aim.target.per === 'once' ? (aim.target.gte ?? null) : recordsAsked(aim),
    status: statusWords(computed.status, computed.provisionalUntil),
    statusReason: computed.statusReason,
    across:
      aim === undefined || across === undefined
        ? null
        : {
            field: across.distinct,
            found: entriesAcross(across, computed, aim.rule, base),
            asked: across.gte,
          },
    standing: whole?.status ?? null,
    isLate: isMetLate(aim?.target.by, stands, whole?.status),
    reason: whole?.reason ?? null,
    mayBeOne: stands === undefined ? null : mayBeOneIn(stands),
    searched: stands?.searched ?? [],
  }
}

/** The actions an indicator measures, with whether the text itself puts it there. */
const measuredBy = ({ instrument, rules }: HeldPlan, number: string) => {
  const stands = instrument.indicators.find(({ id }) => id === number)?.action ?? null
  return stands === null
    ? { actions: rules.rules[number]?.measures ?? [], byOurReading: true }
    : { actions: [stands], byOurReading: false }
}

const indicatorOf = (
  { plan, base, asOf, entered }: Held,
  { number, text, unit }: { number: string; text: string; unit: string },
  year: number,
): IndicatorJudged => {
  const rule = plan.rules.rules[number]
  const given = { plan, base, number, asOf, entered }
  const aim = rule === undefined ? undefined : aimUnder(given)
  const all = aim === undefined ? [] : computedOn(given, year)
  const begun = plan.rules.years.filter((year) => `${year}-01-01` <= asOf)
  return {
    ...{ id: `${plan.rules.id}/${number}`, number, text, unit },
    measures: [...measuredBy(plan, number).actions],
    note: rule?.note ?? null,
    records: rule !== undefined && 'records' in rule.population ? String(rule.population.records) : null,
    readings: all.map((computed) => judgeReading(given, computed)),
    years:
      aim === undefined
        ? []
        : begun.map((one) => {
            const { value, held, asked, standing, isLate, mayBeOne } = judgeReading(
              given,
              computedOn(given, one)[0]!,
            )
            return { year: one, value, held, asked, standing, isLate, mayBeOne }
          }),
  }
}

/**
 * The targets of a plan in one of its years, as they stand on `asOf` (the year's last day, where that is earlier), and
 * the plan's actions with the indicators that measure them. Indicators without a target are there, without readings.
 */
export const judgeTargets = (
  plan: HeldPlan,
  base: FactBase,
  asked: { asOf: string; year: number; entered: ReadonlySet<string> },
): TargetsShown => {
  const { instrument, rules } = plan
  const indicators = [...plan.indicators.values()].map((one) =>
    indicatorOf({ plan, base, asOf: asked.asOf, entered: asked.entered }, one, asked.year),
  )
  return {
    ...{ plan: rules.id, language: instrument.source.language, year: asked.year, years: [...rules.years] },
    asOf: asked.asOf < `${asked.year}-12-31` ? asked.asOf : `${asked.year}-12-31`,
    indicators,
    actions: instrument.actions.map(({ id, number, text }) => ({
      ...{ id: `${rules.id}/${number}`, number: String(number), text },
      indicators: indicators
        .filter(({ measures }) => measures.includes(id))
        .map((indicator) => ({
          number: indicator.number,
          byOurReading: measuredBy(plan, indicator.number).byOurReading,
        })),
    })),
  }
}

/**
 * Of the targets of a year, those in `aims` that ask for something: how many are met, and of how many nobody can tell. What is
 * not known is not said to be unmet.
 */
export const countMet = (
  aims: readonly Pick<ReadingJudged, 'standing' | 'value'>[],
): { n: number; N: number; unknown: number } => {
  const asked = aims.filter(({ standing }) => standing !== null)
  const isMet = ({ standing }: Pick<ReadingJudged, 'standing'>): boolean => standing === 'met'
  return {
    n: asked.filter(isMet).length,
    N: asked.length,
    unknown: asked.filter((one) => !isMet(one) && one.value === null).length,
  }
}
