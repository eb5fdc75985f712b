// The actions of the instrument in a progress report: each verbatim, with its indicator or that it has none, and with what
// is held of its being carried out.
import { type Block, type Facts, heading, paragraph, type Run } from '../block.ts'
import { joinRuns, quoted, said } from '../run.ts'
import type { Action } from '../status/reading.ts'
import { actionsInWords } from './plan-of-work.ts'
import { eventsInWords, type Writer } from './writer.ts'

/** The indicators of an action: by the text, otherwise by the reading that the rules give. */
export const indicatorsOf = (
  { reading: { payload } }: Writer,
  action: Action,
): { numbers: string[]; isByText: boolean } => {
  const byText = payload.instrument.indicators.filter((one) => one.action === action.id)
  if (byText.length > 0) return { numbers: byText.map(({ number }) => number), isByText: true }
  const measured = payload.instrument.indicators.filter(({ number }) => {
    return payload.rules[number]?.measures?.includes(action.id) === true
  })
  return { numbers: measured.map(({ number }) => number), isByText: false }
}

const indicatorRuns = (writer: Writer, action: Action): Run[] => {
  const { say, text, format } = writer.speaker
  const { numbers, isByText } = indicatorsOf(writer, action)
  if (numbers.length === 0) return say('progressReport.noIndicator')
  const list = format.list(numbers)
  return isByText ? said(list) : said(text('progressReport.byReading', { indicators: list }))
}

const factsOf = (writer: Writer, action: Action): Facts => {
  const { reading, work, speaker } = writer
  const { say } = speaker
  const part = `${reading.payload.instrument.id}/${action.number}`
  const carrying = work.actions.filter(({ carriesOut }) => carriesOut.includes(part))
  const bodies = work.bodies.filter(({ carriesOut }) => carriesOut.includes(part))
  const year = String(reading.payload.year)
  const served = work.events.filter(
    ({ serves, heldOn }) =>
      heldOn?.startsWith(year) === true &&
      serves.some((one) => one === part || carrying.some(({ id }) => id === one)),
  )
  const rows = [
    { label: say('progressReport.indicator'), value: indicatorRuns(writer, action) },
    ...(carrying.length === 0
      ? []
      : [
          {
            label: say('progressReport.carriedOutBy'),
            value: actionsInWords(
              writer,
              carrying.map(({ id }) => id),
            ),
          },
        ]),
    ...(bodies.length === 0
      ? []
      : [
          {
            label: say('progressReport.bodies'),
            value: joinRuns(
              bodies.map(({ title, language }) => quoted(title, language)),
              '; ',
            ),
          },
        ]),
    ...(served.length === 0
      ? []
      : [
          {
            label: say('implementation.events'),
            value: said(eventsInWords(writer, served, year)),
          },
        ]),
  ]
  return {
    kind: 'facts',
    rows:
      rows.length > 1
        ? rows
        : [...rows, { label: say('progressReport.carriedOutBy'), value: say('progressReport.nothingHeld') }],
  }
}

/** Each action of a section of the instrument. */
export const promisedBlocks = (writer: Writer, actions: readonly Action[]): Block[] => {
  const { say } = writer.speaker
  const { language } = writer.reading.payload.instrument.source
  return actions.map((action) => ({
    kind: 'keep',
    blocks: [
      heading(
        3,
        action.heading === null
          ? say('statusDocument.action', { number: String(action.number) })
          : quoted(action.heading, language),
        false,
      ),
      { kind: 'verbatim', runs: quoted(action.text, language) },
      factsOf(writer, action),
    ],
  }))
}

/** What no action of the plan of work and no body carries out, in one sentence; nothing where everything is. */
export const uncarriedBlocks = (writer: Writer): Block[] => {
  const { reading, work, speaker } = writer
  const { id, actions } = reading.payload.instrument
  const carried = new Set([...work.actions, ...work.bodies].flatMap(({ carriesOut }) => carriesOut))
  const left = actions.filter(({ number }) => !carried.has(`${id}/${number}`))
  return work.plans.length === 0 || left.length === 0
    ? []
    : [
        paragraph(
          'body',
          said(
            `${speaker.text('implementation.uncarried', { count: left.length, all: actions.length })} ${left.map(({ number }) => number).join(', ')}`,
          ),
        ),
      ]
}
