import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { importPlan } from '../../src/instruments/import.ts'
import { writePlan } from '../../src/instruments/write.ts'
import { Problem } from '../../src/problem.ts'
import { outline, withoutSpace } from './fixture.ts'

const planOf = (text: string) => {
  const plan = importPlan(text, 'harbours.txt')
  assert.equal(withoutSpace(writePlan(plan)), withoutSpace(text))
  return plan
}

describe('a table whose columns are set with spaces', () => {
  it('is read by its header: wrapped cells joined, a measure on its own an indicator, more columns as details', () => {
    const plan = planOf(`Harbour Plan

No.   Action                        Indicator                 Deadline

1     Survey all harbours and       Number of harbours        2031
      mark them                     surveyed
2     Clear all harbours            Percentage of harbours    2032
                                    cleared
                                    Number of boats removed

Adopted by all Members on the second day of their meeting in the capital.
`)
    assert.deepEqual(outline(plan), [
      '1: Survey all harbours and mark them [1.1 number]',
      '2: Clear all harbours [2.1 percentage, 2.2 number]',
    ])
    assert.deepEqual(
      plan.actions.map((action) => action.details.map(({ label, text }) => `${label} ${text}`)),
      [['Deadline 2031'], ['Deadline 2032']],
    )
    assert.deepEqual(
      plan.actions[1]?.indicators.map((indicator) => indicator.text),
      ['Percentage of harbours cleared', 'Number of boats removed'],
    )
    assert.deepEqual(plan.unplaced, [])
  })

  it('may have no numbers and a header set in the middle, where blank lines part the rows', () => {
    const plan = planOf(`Harbour Plan

          Action                       Indicator

Survey all the North            The total
Harbours                        number of harbours

Clear all harbours              Percentage cleared
`)
    assert.deepEqual(outline(plan), [
      '1: Survey all the North Harbours [1.1 number]',
      '2: Clear all harbours [2.1 percentage]',
    ])
    assert.equal(plan.actions[0]?.indicators[0]?.text, 'The total number of harbours')
  })

  const unsound = `Actions                         Indicators
Survey all harbours and         Number of harbours
North Harbour
Clear all harbours              Percentage cleared
`
  it('is listed as unplaced where it is not plain where a row begins', () => {
    const plan = planOf(`Harbour Plan\n\nAction 1: Sail.\n\n${unsound}\nAction 2: Report.\n`)
    assert.deepEqual(outline(plan), ['1: Sail. []', '2: Report. []'])
    assert.deepEqual(
      plan.unplaced.map(({ line }) => line),
      [5, 6, 7, 8],
    )
    const centred = planOf(
      'Harbour Plan\n\nAction 9: Sail.\n\nNo.   Action               Indicator\n      Survey all           Number of\n1     the harbours         boats\n',
    )
    assert.deepEqual(
      centred.unplaced.map(({ line }) => line),
      [5, 6, 7],
    )
  })

  it('that cannot be read leaves a plan without actions, and the refusal names its lines', () => {
    assert.throws(
      () => importPlan(`Harbour Plan\n\n${unsound}`, 'harbours.txt'),
      (error) =>
        error instanceof Problem &&
        error.issues.some(({ line, message }) => line === 5 && /could not be placed: North/.test(message)),
    )
  })

  it('two spaces inside a heading make no table', () => {
    assert.deepEqual(outline(planOf('Plan\n\nAction 1    Clear the areas\nAction 2    Report on them\n')), [
      '1: Clear the areas []',
      '2: Report on them []',
    ])
  })
})
