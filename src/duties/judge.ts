// Where a duty stands on a day: whether it is owed, by what it was met and when, and what may be said where nothing is
// held. Pure; every rule is compiled once for its year and the day.
import { dayBefore, readDate } from '../facts/edtf.ts'
import { compareDates } from '../facts/precision.ts'
import type { Subject } from '../rules/context.ts'
import { addDays, minDate } from '../rules/dates.ts'
import type { Duty } from '../rules/duty-form.ts'
import type { FactBase } from '../rules/facts.ts'
import type { Outcome } from '../rules/outcome.ts'
import { joinReasons, type Reason } from '../words/reason.ts'
import { withdrawalDuty } from './bound-dates.ts'
import { type Compiled, createCompiler, type JudgingNames } from './compiled.ts'
import type { DatedDuty } from './dated.ts'
import { endOf, isFirstReport, isLateOf, metByFacts, metByReport } from './met.ts'
import type { DutyOwed, DutyStatus, MetBy, Searched } from './owed.ts'
import { searchedIn, tellsUntil } from './searched.ts'
import { baseWithin } from './times.ts'

export type Judge = {
  /** The duty with its status; undefined where it is known that the actor does not owe it. */
  judge: (dated: DatedDuty) => DutyOwed | undefined
  /** Whether it is certain that it was not met: its day is past and complete registers, or a record, say so. */
  isUnmet: (dated: DatedDuty) => boolean
}

/** One that is fulfilled once, not each year or by each meeting: whatever fulfils it shows that it was owed. */
const isOnce = ({ due, recurs, first }: Duty): boolean => {
  const event = first?.after ?? first?.before ?? first?.at
  const isEach = typeof event === 'object' && 'eachMeeting' in event
  return due === undefined && recurs === undefined && !isEach
}

/** A condition for which the first record that matches is the one that fulfilled it. */
const isOneRecord = (condition: unknown): boolean =>
  typeof condition === 'object' &&
  condition !== null &&
  !['all', 'any', 'every', 'count', 'sum', 'answer', 'when', 'not', 'distinct', 'cohort'].some(
    (form) => form in condition,
  )

type Owing = (dated: DatedDuty) => Outcome | undefined

