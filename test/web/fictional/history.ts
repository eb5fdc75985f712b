// What was done in the fictional world: a draft that was saved and discarded, a fact that took another's place.

import { problem } from '../../../src/problem.ts'
import type { AuditShown, HistoryData, HistoryShown } from '../../../src/web/data/history.ts'

export const discardedDraft = 'report-draft:01900000-0000-7000-8000-00000000000d'

const facts = [
  'fact:XAA/01900000-0000-7000-8000-000000000001',
  'fact:XAB/01900000-0000-7000-8000-000000000002',
]

/** What pages of this world lead to the history of, whatever its id: what was done to each is one event. */
const oneEvent: Record<string, string> = {
  fact: 'Mines retained',
  'fact-draft': 'Mines retained',
  'report-draft': 'fictional-report 2026',
  release: 'Fictional Action Plan 2027',
}

const sha = (digit: string) => digit.repeat(64)

const nothingSaid = { decided: [], published: null }

const shown: HistoryShown = {
  thing: discardedDraft,
  kind: 'report-draft',
  title: 'fictional-report 2026',
  whose: 'XAA',
  about: { factKind: null, obligation: 'fictional-report', coversYear: 2026, plan: null },
  called: [{ actor: 'XAA', name: 'Averland' }],
  path: null,
  revision: null,
  count: 3,
  rest: null,
  entries: [
    {
      seq: 31,
      sha256: sha('c'),
      happenedAt: '2027-12-30T09:00:00.5Z',
      who: { as: 'desk' },
      action: 'draft-discarded',
      differences: [{ field: 'answers.cleared.number', before: '12.5', after: null }],
      ...nothingSaid,
      isSealed: false,
      restores: 'draft',
    },
    {
      seq: 30,
      sha256: sha('b'),
      happenedAt: '2027-12-29T09:00:00Z',
      who: { as: 'person', name: 'Ada Averlander' },
      action: 'draft-saved',
      differences: [
        { field: 'answers.cleared.number', before: '12', after: '12.5' },
        { field: 'document.title', before: null, after: 'A report' },
      ],
      ...nothingSaid,
      isSealed: false,
      restores: 'texts',
    },
    {
      seq: 12,
      sha256: sha('a'),
      happenedAt: '2027-12-28T09:00:00Z',
      who: { as: 'role', role: 'contributor' },
      action: 'draft-begun',
      differences: [{ field: 'actor', before: null, after: 'XAA' }],
      ...nothingSaid,
      isSealed: true,
      restores: null,
    },
  ],
}

const trail: AuditShown = {
  trail: 'world',
  head: { seq: 31, sha256: sha('c') },
  rest: 12,
  entries: [
    ...shown.entries.map(({ seq, sha256, happenedAt, who, action }) => ({
      seq,
      sha256,
      happenedAt,
      who,
      agent: who.as === 'desk' ? 'pacta form' : 'person:01900000-0000-7000-8000-0000000000aa',
      action,
      subject: discardedDraft,
      things: [discardedDraft],
      touched: 1,
    })),
    {
      seq: 11,
      sha256: sha('9'),
      happenedAt: '2027-12-01T09:00:00Z',
      who: { as: 'program', name: 'pacta facts import' },
      agent: 'pacta facts import',
      action: 'facts-recorded',
      subject: 'facts.csv',
      things: facts,
      touched: 7,
    },
  ],
}

const kindsHeld = (thing: string): boolean => Object.hasOwn(oneEvent, thing.split(':')[0] ?? '')

export const historyData = (): HistoryData => ({
  history: {
    show: async (thing) => {
      if (thing === discardedDraft) return shown
      const kind = thing.split(':')[0] as string
      const title = /:..*/.test(thing) ? oneEvent[kind] : undefined
      if (title === undefined) throw problem('not-found', 'The trail holds nothing of such a thing.')
      const entries = shown.entries.slice(-1).map((entry) => ({ ...entry, restores: null }))
      return { ...shown, thing, kind, title, count: 1, entries }
    },
    lookBack: async (thing) => (thing === discardedDraft || kindsHeld(thing) ? thing : undefined),
    audit: async () => trail,
    restore: async () => ({ outcome: 'changed meanwhile' }),
    findAny: async () => discardedDraft,
  },
})
