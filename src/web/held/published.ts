// What the pages of figures that others published read, from what is held.
import type { Db } from '../../db/store.ts'
import { listPublishedFigures } from '../../indicators/published.ts'
import type { PublishedData } from '../data/published.ts'
import { sourceShown } from './source.ts'

/** Figures of others in one world. */
export const publishedHeld = (db: Db): PublishedData => ({
  listPublishedFigures: async (asked) =>
    (await listPublishedFigures(db, asked)).map(({ source, ...figure }) => ({
      ...figure,
      source: sourceShown(source),
    })),
})
