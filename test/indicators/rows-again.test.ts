// After a write only the rows of those it touched are read again; what is held is then exactly what a reading of
// everything gives.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { recordEvent } from '../../src/db/events.ts'
import { inTransaction } from '../../src/db/store.ts'
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

  test('are not told apart where the trail does not go on from what was known: then everything is read', () =>
    inTestWorld(async (db) => {
      const add = (kind: string) =>
        inTransaction(db, (trx) =>
          recordEvent(trx, {
            agent: 'a',
            action: 'facts-recorded',
            subject: 'b',
            detail: { changes: [{ kind, actor: 'XAA', heldFrom: null }] },
          }),
        )
      await add('payment')
      const version = await findVersion(db)
      assert.deepEqual(await findWrittenSince(db, version), { actors: [], kinds: [] })
      await add('payment')
      assert.deepEqual(await findWrittenSince(db, version), { actors: ['XAA'], kinds: ['payment'] })
      assert.ok(!isSameVersion(version, await findVersion(db)))
      assert.equal(await findWrittenSince(db, { ...version, sha256: 'f'.repeat(64) }), undefined)
    }))

  test('are told apart by what is written, not by what is read', () =>
    inTestWorld(async (db) => {
      const version = await findVersion(db)
      await inTransaction(db, (trx) =>
        recordEvent(trx, { agent: 'a', action: 'sealed-read', subject: 'b', detail: { changes: [] } }),
      )
      assert.ok(isSameVersion(version, await findVersion(db)))
    }))
})
