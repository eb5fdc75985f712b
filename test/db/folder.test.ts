import assert from 'node:assert/strict'
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { openFolder } from '../../src/db/folder.ts'
import { kinds, sendFrame } from '../../src/db/frames.ts'
import { findOwner } from '../../src/db/lock.ts'
import { type Db, inTransaction, openStore } from '../../src/db/store.ts'
import { startProcess } from './children.ts'
import { makeDataFolder, makeEmptyFolder } from './fresh.ts'

const counterOf = async (db: Db): Promise<string> =>
  (await db.selectFrom('setting').select('value').where('key', '=', 'counter').executeTakeFirstOrThrow())
    .value

const writeCounter = (db: Db) => db.insertInto('setting').values({ key: 'counter', value: '0' }).execute()

const limit = { timeout: 60_000 }

describe('two processes on one data folder', { skip: process.env.DATABASE_URL !== undefined }, () => {
  it('share it: the second works through the first, and no update is lost', limit, async () => {
    const folder = await makeDataFolder()
    const store = await openStore({ dataDir: folder })
    const db = store.world('register')
    await writeCounter(db)
    const children = [startProcess(folder, 'count', '40'), startProcess(folder, 'count', '40')]
    await Promise.all(children.map((child) => child.said('open through-server')))
    for (let i = 0; i < 40; i++) {
      await inTransaction(db, async (trx) => {
        const value = String(Number(await counterOf(trx)) + 1)
        await trx.updateTable('setting').set({ value }).where('key', '=', 'counter').execute()
      })
    }
    for (const child of children) assert.equal(await child.ended, 0, child.errors())
    assert.equal(await counterOf(db), '120')
    await store.close()
  })

  it('race for an empty folder: one sets it up, the other waits and works through it', limit, async () => {
    const folder = makeEmptyFolder()
    const children = [startProcess(folder, 'stay'), startProcess(folder, 'stay')]
    const said = await Promise.all(children.map((child) => child.said('open')))
    assert.deepEqual(said.sort(), ['open embedded', 'open through-server'])
    for (const child of children) child.process.stdin!.end()
    for (const child of children) assert.equal(await child.ended, 0, child.errors())
  })

  it('go on when the first one ends: the second takes the folder over', limit, async () => {
    const folder = await makeDataFolder()
    for (const end of ['closed', 'killed']) {
      const first = startProcess(folder, 'stay')
      await first.said('open embedded')
      const store = await openStore({ dataDir: folder })
      const db = store.world('register')
      assert.equal(store.kind, 'through-server')
      await db
        .insertInto('setting')
        .values({ key: `before ${end}`, value: '1' })
        .execute()
      if (end === 'closed') first.process.stdin!.end()
      else first.process.kill('SIGKILL')
      await first.ended
      await db
        .insertInto('setting')
        .values({ key: `after ${end}`, value: '1' })
        .execute()
      assert.equal(store.kind, 'embedded')
      const keys = await db
        .selectFrom('setting')
        .select('key')
        .where('key', 'like', `% ${end}`)
        .orderBy('key')
        .execute()
      assert.deepEqual(
        keys.map((row) => row.key),
        [`after ${end}`, `before ${end}`],
      )
      await store.close()
    }
  })

  it('tell of the transaction that was under way when the first one died', limit, async () => {
    const folder = await makeDataFolder()
    const first = startProcess(folder, 'stay')
    await first.said('open embedded')
    const store = await openStore({ dataDir: folder })
    const db = store.world('register')
    await assert.rejects(
      inTransaction(db, async (trx) => {
        await trx.insertInto('setting').values({ key: 'half', value: '1' }).execute()
        first.process.kill('SIGKILL')
        await first.ended
        await trx.insertInto('setting').values({ key: 'other half', value: '1' }).execute()
      }),
      { type: 'store-unavailable' },
    )
    assert.deepEqual(await db.selectFrom('setting').selectAll().execute(), [])
    await store.close()
  })

  it('roll back what a process left open when it was killed', limit, async () => {
    const folder = await makeDataFolder()
    const store = await openStore({ dataDir: folder })
    const db = store.world('register')
    const child = startProcess(folder, 'hold')
    await child.said('holding')
    const reading = db.selectFrom('setting').selectAll().execute()
    const winner = await Promise.race([reading.then(() => 'read'), sleep(200).then(() => 'waiting')])
    assert.equal(winner, 'waiting', 'the transaction of the other process holds the session')
    child.process.kill('SIGKILL')
    assert.deepEqual(await reading, [])
    await store.close()
  })

  it('refuse with the other process named, where that one does not answer', limit, async () => {
    const folder = await makeDataFolder()
    const child = startProcess(folder, 'stay')
    await child.said('open embedded')
    child.process.kill('SIGSTOP')
    try {
      await assert.rejects(
        openFolder({ folder, statementMs: 1000, waitMs: 1000, patienceMs: 300, progress: () => {} }),
        (error: Error & { type?: string }) => {
          assert.equal(error.type, 'store-in-use')
          assert.match(error.message, new RegExp(`Process ${child.process.pid} `))
          return true
        },
      )
    } finally {
      child.process.kill('SIGKILL')
      await child.ended
    }
  })

  it('keep the socket to the owner of the folder, who has to show the token', limit, async () => {
    const folder = await makeDataFolder()
    const store = await openStore({ dataDir: folder })
    const owner = findOwner(folder)!
    assert.equal(owner.pid, process.pid)
    if (process.platform !== 'win32') {
      assert.equal(statSync(owner.address).mode & 0o777, 0o600)
      assert.equal(statSync(join(folder, 'run')).mode & 0o777, 0o700)
    }
    const socket = connect(owner.address)
    const closed = new Promise((resolve) => socket.on('close', resolve))
    socket.on('error', () => {})
    sendFrame(socket, kinds.hello, 0, Buffer.from('0'.repeat(owner.token.length)))
    await closed
    await store.close()
    assert.equal(findOwner(folder), undefined)
  })

  it('meet where the path of the folder is too long for a socket', limit, async () => {
    const folder = join(makeEmptyFolder(), 'a'.repeat(90), 'b'.repeat(90))
    mkdirSync(folder, { recursive: true })
    const child = startProcess(folder, 'stay')
    await child.said('open embedded')
    const store = await openStore({ dataDir: folder })
    assert.equal(store.kind, 'through-server')
    await writeCounter(store.world('exercise'))
    await store.close()
    child.process.stdin!.end()
    assert.equal(await child.ended, 0)
  })

  it('are not misled by what a killed owner left behind', limit, async () => {
    const folder = await makeDataFolder()
    const child = startProcess(folder, 'stay')
    await child.said('open embedded')
    const left = readFileSync(join(folder, 'run', 'owner.json'))
    child.process.kill('SIGKILL')
    await child.ended
    writeFileSync(join(folder, 'run', 'owner.json'), left)
    const store = await openStore({ dataDir: folder })
    assert.equal(store.kind, 'embedded')
    assert.equal(findOwner(folder)?.pid, process.pid)
    await store.close()
  })
})
