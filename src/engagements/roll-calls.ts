// Recorded votes of the General Assembly as they ship (reference/votes/). A roll call belongs to a yearly series only
// by its session and its own symbol, as reference/votes/series.csv lists them: titles repeat, change, stand in the wrong
// column or are blank, and another resolution of the same session may speak of the same thing.
import { readFileSync } from 'node:fs'
import type { InputFile } from '../facts/datum-file.ts'
import { readCsv } from '../formats/csv.ts'
import { referencePath } from '../parties/reference.ts'
import { problem } from '../problem.ts'

/** A roll call on a resolution as a whole. */
export type RollCall = {
  /** Its number in the file it comes from. */
  id: string
  session: number
  year: number
  /** The day the file gives; it is not always the day of adoption. */
  dayInFile: string
  symbolInFile: string
  titleInFile: string
  yes: number
  no: number
  abstain: number
}

/** One resolution of a series, and what says that it is one. */
export type SeriesEntry = {
  series: string
  session: number
  /** As the United Nations writes it: A/RES/52/38 A. */
  symbol: string
  /** 'text': a text of the General Assembly says so; 'file': only the file of votes does. */
  checked: 'text' | 'file'
  why: string
  adoptedOn: string | null
}

export type VoteCast = 'yes' | 'no' | 'abstain'

/** What ships: roll calls, series, and by actor and roll call what was voted. No entry: no vote recorded. */
export type ShippedVotes = {
  rollCalls: RollCall[]
  series: SeriesEntry[]
  votes: Map<string, Map<string, VoteCast>>
}

const source = {
  title: 'United Nations General Assembly Voting Data (unvotes), after Erik Voeten',
  address: 'https://github.com/dgrtwo/unvotes',
  publisher: 'David Robinson',
}
/** The day the file was received. */
const receivedOn = '2026-11-21'

const casts: Record<string, VoteCast> = { y: 'yes', n: 'no', a: 'abstain' }

/** A symbol in the one spelling of the United Nations: "R/52/38A" and "A/RES/52/38 A" are A/RES/52/38 A. */
export const symbolOf = (written: string): string => {
  const match = /^(?:A\/RES|R)\/(\d+)\/(\d+)([A-Z]?)$/.exec(written.replaceAll(/\s/g, '').toUpperCase())
  if (match === null) return written.trim()
  const [, session, number, part] = match
  return `A/RES/${session}/${number}${part === '' ? '' : ` ${part}`}`
}

/** The entry of a series that a roll call is, by session and symbol; its title plays no part. */
export const entryOf = (
  call: Pick<RollCall, 'session' | 'symbolInFile'>,
  series: readonly SeriesEntry[],
): SeriesEntry | undefined =>
  series.find((entry) => entry.session === call.session && entry.symbol === symbolOf(call.symbolInFile))

const tableOf = (name: string, columns: readonly string[]) => {
  const bytes = readFileSync(referencePath('votes', name))
  const known = name === 'votes.csv' ? new TextDecoder().decode(bytes).split('\n')[0]!.split(',') : columns
  const table = readCsv(bytes, { fileName: name, required: columns, known })
  if (table.issues.length > 0) throw problem('input-rejected', `${name} was not taken in.`, table.issues)
  return table
}

/** Roll calls, series and votes of reference/votes/. Throws `input-rejected`. */
export const readShippedVotes = (): ShippedVotes => {
  const rollCalls = tableOf('roll-calls.csv', [
    ...['roll_call', 'session', 'year', 'day_in_file', 'symbol_in_file', 'title_in_file', 'yes', 'no'],
    'abstain',
  ]).rows.map(
    (row): RollCall => ({
      id: row.get('roll_call'),
      session: Number(row.get('session')),
      year: Number(row.get('year')),
      dayInFile: row.get('day_in_file'),
      symbolInFile: row.get('symbol_in_file'),
      titleInFile: row.get('title_in_file'),
      yes: Number(row.get('yes')),
      no: Number(row.get('no')),
      abstain: Number(row.get('abstain')),
    }),
  )
  const series = tableOf('series.csv', [
    ...['series', 'session', 'symbol', 'checked', 'why', 'adopted_on', 'source_title', 'source_address'],
  ]).rows.map(
    (row): SeriesEntry => ({
      series: row.get('series'),
      session: Number(row.get('session')),
      symbol: row.get('symbol'),
      checked: row.get('checked') as SeriesEntry['checked'],
      why: row.get('why'),
      adoptedOn: row.get('adopted_on') || null,
    }),
  )
  const votes = new Map(
    tableOf('votes.csv', ['actor']).rows.map((row) => [
      row.get('actor'),
      new Map(
        rollCalls.flatMap((call) => {
          const cast = casts[row.get(call.id)]
          return cast === undefined ? [] : [[call.id, cast] as const]
        }),
      ),
    ]),
  )
  return { rollCalls, series, votes }
}

/** The shipped votes as a file of datums: a `roll-call` of the General Assembly each, a `recorded-vote` of each State. */
export const shippedVotesFile = ({ rollCalls, series, votes }: ShippedVotes): InputFile => {
  const common = { known_from: receivedOn, source }
  const facts = rollCalls.flatMap((call) => {
    const entry = entryOf(call, series)
    const symbol = symbolOf(call.symbolInFile)
    const date = entry?.adoptedOn ?? String(call.year)
    const locator = `roll call ${call.id}`
    const { session, titleInFile, symbolInFile, dayInFile, yes, no, abstain } = call
    const counts = { symbol, session, titleInFile, symbolInFile, dayInFile, yes, no, abstain }
    const tied =
      entry === undefined
        ? {}
        : { series: entry.series, checked: entry.checked, adoptedOn: entry.adoptedOn, note: entry.why }
    return [
      {
        ...common,
        id: `roll-call-${call.id}`,
        actor: 'un-general-assembly',
        kind: 'roll-call',
        subject: symbol,
        date,
        locator,
        body: { ...counts, ...tied },
      },
      ...[...votes].flatMap(([actor, cast]) => {
        const vote = cast.get(call.id)
        if (vote === undefined) return []
        const id = `vote-${call.id}-${actor}`
        return [
          { ...common, id, actor, kind: 'recorded-vote', subject: symbol, date, locator, body: { vote } },
        ]
      }),
    ]
  })
  return { name: 'votes.json', bytes: new TextEncoder().encode(JSON.stringify(facts)) }
}
