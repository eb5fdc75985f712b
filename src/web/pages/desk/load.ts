// What stands on the page of a focal point: of whom, what is due, stale, missing and waiting, and what became known.

import type { News } from '../../../indicators/changes.ts'
import { deskAsked, type Gaps, gapsOf, sortAhead, sortBeside, sortOwed } from '../../../indicators/desk.ts'
import { problem } from '../../../problem.ts'
import { addDays } from '../../../rules/dates.ts'
import type { WaitingShown } from '../../data/approval.ts'
import type { Desk } from '../../data/desk.ts'
import type { DutyShown } from '../../data/duties.ts'
import type { StaleFigure } from '../../data/staleness.ts'
import type { ActorShown } from '../../data/states.ts'
import type { Site } from '../../site.ts'
import { type Titles, titlesOf } from '../waiting.ts'
import { monthsSpan } from './months.ts'

/** How far back what became known is listed, in days. */
export const newsDays = 30

export type DeskLoaded = {
  asOf: string
  /** Of whom; several where somebody answers for several. None: nobody was chosen. */
  actors: ActorShown[]
  /** With those that belong to them: all whose things are listed. */
  ids: string[]
  /** Whether it is the reader's own. */
  isOwn: boolean
  overdue: DutyShown[]
  /** By the last day it can be met on. */
  ahead: DutyShown[]
  /** How many of those within the next days. */
  next: number
  gaps: Gaps<DutyShown>
  stale: StaleFigure[]
  /** How many figures were looked at. */
  figures: number
  waiting: WaitingShown[]
  titles: Titles
  news: News
  /** First month of the sheets: YYYY-MM. */
  month: string
  /** What falls into the months of the sheets and is neither overdue nor ahead: done, not found, missed, or later. */
  beside: DutyShown[]
}

const nobody = (asOf: string, month: string): DeskLoaded => ({
  ...{
    asOf,
    month,
    actors: [],
    ids: [],
    isOwn: true,
    overdue: [],
    ahead: [],
    beside: [],
    next: 0,
    stale: [],
    figures: 0,
  },
  gaps: { notFound: [], reports: [], missed: [], nobody: [], promises: 0, olderGaps: 0, undatedPromises: 0 },
  ...{ waiting: [], titles: new Map() },
  news: { since: asOf, until: asOf, facts: [], acts: [], reports: [], coverage: [] },
})

const findActors = async (site: Site, ids: readonly string[]): Promise<ActorShown[]> => {
  const found = await Promise.all(ids.map((id) => site.data.findActor(id)))
  const missing = ids.find((_, at) => found[at] === undefined)
  if (missing !== undefined) throw problem('not-found', `No State or other actor is held under "${missing}".`)
  return found as ActorShown[]
}

const staleOf = async (site: Site, ids: readonly string[]) => {
  const shown = await Promise.all(ids.map((id) => site.data.showStaleness(id)))
  return {
    stale: shown
      .flatMap(({ figures }) => figures)
      .filter(({ state }) => state === 'stale')
      .sort((a, b) => (a.asOf < b.asOf ? -1 : 1)),
    figures: shown.reduce((sum, { counted }) => sum + counted.fresh + counted.stale + counted.unsaid, 0),
  }
}

/** The duties with those of the months asked for, where these lie outside this year and the next. */
const withMonths = async (
  site: Site,
  given: { ids: string[]; duties: DutyShown[]; asOf: string; from: string; until: string },
): Promise<DutyShown[]> => {
  const { ids, duties, asOf, from, until } = given
  const year = Number(asOf.slice(0, 4))
  if (from >= `${year}-01-01` && until <= `${year + 1}-12-31`) return duties
  return site.data.listDuties({ actors: ids, from, until })
}

export type DeskQuery = { month?: string | undefined; since?: string | undefined }

/** Everything that waits for whoever reads, or what of it is of these actors. */
const waitingOf = async (site: Site, ids: readonly string[] | undefined): Promise<WaitingShown[]> => {
  const waiting = site.person.as === 'public' ? [] : await site.data.listWaiting()
  return ids === undefined
    ? waiting
    : waiting.filter(
        ({ actor, owners }) =>
          (actor !== null && ids.includes(actor)) || owners.some((owner) => ids.includes(owner)),
      )
}

/** The page of these actors; `isOwn`: of those that the reader answers for, with everything that waits for them. */
export const loadDesk = async (
  site: Site,
  asked: { actors: readonly string[]; isOwn: boolean; query: DeskQuery },
): Promise<DeskLoaded> => {
  const asOf = site.today()
  const month = asked.query.month ?? asOf.slice(0, 7)
  const waiting = await waitingOf(site, asked.isOwn ? undefined : [])
  if (asked.actors.length === 0)
    return { ...nobody(asOf, month), waiting, titles: await titlesOf(site, waiting) }
  const actors = await findActors(site, asked.actors)
  const desks: Desk[] = await site.data.listDesks(asked.actors)
  const ids = [...new Set(desks.flatMap(({ actor, units }) => [actor, ...units]))]
  const duties = await site.data.listDuties({ ...deskAsked(ids), withGaps: true })
  const own = asked.isOwn ? waiting : await waitingOf(site, ids)
  const span = monthsSpan(month)
  const overdue = sortOwed({ duties, asOf }).overdue
  const { ahead, next } = sortAhead({ duties, asOf })
  const inMonths = await withMonths(site, { ids, duties, asOf, ...span })
  return {
    ...{ asOf, month, actors, ids, isOwn: asked.isOwn },
    ...{ overdue, ahead, next },
    beside: sortBeside({ duties: inMonths, lists: [overdue, ahead], ...span }),
    gaps: gapsOf({ duties, asOf }),
    ...(await staleOf(site, ids)),
    waiting: own,
    titles: await titlesOf(site, own),
    news: await site.data.listNews({ since: asked.query.since ?? addDays(asOf, -newsDays), actors: ids }),
  }
}
