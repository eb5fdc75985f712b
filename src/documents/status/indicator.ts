// One indicator: its text, its figure, its years, the States by answer, and what a committee says of it.
import type { Comment, ReleaseValue } from '../../releases/release.ts'
import { type Block, heading, paragraph, type Run } from '../block.ts'
import { quoted, said, withNote } from '../run.ts'
import { commentaryOf } from './commentary.ts'
import { changeWords, countWords, figureWords, percentWords, statusWords, valuesOf } from './figures.ts'
import { indicatorPictures } from './pictures.ts'
import { publishedBlocks } from './published.ts'
import type { Indicator, Reading } from './reading.ts'
import type { Sources } from './sources.ts'
import type { Speaker } from './speaker.ts'
import { statesTable } from './states.ts'

const sentence = (words: string): string => (/[.!?]$/.test(words) ? words : `${words}.`)

/** Why the value stands as it does, and what stands beside it. */
const remarks = (speaker: Speaker, value: ReleaseValue): Run[] => {
  const { text, voice, format } = speaker
  const among = value.reportedAmong
  const parts = [
    sentence(voice.say(value.reason)),
    // Where it is not known who belongs or who reported, nothing is said of how many did.
    ...(among === null || value.n === null
      ? []
      : among.d === 0
        ? [text('indicator.reportedAmong.none')]
        : [text('statusDocument.reportedAmong', { n: format.number(among.n), N: format.number(among.d) })]),
    ...(value.target === null
      ? []
      : [
          `${text('indicator.target', { words: voice.say(value.target.said) })} ${sentence(text(`target.${value.target.state}`))}`,
        ]),
    ...(value.sealed.length === 0
      ? []
      : [
          text('statusDocument.sealed', {
            kinds: format.list(value.sealed.map((kind) => voice.names.kind(kind))),
          }),
        ]),
  ]
  return said(parts.join(' '))
}

const yearsTable = (speaker: Speaker, reading: Reading, indicator: Indicator): Block => {
  const { say } = speaker
  const baseline = reading.valueOf(indicator.number, reading.baseline)
  return {
    kind: 'table',
    caption: say('statusDocument.years.caption', { number: indicator.number }),
    small: false,
    whole: true,
    columns: [
      { head: say('statusDocument.year'), width: 32, align: 'start' },
      { head: say('statusDocument.of'), width: 26, align: 'end' },
      { head: say('statusDocument.percentage'), width: 22, align: 'end' },
      { head: say('statusDocument.change', { year: reading.baseline }), width: 38, align: 'end' },
      { head: say('statusDocument.status'), width: 52, align: 'start' },
    ],
    rows: valuesOf(reading, indicator).map(({ year, value }) => {
      const isBaseline = year === reading.baseline
      const why =
        value?.status === 'not known' && year !== reading.payload.year
          ? `${statusWords(speaker, value)}: ${speaker.voice.say(value.reason)}`
          : statusWords(speaker, value)
      return {
        cells: [
          { runs: isBaseline ? say('statusDocument.year.baseline', { year }) : [{ text: String(year) }] },
          {
            runs: said(
              value?.n === null || value === undefined ? '–' : countWords(speaker, indicator, value),
            ),
          },
          { runs: [{ text: percentWords(speaker, indicator, value) }] },
          { runs: [{ text: isBaseline ? '' : changeWords(speaker, indicator, baseline, value) }] },
          { runs: said(why) },
        ],
      }
    }),
  }
}

/** The blocks of an indicator in the release's year. */
export const indicatorBlocks = (
  speaker: Speaker,
  reading: Reading,
  indicator: Indicator,
  { sources, comments }: { sources: Sources; comments: readonly Comment[] },
): Block[] => {
  const { say, text } = speaker
  const { payload } = reading
  const value = reading.valueOf(indicator.number, payload.year)
  const own = comments.filter((comment) => comment.indicator === indicator.number)
  const opening: Block[] = [
    heading(3, say('statusDocument.indicator', { number: indicator.number }), false),
    { kind: 'verbatim', runs: quoted(indicator.text, payload.instrument.source.language) },
  ]
  const closing: Block[] = own.length === 0 ? [] : [commentaryOf(speaker, own)]
  if (value === undefined) return [...opening, paragraph('body', say('value.noValues')), ...closing]
  const cited = sources.citedBy(value)
  const figure = said(figureWords(speaker, indicator, value), { strong: true })
  const status: Run[] = value.status === 'provisional' ? said(`, ${statusWords(speaker, value)}`) : []
  return [
    {
      kind: 'keep',
      blocks: [
        ...opening,
        paragraph(
          'figure',
          withNote(
            [...figure, ...status],
            cited === '' ? [] : said(text('statusDocument.sources.note', { sources: cited })),
          ),
        ),
        paragraph('note', remarks(speaker, value)),
        ...indicatorPictures(speaker, indicator, valuesOf(reading, indicator), value),
      ],
    },
    yearsTable(speaker, reading, indicator),
    ...statesTable(speaker, reading, indicator, value),
    ...publishedBlocks(speaker, reading, indicator, sources),
    ...closing,
  ]
}
