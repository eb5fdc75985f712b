import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { importPlan } from '../../src/instruments/import.ts'
import type { Plan } from '../../src/instruments/plan.ts'
import { allPieces, writePlan } from '../../src/instruments/write.ts'
import { Problem } from '../../src/problem.ts'
import { withoutSpace } from './fixture.ts'

const importOrRefuse = (text: string): Plan | undefined => {
  try {
    return importPlan(text, 'generated.txt')
  } catch (error) {
    if (error instanceof Problem) return undefined
    throw error
  }
}

const isWhole = (plan: Plan, source: string) => {
  const body = source.startsWith('\uFEFF') ? source.slice(1) : source
  assert.equal(withoutSpace(writePlan(plan)), withoutSpace(body))
  const pieces = allPieces(plan).sort((a, b) => a.line - b.line || a.column - b.column)
  pieces.forEach((piece, i) => {
    const before = pieces[i - 1]
    if (before?.line === piece.line)
      assert.ok(before.column + before.raw.length <= piece.column, 'a character is taken twice')
  })
}

// A plan as data, and the ways to write it down.
const word = fc.constantFrom(
  'harbours',
  'members',
  'report',
  'open',
  'the',
  'of',
  'and',
  'publish',
  'yearly',
  'costed',
  'plans',
)
const sentence = fc.array(word, { minLength: 3, maxLength: 14 }).map((words) => `Let ${words.join(' ')}.`)
const measure = fc
  .tuple(
    fc.constantFrom('Percentage of', 'Number of', 'Whether', 'Existence of'),
    fc.array(word, { minLength: 2, maxLength: 9 }),
  )
  .map(([opening, words]) => `${opening} ${words.join(' ')}.`)
const action = fc.record({ text: sentence, indicators: fc.array(measure, { minLength: 1, maxLength: 4 }) })
const section = fc.record({ chapeau: sentence, actions: fc.array(action, { minLength: 1, maxLength: 3 }) })
const content = fc.array(section, { minLength: 1, maxLength: 4 })

const headings = [
  (n: number) => `Action #${n}\n\n`,
  (n: number) => `Action # ${n}\n\n`,
  (n: number) => `Action ${n}: `,
  (n: number) => `Action ${n}. `,
  (n: number) => `**Action ${n}**\n\n`,
  (n: number) => `### Action ${n}\n\n`,
  (n: number) => `Commitment ${n}\n`,
  (n: number) => `Recommendation ${n}\n\n`,
]
const lists = ['Indicators\n\n', 'Indicator:\n', '**Indicators**\n\n', 'Indicators for measuring progress:\n']
const markers = [
  () => '- ',
  () => '* ',
  () => '• ',
  () => '· ',
  () => '– ',
  () => '‣ ',
  (i: number) => `(${'abcd'[i]}) `,
  (i: number) => `${'abcd'[i]}) `,
  (i: number) => `${i + 1}. `,
  (i: number) => `(${['i', 'ii', 'iii', 'iv'][i]}) `,
  (i: number, n: number) => `${n}.${i + 1} `,
  (i: number, n: number) => `Indicator ${n}.${i + 1}: `,
]
const titles = [
  (n: number) => `${['I', 'II', 'III', 'IV'][n]}. Part of the harbours\n\n`,
  (n: number) => `${'ABCD'[n]}) Part of the harbours\n\n`,
  (n: number) => `## ${n + 1}. Part of the harbours\n\n`,
  (n: number) => `Section ${n + 1}: Part of the harbours\n\n`,
]
const style = fc.record({
  heading: fc.constantFrom(...headings),
  list: fc.constantFrom(...lists),
  marker: fc.constantFrom(...markers),
  title: fc.constantFrom(...titles),
  lineEnd: fc.constantFrom('\n', '\r\n', '\r'),
  mark: fc.constantFrom('', '\uFEFF'),
})

