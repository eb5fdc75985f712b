// What Averland owes by its own promises, as the engine gives it: a series, a milestone reached and one without a day,
// talks whose years nobody can count, and three events a year.
import { promisesOwed } from '../../../src/engagements/owed.ts'
import type { DutyShown } from '../../../src/web/data/duties.ts'
import { dutyShown } from '../../../src/web/held/duty-shown.ts'
import { asked, engagement, register } from '../../engagements/fictional.ts'

const everySecondYear = { recurrence: 'FREQ=YEARLY;INTERVAL=2' }
const threeAYear = {
  recurrence: 'FREQ=YEARLY',
  firstYear: 2026,
  target: 3,
  targetComparator: '>=',
  per: 'year',
}

const all = [
  engagement('series', 'resolution-series', '2018/..', {
    title: 'On harbours',
    firstYear: 2018,
    ...everySecondYear,
  }),
  engagement('first', 'resolution', '2018', { title: 'First resolution on harbours', partOf: 'series' }),
  engagement('talks', 'event-series', null, { title: 'Talks of the League', ...everySecondYear }),
  engagement('study', 'milestone', null, { title: 'Study launched', due: '2025-12-31', inferred: ['due'] }),
  engagement('study-later', 'milestone-observation', null, {
    title: 'Study reported as launched',
    stages: ['launched'],
    concerns: ['study'],
  }),
  engagement('harbour-plan', 'milestone', null, { title: 'Harbour plan adopted', due: '2026' }),
  engagement('agenda', 'milestone', null, { title: 'Agenda agreed' }),
  engagement('courses', 'pledged-indicator', null, { title: 'Courses held', ...threeAYear }),
  engagement('course-1', 'event', '2027-04-15', { title: 'Course', partOf: 'courses' }),
  engagement('course-2', 'event', '2027-08-26', { title: 'Course', partOf: 'courses' }, { entered: true }),
]
const paths: Readonly<Record<string, string>> = {
  'datum-first': '/ministries/XAA#fact-first',
  'datum-study-later': '/ministries/XAA#fact-study-later',
}

export const promises: DutyShown[] = promisesOwed(
  asked(all, {
    asOf: '2027-12-31',
    from: '1900-01-01',
    until: '2028-12-31',
    registers: [
      register('recorded-vote', '1996-01-01', '2020-01-01', 'partial'),
      register('event', '2026-01-01', '2027-01-01'),
    ],
  }),
  () => false,
).map((owed) =>
  dutyShown(owed, {
    actor: () => 'Averland',
    instrument: () => owed.title,
    page: () => null,
    path: ({ id }) => paths[id] ?? null,
  }),
)
