// Loads what ships with Pacta into the store: States, treaty status and cited facts into the register; the fictional
// world into the exercise. What was loaded already is not read again.
import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'
import { z } from 'zod'
import { recordEvent } from './db/events.ts'
import { findSetting, listSettings, lockSetting, saveSetting, settingThing } from './db/setting-store.ts'
import { analyze, type Db, inTransaction, type Store } from './db/store.ts'
import type { InputFile } from './facts/datum-file.ts'
import { importFacts } from './facts/import.ts'
import { importCoverage } from './facts/import-coverage.ts'
import { readJson } from './formats/json.ts'
import { ensureFresh } from './indicators/ensure-fresh.ts'
import { heldPlans } from './indicators/plans.ts'
import { forgetValues } from './indicators/store.ts'
import { importTable } from './mappings/import.ts'
import { findMapping, readMapping } from './mappings/mappings.ts'
import { readActors, shippedOthers, shippedStates } from './parties/actor.ts'
import { saveActors } from './parties/actor-store.ts'
import { saveStatusClaims } from './parties/claim-store.ts'
import { readStatementsCsv } from './parties/statement-csv.ts'
import { saveStatements } from './parties/statement-import.ts'
import type { PageStatements } from './parties/statement-page.ts'
import {
  readStatusClaims,
  readStatusCsv,
  readStatusSources,
  type ShippedEvent,
  type StatusSource,
  shippedClaims,
  shippedStatus,
} from './parties/status-csv.ts'
import { findStatusSource, saveStatusEvents, sourceOf } from './parties/store.ts'
import { describeIssue, type Issue, Problem } from './problem.ts'
import { readShippedKinds, readShippedQuestions } from './reports/shipped.ts'
import { importReports, type SubmitOptions, submitReport } from './reports/submit.ts'

const root = fileURLToPath(new URL('../', import.meta.url))
const agent = 'pacta, from what ships with it'
/** What ships was checked when it was made; a machine whose clock is behind must not refuse it. */
const today = '9999-12-31'

/** The day the votes that ship were received: their source bears no date. */
const votesReceivedOn = '2026-11-21'

const readInput = (path: string): InputFile => ({ name: basename(path), bytes: readFileSync(path) })

/** The day, in the fictional world, on which its tables were received. */
const tablesReceivedOn = '2027-01-15'

type Progress = (text: string) => void

const silent: Progress = () => {}

// More rows than these, and the rest are counted: a newer version of what ships may change hundreds at once.
const mostTold = 5

/**
 * What ships never stands in the way of what is held: nothing entered is overwritten, and no start is refused. What
 * contradicts it is left out and said.
 */
const sayLeftOut =
  (progress: Progress, world: string, of?: string) =>
  (issues: readonly Issue[]): void => {
    for (const issue of issues.slice(0, mostTold)) {
      const what = of === undefined ? describeIssue(issue) : `${of}: ${describeIssue(issue)}`
      progress(`Left out of ${world}, where what is held stays: ${what}`)
    }
    const rest = issues.length - mostTold
    if (rest > 0) progress(`Left out of ${world} in the same way: ${rest} more of ${issues[0]!.file}`)
  }

type ShippedPage = {
  source: StatusSource
  events: readonly ShippedEvent[]
  /** What stands below it, where that ships too. */
  statements?: PageStatements | undefined
}

/** A treaty's status, unless a newer page of it is held. */
const loadStatus = async (
  trx: Db,
  { source, events, statements }: ShippedPage,
  progress: Progress,
): Promise<void> => {
  const { treaty, asOf } = source
  try {
    await saveStatusEvents(trx, source, events, { agent })
    if (statements !== undefined)
      await saveStatements(trx, { treaty, asOf, source: sourceOf(source), statements }, agent)
  } catch (error) {
    if (!(error instanceof Problem) || error.type !== 'already-recorded') throw error
    const newer = (await findStatusSource(trx, source.treaty))?.asOf
    progress(`The status of "${source.treaty}" stays as at ${newer}; the shipped one is of ${source.asOf}.`)
  }
}

/** A list of reports: all at once or, where one contradicts a version held, one after the other without it. */
const loadReports = async (
  trx: Db,
  file: InputFile,
  options: SubmitOptions,
  progress: Progress,
): Promise<void> => {
  const unlessRefused = async (work: Promise<unknown>, onRefusal: (issues: readonly Issue[]) => unknown) => {
    try {
      await work
    } catch (error) {
      if (!(error instanceof Problem) || error.type !== 'input-rejected') throw error
      await onRefusal(error.issues)
    }
  }
  await unlessRefused(importReports(trx, file, options), async () => {
    const reports = readJson(file.bytes, file.name) as unknown[]
    for (const [i, report] of reports.entries())
      await unlessRefused(
        submitReport(trx, report, options),
        sayLeftOut(progress, 'the exercise', `${file.name}, [${i}]`),
      )
  })
}

/** One hash over files, by name and content. */
const hashOf = (paths: readonly string[]): string => {
  const hash = createHash('sha256')
  for (const path of paths)
    hash.update(path.slice(root.length)).update('\0').update(readFileSync(path)).update('\0')
  return hash.digest('hex')
}

