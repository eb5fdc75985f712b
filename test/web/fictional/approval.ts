// Things on their way in the fictional world: a fact that two have to approve, and what waits.

import type {
  FactDraftShown,
  FactDrafts,
  StandingShown,
  WaitingData,
} from '../../../src/web/data/approval.ts'
import { openDraftId } from './enter.ts'
import { states } from './states.ts'

const owner = (id: string, name: string, approvedAt: string | null) => ({
  owner: id,
  name,
  isKeeper: id.startsWith('treaty:'),
  approvedAt,
  approvedBy: approvedAt === null ? null : 'Ada <Averlander>',
})

export const fictionalStanding: StandingShown = {
  state: 'draft',
  approved: 0,
  of: 1,
  owners: [owner('XAA', states[0]!.name, null)],
  asked: null,
  returned: null,
  may: {
    edit: true,
    ask: true,
    approve: true,
    withdraw: false,
    return: true,
    publish: false,
    discard: true,
    comment: true,
  },
}

export const factDraftId = '01920000-0000-7000-8000-0000000000f1'

const shownTyped = {
  id: 'entered-9',
  actor: 'XAA',
  kind: 'retained-mines',
  date: '2026',
  'body.mines': '~1200',
  'source.title': 'Letter <of> the authority',
  quotation: 'About 1,200 mines.',
  language: 'en',
}

const shown: FactDraftShown = {
  draftId: factDraftId,
  actor: 'XAA',
  actorName: states[0]!.name,
  kind: 'retained-mines',
  title: 'Mines retained',
  typed: shownTyped,
  body: { mines: 1200, minesComparator: '~' },
  revision: 2,
  changedAt: '2027-05-02T08:00:00Z',
  changedBy: null,
  notHeld: ['Nobody <held>'],
  issues: [{ field: 'known_from', message: 'Missing' }],
  standing: {
    ...fictionalStanding,
    approved: 1,
    of: 2,
    owners: [
      owner('XAA', states[0]!.name, '2027-05-03T08:00:00Z'),
      owner('fictional-unit', 'Support Unit of a Fictional Treaty', null),
    ],
    asked: { at: '2027-05-02T09:00:00Z', note: 'The number is of <last> year.', by: null },
    returned: {
      at: '2027-05-01T08:00:00Z',
      note: 'Which letter?',
      by: 'Una <of the Unit>',
      owner: owner('fictional-unit', 'Support Unit of a Fictional Treaty', null),
      isOpen: false,
      isChanged: true,
    },
    may: { ...fictionalStanding.may, ask: false, withdraw: true },
  },
  became: null,
  names: [
    {
      ...{ draftId: '019e0000-0000-7000-8000-0000000000b1', actor: 'XAA', actorName: 'Averland' },
      ...{ kind: 'working-body', title: 'Body', body: { title: 'Group' }, changedAt: '2027-02-01T10:00:00Z' },
    },
  ],
  namedBy: [],
  alike: {
    step: 'approve',
    drafts: [
      {
        ...{ draftId: '01920000-0000-7000-8000-00000000d00a', kind: 'retained-mines', revision: 1 },
        ...{ body: { mines: 800 }, language: 'en' },
        typed: { ...shownTyped, 'body.mines': '800', supersedes: 'entered-<7>', note: 'Counted <anew>.' },
        replaces: { id: 'entered-<7>', body: null, language: null },
        withdraws: null,
      },
      {
        ...{ draftId: '01920000-0000-7000-8000-00000000d00b', kind: 'retained-mines', revision: 2 },
        ...{ body: {}, language: null, replaces: null },
        typed: { ...shownTyped, 'body.mines': '', retracts: 'entered-2', note: 'It was of <another> State.' },
        withdraws: { id: 'entered-2', body: { mines: 1200 }, language: null },
      },
    ],
    left: 3,
  },
}

const takesNothing = async () => {
  throw new Error('The fictional world takes nothing in')
}

export const fictionalFactDrafts = (): FactDrafts => ({
  listFactDrafts: async () => {
    const { draftId, actor, actorName, kind, title, body, changedAt } = shown
    return [{ draftId, actor, actorName, kind, title, body, changedAt }]
  },
  findFactDraft: async (id) =>
    id === factDraftId
      ? shown
      : [...(shown.alike?.drafts ?? []), ...shown.names].some(({ draftId }) => draftId === id)
        ? { ...shown, draftId: id, alike: null }
        : undefined,
  beginFactDraft: takesNothing,
  saveFactDraft: takesNothing,
  decideFactDraft: takesNothing,
  publishFactDraft: takesNothing,
  decideTogether: takesNothing,
  wasFactDraftDiscarded: async () => false,
  discardFactDraft: takesNothing,
})

export const fictionalWaiting = (): WaitingData => ({
  countElsewhere: async () => ({ world: 'exercise', count: 0 }),
  listWithOthers: async () => [
    {
      ...{ world: 'register', what: 'fact', thing: `fact-draft:${factDraftId}` },
      ...{ id: factDraftId, actor: 'XAA', actorName: states[0]!.name, about: 'retained-mines', year: null },
      ...{ title: null, owners: ['XAA', 'fictional-unit'], approved: 1, of: 2, note: 'The <last> year.' },
      changedAt: '2027-05-02T08:00:00Z',
      missing: [owner('fictional-unit', 'Support Unit of a Fictional Treaty', null)],
    },
  ],
  countWaiting: async () => 2,
  listWaiting: async () => [
    {
      ...{ world: 'register', reason: 'returned', what: 'fact', thing: `fact-draft:${factDraftId}` },
      ...{ id: factDraftId, actor: 'XAA', actorName: states[0]!.name, about: 'retained-mines', year: null },
      ...{ title: null, owners: ['XAA', 'fictional-unit'], approved: 1, of: 2, note: 'Which <letter>?' },
      changedAt: '2027-05-02T08:00:00Z',
    },
    {
      ...{ world: 'register', reason: 'approve', what: 'report', thing: `report-draft:${openDraftId}` },
      ...{ id: openDraftId, actor: 'XAA', actorName: states[0]!.name, about: 'yearly', year: 2026 },
      ...{ title: null, owners: ['XAA'], approved: 0, of: 1, note: null },
      changedAt: '2027-05-01T08:00:00Z',
    },
  ],
})
