// How Quorrela and its National Society carry out their pledge: a four-year plan of work, the bodies that see to it, what
// they decided, who was to do it by when, what became of it, what it costs, and the study it rests on.
import { nationalSociety } from './actors.ts'
import { type Fact, statementOf } from './fact.ts'

const pledge = 'ihl-pledge-mongolia'
const plan = 'national-plan-XQO-2'

type More = Partial<Pick<Fact, 'from' | 'until' | 'actor' | 'language'>>

/** A fact of Quorrela, stated by it on the day it is known from. */
const stated = (kind: string, id: string, knownFrom: string, body: Fact['body'], more: More = {}): Fact => ({
  id,
  actor: 'XQO',
  kind,
  knownFrom,
  source: statementOf('XQO', knownFrom),
  body,
  ...more,
})

const action = (number: string, title: string, body: Fact['body']): Fact =>
  stated('plan-action', `plan-action-${number}`, '2026-03-01', {
    title: `Exercise: ${title}`,
    number,
    plan,
    ...body,
  })

const actions = [
  action('1', 'adopt the plan of work', {
    ...{
      carriesOut: [`${pledge}/1`],
      responsible: ['Ministry of Foreign Affairs'],
      recommendations: ['recommendation-1'],
    },
    ...{ startsOn: '2025-09-01', endsOn: '2026-03-01' },
  }),
  action('2', 'a law that protects the emblem', {
    ...{ carriesOut: [`${pledge}/2`], responsible: ['Ministry of Justice'], supporting: [nationalSociety] },
    ...{ recommendations: ['recommendation-2'], startsOn: '2026-04-01', endsOn: '2027-06-30' },
  }),
  action('3', 'humanitarian law in the training of officers', {
    ...{ carriesOut: [`${pledge}/3`], responsible: ['Ministry of Defence'], supporting: [nationalSociety] },
    ...{ recommendations: ['recommendation-3'], startsOn: '2026-09-01', endsOn: '2028-08-31' },
  }),
  action('4', 'events for schools and universities', {
    ...{
      carriesOut: [`${pledge}/3`],
      responsible: [nationalSociety],
      startsOn: '2026-01-01',
      endsOn: '2029-12-31',
    },
  }),
  action('5', 'a report on what was learned', {
    ...{
      responsible: ['Ministry of Foreign Affairs', nationalSociety],
      dependsOn: ['plan-action-2', 'plan-action-3'],
    },
    ...{ startsOn: '2028-09', endsOn: '2029-12' },
  }),
]

const steps = [
  ['step-draft-law', 'draft of the law', 'plan-action-2', '2026-10-31'],
  ['step-reading', 'first reading in parliament', 'plan-action-2', '2027-03-31'],
  ['step-manual', 'manual for instructors', 'plan-action-3', '2027-12-15'],
].map(([id, title, of, due]) =>
  stated('step', id!, '2026-03-01', { title: `Exercise: ${title}`, action: of!, due: due! }),
)

const progress = [
  stated('progress', 'progress-1', '2026-03-05', {
    ...{ about: 'plan-action-1', status: 'done', reportedOn: '2026-03-05', doneOn: '2026-03-01' },
    evidence: 'Exercise: plan of work, published',
  }),
  stated('progress', 'progress-2', '2026-11-10', {
    ...{ about: 'step-draft-law', status: 'done', reportedOn: '2026-11-10', doneOn: '2026-11-06' },
    evidence: 'Exercise: draft sent to the ministries',
  }),
  stated('progress', 'progress-3', '2027-04-20', {
    ...{ about: 'plan-action-2', status: 'delayed', reportedOn: '2027-04-20' },
    reason: 'Exercise: the first reading was put off by the session on the budget.',
    challenge: 'Exercise: few days of parliament are left for other laws.',
  }),
  stated('progress', 'progress-4', '2027-06-01', {
    ...{ about: 'plan-action-3', status: 'under-way', reportedOn: '2027-06-01' },
    evidence: 'Exercise: two courses held',
  }),
  stated('rescheduling', 'rescheduling-1', '2027-04-20', {
    ...{ about: 'plan-action-2', endsOn: '2028-03-31', decidedOn: '2027-04-20' },
    ...{ reason: 'Exercise: the first reading was put off.', meeting: 'working-group-meeting-2027-03-10' },
  }),
  stated('rescheduling', 'rescheduling-2', '2027-04-20', {
    ...{ about: 'step-reading', due: '2027-11-30', decidedOn: '2027-04-20' },
    reason: 'Exercise: the session on the budget.',
  }),
]

