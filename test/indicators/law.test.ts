import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { termsOf } from '../../src/indicators/law.ts'
import { findTreaty } from '../../src/parties/treaty.ts'

describe('what of a treaty is part of the hash of every rule', () => {
  const treaty = findTreaty('mine-ban')!
  const { title, article, words, source } = treaty.duties['article-5']!

  it('is not touched by duties that rules cannot read, nor by what fulfils a duty', () => {
    const more = {
      ...treaty,
      duties: {
        ...treaty.duties,
        'article-5': { ...treaty.duties['article-5']!, met: { by: { some: 'completion' } } },
        request: {
          ...{ id: 'request', title, article, words, source },
          first: { before: { meeting: '22MSP' }, months: 9 },
        },
        open: { ...{ id: 'open', title, article, words, source }, undated: 'No day is set.' },
      },
    }
    assert.deepEqual(termsOf(more), termsOf(treaty))
  })

  it('holds the day of each duty counted from entry into force, and never words', () => {
    const terms = JSON.stringify(termsOf(treaty))
    assert.match(terms, /"duty":"article-5","first":\{"after":"entry-into-force","years":10\}/)
    assert.doesNotMatch(terms, /undertakes/)
  })
})
