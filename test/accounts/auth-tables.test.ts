import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { getMigrations } from 'better-auth/db/migration'
import { twoFactor } from 'better-auth/plugins'
import { authTables, secondFactorTables } from '../../src/accounts/auth-tables.ts'
import { inTestPeople } from '../world.ts'

describe('the tables of sign-in', () => {
  it('are as the library wants them: it finds nothing left to create', () =>
    inTestPeople(async (people) => {
      const found = await getMigrations({
        ...authTables,
        database: { db: people.withoutPlugins(), type: 'postgres' },
        plugins: [twoFactor({ schema: secondFactorTables })],
      })
      const { toBeCreated, toBeAdded, toBeAddedIndexes, unsafeChanges, schemaProblems } = found
      assert.deepEqual(
        { toBeCreated, toBeAdded, toBeAddedIndexes, unsafeChanges, schemaProblems },
        { toBeCreated: [], toBeAdded: [], toBeAddedIndexes: [], unsafeChanges: [], schemaProblems: [] },
      )
    }))
})
