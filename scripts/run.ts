// Runs the project's checks. `node bin/run.js scripts/run.ts check` is the quick loop: types, lint, format and every
// test that needs no browser, kills no process, waits for no time-out, loads and recomputes no world, and follows no link. `… test` is everything; npm test calls it.
import { spawnSync } from 'node:child_process'
import { globSync } from 'node:fs'
import { join } from 'node:path'

const slow = [
  'test/db/kill.test.ts',
  'test/db/folder.test.ts',
  'test/db/embedded.test.ts',
  'test/db/timeout.test.ts',
  'test/web/browser.test.ts',
  'test/web/enter-browser.test.ts',
  'test/web/languages.test.ts',
  'test/web/question.test.ts',
  'test/web/releases.test.ts',
  'test/web/walk.test.ts',
  'test/web/links.test.ts',
  'test/load.test.ts',
  'test/facts/register.test.ts',
  'test/indicators/changes.test.ts',
  'test/indicators/writes-in-a-row.test.ts',
  'test/indicators/register.test.ts',
  'test/web/evidence-links.test.ts',
  'test/web/ministry.test.ts',
  'test/web/mongolian.test.ts',
  'test/exercise/reporting.test.ts',
  'test/exercise/values.test.ts',
  'test/indicators/fresh.test.ts',
  'test/indicators/published.test.ts',
  'test/indicators/writes.test.ts',
  'test/documents/exercise.test.ts',
  'test/documents/status-files.test.ts',
  'test/releases/create.test.ts',
  'test/instruments/pdf.test.ts',
  'test/instruments/pdf-refused.test.ts',
]
const bin = (name: string) =>
  join('node_modules', '.bin', process.platform === 'win32' ? `${name}.cmd` : name)

const steps = (everything: boolean): { name: string; command: string; args: string[] }[] => {
  const tests = globSync('test/**/*.test.ts')
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => everything || !slow.includes(path))
    .sort()
  return [
    { name: 'types', command: bin('tsc'), args: ['--noEmit', '-p', '.'] },
    { name: 'lint and format', command: bin('biome'), args: ['ci', '--error-on-warnings', '.'] },
    {
      name: `${tests.length} test files`,
      command: process.execPath,
      // One process, one embedded database; each test is rolled back.
      args: ['--test', '--test-isolation=none', '--test-reporter=dot', '--test-timeout=180000', ...tests],
    },
  ]
}

const mode = process.argv[2]
if (mode !== 'check' && mode !== 'test') {
  console.error('usage: scripts/run.ts check | test')
  process.exit(2)
}
for (const { name, command, args } of steps(mode === 'test')) {
  const start = performance.now()
  const { status, error } = spawnSync(command, args, {
    stdio: 'inherit',
    // Far from Greenwich: whoever turns a day into an instant is caught here.
    env: { ...process.env, TZ: 'Asia/Ulaanbaatar' },
  })
  console.log(
    `${status === 0 ? 'passed' : 'FAILED'}  ${name}  (${((performance.now() - start) / 1000).toFixed(1)} s)`,
  )
  if (status !== 0) {
    if (error !== undefined) console.error(error.message)
    process.exitCode = 1
    break
  }
}
