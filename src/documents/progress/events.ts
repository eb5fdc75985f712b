// The events of the year in a progress report, and who came: by audience, sex and age, those nobody told apart by themselves.
import {
  attendedOf,
  type EventView,
  mayBeOneWith,
  onceEach,
  oneWithOf,
  surelyOthers,
} from '../../implementation/events.ts'
import { type Block, heading, paragraph, type Row, type Run } from '../block.ts'
import { quoted, said } from '../run.ts'
import { cell, citedFor, plainCell, type Writer } from './writer.ts'

const audienceRuns = ({ speaker: { voice, text } }: Writer, entry: string): Run[] =>
  entry === 'unknown' ? said(text('implementation.unknown')) : said(voice.names.entry('audience', entry))

/** The events beside it of which nothing tells whether they are one and the same with it. */
const mayBeOneRuns = ({ speaker, work }: Writer, event: EventView, events: readonly EventView[]): Run[] => {
  const ids = mayBeOneWith(work.mayBeOne, event.id)
  return events
    .filter(({ id }) => ids.includes(id))
    .flatMap((other) => [
      ...said(` ${speaker.text('progressReport.mayBeOneWith')} `),
      ...(other.title === null ? said(speaker.voice.names.kind(other.kind)) : quoted(other.title, null)),
      { text: ' (' },
      ...speaker.nameOf(other.actor),
      { text: ')' },
    ])
}

/** How many events took place; both numbers where some may be one, written down twice. */
const heldWords = ({ speaker: { text, format } }: Writer, count: number, least: number): string =>
  least === count
    ? text('implementation.eventsHeld', { count })
    : text('implementation.eventsEither', { count: format.number(count), least: format.number(least) })

const eventTable = (writer: Writer, events: readonly EventView[]): Block => {
  const { say, voice, format, text, nameOf } = writer.speaker
  const others = oneWithOf(events, writer.work.oneRule)
  return {
    kind: 'table',
    caption: say('progressReport.eventsOf', { year: writer.reading.payload.year }),
    small: true,
    columns: [
      { head: say('implementation.on'), width: 26, align: 'start' },
      { head: say('implementation.event'), width: 54, align: 'start' },
      { head: say('progressReport.where'), width: 36, align: 'start' },
      { head: say('implementation.audience'), width: 36, align: 'start' },
      { head: say('implementation.persons'), width: 18, align: 'end' },
    ],
    rows: events.map((event) => {
      const { persons } = attendedOf([event])
      const day = event.heldOn ?? event.plannedOn
      const same = others.get(event)
      return {
        cells: [
          cell([
            ...(day === null ? say('implementation.notDated') : [{ text: format.shortDate(day) }]),
            ...(event.heldOn === null ? [{ text: ', ' }, ...say('implementation.onlyPlanned')] : []),
          ]),
          cell([
            ...(event.title === null ? said(voice.names.kind(event.kind)) : quoted(event.title, null)),
            ...(writer.work.unsaid.has(event.id)
              ? [{ text: ' (' }, ...say('implementation.servesUnsaid'), { text: ')' }]
              : []),
            ...(same === undefined
              ? []
              : [
                  ...said(` ${text('progressReport.oneWith')} `),
                  ...(same.title === null ? said(voice.names.kind(same.kind)) : quoted(same.title, null)),
                  { text: ' (' },
                  ...nameOf(same.actor),
                  { text: ')' },
                ]),
            ...mayBeOneRuns(writer, event, events),
            ...citedFor(writer, [event.id]),
          ]),
          cell([
            ...(event.place === null && event.host === null ? say('progressReport.notSaid') : []),
            ...(event.place === null ? [] : quoted(event.place, null)),
            ...(event.place !== null && event.host !== null ? [{ text: '; ' }] : []),
            ...(event.host === null ? [] : writer.work.called(event.host)),
          ]),
          cell(
            event.audience.flatMap((one, i) => [
              ...(i === 0 ? [] : [{ text: ', ' }]),
              ...audienceRuns(writer, one),
            ]),
          ),
          cell(persons === null ? say('implementation.unknown') : [{ text: format.number(persons) }]),
        ],
      }
    }),
  }
}

const unknown = 'unknown'
const lastUnknown = (a: string, b: string): number =>
  Number(a === unknown) - Number(b === unknown) || (a < b ? -1 : a > b ? 1 : 0)

