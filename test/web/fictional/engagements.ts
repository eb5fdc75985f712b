// What two fictional States promised, joined and voted: one of each thing for Averland, nothing at all for the others.
import { countVotes } from '../../../src/engagements/votes.ts'
import type {
  EngagementData,
  EngagementShown,
  NamedActor,
  TreatyShown,
  VotesShown,
} from '../../../src/web/data/engagements.ts'
import { answersOf } from '../../../src/web/held/register.ts'
import { indicatorsOf } from '../../../src/web/pages/plan-parts.ts'
import { plan } from './plan.ts'
import { promises } from './promises.ts'
import { fictionalStatements } from './statements.ts'
import { parties, states } from './states.ts'
import { figuresFor, years } from './values.ts'

const averland: NamedActor = { id: 'XAA', name: 'Averland', kind: 'state', page: '/ministries/XAA' }
const league: NamedActor = { id: 'fictional-league', name: 'Fictional League', kind: 'group', page: null }
const belmora: NamedActor = { id: 'XAB', name: 'Belmora', kind: 'state', page: '/ministries/XAB' }

const page = {
  title: 'Averland abroad',
  address: 'https://ministry.example/abroad',
  publisher: 'Ministry of Averland',
  date: null,
}

const field = (name: string, value: string | number | boolean | string[]) => ({ name, value, unit: null })

const engagement = (id: string, given: Partial<EngagementShown>): EngagementShown => ({
  id,
  alsoCalled: [],
  kind: 'event',
  kindTitle: 'Event',
  title: 'Harbour conference',
  topic: 'events',
  relation: 'own',
  actor: averland,
  fields: [],
  held: null,
  heldUntil: null,
  knownFrom: '2027-01-15',
  source: page,
  locator: 'paragraph 2',
  quotation: 'Averland hosted the Harbour conference.',
  language: 'en',
  note: null,
  entered: false,
  tier: 'public',
  supersededBy: null,
  retracted: false,
  status: 'held',
  statedAsCurrent: false,
  statedAsOf: '2020~',
  asOf: null,
  yearsSince: 7,
  inferred: ['statedAsOf'],
  partOf: null,
  concerns: [],
  ...given,
})

const engagements: EngagementShown[] = [
  engagement('league', {
    kind: 'organisation-membership',
    topic: 'memberships',
    title: 'Fictional League',
    held: '2006/..',
    age: { asOf: '2020~', state: 'unsaid', years: 6, after: 'P6Y6M', rule: 'topic:memberships' },
    status: 'current',
    statedAsCurrent: true,
    fields: [field('title', 'Fictional League'), field('body', league.id)],
    quotation: 'Averland joined the League in 2006 <and> is an active member.',
  }),
  engagement('served', {
    kind: 'contribution',
    topic: 'contributions',
    title: 'Observers who served',
    held: '2002/2020-09',
    asOf: '2020-09',
    age: { asOf: '2020-09', state: 'stale', years: 7, after: 'P2Y', rule: 'topic:contributions' },
    status: 'cumulative',
    fields: [
      field('measure', 'observers who served'),
      field('quantity', 18139),
      field('quantityComparator', '>'),
      field('unit', 'persons'),
      field('asOf', '2020-09'),
    ],
    inferred: ['asOf', 'date'],
    quotation: 'more than 18,139 observers have served',
  }),
  engagement('served-league', {
    kind: 'contribution',
    topic: 'contributions',
    title: 'Observers who served',
    held: '2020',
    asOf: '2020',
    status: null,
    fields: [
      field('measure', 'observers who served'),
      field('quantity', 17950),
      field('unit', 'persons'),
      field('asOf', '2020'),
    ],
    source: { title: 'Almanac of the League', address: null, publisher: 'Fictional League', date: '2021' },
    inferred: [],
    quotation: '17,950 observers of Averland',
  }),
  engagement('study', {
    kind: 'milestone',
    topic: 'promises',
    title: 'Study launched',
    status: 'planned',
    fields: [
      field('due', '2025-12-31'),
      field('instrument', `${plan.id}/4.1`),
      field('stages', ['finalised', 'launch planned']),
    ],
    inferred: ['due'],
    statedAsOf: null,
    yearsSince: null,
    quotation: 'إطلاق الدراسة',
    language: 'ar',
  }),
  engagement('study-later', {
    kind: 'milestone-observation',
    topic: 'promises',
    title: 'Study reported as launched',
    status: null,
    concerns: ['study'],
    fields: [field('concerns', ['study']), field('stages', ['launched'])],
    source: { title: 'Fictional newsroom', address: null, publisher: null, date: '2026-02-01' },
  }),
  engagement('harbour-plan', { kind: 'milestone', topic: 'promises', title: 'Harbour plan adopted' }),
  engagement('talks', { kind: 'event-series', title: 'Talks of the League' }),
  engagement('courses', { kind: 'pledged-indicator', topic: 'promises', title: 'Courses held' }),
  engagement('agenda', { kind: 'milestone', topic: 'promises', title: 'Agenda agreed', status: 'planned' }),
  engagement('series', {
    kind: 'resolution-series',
    topic: 'resolutions',
    title: 'On harbours',
    held: '2018/..',
    status: 'recurring',
    statedAsCurrent: true,
    fields: [field('recurrence', 'FREQ=YEARLY;INTERVAL=2'), field('firstYear', 2018)],
  }),
  engagement('first', {
    kind: 'resolution',
    topic: 'resolutions',
    title: 'First resolution on harbours',
    held: '2018',
    status: 'adopted',
    partOf: 'series',
    fields: [field('partOf', 'series')],
  }),
  engagement('series-change', {
    kind: 'event-series-change',
    kindTitle: 'Change of a series',
    title: 'Talks open to researchers',
    held: '198X',
    partOf: 'series',
    fields: [field('partOf', 'series'), field('attribute', 'level'), field('changedTo', 'open')],
  }),
  engagement('new-kind', {
    kind: 'kind-without-a-word',
    kindTitle: 'Kind of a later version',
    topic: 'topic-without-a-word',
    title: 'Something new',
    status: 'status without a word',
    fields: [field('fieldWithoutWord', 'as written')],
    entered: true,
  }),
  engagement('towards', {
    kind: 'third-party-commitment',
    topic: 'positions',
    title: 'Statement of Belmora in support',
    relation: 'towards',
    actor: belmora,
    held: '2012',
    status: 'in force',
    statedAsCurrent: true,
    inferred: ['status'],
    fields: [field('parties', ['XAB']), field('beneficiaries', ['XAA'])],
  }),
]

