// What the pages of figures that others published read.
import type { FigurePublished } from '../../indicators/published.ts'
import type { SourceShown } from './source.ts'

export type PublishedShown = Omit<FigurePublished, 'source'> & { source: SourceShown | null }

export type PublishedData = {
  /** Oldest year first; `indicator` (`<plan>/<number>`) leaves only the figures beside that one. */
  listPublishedFigures: (asked: { indicator?: string | undefined }) => Promise<PublishedShown[]>
}
