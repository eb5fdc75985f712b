// After any write, what is stored is what the rules give: whatever was written, and whichever cell it touches.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { sql } from 'kysely'
import type { Db } from '../../src/db/store.ts'
import { importFacts } from '../../src/facts/import.ts'
import { importCoverage } from '../../src/facts/import-coverage.ts'
import { todayIn } from '../../src/facts/today.ts'
import { ensureFresh } from '../../src/indicators/ensure-fresh.ts'
import { factBase } from '../../src/indicators/fact-base.ts'
import { cellsToCompute, computeCells } from '../../src/indicators/fresh.ts'
import { heldPlans, lawOf } from '../../src/indicators/plans.ts'
import { readRows } from '../../src/indicators/rows-store.ts'
import { forgetValues } from '../../src/indicators/store.ts'
import { listen } from '../../src/jobs.ts'
import { loadExercise } from '../../src/load.ts'
import { readShippedKinds, readShippedQuestions } from '../../src/reports/shipped.ts'
import { submitReport } from '../../src/reports/submit.ts'
import { inTestWorld } from '../world.ts'

const fresh = async (db: Db): Promise<number> => {
  let computed = 0
  for (const plan of heldPlans()) computed += await ensureFresh(db, plan)
  return computed
}

/** Every value from rows that are all read anew, so that nothing held from before the write can hide a mistake. */
const computeAnew = async (db: Db): Promise<void> => {
  await forgetValues(db)
  const today = await todayIn(db)
  const rows = await readRows(db, today)
  for (const plan of heldPlans()) {
    const cells = await cellsToCompute(db, plan.rules, today, [])
    await computeCells(db, plan.rules, factBase(rows, await lawOf(db, plan)), cells, today)
  }
}

const dump = async (db: Db): Promise<string[]> => {
  const { rows: values } = await sql<{ line: string }>`
    select concat_ws(' ', indicator, year, reading, as_of, numerator, denominator, value, status, provisional_until, coverage) as line
      from value order by indicator, year, reading`.execute(db)
  const { rows: members } = await sql<{ line: string }>`
    select concat_ws(' ', indicator, year, actors, members, states, in_n, in_d, reasons, reason_at, datum_ids,
                     datums_until) as line
      from value_members order by indicator, year`.execute(db)
  return [...values, ...members].map((row) => row.line)
}

const facts = (db: Db, lines: string[]) =>
  importFacts(
    db,
    { name: 'late.csv', bytes: Buffer.from(lines.join('\n')) },
    { kinds: readShippedKinds(), entered: false },
  )

const report = (db: Db, given: Record<string, unknown>) =>
  submitReport(
    db,
    {
      format: 'pacta-report/1',
      language: 'en',
      document: { title: 'Exercise: a correction', form: 'forms', pages: 2 },
      source: { title: 'Exercise: a correction' },
      ...given,
    },
    { questionnaires: readShippedQuestions(), entered: false },
  )

const evidence = { page: '2', quotation: 'Exercise: corrected.', language: 'en' }
const source = 'Exercise: a late source,https://exercise.example/late'

/** A datum of the exercise with its dates, to be replaced. */
const anyDatum = async (db: Db, kind: string, year: number) => {
  const { rows } = await sql<{ actorId: string; externalId: string; body: Record<string, string> }>`
    select actor_id, external_id, body from datum d
     where kind = ${kind} and extract(year from held_from) = ${year}::integer and external_id is not null and retracts is null
       and not exists (select from datum later where later.supersedes = d.datum_id or later.retracts = d.datum_id)
     order by actor_id, external_id limit 1`.execute(db)
  return rows[0]!
}

