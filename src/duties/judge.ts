// Where a duty stands on a day: whether it is owed, by what it was met and when, and what may be said where nothing is
// held. Pure; every rule is compiled once for its year and the day.
import { dayBefore } from '../facts/edtf.ts'
import { compareDates } from '../facts/precision.ts'
import type { CohortSpec } from '../rules/cohorts.ts'
import { compileCondition } from '../rules/condition.ts'
import type { Subject, Test } from '../rules/context.ts'
import { addDays, minDate } from '../rules/dates.ts'
import type { Duty } from '../rules/duty-form.ts'
import { type YearContext, yearContext } from '../rules/evaluate.ts'
import type { Fact, FactBase } from '../rules/facts.ts'
import type { Outcome } from '../rules/outcome.ts'
import type { Reason } from '../words/reason.ts'
import type { DatedDuty } from './dated.ts'
import { endOf, isFirstReport, isLateOf, metByFacts, metByReport } from './met.ts'
import type { DutyOwed, DutyStatus, MetBy, Searched } from './owed.ts'
import { type Counted, countedIn, searchedIn, tellsUntil } from './searched.ts'

/** What conditions of duties may name besides facts. */
export type JudgingNames = {
  cohorts: Readonly<Record<string, CohortSpec>>
  let: Readonly<Record<string, unknown>>
  /** The obligation whose reports conditions mean when they name none; '' without one. */
  obligation: string
  /** The treaty's formal meeting of a year. */
  meetingOf: (year: number) => Fact | undefined
}

export type Judge = {
  /** The duty with its status; undefined where it is known that the actor does not owe it. */
  judge: (dated: DatedDuty) => DutyOwed | undefined
  /** Whether it is certain that it was not met: its day is past and complete registers, or a record, say so. */
  isUnmet: (dated: DatedDuty) => boolean
}

type Compiled = {
  owed: Test | undefined
  met: Test | undefined
  open: Test | undefined
  /** `met` as it would have been answered on an earlier day. */
  metOn: (day: string) => Test
  counted: readonly Counted[]
  context: YearContext
}

/** One that is fulfilled once, not each year or by each meeting: whatever fulfils it shows that it was owed. */
const isOnce = ({ due, recurs }: Duty): boolean => due === undefined && recurs === undefined

/** A condition for which the first record that matches is the one that fulfilled it. */
const isOneRecord = (condition: unknown): boolean =>
  typeof condition === 'object' &&
  condition !== null &&
  !['all', 'any', 'every', 'count', 'sum', 'answer', 'when', 'not', 'distinct', 'cohort'].some(
    (form) => form in condition,
  )

