// The status of one treaty as pages show it: who is bound on a day, as known on a day, and how it came to that.
import type { Db } from '../db/store.ts'
import { type Datum, knownOn } from '../facts/datum.ts'
import { lastDay } from '../facts/edtf.ts'
import { listDatums } from '../facts/store.ts'
import { problem } from '../problem.ts'
import { formalSeries, type MeetingHeld, meetingsOf } from './meetings.ts'
import {
  type Basis,
  type HistoryYear,
  type MembershipHistory,
  membershipHistory,
  type Participant,
  type Standing,
} from './membership-history.ts'
import type { StatusSource } from './status-csv.ts'
import { findStatusSource, type HeldStatusEvent, listStatusEvents } from './store.ts'
import { findTreaty, type Treaty } from './treaty.ts'
import { shippedTreatyIds } from './treaty-ids.ts'
import { findTreatyHead, listTreatiesHeld, type TreatyHead } from './treaty-store.ts'

/** An event that stands beside the number of parties: what is not held as a fact is not there. */
export type TreatyEvent = {
  kind:
    | 'adopted'
    | 'first-signatures'
    | 'in-force'
    | 'withdrawal'
    | 'meeting-of-states-parties'
    | 'review-conference'
  /** As precisely as it is known (EDTF). */
  on: string
  /** For a meeting, its title as the source gives it. */
  title: string | null
  /** Who, for signatures and withdrawals. */
  names: string[]
  isExpected: boolean
}

export type TreatyStatus = {
  treaty: string
  title: string
  /** The treaty's full title; null where only the short one is held. */
  formalTitle: string | null
  mtdsg: string | null
  depositary: string | null
  /** The rule on entry into force is held, so that it can be said who is bound. */
  basis: Basis
  asOf: string
  knownOn: string
  /** Where the status is from, and the last day it speaks of. */
  source: { statedBy: string; address: string | null; asOf: string } | null
  adoptedOn: string | null
  inForceFrom: string | null
  /** The source's own counts, of its own date: organisations are among its parties. */
  stated: { signatories: number | null; parties: number | null; asOf: string } | null
  counts: Record<Exclude<Standing, 'none'>, number> & { organisations: number }
  participants: Participant<HeldStatusEvent>[]
  years: HistoryYear<HeldStatusEvent>[]
  steps: MembershipHistory['steps']
  meetings: MeetingHeld[]
  claims: TreatyClaim[]
  events: TreatyEvent[]
}

/** What somebody claims of a treaty's status, and who contests it. Who is bound it leaves as it is. */
export type TreatyClaim = {
  actor: string
  datumId: string
  claim: string
  /** Entered here, not received. */
  entered: boolean
  claimedBy: string
  claimedOn: string | null
  quotation: string | null
  language: string | null
  source: Datum['source']
  contestedBy: string | null
  contestQuotation: string | null
  contestSource: { title: string; address: string | null } | null
}

/** A treaty in the list of those held. */
export type TreatyListed = Pick<
  TreatyStatus,
  | 'treaty'
  | 'title'
  | 'formalTitle'
  | 'mtdsg'
  | 'basis'
  | 'asOf'
  | 'knownOn'
  | 'source'
  | 'inForceFrom'
  | 'counts'
> & { lastAct: { name: string; kind: string; on: string } | null }

export type TreatyQuestion = { treaty: string; asOf: string; knownOn: string }

/** What a treaty is called: by its convention file, our table of treaties, or its newest status page. */
export const titlesOf = (id: string, rules: Treaty | undefined, head: TreatyHead | undefined) => {
  const full =
    rules?.titles.en?.formal ?? shippedTreatyIds().find((one) => one.id === id)?.title ?? head?.title ?? null
  const title = rules?.titles.en?.short ?? full ?? id
  return { title, formalTitle: full === title ? null : full }
}

/** The first address in the note of a status file, which may write none or more than one. */
export const addressIn = (note: string | null): string | null => /https?:\S+/.exec(note ?? '')?.[0] ?? null

const countsOf = (participants: readonly Participant[]): TreatyStatus['counts'] => {
  const states = participants.filter((one) => one.actor !== null)
  const of = (...standings: Standing[]) => states.filter((one) => standings.includes(one.standing)).length
  return {
    // Who leaves is a party until the withdrawal takes effect.
    party: of('party', 'leaving'),
    leaving: of('leaving'),
    joining: of('joining'),
    unknown: of('unknown'),
    left: of('left'),
    signatory: of('signatory'),
    organisations: participants.filter(
      (one) => one.actor === null && (one.standing === 'party' || one.standing === 'leaving'),
    ).length,
  }
}

const textIn = (body: Datum['body'], field: string): string | null =>
  typeof body[field] === 'string' ? body[field] : null

const claimOf = (datum: Datum): TreatyClaim => {
  const { body } = datum
  const contestTitle = textIn(body, 'contestTitle')
  return {
    actor: datum.actor,
    datumId: datum.datumId,
    claim: textIn(body, 'claim') ?? '',
    entered: datum.entered,
    claimedBy: textIn(body, 'claimedBy') ?? datum.actor,
    claimedOn: datum.heldEdtf ?? datum.heldFrom,
    quotation: datum.quotation,
    language: datum.language,
    source: datum.source,
    contestedBy: textIn(body, 'contestedBy'),
    contestQuotation: textIn(body, 'contestQuotation'),
    contestSource:
      contestTitle === null ? null : { title: contestTitle, address: textIn(body, 'contestAddress') },
  }
}

