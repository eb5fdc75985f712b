// How Averland carries out the fictional plan: a plan of work with actions in every standing, a body with meetings, events
// and a study.
import type { Datum } from '../../../src/facts/datum.ts'
import { workHeld } from '../../../src/implementation/held.ts'
import type { ImplementationData } from '../../../src/web/data/implementation.ts'
import {
  choicesOf,
  findWork,
  implementationOf,
  servingShownOf,
  workShownOf,
} from '../../../src/web/held/implementation-shown.ts'
import { fact } from '../../implementation/facts.ts'
import { planId } from './plan.ts'
import { states } from './states.ts'

const source = {
  title: 'Averland’s <plan> of work',
  address: null,
  publisher: 'Averland',
  published: '2026-01',
}
const held = (kind: string, id: string, body: Record<string, unknown>, more: Partial<Datum> = {}): Datum =>
  fact(kind, id, body, { source, ...more })

const dated = (startsOn: string | null, endsOn: string | null) => ({
  ...(startsOn === null ? {} : { startsOn }),
  ...(endsOn === null ? {} : { endsOn }),
})
const action = (number: string, title: string, body: Record<string, unknown>) =>
  held('plan-action', `action-${number}`, { number, title, plan: 'work-plan', ...body })
const said = (about: string, status: string, body: Record<string, unknown> = {}) =>
  held('progress', `said-${about}`, { about, status, reportedOn: '2027-06-01', ...body })

const facts: Datum[] = [
  held(
    'national-plan',
    'work-plan',
    { title: 'Plan of work of Averland', withTimelines: true, instrument: planId, parties: ['XAA'] },
    { heldFrom: '2026-01-01', heldUntil: '2030-01-01' },
  ),
  action('1', 'Survey of all <suspected> areas', {
    ...dated('2026-01-01', '2026-12-31'),
    ...{ carriesOut: [`${planId}/1`], responsible: ['XAA', 'Survey Office'], recommendations: ['rec-1'] },
  }),
  action('2', 'Course for teachers', {
    ...dated('2026-06', '2027-03'),
    ...{ responsible: ['XAA'], dependsOn: ['action-1'] },
  }),
  action('3', 'A law on assistance', dated('2027-01-01', '2028-06-30')),
  action('4', 'Something without a date', {}),
  said('action-1', 'done', { doneOn: '2027-02-20', evidence: 'Report of the Survey Office' }),
  said('action-3', 'delayed', { reason: 'The parliament was dissolved.', challenge: 'Elections' }),
  held('rescheduling', 'move-1', {
    ...{ about: 'action-1', endsOn: '2027-02-28', reason: 'Floods', decidedOn: '2026-11-01' },
  }),
  held('step', 'step-1', { title: 'Draft of the law', action: 'action-3', due: '2027-10-01' }),
  held('budget-line', 'money-1', {
    ...{ about: 'action-1', side: 'own', amount: 120000, currency: 'CHF', year: 2026 },
  }),
  held('budget-line', 'money-2', {
    ...{ about: 'action-2', side: 'sought', amount: 40000.5, currency: 'CHF', year: 2026 },
  }),
  held('budget-line', 'money-3', {
    ...{ about: 'work-plan', side: 'pledged', paidBy: 'Fund', amount: 15000, currency: 'CHF', year: 2026 },
  }),
  held(
    'working-body',
    'group',
    { title: 'Working group on the plan', form: 'working-group', instrument: planId, chairedBy: 'XAA' },
    { heldFrom: '2026-01-15' },
  ),
  held(
    'body-member',
    'member-1',
    { body: 'group', office: 'Director of Survey', capacity: 'chair' },
    { heldFrom: '2026-01-15' },
  ),
  held('working-group-meeting', 'meeting-1', {
    ...{ body: 'group', title: 'First meeting', heldOn: '2027-03-10', place: 'Averton' },
    ...{ agenda: 'Opening\nThe law on assistance', minutes: 'All members came.' },
  }),
  held('working-group-meeting', 'meeting-2', { body: 'group', plannedOn: '2027-12' }),
  held('meeting-decision', 'decision-1', {
    meeting: 'meeting-1',
    number: '1',
    text: 'Write to <the> parliament.',
  }),
  held('task', 'task-1', {
    title: 'Letter to the parliament',
    decision: 'decision-1',
    owner: 'Legal Office',
    due: '2027-04-30',
  }),
  held('dissemination-event', 'event-1', {
    ...{ title: 'Moot court', heldOn: '2027-05-02', audience: ['academia', 'youth'], participants: 60 },
    attendance: [{ audience: 'academia', sex: 'female', age: '18-35', persons: 31 }],
    sameAs: [],
    serves: [`${planId}/2`],
  }),
  held('dissemination-event', 'event-2', {
    title: 'Seminar',
    plannedOn: '2028-01',
    audience: ['government'],
    serves: [planId],
  }),
  held('study', 'study', { title: 'Study on the law', instrument: planId, launchedOn: '2026-02' }),
  held('recommendation', 'rec-1', {
    study: 'study',
    number: '1',
    group: 'Survey',
    text: 'Averland should survey.',
  }),
  held('recommendation', 'rec-2', {
    study: 'study',
    number: '2',
    group: 'Law',
    text: 'Averland should <legislate>.',
  }),
]

const actors = new Map(states.map(({ id, name }) => [id, name]))
const work = () => workHeld(facts, '2027-12-31')

export const implementationData = (): ImplementationData => ({
  showImplementation: async (instrument) =>
    instrument === planId ? implementationOf(work(), planId, { actors, parties: ['XAA'] }) : undefined,
  showWork: async (id) => {
    const [found] = findWork(work(), facts, id)
    return found === undefined
      ? undefined
      : workShownOf(work(), found, { actors, partiesOf: () => ['XAA'], submissionOf: () => null })
  },
  listWorkCalled: async (id) => choicesOf(findWork(work(), facts, id), actors),
  listPromisers: async () => ['XAA'],
  listServing: async (part) => servingShownOf(work(), new Set([part]), actors),
})
