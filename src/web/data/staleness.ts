// What the page of staleness reads, and the age that figures carry wherever they show.
import type { Staleness } from '../../engagements/staleness.ts'
import type { AgedFigure, StaleShown } from '../../indicators/stale.ts'

/** How old a figure is by its rule; nothing for what does not grow old. */
export type AgeShown = Omit<Staleness, 'rule'> & {
  /** After how long it is looked at again (ISO 8601). */
  after: string
  /** "default", "topic:contributions" or "kind:retained-mines". */
  rule: string
}

/** A figure that is stale, with where it stands. */
export type StaleFigure = AgedFigure & { path: string | null }

export type StalenessShown = Omit<StaleShown, 'figures'> & { figures: StaleFigure[] }

export type StalenessData = {
  /** Of one actor where one is named. */
  showStaleness: (actor?: string | undefined) => Promise<StalenessShown>
}
