// What is found first in what ships and in the exercise, however it is typed: names, numbers, words of promises, in Mongolian
// and English, with an ending, without a mark, with a slip.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { publicSight } from '../../src/accounts/sight.ts'
import type { World } from '../../src/db/store.ts'
import { loadExercise, loadRegister } from '../../src/load.ts'
import { openSearch, type Search } from '../../src/search/search.ts'
import { inTestStore } from '../world.ts'

/** What is typed, and the first result: its kind with its id, or of a fact with what it is called. */
type Case = [typed: string, first: string]

const register: Case[] = [
  ['Mongolia', 'state MNG'],
  ['MNG', 'state MNG'],
  ['mn', 'state MNG'],
  ['496', 'state MNG'],
  ['Монгол', 'state MNG'],
  ['Монголын', 'state MNG'],
  ['Монголоос', 'state MNG'],
  ['Монголтой', 'state MNG'],
  ['Монгол Улс', 'state MNG'],
  ['Монгол Улсын', 'state MNG'],
  ['mongoliin', 'state MNG'],
  ['mongol uls', 'state MNG'],
  ['mongolai', 'state MNG'],
  ['Mongoliya', 'state MNG'],
  ['монголия', 'state MNG'],
  ['蒙古', 'state MNG'],
  ['منغوليا', 'state MNG'],
  ['Хойд Солонгос', 'state PRK'],
  ['hoid solongos', 'state PRK'],
  ['khoid solongos', 'state PRK'],
  ['Солонгосын', 'state KOR'],
  ['АНУ', 'state USA'],
  ['DPRK', 'state PRK'],
  ['North Korea', 'state PRK'],
  ['United States', 'state USA'],
  ['cote divoire', 'state CIV'],
  ['Côte d’Ivoire', 'state CIV'],
  ['turkey', 'state TUR'],
  ['Turkiye', 'state TUR'],
  ['kirgizstan', 'state KGZ'],
  ['Afghansitan', 'state AFG'],
  ['Францын', 'state FRA'],
  ['Германы', 'state DEU'],
  ['mine ban convention', 'treaty mine-ban'],
  ['Mine-Ban Convention', 'treaty mine-ban'],
  ['mine ban convetion', 'treaty mine-ban'],
  ['treaties', 'treaty arms-trade'],
  ['yavgan hunii esreg mina', 'treaty mine-ban'],
  ['Article 5', 'duty mine-ban/article-5'],
  ['Action 9', 'action siem-reap-angkor-draft-2024-08/9'],
  ['7.1', 'indicator siem-reap-angkor-draft-2024-08/7.1'],
  ['indicator 7.1', 'indicator siem-reap-angkor-draft-2024-08/7.1'],
  ['Human Rights Council', 'actor un-human-rights-council'],
  ['OSCE', 'actor osce'],
  ['Community of Democracies', 'actor community-of-democracies'],
  ['Mongolian Red Cross', 'actor mongolian-red-cross-society'],
  ['deth penalty', 'actor icdp'],
  ['Literacy for life', 'fact Literacy for life: Shaping future agendas'],
  ['literacy', 'fact Literacy for life: Shaping future agendas'],
  ['Education for Democracy', 'fact Education for Democracy'],
  ['Ulaanbaatar Dialogue', 'fact Ulaanbaatar Dialogue on Northeast Asian Security'],
  ['nuclear-weapon-free status', 'fact Mongolia’s international security and nuclear-weapon-free status'],
  [
    '53/77 D',
    'fact UNGA resolution on Mongolia’s international security and nuclear-weapon-free status adopted',
  ],
  [
    '53/77D',
    'fact UNGA resolution on Mongolia’s international security and nuclear-weapon-free status adopted',
  ],
  [
    'A/RES/53/77 D',
    'fact UNGA resolution on Mongolia’s international security and nuclear-weapon-free status adopted',
  ],
  ['think tank', 'fact Proposal of an International Think Tank for LLDCs'],
  ['peacekeepers', 'fact Peacekeepers deployed since 2002 (cumulative)'],
  ['үүргийн', 'cohort articles-3-4-5'],
  ['uurgiin', 'cohort articles-3-4-5'],
]

const exercise: Case[] = [
  ['Quorrela', 'state XQO'],
  ['quorela', 'state XQO'],
  ['XQO', 'state XQO'],
  ['Quorrela National Society', 'actor xqo-national-society'],
  ['Quorrela national societies', 'actor xqo-national-society'],
  ['first reading in parliament', 'fact Exercise: first reading in parliament'],
  ['first readng in parlament', 'fact Exercise: first reading in parliament'],
  ['manual for instructors', 'fact Exercise: manual for instructors'],
  ['letter to the parliament', 'fact Exercise: letter to the parliament'],
  ['letters to parliament', 'fact Exercise: letter to the parliament'],
  ['working bodies', 'fact Exercise: working group on the recommendations of the study'],
  ['алхмын', 'fact Exercise: draft of the law'],
  ['4.1', 'indicator siem-reap-angkor-draft-2024-08/4.1'],
  ['Section V', 'section siem-reap-angkor-draft-2024-08/V'],
]

const firstOf = async (search: Search, q: string): Promise<string> => {
  const { groups } = await search({ q })
  const hit = groups[0]?.hits[0]
  if (hit === undefined) return 'nothing'
  return hit.kind === 'fact' ? `fact ${hit.title.text}` : `${hit.kind} ${hit.id}`
}

const inLoaded = (world: World, work: (search: Search) => Promise<void>) =>
  inTestStore(async (store) => {
    const db = store.world(world)
    await (world === 'register' ? loadRegister(db) : loadExercise(db))
    const { search } = openSearch(store.seen(world, publicSight), { first: 120_000, later: 120_000 })
    await work(search)
  })

describe('what is typed finds what is meant', () => {
  for (const [world, cases] of [
    ['register', register],
    ['exercise', exercise],
  ] as const)
    it(`first of everything held in the ${world}, ${cases.length} times`, () =>
      inLoaded(world, async (search) => {
        const found: Case[] = []
        for (const [typed] of cases) found.push([typed, await firstOf(search, typed)])
        assert.deepEqual(found, cases)
        // However many are found, each result leads somewhere and is counted.
        const { total, groups } = await search({ q: 'state' })
        assert.equal(
          groups.reduce((sum, { count }) => sum + count, 0),
          total,
        )
      }))
})
