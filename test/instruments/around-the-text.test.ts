import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { importPlan } from '../../src/instruments/import.ts'
import { writePlan } from '../../src/instruments/write.ts'
import { withoutSpace } from './fixture.ts'

const planOf = (text: string) => {
  const plan = importPlan(text, 'harbours.txt')
  assert.equal(withoutSpace(writePlan(plan)), withoutSpace(text))
  return plan
}
const textsOf = (text: string) => planOf(text).actions.map((action) => action.text)

describe('a page header seen once', () => {
  const headers = [
    'Harbour Plan - Page 2 of 9',
    'Harbour Plan Page 2 of 9',
    'Page 2 of 9 | Harbour Plan',
    'Harbour Plan                    Page 2',
    'Plan des ports – Page 2 sur 9',
    'Plan de puertos – Página 2 de 9',
    'План — стр. 2 из 9',
  ]
  for (const header of headers)
    it(`"${header}" is no part of the action it interrupts`, () => {
      const plan = planOf(
        `Harbour Plan\n\nAction 1: Keep all the harbours\n\n${header}\n\nclean and open.\n\nAction 2: Report.\n`,
      )
      assert.deepEqual(
        plan.actions.map((action) => action.text),
        ['Keep all the harbours clean and open.', 'Report.'],
      )
      assert.deepEqual(
        plan.anomalies.map(({ line, kind }) => `${line} ${kind}`),
        ['3 broken-sentence', '5 page-furniture'],
      )
    })

  it('a sentence that sends the reader to a page is text', () => {
    assert.deepEqual(textsOf('Harbour Plan\n\nAction 1: Mark the harbours\nlisted on page 2 of 9\n'), [
      'Mark the harbours listed on page 2 of 9',
    ])
    assert.deepEqual(textsOf('Harbour Plan\n\nAction 1: Mark all.\nSee also the list, on Page 2 of 9\n'), [
      'Mark all. See also the list, on Page 2 of 9',
    ])
  })
})

describe('an annex after the last action', () => {
  const headings = [
    'Annex: list of harbours',
    'Annex I',
    'Annex I List of harbours',
    'ANNEX',
    'Appendix',
    'Appendix A - Harbours',
    'Annexe : liste des ports',
    'Anexo 1: Lista de puertos',
    'Приложение: порты',
  ]
  for (const heading of headings)
    it(`"${heading}" begins a section`, () => {
      const plan = planOf(
        `Harbour Plan\n\nAction 1: Keep harbours clean.\n\nAction 2: Report.\n\n${heading}\n\nNorth harbour\n`,
      )
      assert.deepEqual(
        plan.actions.map((action) => action.text),
        ['Keep harbours clean.', 'Report.'],
      )
      assert.deepEqual(
        plan.sections.map((section) => [section.heading, section.paragraphs.map((one) => one.text)]),
        [[heading, ['North harbour']]],
      )
    })

  it('a sentence about annexes does not', () => {
    assert.deepEqual(textsOf('Harbour Plan\n\nAction 1: Keep harbours clean.\n\nAnnexes will follow.\n'), [
      'Keep harbours clean. Annexes will follow.',
    ])
  })
})

describe('a cell of a Markdown table', () => {
  it('keeps the sign that is escaped', () => {
    const plan = planOf(
      'Plan\n\n| No. | Action | Indicator |\n|---|---|---|\n| 1 | Choose north \\| south | Number of a\\|b |\n| 2 | \\| Report | Share of c \\| |\n',
    )
    assert.deepEqual(
      plan.actions.map((action) => [action.text, ...action.indicators.map((indicator) => indicator.text)]),
      [
        ['Choose north | south', 'Number of a|b'],
        ['| Report', 'Share of c |'],
      ],
    )
    assert.deepEqual(plan.unplaced, [])
  })
})
