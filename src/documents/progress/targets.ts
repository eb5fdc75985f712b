// An indicator in a progress report: its words, target and figure, how it stands in every reading, each record with why it
// counted or not, how far the registers reach, and what those who promised say of it.
import type { ReleaseDatum, ReleaseMember, ReleaseValue } from '../../releases/release.ts'
import { type Block, heading, paragraph, type Run } from '../block.ts'
import { joinRuns, quoted, said } from '../run.ts'
import { commentaryOf } from '../status/commentary.ts'
import { countWords, statusWords, valuesOf } from '../status/figures.ts'
import type { Indicator } from '../status/reading.ts'
import { cell, citedFor, plainCell, type Writer } from './writer.ts'

/** What is there of what is aimed at: "2 of 3" where the target is a number, otherwise the figure. */
export const actualWords = (writer: Writer, indicator: Indicator, value: ReleaseValue): string => {
  const { speaker, reading } = writer
  const rule = reading.payload.rules[indicator.number]
  const aim = rule?.target?.gte
  return value.n === null || value.status === 'no cases' || aim === undefined || rule?.measure !== 'count'
    ? countWords(speaker, indicator, value)
    : speaker.text('value.of', {
        n: speaker.format.number(value.n),
        N: speaker.format.number(aim),
      })
}

/** Where a value stands against its target, in a word or two; that it has none, where it has none. */
export const standsWords = ({ speaker: { text } }: Writer, value: ReleaseValue): string =>
  value.target === null ? text('progressReport.noTarget') : text(`target.${value.target.state}`)

/** The same as it stands in a sentence, and of what does not count for a "missed" why it does not. */
const targetRuns = (writer: Writer, value: ReleaseValue): Run[] => {
  const { voice, text } = writer.speaker
  return value.target === null
    ? said(text('progressReport.noTarget'))
    : said(text('indicator.target', { words: voice.say(value.target.said) }))
}

const readingTable = (writer: Writer, indicator: Indicator, all: readonly ReleaseValue[]): Block => {
  const { say, voice } = writer.speaker
  const rule = writer.reading.payload.rules[indicator.number]
  const words = (value: ReleaseValue): string =>
    (value.reading === 'default' ? rule?.words : rule?.readings[value.reading]?.words) ?? value.reading
  return {
    kind: 'table',
    caption: say('progressReport.readings'),
    small: true,
    whole: true,
    columns: [
      { head: say('progressReport.reading'), width: 78, align: 'start' },
      { head: say('progressReport.target'), width: 34, align: 'start' },
      { head: say('progressReport.actual'), width: 22, align: 'start' },
      { head: say('progressReport.stands'), width: 38, align: 'start' },
    ],
    rows: all.map((value) => ({
      cells: [
        cell([
          ...(value.reading === 'default'
            ? [{ ...say('progressReport.asRead')[0]!, strong: true }, { text: ' ' }]
            : []),
          ...said(voice.names.ours(words(value))),
        ]),
        cell(value.target === null ? say('progressReport.noTarget') : said(voice.say(value.target.said))),
        cell(said(actualWords(writer, indicator, value))),
        cell(said(standsWords(writer, value), { strong: true })),
      ],
    })),
  }
}

type Counted = { member: ReleaseMember; fact: ReleaseDatum | undefined }

const titleRuns = ({ speaker: { voice } }: Writer, { member, fact }: Counted): Run[] => {
  if (fact === undefined) return [{ text: member.member }]
  const title = fact.fields.title ?? fact.fields.topic
  return [
    ...said(voice.names.kind(fact.kind)),
    ...(typeof title === 'string' ? [{ text: ': ' }, ...quoted(title, fact.language)] : []),
  ]
}

const listsOf = ({ speaker: { voice } }: Writer, fact: ReleaseDatum | undefined): Run[] => {
  const audience = fact?.fields.audience
  return Array.isArray(audience)
    ? joinRuns(
        audience.map((one) => said(voice.names.entry('audience', String(one)))),
        ', ',
      )
    : []
}

