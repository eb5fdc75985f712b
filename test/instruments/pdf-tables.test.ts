import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { importPlan } from '../../src/instruments/import.ts'
import { openPlan } from '../../src/instruments/open.ts'
import type { Plan } from '../../src/instruments/plan.ts'

/** A fictional plan that a word processor (LibreOffice) set as a table, exported as PDF. */
const readFixture = async (name: string): Promise<Plan> => {
  const file = join(import.meta.dirname, '..', 'fixtures', 'plan-files', name)
  return importPlan(await openPlan(new Uint8Array(readFileSync(file)), name), name)
}

const sections = [
  'I. Noise at night',
  'II. Light along the quays and on the moles of fishing harbours',
  'III. Help at sea',
]
const promises: [string, string[]][] = [
  [
    'Measure the noise of ships, cranes and lorries in each harbour, by day and by night, and keep what was measured for ten years.',
    [
      'Percentage of harbours that measure noise by day and by night.',
      'Number of meters that stand in harbours and are read each month.',
    ],
  ],
  ['Publish the measurements of each harbour every year.', ['Whether the measurements are published.']],
  [
    'Move the loading of ore and gravel to the hours of the day where people live beside the quays.',
    ['Number of harbours that load by day only.', 'Percentage of ore loaded by day.'],
  ],
  [
    'Put up lamps along the quays.',
    [
      'Number of lamps along the quays.',
      'Percentage of quays with lamps.',
      'Whether the lamps are switched off at night.',
    ],
  ],
  [
    'Train the crews of pilot boats. Pilots of Norland harbours may take part, where places are left, in courses of their neighbours.',
    ['Number of crews trained in a year.', 'Number of courses open to neighbours, by harbour and by year.'],
  ],
  [
    'Hold an exercise of rescue at sea in each harbour once a year, with the crews of ferries and of fishing boats, and tell the neighbours what was learned.',
    ['Number of exercises held in a year, by harbour.', 'Percentage of harbours that held an exercise.'],
  ],
  ['Keep boats for rescue ready.', ['Number of boats that are ready within ten minutes.']],
]

describe('a PDF of a table of actions and indicators made by a word processor', () => {
  const layouts = [
    ['harbour-ruled.pdf', 'lines around all cells, bullets, titles of sections across, rows over two pages'],
    ['harbour-borderless.pdf', 'no lines and no space between rows, indicators without bullets'],
    ['harbour-labels-ruled.pdf', 'lines around its labels only, bullets under the label'],
    ['harbour-spaced.pdf', 'no lines, no numbers, space after each paragraph'],
  ] as const
  for (const [name, layout] of layouts)
    it(`${layout}: every action has its indicators, none is invented`, async () => {
      const plan = await readFixture(name)
      assert.deepEqual(
        plan.actions.map((action) => [action.text, action.indicators.map((one) => one.text)]),
        promises,
      )
      assert.deepEqual(
        plan.sections.map((section) => section.heading),
        sections,
      )
      assert.deepEqual(plan.unplaced, [])
    })
})
