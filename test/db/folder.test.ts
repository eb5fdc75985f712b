import assert from 'node:assert/strict'
import { existsSync, mkdirSync, statSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { openFolder } from '../../src/db/folder.ts'
import { kinds, sendFrame } from '../../src/db/frames.ts'
import { findOwner, makeRunFolder, writeOwner } from '../../src/db/lock.ts'
import { migrate } from '../../src/db/migrate.ts'
import { serveSocket } from '../../src/db/serve-socket.ts'
import { type Db, inTransaction, openStore } from '../../src/db/store.ts'
import { startProcess } from './children.ts'
import { makeDataFolder, makeEmptyFolder } from './fresh.ts'

const settingOf = async (db: Db, key: string): Promise<string | undefined> =>
  (await db.selectFrom('setting').select('value').where('key', '=', key).executeTakeFirst())?.value

const put = (db: Db, key: string, value = '1') => db.insertInto('setting').values({ key, value }).execute()

const limit = { timeout: 60_000 }

describe('two processes on one data folder', { skip: process.env.DATABASE_URL !== undefined }, () => {
  it('share it: the second works through the first, and no update is lost', limit, async () => {
    const folder = await makeDataFolder()
    const store = await openStore({ dataDir: folder })
    await migrate(store.engine)
    const db = store.world('register')
    await put(db, 'counter', '0')
    const child = startProcess(folder, 'count', '40')
    await child.said('open through-server')
    for (let i = 0; i < 40; i++) {
      await inTransaction(db, async (trx) => {
        const value = String(Number(await settingOf(trx, 'counter')) + 1)
        await trx.updateTable('setting').set({ value }).where('key', '=', 'counter').execute()
      })
    }
    assert.equal(await child.ended, 0, child.errors())
    assert.equal(await settingOf(db, 'counter'), '80')
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

  it('go on when the first one closes: the second takes the folder over', limit, async () => {
    const folder = await makeDataFolder()
    const first = startProcess(folder, 'stay')
    await first.said('open embedded')
    const store = await openStore({ dataDir: folder })
    const db = store.world('register')
    assert.equal(store.kind, 'through-server')
    await put(db, 'before')
    first.process.stdin!.end()
    assert.equal(await first.ended, 0)
    await put(db, 'after')
    assert.equal(store.kind, 'embedded')
    assert.deepEqual([await settingOf(db, 'before'), await settingOf(db, 'after')], ['1', '1'])
    await store.close()
  })

  it('go on when the first one dies, and say what was rolled back', limit, async () => {
    const folder = await makeDataFolder()
    const first = startProcess(folder, 'stay')
    await first.said('open embedded')
    const store = await openStore({ dataDir: folder })
    const db = store.world('register')
    await put(db, 'before')
    const interrupted = inTransaction(db, async (trx) => {
      await put(trx, 'half')
      first.process.kill('SIGKILL')
      await first.ended
      await put(trx, 'other half')
    })
    await assert.rejects(interrupted, { type: 'store-unavailable' })
    assert.deepEqual([await settingOf(db, 'before'), await settingOf(db, 'half')], ['1', undefined])
    assert.equal(store.kind, 'embedded')
    await store.close()
  })

  it('roll back what a process left open when it was killed', limit, async () => {
    const folder = await makeDataFolder()
    const store = await openStore({ dataDir: folder })
    const child = startProcess(folder, 'hold')
    await child.said('holding')
    const reading = store.world('register').selectFrom('setting').selectAll().execute()
    const winner = await Promise.race([reading.then(() => 'read'), sleep(200).then(() => 'waiting')])
    assert.equal(winner, 'waiting', 'the transaction of the other process holds the session')
    child.process.kill('SIGKILL')
    assert.deepEqual(await reading, [])
    await store.close()
  })

  it(
    'refuse with the other one named where it does not answer, and forget it once it is dead',
    limit,
    async () => {
      const folder = await makeDataFolder()
      const child = startProcess(folder, 'stay')
      await child.said('open embedded')
      child.process.kill('SIGSTOP')
      try {
        await assert.rejects(
          openFolder({ folder, statementMs: 1000, waitMs: 1000, patienceMs: 300, progress: () => {} }),
          { type: 'store-in-use', message: new RegExp(`Process ${child.process.pid} `) },
        )
      } finally {
        child.process.kill('SIGKILL')
        await child.ended
      }
      assert.equal(findOwner(folder)?.pid, child.process.pid, 'its record is still there')
      const store = await openStore({ dataDir: folder })
      assert.equal(store.kind, 'embedded')
      assert.equal(findOwner(folder)?.pid, process.pid)
      await store.close()
    },
  )

  it('keep the socket to the owner of the folder, who has to show the token', limit, async () => {
    const folder = await makeDataFolder()
    const store = await openStore({ dataDir: folder })
    const owner = findOwner(folder)!
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

  it('leave alone the socket of the folder that theirs was copied from', limit, async () => {
    const unused = { idleMs: 1000, leaseRaw: () => Promise.reject(new Error('nobody asks')) }
    const [original, copy] = [makeEmptyFolder(), makeEmptyFolder()]
    for (const folder of [original, copy]) makeRunFolder(folder)
    const served = await serveSocket({ folder: original, ...unused })
    const { address } = findOwner(original)!
    // As a backup has it that was made while the server ran.
    writeOwner(copy, findOwner(original)!)
    const other = await serveSocket({ folder: copy, ...unused })
    assert.equal(process.platform === 'win32' || existsSync(address), true)
    assert.notEqual(findOwner(copy)?.address, address)
    await other.close()
    assert.equal(process.platform === 'win32' || existsSync(address), true)
    await served.close()
  })

  it('meet where the path of the folder is too long for a socket', limit, async () => {
    const folder = join(makeEmptyFolder(), 'a'.repeat(90), 'b'.repeat(90))
    mkdirSync(folder, { recursive: true })
    const first = await openStore({ dataDir: await makeDataFolder(folder) })
    const second = await openStore({ dataDir: folder })
    assert.deepEqual([first.kind, second.kind], ['embedded', 'through-server'])
    await migrate(second.engine)
    await put(second.world('exercise'), 'seen')
    assert.equal(await settingOf(first.world('exercise'), 'seen'), '1')
    await second.close()
    await first.close()
  })
})