const budget = [
  ['plan-action-2', 'own', 'XQO', 18000, 2026],
  ['plan-action-3', 'own', 'XQO', 42000, 2027],
  ['plan-action-3', 'sought', '', 30000, 2027],
  ['plan-action-3', 'pledged', 'Exercise: a partner society', 12500, 2027],
  ['plan-action-4', 'own', nationalSociety, 9000, 2027],
].map(([about, side, paidBy, amount, year], i) =>
  stated('budget-line', `budget-line-${i + 1}`, '2026-03-01', {
    ...{ about: about!, side: side!, amount: amount!, currency: 'XTS', year: year! },
    ...(paidBy === '' ? {} : { paidBy: paidBy! }),
  }),
)

const working = 'working-group'
const core = 'core-group'

const bodies = [
  stated(
    'working-body',
    'working-group',
    '2025-03-01',
    {
      ...{ title: 'Exercise: working group on the recommendations of the study', form: 'working-group' },
      ...{ instrument: pledge, carriesOut: [`${pledge}/2`], chairedBy: 'Ministry of Foreign Affairs' },
      mandate: 'Exercise: to oversee what becomes of the recommendations.',
    },
    { from: '2025-03-01' },
  ),
  stated(
    'working-body',
    'core-group',
    '2025-03-01',
    {
      ...{ title: 'Exercise: core group on humanitarian law', form: 'group', instrument: pledge },
      ...{ carriesOut: [`${pledge}/4`], chairedBy: nationalSociety },
    },
    { from: '2025-03-01' },
  ),
  stated(
    'working-body',
    'cooperation',
    '2025-06-01',
    {
      title: 'Exercise: cooperation with the international committee',
      ...{ form: 'cooperation', instrument: pledge, carriesOut: [`${pledge}/5`] },
    },
    { from: '2025-06-01' },
  ),
  stated('body-meeting', 'core-group-meeting-2027-02-11', '2027-02-11', {
    ...{ heldOn: '2027-02-11', title: 'Exercise: teaching in schools', body: 'core-group' },
    ...{ place: 'Exercise: Quorr', host: nationalSociety },
    agenda: 'Exercise: what schools ask for',
  }),
  stated('body-meeting', 'core-group-meeting-2026-09-17', '2026-09-17', {
    ...{ heldOn: '2026-09-17', body: 'core-group', place: 'Exercise: Quorr', host: nationalSociety },
    ...{ agenda: 'Exercise: events of the year', present: [nationalSociety, 'Ministry of Defence'] },
    minutes: 'Exercise: Four events were held or are prepared. The members see to their rooms early.',
  }),
  stated('body-meeting', 'core-group-meeting-2028-02-09', '2027-12-01', {
    ...{ plannedOn: '2028-02-09', title: 'Exercise: events of the coming year', body: 'core-group' },
    ...{ place: 'Exercise: Quorr', host: nationalSociety },
  }),
  stated('body-meeting', 'cooperation-meeting-2027-05-19', '2027-05-19', {
    ...{ heldOn: '2027-05-19', body: 'cooperation', place: 'Exercise: Quorr' },
    ...{ topic: 'Exercise: training of instructors', host: 'Exercise: the international committee' },
    ...{ agenda: 'Exercise: a course for instructors', serves: ['plan-action-3'] },
  }),
  ...(
    [
      [working, 'Director, Department of Treaties', 'Ministry of Foreign Affairs', 'chair', '2025-03-01'],
      [working, 'Legal Adviser', 'Ministry of Defence', 'member', '2025-03-01'],
      [working, 'Head, International Law', 'Ministry of Justice', 'member', '2025-03-01'],
      [working, 'Secretary General', nationalSociety, 'vice-chair', '2025-03-01'],
      [core, 'Secretary General', nationalSociety, 'chair', '2025-03-01'],
      [core, 'Head of Instruction', 'Ministry of Defence', 'member', '2025-03-01', '2027-01-01'],
      [core, 'Legal Adviser', 'Ministry of Defence', 'member', '2027-01-01'],
      [core, 'Dean of Law', 'Exercise: University of Quorr', 'member', '2026-09-01'],
      ['cooperation', 'Head of Dissemination', nationalSociety, 'member', '2025-06-01'],
      ['cooperation', 'Delegate', 'Exercise: the international committee', 'observer', '2025-06-01'],
    ] as const
  ).map(([body, office, organisation, capacity, from, until], i) =>
    stated(
      'body-member',
      `body-member-${i + 1}`,
      // Its end is known when it has come.
      until ?? from,
      { body, office: `Exercise: ${office}`, organisation, capacity },
      { from, ...(until === undefined ? {} : { until }) },
    ),
  ),
]

