// An indicator in a progress report: its words, target and figure, how it stands in every reading, each record with why it
// counted or not, how far the registers reach, and what those who promised say of it.
import type { CountedShown, RecordShown } from '../../indicators/counted.ts'
import type { ReadingJudged } from '../../indicators/targets.ts'
import type { ReleaseValue } from '../../releases/release.ts'
import { type Block, heading, paragraph, type Run } from '../block.ts'
import { joinRuns, plain, quoted, said } from '../run.ts'
import { commentaryOf } from '../status/commentary.ts'
import { countWords, statusWords, valuesOf } from '../status/figures.ts'
import type { Indicator } from '../status/reading.ts'
import { cell, citedFor, citedForRecord, plainCell, type Writer } from './writer.ts'

/** "2 of 3"; where there is more than is asked for, "3, where 2 are asked for". */
const ofAsked = ({ speaker: { text, format } }: Writer, value: number, asked: number): string => {
  const n = format.number(value)
  const N = format.number(asked)
  return value > asked ? text('targets.more', { n, asked: N }) : text('value.of', { n, N })
}

/**
 * What is there of what is aimed at: "2 of 3" where the target is a number, otherwise the figure; "2 or 3, of 3" where records may
 * have been written down twice, and "1 of 1 on record" where no register says that there are no more.
 */
export const actualWords = (
  writer: Writer,
  {
    indicator,
    value,
    judged,
  }: { indicator: Indicator; value: ReleaseValue; judged: ReadingJudged | undefined },
): string => {
  const { speaker, reading } = writer
  const rule = reading.payload.rules[indicator.number]
  const isOfRecords = judged !== undefined && judged.asked !== null && rule?.measure === 'count'
  if (isOfRecords && (value.n === null || judged.mayBeOne !== null)) return judgedActual(writer, judged)
  const aim = rule?.target?.gte
  return value.n === null || value.status === 'no cases' || aim === undefined || rule?.measure !== 'count'
    ? countWords(speaker, indicator, value)
    : ofAsked(writer, value.n, aim)
}

/** Where a reading stands against its target, in a word or two; that it has none, where it has none. */
export const standsWords = ({ speaker: { text } }: Writer, { standing, isLate }: ReadingJudged): string =>
  standing === null
    ? text('progressReport.noTarget')
    : text(standing === 'met' && isLate === true ? 'duty.status.met-late' : `duty.status.${standing}`)

/** "1 or 2, of 2" where records may have been written down twice. */
const judgedActual = (writer: Writer, { value, held, asked, mayBeOne }: ReadingJudged): string => {
  const { text, format } = writer.speaker
  const most = value ?? held
  if (mayBeOne !== null && most !== null && mayBeOne.least !== most) {
    const either = { least: format.number(mayBeOne.least), n: format.number(most) }
    return asked === null
      ? text('targets.either', either)
      : text('targets.eitherOf', { ...either, N: format.number(asked) })
  }
  if (value === null)
    return held === null || held === 0 || asked === null
      ? text('status.notKnown')
      : text('targets.onRecord', { of: ofAsked(writer, held, asked) })
  return asked === null ? format.number(value) : ofAsked(writer, value, asked)
}

const readingTable = (writer: Writer, all: readonly ReadingJudged[]): Block => {
  const { say, voice } = writer.speaker
  return {
    kind: 'table',
    caption: say('progressReport.readings'),
    small: true,
    whole: true,
    columns: [
      { head: say('progressReport.reading'), width: 70, align: 'start' },
      { head: say('progressReport.target'), width: 34, align: 'start' },
      { head: say('progressReport.actual'), width: 20, align: 'start' },
      { head: say('progressReport.stands'), width: 48, align: 'start' },
    ],
    rows: all.map((judged) => ({
      cells: [
        cell([
          ...(judged.reading === 'default'
            ? [{ ...say('progressReport.asRead')[0]!, strong: true }, { text: ' ' }]
            : []),
          ...said(voice.names.ours(judged.words)),
        ]),
        cell(judged.target === null ? say('progressReport.noTarget') : said(voice.say(judged.target))),
        cell(said(judgedActual(writer, judged))),
        cell([
          ...said(standsWords(writer, judged), { strong: true }),
          ...(judged.reason === null ? [] : said(`: ${voice.say(judged.reason)}`)),
        ]),
      ],
    })),
  }
}