/** Judges on one base; `wasOwed` tells what facts of another time of being bound show of it. */
const judgeOn = (
  base: FactBase,
  asOf: string,
  names: JudgingNames,
  wasOwed?: Owing,
): Judge & { owing: Owing } => {
  const compiledFor = createCompiler(base, asOf, names)
  const subjectOf = ({ owed, record }: DatedDuty, at: string): Subject => ({
    actor: owed.actor,
    record: record ?? undefined,
    at,
    dueOn: () => (owed.due === null ? undefined : endOf(owed.due)),
  })

  /** Whether it is owed: on its day, or today while it lies ahead; for what is owed once, today as well. */
  const owingNow = (dated: DatedDuty, { owed }: Compiled): Outcome | undefined => {
    if (owed === undefined) return undefined
    const bound =
      dated.endedOn !== null && dated.endedOn <= asOf ? minDate(asOf, dayBefore(dated.endedOn)) : asOf
    const day = dated.owed.due === null ? bound : minDate(bound, endOf(dated.owed.due))
    const then = owed(subjectOf(dated, day))
    if (then.state === 'yes' || day === bound || !isOnce(dated.rule)) return then
    const now = owed(subjectOf(dated, bound))
    return now.state === 'yes' || then.state !== 'unknown' ? now : then
  }

  /** That nothing held of its later time shows it does not say that what an earlier one showed is so no more. */
  const owing: Owing = (dated) => {
    const said = owingNow(dated, compiledFor(dated))
    return said?.state === 'no' && isOnce(dated.rule) && wasOwed?.(dated)?.state === 'yes'
      ? { ...said, state: 'unknown' }
      : said
  }

  /**
   * What met a condition that may take several records, or answers that were corrected, on the first day on which it was
   * met: asked again as of each of their days until the answer is yes.
   */
  const firstMetBy = (dated: DatedDuty, compiled: Compiled, ids: readonly string[]): MetBy[] => {
    const now = metByFacts(base, dated, compiled.counted, ids)
    if (isOneRecord(dated.rule.met!.by)) return now
    const days = metByFacts(base, dated, compiled.counted).flatMap(({ on }) =>
      on === null ? [] : [endOf(on)],
    )
    for (const day of [...new Set(days)].sort()) {
      if (day > asOf) break
      const then = compiled.metOn(day)(subjectOf(dated, day))
      if (then.state === 'yes') return metByFacts(base, dated, compiled.counted, then.datumIds)
    }
    return now
  }

  /** How far the register of acts with the depositary reaches, from the day on. */
  const actsOf = ({ owed }: DatedDuty, { context }: Compiled): Searched[] =>
    searchedIn(context.scope, [{ kind: 'status-event', where: { treaty: owed.instrument } }], {
      ...{ actor: owed.actor, begins: owed.due },
    })

  /**
   * Whether what comes by itself is seen to have come: a withdrawal can be taken back, or be put off, until its day, so
   * that the register has to reach that day.
   */
  const isSeen = (dated: DatedDuty): boolean => {
    if (dated.rule.id !== withdrawalDuty || dated.owed.due === null) return true
    return tellsUntil(actsOf(dated, compiledFor(dated)), endOf(dated.owed.due))
  }

  /** Whether a later day may have been granted without our holding it: how far the register of extensions reaches. */
  const extensionsOf = ({ owed, rule, begins }: DatedDuty, { context }: Compiled): Searched[] => {
    if (rule.extendable !== true) return []
    const last = owed.granted.findLast(({ isGranted }) => isGranted)?.statedAsOf ?? null
    const since = last === null ? null : (readDate(last)?.from ?? null)
    return searchedIn(context.scope, [{ kind: 'extension-granted', where: {} }], {
      ...{ actor: owed.actor, begins: since ?? begins ?? null },
    })
  }

  /** Whether the day to go by is certain: nothing can be granted, or everything that was is held. */
  const isDayCertain = (dated: DatedDuty, compiled: Compiled): boolean =>
    dated.rule.extendable !== true || tellsUntil(extensionsOf(dated, compiled), endOf(dated.owed.due!))

  /**
   * Whether it was met after its day. Not where a later day may have been granted; and what was declared after the day
   * may have been done before it, unless something held shows that it was open on the day after.
   */
  const latenessOf = (dated: DatedDuty, compiled: Compiled, metBy: readonly MetBy[]): boolean | null => {
    const { due } = dated.owed
    const isLate = isLateOf(metBy, due)
    if (isLate !== true) return isLate
    if (!isDayCertain(dated, compiled)) return null
    if (dated.rule.met?.declared !== true) return true
    // On the day after its own, or on the one before it was declared: open on either, it was done after its day.
    const days = [endOf(due!), ...metBy.flatMap(({ on }) => (on === null ? [] : [addDays(endOf(on), -2)]))]
    const wasOpen = days
      .map((day) => addDays(day, 1))
      .some((day) => day > endOf(due!) && compiled.openOn(day)?.(subjectOf(dated, day)).state === 'yes')
    return wasOpen ? true : null
  }

  /** `isTold`: the reason is what a record or a report says or lacks, and not the want of one. */
  type Fulfilment = { state: Outcome['state']; reason: Reason | null; metBy: MetBy[]; isTold?: boolean }
  const fulfilment = (dated: DatedDuty, compiled: Compiled): Fulfilment => {
    if (dated.comesByItself === true) {
      // From its day on: who is bound from a day is bound on it.
      const hasCome = dated.owed.due !== null && compareDates(dated.owed.due, asOf) !== 'after'
      if (!hasCome || !isSeen(dated)) return { state: 'no', reason: null, metBy: [] }
      const acts = [{ kind: 'status-event', where: {} }]
      return { state: 'yes', reason: null, metBy: metByFacts(base, dated, acts, dated.owed.datumIds) }
    }
    if (compiled.met === undefined) {
      const isComplete = (day: string) => tellsUntil(searchedFor(dated, compiled), day)
      const metBy = dated.rule.obligation === undefined ? [] : metByReport(base, dated, asOf, isComplete)
      return { state: metBy.length > 0 ? 'yes' : 'not reported', reason: null, metBy }
    }
    const said = compiled.met(subjectOf(dated, asOf))
    if (said.state !== 'yes') {
      const isTold = said.datumIds.length > 0
      return { state: said.state, reason: said.reason, metBy: [], isTold }
    }
    if ((dated.rule.recurs?.times ?? 1) > 1) {
      const metBy = metByFacts(base, dated, compiled.counted, said.datumIds)
      const nth = metBy[(dated.nth ?? 1) - 1]
      return { state: nth === undefined ? 'no' : 'yes', reason: null, metBy: nth === undefined ? [] : [nth] }
    }
    return { state: 'yes', reason: null, metBy: firstMetBy(dated, compiled, said.datumIds) }
  }

  const searchedFor = (dated: DatedDuty, { context, counted }: Compiled): Searched[] => {
    const { rule, year, record } = dated
    const { actor } = dated.owed
    const begins = dated.begins ?? record?.heldFrom ?? null
    if (dated.comesByItself === true) return actsOf(dated, compiledFor(dated))
    if (rule.met === undefined) {
      if (rule.obligation === undefined) return []
      const from = rule.due === undefined || isFirstReport(dated) ? begins : `${year}-01-01`
      return searchedIn(context.scope, [{ kind: `${rule.obligation}-report`, where: {} }], {
        ...{ actor, begins: from },
      })
    }
    // A test of the record itself asks the register that holds the record.
    const kinds = counted.length > 0 || record === null ? counted : [{ kind: record.kind, where: {} }]
    return [
      ...searchedIn(context.scope, kinds, {
        ...{ actor, begins: begins ?? (isOnce(rule) ? null : `${year}-01-01`) },
      }),
      ...extensionsOf(dated, compiledFor(dated)),
    ]
  }

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
      compiled: Compiled
    },
  ): Standing => {
    const { owed, rule, endedOn } = dated
    const { said, open, applies, searched, compiled } = given
    if (said.state === 'yes') return { status: 'met', reason: null }
    const isPast = owed.due !== null && compareDates(owed.due, asOf) === 'before'
    const ending: Reason | undefined = endedOn === null ? undefined : { key: 'duty-ended', on: endedOn }
    const left = endedOn !== null && endedOn <= asOf ? ending : undefined
    // Nothing is owed on the day the actor ceases to be bound, or after it: neither once it has left, nor before.
    const isAfterEnd = endedOn !== null && owed.due !== null && compareDates(owed.due, endedOn) !== 'before'
    if (
      ending !== undefined &&
      dated.comesByItself !== true &&
      (isAfterEnd || (left !== undefined && !isPast))
    )
      return { status: 'ended', reason: ending }
    if (owed.due === null) return { status: owed.waitsFor === null ? 'undated' : 'waiting', reason: null }
    if (!isPast) return { status: isNear(dated) ? 'at-risk' : 'due', reason: null }
    const day = endOf(owed.due)
    const isOpen = open?.state === 'yes'
    const reason = isOpen ? open.reason : said.isTold === true ? said.reason! : whyNot(searched, said, day)
    // Nobody fails to do what nobody knows it owes, and an answer that is open is no answer.
    const isTelling = isOpen || (applies === 'yes' && said.state !== 'unknown' && tellsUntil(searched, day))
    if (!isTelling) return { status: 'not-found', reason }
    if (!isDayCertain(dated, compiled))
      return { status: 'not-found', reason: { key: 'duty-register-open', registers: ['extension-granted'] } }
    if (left !== undefined) return { status: 'ended', reason: joinReasons([reason, left]) }
    return { status: rule.recurs === undefined ? 'overdue' : 'missed', reason }
  }

  /**
   * Whether something shows it open that came after what had fulfilled it, with a day of its own: an obligation held
   * again, or a new day granted or stated, since areas were found anew.
   */
  const isReopened = (dated: DatedDuty, open: Outcome | undefined, metBy: readonly MetBy[]): boolean => {
    const { due, granted } = dated.owed
    const isAfterAll = (day: string | null): boolean =>
      day !== null && metBy.every(({ on }) => on !== null && compareDates(day, on) === 'after')
    if (granted.some((one) => isAfterAll(one.statedAsOf) && isAfterAll(one.on))) return true
    const from = open?.state === 'yes' ? open.from : null
    return from !== null && due !== null && compareDates(due, from) === 'after' && isAfterAll(from)
  }

  const judge = (dated: DatedDuty): DutyOwed | undefined => {
    const { owed, rule } = dated
    const compiled = compiledFor(dated)
    const found = fulfilment(dated, compiled)
    const open = compiled.open?.(subjectOf(dated, asOf))
    const said: Fulfilment = isReopened(dated, open, found.metBy)
      ? { state: 'no', reason: open?.state === 'yes' ? open.reason : null, metBy: [] }
      : found
    const owes = owing(dated)
    const isMet = said.state === 'yes'
    const shown = (isMet && isOnce(rule)) || open?.state === 'yes'
    if (owes !== undefined && !shown && owes.state !== 'yes' && owes.state !== 'unknown') return undefined
    if (rule.right === true && !shown && owes?.state === 'unknown') return undefined
    if (!shown && compiled.unless?.(subjectOf(dated, asOf)).state === 'yes') return undefined
    const applies = owes === undefined || owes.state === 'yes' || shown ? 'yes' : 'unknown'
    // What lies ahead, or waits for its day, is not looked for yet.
    const isLookedFor = owed.due === null ? owed.waitsFor === null : compareDates(owed.due, asOf) === 'before'
    const searched = isMet || !isLookedFor ? [] : searchedFor(dated, compiled)
    const { status, reason } = standing(dated, { said, open, applies, searched, compiled })
    return {
      ...owed,
      applies,
      status,
      isLate:
        isMet && dated.comesByItself !== true
          ? latenessOf(dated, compiled, said.metBy.slice(isOneRecord(rule.met?.by) ? 0 : -1))
          : null,
      metBy: said.metBy,
      reason: reason ?? (applies === 'unknown' ? owes!.reason : null),
      searched,
      restsOn: [...new Set([...(owes?.datumIds ?? []), ...(open?.datumIds ?? [])])],
    }
  }

  return {
    judge,
    owing,
    isUnmet: (dated) => {
      const status = judge(dated)?.status
      return status === 'overdue' || status === 'missed'
    },
  }
}

/** Judges duties of one set on one base, as of `asOf`: each on the facts of its own time of being bound. */
export const createJudge = (base: FactBase, asOf: string, names: JudgingNames): Judge => {
  const whole = judgeOn(base, asOf, names)
  const judges = new Map<string, Judge>()
  const judgeOf = ({ owed, time }: DatedDuty): Judge => {
    if (time === undefined) return whole
    const key = `${owed.actor}|${time.since}|${time.before}`
    let own = judges.get(key)
    if (own === undefined) {
      own = judgeOn(baseWithin(base, owed.actor, time), asOf, names, whole.owing)
      judges.set(key, own)
    }
    return own
  }
  return {
    judge: (dated) => judgeOf(dated).judge(dated),
    isUnmet: (dated) => judgeOf(dated).isUnmet(dated),
  }
}
