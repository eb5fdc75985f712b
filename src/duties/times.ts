// Which facts are of which time of being bound, where a State left and joined again: what was granted, done or owed in
// an earlier membership says nothing of the duties of a later one.
import { compareDates } from '../facts/precision.ts'
import type { Fact, FactBase } from '../rules/facts.ts'

/** One of several times of being bound: from the end of the one before, up to the beginning of the next. */
export type TimeBound = { since: string | null; before: string | null }

/** The date that an extension grants or a source states as the deadline. */
const deadlineOf = ({ fields }: Fact): string | null => {
  const date = fields.grantedUntil ?? fields.deadline
  return typeof date === 'string' ? date : null
}

/** Whether a fact is of a time before `day`; where its own date does not tell, by the date it grants or states. */
const isBefore = (fact: Fact, day: string): boolean => {
  const when = fact.heldEdtf ?? fact.heldFrom
  const order = when === null ? 'unsaid' : compareDates(when, day)
  if (order !== 'unsaid') return order === 'before'
  const date = deadlineOf(fact)
  if (date !== null) return compareDates(date, day) === 'before'
  return when !== null || fact.knownFrom < day
}

/** Whether a fact counts for the duties of a time of being bound. */
export const isOfTime = (fact: Fact, { since, before }: TimeBound): boolean =>
  (since === null || !isBefore(fact, since)) && (before === null || isBefore(fact, before))

/** Whether a deadline can be one of a time of being bound: no duty falls due before it begins. */
export const isDeadlineOf = (fact: Fact, bound: TimeBound & { from: string | null }): boolean => {
  const date = deadlineOf(fact)
  const isTooEarly = date !== null && bound.from !== null && compareDates(date, bound.from) === 'before'
  return !isTooEarly && isOfTime(fact, bound)
}

/** The base with only those facts and reports of `actor` that are of the time; acts of joining and leaving stay. */
export const baseWithin = (base: FactBase, actor: string, time: TimeBound): FactBase => {
  const kinds = new Map<string, ReadonlyMap<string, readonly Fact[]>>()
  return {
    ...base,
    facts: (kind) => {
      if (kind === 'status-event') return base.facts(kind)
      let held = kinds.get(kind)
      if (held === undefined) {
        const all = base.facts(kind)
        const own = all.get(actor)
        held =
          own === undefined
            ? all
            : new Map(all).set(
                actor,
                own.filter((fact) => isOfTime(fact, time)),
              )
        kinds.set(kind, held)
      }
      return held
    },
    reports: (obligation, who) => {
      const all = base.reports(obligation, who)
      const { since, before } = time
      return who !== actor
        ? all
        : all.filter(
            ({ receivedOn }) =>
              (since === null || receivedOn >= since) && (before === null || receivedOn < before),
          )
    },
  }
}
