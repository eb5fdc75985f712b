// Stores for tests that need a whole one: what they write stays, until the store is thrown away.
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { migrate } from '../../src/db/migrate.ts'
import { openStore, type Store, type StoreSettings } from '../../src/db/store.ts'
import { createTestDatabase } from '../world.ts'

const folders: string[] = []

/** An empty folder. */
export const makeEmptyFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'pacta-test-'))
  folders.push(folder)
  return folder
}

let template: Promise<string> | undefined

const makeTemplate = async (): Promise<string> => {
  const folder = makeEmptyFolder()
  await (await openStore({ dataDir: folder })).close()
  return folder
}

/** A data folder that is set up, without tables: a copy of one, since setting up takes seconds. */
export const makeDataFolder = async (folder: string = makeEmptyFolder()): Promise<string> => {
  template ??= makeTemplate()
  cpSync(join(await template, 'pg'), join(folder, 'pg'), { recursive: true })
  return folder
}

/** A store of its own without tables: in a data folder, or in a database of its own where DATABASE_URL is set. */
export const openBare = async (settings: StoreSettings = {}): Promise<Store> => {
  const server = process.env.DATABASE_URL
  return server === undefined
    ? openStore({ dataDir: await makeDataFolder(), ...settings })
    : openStore({ databaseUrl: await createTestDatabase(server), ...settings })
}

/** A store of its own with its tables. */
export const openFresh = async (settings: StoreSettings = {}): Promise<Store> => {
  const store = await openBare(settings)
  await migrate(store.engine)
  return store
}

process.once('exit', () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})
