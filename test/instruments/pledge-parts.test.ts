// Pledges as others of the genre write them: parts counted in any way or in none, items with and without marks, tables.
// All invented.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { importPlan } from '../../src/instruments/import.ts'
import { kindOf } from '../../src/instruments/kind.ts'
import { readPledge as read } from './pledge-read.ts'

/** How parts are headed, and how items are marked: every one with every other. */
const heads: readonly ((place: number, title: string) => string)[] = [
  (place, title) => `${'ABCD'[place]}) ${title}:`,
  (place, title) => `(${'ABCD'[place]}) ${title}`,
  (place, title) => `${'ABCD'[place]}. ${title.toUpperCase()}`,
  (place, title) => `Part ${'ABCD'[place]} – ${title}`,
  (place, title) => `${['I', 'II', 'III', 'IV'][place]}. ${title}`,
  (place, title) => `${place + 1}. ${title}`,
  (_, title) => `## ${title}`,
  (place, title) => `## ${place + 1}. ${title}`,
  (_, title) => `**${title}**`,
  (_, title) => `${title}:`,
]
const items: readonly ((place: number) => string)[] = [
  (place) => `${place}. `,
  (place) => `${place}) `,
  (place) => `(${place}) `,
  (place) => `${'abcdef'[place - 1]}) `,
  (place) => `(${['i', 'ii', 'iii', 'iv', 'v', 'vi'][place - 1]}) `,
  () => '- ',
  () => '• ',
  () => '',
]
const titles = ['Objectives', 'Action plan', 'Indicators', 'Resources']
const promised = ['Mark every ford of the river', 'Train the ferry crews', 'Publish a map of the fords']
const measured = ['Fords are marked by 2028', 'Two courses are held each year', 'A map is published']

