// Where one target stands in one year, read in one way: what of it is met by which record, and why the rest is open. The
// rule is evaluated with the engine; nothing here judges a record a second time.
import { type DutyStatus, type MetBy, restsOnEntered, type Searched } from '../duties/owed.ts'
import { searchedOver } from '../engagements/searched.ts'
import { standingOf } from '../engagements/standing.ts'
import { isLate } from '../facts/precision.ts'
import { minDate } from '../rules/dates.ts'
import type { Fact, FactBase } from '../rules/facts.ts'
import { withReading } from '../rules/reading.ts'
import type { Rule, Target } from '../rules/rule-schema.ts'
import { joinReasons, type Reason } from '../words/reason.ts'
import { type AsOne, asOneOf, recordsCounted } from './as-one.ts'
import { hadBegun } from './begun.ts'
import { type Computed, computeYear } from './compute.ts'
import type { HeldPlan } from './plans.ts'
import { entriesAcross, mayBeMore, onceBy, whereOf } from './target.ts'

/** What is needed of a plan to judge its targets: held here, or frozen in a release. */
export type JudgedPlan = Pick<HeldPlan, 'rules'> & { instrument: { source: { language: string } } }

/** One indicator with its target, read in one way. */
export type Aim<P extends JudgedPlan = JudgedPlan> = {
  plan: P
  base: FactBase
  number: string
  /** With the changes of its reading. */
  rule: Rule
  target: Target
  reading: string
  /** The day asked about: a later day of the year has not come. */
  asOf: string
}

/** The aim of an indicator in one reading; undefined where that reading sets no target. */
export const aimUnder = <P extends JudgedPlan>(
  { plan, base, number, asOf }: Pick<Aim<P>, 'plan' | 'base' | 'number' | 'asOf'>,
  reading = 'default',
): Aim<P> | undefined => {
  const rule = withReading(plan.rules.rules[number]!, reading)
  return rule.target === undefined
    ? undefined
    : { plan, base, number, rule, target: rule.target, reading, asOf }
}

/** How many single records a year's target asks for; null where it is no number of records. */
export const recordsAsked = ({ rule, target }: Pick<Aim, 'rule' | 'target'>): number | null =>
  rule.measure === 'count' &&
  'records' in rule.population &&
  target.gte !== undefined &&
  target.lte === undefined &&
  Number.isInteger(target.gte) &&
  target.gte >= 1 &&
  target.gte <= 366
    ? target.gte
    : null

export type Stands = {
  computed: Computed
  /** How many instances the target asks for in the year: one where it is no number of records. */
  times: number
  /** What meets the first of them, in the order of its day. */
  met: MetBy[]
  /** How many more are met only if records that nothing tells apart are of different things, and how those stand. */
  unclear: { times: number; status: DutyStatus; reason: Reason } | null
  /** Of what is to exist once: the record without which it would not be met; null where no single record decides. */
  deciding?: MetBy | null
  /** Where those stand that are not met either way; null where all are. */
  open: { status: DutyStatus; reason: Reason | null } | null
  /** What is there if those records are one. */
  asOne: AsOne
  searched: Searched[]
}

/** Records that meet something, in the order given. */
const metBy = (facts: readonly Fact[]): MetBy[] =>
  facts.map(({ id, kind, heldEdtf, heldFrom }) => ({ id, type: 'datum', kind, on: heldEdtf ?? heldFrom }))

/** The rule and all its readings in one year, the rule as it stands first. */
export const computedOn = (
  { plan, base, number, asOf }: Pick<Aim, 'plan' | 'base' | 'number' | 'asOf'>,
  year: number,
): Computed[] =>
  computeYear(plan.rules, base, {
    year,
    asOf: minDate(asOf, `${year}-12-31`),
    today: asOf,
    cells: ['default', ...Object.keys(plan.rules.rules[number]!.readings)].map((reading) => ({
      number,
      reading,
    })),
  })

const spanOf = (year: number) => ({ from: `${year}-01-01`, lastDay: `${year}-12-31` })

