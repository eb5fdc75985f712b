import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { namesIn, oursInEnglish, voiceOf } from '../../src/indicators/names.ts'
import { languages } from '../../src/words/languages.ts'
import { sayPlainly } from '../../src/words/plainly.ts'
import { isSameReason, joinReasons, type Reason } from '../../src/words/reason.ts'
import { createText } from '../../src/words/text.ts'
import { anyReason, shapes } from './any-reason.ts'

const voices = languages.map(({ code, catalogue }) => ({
  code,
  voice: voiceOf({ text: createText(code, catalogue), day: (iso) => iso, ours: oursInEnglish }),
}))

describe('reasons', () => {
  it('are said in every language, whatever their values: no place of a phrase is left open', () =>
    fc.assert(
      fc.property(anyReason, (reason) => {
        for (const { code, voice } of voices) {
          const said = voice.say(reason)
          assert.ok(said !== '' && !/\{\w+\}|undefined|\[object/.test(said), `${code}: ${said}`)
        }
      }),
      { numRuns: 500 },
    ))

  it('have English and Mongolian phrases for every key', () => {
    for (const code of ['en', 'mn']) {
      const { catalogue } = languages.find((language) => language.code === code)!
      const lacking = Object.keys(shapes).filter(
        (key) => (catalogue as Record<string, unknown>)[`reason.${key}`] === undefined,
      )
      assert.deepEqual(lacking, [], code)
    }
  })

  it('are the same after a journey through JSON, and are said alike', () =>
    fc.assert(
      fc.property(anyReason, (reason) => {
        const back = JSON.parse(JSON.stringify(reason)) as Reason
        assert.ok(isSameReason(reason, back))
        assert.equal(sayPlainly(back), sayPlainly(reason))
      }),
    ))

  it('joined are said once each, in their order, however they were joined before', () => {
    const [yes, no]: Reason[] = [
      { key: 'report-says', year: 2024, answer: 'yes' },
      { key: 'report-says', year: 2024, answer: 'no' },
    ]
    const joined = joinReasons([joinReasons([yes!, no!]), { ...no! }, { key: 'nobody' }])
    assert.equal(
      sayPlainly(joined),
      'The report for 2024 says yes; The report for 2024 says no; Nobody to count: N is 0',
    )
    assert.deepEqual(joinReasons([yes!, { ...yes! }]), yes)
  })
})

describe('what reasons speak of', () => {
  const names = namesIn(
    (own) => own,
    (treaty) => `status of: ${treaty}`,
  )
  it('has a name: kinds, cohorts, registers, fields', () => {
    assert.equal(names.kind('retained-mines'), 'Mines retained under Article 3')
    assert.equal(names.cohort('states-parties'), 'States Parties')
    assert.equal(names.register('status:mine-ban'), 'status of: Mine Ban Convention')
    assert.equal(names.register('article-7-report'), 'article 7 report received')
    assert.equal(names.field('statedAsOf'), 'stated as of')
    assert.equal(names.entry('act', 'provisional-application'), 'provisional application')
  })
  it('is named by its id where nobody named it', () => {
    assert.equal(names.kind('unheard-of'), 'unheard-of')
    assert.equal(names.entry('note', 'someone’s own words'), 'someone’s own words')
  })
})
