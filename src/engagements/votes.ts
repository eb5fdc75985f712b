// What a State voted on the resolutions of a series, year by year.
import type { Datum } from '../facts/datum.ts'
import { isDay } from '../facts/edtf.ts'
import { placeOf } from '../mappings/locator.ts'
import { answersTo } from './questions.ts'
import { symbolKey } from './symbol.ts'

export type VoteCast = 'yes' | 'no' | 'abstain'

/** One resolution with the State's vote; null where no vote of it is recorded, which is neither absence nor abstention. */
export type YearOfVote = {
  year: number
  /** Null where the table of votes has none. */
  symbol: string | null
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
  titleInFile: string | null
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

/** The number of a resolution in its session: A/RES/52/38 A is 38. */
const numberIn = (symbol: string | null): number => Number(/\/(\d+)[^/]*$/.exec(symbol ?? '')?.[1] ?? 0)

const byText = (a: string | null, b: string | null): number =>
  (a ?? '') < (b ?? '') ? -1 : (a ?? '') > (b ?? '') ? 1 : 0

/** By year and number; what is the same for every comparison is read once. */
const inOrder = (years: readonly YearOfVote[]): YearOfVote[] =>
  years
    .map((one) => ({ one, number: numberIn(one.symbol) }))
    .sort(
      (a, b) =>
        a.one.year - b.one.year ||
        a.one.session - b.one.session ||
        a.number - b.number ||
        byText(a.one.symbol, b.one.symbol) ||
        byText(a.one.locator, b.one.locator),
    )
    .map(({ one }) => one)

/** A roll call with the State's vote in it; null where it records none. */
type Call = Datum & { vote: VoteCast | null }

/** The roll call that a fact stands on, whichever edition of whichever file it was read from. */
const callNamed = ({ locator }: Datum): string | null => (locator === null ? null : placeOf(locator))

/**
 * The votes of one State that stand as facts of their own, to be found by roll call. Several votes bear one symbol, on
 * paragraphs and on the whole: what names a roll call belongs to that one, anything else to the vote on the whole.
 */
const ownVotes = (calls: readonly Call[], votes: readonly Datum[]) => {
  // The last entry of a key stands in a Map: received votes come after those entered here.
  const receivedLast = [...votes.filter((vote) => vote.entered), ...votes.filter((vote) => !vote.entered)]
  const named = new Set(calls.map(callNamed))
  const byCall = new Map(receivedLast.map((vote) => [callNamed(vote), vote]))
  const bySymbol = new Map(
    receivedLast
      .filter((vote) => vote.locator === null || !named.has(callNamed(vote)))
      .map((vote) => [vote.subject === null ? null : symbolKey(vote.subject), vote]),
  )
  return (call: Call): Datum | undefined =>
    (call.locator === null ? undefined : byCall.get(callNamed(call))) ??
    (call.subject === null || call.body.part !== undefined
      ? undefined
      : bySymbol.get(symbolKey(call.subject)))
}

/**
 * The roll calls of `series` (null: those that belong to none), oldest first, with the votes of one State. `calls` are
 * datums of kind `roll-call` with the State's vote in them, `votes` the State's own of kind `recorded-vote`. What was
 * received is given before what was entered here, and of each a vote of its own before the list of a roll call.
 */
export const votesIn = (
  series: string | null,
  calls: readonly Call[],
  votes: readonly Datum[],
): YearOfVote[] => {
  const ownOn = ownVotes(calls, votes)
  const years = calls
    .filter((call) => textOf(call.body, 'series') === series)
    .map((call) => {
      const { body, heldFrom, locator } = call
      const own = ownOn(call)
      const isOwn = own !== undefined && (!own.entered || call.vote === null || call.entered)
      const vote = isOwn ? own : undefined
      return {
        year: Number(heldFrom?.slice(0, 4)),
        symbol: textOf(body, 'symbol'),
        session: Number(body.session),
        vote: vote === undefined ? call.vote : (vote.body.vote as VoteCast),
        yes: Number(body.yes),
        no: Number(body.no),
        abstain: Number(body.abstain),
        checked: textOf(body, 'checked') as YearOfVote['checked'],
        why: textOf(body, 'note'),
        adoptedOn: textOf(body, 'adoptedOn'),
        titleInFile: textOf(body, 'titleInFile'),
        dayInFile: textOf(body, 'dayInFile'),
        locator: vote?.locator ?? locator,
        source: sourceOf(vote ?? call),
        entered: call.entered || vote?.entered === true,
      }
    })
  return inOrder(years)
}

/** How many of a State's votes there are of each sort, and over which years. */
export type VotesCounted = {
  yes: number
  no: number
  abstain: number
  /** Without a vote recorded; where the first day of its membership is held, from that day on. */
  none: number
  /** Without a vote recorded, from before its membership: it had none to cast. */
  before: number
  /** The first day of its membership; null: not held, so that all without a vote are counted alike. */
  memberFrom: string | null
  all: number
  from: number | null
  until: number | null
}

/**
 * Whether a roll call was held before a day: by the day the table gives, otherwise by the day of adoption or the year. What
 * may have been later is not.
 */
const isBefore = ({ dayInFile, adoptedOn, year }: YearOfVote, day: string): boolean => {
  const held = dayInFile ?? adoptedOn
  return held !== null && isDay(held) ? held < day : year < Number(day.slice(0, 4))
}

/** `memberFrom`: the first day on which the State was a member of the United Nations; null: not held. */
export const countVotes = (years: readonly YearOfVote[], memberFrom: string | null = null): VotesCounted => {
  const of = (cast: VoteCast | null) => years.filter(({ vote }) => vote === cast).length
  const before =
    memberFrom === null ? 0 : years.filter((one) => one.vote === null && isBefore(one, memberFrom)).length
  return {
    yes: of('yes'),
    no: of('no'),
    abstain: of('abstain'),
    none: of(null) - before,
    ...{ before, memberFrom },
    all: years.length,
    from: years[0]?.year ?? null,
    until: years.at(-1)?.year ?? null,
  }
}

/**
 * The first day from which a State votes, by facts on its membership; null where none gives a day, or several give more than
 * one: it may have left and come back.
 */
export const votesFrom = (facts: readonly Datum[]): string | null => {
  const days = facts
    .filter(({ kind, body }) => answersTo('voting', { kind, body }) && body.organ === undefined)
    .map(({ heldFrom, heldEdtf }) => (heldEdtf ?? heldFrom ?? '').split('/')[0] ?? '')
  const [only, ...others] = new Set(days)
  return only !== undefined && others.length === 0 && isDay(only) ? only : null
}

/** The names of the series of which roll calls are held. */
export const seriesIn = (calls: readonly Datum[]): string[] =>
  [...new Set(calls.map((call) => textOf(call.body, 'series')))].filter((series) => series !== null).sort()