/** Runs `work` in one transaction unless these very files were loaded into this world before. */
const loadOnce = async (
  db: Db,
  name: string,
  patterns: readonly string[],
  work: (trx: Db) => Promise<void>,
): Promise<boolean> => {
  const paths = patterns.flatMap((pattern) => globSync(join(root, pattern))).sort()
  const hash = hashOf(paths)
  const key = `loaded:${name}`
  if ((await findSetting(db, key)) === hash) return false
  return inTransaction(db, async (trx) => {
    if ((await lockSetting(trx, key)) === hash) return false
    const before = new Map((await listSettings(trx, '')).map((one) => [one.key, one.value || undefined]))
    await work(trx)
    await saveSetting(trx, key, hash)
    // All there are, changed or not: from here on the trail says of each what it is.
    const held = (await listSettings(trx, '')).filter(({ value }) => value !== '')
    await recordEvent(trx, {
      agent,
      action: 'settings-loaded',
      subject: name,
      detail: { changes: [] },
      things: held.map((one) => settingThing(one.key, before.get(one.key), one.value)),
    })
    return true
  })
}

/** States, treaty status and cited facts into the real register. True where there was something to load. */
export const loadRegister = (db: Db, progress: Progress = silent): Promise<boolean> =>
  loadOnce(db, 'register', ['reference/**/*.{csv,yaml}'], async (trx) => {
    await saveActors(
      trx,
      [...shippedStates(), ...shippedOthers(), ...readActors(join(root, 'reference/actors-other.csv'))],
      agent,
    )
    for (const status of shippedStatus()) await loadStatus(trx, status, progress)
    await saveStatusClaims(trx, shippedClaims(), { agent })
    const keepHeld = sayLeftOut(progress, 'the register')
    const options = { kinds: readShippedKinds(), agent, today, entered: false, keepHeld }
    for (const path of globSync(join(root, 'reference/facts/*.csv')).sort())
      if (basename(path) === 'coverage.csv') await importCoverage(trx, readInput(path), options)
      else await importFacts(trx, readInput(path), options)
    await importTable(
      trx,
      findMapping('un-roll-calls', options.kinds),
      {
        file: readInput(join(root, 'reference/votes/roll-calls.csv')),
        beside: new Map([['votes', readInput(join(root, 'reference/votes/votes.csv'))]]),
      },
      { ...options, marks: false, receivedOn: votesReceivedOn },
    )
  })

const worldForm = z.strictObject({
  name: z.literal('exercise'),
  today: z.iso.date(),
  banner: z.string().min(1),
  pledgeParties: z.array(z.string()),
})

/** The fictional world into its own schema. True where there was something to load. */
export const loadExercise = (db: Db, progress: Progress = silent): Promise<boolean> =>
  loadOnce(db, 'exercise', ['exercise/data/*', 'exercise/tables/*', 'exercise/world.yaml'], async (trx) => {
    const world = worldForm.parse(parse(readFileSync(join(root, 'exercise/world.yaml'), 'utf8')))
    await saveSetting(trx, 'today', world.today)
    await saveSetting(trx, 'banner', world.banner)
    // Pledges of real actors are shown with fictional parties: rules name them only as $parties.
    for (const plan of heldPlans())
      if (plan.parties.length > 0 && plan.instrument.origin === 'shipped')
        await saveSetting(trx, `parties:${plan.rules.id}`, world.pledgeParties.join(' '))
    const data = (name: string) => join(root, 'exercise/data', name)
    await saveActors(trx, readActors(data('actors.csv')), agent)
    const events = readStatusCsv(data('status.csv'))
    const below = readStatementsCsv(data('statements.csv'))
    for (const source of readStatusSources(data('status-source.csv'))) {
      const ofTreaty = events.filter((event) => event.treaty === source.treaty)
      const page = { source, events: ofTreaty, statements: below.get(source.treaty) }
      await loadStatus(trx, page, progress)
    }
    await saveStatusClaims(trx, readStatusClaims(data('claims.csv')), { agent })
    const keepHeld = sayLeftOut(progress, 'the exercise')
    const options = { kinds: readShippedKinds(), agent, today, entered: false, keepHeld }
    await importFacts(trx, readInput(data('facts.csv')), options)
    await importCoverage(trx, readInput(data('coverage.csv')), options)
    for (const path of globSync(join(root, 'exercise/tables/*.yaml')).sort())
      await importTable(
        trx,
        readMapping(path, options.kinds),
        { file: readInput(data(`${basename(path, '.yaml')}.csv`)), beside: new Map() },
        { ...options, marks: false, receivedOn: tablesReceivedOn },
      )
    const questionnaires = readShippedQuestions()
    for (const path of [...globSync(data('reports-*.json')).sort(), data('analyses.json')])
      await loadReports(trx, readInput(path), { questionnaires, agent, today, entered: false }, progress)
  })

/** Brings both worlds up to what ships, and computes the values that a page would otherwise wait for. */
export const loadShipped = async (store: Store, progress: Progress): Promise<void> => {
  const worlds = [
    {
      db: store.world('register'),
      name: 'the register: States, treaty status, cited facts',
      load: loadRegister,
    },
    { db: store.world('exercise'), name: 'the exercise: a fictional world', load: loadExercise },
  ]
  for (const { db, name, load } of worlds) {
    if (!(await load(db, progress))) continue
    progress(`Loaded ${name}.`)
    // Who exists leaves no event; what ships may have changed it.
    await forgetValues(db)
    await analyze(db)
    for (const plan of heldPlans()) await ensureFresh(db, plan)
  }
}
