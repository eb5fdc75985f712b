// A folder for instruments added by tests, as a data folder has one.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before } from 'node:test'
import { useInstruments } from '../src/instrument-folders.ts'
import { listen } from '../src/jobs.ts'

/** Inside `describe`: instruments are added to a folder of its own until its tests have run. Gives the folder. */
export const withInstrumentsHome = (): string => {
  const home = mkdtempSync(join(tmpdir(), 'pacta-instruments-'))
  before(() => {
    listen()
    useInstruments(join(home, 'instruments'))
  })
  after(() => {
    useInstruments(undefined)
    rmSync(home, { recursive: true, force: true })
  })
  return home
}
