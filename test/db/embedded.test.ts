import assert from 'node:assert/strict'
import { existsSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { type EmbeddedEngine, openEmbedded } from '../../src/db/embedded.ts'
import { vacuumWhenDue } from '../../src/db/housekeeping.ts'
import { openStore } from '../../src/db/store.ts'
import { encodeScript } from '../../src/db/wire.ts'
import { makeDataFolder, makeEmptyFolder } from './fresh.ts'

describe('the embedded store', { skip: process.env.DATABASE_URL !== undefined }, () => {
  let folder: string
  let engine: EmbeddedEngine
  const said: string[] = []

  before(async () => {
    folder = await makeDataFolder()
    const progress = (text: string) => void said.push(text)
    engine = await openEmbedded({ folder: join(folder, 'pg'), statementMs: 30_000, waitMs: 30_000, progress })
  })
  after(() => engine.close())

  const query = async (sql: string) => {
    const lease = await engine.lease('register')
    try {
      return (await lease.query(sql, [])).rows
    } finally {
      await lease.release()
    }
  }

  it('writes to the disk before it says so', async () => {
    assert.deepEqual(
      await query("select name, setting from pg_settings where name in ('fsync', 'wal_sync_method')"),
      [
        { name: 'fsync', setting: 'on' },
        { name: 'wal_sync_method', setting: 'fsync' },
      ],
    )
  })

  it('restarts when a statement gets no answer, rolls back what was under way and says so', async () => {
    await query('create table public.mark (n integer)')
    const broken = await engine.leaseRaw('register')
    await broken.send(encodeScript('begin; insert into public.mark values (1)'))
    const waiting = query('select * from public.mark')
    await assert.rejects(broken.send(new Uint8Array(0)), {
      type: 'store-unavailable',
      message: /rolled back/,
    })
    await assert.rejects(broken.send(encodeScript('select 1')), { type: 'store-unavailable' })
    await broken.release()
    assert.deepEqual(await waiting, [])
    assert.match(said.join(), /being restarted/)
  })

  it('clears up once a day', async () => {
    assert.equal(await vacuumWhenDue(folder, engine), false, 'a new store is not due')
    assert.equal(await vacuumWhenDue(folder, engine), false, 'nor one that was done today')
    await query('insert into public.mark select n from generate_series(1, 700) n')
    const twoDaysAgo = new Date(Date.now() - 2 * 86_400_000)
    utimesSync(join(folder, 'last-vacuum'), twoDaysAgo, twoDaysAgo)
    assert.equal(await vacuumWhenDue(folder, engine), true)
    assert.deepEqual(await query("select reltuples::int as n from pg_class where relname = 'mark'"), [
      { n: 700 },
    ])
  })

  it('ends a statement that runs too long, but lets housekeeping take its time', async () => {
    const strict = await openEmbedded({
      folder: join(await makeDataFolder(), 'pg'),
      statementMs: 300,
      waitMs: 30_000,
      progress: () => {},
    })
    const long = `do $$ declare until timestamptz := clock_timestamp() + interval '900 ms';
                  begin while clock_timestamp() < until loop end loop; end $$`
    const begun = Date.now()
    await strict.maintain(long)
    assert.ok(Date.now() - begun >= 850)
    const lease = await strict.lease('register')
    await assert.rejects(lease.query(long, []), { type: 'store-busy', message: /longer than 0.3 s/ })
    await lease.release()
    await strict.close()
  })

  it('writes checkpoints, so that the log does not grow with all that was ever written', async () => {
    const small = await openEmbedded({
      folder: join(await makeDataFolder(), 'pg'),
      statementMs: 30_000,
      waitMs: 30_000,
      checkpointBytes: 1024 * 1024,
      progress: () => {},
    })
    const lease = await small.lease('register')
    const checkpoint = async () =>
      (await lease.query('select redo_lsn::text as at from pg_control_checkpoint()', [])).rows[0]!.at
    const first = await checkpoint()
    await lease.script(
      'create table public.mark as select n, repeat(md5(n::text), 4) as t from generate_series(1, 20000) n',
    )
    assert.notEqual(await checkpoint(), first)
    await lease.release()
    await small.close()
  })
})

describe('a data folder that cannot be used', { skip: process.env.DATABASE_URL !== undefined }, () => {
  it('is refused in words where a file is in its place', async () => {
    const path = join(makeEmptyFolder(), 'file')
    writeFileSync(path, '')
    await assert.rejects(openStore({ dataDir: path }), {
      type: 'store-unavailable',
      message: /cannot be used/,
    })
  })

  it('is refused, and left unlocked, where the database in it is damaged', async () => {
    const folder = await makeDataFolder()
    writeFileSync(join(folder, 'pg', 'global', 'pg_control'), 'damaged')
    for (let attempt = 1; attempt <= 2; attempt++) {
      await assert.rejects(openStore({ dataDir: folder }), {
        type: 'store-unavailable',
        message: /could not be opened/,
      })
      assert.equal(existsSync(join(folder, 'run', 'owner.json')), false)
    }
  })
})
