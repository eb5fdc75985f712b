import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Indicator } from '../../src/instruments/plan.ts'
import {
  readPlan,
  readShippedInstruments,
  readShippedPlan,
  readSourceText,
} from '../../src/instruments/read.ts'
import { writePlan } from '../../src/instruments/write.ts'
import { withoutSpace } from './fixture.ts'

const countUnits = (indicators: { unit: string }[], unit: string) =>
  indicators.filter((i) => i.unit === unit).length

describe('the instruments that ship', () => {
  it('say what the importer reads in the text beside them', () => {
    assert.ok(readShippedInstruments().length >= 2)
    for (const instrument of readShippedInstruments()) {
      const plan = readShippedPlan(instrument)
      const bare = (i: Indicator) => ({ id: i.id, text: i.text, unit: i.unit, line: i.line })
      assert.equal(instrument.sha256, plan.sha256, instrument.id)
      assert.deepEqual(
        instrument.actions,
        plan.actions.map((a) => ({
          id: a.id,
          number: a.number,
          heading: a.headingInSource,
          section: a.section,
          line: a.line,
          text: a.text,
          indicators: a.indicators.map(bare),
        })),
      )
      assert.deepEqual(instrument.planIndicators, plan.indicators.map(bare))
      assert.deepEqual(
        instrument.sections.map((s) => s.heading),
        plan.sections.map((s) => s.heading),
      )
      assert.deepEqual(
        instrument.sections.flatMap((s) => s.paragraphs.map((p) => p.text)),
        plan.sections.flatMap((s) => s.paragraphs.map((p) => p.text)),
      )
      assert.deepEqual(
        instrument.footnotes.map((f) => f.text),
        plan.footnotes.map((f) => f.text),
      )
      assert.equal(withoutSpace(writePlan(plan)), withoutSpace(readSourceText(instrument)))
    }
  })

  it('the draft plan has 45 actions and 87 indicators: 68 percentages, 19 numbers', () => {
    const plan = readPlan('siem-reap-angkor-draft-2024-08')
    assert.equal(plan.notice, 'Draft of 16 August 2024; the adopted plan is numbered differently')
    assert.deepEqual(
      plan.actions.map((a) => a.number),
      Array.from({ length: 45 }, (_, i) => i + 1),
    )
    assert.equal(plan.indicators.length, 87)
    assert.equal(countUnits(plan.indicators, 'percentage'), 68)
    assert.equal(countUnits(plan.indicators, 'number'), 19)
    assert.deepEqual(
      plan.sections.map((s) => s.number),
      ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX'],
    )
    assert.deepEqual(
      plan.sections.flatMap((s) => s.paragraphs.map((p) => p.number)),
      Array.from({ length: 14 }, (_, i) => String(i + 1)),
    )
    assert.deepEqual(
      plan.sections.flatMap((s) => s.lists.map((l) => l.items.length)),
      [9],
    )
  })

  it('its broken sentences are joined, and its errors kept', () => {
    const { actions, indicators } = readPlan('siem-reap-angkor-draft-2024-08')
    const textOf = (id: string) => indicators.find((i) => i.id === id)?.text ?? ''
    assert.match(
      textOf('6.1'),
      /related to stockpile destruction, survey and clearance, and mine risk education/,
    )
    assert.match(actions[13]?.text ?? '', /of this discovery and plans for their destruction/)
    assert.match(actions[37]?.text ?? '', /through their annual Article 7 reports, requests/)
    assert.match(textOf('14.2'), /within six-month following their discovery\.$/)
    assert.match(textOf('17.1'), /^Percentage of state parties that/)
    assert.match(textOf('19.1'), /anti- personnel mine/)
    assert.match(textOf('9.1'), /Review Conferences$/)
    assert.equal(indicators.filter((i) => i.id.startsWith('45.')).length, 1)
  })

  it('its anomalies are found where they are', () => {
    const plan = readShippedPlan(readPlan('siem-reap-angkor-draft-2024-08'))
    const found = plan.anomalies.map(({ line, kind }) => `${line} ${kind}`)
    for (const expected of [
      '16 malformed-footnote-marker',
      '102 broken-sentence',
      '129 missing-full-stop',
      '148 space-after-number-sign',
      '180 broken-sentence',
      '187 grammar',
      '195 grammar',
      '217 capitalisation',
      '235 hyphen-then-space',
      '254 grammar',
      '315 grammar',
      '392 heading-without-number-sign',
      '416 broken-sentence',
      '424 grammar',
      '484 grammar',
      '489 empty-bullet',
    ])
      assert.ok(found.includes(expected), expected)
    assert.deepEqual(
      plan.unplaced.map(({ line, text }) => ({ line, text })),
      [{ line: 491, text: 'ADVANCE COPY' }],
    )
    assert.deepEqual(
      plan.footnotes.map((f) => [f.marker, f.referencedOn]),
      [
        ['*', [16]],
        ['**', [16]],
        ['1', [38]],
      ],
    )
  })

  it('the pledge has five actions without numbers, and four indicators of the whole', () => {
    const pledge = readPlan('ihl-pledge-mongolia')
    assert.equal(pledge.actions.length, 5)
    assert.deepEqual(
      pledge.indicators.map((i) => [i.id, i.unit]),
      [
        ['C1', 'yes/no'],
        ['C2', 'number'],
        ['C3', 'number'],
        ['C4', 'number'],
      ],
    )
    assert.equal(
      pledge.indicators[1]?.text,
      '2 working group meetings per year on the recommendations of the IHL Study.',
    )
  })

  it('another id is not found, and the ids there are get named', () => {
    assert.throws(() => readPlan('no-such-plan'), /siem-reap-angkor-draft-2024-08/)
  })
})
