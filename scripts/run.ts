// Runs the project's checks. `node bin/run.js scripts/run.ts check` is the quick loop: types, lint, format and every
// test that needs no browser, kills no process, waits for no time-out, loads and recomputes no world, and follows no link. `… test` is everything; npm test calls it.
import { spawn } from 'node:child_process'
import { globSync } from 'node:fs'
import { join } from 'node:path'

const slow = [
  'test/indicators/plan-folder.test.ts',
  'test/indicators/clean-water.test.ts',
  'test/db/kill.test.ts',
  'test/mail/kill.test.ts',
  'test/mail/make-digests.test.ts',
  'test/db/folder.test.ts',
  'test/db/embedded.test.ts',
  'test/db/timeout.test.ts',
  'test/web/approval.test.ts',
  'test/web/approval-browser.test.ts',
  'test/web/attacks.test.ts',
  'test/web/attacks-people.test.ts',
  'test/web/accounts-browser.test.ts',
  'test/web/accounts-provider.test.ts',
  'test/web/browser.test.ts',
  'test/web/enter-browser.test.ts',
  'test/web/every-route.test.ts',
  'test/web/languages.test.ts',
  'test/web/question.test.ts',
  'test/web/releases.test.ts',
  'test/web/people-permission.test.ts',
  'test/web/permission/kept.test.ts',
  'test/web/permission/read.test.ts',
  'test/web/permission/write.test.ts',
  'test/web/walk.test.ts',
  'test/web/links.test.ts',
  'test/load.test.ts',
  'test/duties/register.test.ts',
  'test/facts/register.test.ts',
  'test/indicators/calendars.test.ts',
  'test/indicators/changes.test.ts',
  'test/indicators/duties-agree.test.ts',
  'test/indicators/writes-in-a-row.test.ts',
  'test/indicators/register.test.ts',
  'test/web/evidence-links.test.ts',
  'test/web/ministry.test.ts',
  'test/web/mongolian.test.ts',
  'test/exercise/reporting.test.ts',
  'test/exercise/values.test.ts',
  'test/duties/golden.test.ts',
  'test/duties/treaty-in-data.test.ts',
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

/** Files told off in two halves of about the same time, one for each core; a slow file weighs as much as eight others. */
const halvesOf = (tests: readonly string[]): string[][] => {
  const halves = [
    { weight: 0, files: [] as string[] },
    { weight: 0, files: [] as string[] },
  ]
  const weightOf = (path: string): number => (slow.includes(path) ? 8 : 1)
  for (const path of tests.toSorted((a, b) => weightOf(b) - weightOf(a))) {
    const lighter = halves[0]!.weight <= halves[1]!.weight ? halves[0]! : halves[1]!
    lighter.files.push(path)
    lighter.weight += weightOf(path)
  }
  return halves.map(({ files }) => files.sort()).filter((files) => files.length > 0)
}

type Run = { command: string; args: string[] }
/** Runs of one step go side by side. */
type Step = { name: string; runs: Run[] }

const steps = (everything: boolean): Step[] => {
  const tests = globSync('test/**/*.test.ts')
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => everything || !slow.includes(path))
    .sort()
  // One embedded database a process; each test is rolled back.
  const options = ['--test', '--test-isolation=none', '--test-reporter=dot', '--test-timeout=180000']
  return [
    { name: 'types', runs: [{ command: bin('tsc'), args: ['--noEmit', '-p', '.'] }] },
    { name: 'lint and format', runs: [{ command: bin('biome'), args: ['ci', '--error-on-warnings', '.'] }] },
    {
      name: `${tests.length} test files`,
      runs: halvesOf(tests).map((files) => ({ command: process.execPath, args: [...options, ...files] })),
    },
  ]
}

/** Runs a command; what it says comes in one piece when several run side by side. */
const run = ({ command, args }: Run, isAlone: boolean): Promise<number> =>
  new Promise((resolve) => {
    const child = spawn(command, args, {
      stdio: isAlone ? 'inherit' : ['ignore', 'pipe', 'pipe'],
      // Far from Greenwich: whoever turns a day into an instant is caught here.
      env: { ...process.env, TZ: 'Asia/Ulaanbaatar' },
    })
    const said: Buffer[] = []
    child.stdout?.on('data', (part: Buffer) => said.push(part))
    child.stderr?.on('data', (part: Buffer) => said.push(part))
    child.once('error', (error) => {
      console.error(error.message)
      resolve(1)
    })
    child.once('close', (code) => {
      process.stdout.write(Buffer.concat(said))
      resolve(code ?? 1)
    })
  })

const mode = process.argv[2]
if (mode !== 'check' && mode !== 'test') {
  console.error('usage: scripts/run.ts check | test')
  process.exit(2)
}
for (const { name, runs } of steps(mode === 'test')) {
  const start = performance.now()
  const codes = await Promise.all(runs.map((one) => run(one, runs.length === 1)))
  const isGood = codes.every((code) => code === 0)
  console.log(
    `${isGood ? 'passed' : 'FAILED'}  ${name}  (${((performance.now() - start) / 1000).toFixed(1)} s)`,
  )
  if (!isGood) {
    process.exitCode = 1
    break
  }
}
