// Files of facts that are refused: everything wrong is named at once, and nothing is stored.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Db } from '../../src/db/store.ts'
import { checkFacts, importFacts } from '../../src/facts/import.ts'
import { listDatums } from '../../src/facts/store.ts'
import { describeIssue, type Issue } from '../../src/problem.ts'
import { inTestWorld } from '../world.ts'
import { addActors, count, fileOf, issuesOf, kinds } from './world.ts'

const options = { kinds, today: '2025-12-31' }
const importText = (db: Db, text: string, name = 'facts.csv') => importFacts(db, fileOf(name, text), options)

const header =
  'id,actor,kind,date,known_from,supersedes,retracts,source_title,source_address,source_date,note,body.mines'
const retained = (rows: string[]) => [header, ...rows].join('\n')
const first = 'r1,XAA,retained-mines,2013,2014-04-30,,,Report of XAA,https://example.org/1,,,>18139'

describe('refusing facts', () => {
  it('names every problem of a file at once, and stores nothing of it', () =>
    inTestWorld(async (db) => {
      await addActors(db)
      const issues = await issuesOf(
        importText(
          db,
          [
            'id,actor,kind,from,until,date,known_from,source_title,source_address,source_date,language,tier,body.mines,body.amount',
            'a,XAA,retained-mines,2013-02-30,,,2014-01-01,T,,,,,5,',
            'b,XZZ,retained-mines,2014-01-01,2013-01-01,,2014-01-01,T,,,,,many,',
            'c,XAA,retained,,,,2014-01-01,T,,,,,,',
            'd,XAA,retained-mines,,,20133,2026-01-01,T,,,,,5,7',
            'e,XAA,retained-mines,,,,,Note,javascript:alert(1),,zz-!,secret,-,',
            ',XAA,status-event,,,,2014-01-01,T,,,,,,',
            'g,XAA,payment,,,2013/..,2014-01-01,T,,,,,,1',
          ].join('\n'),
        ),
      )
      const expected = [
        /line 2, cell D2: Not a day; found "2013-02-30"/,
        /line 3, cell B3: No such actor; found "XZZ"/,
        /line 3, cell M3: Not a number; found "many"/,
        /line 3, cell E3: It ends before it begins; found "2013-01-01"/,
        /line 4, cell C4: No such kind; found "retained"/,
        /line 5, cell N5: "Mines retained" has no field "amount"/,
        /line 5, cell F5: Not a date; found "20133"/,
        /line 5, cell G5: Nothing is known from a day to come; found "2026-01-01"; expected 2025-12-31 or earlier/,
        /line 6, cell M6: Not a number; found "-"/,
        /line 6, cell K6: Not a language tag; found "zz-!"/,
        /line 6, cell L6: No such tier; found "secret"/,
        /line 6, cell G6: Nothing says since when this is known/,
        /line 6, cell I6: Not a web address; found "javascript:alert\(1\)"/,
        /line 7, cell A7: The row has no id/,
        /line 7, cell C7: A treaty's status comes in by its status page/,
        /line 8: "Payment" needs the field "paidOn"/,
        /line 8, cell F8: An event has a beginning and an end/,
      ]
      for (const pattern of expected)
        assert.ok(
          issues.some((issue) => pattern.test(issue)),
          `${pattern} in\n${issues.join('\n')}`,
        )
      assert.equal(issues.length, expected.length)
      assert.deepEqual(
        [await count(db, 'datum'), await count(db, 'source'), await count(db, 'event')],
        [0, 0, 0],
      )
    }))

  it('names the path in JSON', () =>
    inTestWorld(async (db) => {
      await addActors(db)
      const issues = await issuesOf(
        importText(
          db,
          JSON.stringify({
            facts: [
              {
                id: 'a',
                actor: 'XAA',
                kind: 'payment',
                known_from: '2025-01-01',
                body: { amount: '12x', paidOn: '2025-02' },
                sources: [],
              },
              7,
              {
                id: 3,
                actor: 'XAA',
                kind: 'payment',
                known_from: '2025-01-01',
                source: { title: 'x', url: 'y' },
                body: { amount: 1, paidOn: '2025-02-01', currency: 'EUR' },
              },
            ],
          }),
          'facts.json',
        ),
      )
      for (const pattern of [
        /facts\[0\]\.body\.amount: Not a number; found "12x"/,
        /facts\[0\]\.body\.paidOn: Not a date; found "2025-02"; expected a day/,
        /facts\[0\]\.sources: Unknown key "sources"/,
        /facts\[1\]: Not a datum/,
        /facts\[2\]\.id: Not a text; found "3"/,
        /facts\[2\]\.source\.url: Unknown key "url"/,
        /facts\[2\]\.body\.currency: Not one of the values; found "EUR"; expected USD, CHF/,
      ]) {
        assert.ok(
          issues.some((issue) => pattern.test(issue)),
          `${pattern} in\n${issues.join('\n')}`,
        )
      }
      assert.equal(await count(db, 'datum'), 0)
    }))

  it('what cannot be true: quantities below zero, no currency, no such year, what happened before it did', () =>
    inTestWorld(async (db) => {
      await addActors(db)
      const columns =
        'id,actor,kind,date,known_from,source_title,source_date,body.mines,body.amount,body.paidOn,body.forYear,body.paidIn,body.audience,body.article,body.deadline'
      const rows = [
        'a,XAA,retained-mines,2013,2014-01-01,T,,-5,,,,,,,',
        'b,XAA,payment,,2025-02-01,T,,,-1,2025-01-01,1901,usd,,,',
        'c,XAA,payment,,2025-02-01,T,,,1,2025-02-02,2025,USD,,,',
        'd,XAA,payment,,,T,2025-01,,1,2025-02-02,,,,,',
        'e,XAA,outreach,2027,2025-02-01,T,,,,,,,students,,',
        'f,XAA,outreach,2024,2025-02-01,,,,,,,,students,,',
        'g,XAA,payment,,2025-02-01,T,,,1,2027-01-01,,,,,',
        'h,XAA,deadline,2027-01-01,2025-02-01,T,,,,,,,,5,2030',
        'i,XAA,retained-mines,2013,2014-01-01,T,,>-5,,,,,,,',
      ]
      const issues = await issuesOf(importText(db, [columns, ...rows].join('\n')))
      assert.deepEqual(
        issues.map((issue) => issue.replace(/^facts.csv, /, '')),
        [
          'line 2, cell H2: A quantity below zero; found "-5"; expected 0 or more',
          'line 3, cell I3: A quantity below zero; found "-1"; expected 0 or more',
          'line 3, cell K3: Not a plausible year; found "1901"; expected a year from 1990 to 2100',
          'line 3, cell L3: Not a currency; found "usd"; expected three capital letters such as USD or CHF',
          'line 4, cell E4: Known before it happened; found "2025-02-01"; expected 2025-02-02 or later, the day in "body.paidOn"',
          'line 5, cell G5: Known before it happened; found "2025-01"; expected 2025-02-02 or later, the day in "body.paidOn"',
          'line 6, cell D6: Nothing has happened on a day to come; found "2027"; expected 2025-12-31 or earlier',
          'line 7, cell F7: Nothing says where this is from; expected the document, or who says so',
          'line 8, cell J8: Nothing has happened on a day to come; found "2027-01-01"; expected 2025-12-31 or earlier',
          'line 10, cell H10: A quantity below zero; found ">-5"; expected 0 or more',
        ],
      )
      assert.equal(await count(db, 'datum'), 0)
    }))

  it('names an id used twice also where the second row is wrong otherwise', () =>
    inTestWorld(async (db) => {
      await addActors(db)
      const fact = {
        id: 'a',
        actor: 'XAA',
        kind: 'retained-mines',
        known_from: '2025-01-01',
        source: { title: 'T' },
      }
      const good = { ...fact, body: { mines: 5 } }
      const rows = [good, { ...good, actor: 'XZZ' }, { ...good, tier: 5 }, { ...good, kind: 'nothing' }]
      const issues = await issuesOf(checkFacts(db, fileOf('f.json', JSON.stringify(rows)), options))
      for (const pattern of [
        /\[1\]\.actor: No such actor/,
        /\[1\]\.id: The id is used for another fact in \[0\]/,
        /\[2\]\.tier: Not a text/,
        /\[2\]\.id: The id is used in \[0\]/,
        /\[3\]\.kind: No such kind/,
        /\[3\]\.id: The id is used for another fact in \[0\]/,
      ])
        assert.ok(
          issues.some((issue) => pattern.test(issue)),
          `${pattern} in\n${issues.join('\n')}`,
        )
      assert.equal(issues.length, 6)
    }))

  it('one id names one fact', () =>
    inTestWorld(async (db) => {
      await addActors(db)
      const other = first.replace('XAA,retained', 'XAB,retained')
      const [issue] = await issuesOf(importText(db, retained([first, other])))
      assert.match(issue!, /line 3, cell A3: The id is used for another fact in line 2/)
    }))

  it('supersedes only what is there, of the same actor and kind, once, later, and not in a circle', () =>
    inTestWorld(async (db) => {
      await addActors(db)
      await importText(db, retained([first]))
      const row = (
        id: string,
        actor: string,
        known: string,
        supersedes: string,
        retracts = '',
        mines = '1',
      ) =>
        `${id},${actor},retained-mines,2013,${known},${supersedes},${retracts},T,https://example.org,,,${mines}`
      const refusedWith = async (rows: string[], pattern: RegExp) => {
        const issues = await issuesOf(importText(db, retained(rows)))
        assert.ok(
          issues.some((issue) => pattern.test(issue)),
          issues.join('\n'),
        )
      }
      await refusedWith(
        [row('n', 'XAA', '2015-01-01', 'nothing')],
        /supersedes a row that is not there; found "nothing"/,
      )
      await refusedWith([row('n', 'XAB', '2015-01-01', 'r1')], /not there.*same actor and kind/)
      await refusedWith(
        [row('n', 'XAA', '2014-01-01', 'r1')],
        /known before the one it supersedes.*known from 2014-04-30 or later/,
      )
      await refusedWith([row('n', 'XAA', '2015-01-01', 'r1', 'r1')], /supersedes or retracts, not both/)
      await refusedWith(
        [row('n', 'XAA', '2015-01-01', 'r1'), row('m', 'XAA', '2015-01-01', 'r1')],
        /line 3.*"r1", which "n" has superseded or retracted already/,
      )
      await refusedWith(
        [
          row('a', 'XAA', '2015-01-01', 'c'),
          row('b', 'XAA', '2015-01-01', 'a'),
          row('c', 'XAA', '2015-01-01', 'b'),
        ],
        /in a circle; found "a → c → b → a"/,
      )
      await refusedWith([row('s', 'XAA', '2015-01-01', 's')], /in a circle; found "s → s"/)
      await importText(db, retained([row('gone', 'XAA', '2015-01-01', '', 'r1', '')]))
      await refusedWith([row('n', 'XAA', '2016-01-01', 'gone')], /supersedes a retraction/)
      await refusedWith([row('n', 'XAA', '2016-01-01', 'r1')], /"gone" has superseded or retracted already/)
      assert.equal(await count(db, 'datum'), 2)
    }))

  it('of what ships only the rows that contradict facts held are left out, with what hangs on them', () =>
    inTestWorld(async (db) => {
      await addActors(db)
      const row = (id: string, known: string, supersedes: string, mines: number) =>
        `${id},XAA,retained-mines,2013,${known},${supersedes},,Report,https://example.org,,,${mines}`
      await importText(db, retained([row('a', '2014-01-01', '', 1), row('b', '2014-01-01', '', 2)]))
      await importText(db, retained([row('own', '2015-01-01', 'b', 3)]), 'own.csv')
      const shipped = [
        row('a', '2014-01-01', '', 100), // edited
        row('new', '2014-01-01', '', 5),
        row('b2', '2016-01-01', 'b', 6), // what the user superseded
        row('b3', '2017-01-01', 'b2', 7),
        row('a2', '2016-01-01', 'a', 8), // still agrees: it supersedes what is held as a
      ]
      await issuesOf(importText(db, retained(shipped)))
      const said: string[] = []
      const keepHeld = (issues: readonly Issue[]) => void said.push(...issues.map(describeIssue))
      const file = fileOf('facts.csv', retained(shipped))
      assert.equal((await importFacts(db, file, { ...options, keepHeld })).recorded, 2)
      const held = (await listDatums(db)).map((datum) => [datum.externalId, datum.body.mines])
      assert.deepEqual(Object.fromEntries(held), { a: 1, b: 2, own: 3, new: 5, a2: 8 })
      assert.equal(said.length, 3)
      assert.match(said[0]!, /facts.csv, line 2, cell A2: Another fact is stored under this id/)
      assert.match(said[1]!, /line 4, .*which "own" has superseded/)
      assert.match(said[2]!, /line 5, .*not there; found "b2"/)
    }))

  it('checking says the same and stores nothing', () =>
    inTestWorld(async (db) => {
      await addActors(db)
      const summary = await checkFacts(db, fileOf('facts.csv', retained([first])), options)
      assert.equal(summary.recorded, 1)
      assert.deepEqual([await count(db, 'datum'), await count(db, 'event')], [0, 0])
    }))
})