const source = {
  title: 'Fictional status page',
  address: 'https://status.example/t',
  publisher: null,
  date: '2027-12-01',
}

const treatiesOf = (id: string): TreatyShown[] => [
  {
    treaty: 'fictional-treaty',
    title: 'Fictional Treaty',
    state: parties.some((state) => state.id === id) ? 'party' : 'none',
    on: parties.some((state) => state.id === id) ? '2001-03-01' : null,
    endsOn: id === 'XAF' ? '2028-01-10' : null,
    statementsReadAsOf: source.date,
    source,
  },
  {
    treaty: 'other-treaty',
    title: 'Other Treaty',
    state: 'signed',
    on: '2020-05-05',
    endsOn: null,
    statementsReadAsOf: null,
    source,
  },
  {
    treaty: 'third-treaty',
    title: 'Third Treaty',
    state: 'none',
    on: null,
    endsOn: null,
    statementsReadAsOf: null,
    source,
  },
]

const votesOf = (id: string): VotesShown[] => {
  const call = (year: number, vote: 'yes' | 'no' | 'abstain' | null) => ({
    year,
    symbol: `A/RES/${year - 1945}/7`,
    session: year - 1945,
    vote: id === 'XAA' ? vote : null,
    yes: 30,
    no: 1,
    abstain: 3,
    checked: year === 2019 ? ('text' as const) : ('file' as const),
    why: 'its own text',
    adoptedOn: year === 2019 ? '2019-12-05' : null,
    titleInFile: 'Harbours',
    dayInFile: null,
    locator: null,
    source,
    entered: false,
  })
  const votes: Omit<VotesShown, 'counted'>[] = [
    {
      series: 'mine-ban-implementation',
      years: [call(2019, 'yes'), call(2020, 'no'), call(2021, 'abstain'), call(2022, null)],
      source,
    },
    {
      series: null,
      years: [
        {
          ...call(2019, 'yes'),
          checked: null,
          why: null,
          source: { ...source, title: 'Letter of the delegation' },
          entered: true,
        },
      ],
      source,
    },
  ]
  return votes.map((one) => ({ ...one, counted: countVotes(one.years) }))
}

export const engagementData = (): EngagementData => ({
  showMinistry: async (id) => {
    const state = states.find((one) => one.id === id)
    if (state === undefined) return undefined
    const isAverland = id === 'XAA'
    const held = {
      today: '2027-12-31',
      state,
      officialLanguage: isAverland ? 'mn' : null,
      engagements: isAverland ? engagements : [],
      actors: isAverland ? [averland, belmora, league] : [],
      owed: isAverland ? promises : [],
      pledges: isAverland
        ? [
            {
              plan,
              values: indicatorsOf(plan).flatMap(({ number }) =>
                years.map((year) => figuresFor(number, year)),
              ),
            },
          ]
        : [],
      treaties: treatiesOf(id),
      statements: fictionalStatements.filter(({ actor }) => actor.id === id),
      objections: fictionalStatements.filter(({ against }) => against.some((one) => one.id === id)),
      votes: votesOf(id),
    }
    return { ...held, answers: answersOf({ ...held, seeing: () => [], isWork: () => false, counts: [] }) }
  },
})
