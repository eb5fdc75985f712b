// What others count of a State: gathered by source, measure and year, never added to its own figures.
import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import type { Db } from '../../src/db/store.ts'
import {
  countPersonnel,
  countReviews,
  joinSpans,
  newestYears,
  type ReviewSpans,
  reviewStatements,
} from '../../src/engagements/others.ts'
import { listReach } from '../../src/engagements/others-store.ts'
import type { Datum } from '../../src/facts/datum.ts'
import { importTable } from '../../src/mappings/import.ts'
import { readMapping } from '../../src/mappings/mappings.ts'
import { readActors } from '../../src/parties/actor.ts'
import { saveActors } from '../../src/parties/actor-store.ts'
import { readShippedKinds } from '../../src/reports/shipped.ts'
import { othersHeld } from '../../src/web/held/others.ts'
import { inTestWorld } from '../world.ts'

const source = (title: string) => ({ title, address: null, publisher: null, published: null })

const datum = (kind: string, body: Datum['body'], title = 'Almanac'): Datum => ({
  ...{ datumId: JSON.stringify(body), externalId: 'x', actor: 'XAA', kind, subject: null, body },
  ...{ heldFrom: null, heldUntil: null, heldEdtf: '2026-05', knownFrom: '2027-01-15', recordedAt: '' },
  ...{ supersedes: null, retracts: null, source: source(title), locator: null, quotation: null },
  ...{ language: null, tier: 'public', entered: false },
})

const personnel = (year: number, mission: string, persons: number, women: number | null, title?: string) =>
  datum(
    'mission-personnel',
    { year, mission, persons, measure: 'mean', ...(women === null ? {} : { women, men: persons - women }) },
    title,
  )

describe('personnel that others count', () => {
  it('is added within a year of one source, never over two', () => {
    const [almanac, gazette] = countPersonnel([
      personnel(2024, 'Straits', 10, 2),
      personnel(2025, 'Straits', 12, 3),
      personnel(2025, 'Islands', 5, 1),
      personnel(2025, 'Straits', 90, 9, 'Gazette'),
    ])
    assert.deepEqual(almanac?.years, [
      { year: 2024, persons: 10, women: 2, men: 8, missions: 1, notes: [] },
      { year: 2025, persons: 17, women: 4, men: 13, missions: 2, notes: [] },
    ])
    assert.deepEqual(
      gazette?.years.map(({ persons }) => persons),
      [90],
    )
  })

  it('has no number of women where one row does not say it', () => {
    const [count] = countPersonnel([personnel(2025, 'Straits', 12, 3), personnel(2025, 'Islands', 5, null)])
    assert.deepEqual(count?.years, [
      { year: 2025, persons: 17, women: null, men: null, missions: 2, notes: [] },
    ])
  })
})

describe('the newest year of a count', () => {
  const year = (of: number, notes: string[] = []) => ({
    ...{ year: of, persons: of, women: null, men: null, missions: 1, notes },
  })
  const newest = (...years: ReturnType<typeof year>[]) => {
    const { sure, doubtful } = newestYears({ years })
    return [sure?.year ?? null, doubtful?.year ?? null]
  }

  it('is the last that nothing makes doubtful, with a doubtful one only where it is newer', () => {
    assert.deepEqual(newest(year(2019), year(2020)), [2020, null])
    assert.deepEqual(newest(year(2019), year(2020), year(2021, ['Months are missing.'])), [2020, 2021])
    assert.deepEqual(newest(year(2019), year(2020, ['?']), year(2021)), [2021, null])
    assert.deepEqual(newest(year(2020, ['?']), year(2021, ['?'])), [null, 2021])
    assert.deepEqual(newest(), [null, null])
  })
})

describe('a review by others', () => {
  const statement = fc.record({
    session: fc.integer({ min: 1, max: 4 }),
    response: fc.option(fc.constantFrom('accepted', 'noted'), { nil: undefined }),
    isPledge: fc.boolean(),
    text: fc.string({ minLength: 1 }),
  })

  it('counts every statement once: with a response, without one, or as a pledge', () => {
    fc.assert(
      fc.property(fc.array(statement, { maxLength: 30 }), (all) => {
        const sessions = countReviews(
          reviewStatements(
            all.map(({ session, response, isPledge, text }) =>
              datum(isPledge ? 'review-pledge' : 'review-recommendation', {
                ...{ session, text },
                ...(response === undefined || isPledge ? {} : { response }),
              }),
            ),
          ),
          { recommendation: [], pledge: [] },
        )
        let counted = 0
        for (const { recommendations, pledges, responses } of sessions) {
          assert.equal(
            Object.values(responses).reduce((sum, n) => sum + n, 0),
            recommendations ?? 0,
          )
          // Without a table held whole, none is no zero.
          assert.ok(recommendations !== 0 && pledges !== 0)
          counted += (recommendations ?? 0) + (pledges ?? 0)
        }
        assert.equal(counted, all.length)
        const order = sessions.map(({ session }) => session)
        assert.deepEqual(
          order,
          order.toSorted((a, b) => b - a),
        )
      }),
    )
  })
})

