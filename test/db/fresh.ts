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
  const store = await openStore({ dataDir: folder })
  await migrate(store.engine)
  await store.close()
  return folder
}

/** A data folder that is set up and migrated: a copy of one, since setting up takes seconds. */
export const makeDataFolder = async (): Promise<string> => {
  template ??= makeTemplate()
  const folder = makeEmptyFolder()
  cpSync(join(await template, 'pg'), join(folder, 'pg'), { recursive: true })
  return folder
}

/** A migrated store of its own: in a data folder, or in a database of its own where DATABASE_URL is set. */
export const openFresh = async (settings: StoreSettings = {}): Promise<Store> => {
  const server = process.env.DATABASE_URL
  if (server === undefined) return openStore({ dataDir: await makeDataFolder(), ...settings })
  const store = await openStore({ databaseUrl: await createTestDatabase(server), ...settings })
  await migrate(store.engine)
  return store
}

process.once('exit', () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})
