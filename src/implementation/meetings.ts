// Meetings: what was on the agenda, who was there, what was decided, and what became of it.
import { type Schedule, scheduleOf } from './dates.ts'
import { type Gathering, gatheringOf } from './gathering.ts'
import { entriesOf, textIn, type Work, type WorkFact } from './held.ts'
import { type Mark, markOf } from './mark.ts'
import { type Reported, reportedOf, type Standing, standingOfWork } from './progress.ts'
import { endedBy } from './stands-in.ts'

export type TaskView = {
  id: string
  actor: string
  title: string
  /** An actor, a body or an office. */
  owner: string
  action: string | null
  schedule: Schedule
  reported: Reported[]
  standing: Standing
} & Mark

export type DecisionView = {
  id: string
  number: string | null
  text: string
  language: string | null
  tasks: TaskView[]
} & Mark

export type MeetingView = Gathering & {
  present: string[]
  topic: string | null
  /** One entry a line. */
  agenda: string[]
  minutes: string | null
  minutesAddress: string | null
  /** Of what was written down. */
  language: string | null
  decisions: DecisionView[]
}

const linesOf = (text: string | null): string[] =>
  (text ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

export const taskOf = (work: Work, fact: WorkFact): TaskView => {
  const schedule = scheduleOf(work, fact)
  const reported = reportedOf(work, fact)
  return {
    id: fact.id,
    actor: fact.datum.actor,
    title: textIn(fact, 'title') ?? '',
    owner: textIn(fact, 'owner') ?? fact.datum.actor,
    action: work.named(fact, 'action', ['plan-action'])[0]?.id ?? null,
    schedule,
    reported,
    standing: standingOfWork(reported, schedule, work.asOf, endedBy(work, fact) === 'stopped'),
    ...markOf(fact),
  }
}

const decisionOf = (work: Work, fact: WorkFact): DecisionView => ({
  id: fact.id,
  number: textIn(fact, 'number'),
  text: textIn(fact, 'text') ?? '',
  language: fact.datum.language,
  tasks: work.naming('task', 'decision', fact).map((task) => taskOf(work, task)),
  ...markOf(fact),
})

const byNumber = (a: DecisionView, b: DecisionView): number =>
  (a.number ?? '').localeCompare(b.number ?? '', 'en', { numeric: true })

export const meetingOf = (work: Work, fact: WorkFact): MeetingView => ({
  ...gatheringOf(fact),
  present: entriesOf(fact, 'present'),
  topic: textIn(fact, 'topic'),
  agenda: linesOf(textIn(fact, 'agenda')),
  minutes: textIn(fact, 'minutes'),
  minutesAddress: textIn(fact, 'minutesAddress'),
  language: fact.datum.language,
  decisions: work
    .naming('meeting-decision', 'meeting', fact)
    .map((decision) => decisionOf(work, decision))
    .sort(byNumber),
})

/** The day a meeting was held or is planned for (EDTF); '9' sorts what has neither last. */
const dayOf = ({ heldOn, plannedOn }: MeetingView): string => heldOn ?? plannedOn ?? '9'

/** Meetings in the order of their days, those without a day last. */
export const byMeetingDay = (a: MeetingView, b: MeetingView): number =>
  dayOf(a) < dayOf(b) ? -1 : dayOf(a) > dayOf(b) ? 1 : 0
