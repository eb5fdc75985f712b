// Reads a plan fixture, all of which are fictional.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { importPlan } from '../../src/instruments/import.ts'
import type { Plan } from '../../src/instruments/plan.ts'

export const fixtureText = (name: string): string =>
  readFileSync(join(import.meta.dirname, '..', 'fixtures', 'plans', name), 'utf8')

export const importFixture = (name: string): Plan => importPlan(fixtureText(name), name)

/** "1: text [1.1 percentage, 1.2 number]" for each action. */
export const outline = (plan: Plan): string[] =>
  plan.actions.map(
    (action) =>
      `${action.id}: ${action.text} [${action.indicators.map((i) => `${i.id} ${i.unit}`).join(', ')}]`,
  )

export const withoutSpace = (text: string): string => text.replace(/\s+/g, '')