const listsOf = ({ speaker: { voice } }: Writer, { lists }: RecordShown): Run[] =>
  joinRuns(
    lists.flatMap(({ field, entries }) => entries.map((entry) => said(voice.names.entry(field, entry)))),
    ', ',
  )

/** The records that are one with it, or may be, by their titles and days. */
const twinsOf = ({ speaker }: Writer, { records, kind }: CountedShown, record: RecordShown): Run[] => [
  ...(['oneWith', 'mayBeOneWith'] as const).flatMap((key) => {
    const others = records.filter(({ id }) => record[key].includes(id))
    const named = others.map(({ title, actor }) => [
      ...(title === null ? said(speaker.voice.names.kind(kind)) : quoted(title, null)),
      ...said(' ('),
      ...speaker.nameOf(actor),
      ...said(')'),
    ])
    return others.length === 0
      ? []
      : [...said(`. ${speaker.text(`progressReport.${key}`)} `), ...joinRuns(named, ', ')]
  }),
  ...(record.wordOf.length === 0
    ? []
    : said(
        `. ${speaker.text('targets.wordOf', { who: speaker.format.list(record.wordOf.map((actor) => plain(speaker.nameOf(actor)))) })}`,
      )),
]

/** Which record gave what of all that those tell which are one, and in which numbers they contradict each other. */
const togetherOf = ({ speaker }: Writer, { records }: CountedShown, { together }: RecordShown): Run[] => {
  if (together === null) return []
  const { text, voice, format } = speaker
  const sayers = (ids: readonly string[]): string =>
    ids.map((id) => plain(speaker.nameOf(records.find((one) => one.id === id)?.actor ?? id))).join(', ')
  const parts = [
    ...together.lists.map(
      ({ field, entries }) =>
        `${text('targets.toldTogether', { field: voice.names.field(field) })} ${entries.map(({ entry, by }) => `${voice.names.entry(field, entry)} (${sayers(by)})`).join('; ')}`,
    ),
    ...together.numbers.map(
      ({ field, said: numbers }) =>
        `${text('targets.toldApart', {
          field: field
            .split('.')
            .map((name) => voice.names.field(name))
            .join(', '),
        })} ${numbers.map(({ number, by }) => `${format.number(number)} (${sayers([by])})`).join('; ')}`,
    ),
  ]
  return said(parts.map((part) => `. ${part}`).join(''))
}

/** Every record that was looked at, counted or not, and why. */
const recordTable = (writer: Writer, counted: CountedShown | undefined): Block[] => {
  if (counted === undefined) return []
  const { say, voice, format, text, nameOf } = writer.speaker
  const { records, kind } = counted
  if (records.length === 0) return [paragraph('body', say('progressReport.noRecords'))]
  const hasLists = records.some(({ lists }) => lists.length > 0)
  const isCounted = ({ read }: RecordShown): boolean => read[0]?.state === 'counted'
  return [
    {
      kind: 'table',
      caption: said(
        text('progressReport.records', { n: records.filter(isCounted).length, N: records.length }),
      ),
      small: true,
      columns: [
        { head: say('implementation.on'), width: 24, align: 'start' },
        { head: say('progressReport.record'), width: 52, align: 'start' },
        { head: say('progressReport.by'), width: 30, align: 'start' },
        ...(hasLists ? [{ head: say('progressReport.audience'), width: 28, align: 'start' as const }] : []),
        { head: say('progressReport.countedOrNot'), width: 48, align: 'start' },
      ],
      rows: records.map((record) => {
        const [read] = record.read
        return {
          cells: [
            plainCell(record.on === null ? '–' : format.shortDate(record.on)),
            cell([
              ...(record.title === null ? said(voice.names.kind(kind)) : quoted(record.title, null)),
              ...citedForRecord(writer, record),
            ]),
            cell(nameOf(record.actor)),
            ...(hasLists ? [cell(listsOf(writer, record))] : []),
            cell([
              ...said(text(`state.${read!.state}`), { strong: true }),
              ...(read!.state === 'counted' ? [] : said(`: ${voice.say(read!.reason)}`)),
              ...twinsOf(writer, counted, record),
              ...togetherOf(writer, counted, record),
            ]),
          ],
        }
      }),
    },
  ]
}

