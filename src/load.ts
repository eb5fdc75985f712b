// Loads what ships with Pacta into the store: States, treaty status and cited facts into the register; the fictional
// world into the exercise. What was loaded already is not read again.
import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'
import { z } from 'zod'
import { findSetting, lockSetting, saveSetting } from './db/setting-store.ts'
import { analyze, type Db, inTransaction, type Store } from './db/store.ts'
import type { InputFile } from './facts/datum-file.ts'
import { importFacts } from './facts/import.ts'
import { importCoverage } from './facts/import-coverage.ts'
import { heldPlans } from './indicators/plans.ts'
import { ensureFresh } from './indicators/view.ts'
import { readActors, shippedOthers, shippedStates } from './parties/actor.ts'
import { saveActors } from './parties/actor-store.ts'
import { saveStatusClaims } from './parties/claim-store.ts'
import {
  readStatusClaims,
  readStatusCsv,
  readStatusSources,
  shippedClaims,
  shippedStatus,
} from './parties/status-csv.ts'
import { saveStatusEvents } from './parties/store.ts'
import { readShippedKinds, readShippedQuestions } from './reports/shipped.ts'
import { importReports } from './reports/submit.ts'

const root = fileURLToPath(new URL('../', import.meta.url))
const agent = 'pacta, from what ships with it'
/** What ships was checked when it was made; a machine whose clock is behind must not refuse it. */
const today = '9999-12-31'

const readInput = (path: string): InputFile => ({ name: basename(path), bytes: readFileSync(path) })

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
    await work(trx)
    await saveSetting(trx, key, hash)
    return true
  })
}

/** States, treaty status and cited facts into the real register. True where there was something to load. */
export const loadRegister = (db: Db): Promise<boolean> =>
  loadOnce(db, 'register', ['reference/**/*.{csv,yaml}'], async (trx) => {
    await saveActors(trx, [
      ...shippedStates(),
      ...shippedOthers(),
      ...readActors(join(root, 'reference/actors-other.csv')),
    ])
    for (const { source, events } of shippedStatus()) await saveStatusEvents(trx, source, events, { agent })
    await saveStatusClaims(trx, shippedClaims(), { agent })
    const kinds = readShippedKinds()
    for (const path of globSync(join(root, 'reference/facts/*.csv')).sort())
      if (basename(path) === 'coverage.csv')
        await importCoverage(trx, readInput(path), { kinds, agent, today })
      else await importFacts(trx, readInput(path), { kinds, agent, today })
  })

const worldForm = z.strictObject({
  name: z.literal('exercise'),
  today: z.iso.date(),
  banner: z.string().min(1),
  pledgeParties: z.array(z.string()),
})

/** The fictional world into its own schema. True where there was something to load. */
export const loadExercise = (db: Db): Promise<boolean> =>
  loadOnce(db, 'exercise', ['exercise/data/*', 'exercise/world.yaml'], async (trx) => {
    const world = worldForm.parse(parse(readFileSync(join(root, 'exercise/world.yaml'), 'utf8')))
    await saveSetting(trx, 'today', world.today)
    await saveSetting(trx, 'banner', world.banner)
    // Pledges of real actors are shown with fictional parties: rules name them only as $parties.
    for (const plan of heldPlans())
      if (plan.parties.length > 0)
        await saveSetting(trx, `parties:${plan.rules.id}`, world.pledgeParties.join(' '))
    const data = (name: string) => join(root, 'exercise/data', name)
    await saveActors(trx, readActors(data('actors.csv')))
    const events = readStatusCsv(data('status.csv'))
    for (const source of readStatusSources(data('status-source.csv')))
      await saveStatusEvents(
        trx,
        source,
        events.filter((event) => event.treaty === source.treaty),
        { agent },
      )
    await saveStatusClaims(trx, readStatusClaims(data('claims.csv')), { agent })
    const kinds = readShippedKinds()
    await importFacts(trx, readInput(data('facts.csv')), { kinds, agent, today, entered: false })
    await importCoverage(trx, readInput(data('coverage.csv')), { kinds, agent, today })
    const questionnaires = readShippedQuestions()
    for (const path of [...globSync(data('reports-*.json')).sort(), data('analyses.json')])
      await importReports(trx, readInput(path), { questionnaires, agent, today, entered: false })
  })

/** Brings both worlds up to what ships, and computes the values that a page would otherwise wait for. */
export const loadShipped = async (store: Store, progress: (text: string) => void): Promise<void> => {
  const worlds = [
    {
      db: store.world('register'),
      name: 'the register: States, treaty status, cited facts',
      load: loadRegister,
    },
    { db: store.world('exercise'), name: 'the exercise: a fictional world', load: loadExercise },
  ]
  for (const { db, name, load } of worlds) {
    if (!(await load(db))) continue
    progress(`Loaded ${name}.`)
    await analyze(db)
    for (const plan of heldPlans()) await ensureFresh(db, plan)
  }
}
