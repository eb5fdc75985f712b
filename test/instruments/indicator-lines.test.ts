import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { importPlan } from '../../src/instruments/import.ts'
import { writePlan } from '../../src/instruments/write.ts'
import { outline, withoutSpace } from './fixture.ts'

/** The plan of these paragraphs; it must say them all again. */
const planOf = (...paragraphs: string[]) => {
  const text = ['Plan of the Lakes', ...paragraphs].join('\n\n')
  const plan = importPlan(text, 'lakes.txt')
  assert.equal(withoutSpace(writePlan(plan)), withoutSpace(text))
  assert.deepEqual(plan.unplaced, [])
  return plan
}
const twoActions = ['1: Protect the lakes. [1.1 number]', '2: Report on their state. [2.1 number]']

describe('an indicator on the line of its label, after a blank line', () => {
  it('belongs to the action above it and heads no section', () => {
    const plan = planOf(
      'Action 1: Protect the lakes.',
      'Indicator: Number of fines',
      'Action 2: Report on their state.',
      'Indicator: Number of reports',
    )
    assert.deepEqual(outline(plan), twoActions)
    assert.deepEqual(plan.sections, [])
    assert.equal(plan.actions[0]?.indicators[0]?.text, 'Number of fines')
  })

  it('shows that the bare numbers above it number actions', () => {
    const paragraphs = [
      '1. Protect the lakes.',
      'Indicator: Number of fines',
      '2. Report on their state.',
      'Indicator: Number of reports',
    ]
    assert.deepEqual(outline(planOf(...paragraphs)), twoActions)
    const titles = paragraphs.map((line) => line.replace(/\.$/, ''))
    assert.deepEqual(
      outline(planOf(...titles)),
      twoActions.map((line) => line.replace('. [', ' [')),
    )
    assert.deepEqual(
      outline(planOf(titles.join('\n'))),
      twoActions.map((line) => line.replace('. [', ' [')),
    )
  })

  it('several on one line without marks stay one text', () => {
    const plan = planOf('Action 1: Protect the lakes.', 'Indicators: fines; reports', 'Action 2: Report.')
    assert.deepEqual(
      plan.actions.map((action) => action.indicators.map((indicator) => indicator.text)),
      [['fines; reports'], []],
    )
  })

  it('the label may be in French, in Spanish, or numbered', () => {
    const french = planOf(
      'Action 1 : Protéger les lacs.',
      'Indicateur : Nombre d’amendes',
      'Action 2 : Rendre compte.',
      'Indicateurs : Nombre de rapports',
    )
    assert.deepEqual(outline(french), [
      '1: Protéger les lacs. [1.1 number]',
      '2: Rendre compte. [2.1 number]',
    ])
    const spanish = planOf(
      '1. Proteger los lagos.',
      'Indicador: Número de multas',
      '2. Informar.',
      'Indicador: Número de informes',
    )
    assert.deepEqual(outline(spanish), ['1: Proteger los lagos. [1.1 number]', '2: Informar. [2.1 number]'])
    const numbered = planOf(
      'Action 1: Protect the lakes.',
      'Indicator 1.1 Number of fines',
      'Action 2: Report on their state.',
      'Indicator 2.1 Number of reports',
    )
    assert.deepEqual(outline(numbered), twoActions)
  })
})
