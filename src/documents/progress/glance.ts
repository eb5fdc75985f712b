// The year at a glance: how many targets are met, how many actions are done, how many recommendations are taken up.
import { countByStanding } from '../../implementation/plan-of-work.ts'
import { countMet } from '../../indicators/targets.ts'
import { type Block, heading, paragraph, type Row } from '../block.ts'
import { quoted, said } from '../run.ts'
import { actualWords, standsWords } from './targets.ts'
import { cell, eventsInWords, plainCell, type Writer } from './writer.ts'

export const glanceBlocks = (writer: Writer): Block[] => {
  const { speaker, reading, work, judged } = writer
  const { say, text, voice } = speaker
  const { payload } = reading
  const { language } = payload.instrument.source
  const values = payload.instrument.indicators.map((indicator) => ({
    indicator,
    value: reading.valueOf(indicator.number, payload.year),
    judged: judged.readingsOf(indicator.number, payload.year)[0],
  }))
  const met = countMet(values.flatMap((one) => one.judged ?? []))
  const done = countByStanding(work.actions).get('done') ?? 0
  const recommendations = work.studies.flatMap((study) => study.recommendations)
  const taken = recommendations.filter(({ actions }) => actions.length > 0).length
  const held = work.events.filter(({ heldOn }) => heldOn?.startsWith(String(payload.year)))
  const fact = (label: Parameters<typeof say>[0], words: string) => ({
    label: say(label),
    value: said(words),
  })
  const of = (n: number, N: number): string =>
    text('value.of', { n: speaker.format.number(n), N: speaker.format.number(N) })
  const metWords = ({ n, N, unknown }: ReturnType<typeof countMet>): string =>
    unknown === 0
      ? of(n, N)
      : text(unknown === N ? 'progressReport.met.unknown' : 'progressReport.met.some', {
          met: of(n, N),
          count: unknown,
        })
  return [
    { ...heading(1, say('progressReport.glance', { year: payload.year })), samePage: true },
    {
      kind: 'facts',
      rows: [
        fact('progressReport.glance.targets', met.N === 0 ? text('progressReport.noTarget') : metWords(met)),
        fact(
          'progressReport.glance.actions',
          work.actions.length === 0 ? text('progressReport.nothingHeld') : of(done, work.actions.length),
        ),
        fact(
          'progressReport.glance.recommendations',
          recommendations.length === 0
            ? text('progressReport.nothingHeld')
            : of(taken, recommendations.length),
        ),
        fact('implementation.events', eventsInWords(writer, held, String(payload.year))),
      ],
    },
    {
      kind: 'table',
      caption: say('progressReport.glance.caption', { year: payload.year }),
      small: false,
      whole: true,
      columns: [
        { head: say('statusDocument.number'), width: 12, align: 'start' },
        { head: say('progressReport.indicator'), width: 72, align: 'start' },
        { head: say('progressReport.target'), width: 32, align: 'start' },
        { head: say('progressReport.actual'), width: 22, align: 'start' },
        { head: say('progressReport.stands'), width: 34, align: 'start' },
      ],
      rows: values.map(
        ({ indicator, value, judged: stands }): Row => ({
          cells: [
            plainCell(indicator.number),
            cell(quoted(indicator.text, language)),
            cell(stands?.target == null ? say('progressReport.noTarget') : said(voice.say(stands.target))),
            cell(said(value === undefined ? '–' : actualWords(writer, { indicator, value, judged: stands }))),
            cell(
              said(stands === undefined ? text('value.noValues') : standsWords(writer, stands), {
                strong: true,
              }),
            ),
          ],
        }),
      ),
    },
    paragraph('note', say('progressReport.glance.read')),
  ]
}
