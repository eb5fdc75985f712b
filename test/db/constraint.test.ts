import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { sql } from 'kysely'
import { problemOf } from '../../src/db/constraint.ts'
import { readMigrations } from '../../src/db/migrate.ts'
import { sqlError } from '../../src/db/sql-error.ts'
import { type Db, inTransaction, uuidv7 } from '../../src/db/store.ts'
import type { DatumDraft } from '../../src/facts/datum.ts'
import { insertDatums } from '../../src/facts/store.ts'
import { problem } from '../../src/problem.ts'
import { addActors } from '../facts/world.ts'
import { inTestWorld } from '../world.ts'

const fact: DatumDraft = {
  ...{ externalId: 'r1', actor: 'XAA', kind: 'outreach', subject: null },
  ...{ heldFrom: '2025-01-01', heldUntil: null, heldEdtf: null, knownFrom: '2025-01-01' },
  ...{ supersedes: null, retracts: null, source: null, locator: null, quotation: null, language: null },
  ...{ tier: 'public', body: {}, place: {} },
}

const refusalOf = async (db: Db, work: (trx: Db) => Promise<unknown>) => {
  try {
    await inTransaction(db, work)
  } catch (error) {
    return problemOf(error)
  }
  return assert.fail('the database took it')
}

const submit = (db: Db, coversYear: number) =>
  sql`
  insert into report_version (actor_id, report_id, obligation, covers_year, version, received_on, submission_sha256)
  values ('XAA', ${uuidv7()}, 'article-7', ${coversYear}, 1, '2025-04-30', '')`.execute(db)

describe('what the database refuses', () => {
  it('is said in words where two imports record the same fact at once', () =>
    inTestWorld(async (db) => {
      await addActors(db)
      // Both were checked against a store that held neither.
      const record = (trx: Db) => insertDatums(trx, [fact], [], () => false)
      await inTransaction(db, record)
      const refusal = await refusalOf(db, record)
      assert.equal(refusal?.type, 'already-recorded')
      assert.match(refusal.message, /same actor, kind and id\. Nothing was stored/)
      const ended = await refusalOf(db, (trx) =>
        insertDatums(trx, [{ ...fact, externalId: 'r2', heldUntil: '2024-01-01' }], [], () => false),
      )
      assert.deepEqual([ended?.type, /ends before it begins/.test(ended!.message)], ['input-rejected', true])
    }))

  it('is said in words where two submissions take the same version', () =>
    inTestWorld(async (db) => {
      await addActors(db)
      await submit(db, 2024)
      await submit(db, 2025)
      const refusal = await refusalOf(db, (trx) => submit(trx, 2024))
      assert.deepEqual(
        [refusal?.type, /this version of the report/.test(refusal!.message)],
        ['already-recorded', true],
      )
    }))

  it('has words for every constraint of the migrations that input can meet', () => {
    const text = readMigrations()
      .map((migration) => migration.sql)
      .join('\n')
    const names = [...text.matchAll(/constraint (\w+)|unique index (\w+)/g)].map(
      (match) => match[1] ?? match[2]!,
    )
    assert.ok(names.length > 10)
    const without = names.filter(
      (name) => problemOf(sqlError(new Map(Object.entries({ C: '23514', n: name })))) === undefined,
    )
    // Values, releases and the audit trail are computed, never entered: what breaks one of these would be a bug.
    assert.deepEqual(without, [
      'value_member_state',
      'release_sha256',
      'release_addition_kind',
      'release_addition_once',
      'value_members_state',
      'event_in_order',
      'event_head_is_one',
    ])
  })

  it('is no refusal where it is a bug, and a problem stays what it is', () => {
    const given = problem('not-found', 'Nothing here.')
    assert.equal(problemOf(given), given)
    assert.equal(problemOf(new Error('no')), undefined)
    assert.equal(problemOf(sqlError(new Map(Object.entries({ C: '42P01' })))), undefined)
    assert.equal(problemOf(sqlError(new Map(Object.entries({ C: '40P01' }))))?.type, 'store-busy')
    assert.match(problemOf(sqlError(new Map(Object.entries({ C: '53100' }))))!.message, /disk/)
    assert.equal(problemOf(sqlError(new Map(Object.entries({ C: '53300' }))))?.type, 'store-unavailable')
  })
})
