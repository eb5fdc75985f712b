// Golden files of the register that ships: what the pages of one ministry's engagements say on a day, word for word. A change
// of a fact, a kind, a rule or a page shows as a change of its file; `node bin/run.js scripts/golden.ts` writes them anew.
import { saveSetting } from '../../src/db/setting-store.ts'
import { loadRegister } from '../../src/load.ts'
import { createSites } from '../../src/web/app.ts'
import { joinSites } from '../../src/web/serve.ts'
import { inTestWorld } from '../world.ts'
import { deskData } from './desk.ts'
import { readable } from './readable.ts'
import { read } from './site.ts'

export const registerFolder = 'test/golden/register'

const today = '2026-11-22'

/** By file: the address. */
const pages: Readonly<Record<string, string>> = {
  'register.txt': '/ministries/MNG',
  'register-in-mongolian.txt': '/mn/ministries/MNG',
  'cooperation.txt': '/ministries/MNG/cooperation',
  'focal-point.txt': '/desk/MNG',
  'pledge.txt': '/plans/ihl-pledge-mongolia/implementation?year=2026',
}

// By what rows are called, not by the ids this store gave them.
const withoutIds = (said: string): string =>
  said.replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-[47][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/g, 'ID')

/** The pages by file name, as they are now. */
export const readRegisterPages = (): Promise<Map<string, string>> =>
  inTestWorld(async (db) => {
    await loadRegister(db)
    await saveSetting(db, 'today', today)
    const app = joinSites(
      createSites({ world: 'register', banner: null, data: deskData(db, 'register'), today: () => today }),
    )
    const files = new Map<string, string>()
    for (const [file, address] of Object.entries(pages)) {
      const { status, text } = await read(app, address)
      files.set(file, withoutIds(`${status} ${address}, on ${today}\n${readable(text, 'main')}`))
    }
    return files
  })