/** What is still open of a year's target, by the calendar and by how far the registers reach. */
const openIn = (
  aim: Aim,
  year: number,
  given: { missing: number; total: number; searched: readonly Searched[] },
): { status: DutyStatus; reason: Reason | null } => {
  const { plan, base, number, asOf } = aim
  const promise = `${plan.rules.id}/${number}`
  const standing = standingOf({ promise, lastDay: spanOf(year).lastDay, asOf, ...given })
  // That a day lies ahead is no judgement; that it is missed, or will hardly be met, is one.
  const judgements = base.judgedBefore === true ? ['not-found'] : ['not-found', 'missed', 'at-risk']
  return judgements.includes(standing.status) && !hadBegun(plan.rules, base, year)
    ? { status: 'not-assessable', reason: { key: 'promise-no-start' } }
    : standing
}

/**
 * What is met only if records are of different things is not met as far as anybody can tell; nor is it missed, since it may
 * be. `given`: with what may be one as one.
 */
const unclearIn = (
  aim: Aim,
  year: number,
  { times, ...given }: Parameters<typeof openIn>[2] & { times: number },
  reason: Reason,
): Stands['unclear'] => {
  const { status } = openIn(aim, year, given)
  return { times, status: status === 'missed' ? 'not-found' : status, reason }
}

/** A target that asks for single records in a year: each meets one, in the order of their day. */
const recordsStand = (aim: Aim, computed: Computed, year: number, total: number): Stands => {
  const searched = searchedOver(
    whereOf(aim.rule, computed, aim.base),
    aim.base.coverage,
    spanOf(year),
    aim.asOf,
  )
  const asOne = asOneOf(aim.rule, computed, aim.base)
  const { across } = aim.target
  // By what is on record: where a register is not complete the value is not known, and enough is enough.
  const isAcross = across !== undefined && entriesAcross(across, computed, aim.rule, aim.base) < across.gte
  // What the records of the year must have between them is missing from all of them together: the last stays open.
  const most = isAcross ? total - 1 : total
  const met = metBy(asOne.sure.slice(0, most))
  const counted = recordsCounted(aim.rule, computed, aim.base).length
  const times = Math.min(counted, most) - met.length
  const missing = total - met.length - times
  const reason: Reason = { key: 'promise-may-be-one', count: counted, least: asOne.sure.length }
  const given = { missing: total - met.length, total, searched }
  return {
    ...{ computed, times: total, met, searched, asOne },
    unclear: times === 0 ? null : unclearIn(aim, year, { ...given, times }, reason),
    open: missing === 0 ? null : openIn(aim, year, { ...given, missing }),
  }
}

/** A target that is no number of records: a share to reach, a sum not to exceed. */
const valueStands = (aim: Aim, computed: Computed, year: number): Stands => {
  const span = spanOf(year)
  const searched = searchedOver(whereOf(aim.rule, computed, aim.base), aim.base.coverage, span, aim.asOf)
  const isOver = span.lastDay <= aim.asOf
  const asOne = asOneOf(aim.rule, computed, aim.base)
  const stands = { computed, times: 1, met: [], unclear: null, searched, asOne }
  // "At most" holds only once nothing more can come.
  const isMet = computed.target?.state === 'met' && (aim.target.lte === undefined || isOver)
  if (isMet) return { ...stands, open: null }
  const given = { missing: 1, total: 1, searched }
  const { status, reason } = openIn(aim, year, given)
  if (computed.target?.state === 'not known' && computed.value !== null && asOne.value !== null) {
    const said: Reason = { key: 'promise-may-be-one', count: computed.value, least: asOne.value }
    return { ...stands, unclear: unclearIn(aim, year, { ...given, times: 1 }, said), open: null }
  }
  const why = computed.value === null && span.from <= aim.asOf ? computed.statusReason : reason
  return { ...stands, open: { status, reason: why } }
}

/** Where something is that is to exist once and does not: by its day and the registers, or undated where the text names no day. */
const openOnce = (
  aim: Aim,
  computed: Computed,
): { status: DutyStatus; reason: Reason | null; searched: Searched[] } => {
  const { asOf } = computed
  const { by } = aim.target
  const unknown = computed.value === null ? computed.statusReason : null
  if (by === undefined) {
    const span = { from: asOf, lastDay: asOf }
    const searched = searchedOver(whereOf(aim.rule, computed, aim.base), aim.base.coverage, span, asOf)
    return { status: 'undated', reason: unknown, searched }
  }
  const promise = `${aim.plan.rules.id}/${aim.number}`
  const stands = onceBy(aim.rule, computed, aim.base, { by, asOf, promise })
  return { ...stands, reason: stands.reason ?? unknown }
}