/** Every record of the value, counted or not, and why. */
const recordTable = (writer: Writer, value: ReleaseValue): Block[] => {
  const { say, voice, format, text } = writer.speaker
  const { payload } = writer.reading
  if (value.members.length === 0) return [paragraph('body', say('progressReport.noRecords'))]
  const facts = new Map(payload.datums.map((fact) => [fact.id, fact]))
  const records = value.members
    .map(
      (member): Counted => ({
        member,
        fact: member.datums.map((id) => facts.get(id)).find((fact) => fact !== undefined),
      }),
    )
    .sort((a, b) => ((a.fact?.heldFrom ?? '') < (b.fact?.heldFrom ?? '') ? -1 : 1))
  const counted = records.filter(({ member }) => member.state === 'counted').length
  return [
    {
      kind: 'table',
      caption: said(text('progressReport.records', { n: counted, N: records.length })),
      small: true,
      columns: [
        { head: say('implementation.on'), width: 24, align: 'start' },
        { head: say('progressReport.record'), width: 58, align: 'start' },
        { head: say('progressReport.audience'), width: 34, align: 'start' },
        { head: say('progressReport.countedOrNot'), width: 56, align: 'start' },
      ],
      rows: records.map((record) => {
        const { member, fact } = record
        const on = fact?.heldEdtf ?? fact?.heldFrom ?? null
        return {
          cells: [
            plainCell(on === null ? '–' : format.shortDate(on)),
            cell([
              ...titleRuns(writer, record),
              ...(fact?.externalId == null ? [] : citedFor(writer, [fact.externalId])),
            ]),
            cell(listsOf(writer, fact)),
            cell([
              ...said(text(`state.${member.state}`), { strong: true }),
              ...(member.state === 'counted' ? [] : said(`: ${voice.say(member.reason)}`)),
            ]),
          ],
        }
      }),
    },
  ]
}

/** How far the registers reach in which was looked, and by whose word: where they end, nothing is missed. */
const registerRuns = ({ speaker }: Writer, value: ReleaseValue): Run[] => {
  const { text, voice, format } = speaker
  const { registers } = value.coverage
  if (registers.length === 0) return []
  return said(
    `${text('progressReport.searched')} ${registers
      .map(({ register, level, until, statedBy }) =>
        text(level === 'none' ? 'progressReport.register.none' : `progressReport.register.${level}`, {
          register: voice.names.register(register),
          until: until === null ? text('progressReport.wholeYear') : format.shortDate(until),
          by: statedBy ?? text('progressReport.nobody'),
        }),
      )
      .join('; ')}.`,
  )
}

const yearsTable = (writer: Writer, indicator: Indicator): Block => {
  const { say } = writer.speaker
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
        cell(said(value === undefined ? '–' : actualWords(writer, indicator, value))),
        cell(said(value === undefined ? '–' : standsWords(writer, value))),
        cell(said(statusWords(writer.speaker, value))),
      ],
    })),
  }
}

/** What each of those who promised says of it; who says nothing is named too. */
const remarkBlocks = (writer: Writer, indicator: Indicator): Block[] => {
  const { speaker, work, reading } = writer
  const { say, text } = speaker
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
  return [
    ...table,
    ...(silent.length === 0
      ? []
      : [
          paragraph('note', [
            ...say('progressReport.noRemark', { year: reading.payload.year }),
            { text: ' ' },
            ...joinRuns(silent.map(speaker.nameOf), ', '),
            ...said(remarks.length === 0 && parties.length === 0 ? text('progressReport.nobody') : ''),
          ]),
        ]),
  ]
}

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
  const sentence = (words: string): string => (/[.!?]$/.test(words) ? words : `${words}.`)
  return [
    {
      kind: 'keep',
      blocks: [
        ...opening,
        paragraph('figure', [
          ...said(actualWords(writer, indicator, value), { strong: true }),
          ...(value.target === null ? [] : said(`: ${standsWords(writer, value)}`)),
        ]),
        paragraph('note', [
          ...targetRuns(writer, value),
          ...said(` ${sentence(voice.say(value.reason))} `),
          ...registerRuns(writer, value),
          ...(value.sealed.length === 0
            ? []
            : said(
                ` ${speaker.text('statusDocument.sealed', { kinds: speaker.format.list(value.sealed.map((kind) => voice.names.kind(kind))) })}`,
              )),
        ]),
        readingTable(writer, indicator, [value, ...reading.readingsOf(indicator.number)]),
      ],
    },
    ...(note === undefined
      ? []
      : [paragraph('note', [...say('progressReport.open'), { text: ' ' }, ...said(voice.names.ours(note))])]),
    ...recordTable(writer, value),
    yearsTable(writer, indicator),
    ...remarkBlocks(writer, indicator),
  ]
}

/** With what a committee or an owner says of it beside the release, where anyone does. */
export const commentBlocks = ({ speaker }: Writer, comments: Parameters<typeof commentaryOf>[1]): Block[] =>
  comments.length === 0 ? [] : [commentaryOf(speaker, comments)]
