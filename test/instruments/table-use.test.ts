import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { importPlan } from '../../src/instruments/import.ts'
import { isReference, referredNumber } from '../../src/instruments/table-use.ts'
import { Problem } from '../../src/problem.ts'

const read = (text: string) => importPlan(text, 'plan.md')
const shapeOf = (text: string) =>
  read(text).actions.map(
    (action) =>
      `${action.id} ${action.text} [${action.indicators.map((one) => one.text).join(' ')}] ${action.details
        .map(({ label, text: words }) => `${label}: ${words}`)
        .join(', ')}`,
  )
const table = (...rows: string[][]) => {
  const [header, ...rest] = rows.map((row) => `| ${row.join(' | ')} |`)
  return [
    header,
    rows[0]!
      .map(() => '|---')
      .join('')
      .concat('|'),
    ...rest,
  ].join('\n')
}

const numbered = `# Plan for Quiet Harbours

## Noise

1. Measure noise.

Indicators:

- Number of meters.

2. Publish it.

Indicators:

- Number of papers.
`
const headed = numbered
  .replace('1. Measure', 'Action #1: Measure')
  .replace('2. Publish', 'Action #2: Publish')
const whole = ['1 Measure noise. [Number of meters.] ', '2 Publish it. [Number of papers.] ']

describe('a table beside actions that stand in the text', () => {
  for (const [style, text] of [
    ['numbered paragraphs', numbered],
    ['headings', headed],
  ] as const) {
    it(`${style}: bare numbers are references, and what stands beside them is of those actions`, () => {
      for (const number of ['1', 'Action #1', 'Action 1.'])
        assert.deepEqual(
          shapeOf(
            `${text}\n## Annex: who does what\n\n${table(['Action', 'Who'], [number, 'Secretariat'])}\n`,
          ),
          [`${whole[0]}Who: Secretariat`, whole[1]],
        )
    })

    it(`${style}: words of its own are no actions, and are listed`, () => {
      const rows = table(['Action', 'By'], ['Hold a meeting', '2027'], ['Publish it', '2028'])
      const plan = read(`${text}\n## Annex: timetable\n\n${rows}\n`)
      assert.deepEqual(
        plan.actions.map((action) => [action.id, action.details.map((one) => one.text).join()]),
        [
          ['1', ''],
          ['2', '2028'],
        ],
      )
      assert.deepEqual(
        plan.unplaced.map((one) => one.text),
        ['Hold a meeting', '2027'],
      )
    })

    it(`${style}: a number that no action bears, several numbers, and a header alone`, () => {
      const rows = table(['Action', 'By'], ['9', '2027'], ['Actions 1 and 2', '2028'])
      const plan = read(`${text}\n## Annex\n\n${rows}\n`)
      assert.deepEqual(
        plan.actions.map((action) => action.details.length),
        [0, 0],
      )
      assert.deepEqual(
        plan.unplaced.map((one) => one.text),
        ['Action', 'By', '9', '2027', 'Actions 1 and 2', '2028'],
      )
      assert.deepEqual(shapeOf(`${text}\n${table(['Action', 'Indicators'])}\n`), whole)
    })

    it(`${style}: indicators beside a number are of that action`, () => {
      const rows = table(['Action', 'Indicators'], ['2', 'Share of harbours that publish.'])
      assert.deepEqual(shapeOf(`${text}\n## Annex\n\n${rows}\n`), [
        whole[0],
        '2 Publish it. [Number of papers. Share of harbours that publish.] ',
      ])
    })
  }

  it('inside an action, it does not end the action', () => {
    const rows = table(['Activity', 'Who'], ['Buy meters', 'Secretariat'])
    const text = headed.replace('Measure noise.\n', `Measure noise.\n\n${rows}\n`)
    assert.deepEqual(shapeOf(text), whole)
  })
})

describe('a table of actions without indicators', () => {
  const rows = table(
    ['No.', 'Action', 'Who'],
    ['1', 'Measure noise.', 'Ports'],
    ['2', 'Publish it.', 'Ports'],
  )
  it('holds the actions where nothing else does, after numbered paragraphs too', () => {
    const text = `# Plan for Quiet Harbours\n\n1. Harbours are loud.\n\n2. This is known.\n\n${rows}\n`
    assert.deepEqual(shapeOf(text), ['1 Measure noise. [] Who: Ports', '2 Publish it. [] Who: Ports'])
  })

  it('has its numbers under "Action" where the words stand beside', () => {
    const beside = table(['Action', 'Description', 'Who'], ['1', 'Measure noise.', 'Ports'])
    assert.deepEqual(shapeOf(`# Plan for Quiet Harbours\n\n${beside}\n`), ['1 Measure noise. [] Who: Ports'])
  })

  it('without an action in words is no plan', () => {
    for (const one of [table(['Action', 'Who'], ['1', 'Ports']), table(['Action', 'Indicators'])])
      assert.throws(
        () => read(`# Plan for Quiet Harbours\n\n${one}\n\nIndicators:\n\n- Number of meters.\n`),
        (error) => error instanceof Problem && /no action was found/.test(error.message),
      )
  })
})

describe('a reference', () => {
  it('is a number with or without the word, or several', () => {
    for (const text of [
      '1',
      '#4',
      'Action #12',
      'Action 3.2',
      'Commitment 5a:',
      'Actions 1, 2 and 3',
      'Actions 4–6',
    ])
      assert.ok(isReference(text), text)
    for (const text of ['Measure noise', '12 harbours', 'Action plan', '', 'Action 1: Measure noise'])
      assert.ok(!isReference(text), text)
    assert.deepEqual(['Action #12', '3.', 'Actions 1 and 2'].map(referredNumber), ['12', '3', undefined])
  })
})
