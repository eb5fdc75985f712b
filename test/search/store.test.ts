// What of a world is found, and that it is found as soon as it is written.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { sql } from 'kysely'
import { publicSight } from '../../src/accounts/sight.ts'
import type { Db } from '../../src/db/store.ts'
import { importFacts } from '../../src/facts/import.ts'
import { readShippedKinds, readShippedQuestions } from '../../src/reports/shipped.ts'
import { submitReport } from '../../src/reports/submit.ts'
import { openSearch } from '../../src/search/search.ts'
import { fileOf } from '../facts/world.ts'
import { inTestStore } from '../world.ts'
import { addStates } from './states.ts'

const header =
  'id,actor,kind,date,known_from,supersedes,retracts,source_title,source_address,source_date,quotation,language,tier,body.article,body.deadline'
const facts = async (db: Db, rows: string[], entered = false) => {
  const file = fileOf('facts.csv', [header, ...rows].join('\n'))
  await importFacts(db, file, { kinds: readShippedKinds(), today: '2026-06-01', entered })
}
const deadline = (
  id: string,
  quotation: string,
  more: { knownFrom?: string; supersedes?: string; tier?: string } = {},
) =>
  `${id},XAA,deadline,,${more.knownFrom ?? '2025-01-01'},${more.supersedes ?? ''},,A fictional gazette,https://example.org/1,,${quotation},en,${more.tier ?? 'public'},5,2029-03-01`

const report = (version: number, quotation: string) => ({
  format: 'pacta-report/1',
  actor: 'XAB',
  obligation: 'article-7',
  coversYear: 2024,
  receivedOn: `2025-04-${20 + version}`,
  version,
  language: 'en',
  document: { title: 'Fictional report of Brennland' },
  answers: [
    {
      question: 'retained-mines-annual-review',
      state: 'yes',
      evidence: { page: '3', quotation, language: 'en' },
    },
  ],
})

const inWorld = (work: (db: Db, ask: (q: string) => Promise<string[]>) => Promise<void>) => () =>
  inTestStore(async (store) => {
    const db = store.world('exercise')
    await addStates(db)
    const { search } = openSearch(store.seen('exercise', publicSight))
    await work(db, async (q) =>
      (await search({ q })).groups.flatMap((group) => group.hits.map((hit) => `${group.kind} ${hit.path}`)),
    )
  })

