// The fictional world: it answers as the stores would, from constants, so that what a page shows can be told in advance.

import { problem } from '../../../src/problem.ts'
import type { CohortData } from '../../../src/web/data/cohorts.ts'
import type { DocumentData } from '../../../src/web/data/documents.ts'
import type { PlanData } from '../../../src/web/data/plans.ts'
import type { StateData } from '../../../src/web/data/states.ts'
import type { PageData } from '../../../src/web/data.ts'
import { countStates } from '../../../src/web/marks.ts'
import { fictionalWaiting } from './approval.ts'
import { fictionalCalendars } from './calendars.ts'
import { changes } from './changes.ts'
import { fictionalCooperation } from './cooperation.ts'
import { fictionalCrosswalks } from './crosswalks.ts'
import { fictionalDeclarations } from './declarations.ts'
import { fictionalDesk } from './desk.ts'
import { fictionalDocument } from './document.ts'
import { fictionalDuties } from './duties.ts'
import { engagementData } from './engagements.ts'
import { fictionalEntering } from './enter.ts'
import { facts } from './facts.ts'
import { historyData } from './history.ts'
import { implementationData } from './implementation.ts'
import { othersData } from './others.ts'
import { plan, planId } from './plan.ts'
import { fictionalPublished } from './published.ts'
import { fictionalReleases } from './releases.ts'
import { ofReports } from './reports.ts'
import { rollCallData } from './roll-calls.ts'
import { fictionalSearch } from './search.ts'
import { ofSheet } from './sheet.ts'
import { stalenessData } from './staleness.ts'
import { parties, states } from './states.ts'
import { fictionalTables } from './tables.ts'
import { targetData } from './targets.ts'
import { treaties } from './treaties.ts'
import { because, figuresFor, membersFor, numbers, shown, years } from './values.ts'

const plans = (): PlanData => ({
  listPlans: async () => [plan],
  findPlan: async (id) => (id === planId ? plan : undefined),
  listValues: async () => numbers.flatMap((number) => years.map((year) => figuresFor(number, year))),
  countStates: async () =>
    numbers.flatMap((number) =>
      years.flatMap((year) =>
        countStates(membersFor(number, year)).map(({ state, members }) => ({ number, year, state, members })),
      ),
    ),
  showIndicator: async ({ indicator, year, asOf, knownOn, reading }) => {
    if (reading !== undefined && reading !== 'default' && !indicator.endsWith('/1.2')) {
      throw problem('not-found', `The indicator has no reading "${reading}".`)
    }
    const number = indicator.slice(planId.length + 1)
    return shown(number, year, asOf ?? `${year}-12-01`, knownOn ?? '2027-12-31', reading ?? 'default')
  },
  findRule: async (indicator) =>
    indicator.startsWith(`${planId}/`) && numbers.includes(indicator.slice(planId.length + 1))
      ? { rule: { population: { cohort: 'states-parties' }, measure: 'share' }, sha256: 'b5bb9d80' }
      : undefined,
})

const documents = (): DocumentData => ({
  listDocuments: async () => [fictionalDocument],
})

const cohorts = (): CohortData => ({
  listCohorts: async () => [
    {
      name: 'states-parties',
      code: 'SP_ALL',
      title: 'States Parties',
      words: 'All States bound on the date.',
      treaty: 'fictional-treaty',
    },
    {
      name: 'affected',
      code: 'SP_AFFECTED',
      title: 'Affected States Parties',
      words: 'States Parties with an obligation.',
      treaty: 'fictional-treaty',
    },
    {
      name: 'donor',
      code: null,
      title: 'States in a position to assist',
      words: 'Those that say so of themselves.',
      treaty: 'fictional-treaty',
    },
  ],
  listCohortMembers: async ({ cohort }) => {
    if (cohort === 'donor') throw problem('cohort-not-established', 'Nobody has established this cohort.')
    return (cohort === 'affected' ? parties.slice(0, 14) : parties).map((state, i) => ({
      actor: state.id,
      name: state.name,
      from: `${1999 + (i % 12)}-0${1 + (i % 9)}-01`,
      until: i === 5 ? '2028-01-10' : null,
      ...because({ key: 'in-force', from: `${1999 + (i % 12)}-0${1 + (i % 9)}-01` }),
    }))
  },
  findStatusSource: async () => ({
    title: 'Fictional status page',
    address: 'https://status.example/t',
    publisher: null,
    date: '2027-12-01',
  }),
})

const ofStates = (): StateData => ({
  listStates: async () => states,
  findActor: async (id) => states.find((state) => state.id === id),
  listMemberships: async (id) =>
    parties.some((state) => state.id === id)
      ? [
          {
            treaty: 'fictional-treaty',
            title: 'Fictional Treaty',
            from: '2001-03-01',
            consentedOn: null,
            until: id === 'XAF' ? '2028-01-10' : null,
            ...because({ key: 'act', act: 'ratification', on: '2000-09-12' }),
            source: {
              title: 'Fictional status page',
              address: 'https://status.example/t',
              publisher: null,
              date: '2027-12-01',
            },
            statedOn: '2027-12-01',
          },
        ]
      : [],
  listStateValues: async (id) =>
    ['1.1', '1.2', '2.1'].flatMap((number) =>
      years.flatMap((year) =>
        membersFor(number, year)
          .filter((member) => member.actor === id)
          .map((member) => ({
            ...figuresFor(number, year),
            state: member.state,
            reason: member.reason,
            said: member.said,
            entered: member.evidence.some((evidence) => evidence.entered),
          })),
      ),
    ),
  listFacts: async (id) => (id === 'XAA' || id === 'XBJ' ? facts : []),
  listReports: async (id) =>
    id === 'XAA'
      ? [1, 2].map((version) => ({
          id: `XAA:article-7:2025:${version}`,
          obligation: 'article-7',
          title: 'Article 7 report',
          coversYear: 2025,
          version,
          receivedOn: `2026-0${version + 3}-21`,
          language: 'ar',
          voluntary: false,
          current: version === 2,
          entered: version === 1,
          answers: 64,
          source: null,
        }))
      : [],
})

export const fictionalData = (): PageData => ({
  ...documents(),
  ...plans(),
  ...cohorts(),
  ...fictionalCooperation(),
  ...fictionalReleases(),
  ...fictionalTables,
  ...fictionalWaiting(),
  ...ofReports(),
  ...fictionalPublished(),
  ...fictionalCrosswalks(),
  ...fictionalDeclarations,
  ...ofSheet(),
  ...ofStates(),
  ...fictionalSearch(),
  ...treaties(),
  ...engagementData(),
  ...historyData(),
  ...implementationData(),
  ...targetData(),
  ...stalenessData(),
  ...othersData(),
  ...rollCallData(),
  ...fictionalCalendars(),
  enter: fictionalEntering(),
  ...changes(),
  ...fictionalDuties(),
  ...fictionalDesk(),
})
