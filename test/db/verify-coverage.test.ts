// Words about registers as they are held, against what the trail says: whose records they are about, for which days, by
// whose word; put in, changed and taken away by SQL, each is found and named.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { sql } from 'kysely'
import type { Db } from '../../src/db/store.ts'
import { verifyTrail } from '../../src/db/verify/verify-trail.ts'
import { declareRecords } from '../../src/facts/declare.ts'
import { importCoverage } from '../../src/facts/import-coverage.ts'
import { addActors, fileOf, kinds } from '../facts/world.ts'
import { inTestWorld } from '../world.ts'
import { found } from './tampering.ts'

const declared = async (db: Db): Promise<void> => {
  await addActors(db)
  const rows = [
    'register,from,level,stated_by,known_from',
    'outreach,2024-01-01,partial,Secretariat,2025-01-01',
  ]
  await importCoverage(db, fileOf('coverage.csv', rows.join('\n')), { kinds, today: '2026-12-31' })
  await declareRecords(
    db,
    {
      ...{ actor: 'XAA', registers: ['payment'], state: 'complete', from: '2025-01-01', until: '2026-01-01' },
      ...{ statedBy: 'Legal Department', knownFrom: '2026-02-01', note: null },
    },
    { agent: 'person:one', entered: false },
  )
}

describe('words about registers, against what the trail says', () => {
  test('are the same where nobody touched them', () =>
    inTestWorld(async (db) => {
      await declared(db)
      const { findings, held, uncompared } = await verifyTrail(db, 'register')
      assert.deepEqual([findings, held, uncompared], [[], 2, 0])
    }))

  const tampered = {
    'another actor’s name': [
      sql`update coverage set actor_id = 'XAB' where actor_id = 'XAA'`,
      'record-altered coverage',
    ],
    'everyone’s, where it was one’s': [
      sql`update coverage set actor_id = null where actor_id = 'XAA'`,
      'record-altered coverage',
    ],
    'another day': [
      sql`update coverage set held_until = '2027-01-01' where register = 'payment'`,
      'record-altered coverage',
    ],
    'another level': [
      sql`update coverage set level = 'complete' where register = 'outreach'`,
      'record-altered coverage',
    ],
    'received, where it was entered': [
      sql`update coverage set entered = true where register = 'payment'`,
      'record-altered coverage',
    ],
    'one that was put in': [
      sql`insert into coverage (coverage_id, register, actor_id, held_from, level, stated_by, known_from)
          values ('01920000-0000-7000-8000-0000000000f1', 'payment', 'XAB', '2025-01-01', 'complete', 'X', '2026-01-01')`,
      'record-unknown coverage',
    ],
    'one that was taken away': [
      sql`delete from coverage where register = 'payment'`,
      'record-removed coverage',
    ],
  } as const
  for (const [what, [tamper, expected]] of Object.entries(tampered))
    test(`are told apart from what was written: ${what}`, () =>
      inTestWorld(async (db) => {
        await declared(db)
        await tamper.execute(db)
        assert.deepEqual(found(await verifyTrail(db, 'register')), [expected])
      }))
})
