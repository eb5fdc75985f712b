// Who owes what by when: the duties of one instrument, for each actor bound by it, with the date that rules give and the
// dates granted since. Pure over the fact base, and linear in actors and years.
import type { Duty } from '../rules/duty-form.ts'
import type { FactBase } from '../rules/facts.ts'
import { type Bound, boundByOwn, boundsUnder } from './bound.ts'
import { boundRules, type Derived, entryOf, withdrawalOf } from './bound-dates.ts'
import type { DatedDuty } from './dated.ts'
import { always, type Deriving, datedDuty, datesOf, isIn } from './dates-of-duty.ts'
import { deadlinesUnder } from './granted.ts'
import { meetingsUnder } from './meetings.ts'
import type { DutySet } from './rules.ts'
import { type Events, matchingIn } from './trigger.ts'

export type DutiesAsked = {
  /** Actor ids; everyone bound where it is absent. */
  actors?: readonly string[] | undefined
  /** First and last day, both included. Duties without a date come where `asOf` lies between them. */
  from: string
  until: string
  asOf: string
  /** Whether it is certain that an instance was not met; without it no duty begins with what was not done. */
  isUnmet?: ((dated: DatedDuty) => boolean) | undefined
}

/** Whether a duty is asked about: its date lies in the span, or it has none and the as-of day does. */
const isAsked = (dated: DatedDuty, { from, until, asOf }: DutiesAsked): boolean => {
  const { due } = dated.owed
  if (due !== null) return isIn(due, { from, until })
  // Whoever left owes nothing that has no date.
  const isBound = dated.endedOn === null || dated.endedOn > asOf
  return isBound && from <= asOf && asOf <= until
}

/** Entry into force and withdrawal: days that come by themselves, and set others going. */
const boundDates = (deriving: Deriving, bound: Bound): DatedDuty[] => {
  const { treaty } = deriving.set
  if (treaty === null || deriving.set.kind !== 'treaty' || deriving.set.law === null) return []
  const rules = boundRules(deriving.set.law)
  const of = (rule: Duty, derived: Derived, begins: string | null): DatedDuty => ({
    ...datedDuty(deriving, bound, rule, { ...derived, ...{ instance: null, record: null, begins } }),
    comesByItself: true,
    endedOn: null,
  })
  const withdrawal = withdrawalOf(deriving.set.law, bound)
  return [
    of(rules['entry-into-force'], entryOf(deriving.set.law, bound), null),
    ...(withdrawal === undefined ? [] : [of(rules.withdrawal, withdrawal, null)]),
  ]
}

const isBefore = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/**
 * Every duty of a set that falls into the span asked about, for everyone it binds, by actor and in the order of the
 * file: treaty duties for those bound by the treaty, a plan's for its own parties or the treaty's, for the time of the
 * plan. Dates are days or less exact (EDTF). Nobody owes anything that falls due before it is bound; what falls due
 * after it has left ends with its leaving (`endedOn`). The order of facts does not matter.
 */
export const deriveDuties = (set: DutySet, base: FactBase, asked: DutiesAsked): DatedDuty[] => {
  const { asOf, isUnmet = () => false } = asked
  const law = set.law
  const known = new Map<string, DatedDuty[]>()
  const events: Events = {
    asOf,
    meetings: meetingsUnder(base, set.treaty),
    matching: matchingIn(base, asOf),
    isUnmet,
    // Duties name each other, never in a circle (rules.ts): each is derived once for a time of being bound.
    datesOf: (duty, bound) => {
      const key = `${duty}|${bound.actor}|${bound.index}`
      let dates = known.get(key)
      if (dates === undefined) {
        // Held before it is derived: a circle in a file nobody checked ends here.
        known.set(key, [])
        const own = set.duties[duty]
        const rule = own ?? law?.duties[duty]
        const under: Deriving =
          own !== undefined || set.treatySet === null ? deriving : { ...deriving, set: set.treatySet }
        dates =
          rule === undefined
            ? []
            : datesOf(under, bound, rule, { ...always, until: asOf > asked.until ? asOf : asked.until })
        known.set(key, dates)
      }
      return dates
    },
  }
  const deriving: Deriving = { set, asOf, events, deadlinesOf: deadlinesUnder(base, set.treaty, asOf) }
  const everyone = set.parties ?? (law === null ? [] : [...base.memberships(law.id).keys()].sort(isBefore))
  const wanted = asked.actors === undefined ? undefined : new Set(asked.actors)
  const rules = Object.values(set.duties)
  const span = { from: asked.from, until: asked.until }
  return everyone
    .filter((actor) => wanted === undefined || wanted.has(actor))
    .flatMap((actor) => {
      const bounds =
        set.parties !== null && set.period !== null
          ? [boundByOwn(actor, set.period)]
          : law === null
            ? []
            : boundsUnder(base, law, actor)
      return bounds.flatMap((bound) => [
        ...boundDates(deriving, bound),
        ...rules.flatMap((rule) => datesOf(deriving, bound, rule, span)),
      ])
    })
    .filter((dated) => isAsked(dated, asked))
}
