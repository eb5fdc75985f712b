// Golden duty sheets: what one State of each kind of the exercise owes, as `pacta duties --explain` says it. A change of a
// rule, a date or a status shows as a change of its file; `node bin/run.js scripts/golden.ts` writes them anew.
import { dutyLines } from '../../src/cli/duties.ts'
import type { Db } from '../../src/db/store.ts'
import { listDuties } from '../../src/indicators/duties-owed.ts'
import { listActorNames } from '../../src/indicators/evidence-store.ts'
import { loadExercise } from '../../src/load.ts'
import { inTestWorld } from '../world.ts'

export const sheetFolder = 'test/golden/duties'

/** By State: what it is an example of. exercise/README.md says more of each. */
export const sheetStates: Readonly<Record<string, string>> = {
  XAU: 'a State Party with nothing to clear or to destroy',
  XNG: 'affected, with successive extensions and sources that disagree',
  XOK: 'affected, granted less than it asked',
  XZM: 'affected, its stockpile deadline missed',
  XYG: 'joined late: its first report falls due after 30 April',
  XTE: 'has deposited, not yet bound',
  XKV: 'left',
  XKU: 'left, affected',
  XBY: 'a successor State',
  XFM: 'not party',
  XWA: 'signed only',
  XOV: 'stockpile discovered, time still running; leaving another treaty during an armed conflict',
  XMK: 'new mined areas after completion',
  XAJ: 'never reports, never pays',
  XQO: 'the owner of a pledge',
}

/** The sheets by file name. */
export const dutySheetsIn = async (db: Db): Promise<Map<string, string>> => {
  const names = await listActorNames(db)
  const found = await listDuties(db, {
    actors: Object.keys(sheetStates),
    from: '2025-01-01',
    until: '2029-12-31',
    withOverdue: true,
  })
  return new Map(
    Object.entries(sheetStates).map(([actor, kind]) => {
      const own = found.filter((owed) => owed.actor === actor)
      const lines = own.flatMap((owed) => dutyLines(owed, names.get(actor) ?? actor, true))
      return [
        `${actor}.txt`,
        [`${actor} ${names.get(actor)}: ${kind}. 2025 to 2029, as of 2027-12-31.`, ...lines, ''].join('\n'),
      ]
    }),
  )
}

/** The sheets as the engine gives them now. */
export const readDutySheets = (): Promise<Map<string, string>> =>
  inTestWorld(async (db) => {
    await loadExercise(db)
    return dutySheetsIn(db)
  }, 'exercise')
