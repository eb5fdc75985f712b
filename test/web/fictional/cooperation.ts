// Averland's page of multilateral cooperation in the fictional world: two published versions, one in two languages.
import type { FactOnPage, PageContent } from '../../../src/cooperation/page.ts'
import type {
  CooperationData,
  CooperationShown,
  PageVersionShown,
} from '../../../src/web/data/cooperation.ts'
import { fictionalStanding } from './approval.ts'
import { states } from './states.ts'

const averland = states[0]!

const fact = (id: string, given: Partial<FactOnPage>): FactOnPage => ({
  id,
  alsoCalled: [],
  datumId: `01920000-0000-7000-8000-0000000${id.length.toString().padStart(5, '0')}`,
  actor: 'XAA',
  kind: 'contribution',
  title: `Averland: ${id}`,
  held: null,
  fields: {},
  statedAsCurrent: false,
  statedAsOf: '2020~',
  knownFrom: '2027-01-15',
  source: 1,
  entered: false,
  ...given,
})

const peacekeepers = fact('peacekeepers', {
  title: 'Averland: personnel in peace operations',
  held: '2020-09',
  fields: { quantity: 1108, quantityComparator: '>', unit: 'persons', asOf: '2020-09' },
})
const member = fact('member', {
  kind: 'organisation-membership',
  title: 'Averland: Assembly <of> fictional States',
  held: '1961-10-27/..',
  statedAsCurrent: true,
  source: 2,
})
const series = fact('series', {
  kind: 'resolution-series',
  title: 'Averland: peace between neighbours',
  fields: { recurrence: 'FREQ=YEARLY;INTERVAL=2', inferred: ['recurrence'] },
  statedAsCurrent: true,
  source: null,
})

const content: PageContent = {
  format: 'pacta-cooperation-page/1',
  actor: 'XAA',
  names: { XAA: { en: 'Averland', mn: 'Аверланд' } },
  knownOn: '2027-11-30',
  languages: ['en', 'mn'],
  isWritten: true,
  sections: [
    {
      id: 'peace',
      title: { en: 'Peace <and> security', mn: 'Энх тайван, аюулгүй байдал' },
      written: [
        {
          en: 'Averland has joined peace operations since 2002. Today {peacekeepers} serve in them.',
          mn: 'Аверланд 2002 оноос энхийг дэмжих ажиллагаанд оролцож байна: {peacekeepers}.',
        },
        { en: 'It speaks for its neighbours. {series} {gone-fact}' },
      ],
      told: [],
    },
    {
      id: 'memberships',
      title: { en: 'Memberships' },
      written: [],
      told: [[{ lead: { en: 'Memberships of Averland' }, facts: ['member', 'peacekeepers'], more: 2 }]],
    },
  ],
  facts: [peacekeepers, member, series],
  sources: [
    {
      ...{ number: 1, title: 'Multilateral <cooperation>', address: 'https://example.org/page' },
      ...{ publisher: 'Ministry of Averland', date: null, statedAsOf: '2020~', knownFrom: '2027-01-15' },
      ...{
        locator: 'paragraph 12',
        quotation: 'As of September 2020 more than 1,108 serve.',
        language: 'en',
      },
    },
    {
      ...{ number: 2, title: 'Аверландын яам', address: null, publisher: null, date: '2026-05-01' },
      ...{
        statedAsOf: null,
        knownFrom: '2026-05-02',
        locator: '4',
        quotation: 'Гишүүн улс.',
        language: 'mn',
      },
    },
  ],
}

const version = (number: number | null, digit: string): PageVersionShown => ({
  id: digit.repeat(12),
  sha256: digit.repeat(64),
  number,
  knownOn: '2027-11-30',
  frozenAt: '2027-11-30T08:00:00Z',
  publishedAt: number === null ? null : `2027-12-0${number}T08:00:00Z`,
  publishedAs: number === null ? null : number === 1 ? 'desk' : 'owner',
  approvedBy: number === 2 ? ['Averland'] : [],
})
const versions = [version(2, 'b'), version(1, 'a')]

/** Name of the published version of Averland's page. */
export const fictionalPageId = versions[0]!.id

