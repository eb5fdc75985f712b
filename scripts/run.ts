// Runs the project's checks. `node bin/run.js scripts/run.ts check` is the quick loop, under a minute: types, lint but for
// promises nobody waits for, format, and every test file that takes little more than a second. `… test` is everything; npm
// test calls it.
import { spawn } from 'node:child_process'
import { globSync } from 'node:fs'
import { join } from 'node:path'

/** Test files that the quick loop leaves out, with the seconds they take on a core of their own, about. */
const slow: Readonly<Record<string, number>> = {
  'test/web/browser-axe.test.ts': 150,
  'test/web/links.test.ts': 55,
  'test/web/permission/read.test.ts': 42,
  'test/web/permission/kept.test.ts': 41,
  'test/web/browser-narrow.test.ts': 40,
  'test/web/people-pages-browser.test.ts': 40,
  'test/web/browser.test.ts': 25,
  'test/search/queries.test.ts': 20,
  'test/web/morning-browser.test.ts': 25,
  'test/web/own-calendar.test.ts': 5,
  'test/web/releases.test.ts': 18,
  'test/web/walk.test.ts': 17,
  'test/web/languages.test.ts': 16,
  'test/web/approval-browser.test.ts': 14,
  'test/web/enter-browser.test.ts': 14,
  'test/web/pledge-year-browser.test.ts': 25,
  'test/indicators/fresh.test.ts': 12,
  'test/load.test.ts': 11,
  'test/web/evidence-links.test.ts': 10,
  'test/web/permission/described.test.ts': 12,
  'test/web/permission/write.test.ts': 9,
  'test/indicators/writes-in-a-row.test.ts': 9,
  'test/indicators/plan-folder.test.ts': 8,
  'test/documents/exercise.test.ts': 8,
  'test/web/accounts-browser.test.ts': 7,
  'test/web/every-route.test.ts': 7,
  'test/indicators/register.test.ts': 7,
  'test/documents/status-files.test.ts': 7,
  'test/instruments/pdf.test.ts': 7,
  'test/exercise/values.test.ts': 6,
  'test/releases/create.test.ts': 6,
  'test/releases/work.test.ts': 6,
  'test/releases/parties-held.test.ts': 5,
  'test/documents/progress-events.test.ts': 5,
  'test/releases/work-of-others.test.ts': 6,
  'test/documents/progress.test.ts': 9,
  'test/indicators/clean-water.test.ts': 5,
  'test/indicators/river-signs.test.ts': 3,
  'test/indicators/changes.test.ts': 5,
  'test/exercise/reporting.test.ts': 5,
  'test/web/question.test.ts': 4,
  'test/indicators/calendars.test.ts': 4,
  'test/web/mongolian.test.ts': 4,
  'test/duties/golden.test.ts': 4,
  'test/indicators/writes.test.ts': 4,
  'test/web/approval.test.ts': 3,
  'test/web/approval-figures.test.ts': 2,
  'test/indicators/for-others.test.ts': 5,
  'test/web/attacks.test.ts': 3,
  'test/web/attacks-people.test.ts': 3,
  'test/mail/make-digests.test.ts': 2,
  'test/web/accounts-provider.test.ts': 2,
  'test/web/people-permission.test.ts': 2,
  'test/duties/register.test.ts': 2,
  'test/facts/register.test.ts': 2,
  'test/indicators/duties-agree.test.ts': 2,
  'test/web/ministry.test.ts': 2,
  'test/duties/treaty-in-data.test.ts': 2,
  'test/indicators/published.test.ts': 2,
  'test/instruments/pdf-refused.test.ts': 2,
  'test/accounts/own-account.test.ts': 11,
  'test/accounts/sign-in.test.ts': 7,
  'test/accounts/known-browser.test.ts': 16,
  'test/db/events.test.ts': 10,
  'test/accounts/own-profile.test.ts': 10,
  'test/fault.test.ts': 8,
  'test/accounts/at-once.test.ts': 8,
  'test/web/pages.test.ts': 7,
  'test/web/accounts.test.ts': 6,
  'test/mail/runner.test.ts': 5,
  'test/accounts/departments.test.ts': 4,
  'test/web/enter.test.ts': 4,
  'test/instruments/lossless.test.ts': 4,
  'test/indicators/cohort-history.test.ts': 3,
  'test/indicators/pledge.test.ts': 3,
  'test/db/verify-people.test.ts': 2,
  'test/web/api.test.ts': 3,
  'test/web/twin-workbook.test.ts': 3,
  'test/web/forms/two-at-once.test.ts': 2,
  'test/web/enter-workbook.test.ts': 2,
  'test/releases/leaves.test.ts': 2,
  'test/db/transaction.test.ts': 2,
  'test/formats/xlsx-read.test.ts': 2,
  'test/db/verify-trail.test.ts': 2,
  'test/engagements/mongolia.test.ts': 2,
  'test/mail/deliver.test.ts': 2,
  'test/web/people.test.ts': 2,
  'test/web/sealed-from-form.test.ts': 2,
  'test/search/names.test.ts': 2,
  'test/web/documents.test.ts': 2,
  'test/search/store.test.ts': 2,
  'test/parties/treaty-status.test.ts': 2,
  'test/mail/smtp.test.ts': 2,
  'test/db/verify-records.test.ts': 2,
  'test/web/enter-facts.test.ts': 2,
  'test/web/tokens.test.ts': 2,
  'test/facts/import.test.ts': 2,
  'test/indicators/rows-again.test.ts': 2,
  'test/instruments/docx-refused.test.ts': 2,
  'test/search/found.test.ts': 2,
  'test/web/limits.test.ts': 2,
  'test/instruments/pdf-tables.test.ts': 1,
  'test/engagements/votes.test.ts': 1,
  'test/parties/status-command.test.ts': 1,
  'test/duties/derive-properties.test.ts': 1,
  'test/web/permission/refused.test.ts': 1,
  'test/web/forms/two-at-one-fact.test.ts': 1,
  'test/web/words.test.ts': 1,
  'test/web/api-tokens.test.ts': 1,
  'test/parties/store.test.ts': 1,
  'test/indicators/promises-owed.test.ts': 1,
  'test/indicators/targets.test.ts': 1,
  'test/indicators/targets-judged.test.ts': 4,
  'test/web/browser-cells.test.ts': 24,
  'test/web/cooperation-sections.test.ts': 9,
  'test/engagements/reading.test.ts': 9,
  'test/web/cooperation-given-up.test.ts': 6,
  'test/web/cooperation-rating.test.ts': 6,
  'test/exercise/statements.test.ts': 5,
  'test/indicators/plan-new-kind.test.ts': 5,
  'test/mappings/dress.test.ts': 4,
  'test/parties/added-actors.test.ts': 3,
  'test/web/folds.test.ts': 3,
  'test/web/address.test.ts': 3,
  'test/web/implementation.test.ts': 5,
  'test/web/drafts-named.test.ts': 4,
  'test/web/cooperation.test.ts': 3,
  'test/web/register-answers.test.ts': 3,
  'test/web/history-words.test.ts': 2,
  'test/web/enter-table-people.test.ts': 2,
  'test/web/implementation-links.test.ts': 2,
  'test/web/history-of-several.test.ts': 2,
  'test/releases/leads.test.ts': 2,
}

