// For which dates each register of the exercise is complete, and by whose word.
import { nationalSociety } from './actors.ts'

export const coverageColumns = [
  'register',
  'actor',
  'from',
  'until',
  'level',
  'stated_by',
  'known_from',
  'note',
] as const
export type CoverageRow = Record<(typeof coverageColumns)[number], string>

const opened = '2024-01-01'
const end = '2028-01-01'

const row = (register: string, from: string, until: string, level: string, note = ''): CoverageRow => ({
  register,
  actor: '',
  from,
  until,
  level,
  stated_by: 'Exercise: Secretariat',
  known_from: from > opened ? from : opened,
  note: note === '' ? '' : `Exercise: ${note}`,
})

// Kept from the treaty's first day to the last day of the exercise.
// Extensions too: whether a day was put off years ago decides whether somebody is late today.
// biome-ignore format: as a list
const fromTheBeginning = [
  'status-event', 'status-claim', 'status:mine-ban', 'status:cluster-munitions', 'extension-granted',
]

// biome-ignore format: as a list
const complete = [
  'committee-analysis-report',
  'meeting', 'attendance', 'victim-attendance', 'meeting-statement',
  'assessment', 'payment',
  'stock-discovery', 'extension-request', 'deadline', 'deadline-missed', 'completion',
  'article-5-obligation', 'article-4-obligation', 'article-4-overdue', 'retained-mines', 'stockpile',
  'clarification-request', 'special-meeting-proposal',
  'cluster-munition-stocks', 'cluster-munition-remnants', 'later-cluster-munition-remnants',
  'victims-significant', 'donor', 'compliance-concern', 'moratorium',
  'report-statement', 'published-figure', 'source-statement',
  'progress',
]

/** What the two who made the pledge have declared of their own records, each by an office of its own. */
const declared = ['dissemination-event', 'working-group-meeting', 'review-meeting', 'national-plan']
const declarers = [
  ['XQO', 'Exercise: Ministry of Foreign Affairs of Quorrela'],
  [nationalSociety, 'Exercise: secretariat of the National Society of Quorrela'],
] as const

/** Rows of coverage.csv. */
export const coverageRows = (): CoverageRow[] => [
  ...fromTheBeginning.map((register) => row(register, '1997-12-03', end, 'complete')),
  // Reports received before are held of a few States only.
  row('article-7-report', '2025-01-01', end, 'complete'),
  row('cluster-munitions-article-7-report', '2025-01-01', end, 'complete'),
  ...complete.map((register) => row(register, opened, end, 'complete')),
  ...declared.flatMap((register) =>
    declarers.map(([actor, office]) => ({
      ...row(register, opened, end, 'complete'),
      actor,
      stated_by: office,
    })),
  ),
  row(
    'voluntary-contribution',
    opened,
    '2027-07-01',
    'complete',
    'the second half of 2027 is not yet closed',
  ),
  row('individualised-approach', opened, '2027-01-01', 'complete'),
  row('individualised-approach', '2027-01-01', end, 'partial', 'in 2027 only the meetings were recorded'),
  row('area-discovery', opened, '2025-01-01', 'complete'),
  row('area-discovery', '2025-01-01', '2026-01-01', 'none', 'nobody kept this register in 2025'),
  row('area-discovery', '2026-01-01', end, 'complete'),
]
