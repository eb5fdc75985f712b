// Findings at a glance: how much is known, and every indicator in one table.
import type { ReleaseValue } from '../../releases/release.ts'
import { type Block, heading, paragraph, type Row } from '../block.ts'
import { quoted } from '../run.ts'
import { countInFigures, percentWords, shortChange, statusWords, valuesOf } from './figures.ts'
import { smallTrend } from './pictures.ts'
import type { Reading } from './reading.ts'
import type { Speaker } from './speaker.ts'

const statuses = ['known', 'provisional', 'not known', 'no cases'] as const

const countsTable = ({ say, format }: Speaker, reading: Reading): Block => {
  const { payload } = reading
  const of = (value: ReleaseValue | undefined, status: (typeof statuses)[number]) => value?.status === status
  return {
    kind: 'table',
    caption: say('statusDocument.glance.counts', { count: payload.instrument.indicators.length }),
    small: false,
    columns: [
      { head: say('statusDocument.status'), width: 90, align: 'start' },
      ...reading.years.map((year) => ({ head: [{ text: String(year) }], width: 20, align: 'end' as const })),
    ],
    rows: statuses.map((status) => ({
      cells: [
        { runs: say(`statusDocument.glance.${status}`) },
        ...reading.years.map((year) => ({
          runs: [
            {
              text: format.number(
                payload.instrument.indicators.filter(({ number }) =>
                  of(reading.valueOf(number, year), status),
                ).length,
              ),
            },
          ],
        })),
      ],
    })),
  }
}

/** The page of findings. */
export const glanceBlocks = (speaker: Speaker, reading: Reading): Block[] => {
  const { say } = speaker
  const { payload } = reading
  const { language } = payload.instrument.source
  const rows = reading.sections.flatMap(({ section, actions }): Row[] => {
    const indicators = actions.flatMap((action) => action.indicators)
    if (indicators.length === 0) return []
    return [
      { group: section === null ? say('statusDocument.noSection') : quoted(section.heading, language) },
      ...indicators.map((indicator): Row => {
        const now = reading.valueOf(indicator.number, payload.year)
        const baseline = reading.valueOf(indicator.number, reading.baseline)
        return {
          cells: [
            { runs: [{ text: indicator.number }] },
            { runs: quoted(indicator.text, language) },
            { runs: [{ text: countInFigures(speaker, now) }] },
            { runs: [{ text: percentWords(speaker, indicator, now) }] },
            { runs: [{ text: statusWords(speaker, now) }] },
            { runs: [{ text: countInFigures(speaker, baseline) }] },
            { runs: [{ text: shortChange(speaker, indicator, baseline, now) }] },
            { picture: smallTrend(speaker, indicator, valuesOf(reading, indicator)) },
          ],
        }
      }),
    ]
  })
  return [
    heading(1, say('statusDocument.glance')),
    countsTable(speaker, reading),
    paragraph('note', say('statusDocument.glance.read')),
    {
      kind: 'table',
      caption: say('statusDocument.glance.caption', { year: payload.year }),
      small: true,
      columns: [
        { head: say('statusDocument.number'), width: 9, align: 'start' },
        { head: say('statusDocument.indicatorText'), width: 68, align: 'start' },
        { head: [{ text: 'n / N' }], width: 18, align: 'end' },
        { head: [{ text: '%' }], width: 13, align: 'end' },
        { head: say('statusDocument.status'), width: 21, align: 'start' },
        { head: say('statusDocument.baseline', { year: reading.baseline }), width: 19, align: 'end' },
        { head: say('statusDocument.change.short'), width: 16, align: 'end' },
        { head: say('statusDocument.trend'), width: 15, align: 'start' },
      ],
      rows,
    },
  ]
}