describe('a pledge in parts', () => {
  it('has its items however parts and items are marked, with full stops or without', () =>
    fc.assert(
      fc.property(
        fc.constantFrom(...heads),
        fc.constantFrom(...items),
        fc.boolean(),
        fc.boolean(),
        (head, item, stops, airy) => {
          const list = (texts: readonly string[]) =>
            texts.map((text, i) => `${item(i + 1)}${text}${stops || item(1) === '' ? '.' : ''}`)
          const between = airy ? '\n\n' : '\n'
          const text = [
            'Safe fords in Averland',
            '',
            ...[head(0, titles[0]!), '', 'Averland pledges to make fords safe.', ''],
            ...[head(1, titles[1]!), '', list(promised).join(between), ''],
            ...[head(2, titles[2]!), '', list(measured).join(between), ''],
            ...[head(3, titles[3]!), '', 'Each bears its own costs.', ''],
          ].join('\n')
          const seen = read(text)
          const stop = stops || item(1) === '' ? '.' : ''
          assert.deepEqual(
            seen.parts.map((one) => one.toLowerCase()),
            titles.map((one) => one.toLowerCase()),
          )
          assert.deepEqual(
            seen.actions.map(([, words]) => words),
            promised.map((one) => `${one}${stop}`),
          )
          assert.deepEqual(
            seen.indicators.map(([, words]) => words),
            measured.map((one) => `${one}${stop}`),
          )
          assert.deepEqual(seen.unplaced, [])
        },
      ),
      { numRuns: 160 },
    ))

  it('may number its items by the letter of the part, with lists inside them', () => {
    const { actions, indicators } = read(`Safe fords

Part A – Objectives
(i) to mark the fords;
(ii) to train those who cross them.

Part B – Action plan
B.1 The Parties shall set up a committee.
B.2 The Parties shall hold:
 a) one exercise a year;
 b) two courses a year.
B.3 The Parties shall, by 2028,
 a) mark 12 fords;
 b) publish a map.

Part C – Indicators
C.1 Meetings of the committee (target: 3 per year)
C.2 Fords marked (baseline 2; target 12 by 2028)

Part D – Resource implications
None.
`)
    assert.deepEqual(actions, [
      ['1', 'The Parties shall set up a committee.'],
      ['2', 'The Parties shall hold:\na) one exercise a year;\nb) two courses a year.'],
      ['3', 'The Parties shall, by 2028,\na) mark 12 fords;\nb) publish a map.'],
    ])
    assert.deepEqual(indicators, [
      ['C1', 'Meetings of the committee (target: 3 per year)'],
      ['C2', 'Fords marked (baseline 2; target 12 by 2028)'],
    ])
  })

  it('is read in Mongolian, Russian and Arabic without one English word', () => {
    for (const [text, actions, indicators] of [
      [
        'ГАРМЫГ ТЭМДЭГЛЭХ\n\nНэг. Зорилго\nАверланд гармыг аюулгүй болгохоо амлаж байна.\nХоёр. Арга хэмжээ\n1. Гарам бүрийг тэмдэглэх\n2. Багийг сургах\nГурав. Шалгуур үзүүлэлт\n1. Гарам тэмдэглэгдсэн байх\n2. Сургалт жилд хоёр удаа\nДөрөв. Нөөц\nТалууд өөрсдөө гаргана.\n',
        2,
        2,
      ],
      [
        'БЕЗОПАСНЫЕ БРОДЫ\n\nI. Цели\nАверланд обязуется сделать броды безопасными.\nII. Меры\n1. Обозначить броды\n2. Обучить экипажи\n3. Издать карту\nIII. Показатели\n1. Броды обозначены\n2. Два курса в год\nIV. Ресурсы\nИз своих средств.\n',
        3,
        2,
      ],
      [
        'مخاضات آمنة\n\nأولاً: الأهداف\nتتعهد أفرلاند بتأمين المخاضات.\nثانياً: خطة العمل\n١. وضع علامات على المخاضات\n٢. تدريب الأطقم\nثالثاً: المؤشرات\n١. دورتان في السنة\nرابعاً: الموارد\nلا شيء.\n',
        2,
        1,
      ],
    ] as const) {
      const { plan, parts } = read(text)
      assert.equal(parts.length, 4, text)
      assert.deepEqual([plan.actions.length, plan.indicators.length], [actions, indicators], text)
      assert.equal(kindOf(plan).kind, 'pledge')
    }
  })

  it('keeps all columns of a table of indicators with their words, the target first', () => {
    const table = `# Safe fords

## I. Objectives
We pledge to mark the fords.

## II. Action plan
1. Mark the fords.

## III. Indicators

| No. | Indicator | Baseline | Target | Means of verification |
|---|---|---|---|---|
| 3.1 | Fords marked | 2 | 12 by 2028 | Map |
| 3.2 | Courses held | – | at least 2 per year | Lists |

## IV. Resources
None.
`
    const seen = read(table)
    assert.deepEqual(seen.indicators, [
      ['III-1', 'Fords marked (Target: 12 by 2028; Baseline: 2; Means of verification: Map)'],
      ['III-2', 'Courses held (Target: at least 2 per year; Means of verification: Lists)'],
    ])
    assert.deepEqual(seen.unplaced, [])
    assert.ok(seen.said.includes('columns-joined'))
    assert.deepEqual(seen.plan.actions[0]!.indicators, [])
    // The same with names of columns that nobody foresaw.
    const other = read(table.replace('| No. | Indicator |', '| # | What we will see |'))
    assert.deepEqual(
      other.indicators.map(([, words]) => words),
      seen.indicators.map(([, words]) => words),
    )
  })

  it('keeps a table copied from a PDF, whose columns only spaces part', () => {
    const { indicators, unplaced } = read(`SAFE FORDS

A. OBJECTIVES
We pledge to mark the fords.
B. ACTION PLAN
- Mark the fords.
C. INDICATORS

      Indicator                          Baseline    Target      By when
      ------------------------------------------------------------------
      Meetings of the group held         0           4 a year    each year
      Fords marked                       2           12          2028
D. RESOURCES
None.
`)
    assert.deepEqual(indicators, [
      ['C1', 'Meetings of the group held (Target: 4 a year; By when: each year; Baseline: 0)'],
      ['C2', 'Fords marked (Target: 12; By when: 2028; Baseline: 2)'],
    ])
    assert.deepEqual(unplaced, [])
  })

  it('takes clauses of a paragraph as indicators, and says so; paragraphs beside items stay paragraphs, and it says so', () => {
    const { indicators, said, plan } = read(`Safe fords

A) Objectives
Averland pledges to mark the fords.

B) Action plan
Averland, working together with the Ministry of Boats, will:
- Mark the fords.
- Train the crews.
This will be reported on each year.

C) Indicators
Number of fords marked; number of crews trained. A report is published each year.
`)
    assert.deepEqual(indicators, [
      ['C1', 'Number of fords marked;'],
      ['C2', 'number of crews trained.'],
      ['C3', 'A report is published each year.'],
    ])
    assert.ok(said.includes('divided-paragraph') && said.includes('paragraph-among-items'))
    assert.deepEqual(
      plan.sections[1]!.paragraphs.map(({ text }) => text),
      ['Averland, working together with the Ministry of Boats, will:', 'This will be reported on each year.'],
    )
  })

  it('may be one paragraph below a label, and a part without items is told of', () => {
    const { actions, said, plan } = read(
      'PLEDGE P7\n\nSection :\nProposed Evaluation Criteria :\n\nPledge text :\nFor the years 2026 - 2028, Averland hereby pledges to mark every ford.\n',
    )
    assert.deepEqual(actions, [
      ['1', 'For the years 2026 - 2028, Averland hereby pledges to mark every ford.'],
    ])
    assert.ok(said.includes('part-without-items') && said.includes('paragraphs-as-actions'))
    assert.equal(kindOf(plan).kind, 'pledge')
  })

  it('whose objectives alone say what will be done has them as actions, and says so', () => {
    const { actions, said } = read(
      'SAFE FORDS\n\nA) Objectives\n- Mark the fords.\n\nB) Indicators\n- Fords are marked.\n\nC) Resources\nNone.\n',
    )
    assert.deepEqual(actions, [['1', 'Mark the fords.']])
    assert.ok(said.includes('no-action-part'))
  })

  it('has notes in brackets, no furniture of pages and web pages, and those who signed in a part of their own', () => {
    const { plan, title, parts, actions } = read(`Home > Pledges > Search

Contact

Safe fords

A) Objectives
Averland pledges to mark the fords.[1]
B) Action plan
- Mark the fords by the end of 2028; and

Page 1 of 2
Home > Pledges > Search

- Train the crews.[2]
C) Indicators
- Fords are marked.
D) Resources
None.

[1] As listed in 2025.
[2] Of ferries.

Download PDF

Signed by

Averland Red Cross (National Society)
Government of Averland (State)

Share this page
`)
    assert.equal(title, 'Safe fords')
    assert.deepEqual(parts, ['Objectives', 'Action plan', 'Indicators', 'Resources', 'Signed by'])
    assert.deepEqual(
      actions.map(([, words]) => words),
      ['Mark the fords by the end of 2028; and', 'Train the crews.[2]'],
    )
    assert.deepEqual(
      plan.footnotes.map(({ marker, text }) => [marker, text]),
      [
        ['1', 'As listed in 2025.'],
        ['2', 'Of ferries.'],
      ],
    )
    assert.deepEqual(
      plan.sections[3]!.paragraphs.map(({ text }) => text),
      ['None.'],
    )
    assert.deepEqual(
      plan.sections[4]!.lists[0]!.items.map(({ text }) => text),
      ['Averland Red Cross (National Society)', 'Government of Averland (State)'],
    )
    assert.deepEqual(
      plan.anomalies.filter(({ kind }) => kind === 'page-furniture').map(({ text }) => text),
      ['Page 1 of 2', 'Home > Pledges > Search', 'Download PDF', 'Share this page'],
    )
    assert.ok(!plan.anomalies.some(({ kind, text }) => kind === 'missing-full-stop' && /\[\d\]/.test(text)))
  })

  it('is no plan whose actions have indicators of their own', () => {
    const plan = importPlan(
      'The Ford Plan\n\n## Objectives\n\nTo mark fords.\n\n## Actions\n\n1. Mark the fords.\n\nIndicators:\n- Number of fords marked.\n\n2. Train the crews.\n\nIndicators:\n- Number of crews trained.\n',
      'plan.md',
    )
    assert.deepEqual(
      plan.actions.map(({ indicators }) => indicators.length),
      [1, 1],
    )
    assert.equal(plan.inParts, false)
    assert.equal(kindOf(plan).kind, 'action-plan')
  })
})
