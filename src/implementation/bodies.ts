// The bodies that work on a promise: who sits on them by office, when they met, and what happened, in order.
import { entriesOf, textIn, type Work, type WorkFact } from './held.ts'
import { type Holding, holdingOn } from './holding.ts'
import { type Mark, markOf } from './mark.ts'
import { meetingKinds } from './meeting-kinds.ts'
import { byMeetingDay, type MeetingView, meetingOf } from './meetings.ts'
import { isPartOf } from './plan-of-work.ts'

export type MemberView = {
  id: string
  /** An office, never a person. */
  office: string
  /** An actor's id, or what it is called. */
  organisation: string | null
  capacity: string
  /** YYYY-MM-DD, half-open; null where nothing says. */
  from: string | null
  until: string | null
} & Mark

/** What happens to a body, in the order in which it happens on one day. */
export const logEntries = ['began', 'joined', 'met', 'decided', 'moved', 'done', 'left', 'ended'] as const

export type LogEntry = {
  /** A day, or less exact (EDTF). */
  on: string
  what: (typeof logEntries)[number]
  /** The fact that says so. */
  id: string
  kind: string
  /** What it is called, or what was decided; null of a meeting without a title. */
  words: string | null
}

export type BodyView = {
  id: string
  actor: string
  title: string
  form: string
  mandate: string | null
  language: string | null
  chairedBy: string | null
  instrument: string[]
  carriesOut: string[]
  from: string | null
  until: string | null
  holds: Holding
  members: MemberView[]
  /** Those it met at and those planned, in the order of their days. */
  meetings: MeetingView[]
  /** Oldest first. */
  log: LogEntry[]
} & Mark

const memberOf = (fact: WorkFact): MemberView => ({
  id: fact.id,
  office: textIn(fact, 'office') ?? '',
  organisation: textIn(fact, 'organisation'),
  capacity: textIn(fact, 'capacity') ?? 'member',
  from: fact.datum.heldFrom,
  until: fact.datum.heldUntil,
  ...markOf(fact),
})

const chairFirst = ['chair', 'vice-chair', 'secretary', 'member', 'observer']
const byCapacity = (a: MemberView, b: MemberView): number =>
  chairFirst.indexOf(a.capacity) - chairFirst.indexOf(b.capacity) || (a.office < b.office ? -1 : 1)

const entry = (
  on: string | null,
  what: LogEntry['what'],
  id: string,
  kind: string,
  words: string | null,
): LogEntry[] => (on === null ? [] : [{ on, what, id, kind, words }])

/** Dates that a meeting moved: called by what was to be done by them. */
const movedAt = (work: Work, meeting: MeetingView): LogEntry[] =>
  work.naming('rescheduling', 'meeting', work.find(meeting.kind, meeting.id)!).flatMap((move) => {
    const [about] = work.named(move, 'about', ['plan-action', 'step', 'task'])
    const words = about === undefined ? textIn(move, 'reason') : textIn(about, 'title')
    return entry(textIn(move, 'decidedOn') ?? meeting.heldOn, 'moved', move.id, 'rescheduling', words)
  })

const logOf = (work: Work, body: Omit<BodyView, 'log'>, fact: WorkFact): LogEntry[] =>
  [
    ...entry(fact.datum.heldEdtf ?? body.from, 'began', body.id, 'working-body', body.title),
    ...entry(body.until, 'ended', body.id, 'working-body', body.title),
    ...body.members.flatMap(({ id, office, from, until }) => [
      ...entry(from, 'joined', id, 'body-member', office),
      ...entry(until, 'left', id, 'body-member', office),
    ]),
    ...body.meetings.flatMap((meeting) => [
      ...entry(meeting.heldOn, 'met', meeting.id, meeting.kind, meeting.title),
      ...movedAt(work, meeting),
      ...meeting.decisions.flatMap((decision) => [
        ...entry(meeting.heldOn, 'decided', decision.id, 'meeting-decision', decision.text),
        ...decision.tasks.flatMap(({ id, title, reported }) => {
          const done = reported.findLast(({ state }) => state === 'done')
          return entry(done?.doneOn ?? done?.reportedOn ?? null, 'done', id, 'task', title)
        }),
      ]),
    ]),
  ]
    // What is to come, such as a seat that ends with next year, has not happened.
    .filter(({ on }) => on <= work.asOf)
    .sort((a, b) =>
      a.on === b.on ? logEntries.indexOf(a.what) - logEntries.indexOf(b.what) : a.on < b.on ? -1 : 1,
    )

export const bodyOf = (work: Work, fact: WorkFact): BodyView => {
  const body = {
    id: fact.id,
    actor: fact.datum.actor,
    title: textIn(fact, 'title') ?? '',
    form: textIn(fact, 'form') ?? 'group',
    mandate: textIn(fact, 'mandate'),
    language: fact.datum.language,
    chairedBy: textIn(fact, 'chairedBy'),
    instrument: entriesOf(fact, 'instrument'),
    carriesOut: entriesOf(fact, 'carriesOut'),
    from: fact.datum.heldFrom,
    until: fact.datum.heldUntil,
    holds: holdingOn(fact, work.asOf),
    members: work.naming('body-member', 'body', fact).map(memberOf).sort(byCapacity),
    meetings: meetingKinds
      .flatMap((kind) => work.naming(kind, 'body', fact))
      .map((meeting) => meetingOf(work, meeting))
      .sort(byMeetingDay),
    ...markOf(fact),
  }
  return { ...body, log: logOf(work, body, fact) }
}

/** Who sits on a body on a day (YYYY-MM-DD). */
export const membersOn = ({ members }: Pick<BodyView, 'members'>, day: string): MemberView[] =>
  members.filter(({ from, until }) => (from === null || from <= day) && (until === null || until > day))

/** The bodies that work on an instrument or a part of it. */
export const bodiesOf = (work: Work, instrument: string): BodyView[] =>
  work
    .of('working-body')
    .filter((body) =>
      [...entriesOf(body, 'instrument'), ...entriesOf(body, 'carriesOut')].some((part) =>
        isPartOf(instrument, part),
      ),
    )
    .map((body) => bodyOf(work, body))
