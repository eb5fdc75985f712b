// A pledge as it is read, by what tests ask of it; and that it is written back as it was.
import assert from 'node:assert/strict'
import { importPlan } from '../../src/instruments/import.ts'
import { writePlan } from '../../src/instruments/write.ts'

/** Reads the text of a pledge. Fails where it is not written back to the letter. */
export const readPledge = (text: string) => {
  const plan = importPlan(text, 'fords.txt')
  assert.equal(writePlan(plan), text)
  return {
    plan,
    title: plan.title,
    parts: plan.sections.map(({ title }) => title),
    actions: plan.actions.map(({ id, text: words }) => [id, words]),
    indicators: plan.indicators.map(({ id, text: words }) => [id, words]),
    unplaced: plan.unplaced.map(({ text: words }) => words),
    said: plan.anomalies.map(({ kind }) => kind),
  }
}
