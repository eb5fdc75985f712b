// Which indicators read what a report says: from the rules themselves, under any of their readings.
import { readOncePerInstruments } from '../instrument-folders.ts'
import { readersOf } from '../rules/feeds.ts'
import type { Questionnaire } from '../rules/questionnaire-schema.ts'
import { withReading } from '../rules/reading.ts'
import { readsOf } from '../rules/reads.ts'
import type { Rule } from '../rules/rule-schema.ts'
import { type HeldPlan, heldPlans } from './plans.ts'

export type Readers = {
  /** Ids of indicators (`<plan>/<number>`) by question. */
  byQuestion: ReadonlyMap<string, readonly string[]>
  /** Indicators that ask whether, when or in which form the report came. */
  ofReport: readonly string[]
}

const byNumber = (a: string, b: string): number => a.localeCompare(b, 'en', { numeric: true })

const readsReport = (plan: HeldPlan, rule: Rule, obligation: string): boolean =>
  ['default', ...Object.keys(rule.readings)].some((reading) =>
    readsOf(withReading(rule, reading), plan.rules.let, plan.rules.cohorts, plan.rules.obligation).kinds.has(
      `${obligation}-report`,
    ),
  )

const found = readOncePerInstruments(() => new Map<string, Readers>())

/** The readers of one questionnaire's reports among the plans held. Found once: plans are read once. */
export const readersOfReports = (questionnaire: Questionnaire): Readers => {
  let readers = found().get(questionnaire.id)
  if (readers === undefined) {
    readers = readersAmong(heldPlans(), questionnaire)
    found().set(questionnaire.id, readers)
  }
  return readers
}

const readersAmong = (plans: readonly HeldPlan[], questionnaire: Questionnaire): Readers => {
  const byQuestion = new Map<string, string[]>()
  const ofReport: string[] = []
  for (const plan of plans) {
    const { id, rules, obligation } = plan.rules
    for (const [question, numbers] of readersOf(
      { plan: id, resources: null, let: {}, rules },
      questionnaire,
      obligation,
    ))
      byQuestion.set(question, [
        ...(byQuestion.get(question) ?? []),
        ...[...numbers].sort(byNumber).map((number) => `${id}/${number}`),
      ])
    for (const [number, rule] of Object.entries(rules))
      if (readsReport(plan, rule, questionnaire.id)) ofReport.push(`${id}/${number}`)
  }
  return { byQuestion, ofReport: ofReport.sort(byNumber) }
}
