// What changed in the fictional world between two days: something of every kind; nothing before 2020.
import type { Changes, FactSaid } from '../../../src/indicators/changes.ts'
import type { DatedEvent } from '../../../src/indicators/dates-between.ts'
import { problem } from '../../../src/problem.ts'
import type { ChangeData } from '../../../src/web/data/changes.ts'
import { plan, planId } from './plan.ts'
import { states } from './states.ts'
import { because } from './values.ts'

const [first, second, hostile] = [states[0]!, states[1]!, states[35]!]
const source = {
  title: 'A fictional letter',
  address: 'https://letters.example/1',
  publisher: null,
  published: '2027-11-02',
}

const said = (datumId: string, state: typeof first, more: Partial<FactSaid> = {}): FactSaid => ({
  datumId,
  actor: state.id,
  name: state.name,
  kind: 'deadline',
  title: 'Deadline',
  says: 'Article 5: 2030-01-01',
  knownFrom: '2027-11-02',
  source,
  entered: false,
  tier: 'public',
  body: { article: '5', deadline: '2030-01-01' },
  ...more,
})

const dated = (kind: DatedEvent['kind'], on: string, more: Partial<DatedEvent> = {}): DatedEvent => ({
  kind,
  on,
  actor: null,
  name: null,
  treaty: null,
  plan: null,
  duty: null,
  states: null,
  article: null,
  title: null,
  place: null,
  statedAsOf: null,
  coversYear: null,
  datumIds: [],
  entered: false,
  ...more,
})

const dates: DatedEvent[] = [
  dated('in-force', '2027-11-01', {
    actor: second.id,
    name: second.name,
    treaty: 'fictional-treaty',
    title: 'Fictional Treaty',
  }),
  dated('withdrawn', '2027-11-04', {
    actor: first.id,
    name: first.name,
    treaty: 'fictional-treaty',
    title: 'Fictional Treaty',
  }),
  dated('report-due', '2027-11-10', {
    treaty: 'fictional-treaty',
    duty: 'fictional-treaty/report',
    states: 30,
    article: '7',
    title: 'Transparency report',
    coversYear: 2026,
  }),
  dated('meeting', '2027-11-22', {
    treaty: 'fictional-treaty',
    title: 'Second Fictional Meeting',
    place: 'Averland',
  }),
  dated('deadline', '2027-12', {
    actor: hostile.id,
    name: hostile.name,
    treaty: 'fictional-treaty',
    duty: 'fictional-treaty/clearance',
    states: 1,
    title: 'Clearance of mined areas',
    article: '5',
    statedAsOf: '2024',
    entered: true,
  }),
  dated('plan-year-ends', '2027-12-31', { plan: planId, title: plan.title }),
  dated('plan-ends', '2027-12-31', { plan: planId, title: plan.title }),
]

