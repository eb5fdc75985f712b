// A process of its own on a data folder, for the tests: node other-process.ts FOLDER MODE. It says on standard output
// what it has done, one line each.
import { writeSync } from 'node:fs'
import { migrate } from '../../src/db/migrate.ts'
import { inTransaction, openStore } from '../../src/db/store.ts'

const [folder, mode, argument] = process.argv.slice(2)
// Straight to the descriptor: a line written is with the reader even when this process is killed in the next instant.
const say = (line: string) => void writeSync(1, `${line}\n`)
const waitForEnd = () => new Promise((resolve) => process.stdin.resume().once('end', resolve))

const store = await openStore({ dataDir: folder })
await migrate(store.engine)
const db = store.world('register')
say(`open ${store.kind}`)

/** Adds one to the setting `counter`, as often as asked: read, then written, so that a lost update shows. */
const count = async (times: number) => {
  for (let i = 0; i < times; i++) {
    await inTransaction(db, async (trx) => {
      const { value } = await trx
        .selectFrom('setting')
        .select('value')
        .where('key', '=', 'counter')
        .executeTakeFirstOrThrow()
      await trx
        .updateTable('setting')
        .set({ value: String(Number(value) + 1) })
        .where('key', '=', 'counter')
        .execute()
    })
  }
}

/** Two rows and a counter in each transaction, for ever; what was committed is said. */
const write = async () => {
  const rows = await db.selectFrom('setting').select('key').where('key', 'like', 'left-%').execute()
  let next = rows.reduce((last, { key }) => Math.max(last, Number(key.slice(5))), 0) + 1
  await db
    .insertInto('setting')
    .values({ key: 'counter', value: '0' })
    .onConflict((c) => c.doNothing())
    .execute()
  for (; ; next++) {
    await inTransaction(db, async (trx) => {
      await trx
        .insertInto('setting')
        .values({ key: `left-${next}`, value: 'x'.repeat(next % 5000) })
        .execute()
      await trx
        .insertInto('setting')
        .values({ key: `right-${next}`, value: String(next) })
        .execute()
      await trx
        .updateTable('setting')
        .set((eb) => ({ value: eb(eb.cast<number>('value', 'integer'), '+', 1) as never }))
        .where('key', '=', 'counter')
        .execute()
    })
    say(`committed ${next}`)
  }
}

if (mode === 'count') {
  await count(Number(argument))
  say('counted')
} else if (mode === 'write') {
  await write()
} else if (mode === 'stay') {
  await waitForEnd()
} else if (mode === 'hold') {
  await inTransaction(db, async (trx) => {
    await trx.insertInto('setting').values({ key: 'held', value: 'open' }).execute()
    say('holding')
    await waitForEnd()
  })
}
await store.close()