/** How far the registers reach in which was looked, and by whose word: where they end, nothing is missed. */
const registerRuns = ({ speaker }: Writer, { searched }: ReadingJudged): Run[] => {
  const { text, voice, format, nameOf } = speaker
  if (searched.length === 0) return []
  return said(
    ` ${text('progressReport.searched')} ${searched
      .map(({ register, level, until, statedBy, of }) =>
        text(level === 'none' ? 'progressReport.register.none' : `progressReport.register.${level}`, {
          register:
            of === undefined
              ? voice.names.register(register)
              : `${voice.names.register(register)}: ${of.map((one) => plain(nameOf(one))).join(', ')}`,
          until: until === null ? text('progressReport.wholeYear') : format.shortDate(until),
          by: statedBy ?? text('progressReport.nobody'),
        }),
      )
      .join('; ')}.`,
  )
}

const yearsTable = (writer: Writer, indicator: Indicator): Block => {
  const { say } = writer.speaker
  const judgedIn = (year: number) => writer.judged.readingsOf(indicator.number, year)[0]
  const stands = (year: number): string => {
    const judged = judgedIn(year)
    return judged === undefined ? '–' : standsWords(writer, judged)
  }
  return {
    kind: 'table',
    caption: say('progressReport.years'),
    small: true,
    whole: true,
    columns: [
      { head: say('statusDocument.year'), width: 30, align: 'start' },
      { head: say('progressReport.actual'), width: 40, align: 'start' },
      { head: say('progressReport.stands'), width: 60, align: 'start' },
      { head: say('statusDocument.status'), width: 42, align: 'start' },
    ],
    rows: valuesOf(writer.reading, indicator).map(({ year, value }) => ({
      cells: [
        plainCell(String(year)),
        cell(
          said(value === undefined ? '–' : actualWords(writer, { indicator, value, judged: judgedIn(year) })),
        ),
        cell(said(stands(year))),
        cell(said(statusWords(writer.speaker, value))),
      ],
    })),
  }
}

/** What each of those who promised says of it; who says nothing is named too. */
const remarkBlocks = (writer: Writer, indicator: Indicator): Block[] => {
  const { speaker, work, reading } = writer
  const { say } = speaker
  const { parties } = reading.payload.instrument
  const remarks = work.remarksOn(indicator.number)
  const silent = parties.filter((party) => !remarks.some(({ actor }) => actor === party))
  const table: Block[] =
    remarks.length === 0
      ? []
      : [
          {
            kind: 'table',
            caption: say('progressReport.remarks'),
            small: true,
            columns: [
              { head: say('progressReport.by'), width: 32, align: 'start' },
              { head: say('progressReport.achievement'), width: 46, align: 'start' },
              { head: say('progressReport.challenges'), width: 46, align: 'start' },
              { head: say('progressReport.next'), width: 46, align: 'start' },
            ],
            rows: remarks.map((remark) => ({
              cells: [
                cell([...speaker.nameOf(remark.actor), ...citedFor(writer, [remark.id])]),
                ...(['achievement', 'challenge', 'nextSteps'] as const).map((field) =>
                  cell(
                    remark[field] === null
                      ? say('progressReport.nothingSaid')
                      : quoted(remark[field], remark.language),
                  ),
                ),
              ],
            })),
          },
        ]
  const unsaid: Block[] =
    silent.length === 0
      ? []
      : [
          paragraph('note', [
            ...say('progressReport.noRemark', { year: reading.payload.year }),
            { text: ' ' },
            ...joinRuns(silent.map(speaker.nameOf), ', '),
          ]),
        ]
  const blocks = [...table, ...unsaid]
  return blocks.length === 0 ? [] : [{ kind: 'keep', blocks }]
}

