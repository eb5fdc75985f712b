// What a State voted on the resolutions of a series, year by year.
import type { Datum } from '../facts/datum.ts'
import type { VoteCast } from './roll-calls.ts'

/** One resolution with the State's vote; null where no vote of it is recorded, which is neither absence nor abstention. */
export type YearOfVote = {
  year: number
  symbol: string
  session: number
  vote: VoteCast | null
  /** All votes recorded on it. */
  yes: number
  no: number
  abstain: number
  /** Whether a text of the General Assembly ties it to the series, or only the file of votes. */
  checked: 'text' | 'file' | null
  /** Why it belongs to the series; null where it belongs to none. */
  why: string | null
  adoptedOn: string | null
  titleInFile: string
  dayInFile: string | null
  locator: string | null
  /** Of the vote; of the roll call where no vote is recorded. */
  source: { title: string; address: string | null; publisher: string | null; date: string | null } | null
  /** The vote, or the roll call, was entered here, not received. */
  entered: boolean
}

type Body = Readonly<Record<string, unknown>>
const sourceOf = ({ source }: Datum): YearOfVote['source'] =>
  source === null
    ? null
    : { title: source.title, address: source.address, publisher: source.publisher, date: source.published }

const textOf = (body: Body, name: string): string | null =>
  typeof body[name] === 'string' ? (body[name] as string) : null

/**
 * The roll calls of `series` (null: those that belong to none), oldest first, with the votes of one State. `calls` are
 * datums of kind `roll-call`, `votes` the State's of kind `recorded-vote`; both name the resolution by its symbol. Of a
 * received vote and one entered here on the same resolution the received one is given.
 */
export const votesIn = (
  series: string | null,
  calls: readonly Datum[],
  votes: readonly Datum[],
): YearOfVote[] => {
  // The last entry of a key stands in a Map: received votes come after those entered here.
  const receivedLast = [...votes.filter((vote) => vote.entered), ...votes.filter((vote) => !vote.entered)]
  const castOn = new Map(receivedLast.map((vote) => [vote.subject, vote]))
  return calls
    .filter((call) => textOf(call.body, 'series') === series)
    .map((call) => {
      const { body, subject, heldFrom, locator } = call
      const vote = castOn.get(subject)
      return {
        year: Number(heldFrom?.slice(0, 4)),
        symbol: String(body.symbol),
        session: Number(body.session),
        vote: vote === undefined ? null : (vote.body.vote as VoteCast),
        yes: Number(body.yes),
        no: Number(body.no),
        abstain: Number(body.abstain),
        checked: textOf(body, 'checked') as YearOfVote['checked'],
        why: textOf(body, 'note'),
        adoptedOn: textOf(body, 'adoptedOn'),
        titleInFile: String(body.titleInFile),
        dayInFile: textOf(body, 'dayInFile'),
        locator: vote?.locator ?? locator,
        source: sourceOf(vote ?? call),
        entered: call.entered || vote?.entered === true,
      }
    })
    .sort((a, b) => a.year - b.year || (a.symbol < b.symbol ? -1 : 1))
}

/** The names of the series of which roll calls are held. */
export const seriesIn = (calls: readonly Datum[]): string[] =>
  [...new Set(calls.map((call) => textOf(call.body, 'series')))].filter((series) => series !== null).sort()
