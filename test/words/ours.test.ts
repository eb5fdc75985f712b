import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { oursIn } from '../../src/words/ours.ts'
import { ownSentences } from './own-sentences.ts'

const placesIn = (text: string): string[] => [...text.matchAll(/\{\w+\}/g)].map(([place]) => place).sort()

describe('the sentences of our own data files', () => {
  const held = oursIn('mn')

  it('are all held in Mongolian: kinds, fields, cohorts, rules, readings, questionnaires', () => {
    const lacking = ownSentences().filter(({ text }) => !held.has(text))
    assert.deepEqual(lacking, [])
  })

  it('have the same places for values in both languages', () => {
    for (const [english, mongolian] of held) assert.deepEqual(placesIn(mongolian), placesIn(english), english)
  })

  it('give no case ending to what is put into them, which would follow its vowels', () => {
    const ended = /\}(?:-?[а-яөүё]|\s(?:дугаар|дүгээр|дахь|дэх)(?!\p{L}))/iu
    assert.deepEqual(
      [...held.values()].filter((text) => ended.test(text)),
      [],
    )
  })

  it('are all sentences there are: what nobody says any more is taken out', () => {
    const said = new Set(ownSentences().map(({ text }) => text))
    assert.deepEqual(
      [...held.keys()].filter((text) => !said.has(text)),
      [],
    )
  })

  it('are Mongolian: words in Latin letters are names, ids or quotations', () => {
    const latin = /\b(Pacta|IMAS|N|and|or|article-[\w-]+)\b|“[^”]*”|\{\w+\}/g
    const suspicious = [...held.values()].filter((text) => /[a-z]{2,}/i.test(text.replace(latin, '')))
    assert.deepEqual(suspicious, [])
  })

  it('are not held in a language nobody has translated them into', () => assert.equal(oursIn('ar').size, 0))
})
