// What Quorrela and its National Society did for their pledge on international humanitarian law.
import { nationalSociety } from './actors.ts'
import { type Fact, lasting, statementOf } from './fact.ts'

/** The fictional pledgers, whom the pledge's rules count in the place of the real ones. */
export const pledgeParties = ['XQO', nationalSociety]

const event = (
  heldOn: string,
  title: string,
  audience: readonly string[],
  participants: number,
  { actor = 'XQO', also = [], came = '' }: { actor?: string; also?: readonly string[]; came?: string } = {},
): Fact => ({
  id: `dissemination-event-${heldOn}`,
  actor,
  kind: 'dissemination-event',
  from: heldOn,
  knownFrom: heldOn,
  source: statementOf('XQO', heldOn),
  body: {
    heldOn,
    title: `Exercise: ${title}`,
    audience,
    participants,
    serves: ['ihl-pledge-mongolia/3', ...also],
    ...(came === '' ? {} : { attendance: came }),
  },
})

// 2025: three events, one of them for a single audience. 2026: four. 2027: two, one fewer than pledged.
const events = [
  event('2025-03-12', 'moot court', ['academia', 'youth'], 64, { actor: nationalSociety }),
  event('2025-06-05', 'course for legal advisers', ['legal-professionals', 'armed-forces'], 31),
  event('2025-10-22', 'briefing for officers', ['armed-forces'], 120),
  event('2026-02-18', 'round table', ['government', 'academia'], 42),
  event('2026-05-08', 'youth day', ['youth', 'academia', 'government'], 210, { actor: nationalSociety }),
  event('2026-09-03', 'seminar on the emblem', ['legal-professionals', 'government'], 38, {
    actor: nationalSociety,
  }),
  event('2026-11-27', 'course for officers and lawyers', ['armed-forces', 'legal-professionals'], 55, {
    // One event for two promises: the treaty's plan asks to promote the norms of the Convention.
    also: ['siem-reap-angkor-draft-2024-08/11'],
  }),
  event('2027-04-15', 'moot court', ['academia', 'youth', 'legal-professionals'], 71, {
    actor: nationalSociety,
    // Six of them nobody told apart.
    came: 'audience=academia, sex=female, age=18-35, persons=24; audience=academia, sex=male, age=18-35, persons=19; audience=youth, sex=female, age=under-18, persons=11; audience=youth, sex=male, age=under-18, persons=4; audience=legal-professionals, persons=7',
  }),
  event('2027-08-26', 'seminar for officials', ['government', 'armed-forces'], 47),
]

const dated = (kind: string, heldOn: string, body: Fact['body'] = {}): Fact => ({
  id: `${kind}-${heldOn}`,
  actor: 'XQO',
  kind,
  from: heldOn,
  knownFrom: heldOn,
  source: statementOf('XQO', heldOn),
  body: { heldOn, ...body },
})

/** All facts about the pledge. */
export const pledgeRows = (): Fact[] => [
  ...events,
  ...['2025-04-02', '2025-11-12', '2026-06-24', '2027-03-10', '2027-10-20'].map((heldOn) =>
    dated('working-group-meeting', heldOn, {
      ...{ topic: 'Exercise: recommendations of the study', body: 'working-group', place: 'Exercise: Quorr' },
      ...{ agenda: 'Exercise: what became of the last decisions; the plan of work; other matters' },
    }),
  ),
  ...['2025-12-09', '2026-12-08'].map((heldOn) => dated('review-meeting', heldOn)),
  ...lasting(
    'national-plan',
    statementOf('XQO', '2025-09-01'),
    { code: 'XQO', from: '2025-09-01', until: '2026-03-01', why: 'replaced by a plan with dates' },
    { title: 'Exercise: outline of an action plan', withTimelines: false },
  ),
  {
    id: 'national-plan-XQO-2',
    actor: 'XQO',
    kind: 'national-plan',
    from: '2026-03-01',
    // Its end is part of the plan, so it is known from the first day.
    until: '2030-03-01',
    knownFrom: '2026-03-01',
    source: statementOf('XQO', '2026-03-01'),
    body: {
      ...{ title: 'Exercise: four-year action plan', withTimelines: true },
      ...{ instrument: 'ihl-pledge-mongolia', parties: pledgeParties },
    },
  },
]