/** The day of a record (EDTF): of the fields its rule asks about that say when it took place, otherwise since when it holds. */
const dayOf = ({ base, rule }: Aim, { kind, fields, heldEdtf, heldFrom }: Fact): string | null => {
  const where = 'records' in rule.population ? (rule.population.where ?? {}) : {}
  const days = Object.keys(where).flatMap((field) => {
    const value = base.kind(kind)?.fields[field]?.occurs === true ? fields[field] : undefined
    return typeof value === 'string' ? [value] : []
  })
  return days.sort().at(-1) ?? heldEdtf ?? heldFrom
}

/** Records in the order of the day their rule looks at; those without one last. */
const byDay = (aim: Aim, facts: readonly Fact[]): MetBy[] =>
  facts
    .map((fact): MetBy => ({ id: fact.id, type: 'datum', kind: fact.kind, on: dayOf(aim, fact) }))
    .sort((a, b) => ((a.on ?? '~') < (b.on ?? '~') ? -1 : 1))

/** What is to exist once, by the day of the target where it has one. */
const onceStands = (aim: Aim, computed: Computed): Stands => {
  const asked = recordsAsked(aim)
  const asOne = asOneOf(aim.rule, computed, aim.base)
  const counted = recordsCounted(aim.rule, computed, aim.base)
  const stands = { computed, times: 1, unclear: null, asOne }
  // What is on record is there, whether or not its register is complete.
  const isMet = asked === null ? computed.target?.state === 'met' : asOne.sure.length >= asked
  const deciding = byDay(aim, asOne.sure)[(asked ?? Number.NaN) - 1] ?? null
  if (isMet) return { ...stands, met: metBy(counted), deciding, open: null, searched: [] }
  const { searched, ...openIs } = openOnce(aim, computed)
  const isUnclear = asked !== null && counted.length >= asked
  const reason: Reason = { key: 'promise-may-be-one', count: counted.length, least: asOne.sure.length }
  return {
    ...{ ...stands, met: [] },
    unclear: isUnclear
      ? { times: 1, status: openIs.status === 'missed' ? 'not-found' : openIs.status, reason }
      : null,
    open: isUnclear ? null : openIs,
    searched,
  }
}

/** Not missed beside a record of which nobody can say whether it counts. */
const unlessMore = (aim: Aim, stands: Stands): Stands =>
  stands.open?.status === 'missed' && mayBeMore(stands.computed, aim.base)
    ? {
        ...stands,
        open: {
          status: 'not-found',
          reason: { key: 'promise-perhaps', count: stands.computed.perhaps ?? 0 },
        },
      }
    : stands

/** Where the target stands, of a year as its rule was `computed` in the aim's reading. */
export const targetStands = (aim: Aim, computed: Computed, year: number): Stands => {
  if (aim.target.per === 'once') return unlessMore(aim, onceStands(aim, computed))
  const times = recordsAsked(aim)
  return unlessMore(
    aim,
    times === null ? valueStands(aim, computed, year) : recordsStand(aim, computed, year, times),
  )
}

/**
 * Whether where a target stands (`status`) rests on a word that was declared at the desk: what is missed does, and what is met by a
 * figure and no single records, since only complete records tell that nothing more came.
 */
export const standsOnEntered = (
  aim: Pick<Aim, 'rule' | 'target'>,
  { computed, searched }: Pick<Stands, 'computed' | 'searched'>,
  status: DutyStatus,
): boolean =>
  restsOnEntered({ status, searched }) ||
  (status === 'met' &&
    recordsAsked(aim) === null &&
    [...computed.reaches.values()].some(({ entered }) => entered === true))

/** Where the target as a whole stands: met only where all of it is; why, where there is more to say. */
export const wholeStanding = ({
  open,
  unclear,
}: Pick<Stands, 'open' | 'unclear'>): { status: DutyStatus; reason: Reason | null } => {
  if (open === null) return unclear ?? { status: 'met', reason: null }
  const reasons = [open.reason, unclear?.reason ?? null].filter((reason) => reason !== null)
  return { status: open.status, reason: reasons.length === 0 ? null : joinReasons(reasons) }
}

/** Whether what decided it came after the day the target names. Of a year's records each is of its year. */
export const isMetLate = (
  by: string | undefined,
  stands: Pick<Stands, 'deciding'> | undefined,
  status: DutyStatus | undefined,
): boolean | null => {
  const on = stands?.deciding?.on ?? null
  return by === undefined || on === null || status !== 'met' ? null : isLate(on, by)
}
