// What every command does first: open the store, bring its tables up to date, load what ships with Pacta.
import { readConfig } from './config.ts'
import { migrate } from './db/migrate.ts'
import { openStore, type Store } from './db/store.ts'
import { checkAddedPlans } from './indicators/added-plans.ts'
import { listen } from './jobs.ts'
import { loadShipped } from './load.ts'

export type OpenSettings = {
  dataDir?: string
  progress?: (text: string) => void
  mendsPlans?: boolean | undefined
}

/** Opens the store that DATABASE_URL, --data or PACTA_DATA names, ready for use. An empty folder is set up. */
export const openConfigured = async ({
  dataDir,
  progress = () => {},
  mendsPlans,
}: OpenSettings = {}): Promise<Store> => {
  const config = readConfig()
  const { databaseUrl, statementMs } = config
  const store = await openStore(
    { dataDir: dataDir ?? config.dataDir, databaseUrl, statementMs },
    { progress },
  )
  listen()
  try {
    await migrate(store.engine, undefined, progress)
    await checkAddedPlans(store.world('register'), { refuse: mendsPlans !== true, progress })
    await loadShipped(store, progress)
    return store
  } catch (error) {
    await store.close()
    throw error
  }
}