const decisions = [
  stated('meeting-decision', 'decision-1', '2025-11-12', {
    ...{ meeting: 'working-group-meeting-2025-11-12', number: '1' },
    text: 'Exercise: The Ministry of Justice drafts a law on the emblem.',
  }),
  stated('meeting-decision', 'decision-2', '2027-03-10', {
    ...{ meeting: 'working-group-meeting-2027-03-10', number: '1' },
    text: 'Exercise: The parliament is written to about the first reading.',
  }),
  stated('meeting-decision', 'decision-3', '2027-10-20', {
    ...{ meeting: 'working-group-meeting-2027-10-20', number: '1' },
    text: 'Exercise: A partner is sought for the manual.',
  }),
  stated('meeting-decision', 'decision-4', '2027-02-11', {
    ...{ meeting: 'core-group-meeting-2027-02-11', number: '1' },
    text: 'Exercise: Each member names a school for the year.',
  }),
  stated('meeting-decision', 'decision-5', '2027-05-19', {
    ...{ meeting: 'cooperation-meeting-2027-05-19', number: '1' },
    text: 'Exercise: The international committee sends an instructor to the course of the autumn.',
  }),
  stated('task', 'task-1', '2025-11-12', {
    ...{ title: 'Exercise: name who drafts the law', decision: 'decision-1', action: 'plan-action-2' },
    ...{ owner: 'Ministry of Justice', due: '2026-01-31' },
  }),
  stated('task', 'task-2', '2027-03-10', {
    ...{ title: 'Exercise: letter to the parliament', decision: 'decision-2', action: 'plan-action-2' },
    ...{ owner: 'Ministry of Foreign Affairs', due: '2027-04-15' },
  }),
  stated('task', 'task-3', '2027-10-20', {
    ...{ title: 'Exercise: letter to three partners', decision: 'decision-3', action: 'plan-action-3' },
    ...{ owner: nationalSociety, due: '2028-01-31' },
  }),
  stated('progress', 'progress-5', '2026-01-20', {
    ...{ about: 'task-1', status: 'done', reportedOn: '2026-01-20', doneOn: '2026-01-19' },
  }),
  stated('progress', 'progress-6', '2027-05-03', {
    ...{ about: 'task-2', status: 'done', reportedOn: '2027-05-03', doneOn: '2027-04-29' },
  }),
]

const study = [
  stated('study', 'study', '2025-02-20', {
    ...{
      title: 'Exercise: study on humanitarian law in Quorrela',
      instrument: pledge,
      launchedOn: '2025-02-20',
    },
  }),
  ...(
    [
      ['1', 'Policy', 'Quorrela should adopt a plan with timelines.'],
      ['2', 'Law', 'Quorrela should protect the emblem by law.'],
      ['3', 'Armed forces', 'Quorrela should train every officer in humanitarian law.'],
      ['4', 'Armed forces', 'Quorrela should have legal advisers in each command.'],
    ] as const
  ).map(([number, group, text]) =>
    stated(
      'recommendation',
      `recommendation-${number}`,
      '2025-02-20',
      { study: 'study', number, group: `Exercise: ${group}`, text: `Exercise: ${text}` },
      { language: 'en' },
    ),
  ),
]

/** What each of the two says of an indicator in a year. */
const remark = (actor: string, number: string, year: number, body: Fact['body']): Fact => {
  const knownFrom = `${year}-12-20`
  const id = `indicator-remark-${actor === 'XQO' ? 'state' : 'society'}-${number}-${year}`
  return stated(
    'indicator-remark',
    id,
    knownFrom,
    { indicator: `${pledge}/${number}`, year, ...body },
    { actor },
  )
}

const remarks = [
  remark('XQO', 'C1', 2026, {
    achievement: 'Exercise: the plan of work was adopted, with a day for each action.',
    nextSteps: 'Exercise: the plan is looked at again each December.',
  }),
  remark('XQO', 'C2', 2026, {
    challenge: 'Exercise: the meeting of November had to be called off.',
    nextSteps: 'Exercise: the days of both meetings are set in January.',
  }),
  remark(nationalSociety, 'C3', 2026, {
    achievement: 'Exercise: four events, one of them a day for young people.',
    challenge: 'Exercise: few officers could come.',
  }),
  remark('XQO', 'C2', 2027, { achievement: 'Exercise: both meetings were held.' }),
  remark('XQO', 'C3', 2027, {
    achievement: 'Exercise: for the first time a moot court with three universities.',
    challenge: 'Exercise: the third event was called off for want of a room.',
    nextSteps: 'Exercise: rooms are booked a year ahead.',
  }),
  remark(nationalSociety, 'C3', 2027, {
    achievement: 'Exercise: volunteers of eight branches took part.',
    nextSteps: 'Exercise: the branches hold an event of their own.',
  }),
  remark(nationalSociety, 'C4', 2027, {
    challenge: 'Exercise: the meeting of December was put off to the new year.',
  }),
]

/** All facts about how the pledge is carried out; meetings and events stand with the pledge. */
export const implementationRows = (): Fact[] => [
  ...study,
  ...bodies,
  ...actions,
  ...steps,
  ...progress,
  ...budget,
  ...decisions,
  ...remarks,
]
