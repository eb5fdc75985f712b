// The values of the exercise worked out by hand-written SQL over the raw tables (expected/*.sql), from the definitions
// and independently of the code that computes them, beside what that code gives.
import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { before, describe, test } from 'node:test'
import { sql } from 'kysely'
import { type Db, inTransaction } from '../../src/db/store.ts'
import { computeYear } from '../../src/indicators/compute.ts'
import { factBase } from '../../src/indicators/fact-base.ts'
import { getPlan, lawOf } from '../../src/indicators/plans.ts'
import { readRows } from '../../src/indicators/rows-store.ts'
import { statusWords } from '../../src/indicators/store.ts'
import { listValues } from '../../src/indicators/value-lists.ts'
import { showIndicator } from '../../src/indicators/view.ts'
import { loadExercise } from '../../src/load.ts'
import { inTestWorld } from '../world.ts'

const plan = 'siem-reap-angkor-draft-2024-08'
const pledge = 'ihl-pledge-mongolia'
const today = '2027-12-31'
const planOf = (indicator: string) => (indicator.startsWith('C') ? pledge : plan)

/** A year asked as of a day (undefined: the opening of its meeting) and as known on a day. */
type Asked = { year: number; asOf?: string; knownOn: string }
/** Values and members as lines, sorted, so that a difference names the indicator, the year and the member. */
type Lines = { values: string[]; members: string[] }

const byDefault: Asked[] = [2025, 2026, 2027].map((year) => ({ year, knownOn: today }))
const others: { when: string; asked: Asked[] }[] = [
  {
    when: 'before corrections, retractions and the move of a meeting were known',
    asked: [
      { year: 2025, knownOn: '2026-12-31' },
      { year: 2026, knownOn: '2026-12-31' },
      { year: 2027, knownOn: '2027-01-15' },
    ],
  },
  {
    when: 'at the end of the year, with the reports that came after the meeting',
    asked: [2025, 2026, 2027].map((year) => ({ year, asOf: `${year}-12-31`, knownOn: today })),
  },
  {
    when: 'while reports may still come in time',
    asked: [
      { year: 2025, asOf: '2025-04-10', knownOn: today },
      { year: 2026, asOf: '2026-04-30', knownOn: today },
      { year: 2027, asOf: '2027-04-20', knownOn: '2027-04-20' },
    ],
  },
  {
    when: 'between two changes of the cohorts',
    asked: [
      { year: 2025, asOf: '2025-08-24', knownOn: '2025-08-24' },
      { year: 2026, asOf: '2026-04-07', knownOn: today },
      { year: 2027, asOf: '2027-06-17', knownOn: today },
    ],
  },
  {
    when: 'when no contribution has been assessed yet',
    asked: [
      { year: 2026, asOf: '2026-02-10', knownOn: '2026-02-10' },
      { year: 2027, asOf: '2027-01-05', knownOn: today },
    ],
  },
]

const valueLine = (
  indicator: string,
  year: number,
  asOf: string,
  n: number | null,
  d: number | null,
  value: number | null,
  status: string,
) => `${indicator} ${year} as of ${asOf}: ${n} / ${d} = ${value}, ${status}`
const memberLine = (
  indicator: string,
  year: number,
  member: string,
  actor: string,
  state: string,
  inN: number,
  inD: number,
) => `${indicator} ${year} ${member} (${actor}): ${state}, ${inN} / ${inD}`

type Row = {
  indicator: string
  year: number
  member: string
  actorId: string
  state: string
  inN: number
  inD: number
  asOf: string
  n: number | null
  d: number | null
  value: number | null
  status: string
}
const rowsOf = async (db: Db, query: string): Promise<Row[]> => (await sql.raw<Row>(query).execute(db)).rows
const valueLines = (rows: Row[]) =>
  rows.map((row) => valueLine(row.indicator, row.year, row.asOf, row.n, row.d, row.value, row.status)).sort()
const memberLines = (rows: Row[]) =>
  rows
    .map((row) => memberLine(row.indicator, row.year, row.member, row.actorId, row.state, row.inN, row.inD))
    .sort()

/** Runs the SQL of expected/, reads what it works out, and takes its temporary tables away again. */
const workOut = async (db: Db, asked: readonly Asked[], pledgeToo: boolean): Promise<Lines> => {
  const done = { values: [] as string[], members: [] as string[] }
  const undo = new Error('only the lines are kept')
  const working = inTransaction(db, async (trx) => {
    for (const path of globSync(join(import.meta.dirname, 'expected/*.sql')).sort()) {
      for (const statement of readFileSync(path, 'utf8').split(/;\n/))
        if (statement.trim() !== '') await sql.raw(statement).execute(trx)
      if (basename(path) === '0-asked.sql')
        for (const { year, asOf, knownOn } of asked)
          await sql`insert into asked values (${year}, ${asOf ?? null}, ${knownOn})`.execute(trx)
    }
    const values = await rowsOf(
      trx,
      'select indicator, year, as_of, n, d, value::float8 as value, status from expected_value',
    )
    const members = await rowsOf(trx, 'select * from expected_member')
    if (pledgeToo) {
      values.push(...(await rowsOf(trx, 'select * from pledge_value')))
      members.push(...(await rowsOf(trx, 'select * from pledge_member')))
    }
    done.values = valueLines(values)
    done.members = memberLines(members)
    throw undo
  })
  await assert.rejects(working, undo)
  return done
}

