// Figures that others have published about an indicator, beside ours for the same reports, and how the two fit.
import { explainPercentage, inHundredths, isGivenBy } from '../../indicators/published-arithmetic.ts'
import type { PublishedFigure, ReleaseValue } from '../../releases/release.ts'
import type { Reason } from '../../words/reason.ts'
import type { Block, Run } from '../block.ts'
import { joinRuns, quoted, said } from '../run.ts'
import { figureWords } from './figures.ts'
import type { Indicator, Reading } from './reading.ts'
import type { Sources } from './sources.ts'
import type { Speaker } from './speaker.ts'

/** Reports covering a year are counted in the plan's next one, where they fall due. */
const yearAfter = 1

const oursFor = (reading: Reading, figure: PublishedFigure): ReleaseValue | undefined =>
  figure.coversYear === null || figure.indicator === null
    ? undefined
    : reading.valueOf(figure.indicator, figure.coversYear + yearAfter)

/** The counts that the same source gives with its percentage. */
const countsWith = (figure: PublishedFigure, all: readonly PublishedFigure[]) => {
  const beside = all.filter(
    (one) =>
      one.source === figure.source &&
      one.coversYear === figure.coversYear &&
      one.statedOn === figure.statedOn,
  )
  const received = beside.find((one) => one.as === 'numerator')?.number
  const missing = beside.find((one) => one.as === 'missing')?.number
  return { ...(received === undefined ? {} : { received }), ...(missing === undefined ? {} : { missing }) }
}

const fit = (figure: PublishedFigure, ours: ReleaseValue, all: readonly PublishedFigure[]): Reason[] => {
  const { number, as } = figure
  const { n, d } = ours
  if (n === null || d === null || d === 0) return []
  if (as === 'percentage')
    return [
      isGivenBy(number, n, d)
        ? { key: 'published-ours-same', count: n, total: d }
        : { key: 'published-ours-differs', count: n, total: d, exact: inHundredths(n, d), percent: number },
      ...explainPercentage(number, [{ counted: 'all', d }], countsWith(figure, all)),
    ]
  const count = as === 'missing' ? d - n : n
  return [
    count === number
      ? { key: 'published-ours-count-same', count }
      : { key: 'published-ours-count', number, count },
  ]
}

const asPublished = ({ text, format, voice }: Speaker, figure: PublishedFigure): Run[] => {
  const { number, unit, coversYear, statedOn } = figure
  const size =
    unit === '%'
      ? text('published.percent', { number })
      : text('published.figure', { number, unit: voice.names.ours(unit) })
  return [
    ...said(size, { strong: true }),
    ...(coversYear === null ? [] : said(`, ${text('statusDocument.published.year', { year: coversYear })}`)),
    ...(statedOn === null ? [] : said(`, ${text('published.asOf', { date: format.shortDate(statedOn) })}`)),
  ]
}

/** What others say of the indicator; nothing where the release holds none. */
export const publishedBlocks = (
  speaker: Speaker,
  reading: Reading,
  indicator: Indicator,
  sources: Sources,
): Block[] => {
  const { say, text, format, voice } = speaker
  const { payload } = reading
  const figures = payload.publishedFigures
    .filter((figure) => figure.indicator === indicator.number)
    .sort((a, b) => (a.statedOn ?? '').localeCompare(b.statedOn ?? '', 'en') || (a.id < b.id ? -1 : 1))
  if (figures.length === 0) return []
  return [
    {
      kind: 'table',
      caption: say('statusDocument.published.caption', { number: indicator.number }),
      small: true,
      columns: [
        { head: say('statusDocument.published.figure'), width: 40, align: 'start' },
        { head: say('statusDocument.published.words'), width: 62, align: 'start' },
        { head: say('statusDocument.published.ours'), width: 30, align: 'start' },
        { head: say('statusDocument.published.fit'), width: 40, align: 'start' },
      ],
      rows: figures.map((figure) => {
        const ours = oursFor(reading, figure)
        const words =
          figure.quotation === null ? quoted(figure.title, 'en') : quoted(figure.quotation, figure.language)
        const number = figure.source === null ? undefined : sources.numberOf(figure.source)
        return {
          cells: [
            { runs: asPublished(speaker, figure) },
            { runs: [...words, ...(number === undefined ? [] : [{ text: ` [${number}]` }])] },
            {
              runs:
                ours === undefined
                  ? say('statusDocument.published.outside')
                  : said(
                      `${figureWords(speaker, indicator, ours)}, ${text('published.asOf', { date: format.shortDate(ours.asOf) })}`,
                    ),
            },
            {
              runs:
                ours === undefined
                  ? [{ text: '–' }]
                  : joinRuns(
                      fit(figure, ours, figures).map((reason) => said(`${voice.say(reason)}.`)),
                      ' ',
                    ),
            },
          ],
        }
      }),
    },
  ]
}
