// Steps of plans of work and tasks as something owed: by when, where it stands, whom it lies with.
import type { DutyOwed, GrantedDate } from '../duties/owed.ts'
import { type Engagement, engagementOf } from '../engagements/engagement.ts'
import { isAskedFor } from '../engagements/owed.ts'
import { owedOf, ownersOf } from '../engagements/promise.ts'
import { searchedOver } from '../engagements/searched.ts'
import { standingOf } from '../engagements/standing.ts'
import type { Kinds } from '../facts/kind.ts'
import { isLate } from '../facts/precision.ts'
import type { FactBase } from '../rules/facts.ts'
import { lastDayOf, type Schedule, scheduleOf } from './dates.ts'
import { entriesOf, textIn, type Work, type WorkFact } from './held.ts'
import { type Reported, reportedOf } from './progress.ts'
import { endedBy } from './stands-in.ts'

export type WorkAsked = {
  coverage: FactBase['coverage']
  /** Days, both included, between which something is owed. */
  from: string
  until: string
  /** Whether an id is that of an actor held; without it nobody's is. */
  isActor?: (id: string) => boolean
  /** Those left out are not looked at any further. */
  isAsked?: (promise: Engagement, owners: readonly string[]) => boolean
}

/** Who owes a piece of work: the actor named as its owner, beside whoever promised it. */
export const ownersOfWork = (promise: Engagement, isActor: (id: string) => boolean): string[] => {
  const { owner } = promise.datum.body
  const named = typeof owner === 'string' && isActor(owner) ? [owner] : []
  return [...new Set([...ownersOf(promise), ...named])]
}

/** Kinds of work that are to be done once, by their `due`. */
export const kindsOwedOnce = (kinds: Kinds): string[] =>
  Object.keys(kinds).filter((kind) => kinds[kind]!.topic === 'implementation' && kinds[kind]!.owed === 'once')

/** The stored fact behind an id that is kept through corrections. */
const storedAs = (work: Work, kind: string, id: string): string => work.find(kind, id)?.datum.datumId ?? id

const movesAsGranted = (work: Work, { moves }: Schedule): GrantedDate[] =>
  moves.flatMap(({ id, decidedOn, dates }) =>
    dates.due === null
      ? []
      : [
          {
            ...{ on: dates.due, isGranted: false, meeting: null, statedAsOf: decidedOn },
            datumIds: [storedAs(work, 'rescheduling', id)],
          },
        ],
  )

/** In time where what was reported tells it; a report that comes late does not say that the work did. */
const isDoneLate = ({ doneOn, reportedOn }: Reported, due: string): boolean | null =>
  doneOn !== null ? isLate(doneOn, due) : isLate(reportedOn, due) === false ? false : null

/** Who sees to it: the task's own owner, otherwise those responsible for its action. */
const lyingWith = (work: Work, fact: WorkFact): string | null => {
  const own = textIn(fact, 'owner')
  if (own !== null) return own
  const [action] = work.named(fact, 'action', ['plan-action'])
  const responsible = action === undefined ? [] : entriesOf(action, 'responsible')
  return responsible.length === 0 ? null : responsible.join(', ')
}

const oweOne = (
  work: Work,
  fact: WorkFact,
  { promise, owners }: { promise: Engagement; owners: readonly string[] },
  asked: WorkAsked,
): DutyOwed => {
  const { asOf } = work
  const schedule = scheduleOf(work, fact)
  const reported = reportedOf(work, fact)
  const { due } = schedule.now
  const first = schedule.original.due
  const common = {
    instance: null,
    due,
    derivation:
      first === null ? ({ key: 'promise-undated' } as const) : ({ key: 'promise-due', on: first } as const),
    computed: false,
    restsOn: [
      ...schedule.moves.map(({ id }) => storedAs(work, 'rescheduling', id)),
      ...reported.map(({ id }) => storedAs(work, 'progress', id)),
    ],
  }
  const last = reported.at(-1)
  const complete = (owed: DutyOwed): DutyOwed => ({
    ...owed,
    owners: [...owners],
    entered:
      owed.entered || [...schedule.moves, ...(last === undefined ? [] : [last])].some((one) => one.entered),
    responsible: lyingWith(work, fact),
    computed: first === null ? null : { on: first, derivation: { key: 'promise-due', on: first } },
    granted: movesAsGranted(work, schedule),
  })
  if (last?.state === 'done') {
    const isLateBy = due === null ? null : isDoneLate(last, due)
    const by = {
      id: storedAs(work, 'progress', last.id),
      type: 'datum' as const,
      kind: 'progress',
      on: last.doneOn,
    }
    return complete(
      owedOf(promise, {
        ...common,
        status: 'met',
        isLate: isLateBy,
        metBy: [by],
        reason: last.doneOn === null ? { key: 'promise-day-unsaid' } : null,
      }),
    )
  }
  if (last?.state === 'stopped')
    return complete(owedOf(promise, { ...common, status: 'ended', reason: null }))
  const end = endedBy(work, fact)
  if (end !== null)
    return complete(owedOf(promise, { ...common, status: 'ended', reason: { key: `promise-above-${end}` } }))
  const lastDay = lastDayOf(due)
  if (lastDay === undefined) return complete(owedOf(promise, { ...common, status: 'undated', reason: null }))
  const from = fact.first.knownFrom < lastDay ? fact.first.knownFrom : lastDay
  const searched = searchedOver(
    { registers: ['progress'], owners: [...owners] },
    asked.coverage,
    { from, lastDay },
    asOf,
  )
  const { status, reason } = standingOf({ promise: fact.id, lastDay, asOf, missing: 1, total: 1, searched })
  // It can still be done: late, but not gone by as a year is.
  const standing = status === 'missed' ? (lastDay < asOf ? 'overdue' : 'due') : status
  return complete(owedOf(promise, { ...common, status: standing, reason, searched }))
}

/** What work on promises is to be done between two days, and, without a date, today. Not sorted. */
export const workOwed = (work: Work, kinds: Kinds, asked: WorkAsked): DutyOwed[] =>
  kindsOwedOnce(kinds)
    .flatMap((kind) => work.of(kind))
    .flatMap((fact): DutyOwed[] => {
      const held = engagementOf(fact.datum, kinds)
      const promise = held === undefined ? undefined : { ...held, id: fact.id }
      if (promise === undefined) return []
      const owners = ownersOfWork(promise, asked.isActor ?? (() => false))
      return (asked.isAsked?.(promise, owners) ?? true)
        ? [oweOne(work, fact, { promise, owners }, asked)]
        : []
    })
    .filter(({ due }) => isAskedFor(due, { ...asked, asOf: work.asOf }))