/** Judges duties of one set on one base, as of `asOf`. */
export const createJudge = (base: FactBase, asOf: string, names: JudgingNames): Judge => {
  const contexts = new Map<number, YearContext>()
  const contextOf = (year: number): YearContext => {
    let context = contexts.get(year)
    if (context === undefined) {
      const { cohorts, obligation } = names
      context = yearContext(base, {
        year,
        asOf,
        meeting: names.meetingOf(year),
        let: names.let,
        cohorts,
        obligation,
      })
      contexts.set(year, context)
    }
    return context
  }

  const compile = ({ scope, cohorts }: YearContext, condition: unknown, day = asOf): Test | undefined =>
    condition === undefined
      ? undefined
      : compileCondition(
          {
            scope: day === asOf ? scope : { ...scope, asOf: day },
            pending: undefined,
            cohort: cohorts.outcome,
            reached: () => {},
          },
          condition,
        )

  const compiledOf = new Map<Duty, Map<number, Compiled>>()
  const compiledFor = ({ rule, year, owed }: DatedDuty): Compiled => {
    let years = compiledOf.get(rule)
    if (years === undefined) {
      years = new Map()
      compiledOf.set(rule, years)
    }
    let compiled = years.get(year)
    if (compiled === undefined) {
      // A duty without a date is looked at from where one stands.
      const context = contextOf(owed.due === null ? Number(asOf.slice(0, 4)) : year)
      const earlier = new Map<string, Test>()
      compiled = {
        owed: compile(context, rule.owedBy),
        met: compile(context, rule.met?.by),
        open: compile(context, rule.unmetBy),
        metOn: (day) => {
          let test = earlier.get(day)
          if (test === undefined) {
            test = compile(context, rule.met!.by, day)!
            earlier.set(day, test)
          }
          return test
        },
        counted: countedIn(rule.met?.by, names.obligation),
        context,
      }
      years.set(year, compiled)
    }
    return compiled
  }

  const subjectOf = ({ owed, record }: DatedDuty, at: string): Subject => ({
    actor: owed.actor,
    record: record ?? undefined,
    at,
    dueOn: () => (owed.due === null ? undefined : endOf(owed.due)),
  })

  /** Whether it is owed: on its day, or today while it lies ahead; for what is owed once, today as well. */
  const owing = (dated: DatedDuty, { owed }: Compiled): Outcome | undefined => {
    if (owed === undefined) return undefined
    const bound =
      dated.endedOn !== null && dated.endedOn <= asOf ? minDate(asOf, dayBefore(dated.endedOn)) : asOf
    const day = dated.owed.due === null ? bound : minDate(bound, endOf(dated.owed.due))
    const then = owed(subjectOf(dated, day))
    if (then.state === 'yes' || day === bound || !isOnce(dated.rule)) return then
    const now = owed(subjectOf(dated, bound))
    return now.state === 'yes' || then.state !== 'unknown' ? now : then
  }

  /**
   * The records that met a condition which takes several, up to the day on which it was met: asked again as of each of
   * their days until the answer is yes.
   */
  const untilMet = (dated: DatedDuty, compiled: Compiled, metBy: MetBy[]): MetBy[] => {
    if (isOneRecord(dated.rule.met!.by)) return metBy
    const days = [...new Set(metBy.flatMap(({ on }) => (on === null ? [] : [endOf(on)])))].sort()
    const day = days.find((one) => one <= asOf && compiled.metOn(one)(subjectOf(dated, one)).state === 'yes')
    return day === undefined ? metBy : metBy.filter(({ on }) => on !== null && endOf(on) <= day)
  }

  type Fulfilment = { state: Outcome['state']; reason: Reason | null; metBy: MetBy[] }
  const fulfilment = (dated: DatedDuty, compiled: Compiled): Fulfilment => {
    if (compiled.met === undefined) {
      const metBy = dated.rule.obligation === undefined ? [] : metByReport(base, dated, asOf)
      return { state: metBy.length > 0 ? 'yes' : 'not reported', reason: null, metBy }
    }
    const said = compiled.met(subjectOf(dated, asOf))
    if (said.state !== 'yes') return { state: said.state, reason: said.reason, metBy: [] }
    const all = metByFacts(base, dated, compiled.counted, said.datumIds)
    return { state: 'yes', reason: null, metBy: untilMet(dated, compiled, all) }
  }

  const searchedFor = (dated: DatedDuty, { context, counted }: Compiled): Searched[] => {
    const { rule, year, record } = dated
    const begins = dated.begins ?? record?.heldFrom ?? null
    if (rule.met === undefined) {
      if (rule.obligation === undefined) return []
      const from = rule.due === undefined || isFirstReport(dated) ? begins : `${year}-01-01`
      return searchedIn(context.scope, [{ kind: `${rule.obligation}-report`, where: {} }], from)
    }
    // A test of the record itself asks the register that holds the record.
    const kinds = counted.length > 0 || record === null ? counted : [{ kind: record.kind, where: {} }]
    return searchedIn(context.scope, kinds, begins ?? (isOnce(rule) ? null : `${year}-01-01`))
  }

  const isAhead = (due: string): boolean => compareDates(due, asOf) !== 'before'
  const isNear = ({ owed, rule }: DatedDuty): boolean =>
    rule.atRisk !== undefined && addDays(endOf(owed.due!), -rule.atRisk.days) <= asOf

  /** Why nothing can be said, or what says that nothing was done. */
  const whyNot = (searched: readonly Searched[], said: Fulfilment, day: string): Reason => {
    const registers = searched.map(({ register }) => register)
    if (registers.length === 0) return { key: 'duty-no-register' }
    const open = searched.filter(({ level }) => level !== 'complete')
    if (open.length > 0) return { key: 'duty-register-open', registers: open.map(({ register }) => register) }
    const short = searched.filter(({ until }) => until! < day)
    const until = searched.map((one) => one.until!).sort()[0]!
    if (short.length > 0)
      return { key: 'duty-register-ends', registers: short.map(({ register }) => register), until }
    if (said.state === 'unknown' && said.reason !== null) return said.reason
    return { key: 'duty-none-held', registers, until }
  }

  type Standing = { status: DutyStatus; reason: Reason | null }
  const standing = (
    dated: DatedDuty,
    given: {
      said: Fulfilment
      open: Outcome | undefined
      applies: DutyOwed['applies']
      searched: Searched[]
    },
  ): Standing => {
    const { owed, rule, endedOn } = dated
    const { said, open, applies, searched } = given
    if (said.state === 'yes') return { status: 'met', reason: null }
    if (endedOn !== null && endedOn <= asOf)
      return { status: 'ended', reason: { key: 'duty-ended', on: endedOn } }
    if (owed.due === null) return { status: owed.waitsFor === null ? 'undated' : 'waiting', reason: null }
    if (isAhead(owed.due)) return { status: isNear(dated) ? 'at-risk' : 'due', reason: null }
    const unmet = rule.recurs === undefined ? 'overdue' : 'missed'
    if (open?.state === 'yes') return { status: unmet, reason: open.reason }
    const day = endOf(owed.due)
    const reason = whyNot(searched, said, day)
    // Nobody fails to do what nobody knows it owes, and an answer that is open is no answer.
    const isCertain = applies === 'yes' && said.state !== 'unknown' && tellsUntil(searched, day)
    return { status: isCertain ? unmet : 'not-found', reason }
  }

  /** Whether something shows it open that came after what had fulfilled it, with a day of its own: found anew. */
  const isReopened = (dated: DatedDuty, open: Outcome | undefined, metBy: readonly MetBy[]): boolean => {
    const { due } = dated.owed
    const from = open?.state === 'yes' ? open.from : null
    return (
      from !== null &&
      due !== null &&
      compareDates(due, from) === 'after' &&
      metBy.every(({ on }) => on !== null && compareDates(from, on) === 'after')
    )
  }

  const judge = (dated: DatedDuty): DutyOwed | undefined => {
    const { owed, rule } = dated
    const compiled = compiledFor(dated)
    const found = fulfilment(dated, compiled)
    const open = compiled.open?.(subjectOf(dated, asOf))
    const said: Fulfilment = isReopened(dated, open, found.metBy)
      ? { state: 'no', reason: open!.reason, metBy: [] }
      : found
    const owes = owing(dated, compiled)
    const isMet = said.state === 'yes'
    const shown = (isMet && isOnce(rule)) || open?.state === 'yes'
    if (owes !== undefined && !shown && owes.state !== 'yes' && owes.state !== 'unknown') return undefined
    const applies = owes === undefined || owes.state === 'yes' || shown ? 'yes' : 'unknown'
    const searched = isMet ? [] : searchedFor(dated, compiled)
    const { status, reason } = standing(dated, { said, open, applies, searched })
    return {
      ...owed,
      applies,
      status,
      isLate: isMet ? isLateOf(said.metBy.slice(isOneRecord(rule.met?.by) ? 0 : -1), owed.due) : null,
      metBy: said.metBy,
      reason: reason ?? (applies === 'unknown' ? owes!.reason : null),
      searched,
      restsOn: [...new Set([...(owes?.datumIds ?? []), ...(open?.datumIds ?? [])])],
    }
  }

  return {
    judge,
    isUnmet: (dated) => {
      const status = judge(dated)?.status
      return status === 'overdue' || status === 'missed'
    },
  }
}