const writes: Record<string, (db: Db) => Promise<unknown>> = {
  'a discovery moved from one year to another': async (db) => {
    const { actorId, externalId } = await anyDatum(db, 'stock-discovery', 2025)
    return facts(db, [
      'id,actor,kind,date,known_from,supersedes,source_title,source_address,body.discoveredOn,body.reportedOn',
      `moved-1,${actorId},stock-discovery,2027-02-01,2027-12-01,${externalId},${source},2027-02-01,2027-02-10`,
    ])
  },
  'a payment taken back': async (db) => {
    const { actorId, externalId } = await anyDatum(db, 'payment', 2025)
    return facts(db, [
      'id,actor,kind,known_from,retracts,source_title,source_address',
      `retracted-1,${actorId},payment,2027-12-02,${externalId},${source}`,
    ])
  },
  'an analysis of a request corrected': async (db) => {
    const { rows } = await sql<{ actorId: string; subjectId: string; coversYear: number }>`
      select actor_id, subject_id, covers_year from report_version
       where obligation = 'committee-analysis' order by covers_year, actor_id limit 1`.execute(db)
    const { actorId, subjectId, coversYear } = rows[0]!
    const { rows: questions } = await sql<{ question: string }>`
      select distinct question from answer a join report_version r using (actor_id, report_id)
       where obligation = 'committee-analysis' order by 1`.execute(db)
    return report(db, {
      actor: actorId,
      obligation: 'committee-analysis',
      subject: subjectId,
      coversYear,
      receivedOn: '2025-11-01',
      answers: questions.map(({ question }) => ({ question, state: 'no', evidence })),
    })
  },
  'a late report that other readings read in later years': (db) =>
    report(db, {
      actor: 'XAJ',
      obligation: 'article-7',
      coversYear: 2024,
      receivedOn: '2025-06-01',
      answers: [...readShippedQuestions().get('article-7')!.questions.values()]
        .filter((question) => question.type === 'state')
        .map(({ id }) => ({ question: id, state: 'yes', evidence })),
    }),
  'a register that turns out to be partial': (db) =>
    importCoverage(
      db,
      {
        name: 'coverage.csv',
        bytes: Buffer.from(
          'register,from,until,level,stated_by,known_from,note\nstock-discovery,2026-01-01,2028-01-01,partial,Exercise: auditor,2027-12-03,',
        ),
      },
      { kinds: readShippedKinds() },
    ),
  'a register of which one State says that it lacks something of its own': (db) =>
    importCoverage(
      db,
      {
        name: 'coverage.csv',
        bytes: Buffer.from(
          'register,actor,from,until,level,stated_by,known_from,note\npayment,XAU,2026-01-01,2028-01-01,partial,Exercise: treasury,2027-12-03,',
        ),
      },
      { kinds: readShippedKinds() },
    ),
  'a meeting held later in the year': async (db) => {
    const { actorId, externalId, body } = await anyDatum(db, 'meeting', 2026)
    return facts(db, [
      'id,actor,kind,from,known_from,supersedes,source_title,source_address,body.treaty,body.code,body.series,body.startsOn,body.endsOn',
      `moved-2,${actorId},meeting,2026-12-07,2027-12-04,${externalId},${source},mine-ban,${body.code},${body.series},2026-12-07,2026-12-11`,
    ])
  },
  'a State that turns out to be affected since years ago': (db) =>
    facts(db, [
      'id,actor,kind,from,known_from,source_title,source_address',
      `affected-1,XAU,victims-significant,2025-01-01,2027-12-05,${source}`,
    ]),
}

describe('after any write', () => {
  test('stored values are what the rules give: cells, readings and members', () =>
    inTestWorld(async (db) => {
      listen()
      await loadExercise(db)
      await fresh(db)
      for (const [name, write] of Object.entries(writes)) {
        const before = await dump(db)
        await write(db)
        assert.ok((await fresh(db)) > 0, `${name}: nothing was computed again`)
        const stored = await dump(db)
        assert.notDeepEqual(stored, before, `${name}: changed nothing`)
        await computeAnew(db)
        const computed = await dump(db)
        assert.deepEqual(stored.filter((line, index) => line !== computed[index]).slice(0, 5), [], name)
        assert.equal(stored.length, computed.length, name)
      }
    }, 'exercise'))
})
