// What the targets of a plan or pledge ask for, as duties owed: "at least 3 a year" is three instances in each year, met
// by the records its rule counts, in the order of their day. The rule is evaluated with the engine, under every reading.
import type { DutyOwed, MetBy } from '../duties/owed.ts'
import { searchedOver, type Where } from '../engagements/searched.ts'
import { standingOf } from '../engagements/standing.ts'
import { isLate } from '../facts/precision.ts'
import { minDate } from '../rules/dates.ts'
import type { Fact, FactBase } from '../rules/facts.ts'
import { withReading } from '../rules/reading.ts'
import type { Rule, Target } from '../rules/rule-schema.ts'
import { joinReasons, type Reason } from '../words/reason.ts'
import { type Computed, computeYear } from './compute.ts'
import type { HeldPlan } from './plans.ts'

type Asked = { asOf: string; from: string; until: string; entered: ReadonlySet<string> }

/** One indicator with its target, and who owes it. */
type Aim = {
  plan: HeldPlan
  base: FactBase
  number: string
  rule: Rule
  target: Target
  asked: Asked
}

/** How many single records a year's target asks for; null where it is no number of records. */
const recordsAsked = ({ rule, target }: Pick<Aim, 'rule' | 'target'>): number | null =>
  rule.measure === 'count' &&
  'records' in rule.population &&
  target.gte !== undefined &&
  target.lte === undefined &&
  Number.isInteger(target.gte) &&
  target.gte >= 1 &&
  target.gte <= 366
    ? target.gte
    : null