/** What the code computes on demand for the same question. */
const computed = async (db: Db, asked: readonly Asked[]): Promise<Lines> => {
  const held = getPlan(plan)
  const law = await lawOf(db, held)
  const cells = Object.keys(held.rules.rules).map((number) => ({ number, reading: 'default' }))
  const lines: Lines = { values: [], members: [] }
  for (const { year, asOf, knownOn } of asked) {
    const base = factBase(await readRows(db, knownOn), law)
    for (const cell of computeYear(held.rules, base, { year, asOf, today, cells })) {
      const { number, numerator, denominator, value, provisionalUntil } = cell
      const status = statusWords(cell.status, provisionalUntil)
      lines.values.push(valueLine(number, year, cell.asOf, numerator, denominator, value, status))
      for (const { member, actor, state, inN, inD } of cell.members)
        lines.members.push(memberLine(number, year, member, actor, state, inN, inD))
    }
  }
  return { values: lines.values.sort(), members: lines.members.sort() }
}

describe('the values of the exercise', () => {
  let expected: Lines
  let listed: string[]
  let stored: string[]
  let shown: Lines
  let gaps: string[]
  const elsewhere: { expected: Lines; computed: Lines }[] = []
  const pages = [
    '3.4 2026',
    '7.1 2027',
    '9.1 2026',
    '9.2 2027',
    '10.2 2025',
    '14.2 2026',
    '18.2 2025',
    '20.1 2027',
  ]
  pages.push('21.2 2025', '38.3 2027', '43.2 2027', '45.1 2026', 'C1 2025', 'C3 2025')

  before(async () => {
    await inTestWorld(async (db) => {
      await loadExercise(db)
      expected = await workOut(db, byDefault, true)
      listed = []
      for (const id of [plan, pledge])
        for (const one of await listValues(db, id, { years: byDefault.map(({ year }) => year) }))
          listed.push(
            valueLine(one.number, one.year, one.asOf, one.numerator, one.denominator, one.value, one.status),
          )
      listed.sort()
      stored = memberLines(
        await rowsOf(
          db,
          `select split_part(indicator, '/', 2) as indicator, year, member, actor_id, state, one.in_n, one.in_d
             from value_members, unnest(members, actors, states, in_n, in_d) as one(member, actor_id, state, in_n, in_d)
            where year between 2025 and 2027`,
        ),
      )
      shown = { values: [], members: [] }
      for (const page of pages) {
        const [indicator, year] = [page.split(' ')[0]!, Number(page.split(' ')[1])]
        const one = await showIndicator(db, { indicator: `${planOf(indicator)}/${indicator}`, year })
        shown.values.push(
          valueLine(indicator, year, one.asOf, one.numerator, one.denominator, one.value, one.status),
        )
        for (const { member, actor, state, inN, inD } of one.members)
          shown.members.push(memberLine(indicator, year, member, actor, state, inN, inD))
      }
      gaps = (
        await sql<{ register: string }>`
          select distinct register from coverage
           where level <> 'complete' or held_until < '2028-01-01' order by register`.execute(db)
      ).rows.map(({ register }) => register)
      for (const { asked } of others)
        elsewhere.push({ expected: await workOut(db, asked, false), computed: await computed(db, asked) })
    }, 'exercise')
  })

  test('are worked out for all 87 indicators of the plan and the four of the pledge, for three years', () => {
    assert.equal(new Set(expected.values.map((line) => line.split(' ')[0])).size, 87 + 4)
    assert.equal(expected.values.length, (87 + 4) * 3)
  })

  test('rest on registers of which three have gaps', () => {
    assert.deepEqual(gaps, ['area-discovery', 'individualised-approach', 'voluntary-contribution'])
  })

  test('are listed with the expected n, N, value and status', () => {
    assert.deepEqual(listed, expected.values)
  })

  test('count the expected members, each in the expected state', () => {
    assert.deepEqual(stored, expected.members)
  })

  test('are shown one by one as they are listed', () => {
    const ofPages = (line: string) => pages.some((page) => line.startsWith(`${page} `))
    assert.deepEqual(shown.values.sort(), expected.values.filter(ofPages))
    assert.deepEqual(shown.members.sort(), expected.members.filter(ofPages))
  })

  for (const [index, { when }] of others.entries())
    test(`are the expected ones ${when}`, () => {
      const at = elsewhere[index]!
      assert.deepEqual(at.computed.values, at.expected.values)
      assert.deepEqual(at.computed.members, at.expected.members)
    })
})
