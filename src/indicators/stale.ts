// What is stale in a world: figures and statements of the present that are older than their rule allows.
import type { Db } from '../db/store.ts'
import {
  agingOn,
  lastOfEach,
  oldestFirst,
  type Staleness,
  type StalenessRule,
} from '../engagements/staleness.ts'
import { findStaleness } from '../engagements/staleness-store.ts'
import { type Datum, knownOn, type Tier } from '../facts/datum.ts'
import { listDatums } from '../facts/store.ts'
import { todayIn } from '../facts/today.ts'
import { readShippedKinds } from '../reports/shipped.ts'
import { listActorNames } from './evidence-store.ts'
import { kindTitle } from './names.ts'

/** A figure with its age. */
export type AgedFigure = Staleness & {
  datumId: string
  /** The id its file gave it. */
  id: string | null
  actor: string
  /** Name of the actor in English. */
  name: string
  /** What it is about where that is not the actor. */
  subject: string | null
  kind: string
  /** Title of the kind. */
  kindTitle: string
  /** The fact's own title, where its kind has one. */
  title: string | null
  entered: boolean
  tier: Tier
}

export type StaleShown = {
  today: string
  /** Every rule there is, the default first. */
  rules: StalenessRule[]
  /** How many figures were looked at: fresh, stale, and of which it cannot be said. */
  counted: Record<Staleness['state'], number>
  /** Those that are stale, and those of which it cannot be said, the oldest first. */
  figures: AgedFigure[]
}

const figureOf = (datum: Datum, staleness: Staleness, names: ReadonlyMap<string, string>): AgedFigure => ({
  ...staleness,
  datumId: datum.datumId,
  id: datum.externalId,
  actor: datum.actor,
  name: names.get(datum.actor) ?? datum.actor,
  subject: datum.subject,
  kind: datum.kind,
  kindTitle: kindTitle(datum.kind),
  title: typeof datum.body.title === 'string' ? datum.body.title : null,
  entered: datum.entered,
  tier: datum.tier,
})

/** What is stale in a world today, by what is known today; of one actor where one is named. Of what `db` sees. */
export const listStale = async (db: Db, asked: { actor?: string | undefined } = {}): Promise<StaleShown> => {
  const today = await todayIn(db)
  const kinds = readShippedKinds()
  const rules = await findStaleness(db)
  const names = await listActorNames(db)
  // Kinds that grow old: a figure, or what sources call current.
  const growing = Object.entries(kinds)
    .filter(
      ([, { time, topic }]) =>
        topic !== 'votes' && topic !== 'statements' && (topic !== undefined || time === 'state'),
    )
    .map(([kind]) => kind)
  const held = knownOn(
    await listDatums(db, {
      kinds: growing,
      ...(asked.actor === undefined ? {} : { actor: asked.actor }),
    }),
    today,
  )
  const ageOf = agingOn({ rules, kinds, today })
  const aged = lastOfEach(held, kinds).flatMap((datum) => {
    const staleness = ageOf(datum)
    return staleness === undefined ? [] : [figureOf(datum, staleness, names)]
  })
  const count = (state: Staleness['state']) => aged.filter((one) => one.state === state).length
  return {
    today,
    rules: [...rules.values()],
    counted: { fresh: count('fresh'), stale: count('stale'), unsaid: count('unsaid') },
    figures: aged.filter(({ state }) => state !== 'fresh').sort(oldestFirst),
  }
}

/**
 * How old what each of these facts says is, by the id of the fact; a fact that a later one of the same matter has taken
 * the place of has no age any more.
 */
export const stalenessOfEach = async (
  db: Db,
  datums: readonly Datum[],
): Promise<ReadonlyMap<string, Staleness>> => {
  const today = await todayIn(db)
  const kinds = readShippedKinds()
  const ageOf = agingOn({ rules: await findStaleness(db), kinds, today })
  return new Map(
    lastOfEach(knownOn(datums, today), kinds).flatMap((datum) => {
      const staleness = ageOf(datum)
      return staleness === undefined ? [] : [[datum.datumId, staleness] as const]
    }),
  )
}
