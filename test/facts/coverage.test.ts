import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { sql } from 'kysely'
import { coverageLevels, readCoverageFile } from '../../src/facts/coverage.ts'
import { listCoverage } from '../../src/facts/coverage-store.ts'
import { importCoverage } from '../../src/facts/import-coverage.ts'
import type { Issue } from '../../src/problem.ts'
import { inTestWorld } from '../world.ts'
import { addActors, count, fileOf, issuesOf, kinds } from './world.ts'

const options = { kinds, today: '2025-12-31' }
const file = (...rows: string[]) =>
  fileOf('coverage.csv', ['register,from,until,level,stated_by,known_from,note', ...rows].join('\n'))

const ofOne = (...rows: string[]) =>
  fileOf('coverage.csv', ['register,actor,from,until,level,stated_by,known_from,note', ...rows].join('\n'))

describe('the coverage of registers', () => {
  it('is kept with its dates and by whose word, once', () =>
    inTestWorld(async (db) => {
      const given = file(
        'payment,2024-01-01,2025-01-01,complete,The Secretariat,2025-01-15,',
        'payment,2025-01-01,,partial,The Secretariat,2025-01-15,first quarter only',
        'status:mine-ban,1997-12-03,2025-02-04,complete,The depositary,2025-02-03,',
        'article-7-report,2024-01-01,2026-01-01,complete,The Secretariat,2025-02-03,',
      )
      assert.deepEqual(await importCoverage(db, given, options), { recorded: 4, alreadyHeld: 0 })
      assert.deepEqual(await importCoverage(db, given, options), { recorded: 0, alreadyHeld: 4 })
      const [first, second] = await listCoverage(db, 'payment')
      assert.deepEqual(first, {
        register: 'payment',
        actor: null,
        heldFrom: '2024-01-01',
        heldUntil: '2025-01-01',
        level: 'complete',
        statedBy: 'The Secretariat',
        knownFrom: '2025-01-15',
        note: null,
        entered: false,
      })
      assert.deepEqual([second?.heldUntil, second?.note], [null, 'first quarter only'])
      assert.equal((await listCoverage(db)).length, 4)
    }))

  it('may be of one actor’s records alone, who is held; words about others contradict nothing', () =>
    inTestWorld(async (db) => {
      await addActors(db, ['MNG', 'KHM'])
      const rows = [
        'payment,,2025-01-01,,partial,The Secretariat,2025-03-01,',
        'payment,MNG,2025-01-01,2025-03-01,complete,Ministry of Finance,2025-03-01,',
        'payment,KHM,2025-01-01,2025-03-01,none,Treasury,2025-03-01,',
      ]
      const given = ofOne(...rows)
      assert.deepEqual(await importCoverage(db, given, options), { recorded: 3, alreadyHeld: 0 })
      assert.deepEqual(await importCoverage(db, given, options), { recorded: 0, alreadyHeld: 3 })
      assert.deepEqual((await listCoverage(db)).map(({ actor, level }) => [actor, level]).sort(), [
        ...[[null, 'partial']],
        ['KHM', 'none'],
        ['MNG', 'complete'],
      ])
      const [other] = await issuesOf(
        importCoverage(db, ofOne('payment,MNG,2025-02-01,,partial,Audit,2025-03-01,'), options),
      )
      assert.match(other!, /Contradicts "complete" for 2025-01-01 to 2025-03-01/)
      const [stranger] = await issuesOf(
        importCoverage(db, ofOne('payment,NOPE,2025-02-01,,partial,Audit,2025-04-01,'), options),
      )
      assert.match(stranger!, /cell B2: No such actor.*the id of an actor held/s)
      assert.equal((await listCoverage(db)).length, 3)
      const { rows: events } = await sql<{ actors: string[] }>`
        select array_agg(change ->> 'actor' order by change ->> 'actor') as actors
          from event, jsonb_array_elements(detail -> 'changes') change where action = 'coverage-stated'`.execute(
        db,
      )
      assert.deepEqual(events[0]?.actors, ['', 'KHM', 'MNG'])
    }))

  it('of reports nobody asks for is refused, naming those there are', () =>
    inTestWorld(async (db) => {
      const [issue] = await issuesOf(
        importCoverage(db, file('artcle-7-report,2024-01-01,,complete,A,2025-01-15,'), {
          ...options,
          obligations: ['article-7'],
        }),
      )
      assert.match(issue ?? '', /No such register.*article-7-report/s)
      assert.deepEqual(await listCoverage(db), [])
    }))

  it('is corrected by a later word, never by another one of the same day', () =>
    inTestWorld(async (db) => {
      await importCoverage(db, file('payment,2024-01-01,2025-01-01,complete,A,2025-01-15,'), options)
      const [issue] = await issuesOf(
        importCoverage(db, file('payment,2024-06-01,,partial,A,2025-01-15,'), options),
      )
      assert.match(issue!, /cell D2: Contradicts "complete" for 2024-01-01 to 2025-01-01.*a later known_from/)
      await importCoverage(db, file('payment,2024-06-01,,partial,A,2025-01-16,'), options)
      assert.equal(await count(db, 'coverage'), 2)
    }))

  it('of what ships only the statements that contradict one held are left out', () =>
    inTestWorld(async (db) => {
      await importCoverage(db, file('payment,2024-01-01,2025-01-01,partial,User,2025-01-15,'), options)
      const said: (number | undefined)[] = []
      const shipped = file(
        'payment,2024-01-01,,complete,Pacta,2025-01-15,',
        'outreach,2024-01-01,,partial,Pacta,2025-01-15,',
      )
      const keepHeld = (issues: readonly Issue[]) => void said.push(...issues.map((issue) => issue.line))
      assert.equal((await importCoverage(db, shipped, { ...options, keepHeld })).recorded, 1)
      assert.deepEqual(said, [2])
      assert.deepEqual(
        (await listCoverage(db)).map((one) => [one.register, one.statedBy]),
        [
          ['outreach', 'Pacta'],
          ['payment', 'User'],
        ],
      )
    }))

  it('a file of statements that all contradict the first is named row by row', () =>
    inTestWorld(async (db) => {
      const rows = Array.from({ length: 4000 }, (_, i) => `payment,2024-01-01,,partial,B${i},2025-01-15,`)
      const issues = await issuesOf(
        importCoverage(db, file('payment,2024-01-01,2025-01-01,complete,A,2025-01-15,', ...rows), options),
      )
      assert.equal(issues.length, 4000)
      assert.match(
        issues.at(-1)!,
        /line 4002, cell D4002: Contradicts "complete" for 2024-01-01 to 2025-01-01/,
      )
    }))

  it('two levels of one day contradict each other exactly where their dates meet', () => {
    const day = (n: number) => `2025-01-${String(n + 1).padStart(2, '0')}`
    const statement = fc
      .tuple(
        fc.nat({ max: 19 }),
        fc.option(fc.integer({ min: 1, max: 9 })),
        fc.constantFrom(...coverageLevels),
      )
      .map(([from, length, level]) => ({ from, until: length === null ? null : from + length, level }))
    fc.assert(
      fc.property(fc.array(statement, { maxLength: 12 }), (list) => {
        const rows = list.map(
          ({ from, until, level }, i) =>
            `payment,${day(from)},${until === null ? '' : day(until)},${level},S${i},2025-02-01,`,
        )
        const kept: typeof list = []
        const refused: number[] = []
        for (const [i, one] of list.entries()) {
          const meets = kept.some(
            (other) =>
              other.level !== one.level &&
              other.from < (one.until ?? Infinity) &&
              one.from < (other.until ?? Infinity),
          )
          if (meets) refused.push(i + 2)
          else kept.push(one)
        }
        const read = readCoverageFile(file(...rows), options, [])
        assert.deepEqual(
          read.contradictions.map((issue) => issue.line),
          refused,
        )
        assert.equal(read.fresh.length, kept.length)
      }),
    )
  })

  it('names everything wrong by cell and stores nothing', () =>
    inTestWorld(async (db) => {
      const issues = await issuesOf(
        importCoverage(
          db,
          file(
            'payment,2024-01-01,2025-01-01,complete,A,2025-01-15,',
            'payments,2024-01-01,2023-01-01,full,,2026-01-15,',
            'outreach,2024,,none,A,,',
          ),
          options,
        ),
      )
      for (const place of ['A3', 'C3', 'D3', 'E3', 'F3', 'B4', 'F4']) {
        assert.ok(
          issues.some((issue) => issue.includes(`cell ${place}:`)),
          `${place} in\n${issues.join('\n')}`,
        )
      }
      assert.equal(issues.length, 7)
      assert.equal(await count(db, 'coverage'), 0)
    }))
})
