// Whatever a value rests on can be opened: each piece of evidence in the exercise leads to the place where it stands.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { loadExercise } from '../../src/load.ts'
import { createApp } from '../../src/web/app.ts'
import { inTestWorld } from '../world.ts'
import { deskData } from './desk.ts'
import { banner, documentOf, read } from './site.ts'

const plan = '/plans/siem-reap-angkor-draft-2024-08'
/** Indicators on reports, payments, analyses of requests, several answers at once, and of a pledge. */
const indicators = [
  `${plan}/7.1?year=2026`,
  `${plan}/9.1?year=2026`,
  `${plan}/20.1?year=2026`,
  `${plan}/44.1?year=2027`,
  '/plans/ihl-pledge-mongolia/C3?year=2026',
]

describe('the evidence behind a member', () => {
  it('leads to the answer, the report, the fact or the act itself, on a page that holds it', () =>
    inTestWorld(async (db) => {
      await loadExercise(db)
      const app = createApp({
        world: 'exercise',
        banner,
        data: deskData(db, 'exercise'),
        today: () => '2027-12-31',
      })
      const idsByPath = new Map<string, Set<string>>()
      const idsOf = async (path: string): Promise<Set<string>> => {
        let ids = idsByPath.get(path)
        if (ids === undefined) {
          const { status, text } = await read(app, path)
          assert.equal(status, 200, path)
          ids = new Set([...documentOf(text).querySelectorAll('[id]')].map((element) => element.id))
          idsByPath.set(path, ids)
        }
        return ids
      }
      for (const indicator of indicators) {
        const document = documentOf((await read(app, indicator)).text)
        const links = [...document.querySelectorAll('.evidence .says a')].map(
          (link) => link.getAttribute('href') ?? '',
        )
        assert.ok(links.length > 0, indicator)
        for (const link of links) {
          const [path = '', anchor] = link.replace(/^\/exercise/, '').split('#')
          const ids = await idsOf(path)
          assert.ok(anchor === undefined || ids.has(anchor), `${indicator}: ${link}`)
        }
      }
    }, 'exercise'))
})