describe('a plan written back is its source', () => {
  it('in every style, with every action and indicator found, verbatim', () => {
    fc.assert(
      fc.property(content, style, (sections, how) => {
        let number = 0
        const text = sections
          .map((one, k) => {
            const actions = one.actions.map(({ text, indicators }) => {
              number++
              const items = indicators
                .map((indicator, i) => `${how.marker(i, number)}${indicator}\n`)
                .join('')
              return `${how.heading(number)}${text}\n\n${how.list}${items}\n`
            })
            return `${how.title(k)}${k + 1}. ${one.chapeau}\n\n${actions.join('')}`
          })
          .join('')
        const source = how.mark + `The Harbour Action Plan\n\n${text}`.replaceAll('\n', how.lineEnd)
        const plan = importPlan(source, 'generated.txt')
        isWhole(plan, source)
        const given = sections.flatMap((one) => one.actions)
        assert.deepEqual(
          plan.actions.map((a) => a.text),
          given.map((a) => a.text),
        )
        assert.deepEqual(
          plan.actions.map((a) => a.number),
          given.map((_, i) => i + 1),
        )
        assert.deepEqual(
          plan.actions.map((a) => a.indicators.map((i) => i.text)),
          given.map((a) => a.indicators),
        )
        assert.deepEqual(
          plan.sections.map((s) => s.paragraphs.map((p) => p.text)),
          sections.map((s) => [s.chapeau]),
        )
        assert.deepEqual(plan.unplaced, [])
      }),
      { numRuns: 250 },
    )
  })

  const fragment = fc.constantFrom(
    'Action #1',
    'Action 2:',
    '**Action 3**',
    '### Action 4',
    'Indicators',
    'Indicator: Number of x.',
    '+---+---+',
    '+===+',
    '| - a | b |',
    'Indicators: (a) Number of x; (b) Share of y',
    'Action 9: Do. Indicator: Number of z',
    '1 Number of x',
    'States will:',
    '- Percentage of x',
    '-',
    '•',
    '* ',
    '(a) Number',
    '1. Do it.',
    '1.1 x',
    'I. Intro',
    'A) Action plan:',
    'C) Indicators:',
    '|',
    '| Action | Indicator |',
    '|---|---|',
    '| 1. do | a<br>b |',
    '\t',
    'No.\tAction\tIndicator',
    '1\tdo\tNumber',
    '¹ note',
    '^{*} x',
    '[^1]: y',
    '**',
    '__',
    '\\#',
    '\\',
    '\u00ad',
    '\u200b',
    '\u00a0',
    '\f',
    '\r',
    '\r\n',
    '\n',
    '\n\n',
    ' ',
    '12',
    'HBR/CONF/1',
    '- 3 -',
    'ADVANCE COPY',
    'the end of the',
    'A sentence ends.',
    'Responsible: X',
    '---',
    '===',
    '> quote',
    '*em*',
    '\ufeff',
    '\u2028',
    '\u0085',
    '\ud800',
    '😀',
    '<br>',
    'x ..... 4',
    '١. نص',
  )
  const garbage = fc
    .array(
      fc.oneof(
        { weight: 6, arbitrary: fragment },
        { weight: 2, arbitrary: fc.constant('\n') },
        { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
      ),
      { maxLength: 50 },
    )
    .map((parts) => parts.join(''))

  it('whatever comes: nothing is dropped or doubled, and only problems are thrown', () => {
    let read = 0
    fc.assert(
      fc.property(garbage, fc.boolean(), (text, headed) => {
        const source = headed ? `Plan\nAction 1\n${text}` : text
        const plan = importOrRefuse(source)
        if (plan === undefined) return
        read++
        isWhole(plan, source)
        const ids = [...plan.actions, ...plan.actions.flatMap((a) => a.indicators)].map((one) => one.id)
        assert.equal(new Set(plan.actions.map((a) => a.id)).size, plan.actions.length, ids.join(' '))
      }),
      { numRuns: 600 },
    )
    assert.ok(read > 200)
  })

  it('reads in time linear to the length, however the text is made', () => {
    const shapes = ['x', ' ', '*', '. ', '|', '#', '- ', '(', 'a- ', 'x '].map((part) =>
      part.repeat(400_000 / part.length),
    )
    const started = performance.now()
    for (const shape of shapes) importOrRefuse(`Action 1\n${shape}`)
    importOrRefuse('Action #1\n\nDo a thing.\n\nIndicators\n- Number of things.\n\n'.repeat(6_000))
    importOrRefuse('1. Do.\nIndicators\n- Number.\n'.repeat(10_000))
    importOrRefuse(`| Action | Indicator |\n${'| a | b |\n'.repeat(30_000)}`)
    // Ten times what it takes; a quadratic step would take minutes.
    assert.ok(performance.now() - started < 60_000)
  })
})
