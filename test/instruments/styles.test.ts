import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { writePlan } from '../../src/instruments/write.ts'
import { fixtureText, importFixture, outline, withoutSpace } from './fixture.ts'

const sectionsOf = (name: string) => importFixture(name).sections.map((section) => section.heading)
const kindsOf = (name: string) => importFixture(name).anomalies.map(({ line, kind }) => `${line} ${kind}`)

describe('plans in many styles', () => {
  it('"Action 1:" with wrapped lines, page headers in the middle of sentences, and a footnote by number', () => {
    const plan = importFixture('harbour-wrapped-pages.txt')
    assert.equal(plan.title, 'Harbour Action Plan 2031-2035')
    assert.deepEqual(outline(plan), [
      '1: Show that harbours are a national matter,5 including by writing harbours into plans for roads and for railways, plans for towns, and plans for storms and floods. [1.1 percentage, 1.2 number, 1.3 yes/no]',
      '2: Draw up costed and time-bound plans for dredging the channels as soon as possible. Report on them to all Members, including on the costs and the time needed. [2.1 percentage]',
      '3: Use every visit to ask others to join. [3.1 number, 3.2 number]',
    ])
    assert.equal(
      plan.actions[0]?.indicators[1]?.text,
      'The number of Members whose yearly budgets pay for piers.',
    )
    assert.deepEqual(
      plan.sections.map((s) => s.paragraphs.map((p) => p.number)),
      [['1', '2'], ['3']],
    )
    assert.deepEqual(
      plan.footnotes.map(({ marker, line, referencedOn }) => ({ marker, line, referencedOn })),
      [{ marker: '5', line: 43, referencedOn: [15] }],
    )
    assert.deepEqual(kindsOf('harbour-wrapped-pages.txt'), [
      '1 page-furniture',
      '25 page-furniture',
      '26 page-furniture',
      '33 page-furniture',
      '34 page-furniture',
      '36 broken-sentence',
      '38 page-furniture',
      '39 page-furniture',
    ])
    assert.deepEqual(plan.unplaced, [])
  })

  it('Markdown headings with titles, numbered indicators, escapes, emphasis, details and footnotes', () => {
    const plan = importFixture('marble-coast.md')
    assert.equal(plan.title, 'Marble Coast National Action Plan 2030')
    assert.deepEqual(sectionsOf('marble-coast.md'), ['1. Introduction', '2. Clearance', '3. Victims'])
    assert.deepEqual(
      plan.actions.map((a) => [a.number, a.title, a.section]),
      [
        [1, 'Survey', '2. Clearance'],
        [2, 'Clear', '2. Clearance'],
        [3, null, '3. Victims'],
      ],
    )
    assert.deepEqual(
      plan.actions.flatMap((a) => a.indicators.map((i) => `${i.id} ${i.marker} ${i.unit} ${i.text}`)),
      [
        '1.1 1. percentage Percentage of mined areas surveyed.',
        '1.2 2. number Number of survey teams.',
        '2.1 * percentage Share of area cleared',
        '2.2 * yes/no Whether the deadline is met?',
        '3.1 Indicator: yes/no Existence of a register.',
      ],
    )
    assert.deepEqual(
      plan.actions[0]?.details.map((d) => [d.label, d.text]),
      [['Responsible', 'Mine Action Centre']],
    )
    assert.deepEqual(
      plan.footnotes.map((f) => [f.marker, f.text, f.referencedOn]),
      [['1', 'See the national standards.', [9]]],
    )
  })

  it('numbered paragraphs are actions only where no heading says "Action" and indicators follow', () => {
    const plan = importFixture('eastmark-numbered.txt')
    assert.deepEqual(outline(plan), [
      '3: Promote accession by neighbouring States. [3.1 number, 3.2 number]',
      '4: Condemn any use. [4.1 number]',
      '5: Destroy all stocks by 2033. [5.1 percentage]',
    ])
    assert.deepEqual(
      plan.sections[0]?.paragraphs.map((p) => p.number),
      ['1', '2'],
    )
  })

  it('tables in Markdown: columns by their names, several indicators in a cell, rows that go on', () => {
    const plan = importFixture('coastal-tables.md')
    assert.deepEqual(outline(plan), [
      '1: Survey all areas [1.1 percentage, 1.2 number]',
      '2: Clear all areas [2.1 number, 2.2 percentage, 2.3 yes/no]',
      '3: Register survivors [3.1 yes/no]',
      '4: Fund services [4.1 percentage, 4.2 number]',
    ])
    assert.deepEqual(
      plan.unplaced.map(({ line, text }) => ({ line, text })),
      [
        { line: 18, text: '| x | y |' },
        { line: 20, text: '| some | thing |' },
      ],
    )
  })

  it('tables with tabs', () => {
    const plan = importFixture('westland-tabs.txt')
    assert.deepEqual(outline(plan), ['1: Clear all areas [1.1 percentage]', '2: Destroy stocks [2.1 number]'])
    assert.deepEqual(
      plan.actions.map((a) => a.details.map((d) => d.text)),
      [['2031'], ['2032']],
    )
  })

  it('"Recommendation 5a", "5 bis" and "Indicator 2.1:"', () => {
    const plan = importFixture('recommendations.txt')
    assert.deepEqual(
      plan.actions.map((a) => [a.number, a.id]),
      [
        [1, '1'],
        [2, '2'],
        ['5a', '5a'],
        ['5 bis', '5-bis'],
      ],
    )
    assert.deepEqual(
      plan.actions[1]?.indicators.map((i) => [i.marker, i.text]),
      [
        ['Indicator 2.1:', 'Existence of a law.'],
        ['Indicator 2.2:', 'Number of articles adopted.'],
      ],
    )
  })

  it('actions behind bullets, with parts by letter', () => {
    const plan = importFixture('bulleted-actions.txt')
    assert.deepEqual(
      plan.actions.map((a) => a.number),
      [1, 2, 3, 5],
    )
    assert.match(
      plan.actions[3]?.text ?? '',
      /inter alia:\na\. Replacing broken lamps;\nb\. Painting the towers;$/,
    )
    assert.deepEqual(kindsOf('bulleted-actions.txt'), ['17 numbering-gap'])
  })

  it('"Action 1.1" below "Objective 1": the objective is a section', () => {
    const plan = importFixture('objectives.txt')
    assert.deepEqual(outline(plan), [
      '1.1: Adopt quotas in parliament. [1.1.1 percentage]',
      '1.2: Train women mediators. [1.2.1 number]',
      '2.1: Open shelters. [2.1.1 number]',
    ])
    assert.equal(plan.actions[2]?.section, 'Objective 2: Protect women in conflict')
    assert.deepEqual(
      plan.actions[2]?.details.map((d) => d.label),
      ['Means of verification'],
    )
  })

  it('text beside the number, wrapped below it', () => {
    assert.deepEqual(outline(importFixture('valley-hanging.txt')), [
      '1: Speak of the Treaty as often as possible, as a priority for the national authorities. []',
      '2: Write letters together, with the necessary patience. []',
      '3: Establish national focal points. []',
    ])
  })

  it('numbering that starts anew in each section gives ids that begin with the section', () => {
    const plan = importFixture('delta-restarting.txt')
    assert.deepEqual(
      plan.actions.map((a) => [a.number, a.id, a.indicators[0]?.id]),
      [
        [1, 'I.1', 'I.1.1'],
        [2, 'I.2', 'I.2.1'],
        [1, 'II.1', 'II.1.1'],
      ],
    )
    assert.deepEqual(kindsOf('delta-restarting.txt'), ['17 numbering-restarts'])
  })

  it('a table of contents is not a list of actions', () => {
    const plan = importFixture('riverland-contents.txt')
    assert.deepEqual(
      plan.actions.map((a) => [a.number, a.title, a.text]),
      [
        [1, 'Survey', 'All areas are surveyed by 2032.'],
        [2, 'Clear', 'All areas are cleared.'],
      ],
    )
    assert.deepEqual(
      plan.actions.map((a) => a.indicators.map((i) => i.marker)),
      [
        ['(i)', '(ii)'],
        ['1.1', '1.2'],
      ],
    )
  })

  it('a plan in French', () => {
    assert.deepEqual(outline(importFixture('plan-francais.txt')), [
      '1: Achever le déminage. [1.1 percentage, 1.2 number]',
      '2: Aider les victimes. [2.1 yes/no]',
    ])
  })

  it('grid tables, whose cells take several lines', () => {
    const plan = importFixture('grid-table.md')
    assert.deepEqual(outline(plan), [
      '1: Clear all bays [1.1 number, 1.2 percentage]',
      '2: Mark all bays [2.1 yes/no]',
    ])
    assert.deepEqual(
      plan.actions[0]?.indicators.map((i) => i.text),
      ['Number of bays cleared', 'Percentage of money spent'],
    )
    assert.deepEqual(plan.unplaced, [])
  })

  it('indicators on the line of their action or heading, or by bare numbers', () => {
    const plan = importFixture('one-line.txt')
    assert.deepEqual(outline(plan), [
      '1: Survey. [1.1 percentage]',
      '2: Clear the area. [2.1 number, 2.2 percentage]',
      '3: Mark it. [3.1 percentage, 3.2 number]',
    ])
    assert.deepEqual(
      plan.actions[1]?.indicators.map((i) => i.text),
      ['Number of teams;', 'Percentage of area cleared.'],
    )
    assert.deepEqual(plan.unplaced, [])
  })

  it('words that lead to the next action are no part of the one before', () => {
    const plan = importFixture('shared-leads.txt')
    assert.deepEqual(
      plan.actions.map((a) => a.text),
      [
        'Seize every opportunity to open ports.',
        'Encourage others.',
        'Do their utmost. They will:\n- ask for help;\n- thank the helpers.',
        'Clear the channels.',
      ],
    )
    assert.deepEqual(
      plan.sections.map((s) => [s.title, s.paragraphs.map((p) => p.text)]),
      [
        ['INTRODUCTION', ['Members reaffirm their friendship.']],
        [
          'OPENING THE PORTS',
          [
            'Members want open ports. To this end:',
            'All Members will:',
            'Members that have declared the need will:',
            'Another paragraph that says why ships matter. To that end:',
          ],
        ],
      ],
    )
  })

  it('a pledge whose commitments are list items, with indicators of the whole', () => {
    const plan = importFixture('norland-pledge.txt')
    assert.deepEqual(outline(plan), [
      'a: adopt a law on the emblem; []',
      'b: train judges; []',
      'c: report every year. []',
    ])
    assert.deepEqual(
      plan.indicators.map((i) => [i.id, i.unit]),
      [
        ['plan-1', 'yes/no'],
        ['plan-2', 'number'],
      ],
    )
    // Letters are the source's own numbers: nothing is numbered here.
    assert.deepEqual(kindsOf('norland-pledge.txt'), [])
  })

  it('two actions with one number keep apart, and the second says so', () => {
    const plan = importFixture('norland-duplicates.txt')
    assert.deepEqual(
      plan.actions.map((a) => a.id),
      ['1', '2', '2-2', '7'],
    )
    const duplicate = plan.anomalies.find((a) => a.kind === 'duplicate-action-number')
    assert.deepEqual(duplicate, {
      line: 8,
      kind: 'duplicate-action-number',
      text: 'Action #2: the number of the action on line 6',
    })
    // A bullet on a line of its own and its text, wrapped, on the next two.
    assert.deepEqual(
      plan.actions[3]?.indicators.map((i) => [i.marker, i.text]),
      [['-', 'Percentage of things done in time.']],
    )
  })

  it('written back as text, each is its source again on the same lines', () => {
    const names = readdirSync(join(import.meta.dirname, '..', 'fixtures', 'plans'))
    assert.ok(names.length > 10)
    for (const name of names) {
      const source = fixtureText(name)
      const written = writePlan(importFixture(name))
      assert.deepEqual(written.split('\n').map(withoutSpace), source.split('\n').map(withoutSpace), name)
    }
  })
})
