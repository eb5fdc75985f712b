// What a PostgreSQL server does by itself and the embedded one does not. (Checkpoints: worker.ts.)
import { statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { EmbeddedEngine } from './embedded.ts'

const hourMs = 3_600_000

/**
 * Once a day removes the traces of updated rows and counts the tables for the planner. The day is kept as the time of
 * a file in the data folder, so that a restart does not repeat it. True when it was due.
 */
export const vacuumWhenDue = async (folder: string, engine: EmbeddedEngine): Promise<boolean> => {
  const path = join(folder, 'last-vacuum')
  const last = statSync(path, { throwIfNoEntry: false })?.mtimeMs
  if (last !== undefined && Date.now() - last < 24 * hourMs) return false
  // Noted first: one that fails is tried again tomorrow, not every hour.
  writeFileSync(path, '')
  if (last === undefined) return false // a new store has nothing to clear away
  await engine.maintain('vacuum (analyze)')
  return true
}

/** Looks every hour whether it is due, until stopped. Does not keep the process alive. */
export const keepHouse = (
  folder: string,
  engine: EmbeddedEngine,
  progress: (text: string) => void,
): { stop: () => void } => {
  const look = () =>
    vacuumWhenDue(folder, engine).catch((error: Error) => progress(`Housekeeping failed: ${error.message}`))
  const timer = setInterval(() => void look(), hourMs).unref()
  return { stop: () => clearInterval(timer) }
}
