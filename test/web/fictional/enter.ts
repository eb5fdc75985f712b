// What is on its way in the fictional world: a report with a mistake, one that was submitted, facts entered. It takes
// nothing in: entering is tested over a store.

import { issuesOfDraft } from '../../../src/reports/check-draft.ts'
import type { DraftContent, ReportDraft } from '../../../src/reports/draft.ts'
import { countAnswered, sectionsOf, stateOfSection } from '../../../src/reports/draft-sections.ts'
import { changesIn } from '../../../src/reports/fill-draft.ts'
import { readShippedKinds } from '../../../src/reports/shipped.ts'
import { writeTemplate } from '../../../src/reports/workbook-template.ts'
import type { DraftShown, EnteredFact, Entering } from '../../../src/web/data/enter.ts'
import { kinds } from '../../facts/world.ts'
import { given } from '../../reports/workbook.ts'
import { questionnaires, yearly } from '../../reports/yearly.ts'
import { fictionalFactDrafts, fictionalStanding } from './approval.ts'
import { planId } from './plan.ts'
import { states } from './states.ts'

export const openDraftId = '01920000-0000-7000-8000-00000000000a'
export const submittedDraftId = '01920000-0000-7000-8000-00000000000b'

/** Pages of how promises are carried out lead to the forms of these. */
const implementationKinds = () =>
  Object.fromEntries(Object.entries(readShippedKinds()).filter(([, { topic }]) => topic === 'implementation'))

const content: DraftContent = {
  document: { receivedOn: '30.4.2027', title: 'تقرير', language: 'ar', form: 'forms', voluntary: 'no' },
  answers: {
    plan: { state: 'partly', page: '4', quotation: 'الخطة "موجودة" <b>', language: 'ar' },
    costed: { state: 'no' },
    cleared: { state: 'yes', number: '12,5', text: 'As in the annex.' },
  },
  sections: {
    document: { revision: 1, finished: true },
    plans: { revision: 2, finished: true },
    clearance: { revision: 3, finished: true },
  },
}

const draft = (draftId: string, coversYear: number, submittedReport: string | null): ReportDraft => ({
  draftId,
  actor: 'XAA',
  obligation: 'yearly',
  coversYear,
  subject: null,
  revision: 3,
  startedFrom: 'report-1',
  content,
  createdAt: '2027-05-01T08:00:00Z',
  changedAt: '2027-05-02T08:00:00Z',
  submittedReport,
  owner: null,
  startedBy: null,
  changedBy: null,
})

const shown = (one: ReportDraft): DraftShown => {
  const issues =
    one.submittedReport === null
      ? issuesOfDraft(one, {
          actors: new Set(['XAA']),
          subjects: new Set(),
          questionnaires,
          today: '2027-12-31',
        })
      : []
  return {
    draft: one,
    actor: one.actor,
    actorName: states[0]!.name,
    questionnaire: yearly,
    isCoded: false,
    isOwn: false,
    standing: fictionalStanding,
    sections: sectionsOf(yearly).map((section) => ({
      departments: [],
      mayEdit: true,
      section,
      state: stateOfSection(content, section, issues),
      ...countAnswered(content, section),
      revision: content.sections[section.id]?.revision ?? 0,
      finished: content.sections[section.id]?.finished ?? false,
    })),
    issues,
    startedFrom: {
      coversYear: one.coversYear,
      version: 1,
      receivedOn: '2027-04-21',
      answers: { plan: { state: 'yes', page: '3' }, costed: { state: 'no' } },
    },
    yearBefore: {
      coversYear: one.coversYear - 1,
      version: 2,
      receivedOn: '2026-04-21',
      answers: { cleared: { state: 'yes', number: '1250', page: '12' } },
    },
    became: null,
    version: 2,
  }
}

const drafts = [draft(openDraftId, 2026, null), draft(submittedDraftId, 2025, 'report-2')]

const listed = drafts
  .filter((one) => one.submittedReport === null)
  .map(({ draftId, actor, obligation, coversYear, changedAt }) => ({
    draftId,
    actor,
    actorName: states[0]!.name,
    obligation,
    title: yearly.title,
    coversYear,
    changedAt,
  }))