const owedOf = (
  { plan, base, number, rule, asked }: Aim,
  given: Pick<DutyOwed, 'instance' | 'due' | 'derivation' | 'status' | 'reason'> &
    Partial<Pick<DutyOwed, 'isLate' | 'metBy' | 'searched'>>,
): DutyOwed => {
  const { instrument } = plan
  const owners = [...base.parties]
  // A State among those who promised together stands for all of them; the others are named beside it.
  const actor = owners.find((id) => base.actors.get(id)?.kind === 'state') ?? owners[0] ?? ''
  const duty = `${plan.rules.id}/${number}`
  const metBy = given.metBy ?? []
  return {
    key: [duty, actor, ...(given.instance === null ? [] : [given.instance])].join('/'),
    actor,
    owners,
    instrument: plan.rules.id,
    duty,
    title: rule.words,
    article: null,
    words: plan.indicators.get(number)?.text ?? rule.words,
    language: instrument.source.language,
    source: { title: instrument.source.title, address: null, place: number },
    note: rule.note ?? null,
    responsible: null,
    obligation: null,
    applies: 'yes',
    instance: given.instance,
    due: given.due,
    precision: given.due === null ? null : 'year',
    status: given.status,
    isLate: given.isLate ?? null,
    computed: given.due === null ? null : { on: given.due, derivation: given.derivation },
    granted: [],
    otherwise: [],
    derivation: given.derivation,
    waitsFor: null,
    metBy,
    reason: given.reason,
    searched: given.searched ?? [],
    entered: metBy.some(({ id }) => asked.entered.has(id)),
    datumIds: [],
  }
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

/** Which other readings of the rule come to another result: the text leaves open which one is meant. */
const otherReadings = ({ rule }: Aim, all: readonly Computed[]): Reason[] => {
  const own = all[0]!.target?.state
  return all.slice(1).flatMap((other): Reason[] => {
    const state = other.target?.state
    const meaning = rule.readings[other.reading]!.words
    if (state === own || (state !== 'met' && own !== 'met')) return []
    return [{ key: state === 'met' ? 'promise-reading-met' : 'promise-reading-unmet', meaning }]
  })
}

const computedOn = ({ plan, base, number, rule, asked }: Aim, year: number): Computed[] =>
  computeYear(plan.rules, base, {
    year,
    asOf: minDate(asked.asOf, `${year}-12-31`),
    today: asked.asOf,
    cells: ['default', ...Object.keys(rule.readings)].map((reading) => ({ number, reading })),
  })

const aimOf = (computed: Computed): Reason => computed.target?.said ?? computed.statusReason

/** Where its instances are looked for, and in whose records: the owners', as its rule counts theirs. */
const whereOf = ({ base }: Aim, computed: Computed): Where => ({
  registers: [...computed.reaches.keys()],
  owners: base.parties,
})

const joined = (reasons: readonly (Reason | null)[]): Reason | null => {
  const held = reasons.filter((reason) => reason !== null)
  return held.length === 0 ? null : joinReasons(held)
}

/** One instance for each record a year's target asks for. */
const recordsOwed = (aim: Aim, year: number, times: number): DutyOwed[] => {
  const { asked, base } = aim
  const span = { from: `${year}-01-01`, lastDay: `${year}-12-31` }
  const all = computedOn(aim, year)
  const own = all[0]!
  const counted = countedIn(aim, own)
  const isAcross = aim.target.across !== undefined && own.target?.state !== 'met'
  // What the records of the year must have between them is missing from all of them together: the last stays open.
  const met = isAcross ? counted.slice(0, times - 1) : counted.slice(0, times)
  const searched = searchedOver(whereOf(aim, own), base.coverage, span, asked.asOf)
  const readings = span.from > asked.asOf ? [] : otherReadings(aim, all)
  return Array.from({ length: times }, (_, i) => {
    const aimed: Reason = { key: 'promise-aimed', of: aimOf(own), year }
    const common = {
      instance: times === 1 ? String(year) : `${year}-${i + 1}`,
      due: String(year),
      derivation:
        times === 1 ? aimed : ({ key: 'promise-nth', of: aimed, nth: i + 1, total: times } as const),
    }
    const by = met[i]
    if (by !== undefined)
      return owedOf(aim, {
        ...common,
        status: 'met',
        isLate: by.on === null ? null : isLate(by.on, span.lastDay),
        metBy: [by],
        reason: null,
      })
    const { status, reason } = standingOf({
      promise: `${aim.plan.rules.id}/${aim.number}`,
      lastDay: span.lastDay,
      asOf: asked.asOf,
      missing: times - met.length,
      total: times,
      searched,
    })
    return owedOf(aim, { ...common, status, reason: joined([reason, ...readings]), searched })
  })
}

/** One instance a year for a target that is no number of records: a share to reach, a sum not to exceed. */
const valueOwed = (aim: Aim, year: number): DutyOwed => {
  const { asked, base, target } = aim
  const span = { from: `${year}-01-01`, lastDay: `${year}-12-31` }
  const all = computedOn(aim, year)
  const own = all[0]!
  const searched = searchedOver(whereOf(aim, own), base.coverage, span, asked.asOf)
  const isOver = span.lastDay <= asked.asOf
  // "At most" holds only once nothing more can come.
  const isMet = own.target?.state === 'met' && (target.lte === undefined || isOver)
  const common = {
    instance: String(year),
    due: String(year),
    derivation: { key: 'promise-aimed', of: aimOf(own), year } as const,
  }
  if (isMet) return owedOf(aim, { ...common, status: 'met', metBy: [], reason: null })
  const { status, reason } = standingOf({
    promise: `${aim.plan.rules.id}/${aim.number}`,
    lastDay: span.lastDay,
    asOf: asked.asOf,
    missing: 1,
    total: 1,
    searched,
  })
  const why = own.value === null && span.from <= asked.asOf ? own.statusReason : reason
  return owedOf(aim, { ...common, status, reason: joined([why, ...otherReadings(aim, all)]), searched })
}

/** What is to exist once, by no stated day. */
const onceOwed = (aim: Aim): DutyOwed => {
  const { asked, base } = aim
  const year = Number(asked.asOf.slice(0, 4))
  const all = computedOn(aim, year)
  const own = all[0]!
  const isMet = own.target?.state === 'met'
  const metBy = isMet ? countedIn(aim, own) : []
  return owedOf(aim, {
    instance: null,
    due: null,
    derivation: joinReasons([aimOf(own), { key: 'promise-undated' }]),
    status: isMet ? 'met' : 'undated',
    metBy,
    reason: joined(isMet || own.value !== null ? otherReadings(aim, all) : [own.statusReason]),
    searched: isMet
      ? []
      : searchedOver(whereOf(aim, own), base.coverage, { from: asked.asOf, lastDay: asked.asOf }, asked.asOf),
  })
}

/** Whether the indicator `<instrument>/<number>` of one of these plans has a target its rule counts towards. */
export const hasTarget = (plans: readonly HeldPlan[], indicator: string): boolean => {
  const cut = indicator.lastIndexOf('/')
  const plan = plans.find(({ rules }) => rules.id === indicator.slice(0, cut))
  return plan?.rules.rules[indicator.slice(cut + 1)]?.target !== undefined
}

/**
 * The targets of one plan as duties owed, for its years that lie in `from` … `until` (days, both included) and, where a
 * target has no year, today. `entered` are the ids of facts entered here. Empty where the plan has no parties of its own.
 */
export const targetsOwed = (plan: HeldPlan, base: FactBase, asked: Asked): DutyOwed[] => {
  if (base.parties.length === 0) return []
  const [first, last] = [Number(asked.from.slice(0, 4)), Number(asked.until.slice(0, 4))]
  const years = plan.rules.years.filter((year) => year >= first && year <= last)
  return Object.entries(plan.rules.rules).flatMap(([number, rule]): DutyOwed[] => {
    const { target } = rule
    if (target === undefined) return []
    const aim: Aim = { plan, base, number, rule: withReading(rule, 'default'), target, asked }
    if (target.per === 'once') {
      const isNow = asked.from <= asked.asOf && asked.asOf <= asked.until
      return isNow ? [onceOwed(aim)] : []
    }
    const times = recordsAsked(aim)
    return years.flatMap((year) => (times === null ? [valueOwed(aim, year)] : recordsOwed(aim, year, times)))
  })
}
