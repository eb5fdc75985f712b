// A process of its own with letters, for the tests: node sender.ts FOLDER put, or node sender.ts FOLDER send PORT. It says
// on standard output what it has done, one line each.
import { writeSync } from 'node:fs'
import { putLetter } from '../../src/accounts/letter-store.ts'
import { migrate } from '../../src/db/migrate.ts'
import { inTransaction, openStore } from '../../src/db/store.ts'
import { mailJobs } from '../../src/mail/jobs.ts'
import { startRunner } from '../../src/mail/runner.ts'
import { readMailServer } from '../../src/mail/smtp.ts'

const [folder, mode, port] = process.argv.slice(2)
// Straight to the descriptor: a line written is with the reader even when this process is killed in the next instant.
const say = (line: string) => void writeSync(1, `${line}\n`)
const waitForEnd = () => new Promise((resolve) => process.stdin.resume().once('end', resolve))

const store = await openStore({ dataDir: folder })
await migrate(store.engine)

if (mode === 'put') {
  const letterId = await inTransaction(store.people, (trx) =>
    putLetter(trx, {
      kind: 'password-link',
      to: { address: 'tuya@example.org', name: 'Tuya' },
      language: 'en',
      values: { link: '/sign-in/new/abc', minutes: 30 },
    }),
  )
  say(`put ${letterId}`)
  await waitForEnd()
} else {
  const server = readMailServer({ smtpUrl: `smtp://127.0.0.1:${port}`, mailFrom: 'pacta@example.org' })
  const origin = 'https://pacta.example.org'
  const runner = startRunner(mailJobs(store, { server, origin, secret: 'x'.repeat(32), report: say }), say)
  say('sending')
  await waitForEnd()
  await runner.stop()
}
await store.close()