const published: CooperationShown = {
  today: '2027-12-31',
  actor: averland,
  is: 'published',
  version: versions[0]!,
  content,
  withheld: 0,
  changes: {
    corrected: [
      { id: 'peacekeepers', now: { ...peacekeepers, fields: { ...peacekeepers.fields, quantity: 1090 } } },
    ],
    gone: ['series'],
    added: [fact('new-event', { kind: 'event', title: 'Averland: conference', held: '2027-12-05' })],
    isReworded: true,
  },
  faults: [],
  nameable: [peacekeepers, member, series],
  offered: [],
  compared: null,
  versions,
  standing: null,
  ratings: { yes: 1204, partly: 3, no: 2, all: 1209 },
  mayFreeze: true,
}

const draft = version(null, 'c')

/** Name of a draft of Averland's page, which stands at its address alone. */
export const fictionalPageDraftId = draft.id

const drafted: CooperationShown = {
  ...published,
  ...{ is: 'draft', version: draft, ratings: null, standing: fictionalStanding },
  compared: {
    with: 2,
    before: content,
    sections: [
      {
        is: 'changed',
        was: { place: 2, section: content.sections[1]! },
        now: { place: 1, section: { ...content.sections[1]!, title: { en: 'Memberships <today>' } } },
        draft: {
          ...{ draftId: '01920000-0000-7000-8000-00000000d00b', kind: 'retained-mines', revision: 1 },
          ...{ body: {}, language: 'en', withdraws: null },
          typed: { 'body.title': 'Memberships <today>', supersedes: 'memberships', note: 'Put <right>.' },
          replaces: { id: 'memberships', body: null, language: null },
        },
      },
      {
        is: 'same',
        was: { place: 1, section: content.sections[0]! },
        now: { place: 2, section: content.sections[0]! },
        draft: null,
      },
      {
        is: 'gone',
        was: { place: 3, section: { ...content.sections[0]!, id: 'old' } },
        now: null,
        draft: null,
      },
    ],
    stale: ['Peace <and> security'],
  },
}

const shownNow = (actor: CooperationShown['actor'], isEmpty: boolean): CooperationShown => ({
  ...published,
  ...{ actor, is: 'now', version: null, changes: null, ratings: null },
  versions: isEmpty ? [] : versions,
  content: isEmpty
    ? {
        ...content,
        actor: actor.id,
        isWritten: false,
        languages: ['en'],
        sections: [],
        facts: [],
        sources: [],
      }
    : content,
  faults: isEmpty ? [] : [{ section: 'Peace <and> security', fault: 'fact', found: 'gone-fact' }],
})

export const fictionalCooperation = (): CooperationData => ({
  cooperation: {
    show: async (id, asked) => {
      const actor = states.find((state) => state.id === id)
      if (actor === undefined) return undefined
      if (id !== 'XAA')
        return asked === undefined || asked === 'now' || asked === 'preview'
          ? shownNow(actor, true)
          : undefined
      if (asked === 'now' || asked === 'preview') return { ...shownNow(actor, false), is: asked }
      if (asked !== undefined && draft.sha256.startsWith(asked)) return drafted
      const meant = versions.find(
        (one) => asked === undefined || String(one.number) === asked || one.sha256.startsWith(asked),
      )
      return meant === undefined ? undefined : { ...published, version: meant }
    },
    freeze: async () => ({ id: fictionalPageId, outcome: 'unchanged' }),
    decide: async () => 'published',
    publish: async () => 'published',
    discard: async () => 'published',
    findGivenUp: async () => undefined,
    findFrozenWith: async () => undefined,
    ratingForm: () => 'a.form.signed',
    rate: async () => 'counted',
    ratings: async (id) => {
      const actor = states.find((state) => state.id === id)
      if (actor === undefined) return undefined
      const isAverland = id === 'XAA'
      return {
        actor,
        versions: isAverland ? versions.map((one) => ({ ...one, ratings: published.ratings! })) : [],
        counts: isAverland
          ? [
              { sha256: versions[0]!.sha256, language: 'mn', day: '2027-12-03', useful: 'yes', count: 1204 },
              { sha256: versions[0]!.sha256, language: 'en', day: '2027-12-03', useful: 'no', count: 2 },
            ]
          : [],
      }
    },
  },
})
