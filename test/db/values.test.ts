import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { sql } from 'kysely'
import { json, numberOf } from '../../src/db/store.ts'
import { inTestWorld } from '../world.ts'

// The suite runs this on the embedded store and on a server: both must give exactly these values.
const read: [string, unknown][] = [
  ["date '2025-03-01'", '2025-03-01'],
  ["timestamptz '2026-03-01 00:30:00.25+08'", '2026-02-28T16:30:00.25Z'],
  ["timestamptz '2026-03-01 00:00:00+00'", '2026-03-01T00:00:00Z'],
  ["timestamp '2026-03-01 00:30:00'", '2026-03-01T00:30:00'],
  ['7::smallint', 7],
  ['7', 7],
  ['9007199254740991::bigint', Number.MAX_SAFE_INTEGER],
  ['count(*)', 1],
  ['sum(7)', 7],
  ['12345678901234567890.10::numeric', '12345678901234567890.10'],
  ['0.1::float8', 0.1],
  ['true', true],
  ["'Қазақстан, Côte d''Ivoire'::text", "Қазақстан, Côte d'Ivoire"],
  ['null::integer', null],
  [`'{"snake_case": [1, null, {"deepKey": "x"}]}'::jsonb`, { snake_case: [1, null, { deepKey: 'x' }] }],
  ["'[1, 2]'::json", [1, 2]],
  ["'0192f0c4-0000-7000-8000-000000000001'::uuid", '0192f0c4-0000-7000-8000-000000000001'],
  ["array['0192f0c4-0000-7000-8000-000000000001'::uuid]", ['0192f0c4-0000-7000-8000-000000000001']],
  ["array[date '2025-03-01', null]", ['2025-03-01', null]],
  ["array['a,b', 'c\"d', 'e\\f', '', 'NULL', null]", ['a,b', 'c"d', 'e\\f', '', 'NULL', null]],
  [
    'array[[1, 2], [3, 4]]',
    [
      [1, 2],
      [3, 4],
    ],
  ],
  ['array[9007199254740991::bigint]', [Number.MAX_SAFE_INTEGER]],
  ['array[true, false]', [true, false]],
  ['array[]::text[]', []],
  ["'\\x00ff'::bytea", Buffer.from([0, 255])],
]

describe('values out of the store', () => {
  for (const [expression, expected] of read) {
    it(`${expression} is ${JSON.stringify(expected)}`, async () => {
      await inTestWorld(async (db) => {
        const { rows } = await sql<{ aValue: unknown }>`select ${sql.raw(expression)} as a_value`.execute(db)
        assert.deepEqual(rows, [{ aValue: expected }])
      })
    })
  }

  it('an integer that a number cannot hold is refused', async () => {
    await inTestWorld(async (db) => {
      await assert.rejects(sql`select 9007199254740993::bigint as n`.execute(db), /9007199254740993/)
      assert.deepEqual((await sql`select 1 as n`.execute(db)).rows, [{ n: 1 }])
    })
  })

  it('text sorts by its bytes', async () => {
    await inTestWorld(async (db) => {
      const { rows } = await sql<{
        t: string
      }>`select t from unnest(${['b', 'a', 'Z', 'é', 'z']}::text[]) t order by t`.execute(db)
      assert.equal(rows.map((row) => row.t).join(''), 'Zabzé')
    })
  })
})

describe('values into the store', () => {
  it('come back as they went in, in a local time zone far from UTC', async () => {
    assert.equal(new Date(2025, 2, 1).getTimezoneOffset(), -480, 'the suite runs in Ulaanbaatar')
    await inTestWorld(async (db) => {
      const row = {
        indicator: 'plan/1.1',
        year: 2025,
        actors: ['AAA', 'NULL'],
        members: ['AAA', 'a "member", {of} \\ two'],
        states: ['counted', 'partly'],
        inN: [0.5, 1e21],
        inD: [1, 0.1],
        reasons: [{ key: 'member' }],
        reasonAt: [0, 0],
        datumIds: ['0192f0c4-0000-7000-8000-000000000001', '0192f0c4-0000-7000-8000-000000000002'],
        datumsUntil: [2, 2],
      }
      await db
        .insertInto('valueMembers')
        .values({ ...row, reasons: json(row.reasons) })
        .execute()
      assert.deepEqual(await db.selectFrom('valueMembers').selectAll().executeTakeFirst(), row)
      const figure = {
        indicator: 'plan/1.1',
        year: 2025,
        reading: 'default',
        asOf: '2025-12-31',
        knownOn: '2025-12-31',
        ruleHash: 'x',
        status: 'known',
        coverage: json({}),
      }
      await db
        .insertInto('value')
        .values({ ...figure, numerator: 0.5, denominator: '1' })
        .execute()
      const { numerator, denominator } = await db
        .selectFrom('value')
        .select(['numerator', 'denominator'])
        .executeTakeFirstOrThrow()
      assert.deepEqual([numerator, denominator], ['0.5', '1'])
      await db
        .insertInto('coverage')
        .values({
          coverageId: row.datumIds[0]!,
          register: 'meeting',
          heldFrom: '2025-03-01',
          level: 'partial',
          statedBy: 'x',
          knownFrom: '2025-03-01',
        })
        .execute()
      const stored = await db.selectFrom('coverage').selectAll().executeTakeFirstOrThrow()
      assert.equal(stored.heldFrom, '2025-03-01')
      assert.equal(stored.heldUntil, null)
      assert.ok(Math.abs(Date.parse(stored.recordedAt) - Date.now()) < 3_600_000)
    })
  })

  it('a document keeps its keys and its arrays', async () => {
    await inTestWorld(async (db) => {
      const names = { en: { short: 'A', formal_name: 'The A' } }
      await db
        .insertInto('actor')
        .values({ actorId: 'AAA', kind: 'state', names: json(names), aliases: json([]) })
        .execute()
      const row = await db.selectFrom('actor').select(['names', 'aliases', 'iso2']).executeTakeFirstOrThrow()
      assert.deepEqual(row, { names, aliases: [], iso2: null })
    })
  })

  it('any texts survive a text array', async () => {
    await inTestWorld(async (db) => {
      const texts = fc.array(
        fc.option(fc.string({ unit: 'grapheme' }).map((text) => text.replaceAll('\0', ''))),
      )
      await fc.assert(
        fc.asyncProperty(texts, async (values) => {
          const { rows } = await sql<{ v: unknown }>`select ${values}::text[] as v`.execute(db)
          assert.deepEqual(rows[0]!.v, values)
        }),
        { numRuns: 60 },
      )
    })
  })

  it('a text with a NUL character is refused, and the store goes on', async () => {
    await inTestWorld(async (db) => {
      await assert.rejects(db.insertInto('setting').values({ key: 'a\0b', value: '' }).execute())
      await db.insertInto('setting').values({ key: 'a', value: '' }).execute()
    })
  })

  it('a bulk write is one statement', async () => {
    await inTestWorld(async (db) => {
      const keys = Array.from({ length: 20_000 }, (_, i) => `key ${i}`)
      const result = await db
        .insertInto('setting')
        .columns(['key', 'value'])
        .expression(
          sql`select key, value from unnest(${keys}::text[], ${keys}::text[]) as given (key, value)` as never,
        )
        .executeTakeFirst()
      assert.equal(result.numInsertedOrUpdatedRows, 20_000n)
    })
  })
})

it('numberOf reads a numeric and keeps null', () => {
  assert.equal(numberOf('12.50'), 12.5)
  assert.equal(numberOf(null), null)
  assert.throws(() => numberOf('abc'), RangeError)
})
