// What somebody sees more stands in an index of its own beside everyone's, and is found as if it were one.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { publicSight } from '../../src/accounts/sight.ts'
import type { Db, World } from '../../src/db/store.ts'
import { importFacts } from '../../src/facts/import.ts'
import { readShippedKinds } from '../../src/reports/shipped.ts'
import { beside } from '../../src/search/beside.ts'
import { blank, type Document } from '../../src/search/document.ts'
import { find } from '../../src/search/found.ts'
import { buildIndex } from '../../src/search/index.ts'
import { openSearch, type Search } from '../../src/search/search.ts'
import { fileOf } from '../facts/world.ts'
import { inTestStore } from '../world.ts'
import { addStates } from './states.ts'

const world: World = 'exercise'

const header =
  'id,actor,kind,date,known_from,supersedes,retracts,source_title,source_address,quotation,language,tier,body.article,body.deadline'
const fact = (id: string, actor: string, quotation: string, tier = 'public', supersedes = '') =>
  `${id},${actor},deadline,,2025-0${supersedes === '' ? 1 : 2}-01,${supersedes},,A fictional gazette,https://example.org/1,${quotation},en,${tier},5,2029-03-01`

const record = (db: Db, rows: string[]) =>
  importFacts(db, fileOf('facts.csv', [header, ...rows].join('\n')), {
    kinds: readShippedKinds(),
    today: '2026-06-01',
    entered: false,
  })

const quotations = async (search: Search, q: string): Promise<string[]> =>
  (await search({ q })).groups.flatMap(({ hits }) => hits.map((hit) => hit.excerpt?.text ?? '')).sort()

describe('a search by somebody who sees more than everyone', () => {
  it('finds what everyone finds and their own, and nothing that only others see, not as a suggestion either', () =>
    inTestStore(async (store) => {
      const db = store.world(world)
      await addStates(db)
      await record(db, [
        fact('d1', 'XAA', 'walnut for all'),
        fact('d2', 'XAA', 'walnut of Averland', 'restricted'),
        fact('d3', 'XAB', 'walnut of Brennland', 'restricted'),
        fact('d4', 'XAB', 'walnut for partners', 'partner'),
        fact('d5', 'XAB', 'pomegranate', 'restricted'),
      ])
      const all = openSearch(store.seen(world, publicSight))
      const ofA = all.searchBeside(store.seen(world, { partner: ['XAA'], restricted: ['XAA'] }))
      const ofB = all.searchBeside(store.seen(world, { partner: ['XAB'], restricted: ['XAB'] }))
      const asked = await Promise.all([all.search, ofA, ofB].map((search) => quotations(search, 'walnut')))
      assert.deepEqual(asked, [
        ['walnut for all'],
        ['walnut for all', 'walnut of Averland'],
        ['walnut for all', 'walnut for partners', 'walnut of Brennland'],
      ])
      // A slip for a word that only Brennland's focal point sees.
      assert.equal((await ofB({ q: 'pomegrnate' })).total, 1)
      for (const search of [all.search, ofA]) {
        const { total, suggestion } = await search({ q: 'pomegrnate' })
        assert.equal(total, 0)
        assert.doesNotMatch(suggestion ?? '', /pome/i)
      }
    }))

  it('finds what took the place of what everyone saw, which nobody finds any more, and what is recorded later', () =>
    inTestStore(async (store) => {
      const db = store.world(world)
      await addStates(db)
      await record(db, [fact('d1', 'XAA', 'first almond')])
      await record(db, [fact('d2', 'XAA', 'second almond', 'restricted', 'd1')])
      const all = openSearch(store.seen(world, publicSight))
      const ofA = all.searchBeside(store.seen(world, { partner: [], restricted: ['XAA'] }))
      assert.deepEqual(await quotations(all.search, 'almond'), [])
      assert.deepEqual(await quotations(ofA, 'almond'), ['second almond'])
      await record(db, [fact('d3', 'XAA', 'third almond', 'restricted')])
      assert.deepEqual(await quotations(ofA, 'almond'), ['second almond', 'third almond'])
    }))
})

const words = ['walnut', 'almond', 'cleared', 'deadline', 'orchard', 'Averland', '7.1']
const document = fc.record({
  text: fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 6 }).map((some) => some.join(' ')),
  isExtra: fc.boolean(),
})

describe('two indexes as one', () => {
  it('find what one index of all documents finds, as near', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(document, { minLength: 1, maxLength: 12 }),
        fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 2 }),
        async (drawn, asked) => {
          const documents = drawn.map(({ text, isExtra }, i): Document & { isExtra: boolean } => ({
            ...blank,
            kind: 'fact',
            id: String(i),
            path: `/states/XAA#fact-${i}`,
            title: 'Deadline',
            parts: [{ text, language: 'en', verbatim: true }],
            isExtra,
          }))
          const whole = await buildIndex([documents])
          const parted = beside(
            await buildIndex([documents.filter(({ isExtra }) => !isExtra)]),
            await buildIndex([documents.filter(({ isExtra }) => isExtra)]),
          )
          const q = asked.join(' ')
          const of = (index: typeof whole) => {
            const { total, isPartial, isNear, groups } = find(index, { q, kind: 'fact' })
            const hits = groups.flatMap((group) => group.hits.map(({ id, match }) => `${id} ${match}`)).sort()
            return { total, isPartial, isNear, hits }
          }
          assert.deepEqual(of(parted), of(whole))
        },
      ),
      { numRuns: 60 },
    ))
})
