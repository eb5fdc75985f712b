// The expected values of the exercise, worked out by hand-written SQL over the raw tables (expected/*.sql) from the
// definitions and independently of the code that computes them, beside what that code gives.
import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { before, describe, test } from 'node:test'
import { sql } from 'kysely'
import type { Db } from '../../src/db/store.ts'
import { listValues, showIndicator } from '../../src/indicators/view.ts'
import { loadExercise } from '../../src/load.ts'
import { inTestWorld } from '../world.ts'

const plan = 'siem-reap-angkor-draft-2024-08'
const pledge = 'ihl-pledge-mongolia'
const years = [2025, 2026, 2027]

type Value = {
  indicator: string
  year: number
  asOf: string
  n: number | null
  d: number | null
  value: number | null
  status: string
}
type Member = {
  indicator: string
  year: number
  member: string
  actorId: string
  state: string
  inN: number
  inD: number
}

const rowsOf = async <T>(db: Db, query: string): Promise<T[]> => (await sql.raw<T>(query).execute(db)).rows

/** Reads the SQL of expected/ into the session, file by file: temporary tables and views on the raw tables. */
const workOut = async (db: Db): Promise<void> => {
  for (const path of globSync(join(import.meta.dirname, 'expected/*.sql')).sort())
    for (const statement of readFileSync(path, 'utf8').split(/;\n/))
      if (statement.trim() !== '') await sql.raw(statement).execute(db)
}

const valueLine = (one: Value) =>
  `${one.indicator} ${one.year} as of ${one.asOf}: ${one.n} / ${one.d} = ${one.value}, ${one.status}`
const memberLine = (one: Member) =>
  `${one.indicator} ${one.year} ${one.member} (${one.actorId}): ${one.state}, ${one.inN} / ${one.inD}`

describe('the values of the exercise', () => {
  const expected = { values: [] as string[], members: [] as string[] }
  const given = { values: [] as string[], listed: [] as string[], members: [] as string[] }
  let gaps: string[] = []
  let indicators: string[] = []

  before(async () => {
    await inTestWorld(async (db) => {
      await loadExercise(db)
      await workOut(db)
      const values = await rowsOf<Value>(
        db,
        `select indicator, year, as_of, n, d, value::float8 as value, status from expected_value
          union all select indicator, year, as_of, n, null, n, 'known' from pledge_value`,
      )
      const members = await rowsOf<Member>(
        db,
        `select indicator, year, member, actor_id, state, in_n, in_d from expected_member
          union all
         select indicator, year, member, actor_id, state, (state = 'counted')::integer, 1 from pledge_member`,
      )
      expected.values = values.map(valueLine).sort()
      expected.members = members.map(memberLine).sort()
      indicators = [...new Set(values.map(({ indicator }) => indicator))]
      gaps = (
        await rowsOf<{ register: string }>(
          db,
          `select distinct register from coverage
            where level <> 'complete' or held_until < '2028-01-01' order by register`,
        )
      ).map(({ register }) => register)

      given.listed = [
        ...(await listValues(db, plan, { years })),
        ...(await listValues(db, pledge, { years })),
      ]
        .map(({ number, year, asOf, numerator, denominator, value, status }) =>
          valueLine({ indicator: number, year, asOf, n: numerator, d: denominator, value, status }),
        )
        .sort()
      for (const indicator of indicators)
        for (const year of years) {
          const shown = await showIndicator(db, {
            indicator: `${indicator.startsWith('C') ? pledge : plan}/${indicator}`,
            year,
          })
          given.values.push(
            valueLine({
              indicator,
              year,
              asOf: shown.asOf,
              n: shown.numerator,
              d: shown.denominator,
              value: shown.value,
              status: shown.status,
            }),
          )
          for (const { member, actor, state, inN, inD } of shown.members)
            given.members.push(memberLine({ indicator, year, member, actorId: actor, state, inN, inD }))
        }
      given.values.sort()
      given.members.sort()
    }, 'exercise')
  })

  test('are worked out for all 87 indicators of the plan and the four of the pledge', () => {
    assert.equal(indicators.length, 91)
    assert.equal(expected.values.length, 91 * years.length)
  })

  test('rest on registers of which three have gaps', () => {
    assert.deepEqual(gaps, ['area-discovery', 'individualised-approach', 'voluntary-contribution'])
  })

  test('are listed with the expected n, N, value and status', () => {
    assert.deepEqual(given.listed, expected.values)
  })

  test('are shown one by one with the expected n, N, value and status', () => {
    assert.deepEqual(given.values, expected.values)
  })

  test('count the expected members, each in the expected state', () => {
    assert.deepEqual(given.members, expected.members)
  })
})