describe('sessions of which nothing is held', () => {
  const all = (...sessions: [number, 'review-recommendation' | 'review-pledge'][]) =>
    reviewStatements(sessions.map(([session, kind]) => datum(kind, { session, text: `${session} ${kind}` })))
  const counts = (spans: ReviewSpans, ...sessions: Parameters<typeof all>) =>
    countReviews(all(...sessions), spans).map(({ session, recommendations, pledges }) => [
      ...[session, recommendations, pledges],
    ])

  it('have no number, and a zero only where a table held whole reaches them', () => {
    const spans = { recommendation: [{ from: 6, until: 9 }], pledge: [] }
    assert.deepEqual(
      counts(spans, [10, 'review-pledge'], [9, 'review-pledge'], [9, 'review-recommendation']),
      [
        [10, null, 1],
        [9, 1, 1],
      ],
    )
    assert.deepEqual(counts(spans, [7, 'review-pledge']), [[7, 0, 1]])
    assert.deepEqual(counts(spans, [7, 'review-recommendation']), [[7, 1, null]])
  })

  it('are told by spans joined where one follows the other', () => {
    const spans = [
      { from: 6, until: 9 },
      { from: 1, until: 5 },
      { from: 12, until: 12 },
    ]
    assert.deepEqual(joinSpans(spans), [
      { from: 1, until: 9 },
      { from: 12, until: 12 },
    ])
  })
})

/** The tables of the exercise, in a world that holds its actors; `only`: one actor's rows. */
const withTables = (work: (db: Db) => Promise<void>, only?: string) => () =>
  inTestWorld(async (db) => {
    await saveActors(db, readActors('exercise/data/actors.csv'))
    const kinds = readShippedKinds()
    for (const path of globSync('exercise/tables/*.yaml')) {
      const name = `${basename(path, '.yaml')}.csv`
      const file = { name, bytes: readFileSync(join('exercise/data', name)) }
      await importTable(
        db,
        readMapping(path, kinds),
        { file, beside: new Map() },
        { kinds, marks: false, today: '2027-12-31', receivedOn: '2026-01-15', actor: only },
      )
    }
    await work(db)
  }, 'exercise')

describe('what others count of the States of the exercise', () => {
  it(
    'stands beside what the State says itself, each with its measure, source and reach',
    withTables(async (db) => {
      const shown = await othersHeld({ db, seen: db }).showOthers('XQO')
      const [count] = shown!.personnel
      assert.equal(count?.measure, 'mean of the months of the year')
      assert.match(count?.reach ?? '', /2019 to 2026/)
      assert.deepEqual(
        count?.years.filter(({ notes }) => notes.length > 0).map(({ year }) => year),
        [2026],
      )
      assert.deepEqual([count?.years[0]?.year, count?.years.at(-1)?.year], [2019, 2026])
      assert.deepEqual(
        shown!.own.map(({ fields }) => fields.find(({ name }) => name === 'quantity')?.value),
        [3200],
      )
      assert.deepEqual(
        shown!.sessions.map(({ session, recommendations, responses, pledges }) => [
          ...[session, recommendations, responses, pledges],
        ]),
        [
          [8, 4, { accepted: 2, noted: 2 }, 1],
          [3, 2, { accepted: 1, noted: 1 }, 0],
        ],
      )
      const unnamed = shown!.statements.find(({ text }) => /archive/.test(text))
      assert.equal(unnamed?.madeBy, null)
      // What is held of recommendations says nothing of pledges.
      assert.deepEqual(
        shown!.reviewReach.map(({ kind, from, until }) => [kind, from, until]),
        [
          ['review-recommendation', 3, 9],
          ['review-pledge', 8, 8],
        ],
      )
      assert.deepEqual(await listReach(db, 'mission-personnel', 'year'), [
        {
          kind: 'mission-personnel',
          title: 'Exercise: Almanac of missions',
          from: 2019,
          until: 2026,
          actors: 4,
        },
      ])
    }),
  )

  it(
    'says of a State that no table has that it is in none',
    withTables(async (db) => {
      const shown = await othersHeld({ db, seen: db }).showOthers('XZM')
      assert.deepEqual([shown?.personnel, shown?.sessions, shown?.personnelReach.length], [[], [], 1])
      assert.equal(await othersHeld({ db, seen: db }).showOthers('atlantis'), undefined)
    }),
  )

  it(
    'has no zero of a table of which one actor alone was taken in',
    withTables(async (db) => {
      const shown = await othersHeld({ db, seen: db }).showOthers('XQO')
      assert.deepEqual(
        shown!.sessions.map(({ session, recommendations, pledges }) => [session, recommendations, pledges]),
        [
          [8, 4, 1],
          [3, 2, null],
        ],
      )
      assert.deepEqual(shown!.reviewWhole, { recommendation: [], pledge: [] })
    }, 'XQO'),
  )

  it(
    'knows by the file taken in whole how far its sessions reach, of both kinds it has',
    withTables(async (db) => {
      const shown = await othersHeld({ db, seen: db }).showOthers('XQO')
      const reach = [{ from: 3, until: 9 }]
      assert.deepEqual(shown!.reviewWhole, { recommendation: reach, pledge: reach })
    }),
  )
})
