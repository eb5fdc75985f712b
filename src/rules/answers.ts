// Conditions on what a report says: which version is current, what its silence means.
import { problem } from '../problem.ts'
import type { Reason } from '../words/reason.ts'
import { type ConditionContext, pendingOf, type Subject, type Test } from './context.ts'
import { type Reach, reachFor, reachOver, statedFor } from './coverage.ts'
import { addDays } from './dates.ts'
import type { AnswerFact, CoverageFact, ReportFact } from './facts.ts'
import { toldUntil } from './matching.ts'
import { type Outcome, type OutcomeState, outcome } from './outcome.ts'
import type { Scope } from './scope.ts'

type AnswerNode = {
  answer: string
  is?: string | string[]
  gte?: number
  gt?: number
  lte?: number
  lt?: number
  standing?: boolean
  by?: string
}

/** The latest version of a cycle's report received by the as-of date. */
export const currentReport = (
  scope: Scope,
  reports: readonly ReportFact[],
  coversYear: number | undefined,
): ReportFact | undefined => {
  let current: ReportFact | undefined
  for (const report of reports) {
    if (coversYear !== undefined && report.coversYear !== coversYear) continue
    if (report.receivedOn <= scope.asOf) current = report
  }
  return current
}

const currentByScope = new WeakMap<Scope, Map<string, ReportFact | undefined>>()

/**
 * The actor's own report for the cycle of the scope's year, in the version received last by the as-of date. Nearly every
 * rule asks for it of every member: looked up once for a year and a day.
 */
export const reportOfCycle = (scope: Scope, actor: string): ReportFact | undefined => {
  let current = currentByScope.get(scope)
  if (current === undefined) {
    current = new Map()
    currentByScope.set(scope, current)
  }
  let report = current.get(actor)
  if (report === undefined && !current.has(actor)) {
    report = currentReport(scope, scope.base.reports(scope.obligation, actor), scope.year - 1)
    current.set(actor, report)
  }
  return report
}

/** Compiles `{answer: …}`. Evidence is the answer itself, or the report that is silent. */
export const compileAnswer = (context: ConditionContext, node: AnswerNode): Test => {
  const { scope } = context
  const obligation = node.by ?? scope.obligation
  const judge = compileJudge(node)
  const register = `${obligation}-report`
  const span = { from: `${scope.year}-01-01`, until: addDays(scope.asOf, 1) }
  const reachOf = compileReportReach(scope, register, span, node.by !== undefined)
  const absent = (subject: Subject): Outcome => {
    const reach = reachOf(subject.actor)
    const day = toldUntil(scope, reach)
    context.reached(register, reach)
    if (reach.level === 'none') return outcome('unknown', { key: 'no-report-register' })
    if (reach.level === 'partial') return outcome('unknown', { key: 'report-register-partial' })
    const pending = pendingOf(context, subject, day)
    if (pending !== undefined) return outcome('pending', { key: 'report-due', until: pending })
    const none: Reason =
      node.by === undefined
        ? { key: 'no-report', year: scope.year - 1, on: day }
        : { key: 'no-report-about', obligation: node.by, on: day }
    return outcome('not reported', none)
  }
  const ofReport = (report: ReportFact): Outcome => {
    context.reached(register, reachOf(report.actor))
    const answer = scope.base.answer(report.id, node.answer)
    if (answer === undefined || answer.state === 'not reported')
      return outcome('not reported', { key: 'report-silent', year: report.coversYear }, [
        answer?.id ?? report.id,
      ])
    return judge(answer, report)
  }
  if (node.standing === true) return compileStanding(context, obligation, node, absent, ofReport)
  return (subject) => {
    const report =
      node.by === undefined
        ? reportOfCycle(scope, subject.actor)
        : currentReport(scope, scope.base.reportsAbout(obligation, recordName(subject)), undefined)
    return report === undefined ? absent(subject) : ofReport(report)
  }
}

/** How far a register of reports reaches for one actor; of reports about a record, which anyone may make, for everyone. */
const compileReportReach = (
  scope: Scope,
  register: string,
  span: { from: string; until: string },
  isByAnyone: boolean,
): ((actor: string) => Reach) => {
  const over = (rows: readonly CoverageFact[]) => reachOver(rows, span)
  if (isByAnyone) {
    const reach = reachFor(scope.base, register, undefined, over)
    return () => reach
  }
  const stated = statedFor(scope.base, register)
  const memo = new Map<string, Reach>()
  return (actor) => {
    const { rows, key } = stated(actor)
    const reach = memo.get(key) ?? over(rows)
    memo.set(key, reach)
    return reach
  }
}

const recordName = (subject: Subject): string => {
  if (subject.record === undefined)
    throw problem('input-rejected', 'A rule reads answers about a record where its population has none.')
  return subject.record.externalId ?? subject.record.id
}

/** The latest report up to the cycle that says anything; what was said once stands until something else is said. */
const compileStanding = (
  context: ConditionContext,
  obligation: string,
  node: AnswerNode,
  absent: (subject: Subject) => Outcome,
  ofReport: (report: ReportFact) => Outcome,
): Test => {
  const { scope } = context
  return (subject) => {
    const upToCycle = scope.base
      .reports(obligation, subject.actor)
      .filter((report) => report.coversYear < scope.year)
    const years = [...new Set(upToCycle.map((report) => report.coversYear))].sort((a, b) => b - a)
    for (const year of years) {
      const report = currentReport(scope, upToCycle, year)
      if (report === undefined) continue
      const answer = scope.base.answer(report.id, node.answer)
      if (answer === undefined || answer.state === 'not reported') continue
      const said = ofReport(report)
      return year === scope.year - 1 ? said : { ...said, reason: { key: 'standing', of: said.reason, year } }
    }
    const current = currentReport(scope, upToCycle, scope.year - 1)
    return current === undefined ? absent(subject) : ofReport(current)
  }
}

/** Turns an answer into an outcome: its state as it was given, or a number compared. */
const compileJudge = (node: AnswerNode): ((answer: AnswerFact, report: ReportFact) => Outcome) => {
  const comparison = (['gte', 'gt', 'lte', 'lt'] as const).find((name) => node[name] !== undefined)
  const accepted = node.is === undefined ? ['yes'] : [node.is].flat()
  // One reason for all who say the same: what is one object is compared and written once.
  const said = new Map<string, Reason>()
  const says = (year: number, state: string): Reason => {
    let reason = said.get(state)
    if (reason?.key !== 'report-says' || reason.year !== year) {
      reason = { key: 'report-says', year, answer: state }
      said.set(state, reason)
    }
    return reason
  }
  return (answer, report) => {
    const ids = [answer.id]
    if (comparison !== undefined) {
      if (answer.number === null)
        return outcome('not reported', { key: 'report-no-number', year: report.coversYear }, ids)
      const limit = node[comparison]!
      const { number } = answer
      const met =
        comparison === 'gte'
          ? number >= limit
          : comparison === 'gt'
            ? number > limit
            : comparison === 'lte'
              ? number <= limit
              : number < limit
      return outcome(met ? 'yes' : 'no', { key: 'report-number', year: report.coversYear, number }, ids, {
        said: true,
      })
    }
    const reason = says(report.coversYear, answer.state)
    if (accepted.includes(answer.state)) return outcome('yes', reason, ids, { said: true })
    // A rule that asks for a "no" is not met by a "yes".
    const state: OutcomeState = answer.state === 'yes' ? 'no' : (answer.state as OutcomeState)
    return outcome(state, reason, ids, { said: true })
  }
}
