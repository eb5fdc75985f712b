// Where one target stands in one year, read in one way: what of it is met by which record, and why the rest is open. The
// rule is evaluated with the engine; nothing here judges a record a second time.
import type { DutyStatus, MetBy, Searched } from '../duties/owed.ts'
import { searchedOver, type Where } from '../engagements/searched.ts'
import { standingOf } from '../engagements/standing.ts'
import { dayAfter } from '../facts/edtf.ts'
import { boundsOf } from '../facts/precision.ts'
import { minDate } from '../rules/dates.ts'
import type { Fact, FactBase } from '../rules/facts.ts'
import { withReading } from '../rules/reading.ts'
import type { Rule, Target } from '../rules/rule-schema.ts'
import type { Reason } from '../words/reason.ts'
import { type Computed, computeYear } from './compute.ts'
import type { HeldPlan } from './plans.ts'
import { entriesAcross } from './target.ts'

/** What is needed of a plan to judge its targets: held here, or frozen in a release. */
export type JudgedPlan = Pick<HeldPlan, 'rules'> & {
  instrument: {
    period: { from: string; stated: boolean }
    source: { date?: string | undefined; language: string }
  }
}

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
  /** Where those stand that are not met; null where all are. */
  open: { status: DutyStatus; reason: Reason | null } | null
  searched: Searched[]
}

/** The records counted, in the order of their day. */
const countedIn = ({ base, rule }: Aim, computed: Computed): MetBy[] => {
  const kind = 'records' in rule.population ? String(rule.population.records) : ''
  const byId = new Map<string, Fact>([...base.facts(kind).values()].flat().map((fact) => [fact.id, fact]))
  const day = (fact: Fact): string | null => fact.heldEdtf ?? fact.heldFrom
  return computed.members
    .filter(({ state }) => state === 'counted')
    .flatMap(({ datumIds }) => datumIds.map((id) => byId.get(id)).find((fact) => fact !== undefined) ?? [])
    .sort((a, b) => ((a.heldFrom ?? '') < (b.heldFrom ?? '') ? -1 : 1))
    .map((fact) => ({ id: fact.id, type: 'datum', kind: fact.kind, on: day(fact) }))
}

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

/** Where its instances are looked for, and in whose records: the owners', as its rule counts theirs. */
const whereOf = ({ base }: Aim, computed: Computed): Where => ({
  registers: [...computed.reaches.keys()],
  owners: base.parties,
})

const spanOf = (year: number) => ({ from: `${year}-01-01`, lastDay: `${year}-12-31` })

/**
 * Whether the plan held by the end of a year: its text states its period or its own date, or something its rules count was
 * held by then. Otherwise nobody can say that anything was due.
 */
const hadBegun = ({ plan, base }: Aim, year: number): boolean => {
  const { period, source } = plan.instrument
  const { lastDay } = spanOf(year)
  if (period.stated || isBy(source.date, lastDay)) return true
  const kinds = Object.values(plan.rules.rules).flatMap(({ population }) =>
    'records' in population && typeof population.records === 'string' ? [population.records] : [],
  )
  return kinds.some((kind) =>
    base.parties.some((owner) =>
      base
        .facts(kind)
        .get(owner)
        ?.some(({ heldFrom }) => heldFrom !== null && heldFrom >= period.from && heldFrom <= lastDay),
    ),
  )
}

/** Surely not later than a day; a date that is not given tells nothing. */
const isBy = (date: string | undefined, day: string): boolean => {
  const until = date === undefined ? null : (boundsOf(date)?.until ?? null)
  return until !== null && until <= dayAfter(day)
}

/** What is still open of a year's target, by the calendar and by how far the registers reach. */
const openIn = (
  aim: Aim,
  year: number,
  given: { missing: number; total: number; searched: readonly Searched[] },
): { status: DutyStatus; reason: Reason | null } => {
  const { plan, number, asOf } = aim
  const promise = `${plan.rules.id}/${number}`
  const standing = standingOf({ promise, lastDay: spanOf(year).lastDay, asOf, ...given })
  return standing.status === 'not-found' && !hadBegun(aim, year)
    ? { status: 'not-assessable', reason: { key: 'promise-no-start' } }
    : standing
}

/** A target that asks for single records in a year: each meets one, in the order of their day. */
const recordsStand = (aim: Aim, computed: Computed, year: number, times: number): Stands => {
  const searched = searchedOver(whereOf(aim, computed), aim.base.coverage, spanOf(year), aim.asOf)
  const counted = countedIn(aim, computed)
  const { across } = aim.target
  // By what is on record: where a register is not complete the value is not known, and enough is enough.
  const isAcross =
    across !== undefined && entriesAcross(across.distinct, computed, aim.rule, aim.base) < across.gte
  // What the records of the year must have between them is missing from all of them together: the last stays open.
  const met = counted.slice(0, isAcross ? times - 1 : times)
  const missing = times - met.length
  const open = missing === 0 ? null : openIn(aim, year, { missing, total: times, searched })
  return { computed, times, met, open, searched }
}

/** A target that is no number of records: a share to reach, a sum not to exceed. */
const valueStands = (aim: Aim, computed: Computed, year: number): Stands => {
  const span = spanOf(year)
  const searched = searchedOver(whereOf(aim, computed), aim.base.coverage, span, aim.asOf)
  const isOver = span.lastDay <= aim.asOf
  // "At most" holds only once nothing more can come.
  const isMet = computed.target?.state === 'met' && (aim.target.lte === undefined || isOver)
  if (isMet) return { computed, times: 1, met: [], open: null, searched }
  const { status, reason } = openIn(aim, year, { missing: 1, total: 1, searched })
  const why = computed.value === null && span.from <= aim.asOf ? computed.statusReason : reason
  return { computed, times: 1, met: [], open: { status, reason: why }, searched }
}

/** What is to exist once, by no stated day. */
const onceStands = (aim: Aim, computed: Computed): Stands => {
  const counted = countedIn(aim, computed)
  const asked = recordsAsked(aim)
  // What is on record is there, whether or not its register is complete.
  const isMet = asked === null ? computed.target?.state === 'met' : counted.length >= asked
  if (isMet) return { computed, times: 1, met: counted, open: null, searched: [] }
  const { asOf } = computed
  return {
    ...{ computed, times: 1, met: [] },
    open: { status: 'undated', reason: computed.value === null ? computed.statusReason : null },
    searched: searchedOver(whereOf(aim, computed), aim.base.coverage, { from: asOf, lastDay: asOf }, asOf),
  }
}

/** Where the target stands, of a year as its rule was `computed` in the aim's reading. */
export const targetStands = (aim: Aim, computed: Computed, year: number): Stands => {
  if (aim.target.per === 'once') return onceStands(aim, computed)
  const times = recordsAsked(aim)
  return times === null ? valueStands(aim, computed, year) : recordsStand(aim, computed, year, times)
}
