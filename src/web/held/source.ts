import type { Source } from '../../facts/source.ts'
import type { SourceShown } from '../data/source.ts'

/** A source as pages show it. */
export const sourceShown = (source: Source | null): SourceShown | null =>
  source === null
    ? null
    : { title: source.title, address: source.address, publisher: source.publisher, date: source.published }
