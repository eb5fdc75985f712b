import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { importPlan } from '../../src/instruments/import.ts'
import { openPlan } from '../../src/instruments/open.ts'
import { readPages } from '../../src/instruments/pdf.ts'
import type { PdfItem } from '../../src/instruments/pdf-extract.ts'
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

/** A line of a cell as it stands on a page: 10 points, 5 points a letter. */
const at = (x: number, y: number, text: string): PdfItem => ({
  ...{ text, x, y, width: text.length * 5, size: 10, bold: false, artifact: false, turned: false },
})

describe('a line of an indicator that begins a new sentence', () => {
  it('is kept where it stands and listed, since the page does not show whether it is another indicator', () => {
    const items = [
      ...[at(60, 60, 'Action'), at(300, 60, 'Indicators')],
      ...[at(60, 75, '1. Light the quays.'), at(300, 75, 'Number of quays lit in each harbour by night.')],
      at(300, 87, 'Harbours of the islands count twice.'),
      ...[at(60, 102, '2. Train crews.'), at(300, 102, 'Number of crews trained in each harbour.')],
      at(300, 114, 'Percentage of crews that were trained twice.'),
    ]
    const page = { width: 595, height: 842, items, rules: [], missingHyphens: 0 }
    const plan = importPlan({ ...readPages([page]), sha256: '0'.repeat(64) }, 'plan.pdf')
    assert.deepEqual(
      plan.actions.map((action) => action.indicators.map((one) => one.text)),
      [
        ['Number of quays lit in each harbour by night. Harbours of the islands count twice.'],
        ['Number of crews trained in each harbour.', 'Percentage of crews that were trained twice.'],
      ],
    )
    assert.deepEqual(
      plan.anomalies.filter(({ kind }) => kind === 'line-after-full-stop').map(({ text }) => text),
      ['…each harbour by night. / Harbours of the islands…'],
    )
  })
})