const all = (since: string, until: string): Changes => ({
  since,
  until,
  reports: [
    {
      reportId: '01900000-0000-7000-8000-000000000001',
      actor: first.id,
      name: first.name,
      obligation: 'article-7',
      title: 'Article 7 report',
      coversYear: 2025,
      version: 2,
      receivedOn: '2027-10-20',
      subject: null,
      entered: true,
    },
  ],
  facts: [
    { change: 'new', fact: said('f1', first, { entered: true }), before: null },
    {
      change: 'superseded',
      fact: said('f2', hostile, { source: null }),
      before: said('f0', hostile, { says: 'Article 5: 2027-12' }),
    },
    { change: 'retracted', fact: said('f3', second, { kind: 'payment', title: 'Payment' }), before: null },
  ],
  acts: [
    {
      change: 'new',
      fact: said('a1', second, { kind: 'status-event', title: 'Act with the depositary', says: 'accession' }),
      before: null,
    },
  ],
  coverage: [
    {
      register: 'article-7-report',
      heldFrom: '2027-01-01',
      heldUntil: null,
      level: 'complete',
      statedBy: 'Fictional secretariat',
      knownFrom: '2027-11-01',
      note: null,
      ...{ actor: null, actorName: null, entered: false },
    },
    {
      register: 'payment',
      heldFrom: '2027-01-01',
      heldUntil: '2027-12-01',
      level: 'none',
      statedBy: 'Fictional secretariat',
      knownFrom: '2027-11-01',
      note: null,
      ...{ actor: null, actorName: null, entered: false },
    },
  ],
  dates,
  values: [
    {
      plan: planId,
      year: 2027,
      same: 4,
      values: [
        {
          indicator: `${planId}/1.1`,
          number: '1.1',
          text: 'Percentage of fictional States that do as they promised.',
          unit: 'percentage',
          year: 2027,
          before: { asOf: since, numerator: 9, denominator: 30, value: 30, status: 'known' },
          after: {
            asOf: until,
            numerator: 11,
            denominator: 29,
            value: 37.9,
            status: 'provisional until 2027-12-01',
          },
          members: [
            ...states.slice(1, 12).map((state) => ({
              member: state.id,
              actor: state.id,
              name: state.name,
              before: 'not reported' as const,
              after: 'counted' as const,
              ...because({ key: 'member' }),
              cause: 'known' as const,
              evidence: [
                { datumId: 'e1', kind: 'answer', knownFrom: '2027-10-20', source: 'A report', locator: '2' },
              ],
            })),
            {
              member: first.id,
              actor: first.id,
              name: first.name,
              before: 'counted',
              after: null,
              reason: null,
              said: null,
              cause: 'time',
              evidence: [],
            },
            {
              member: hostile.id,
              actor: hostile.id,
              name: hostile.name,
              before: null,
              after: 'unknown',
              ...because({ key: 'member' }),
              cause: 'known',
              evidence: [],
            },
          ],
        },
        {
          indicator: `${planId}/2.1`,
          number: '2.1',
          text: 'Number of fictional meetings.',
          unit: 'number',
          year: 2027,
          before: null,
          after: { asOf: until, numerator: null, denominator: null, value: null, status: 'not known' },
          members: [],
        },
        {
          indicator: `${planId}/1.2`,
          number: '1.2',
          text: 'Percentage of fictional States that meet.',
          unit: 'percentage',
          year: 2027,
          before: { asOf: since, numerator: null, denominator: null, value: null, status: 'not known' },
          after: { asOf: until, numerator: null, denominator: null, value: null, status: 'not known' },
          members: [
            {
              member: second.id,
              actor: second.id,
              name: second.name,
              before: 'pending',
              after: 'unknown',
              ...because({ key: 'member' }),
              cause: 'time',
              evidence: [],
            },
          ],
        },
        {
          indicator: `${planId}/3.1`,
          number: '3.1',
          text: 'Number of fictional letters.',
          unit: 'number',
          year: 2027,
          before: {
            asOf: since,
            numerator: 4,
            denominator: null,
            value: 4,
            status: 'provisional until 2027-09-30',
          },
          after: { asOf: until, numerator: 4, denominator: null, value: 4, status: 'known' },
          members: [],
        },
      ],
    },
    { plan: planId, year: 2025, values: [], same: 7 },
  ],
})

const nothing = (since: string, until: string): Changes => ({
  ...all(since, until),
  reports: [],
  facts: [],
  acts: [],
  coverage: [],
  dates: [],
  values: [{ plan: planId, year: 2025, values: [], same: 7 }],
})

export const changes = (): ChangeData => ({
  listChanges: async ({ since, until = '2027-12-31' }) => {
    if (since >= until) throw problem('usage', `"since" ${since} should lie before "until" ${until}.`)
    return until < '2020' ? nothing(since, until) : all(since, until)
  },
  listNews: async ({ since, actors }) => {
    const { until, reports, facts, acts, coverage } = all(since, '2027-12-31')
    const isOf = ({ actor }: { actor: string | null }) => actor !== null && actors.includes(actor)
    return {
      ...{ since, until, coverage: coverage.filter(isOf) },
      reports: reports.filter(isOf),
      facts: facts.filter(({ fact }) => isOf(fact)),
      acts: acts.filter(({ fact }) => isOf(fact)),
    }
  },
  listDates: async ({ after, until }) => dates.filter((one) => one.on > after && one.on <= until),
  compareCohort: async ({ cohort, since, asOf }) =>
    cohort === 'donor'
      ? undefined
      : {
          since,
          asOf,
          joined: [{ actor: second.id, name: second.name, on: '2027-03-01', ...because({ key: 'member' }) }],
          left: [{ actor: hostile.id, name: hostile.name, on: null, ...because({ key: 'member' }) }],
        },
  countCohortYears: async ({ cohort, asOf }) =>
    [2024, 2025, 2026, 2027].map((year, i) => ({
      year,
      on: year === 2027 ? asOf : `${year}-12-31`,
      members: cohort === 'donor' || year === 2024 ? null : 12 + i,
      undetermined: cohort === 'donor' || year === 2024 ? 7 : 0,
    })),
})
