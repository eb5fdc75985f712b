// Pages of the exercise in Mongolian, from what is held: nothing of ours is said in English on them.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { todayIn } from '../../src/facts/today.ts'
import { questionTexts } from '../../src/indicators/names.ts'
import { loadExercise } from '../../src/load.ts'
import { createApp } from '../../src/web/app.ts'
import { heldData } from '../../src/web/held.ts'
import { inTestWorld } from '../world.ts'
import { documentOf } from './site.ts'

const plan = 'siem-reap-angkor-draft-2024-08'
const addresses = [
  `/plans/${plan}/7.1?year=2026`,
  `/plans/${plan}/7.1?year=2026&reading=on-time`,
  `/plans/${plan}/1.1?year=2026`,
  `/plans/${plan}/9.1?year=2026`,
  `/plans/${plan}/14.2?year=2026`,
  `/plans/${plan}/20.1?year=2026`,
  '/plans/ihl-pledge-mongolia/C3?year=2026',
  '/cohorts',
  '/cohorts/affected',
  '/cohorts/states-parties',
  '/states/XMK',
  '/states/XBY',
]

describe('the exercise in Mongolian', () => {
  const questions = new Set(questionTexts().values())
  /** What the fictional world's own files say, and the questions of its reports, are not ours to translate. */
  const isData = (text: string): boolean =>
    questions.has(text) ||
    /^(Status of the treaty ")?Exercise:|^(eastern|island|northern|southern|western)$/.test(text)

  it('says nothing of ours in English: reasons, rules, readings, cohorts, kinds, fields, registers', () =>
    inTestWorld(async (db) => {
      await loadExercise(db)
      const today = await todayIn(db)
      const app = createApp({
        world: 'exercise',
        banner: 'Exercise: everything here is fictional.',
        data: heldData(db, 'exercise'),
        today: () => today,
        language: 'mn',
        languages: ['en', 'mn'],
      })
      const english: string[] = []
      for (const address of addresses) {
        const answer = await app.request(address)
        assert.equal(answer.status, 200, address)
        const document = documentOf(await answer.text())
        for (const span of document.querySelectorAll('main span[lang="en"]:not([class])')) {
          const text = (span.textContent ?? '').trim()
          if (!isData(text)) english.push(`${address}: ${text}`)
        }
      }
      assert.deepEqual(english, [])
    }, 'exercise'))
})