const fact = (id: string, more: Partial<EnteredFact> = {}): EnteredFact => ({
  id,
  actor: 'XAA',
  actorName: states[0]!.name,
  kind: 'retained-mines',
  title: 'Mines retained',
  says: '~1100 mines retained',
  body: { mines: 1100, minesComparator: '~' },
  typed: {
    actor: 'XAA',
    kind: 'retained-mines',
    date: '2026',
    'body.mines': '~1100',
    'source.title': 'Letter of the authority',
    quotation: 'About <1,100> mines.',
    language: 'en',
  },
  note: null,
  knownFrom: '2027-02-01',
  recordedAt: '2027-02-02T08:00:00Z',
  entered: true,
  tier: 'public',
  supersedes: null,
  retracts: null,
  approvedBy: [],
  isReplaced: false,
  ...more,
})

const facts = [
  fact('entered-2', { supersedes: 'entered-1', note: 'The letter was misread.' }),
  fact('entered-1', { isReplaced: true, says: '1700 mines retained', body: { mines: 1700 } }),
  fact('entered-4', {
    retracts: 'entered-3',
    says: 'note: another State',
    body: { note: 'another State' },
    note: 'It was another State.',
  }),
  ...['1', '2', '3', '4'].map((number) =>
    fact(`action-${number}`, {
      ...{ kind: 'plan-action', title: 'Action of a plan of work', says: number, body: { number } },
      typed: {
        actor: 'XAA',
        kind: 'plan-action',
        'body.title': `Action ${number}`,
        'body.plan': 'work-plan',
      },
    }),
  ),
  fact('served', {
    ...{ kind: 'contribution', title: 'Observers who served', says: 'Observers who served' },
    body: { title: 'Observers who served', quantity: 18_139, unit: 'persons' },
    typed: { actor: 'XAA', kind: 'contribution', 'body.title': 'Observers who served' },
  }),
  fact('entered-3', { isReplaced: true, says: '300 mines retained', body: { mines: 300 } }),
]

const template = { fileName: 'XAA-yearly-2026.xlsx', bytes: writeTemplate(given) }

const takesNothing = async () => {
  throw new Error('The fictional world takes nothing in')
}

export const fictionalEntering = (): Entering => ({
  listQuestionnaires: async () => [yearly],
  listOpenDrafts: async () => ({ drafts: listed, count: listed.length }),
  findDraft: async (id) => {
    const one = drafts.find(({ draftId }) => draftId === id)
    return one === undefined ? undefined : shown(one)
  },
  makeTemplate: async () => template,
  makeDraftTemplate: async () => template,
  readWorkbook: takesNothing,
  changesFrom: ({ draft: one }, typed) => changesIn(one.content, sectionsOf(yearly), typed),
  fillDraft: takesNothing,
  findPeriod: async ({ actor, coversYear }) =>
    actor === ''
      ? { issues: [{ field: 'actor', message: 'Missing' }], versions: [], drafts: [] }
      : {
          issues: [],
          versions: [
            { reportId: 'report-1', version: 1, receivedOn: '2027-04-21', answers: 2, current: true },
          ],
          drafts: coversYear === '2026' ? listed : [],
        },
  beginDraft: takesNothing,
  saveSection: takesNothing,
  submitDraft: takesNothing,
  wasDiscarded: async () => false,
  discardDraft: takesNothing,
  listFactKinds: async () => ({
    ...implementationKinds(),
    ...kinds,
    contribution: readShippedKinds().contribution!,
    'page-section': readShippedKinds()['page-section']!,
  }),
  listFactChoices: async () => ({}),
  listOtherActors: async () => [{ id: 'fictional-unit', name: 'Support Unit of a Fictional Treaty' }],
  listEnteredFacts: async () => facts.filter(({ id }) => id.startsWith('entered-')),
  findNewest: async () => undefined,
  findFact: async ({ id }) => facts.find((one) => one.id === id),
  checkFact: takesNothing,
  recordFact: takesNothing,
  findStudy: async (id) => ({
    ...{ id, title: 'Study on the law', language: 'en', actor: 'XAA', actorName: 'Averland' },
    instrument: planId,
  }),
  lookAtRecommendations: takesNothing,
  takeInRecommendations: takesNothing,
  decideReportDraft: takesNothing,
  ...fictionalFactDrafts(),
})