const eventsOf = (
  history: MembershipHistory<HeldStatusEvent>,
  given: {
    adoptedOn: string | null
    inForceFrom: string | null
    meetings: readonly MeetingHeld[]
    asOf: string
  },
): TreatyEvent[] => {
  const event = (kind: TreatyEvent['kind'], on: string, more: Partial<TreatyEvent> = {}): TreatyEvent => ({
    kind,
    on,
    title: null,
    names: [],
    isExpected: false,
    ...more,
  })
  const signatures = history.participants.flatMap((one) =>
    one.acts.flatMap((act) =>
      act.kind === 'signature' && act.notifiedOn !== null ? [{ on: act.notifiedOn, name: one.name }] : [],
    ),
  )
  const firstDay = signatures.map((one) => one.on).sort()[0]
  const departures = Map.groupBy(
    history.years.flatMap((year) => year.left),
    (one) => one.on,
  )
  return (
    [
      ...(given.adoptedOn === null ? [] : [event('adopted', given.adoptedOn)]),
      ...(firstDay === undefined
        ? []
        : [
            event('first-signatures', firstDay, {
              names: signatures.filter((one) => one.on === firstDay).map((one) => one.name),
            }),
          ]),
      ...(given.inForceFrom === null ? [] : [event('in-force', given.inForceFrom)]),
      ...[...departures].map(([on, who]) =>
        event('withdrawal', on, {
          names: who.map((one) => one.name),
          isExpected: who.some((one) => one.isExpected),
        }),
      ),
      ...given.meetings.flatMap((meeting) =>
        meeting.when !== null && (formalSeries as readonly string[]).includes(meeting.series)
          ? [event(meeting.series as TreatyEvent['kind'], meeting.when, { title: meeting.title })]
          : [],
      ),
    ]
      // A meeting that only its year is known of has not been held for certain before the year is over.
      .filter((one) => (lastDay(one.on) ?? one.on) <= given.asOf)
      .sort((a, b) => (a.on < b.on ? -1 : 1))
  )
}

/**
 * The status of a treaty on `asOf`, as known on `knownOn`. Throws Problem `not-found` where no act of it is held,
 * naming the treaties that are.
 */
export const showTreaty = async (db: Db, asked: TreatyQuestion): Promise<TreatyStatus> => {
  const { treaty, asOf } = asked
  const held = await listTreatiesHeld(db)
  if (!held.includes(treaty))
    throw problem(
      'not-found',
      findTreaty(treaty) === undefined
        ? `There is no treaty "${treaty}" whose status is held. Treaties held: ${held.join(', ')}.`
        : `Who is bound by "${treaty}" is not known here: no act of a State under it is held. What it asks stands at /duties/${treaty}.`,
    )
  const rules = findTreaty(treaty)
  const head = await findTreatyHead(db, treaty)
  const found = await findStatusSource(db, treaty)
  const source =
    found === undefined
      ? null
      : { statedBy: found.statedBy, address: head?.address ?? addressIn(found.note), asOf: found.asOf }
  // Who is bound is computed, and kept for everyone: by public facts alone.
  const known = async (kind: string): Promise<Datum[]> =>
    knownOn(await listDatums(db, { kind }), asked.knownOn).filter((datum) => datum.tier === 'public')
  const history = membershipHistory(await listStatusEvents(db, treaty, asked.knownOn), {
    rules,
    asOf,
    sourceDate: source?.asOf ?? null,
    conflicts: await known('armed-conflict'),
  })
  const meetings = meetingsOf(await known('meeting'), treaty)
  const claims = (await known('status-claim'))
    .filter((datum) => datum.body.treaty === treaty && (datum.heldFrom ?? '') <= asOf)
    .map(claimOf)
  const adoptedOn = rules?.adopted.on ?? head?.adoptedOn ?? null
  const inForceFrom = rules?.inForceFrom ?? head?.inForceFrom ?? null
  return {
    treaty,
    ...titlesOf(treaty, rules, head),
    mtdsg: rules?.mtdsg ?? head?.mtdsg ?? null,
    depositary: rules?.depositary ?? null,
    basis: history.basis,
    asOf,
    knownOn: asked.knownOn,
    source,
    adoptedOn,
    inForceFrom,
    stated: statedBy(head, source?.asOf),
    counts: countsOf(history.participants),
    participants: history.participants,
    years: history.years,
    steps: history.steps,
    meetings,
    claims,
    events: eventsOf(history, { adoptedOn, inForceFrom, meetings, asOf }),
  }
}

const statedBy = (head: StatusHeadCounts | undefined, asOf: string | undefined): TreatyStatus['stated'] =>
  head === undefined || asOf === undefined || (head.signatories === null && head.parties === null)
    ? null
    : { signatories: head.signatories, parties: head.parties, asOf }

type StatusHeadCounts = Pick<StatusSource, 'signatories' | 'parties'>

/** Every treaty whose status is held, by title. */
export const listTreaties = async (
  db: Db,
  on: { asOf: string; knownOn: string },
): Promise<TreatyListed[]> => {
  const listed: TreatyListed[] = []
  for (const treaty of await listTreatiesHeld(db)) {
    const { title, formalTitle, mtdsg, basis, asOf, knownOn, source, inForceFrom, counts, participants } =
      await showTreaty(db, { treaty, ...on })
    const last = participants
      .flatMap((one) =>
        one.acts.flatMap(({ kind, notifiedOn }) =>
          notifiedOn === null ? [] : [{ name: one.name, kind, on: notifiedOn }],
        ),
      )
      .reduce<TreatyListed['lastAct']>((best, one) => (best === null || one.on > best.on ? one : best), null)
    listed.push({
      treaty,
      title,
      formalTitle,
      mtdsg,
      basis,
      asOf,
      knownOn,
      source,
      inForceFrom,
      counts,
      lastAct: last,
    })
  }
  return listed.sort((a, b) => collator.compare(a.title, b.title))
}

const collator = new Intl.Collator('en')
