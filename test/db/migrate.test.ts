import assert from 'node:assert/strict'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { type Migrations, migrate, readMigrations } from '../../src/db/migrate.ts'
import type { Store } from '../../src/db/store.ts'
import { makeEmptyFolder, openBare } from './fresh.ts'

const ship = (files: Record<string, string>): Migrations => {
  const folder = join(makeEmptyFolder(), 'migrations')
  mkdirSync(folder)
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  return { worlds: readMigrations(folder), people: [] }
}

const first = { '0001-first.sql': 'create table treaty (id text primary key);' }
const second = {
  ...first,
  '0002-second.sql': "alter table treaty add title text; insert into treaty values ('a', 'A');",
}

describe('migrations', () => {
  let store: Store
  before(async () => {
    store = await openBare()
  })
  after(() => store.close())

  const query = async (world: 'register' | 'exercise', sql: string) => {
    const lease = await store.engine.lease(world)
    try {
      return (await lease.query(sql, [])).rows
    } finally {
      await lease.release()
    }
  }

  it('run once in each world, whoever else starts at the same time', async () => {
    const said: string[] = []
    const migrations = ship(first)
    await Promise.all([1, 2, 3].map(() => migrate(store.engine, migrations, (text) => said.push(text))))
    assert.equal(said.length, 2)
    for (const world of ['register', 'exercise'] as const) {
      assert.deepEqual(await query(world, 'select number, name from migration where number > 0'), [
        { number: 1, name: '0001-first.sql' },
      ])
    }
  })

  it('go forward to what is new', async () => {
    await migrate(store.engine, ship(second))
    assert.deepEqual(await query('exercise', 'select id, title from treaty'), [{ id: 'a', title: 'A' }])
  })

  it('are refused where one was edited after it had run', async () => {
    const edited = ship({ ...second, '0001-first.sql': 'create table treaty (id integer primary key);' })
    await assert.rejects(migrate(store.engine, edited), {
      type: 'store-unavailable',
      message: /0001-first\.sql/,
    })
  })

  it('are the same with the line ends of another system', async () => {
    const unix = ship({ '0001-first.sql': 'create table a (id text);\ncreate table b (id text);\n' })
    const windows = ship({ '0001-first.sql': 'create table a (id text);\r\ncreate table b (id text);\r\n' })
    assert.equal(windows.worlds[0]!.sha256, unix.worlds[0]!.sha256)
  })

  it('of a newer version are refused with words', async () => {
    await assert.rejects(migrate(store.engine, ship(first)), { type: 'store-unavailable', message: /newer/ })
  })

  it('that fail leave the store as it was', async () => {
    const failing = ship({ ...second, '0003-third.sql': 'create table pledge (id text); select 1 / 0;' })
    await assert.rejects(migrate(store.engine, failing), { code: '22012' })
    await migrate(store.engine, ship(second))
    assert.deepEqual(await query('register', "select to_regclass('pledge') as pledge"), [{ pledge: null }])
  })

  it('are numbered without a gap', () => {
    assert.throws(
      () => ship({ ...first, '0003-third.sql': 'select 1' }),
      /0003-third\.sql should be number 0002/,
    )
  })

  it('of people run once, beside the worlds', async () => {
    const people = ship({ '0001-people.sql': 'create table person (id text primary key);' }).worlds
    await Promise.all([1, 2].map(() => migrate(store.engine, { ...ship(second), people })))
    const lease = await store.engine.lease('people')
    const found = await lease.query(
      "select to_regclass('person')::text as here, to_regclass('treaty') as there",
      [],
    )
    await lease.release()
    assert.deepEqual(found.rows, [{ here: 'person', there: null }])
  })
})