const cameWords = ({ speaker: { text, format } }: Writer, count: number, least: number): string =>
  least === count
    ? text('implementation.came', { count })
    : text('implementation.cameEither', { count: format.number(count), least: format.number(least) })

/** Audience by sex and age, as the rows of the events tell it; those no row tells of stand in the last row. */
const attendedTable = (writer: Writer, held: readonly EventView[], surely: readonly EventView[]): Block[] => {
  const { say, voice, format, text } = writer.speaker
  const { persons, told, byAudience, bySex, byAge } = attendedOf(held)
  if (persons === null) return [paragraph('body', say('progressReport.nobodyTold'))]
  const rows = held.flatMap(({ attendance }) => attendance)
  const entry = (field: string, one: string): Run[] =>
    one === unknown ? say('implementation.unknown') : said(voice.names.entry(field, one))
  const of = (row: (typeof rows)[number]): string =>
    `${row.audience}|${row.sex ?? unknown}|${row.age ?? unknown}`
  const cells = [...Map.groupBy(rows, of)]
    .map(([key, own]) => ({
      key: key.split('|'),
      count: own.reduce((sum, row) => sum + row.persons, 0),
    }))
    .sort((a, b) => [0, 1, 2].reduce((found, i) => found || lastUnknown(a.key[i]!, b.key[i]!), 0))
  const untold = persons - told
  const sums = (counts: ReadonlyMap<string, number>, field: string): string =>
    [...counts]
      .sort(([a], [b]) => lastUnknown(a, b))
      .map(
        ([one, count]) =>
          `${one === unknown ? text('implementation.unknown') : voice.names.entry(field, one)} ${format.number(count)}`,
      )
      .join('; ')
  const without = held.filter((event) => attendedOf([event]).persons === null).length
  const table: Row[] = [
    ...cells.map(({ key, count }) => ({
      cells: [
        cell(entry('audience', key[0]!)),
        cell(entry('sex', key[1]!)),
        cell(entry('age', key[2]!)),
        plainCell(format.number(count)),
      ],
    })),
    ...(untold > 0
      ? [
          {
            cells: [
              cell(say('progressReport.notToldApart')),
              cell([]),
              cell([]),
              plainCell(format.number(untold)),
            ],
          },
        ]
      : []),
  ]
  return [
    paragraph('body', [
      ...said(cameWords(writer, persons, attendedOf(surely).persons ?? 0)),
      ...(without === 0 ? [] : said(` ${text('progressReport.eventsUntold', { count: without })}`)),
    ]),
    ...(told === 0
      ? [paragraph('body', say('progressReport.toldNothing'))]
      : [
          {
            kind: 'table' as const,
            caption: say('progressReport.whoCame'),
            small: true,
            columns: [
              { head: say('progressReport.audience'), width: 60, align: 'start' as const },
              { head: say('progressReport.sex'), width: 40, align: 'start' as const },
              { head: say('progressReport.age'), width: 40, align: 'start' as const },
              { head: say('implementation.persons'), width: 30, align: 'end' as const },
            ],
            rows: table,
          },
          {
            kind: 'facts' as const,
            rows: [
              { label: say('progressReport.audience'), value: said(sums(byAudience, 'audience')) },
              { label: say('progressReport.sex'), value: said(sums(bySex, 'sex')) },
              { label: say('progressReport.age'), value: said(sums(byAge, 'age')) },
            ],
          },
        ]),
  ]
}

/** The events of the release's year. */
export const eventsBlocks = (writer: Writer): Block[] => {
  const { say } = writer.speaker
  const { year } = writer.reading.payload
  const events = writer.work.events.filter(
    ({ heldOn, plannedOn }) => (heldOn ?? plannedOn)?.startsWith(String(year)) === true,
  )
  const { oneRule, mayBeOne } = writer.work
  const took = events.filter(({ heldOn }) => heldOn !== null)
  const held = onceEach(took, oneRule)
  const surely = surelyOthers(took, mayBeOne, oneRule)
  return [
    heading(2, say('progressReport.events')),
    ...(events.length === 0
      ? [paragraph('body', say('progressReport.noEvents', { year }))]
      : [
          paragraph('lead', said(heldWords(writer, held.length, surely.length))),
          eventTable(writer, events),
          ...(held.length === 0 ? [] : attendedTable(writer, held, surely)),
        ]),
  ]
}
