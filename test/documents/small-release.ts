// A small release about fictional States, put together by hand: what documents are tried with where the whole exercise
// would take too long.

import { canonicalText, sha256Of } from '../../src/formats/canonical.ts'
import { makeComment, type NewComment } from '../../src/releases/commentary.ts'
import type { Release, ReleaseMember, ReleasePayload, ReleaseValue } from '../../src/releases/release.ts'

const complete = {
  level: 'complete' as const,
  registers: [
    {
      register: 'article-7-report',
      level: 'complete' as const,
      until: null,
      statedBy: 'Exercise: Secretariat',
    },
  ],
}

const member = (
  actor: string,
  state: ReleaseMember['state'],
  reason: ReleaseMember['reason'],
  datums: string[] = [],
): ReleaseMember => ({
  member: actor,
  actor,
  state,
  inN: state === 'counted' ? 1 : 0,
  inD: 1,
  reason,
  datums,
})

const value = (given: Partial<ReleaseValue> & Pick<ReleaseValue, 'indicator' | 'year'>): ReleaseValue => ({
  reading: 'default',
  asOf: `${given.year}-12-01`,
  n: null,
  d: null,
  status: 'known',
  provisionalUntil: null,
  reason: { key: 'covered' },
  coverage: complete,
  reportedAmong: null,
  target: null,
  ruleSha256: '0'.repeat(64),
  sealed: [],
  members: [],
  ...given,
})

const answered = (actor: string, answer: string) =>
  member(actor, answer === 'yes' ? 'counted' : 'partly', { key: 'report-says', year: 2025, answer }, [
    `${actor}/r`,
  ])

const rule = (words: string) => ({
  population: { cohort: 'states-parties', at: 'as-of' as const },
  condition: { answer: 'example', is: 'yes' as const },
  measure: 'share' as const,
  words,
  pending: 'none' as const,
  readings: { strict: { words: 'Counts only what is confirmed.', changes: {} } },
})

export const payload: ReleasePayload = {
  format: 'pacta-release/1',
  semantics: 1,
  world: 'exercise',
  banner: { en: 'Exercise: fictional.', mn: 'Дадлага: зохиомол.' },
  instrument: {
    id: 'exercise-plan',
    kind: 'action-plan',
    title: 'Exercise Action Plan',
    status: 'draft',
    notice: 'Exercise: a draft',
    noticeIn: {},
    sha256: '1'.repeat(64),
    sourceText: null,
    source: { title: 'Exercise Action Plan', language: 'en' },
    period: { from: '2025-01-01', until: '2030-01-01' },
    years: [2025, 2026, 2027],
    treaty: null,
    obligation: 'article-7',
    parties: [],
    sections: [
      { number: 'I', title: 'Beginning', heading: 'I. Beginning' },
      { number: 'II', title: 'Reports', heading: 'II. Reports' },
    ],
    actions: [
      { id: '1', number: 1, heading: 'Action #1', section: 'II. Reports', text: 'Send  reports in tyme.' },
    ],
    indicators: [
      {
        number: '1.1',
        text: 'Percentage of States that send reports.',
        unit: 'percentage',
        action: '1',
        section: 'II. Reports',
      },
      {
        number: '1.2',
        text: 'Percentage of States with plans.',
        unit: 'percentage',
        action: '1',
        section: 'II. Reports',
      },
      { number: '1.3', text: 'Number of new members.', unit: 'number', action: '1', section: 'II. Reports' },
    ],
  },
  treaty: null,
  otherTreaties: [],
  year: 2026,
  asOf: '2026-12-01',
  knownOn: '2026-12-31',
  let: {},
  rules: {
    '1.1': rule('States that reported.'),
    '1.2': rule('States with plans.'),
    '1.3': rule('New members.'),
  },
  cohorts: {
    'states-parties': { title: 'States Parties', words: 'All that are bound.', rule: { party: 'exercise' } },
  },
  kinds: {},
  questions: [],
  actors: [
    {
      id: 'XAA',
      kind: 'state',
      names: {
        en: { short: 'Aulendmark', formal: null },
        ar: { short: 'أولندمارك', formal: null },
        zh: { short: '奥伦德马克', formal: null },
        mn: { short: 'Аулендмарк', formal: null },
      },
    },
    {
      id: 'XBB',
      kind: 'state',
      names: { en: { short: 'Brudenholt', formal: null }, mn: { short: 'Бруденхолт', formal: null } },
    },
    { id: 'XCC', kind: 'state', names: { en: { short: 'Cortumela', formal: null } } },
    { id: 'XDD', kind: 'state', names: { en: { short: 'Dastomirja', formal: null } } },
  ],
  coverage: [],
  sources: [
    {
      id: 's-1',
      title: 'Exercise: report of Aulendmark',
      address: 'https://exercise.example/1',
      publisher: null,
      published: null,
    },
  ],
  datums: [],
  reports: [
    {
      id: 'XAA/r',
      actor: 'XAA',
      obligation: 'article-7',
      coversYear: 2025,
      subject: null,
      version: 1,
      receivedOn: '2026-03-01',
      language: 'en',
      source: 's-1',
      document: {},
    },
  ],
  answers: [],
  cohortLists: [
    {
      cohort: 'states-parties',
      on: '2026-12-01',
      level: 'complete',
      members: ['XAA', 'XBB', 'XCC', 'XDD'].map((actor) => ({
        actor,
        since: '2001-03-01',
        until: null,
        reason: { key: 'in-force' as const, from: '2001-03-01' },
        datums: [],
      })),
      undetermined: [],
    },
  ],
  values: [
    value({ indicator: '1.1', year: 2025, n: 1, d: 3 }),
    value({
      indicator: '1.1',
      year: 2026,
      n: 1,
      d: 4,
      status: 'provisional',
      provisionalUntil: '2026-06-30',
      reason: { key: 'complete-until', until: '2026-06-30' },
      reportedAmong: { n: 1, d: 3 },
      members: [
        answered('XAA', 'yes'),
        answered('XBB', 'partly'),
        member('XCC', 'not reported', { key: 'report-silent', year: 2025 }),
        member('XDD', 'not reported', { key: 'no-report', year: 2025, on: '2026-12-01' }),
      ],
    }),
    value({ indicator: '1.1', year: 2026, reading: 'strict', n: 0, d: 4 }),
    value({ indicator: '1.2', year: 2025, n: 2, d: 3 }),
    value({ indicator: '1.2', year: 2026, status: 'not known', reason: { key: 'no-status-register' } }),
    value({ indicator: '1.3', year: 2025, status: 'no cases', reason: { key: 'nobody' } }),
    value({ indicator: '1.3', year: 2026, n: 3, reason: { key: 'covered' } }),
  ],
  publishedFigures: [],
  parts: {},
}

/** The release of a payload with its digest, and with comments bound to it. */
export const releaseOf = (given: ReleasePayload = payload, comments: Partial<NewComment>[] = []): Release => {
  const sha256 = sha256Of(canonicalText(given))
  const bare: Release = { payload: given, sha256, signatures: [], commentary: [] }
  const commentary = comments.map((comment) =>
    makeComment(bare, { text: '', by: 'Exercise: Committee', on: '2027-01-15', ...comment }),
  )
  return { ...bare, commentary }
}
