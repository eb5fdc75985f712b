// Figures of others about what a release counts, as known on its day and received.

import type { Db } from '../db/store.ts'
import { knownOn } from '../facts/datum.ts'
import { sourceIdOf } from '../facts/source.ts'
import { listDatums } from '../facts/store.ts'
import { inOrder } from '../formats/canonical.ts'
import { namedFigures } from '../indicators/published-file.ts'
import { receivedOf } from './received.ts'
import type { PublishedFigure, ReleaseSource } from './release.ts'

const asText = (value: unknown): string | null => (typeof value === 'string' ? value : null)
const asNumber = (value: unknown): number | null => (typeof value === 'number' ? value : null)

/** The figures beside an indicator of the plan, or beside one of the cohorts its rules name, with their sources. */
export const publishedBeside = async (
  db: Db,
  plan: string,
  cohorts: ReadonlySet<string>,
  day: string,
): Promise<{ figures: PublishedFigure[]; sources: ReleaseSource[] }> => {
  const datums = await listDatums(db, { kind: 'published-figure', knownBy: day })
  const received = receivedOf(datums).datums.map((datum) => ({ ...datum, datumId: datum.id }))
  const figures = knownOn(received, day).flatMap((datum): PublishedFigure[] => {
    const named = namedFigures().get(String(datum.fields.figure))
    const beside = named?.beside
    const number = asNumber(datum.fields.number)
    if (named === undefined || beside === undefined || number === null) return []
    const indicator = 'as' in beside ? beside.indicator : null
    const cohort = 'cohort' in beside ? beside.cohort : null
    if (!(indicator?.startsWith(`${plan}/`) || (cohort !== null && cohorts.has(cohort)))) return []
    return [
      {
        id: datum.id,
        figure: String(datum.fields.figure),
        title: named.title,
        indicator: indicator === null ? null : indicator.slice(plan.length + 1),
        cohort,
        as: 'as' in beside ? beside.as : null,
        number,
        unit: asText(datum.fields.unit) ?? '',
        coversYear: asNumber(datum.fields.coversYear),
        statedOn: datum.heldEdtf ?? datum.heldFrom,
        source: datum.source,
        locator: datum.locator,
        quotation: datum.quotation,
        language: datum.language,
      },
    ]
  })
  const cited = new Set(figures.map((figure) => figure.source))
  const sources = new Map(
    datums.flatMap(({ source }) => (source === null ? [] : [[sourceIdOf(source), source] as const])),
  )
  return {
    figures: inOrder(figures, (figure) => figure.id),
    sources: [...sources]
      .filter(([id]) => cited.has(id))
      .map(([id, { title, address, publisher, published }]) => ({
        id,
        title,
        address,
        publisher,
        published,
      })),
  }
}