/** Those of them that mostly wait for processes they start and kill: beside the others they cost little. */
const waiting = [
  'test/db/embedded.test.ts',
  'test/db/folder.test.ts',
  'test/db/kill.test.ts',
  'test/db/timeout.test.ts',
  'test/mail/kill.test.ts',
]
const bin = (name: string) =>
  join('node_modules', '.bin', process.platform === 'win32' ? `${name}.cmd` : name)

/**
 * Files told off in two halves of about the same time, one for each core; and a third run of those that wait. A file
 * that is not slow takes about a second.
 */
const runsOf = (tests: readonly string[]): string[][] => {
  const halves = [
    { seconds: 0, files: [] as string[] },
    { seconds: 0, files: [] as string[] },
  ]
  const secondsOf = (path: string): number => slow[path] ?? 1
  const working = tests.filter((path) => !waiting.includes(path))
  for (const path of working.toSorted((a, b) => secondsOf(b) - secondsOf(a))) {
    const quicker = halves[0]!.seconds <= halves[1]!.seconds ? halves[0]! : halves[1]!
    quicker.files.push(path)
    quicker.seconds += secondsOf(path)
  }
  return [...halves.map(({ files }) => files.sort()), tests.filter((path) => waiting.includes(path))].filter(
    (files) => files.length > 0,
  )
}

type Run = { command: string; args: string[] }
/** Runs of one step go side by side. */
type Step = { name: string; runs: Run[] }

const steps = (everything: boolean): Step[] => {
  const tests = globSync('test/**/*.test.ts')
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => everything || !(path in slow || waiting.includes(path)))
    .sort()
  // One embedded database a process; each test is rolled back.
  const options = ['--test', '--test-isolation=none', '--test-reporter=dot', '--test-timeout=180000']
  return [
    {
      name: 'types, lint and format',
      runs: [
        { command: bin('tsc'), args: ['--noEmit', '-p', '.'] },
        {
          command: bin('biome'),
          // The one rule that reads the types of everything takes longer than all others together.
          args: [
            'ci',
            '--error-on-warnings',
            ...(everything ? [] : ['--skip=nursery/noFloatingPromises']),
            '.',
          ],
        },
      ],
    },
    {
      name: `${tests.length} test files`,
      runs: runsOf(tests).map((files) => ({ command: process.execPath, args: [...options, ...files] })),
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
