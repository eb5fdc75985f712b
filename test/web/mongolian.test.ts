// Pages of the exercise in Mongolian, from what is held: nothing of ours is said in English on them.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { todayIn } from '../../src/facts/today.ts'
import { questionTexts } from '../../src/indicators/names.ts'
import { loadExercise } from '../../src/load.ts'
import { createApp } from '../../src/web/app.ts'
import type { FactShown } from '../../src/web/data/states.ts'
import { inTestWorld } from '../world.ts'
import { deskData } from './desk.ts'
import { fictionalData } from './fictional/world.ts'
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
  '/duties',
  '/duties/mine-ban',
  '/duties/cluster-munitions',
  '/duties/siem-reap-angkor-draft-2024-08',
  '/duties/mine-ban/article-5',
  '/duties/mine-ban/article-7?year=2027',
  '/calendar/2027-04',
]

describe('what a user has added', () => {
  it('is said in English, and marked as English, where nobody has translated it', async () => {
    const fact: FactShown = {
      ...(await fictionalData().listFacts('XAA'))[0]!,
      kind: 'lighthouse',
      title: 'Lighthouse kept',
      fields: [{ name: 'litSince', value: 'unknown', unit: null }],
    }
    const app = createApp({
      world: 'register',
      banner: null,
      data: { ...fictionalData(), listFacts: async () => [fact] },
      today: () => '2027-12-31',
      language: 'mn',
    })
    const document = documentOf(await (await app.request('/states/XAA')).text())
    const marked = [...document.querySelectorAll('.facts span[lang="en"], .fact-kind span[lang="en"]')]
    const words = marked.map((span) => span.textContent)
    assert.ok(words.includes('Lighthouse kept') && words.includes('lit since'), words.join(', '))
    const ofList = document.querySelector('.facts dd')
    assert.equal(ofList?.textContent?.trim(), 'мэдээлэлгүй')
  })
})

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
        data: deskData(db, 'exercise'),
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