describe('a search of a world', () => {
  it(
    'finds plans, sections, actions, indicators, cohorts, States and other actors',
    inWorld(async (_db, ask) => {
      const found = [
        ...(await ask('Siem Reap Angkor')),
        ...(await ask('7.1')),
        ...(await ask('action 7')),
        ...(await ask('SP_A5')),
        ...(await ask('Аверландия')),
        ...(await ask('clearers')),
      ].map((line) => line.replace(/siem-reap[^/#]*/, 'PLAN'))
      for (const line of [
        'plan /plans/PLAN',
        'indicator /plans/PLAN/7.1',
        'action /plans/PLAN/actions/7',
        'cohort /cohorts/article-5',
        'state /states/XAA',
        'actor /states/mine-clearers',
      ])
        assert.ok(found.includes(line), `${line} in ${found}`)
      assert.ok((await ask('Best Practices in Implementation')).some((line) => line.startsWith('section ')))
    }),
  )

  it(
    'finds a treaty whose status is held by its names, its number and the words of its duties',
    inWorld(async (db, ask) => {
      assert.deepEqual(
        (await ask('mine ban convention')).filter((line) => line.startsWith('treaty ')),
        [],
      )
      await sql`insert into datum (actor_id, datum_id, kind, known_from, body)
                values ('XAA', '01a200f7-0000-7000-8000-000000000001', 'status-event', '2000-01-01', '{}')`.execute(
        db,
      )
      await sql`insert into status_event (actor_id, datum_id, treaty, kind)
                values ('XAA', '01a200f7-0000-7000-8000-000000000001', 'mine-ban', 'accession')`.execute(db)
      // What is written without an event is found with the next one.
      await facts(db, [deadline('d1', 'walnut')])
      for (const q of [
        'mine ban convention',
        'XXVI-5',
        'information provided in accordance with this article',
      ])
        assert.equal((await ask(q))[0], 'treaty /treaties/mine-ban', q)
      // A duty by its title, its article and its words; what is called so comes before what only has the words.
      assert.equal((await ask('transparency report'))[0], 'duty /duties/mine-ban/article-7')
      const words = await ask('previously unknown stockpiles destroyed')
      assert.ok(
        words.some((found) => found.startsWith('duty /duties/')),
        words.join('\n'),
      )
    }),
  )

  it(
    'finds a fact by its quotation, its source and its fields, and leads to its place on the State sheet',
    inWorld(async (db, ask) => {
      await facts(db, [deadline('d1', 'orchards cleared by the guild')])
      const {
        rows: [datum],
      } = await sql<{ datumId: string }>`select datum_id from datum`.execute(db)
      for (const q of ['"orchards cleared"', 'fictional gazette', 'averland deadline 2029-03-01'])
        assert.deepEqual(await ask(q), [`fact /states/XAA#fact-${datum!.datumId}`], q)
    }),
  )

  it(
    'leads to what a State promised and how it voted on the page of its ministry, and leaves out what no page shows',
    inWorld(async (db, ask) => {
      await sql`insert into datum (actor_id, datum_id, kind, external_id, subject_id, known_from, body)
                values ('XAA', '01a200f7-0000-7000-8000-000000000001', 'commitment', 'plg 1', null, '2025-01-01',
                        '{"title": "Plant a quince"}'),
                       ('XAA', '01a200f7-0000-7000-8000-000000000002', 'recorded-vote', 'v1', 'A/RES/99/1', '2025-01-01',
                        '{"vote": "yes"}'),
                       ('mine-clearers', '01a200f7-0000-7000-8000-000000000003', 'commitment', 'plg-2', null,
                        '2025-01-01', '{"title": "Plant a medlar"}')`.execute(db)
      assert.deepEqual(await ask('quince'), ['fact /ministries/XAA#fact-plg-1'])
      assert.deepEqual(await ask('A/RES/99/1'), ['fact /ministries/XAA#votes'])
      assert.deepEqual(await ask('medlar'), [])
    }),
  )

  it(
    'finds a recorded vote by its symbol, the vote on the whole first, and by its title',
    inWorld(async (db, ask) => {
      await sql`insert into datum (actor_id, datum_id, kind, external_id, known_from, body)
                values ('mine-clearers', '01a200f7-0000-7000-8000-000000000001', 'roll-call', 'roll-call-1', '2025-01-01',
                        '{"symbol": "A/RES/99/1 A", "part": "paragraph", "session": 99, "yes": 2, "no": 1, "abstain": 0, "titleInFile": "Quince paragraph", "votedYes": ["XAA"]}'),
                       ('mine-clearers', '01a200f7-0000-7000-8000-000000000002', 'roll-call', 'roll-call-2', '2025-01-01',
                        '{"symbol": "A/RES/99/1 A", "session": 99, "yes": 2, "no": 1, "abstain": 0, "titleInFile": "Day of the quince", "votedYes": ["XAA"]}'),
                       ('mine-clearers', '01a200f7-0000-7000-8000-000000000003', 'roll-call', null, '2025-01-01',
                        '{"symbol": "A/RES/99/11", "session": 99, "yes": 2, "no": 1, "abstain": 0, "titleInFile": "Night of the medlar"}')`.execute(
        db,
      )
      for (const q of ['A/RES/99/1 A', 'A/RES/99/1A', '99/1 A', 'day of the quince'])
        assert.equal((await ask(q))[0], 'fact /votes/roll-call-2', q)
      assert.deepEqual(await ask('medlar'), ['fact /votes/01a200f7-0000-7000-8000-000000000003'])
      // Who voted how stands on its page: a State is not found by each of its votes.
      assert.ok(!(await ask('Averland')).some((found) => found.includes('/votes/')))
    }),
  )

  it(
    'never finds what is not public, not known yet, or superseded',
    inWorld(async (db, ask) => {
      await facts(db, [
        deadline('d1', 'confidential walnut', { tier: 'restricted' }),
        deadline('d2', 'tomorrow hazelnut', { knownFrom: '2026-05-31' }),
        deadline('d3', 'first almond'),
      ])
      await facts(db, [deadline('d4', 'second almond', { supersedes: 'd3', knownFrom: '2025-02-01' })])
      await sql`update datum set known_from = '2026-06-02' where external_id = 'd2'`.execute(db)
      assert.deepEqual(await ask('walnut'), [])
      assert.deepEqual(await ask('hazelnut'), [])
      assert.equal((await ask('almond')).length, 1)
      assert.equal((await ask('second almond')).length, 1)
    }),
  )

  it(
    'finds what was written a moment ago, without being told',
    inWorld(async (db, ask) => {
      assert.deepEqual(await ask('pistachio'), [])
      await facts(db, [deadline('d1', 'pistachio')])
      assert.equal((await ask('pistachio')).length, 1)
    }),
  )

  it(
    'finds reports and the answers of their current version',
    inWorld(async (db, ask) => {
      const options = { questionnaires: readShippedQuestions(), today: '2026-06-01', entered: false }
      await submitReport(db, report(1, 'reviewed under the old elm'), options)
      assert.deepEqual(await ask('fictional report'), ['report /reports/XAB:article-7:2024:1'])
      assert.deepEqual(await ask('elm'), [
        'answer /reports/XAB:article-7:2024:1#q-retained-mines-annual-review',
      ])
      await submitReport(db, report(2, 'reviewed under the young birch'), options)
      assert.deepEqual(await ask('elm'), [])
      assert.equal((await ask('birch')).length, 1)
    }),
  )

  it(
    'says of a result that it was entered here, not received',
    inWorld(async (db) => {
      await facts(db, [deadline('d1', 'cashew')], true)
      const found = await openSearch(db).search({ q: 'cashew' })
      assert.equal(found.groups[0]!.hits[0]!.entered, true)
    }),
  )

  it(
    'reads batch after batch: none is left out and none is read twice',
    inWorld(async (db) => {
      const rows = Array.from({ length: 2300 }, (_, i) => deadline(`m${i}`, `macadamia ${i}`))
      await facts(db, rows)
      const found = await openSearch(db).search({ q: 'macadamia' })
      assert.equal(found.total, 2300)
    }),
  )

  it(
    'finds what was written since, and nothing that was withdrawn, not even as a word that is held',
    inWorld(async (db, ask) => {
      await facts(db, [deadline('h1', 'hazelnut'), deadline('h2', 'pistachio')])
      assert.equal((await ask('hazelnut')).length, 1)
      await facts(db, [deadline('h3', 'walnut')])
      assert.deepEqual([(await ask('walnut')).length, (await ask('hazelnut')).length], [1, 1])
      await facts(db, [deadline('h4', 'chestnut', { supersedes: 'h1', knownFrom: '2025-01-02' })])
      assert.deepEqual([(await ask('hazelnut')).length, (await ask('chestnut')).length], [0, 1])
      const { search } = openSearch(db)
      await search({ q: 'pistachio' })
      await facts(db, [deadline('h5', 'almond', { supersedes: 'h2', knownFrom: '2025-01-02' })])
      const gone = await search({ q: 'pistachoi' })
      assert.deepEqual([gone.total, gone.suggestion], [0, null])
    }),
  )

  it(
    'does not wait for a large import: it says that something is being read, and never finds what was withdrawn meanwhile',
    inWorld(async (db) => {
      const { search } = openSearch(db, { first: 10_000, later: 0 })
      await search({ q: 'macadamia' })
      const rows = Array.from({ length: 1500 }, (_, i) => deadline(`m${i}`, `macadamia ${i}`))
      await facts(db, rows)
      const early = await search({ q: 'macadamia' })
      assert.deepEqual([early.isBehind, early.total < 1500], [true, true])
      assert.deepEqual([early.reading!.facts.all, early.reading!.facts.read < 1500], [1500, true])
      await facts(db, [deadline('gone', 'brazil nut', { supersedes: 'm1499', knownFrom: '2025-01-02' })])
      for (;;) {
        const found = await search({ q: 'macadamia' })
        assert.ok(
          !found.groups.some(({ hits }) =>
            hits.some(({ excerpt }) => /macadamia 1499/.test(excerpt?.text ?? '')),
          ),
        )
        if (!found.isBehind) break
        await new Promise((resolve) => setTimeout(resolve, 20))
      }
      const whole = await search({ q: 'macadamia' })
      assert.deepEqual([whole.total, whole.isBehind, whole.reading], [1499, false, null])
      assert.equal((await search({ q: '1499' })).total, 0)
    }),
  )

  it(
    'answers many at once from one index',
    inWorld(async (db) => {
      const { search } = openSearch(db)
      const all = await Promise.all(['averland', 'avria', 'XAA', 'Аверландия'].map((q) => search({ q })))
      assert.ok(all.every((found) => found.groups[0]!.hits[0]!.id === 'XAA'))
    }),
  )
})
