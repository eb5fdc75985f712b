import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { englishVoice } from '../../src/indicators/names.ts'
import { sayingOf } from '../../src/indicators/saying.ts'

const questions = new Map([['article-7/focal-point', 'Is there a focal point?']])

describe('what evidence says in one line', () => {
  test('an answer: the question, the answer, the version and whose hands it went through', () =>
    assert.equal(
      sayingOf(
        englishVoice,
        {
          kind: 'answer',
          body: {
            obligation: 'article-7',
            question: 'focal-point',
            answer: 'yes',
            coversYear: 2025,
            version: 2,
            receivedOn: '2026-04-20',
            codedBy: 'A',
            confirmedBy: 'B',
          },
        },
        questions,
        undefined,
      ),
      'Is there a focal point? Yes. Report for 2025, version 2, received 2026-04-20; coded by A, confirmed by B.',
    ))
  test('a datum: its kind’s template, without the parts it has no field for', () => {
    const template = 'paid {amount} {currency} on {paidOn}; for {forYear}; in time: {inTime}'
    assert.equal(
      sayingOf(
        englishVoice,
        { kind: 'payment', body: { amount: 5, currency: 'USD', paidOn: '2026-01-02', inTime: true } },
        questions,
        template,
      ),
      'paid 5 USD on 2026-01-02; in time: yes',
    )
  })
  test('a number known only roughly: with its comparator, never as if it were exact', () =>
    assert.equal(
      sayingOf(
        englishVoice,
        { kind: 'retained-mines', body: { mines: 1100, minesComparator: '~' } },
        questions,
        '{mines} mines retained',
      ),
      '~1,100 mines retained',
    ))
  test('a datum without a template: its fields as they were given', () => {
    assert.equal(
      sayingOf(
        englishVoice,
        { kind: 'other', body: { someField: 3, empty: '', list: ['a', 'b'] } },
        questions,
        undefined,
      ),
      'some field: 3; list: a, b',
    )
    assert.equal(sayingOf(englishVoice, { kind: 'unheard-of', body: {} }, questions, '{note}'), 'unheard-of')
  })
})
