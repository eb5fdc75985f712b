// What the targets of a plan or pledge ask for, as duties owed: "at least 3 a year" is three instances in each year, met
// by the records its rule counts, in the order of their day. What other readings come to is told beside what is open.
import type { DutyOwed } from '../duties/owed.ts'
import { isLate } from '../facts/precision.ts'
import type { FactBase } from '../rules/facts.ts'
import { joinReasons, type Reason } from '../words/reason.ts'
import type { Computed } from './compute.ts'
import type { HeldPlan } from './plans.ts'
import {
  type Aim as AimOf,
  aimUnder,
  computedOn,
  isMetLate,
  recordsAsked,
  type Stands,
  standsOnEntered,
  targetStands,
  wholeStanding,
} from './target-stands.ts'

type Aim = AimOf<HeldPlan>

type Asked = { asOf: string; from: string; until: string; entered: ReadonlySet<string> }

const owedOf = (
  aim: Aim,
  asked: Asked,
  stands: Stands,
  given: Pick<DutyOwed, 'instance' | 'due' | 'derivation' | 'status' | 'reason'> &
    Partial<Pick<DutyOwed, 'isLate' | 'metBy' | 'searched'>>,
): DutyOwed => {
  const { plan, base, number, rule } = aim
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
    precision: given.due === null ? null : given.due.length === 4 ? 'year' : 'day',
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
    entered:
      metBy.some(({ id }) => asked.entered.has(id)) ||
      standsOnEntered(aim, { ...stands, searched: given.searched ?? [] }, given.status),
    datumIds: [],
  }
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

const aimOf = (computed: Computed): Reason => computed.target?.said ?? computed.statusReason

const joined = (reasons: readonly (Reason | null)[]): Reason | null => {
  const held = reasons.filter((reason) => reason !== null)
  return held.length === 0 ? null : joinReasons(held)
}

/** One instance for each record a year's target asks for; one for a target that is no number of records. */
const owedInYear = (aim: Aim, asked: Asked, year: number): DutyOwed[] => {
  const all = computedOn(aim, year)
  const stands = targetStands(aim, all[0]!, year)
  const { computed, times, met, open, unclear, searched } = stands
  const isRecords = recordsAsked(aim) !== null
  // Of a year that has not begun no reading comes to anything.
  const readings = isRecords && `${year}-01-01` > asked.asOf ? [] : otherReadings(aim, all)
  const aimed: Reason = { key: 'promise-aimed', of: aimOf(computed), year }
  return Array.from({ length: times }, (_, i) => {
    const common = {
      instance: times === 1 ? String(year) : `${year}-${i + 1}`,
      due: String(year),
      derivation:
        times === 1 ? aimed : ({ key: 'promise-nth', of: aimed, nth: i + 1, total: times } as const),
    }
    const by = met[i]
    if (by !== undefined)
      return owedOf(aim, asked, stands, {
        ...common,
        status: 'met',
        isLate: by.on === null ? null : isLate(by.on, `${year}-12-31`),
        metBy: [by],
        reason: null,
      })
    const rest = i < met.length + (unclear?.times ?? 0) ? unclear : open
    if (rest === null)
      return owedOf(aim, asked, stands, { ...common, status: 'met', metBy: [], reason: null })
    const { status, reason } = rest
    return owedOf(aim, asked, stands, { ...common, status, reason: joined([reason, ...readings]), searched })
  })
}

/** What is to exist once, by the day of its target where it has one. */
const onceOwed = (aim: Aim, asked: Asked): DutyOwed => {
  const year = Number(asked.asOf.slice(0, 4))
  const all = computedOn(aim, year)
  const stands = targetStands(aim, all[0]!, year)
  const { computed, met, searched } = stands
  const { status, reason: unknown } = wholeStanding(stands)
  const { by } = aim.target
  return owedOf(aim, asked, stands, {
    instance: null,
    due: by ?? null,
    derivation:
      by === undefined ? joinReasons([aimOf(computed), { key: 'promise-undated' }]) : aimOf(computed),
    status,
    isLate: isMetLate(by, stands, status),
    metBy: met,
    reason: unknown ?? joined(otherReadings(aim, all)),
    searched,
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
  return Object.keys(plan.rules.rules).flatMap((number): DutyOwed[] => {
    const aim = aimUnder({ plan, base, number, asOf: asked.asOf })
    if (aim === undefined) return []
    if (aim.target.per === 'once') {
      const isNow = asked.from <= asked.asOf && asked.asOf <= asked.until
      const { by = '' } = aim.target
      return isNow || (asked.from <= by && by <= asked.until) ? [onceOwed(aim, asked)] : []
    }
    return years.flatMap((year) => owedInYear(aim, asked, year))
  })
}
