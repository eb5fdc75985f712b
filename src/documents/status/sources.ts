// Annex C: the sources, numbered, and which of them a value rests on.

import { isWebAddress } from '../../facts/source.ts'
import type { ReleasePayload, ReleaseSource, ReleaseValue } from '../../releases/release.ts'
import type { TextKey } from '../../words/catalogue.ts'
import { type Block, heading, paragraph } from '../block.ts'
import { quoted } from '../run.ts'
import type { Speaker } from './speaker.ts'

export type Sources = {
  /** "C1–C4, C9": the sources of the datums, reports and answers a value's members rest on. */
  citedBy: (value: ReleaseValue) => string
  /** "C12": the number of a source by its id. */
  numberOf: (source: string) => string | undefined
  annex: Block[]
}

/**
 * How a document numbers its sources. `withWork`: it cites facts of work on the promise too. `citedTimes`: how often its text cites
 * each source; those it never cites are left out. Without it, every source is listed, with how many facts rest on it.
 */
export type SourcesAsked = {
  prefix: string
  title: TextKey
  withWork: boolean
  citedTimes?: ReadonlyMap<string, number>
}

/** 1, 2, 3, 5 as "C1–C3, C5". */
const inRanges = (numbers: readonly number[], prefix: string): string => {
  const ranges: [number, number][] = []
  for (const number of numbers) {
    const last = ranges.at(-1)
    if (last !== undefined && last[1] === number - 1) last[1] = number
    else ranges.push([number, number])
  }
  return ranges
    .map(([from, to]) => (from === to ? `${prefix}${from}` : `${prefix}${from}–${prefix}${to}`))
    .join(', ')
}

/** Where every id of a datum, report or answer was read. */
const sourceById = (payload: ReleasePayload, withWork: boolean): ReadonlyMap<string, string> => {
  const held = new Map<string, string>()
  const work = withWork ? (payload.work?.facts ?? []) : []
  for (const { id, source } of [...payload.datums, ...work, ...payload.reports])
    if (source !== null) held.set(id, source)
  for (const { id, report } of payload.answers) {
    const source = held.get(report)
    if (source !== undefined) held.set(id, source)
  }
  return held
}

/** The sources of a release in the order of their titles. */
export const sourcesOf = (
  payload: ReleasePayload,
  speaker: Speaker,
  { prefix, title, withWork, citedTimes }: SourcesAsked = {
    prefix: 'C',
    title: 'statusDocument.sources',
    withWork: false,
  },
): Sources => {
  const { say, format } = speaker
  const byId = sourceById(payload, withWork)
  const work = withWork ? (payload.work?.facts ?? []) : []
  const cited = Map.groupBy(
    [
      ...[...payload.datums, ...work, ...payload.answers, ...payload.reports].map(({ id }) => byId.get(id)),
      ...payload.publishedFigures.map(({ source }) => source ?? undefined),
    ],
    (source) => source,
  )
  // Those of facts of work are not in a document that tells none of them.
  const sorted = payload.sources
    .filter(({ id }) => (citedTimes ?? cited).has(id))
    .sort((a, b) => format.compare(a.title, b.title) || (a.id < b.id ? -1 : 1))
  const numbers = new Map(sorted.map((source, i) => [source.id, i + 1]))
  const titled = ({ title: name, publisher, published }: ReleaseSource): string =>
    [name, publisher, published === null ? null : format.date(published)]
      .filter((part) => part !== null)
      .join('. ')
  return {
    citedBy: (value) => {
      const found = new Set(
        value.members.flatMap((member) => member.datums.map((id) => numbers.get(byId.get(id) ?? ''))),
      )
      return inRanges(
        [...found].filter((number) => number !== undefined).sort((a, b) => a - b),
        prefix,
      )
    },
    numberOf: (source) => {
      const number = numbers.get(source)
      return number === undefined ? undefined : `${prefix}${number}`
    },
    annex: [
      heading(1, say(title)),
      paragraph('body', say('statusDocument.sources.lead')),
      {
        kind: 'table',
        caption: say('statusDocument.sources.caption', { count: sorted.length }),
        small: true,
        columns: [
          { head: say('statusDocument.number'), width: 9, align: 'start' },
          { head: say('statusDocument.source'), width: 90, align: 'start' },
          { head: say('statusDocument.address'), width: 72, align: 'start' },
          { head: say('statusDocument.cited'), width: 15, align: 'end' },
        ],
        rows: sorted.map((source) => ({
          cells: [
            { runs: [{ text: `${prefix}${numbers.get(source.id)}` }] },
            { runs: quoted(titled(source), null) },
            {
              runs:
                source.address === null
                  ? []
                  : quoted(
                      source.address,
                      null,
                      isWebAddress(source.address) ? { link: source.address } : {},
                    ),
            },
            {
              runs: [
                { text: format.number(citedTimes?.get(source.id) ?? cited.get(source.id)?.length ?? 0) },
              ],
            },
          ],
        })),
      },
    ],
  }
}
