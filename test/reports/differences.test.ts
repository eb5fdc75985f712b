import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { differencesOf } from '../../src/reports/differences.ts'
import type { Answer } from '../../src/reports/report.ts'

const answer = (question: string, given: Partial<Answer> = {}): Answer => ({
  question,
  state: 'yes',
  silence: null,
  number: null,
  unit: null,
  text: null,
  evidence: { page: '3', quotation: null, language: null },
  codedBy: null,
  confirmedBy: null,
  ...given,
})
const silent = (question: string) => answer(question, { state: 'not reported', silence: 'silent' })
const said = (earlier: Answer[], later: Answer[]) =>
  differencesOf(earlier, later).map(({ question, kind, parts }) => [question, kind, ...parts].join(' '))

describe('what differs between two versions of a report', () => {
  it('names answers added, changed and removed, and the parts that changed', () => {
    const earlier = [answer('plan'), answer('cleared', { number: 10, unit: 'm2' }), answer('gone')]
    const later = [
      answer('plan'),
      answer('cleared', { state: 'partly', number: 12, unit: 'm2', confirmedBy: 'B' }),
      answer('new'),
    ]
    assert.deepEqual(said(earlier, later), [
      'cleared changed state number confirmedBy',
      'new added',
      'gone removed',
    ])
  })

  it('a quotation on another page is a change; the same words on the same page are none', () => {
    const quoted = (page: string) =>
      answer('plan', { evidence: { page, quotation: 'Le plan existe.', language: 'fr' } })
    assert.deepEqual(said([quoted('12')], [quoted('13')]), ['plan changed page'])
    assert.deepEqual(said([quoted('12')], [quoted('12')]), [])
  })

  it('a question answered "not reported" and a question without an answer are the same silence', () => {
    assert.deepEqual(said([silent('plan')], []), [])
    assert.deepEqual(said([], [silent('plan')]), [])
    assert.deepEqual(said([silent('plan')], [answer('plan')]), ['plan added'])
    assert.deepEqual(said([answer('plan')], [silent('plan')]), ['plan removed'])
  })
})