/** The years, with what those who promised say of it where that is a line or two: no line of it opens a page alone. */
const closingBlocks = (writer: Writer, indicator: Indicator): Block[] => {
  const years = yearsTable(writer, indicator)
  const remarks = remarkBlocks(writer, indicator)
  const inner = remarks.flatMap((block) => (block.kind === 'keep' ? block.blocks : [block]))
  return inner.some(({ kind }) => kind === 'table')
    ? [years, ...remarks]
    : [{ kind: 'keep', blocks: [years, ...inner] }]
}

/** What is there either way, where records may have been written down twice. */
const twiceWords = (
  { speaker: { text, format } }: Writer,
  { value, held }: ReadingJudged,
  least: number,
): string =>
  text('progressReport.mayBeOne', {
    count: format.number(value ?? held ?? least),
    least: format.number(least),
  })

/** The blocks of one indicator in the release's year. */
export const targetBlocks = (writer: Writer, indicator: Indicator): Block[] => {
  const { speaker, reading } = writer
  const { say, voice } = speaker
  const { payload } = reading
  const value = reading.valueOf(indicator.number, payload.year)
  const opening: Block[] = [
    heading(2, say('statusDocument.indicator', { number: indicator.number })),
    { kind: 'verbatim', runs: quoted(indicator.text, payload.instrument.source.language) },
  ]
  if (value === undefined)
    return [...opening, paragraph('body', say('progressReport.noRule')), ...remarkBlocks(writer, indicator)]
  const note = payload.rules[indicator.number]?.note
  const readings = writer.judged.readingsOf(indicator.number, payload.year)
  const judged = readings[0]!
  const sentence = (words: string): string => (/[.!?]$/.test(words) ? words : `${words}.`)
  const sealed = value.sealed.map((kind) => voice.names.kind(kind))
  return [
    {
      kind: 'keep',
      blocks: [
        ...opening,
        paragraph('figure', [
          ...said(
            judged.mayBeOne === null
              ? actualWords(writer, { indicator, value, judged })
              : judgedActual(writer, judged),
            { strong: true },
          ),
          ...(judged.standing === null ? [] : said(`: ${standsWords(writer, judged)}`)),
        ]),
        paragraph('note', [
          ...(judged.target === null
            ? say('progressReport.noTarget')
            : said(speaker.text('indicator.target', { words: voice.say(judged.target) }).replace(/:$/, '.'))),
          ...(judged.reason === null ? [] : said(` ${sentence(voice.say(judged.reason))}`)),
          ...(judged.reason !== null && voice.say(judged.reason) === voice.say(value.reason)
            ? []
            : said(` ${sentence(voice.say(value.reason))}`)),
          ...(judged.mayBeOne === null || judged.reason?.key === 'promise-may-be-one'
            ? []
            : said(` ${twiceWords(writer, judged, judged.mayBeOne.least)}`)),
          ...registerRuns(writer, judged),
          ...(sealed.length === 0
            ? []
            : said(` ${speaker.text('statusDocument.sealed', { kinds: speaker.format.list(sealed) })}`)),
        ]),
        readingTable(writer, readings),
      ],
    },
    ...(note === undefined
      ? []
      : [paragraph('note', [...say('progressReport.open'), { text: ' ' }, ...said(voice.names.ours(note))])]),
    ...recordTable(writer, writer.judged.recordsOf(indicator.number)),
    ...closingBlocks(writer, indicator),
  ]
}

/** With what a committee or an owner says of it beside the release, where anyone does. */
export const commentBlocks = ({ speaker }: Writer, comments: Parameters<typeof commentaryOf>[1]): Block[] =>
  comments.length === 0 ? [] : [commentaryOf(speaker, comments)]
