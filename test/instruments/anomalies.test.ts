import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { importPlan } from '../../src/instruments/import.ts'
import { anomalyKinds } from '../../src/instruments/plan.ts'
import { importFixture } from './fixture.ts'

const kindsIn = (text: string) =>
  importPlan(`Plan of Action\n\nAction 1\n\n${text}\n`, 'x.txt').anomalies.map((a) => a.kind)

describe('oddities of a text', () => {
  it('are listed with their lines, and the text keeps them', () => {
    const plan = importFixture('odd-lines.txt')
    assert.deepEqual(
      plan.anomalies.map(({ line, kind }) => `${line} ${kind}`),
      [
        '1 malformed-footnote-marker',
        '18 broken-sentence',
        '18 doubled-word',
        '18 grammar',
        '24 missing-full-stop',
        '25 broken-sentence',
        '27 hyphen-then-space',
        '31 heading-without-number-sign',
        '38 empty-bullet',
        '40 space-after-number-sign',
      ],
    )
    assert.equal(
      plan.actions[0]?.text,
      'Raise all dykes within six-month following the flood, with the the help of others and with the money of the fund.',
    )
    assert.equal(
      plan.actions[0]?.indicators[1]?.text,
      'Number of pumps, including the ones of anti- flood units.',
    )
  })

  it('an empty bullet is no indicator, and a stray line is unplaced', () => {
    const plan = importFixture('odd-lines.txt')
    assert.deepEqual(
      plan.actions.map((a) => a.indicators.length),
      [2, 1, 1],
    )
    assert.deepEqual(
      plan.unplaced.map(({ line, text }) => ({ line, text })),
      [{ line: 48, text: 'ADVANCE COPY' }],
    )
  })

  it('a footnote between an action and the next belongs to the footnotes', () => {
    const plan = importFixture('odd-lines.txt')
    assert.deepEqual(
      plan.footnotes.map((f) => [f.marker, f.text, f.referencedOn]),
      [
        ['*', 'Issued without formal editing.', [1]],
        ['**', 'Issued late.', [1]],
        ['1', 'Work that begins before the flood.', [11]],
      ],
    )
    assert.deepEqual(
      plan.sections[0]?.lists.map((l) => [l.lead, l.items.map((i) => i.text)]),
      [['The Members know the following good practices:', ['Early work;¹', 'Open books.']]],
    )
  })

  const cases: [string, string][] = [
    ['State Parties that has not paid will pay.', 'grammar'],
    ['Help State Parties that have declare completion of their work.', 'grammar'],
    ['Help those that taken advantage of the fund.', 'grammar'],
    ['Review the number mines kept.', 'grammar'],
    ['Adopt an inclusive national action plans for all.', 'grammar'],
    ['Help in situations of or emergencies.', 'grammar'],
    ['States Parties and state parties will meet.', 'capitalisation'],
    ['States Parties help State Parties and States Parties.', 'term-variant'],
    ['Organisations and organizations and organizations meet.', 'spelling-variant'],
    ['Open the ports (and the roads.', 'punctuation'],
    ['The Membersâ€™ ports are open.', 'wrong-characters'],
    ['Open the ports\uFFFD and roads.', 'wrong-characters'],
  ]
  for (const [text, kind] of cases)
    it(`${kind}: ${text}`, () => {
      assert.ok((kindsIn(text) as string[]).includes(kind))
    })

  it('sound sentences have none', () => {
    assert.deepEqual(
      kindsIn(
        'States Parties that have declared completion will review the number of mines kept, within six months of the meeting, in and around short- and long-term camps, with a human rights and gender perspective. A national action plan is in place.',
      ),
      [],
    )
  })

  it('every kind has its words', () => {
    for (const [kind, words] of Object.entries(anomalyKinds)) assert.ok(words.length > 10, kind)
  })
})
