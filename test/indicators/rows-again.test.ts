// After a write only the rows of those it touched are read again; what is held is then exactly what a reading of
// everything gives.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { sql } from 'kysely'
import { importFacts } from '../../src/facts/import.ts'
import { todayIn } from '../../src/facts/today.ts'
import {
  findVersion,
  findWrittenSince,
  isSameVersion,
  type Rows,
  readRows,
  readRowsAgain,
} from '../../src/indicators/rows-store.ts'
import { loadExercise } from '../../src/load.ts'
import { readShippedKinds, readShippedQuestions } from '../../src/reports/shipped.ts'
import { submitReport } from '../../src/reports/submit.ts'
import { inTestWorld } from '../world.ts'

const byReport = (rows: Rows) => ({
  ...rows,
  answers: new Map(rows.answers.map(([report, lines]) => [report, lines.split('\n').sort()])),
})

const source = { title: 'Exercise: a late source', address: 'https://exercise.example/late' }
const evidence = { page: '2', quotation: 'Exercise: it is so.', language: 'en' }

describe('rows read again', () => {
  test('are those of a reading of everything, after facts, corrections and reports, on either of two days', () =>
    inTestWorld(async (db) => {
      await loadExercise(db)
      const today = await todayIn(db)
      const days = [today, '2026-06-30']
      let held = await Promise.all(days.map((day) => readRows(db, day)))
      let version = await findVersion(db)
      const facts = (lines: string[]) =>
        importFacts(
          db,
          { name: 'late.csv', bytes: Buffer.from(lines.join('\n')) },
          { kinds: readShippedKinds(), entered: false },
        )
      const from = 'id,actor,kind,from,known_from,supersedes,retracts,source_title,source_address'
      const writes = [
        () =>
          facts([
            from,
            `a,XAU,victims-significant,2025-01-01,2026-05-01,,,${source.title},${source.address}`,
          ]),
        () =>
          facts([
            from,
            `b,XAU,victims-significant,2024-01-01,2026-06-30,a,,${source.title},${source.address}`,
          ]),
        () => facts([from, `c,XAU,victims-significant,,2027-12-01,,b,${source.title},${source.address}`]),
        () =>
          submitReport(
            db,
            {
              format: 'pacta-report/1',
              actor: 'XAJ',
              obligation: 'article-7',
              coversYear: 2024,
              receivedOn: '2026-06-01',
              language: 'en',
              document: { title: 'Exercise: a late report', form: 'forms', pages: 2 },
              source,
              answers: [...readShippedQuestions().get('article-7')!.questions.values()]
                .filter((question) => question.type === 'state')
                .map(({ id }) => ({ question: id, state: 'yes', evidence })),
            },
            { questionnaires: readShippedQuestions(), entered: false },
          ),
      ]
      for (const write of writes) {
        await write()
        const written = await findWrittenSince(db, version)
        assert.equal(written?.actors.length, 1)
        held = await Promise.all(held.map((rows) => readRowsAgain(db, rows, written.actors)))
        version = await findVersion(db)
        for (const [index, day] of days.entries())
          assert.deepEqual(byReport(held[index]!), byReport(await readRows(db, day)))
      }
    }, 'exercise'))

  test('are not told apart where an event came that is not the latest: then everything is read', () =>
    inTestWorld(async (db) => {
      const add = (id: string) =>
        sql`insert into event (event_id, agent, action, subject, detail)
            values (${id}::uuid, 'a', 'facts-recorded', 'b', '{"changes": [{"kind": "payment", "actor": "XAA"}]}')`.execute(
          db,
        )
      await add('01900000-0000-7000-8000-000000000002')
      const version = await findVersion(db)
      assert.deepEqual(await findWrittenSince(db, version), { actors: [], kinds: [] })
      await add('01900000-0000-7000-8000-000000000003')
      assert.deepEqual(await findWrittenSince(db, version), { actors: ['XAA'], kinds: ['payment'] })
      assert.ok(!isSameVersion(version, await findVersion(db)))
      await add('01900000-0000-7000-8000-000000000001')
      assert.equal(await findWrittenSince(db, version), undefined)
    }))
})
