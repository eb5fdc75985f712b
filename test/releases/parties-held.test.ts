// A promise whose parties are not all held as actors is not frozen: who is held by nobody could never approve it.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { saveSetting } from '../../src/db/setting-store.ts'
import { loadExercise } from '../../src/load.ts'
import { createRelease } from '../../src/releases/create.ts'
import { listReleases, saveRelease } from '../../src/releases/store.ts'
import { inTestWorld } from '../world.ts'

const plan = 'ihl-pledge-mongolia'

test('a release of a promise is frozen only where every party is held', () =>
  inTestWorld(async (db) => {
    await loadExercise(db)
    const before = (await listReleases(db)).length
    await saveSetting(db, `parties:${plan}`, 'XQO society-not-held')
    const made = await createRelease(db, { plan, year: 2027 })
    await assert.rejects(saveRelease(db, made), /no actor is held for society-not-held/)
    assert.equal((await listReleases(db)).length, before)

    await saveSetting(db, `parties:${plan}`, 'XQO xqo-national-society')
    await saveRelease(db, await createRelease(db, { plan, year: 2027 }))
    assert.equal((await listReleases(db)).length, before + 1)
  }, 'exercise'))
