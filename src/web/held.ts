// What the pages read and what their forms write, in what a world holds. The files of held/ are the only ones of the web
// that ask the store; pages take from the subjects behind it their types, names and pure derivations.
import { findSetting } from '../db/setting-store.ts'
import type { Db, World } from '../db/store.ts'
import type { PageData } from './data.ts'
import { calendarsHeld } from './held/calendars.ts'
import { changesHeld } from './held/changes.ts'
import { cohortsHeld } from './held/cohorts.ts'
import { crosswalksHeld } from './held/crosswalks.ts'
import { documentsHeld } from './held/documents.ts'
import { dutiesHeld } from './held/duties.ts'
import { engagementsHeld } from './held/engagements.ts'
import { factsEntered } from './held/enter-facts.ts'
import { reportsEntered } from './held/enter-reports.ts'
import { plansHeld } from './held/plans.ts'
import { publishedHeld } from './held/published.ts'
import { releasesHeld } from './held/releases.ts'
import { reportsHeld } from './held/reports.ts'
import { searchHeld } from './held/search.ts'
import { sheetHeld } from './held/sheet.ts'
import { stalenessHeld } from './held/staleness.ts'
import { statesHeld } from './held/states.ts'
import { treatiesHeld } from './held/treaties.ts'
import { untilWritten } from './held/until-written.ts'

/** Everything the pages of one world read, and what its forms write. */
export const heldData = (db: Db, world: World): PageData => ({
  ...untilWritten(db, documentsHeld(db)),
  ...plansHeld(db),
  ...untilWritten(db, cohortsHeld(db)),
  ...untilWritten(db, publishedHeld(db)),
  ...crosswalksHeld(db),
  ...releasesHeld(db),
  ...reportsHeld(db),
  ...sheetHeld(db),
  ...stalenessHeld(db),
  ...statesHeld(db),
  ...searchHeld(db),
  ...untilWritten(db, treatiesHeld(db)),
  ...untilWritten(db, dutiesHeld(db)),
  ...engagementsHeld(db),
  ...calendarsHeld(db),
  enter: { ...reportsEntered(db, world), ...factsEntered(db, world) },
  ...untilWritten(db, changesHeld(db)),
})

/** What an exercise says on every page; null in the real register. */
export const bannerOf = async (db: Db): Promise<string | null> => (await findSetting(db, 'banner')) ?? null
