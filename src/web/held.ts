// What the pages read and what their forms write, in what a world holds. The files of held/ are the only ones of the web
// that ask the store; pages take from the subjects behind it their types, names and pure derivations.
import { type Person, theDesk, thePublic } from '../accounts/person.ts'
import { isPublicSight, publicSight, type Sight } from '../accounts/sight.ts'
import { sightOf } from '../accounts/sight-of.ts'
import { findSetting } from '../db/setting-store.ts'
import type { Db, Store, World } from '../db/store.ts'
import { holdsSealedFacts } from '../facts/store.ts'
import type { Patience } from '../search/kept.ts'
import { openSearch } from '../search/search.ts'
import type { PageData } from './data.ts'
import { calendarsHeld } from './held/calendars.ts'
import { changesHeld } from './held/changes.ts'
import { cohortsHeld } from './held/cohorts.ts'
import { cooperationHeld } from './held/cooperation.ts'
import { crosswalksHeld } from './held/crosswalks.ts'
import { declarationsHeld } from './held/declarations.ts'
import { deskHeld } from './held/desk.ts'
import { documentsHeld } from './held/documents.ts'
import { dutiesHeld } from './held/duties.ts'
import { engagementsHeld, engagementsKept } from './held/engagements.ts'
import { factsEntered } from './held/enter-facts.ts'
import { recommendationsEntered } from './held/enter-recommendations.ts'
import { reportsEntered } from './held/enter-reports.ts'
import { factDraftsHeld } from './held/fact-drafts.ts'
import type { Handles, Reader } from './held/handles.ts'
import { historyHeld } from './held/history.ts'
import { implementationHeld } from './held/implementation.ts'
import { othersHeld } from './held/others.ts'
import { plansHeld } from './held/plans.ts'
import { publishedHeld } from './held/published.ts'
import { releasesHeld } from './held/releases.ts'
import { reportsHeld } from './held/reports.ts'
import { rollCallsHeld } from './held/roll-calls.ts'
import { type SealedReads, sealedReads } from './held/sealed-reads.ts'
import { searchHeld, searchOfSights } from './held/search.ts'
import { sheetHeld } from './held/sheet.ts'
import { stalenessHeld } from './held/staleness.ts'
import { statesHeld } from './held/states.ts'
import { tablesHeld } from './held/tables.ts'
import { targetsHeld } from './held/targets.ts'
import { treatiesHeld } from './held/treaties.ts'
import { untilWritten } from './held/until-written.ts'
import { waitingHeld } from './held/waiting.ts'
import type { DataFor } from './viewer.ts'

/** What everyone reads alike: computed of public facts, and kept until something is written. */
const readForAll = (db: Db) => ({
  ...untilWritten(db, documentsHeld(db)),
  ...plansHeld(db),
  ...untilWritten(db, cohortsHeld(db)),
  ...untilWritten(db, publishedHeld(db)),
  ...crosswalksHeld(db),
  ...reportsHeld(db),
  ...sheetHeld(db),
  ...untilWritten(db, targetsHeld(db)),
  ...untilWritten(db, treatiesHeld(db)),
  ...untilWritten(db, dutiesHeld(db)),
  ...calendarsHeld(db),
})

/** What shows facts one by one, as its reader sees them; kept for everyone who sees what the public sees. */
const readByAll = (handles: Handles) => ({
  ...untilWritten(handles.db, stalenessHeld(handles.seen)),
  ...statesHeld(handles),
  ...engagementsKept(handles),
  ...untilWritten(handles.db, othersHeld(handles)),
  ...rollCallsHeld(handles),
  ...untilWritten(handles.db, changesHeld(handles)),
})

/** The same for one request of somebody who sees more: nothing of it is kept. */
const readByOne = (handles: Handles) => ({
  ...stalenessHeld(handles.seen),
  ...statesHeld(handles),
  ...engagementsHeld(handles),
  ...othersHeld(handles),
  ...rollCallsHeld(handles),
  ...changesHeld(handles),
})

/** What depends on who asks, whatever they see of facts: drafts, releases, and everything that is written. */
const ownOf = (reader: Reader) => ({
  ...historyHeld(reader),
  ...cooperationHeld(reader),
  ...implementationHeld(reader),
  ...releasesHeld(reader),
  ...waitingHeld(reader),
  ...deskHeld(reader),
  ...declarationsHeld(reader),
  ...tablesHeld(reader),
  enter: {
    ...reportsEntered(reader),
    ...factsEntered(reader),
    ...recommendationsEntered(reader),
    ...factDraftsHeld(reader),
  },
})

/** Everything the pages of one world read, and what its forms write, for somebody who sees what `seen` shows. */
export const heldData = (reader: Reader): PageData => ({
  ...readForAll(reader.db),
  ...readByAll(reader),
  ...searchHeld(reader.seen),
  ...ownOf(reader),
})

export type HeldFor = {
  /** Where nobody can sign in: what everyone sees, and forms that write. */
  ofDesk: PageData
  /** What everyone sees, and nothing to write. */
  ofPublic: PageData
  /** What somebody sees and writes, for one request. */
  dataFor: DataFor
}

/**
 * What each reader of a world reads. Whoever sees no more than the public shares what is kept for everyone; whoever
 * does has facts of their own, read for the request, and leaves a trace of those that are not public. `secret`: the
 * installation's. `patience`: how long a search waits for what is not read yet.
 */
export const heldFor = (store: Store, world: World, secret?: string, patience?: Patience): HeldFor => {
  const db = store.world(world)
  const other = store.world(world === 'register' ? 'exercise' : 'register')
  const handles: Handles = { db, seen: store.seen(world, publicSight) }
  const worldSearch = openSearch(handles.seen, patience)
  const shared = { ...readForAll(db), ...readByAll(handles), search: worldSearch.search }
  const sharedWith = (person: Person): PageData => ({
    ...shared,
    ...ownOf({ ...handles, world, person, people: store.people, other, secret }),
  })
  const ofDesk = sharedWith(theDesk)
  const ofPublic = sharedWith(thePublic)
  const searchIn = searchOfSights(worldSearch, (sight) => store.seen(world, sight))
  const { holdsSealed } = untilWritten(db, { holdsSealed: () => holdsSealedFacts(db) })

  const ofWider = (person: Person, sight: Sight, reads: SealedReads): PageData => {
    const own: Handles = { db, seen: store.seen(world, sight, { onSealed: reads.note }) }
    return {
      ...shared,
      ...readByOne(own),
      ...searchIn(sight, reads.noteFact),
      ...ownOf({ ...own, world, person, people: store.people, other, secret }),
    }
  }

  return {
    ofDesk,
    ofPublic,
    dataFor: async (person, path) => {
      if (person.as !== 'person')
        return { data: person.as === 'public' ? ofPublic : ofDesk, done: async () => {} }
      const sight = sightOf(person, world)
      if (isPublicSight(sight) || !(await holdsSealed()))
        return { data: sharedWith(person), done: async () => {} }
      const reads = sealedReads(db, person, path)
      return { data: ofWider(person, sight, reads), done: reads.record }
    },
  }
}

/** What an exercise says on every page; null in the real register. */
export const bannerOf = async (db: Db): Promise<string | null> => (await findSetting(db, 'banner')) ?? null
