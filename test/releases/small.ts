// A small fictional plan with its register, frozen without any store: three States of an invented treaty.
import { sourceIdOf } from '../../src/facts/source.ts'
import { sha256Of } from '../../src/formats/canonical.ts'
import type { ToFreeze } from '../../src/releases/freeze.ts'
import type { ReleaseAnswer, ReleaseDatum, ReleaseReport } from '../../src/releases/release.ts'

const page = { title: 'A page', address: null, publisher: null, published: null }
const pageId = sourceIdOf(page)

const fact = (given: Partial<ReleaseDatum> & Pick<ReleaseDatum, 'id' | 'actor' | 'kind'>): ReleaseDatum => ({
  externalId: given.id.split('/')[2]!,
  subject: null,
  heldFrom: null,
  heldUntil: null,
  heldEdtf: given.heldFrom ?? null,
  knownFrom: given.heldFrom ?? '2026-01-01',
  supersedes: null,
  retracts: null,
  source: pageId,
  locator: '3',
  quotation: null,
  language: 'en',
  fields: {},
  ...given,
})

/** Of the plan of work of Xenia for the plan, with one action of it. */
export const workFact = (
  kind: string,
  id: string,
  fields: ReleaseDatum['fields'],
  more: Partial<ReleaseDatum> = {},
): ReleaseDatum => fact({ id: `XAA/${kind}/${id}`, actor: 'XAA', kind, fields, ...more })

export const accession = (actor: string, on: string, more: Partial<ReleaseDatum> = {}): ReleaseDatum =>
  fact({
    id: `${actor}/status-event/a`,
    actor,
    kind: 'status-event',
    heldFrom: on,
    fields: { treaty: 'still-air', act: 'accession', notifiedOn: on, effectiveOn: on },
    ...more,
  })

export const payment = (actor: string, id: string, on: string, amount: number): ReleaseDatum =>
  fact({ id: `${actor}/payment/${id}`, actor, kind: 'payment', heldFrom: on, fields: { amount, paidOn: on } })

export const report = (actor: string, version: number, receivedOn: string): ReleaseReport => ({
  id: `${actor}/yearly/2025/${version}`,
  actor,
  obligation: 'yearly',
  coversYear: 2025,
  subject: null,
  version,
  receivedOn,
  language: 'en',
  source: pageId,
  document: { title: `Report of ${actor}`, pages: 4 },
})

export const answer = (of: ReleaseReport, question: string, state: string): ReleaseAnswer => ({
  id: `${of.id}#${question}`,
  report: of.id,
  question,
  state,
  silence: null,
  number: null,
  unit: null,
  text: null,
  locator: '2',
  quotation: 'We have a plan.',
  language: 'en',
})

const asked = (question: string) => ({
  population: { cohort: 'bound' },
  condition: { answer: question, is: 'yes' as const },
  measure: 'share' as const,
  words: `Answered yes to ${question}.`,
  pending: { until: { duty: 'yearly', field: 'dueOn' }, counts: 'in' as const },
  readings: {
    'due-only': { words: 'Only reports that are due.', changes: { 'pending.counts': 'out' } },
  },
})

const sourceText = 'Still Air Plan\n1.1 Share of States with a plan.\n'

/** As known on 1 July 2026: Xenia and Xanthe answered, Xylo did not. 1.1: 1/3, 1.2: 12.5 paid. */
export const small = (): ToFreeze => {
  const [xenia, xanthe] = [report('XAA', 1, '2026-04-01'), report('XBB', 1, '2026-04-20')]
  return {
    world: 'exercise',
    banner: { en: 'Every State here is fictional.' },
    instrument: {
      id: 'still-air-plan',
      kind: 'action-plan',
      title: 'Still Air Plan',
      status: 'draft',
      notice: 'A draft.',
      noticeIn: {},
      sha256: sha256Of(sourceText),
      sourceText,
      source: { title: 'Still Air Plan', language: 'en' },
      period: { from: '2025-01-01', until: '2028-01-01' },
      years: [2025, 2026, 2027],
      treaty: 'still-air',
      obligation: 'yearly',
      parties: [],
      sections: [
        {
          number: 'I',
          title: 'Plans',
          heading: 'I. Plans',
          paragraphs: ['We will make plans.'],
          resources: true,
        },
      ],
      actions: [{ id: '1', number: 1, heading: 'Action 1', section: 'I. Plans', text: 'Make a plan.' }],
      indicators: [
        {
          number: '1.1',
          text: 'Share of States with a plan.',
          unit: 'percentage',
          action: '1',
          section: 'I. Plans',
        },
        { number: '1.2', text: 'Sum paid.', unit: 'number', action: '1', section: 'I. Plans' },
      ],
    },
    treaty: {
      id: 'still-air',
      titles: { en: { short: 'Still Air Convention', formal: 'Convention on Still Air' } },
      entryIntoForce: { article: '9', words: 'At once.', daysAfterDeposit: 0, notBefore: '2020-01-01' },
      withdrawal: { article: '10', words: 'After six months.', monthsAfterReceipt: 6 },
      duties: {
        yearly: {
          id: 'yearly',
          title: 'Yearly report',
          article: '7',
          words: 'Each year.',
          source: 'Article 7',
          obligation: 'yearly',
          due: { month: 4, day: 30 },
          covers: 'previous-calendar-year',
          first: { after: 'entry-into-force', days: 180 },
        },
      },
    },
    otherTreaties: [],
    let: {},
    rules: {
      '1.1': asked('has-plan'),
      '1.2': {
        population: { records: 'payment' },
        condition: true,
        measure: { sum: 'amount' },
        words: 'What was paid.',
        pending: 'none',
        readings: {},
      },
    },
    cohorts: { bound: { title: 'States bound', words: 'In force.', rule: { party: 'still-air' } } },
    kinds: {
      meeting: { title: 'Meeting', time: 'event', fields: {} },
      payment: {
        title: 'Payment',
        time: 'event',
        fields: { amount: { type: 'number', unit: 'USD' }, paidOn: { type: 'date', occurs: true } },
      },
      'status-event': { title: 'Act', time: 'event', fields: {} },
    },
    questions: [
      {
        obligation: 'yearly',
        id: 'has-plan',
        heading: null,
        text: 'Is there a plan?',
        type: 'state',
        unit: null,
      },
    ],
    year: 2026,
    asOf: '2026-06-30',
    knownOn: '2026-07-01',
    actors: [
      ['XAA', 'Xenia'],
      ['XBB', 'Xanthe'],
      ['XCC', 'Xylo'],
    ].map(([id, short]) => ({ id: id!, kind: 'state', names: { en: { short: short!, formal: null } } })),
    coverage: ['payment', 'status:still-air', 'yearly-report'].map((register) => ({
      register,
      from: '2020-01-01',
      until: '2027-01-01',
      level: 'complete' as const,
      statedBy: 'The depositary of the exercise',
      knownFrom: '2026-06-30',
    })),
    sources: [{ id: pageId, ...page }],
    datums: [
      payment('XAA', 'p1', '2026-02-03', 12.5),
      accession('XAA', '2021-01-01'),
      accession('XBB', '2022-01-01'),
      accession('XCC', '2023-01-01'),
    ].sort((a, b) => (a.id < b.id ? -1 : 1)),
    reports: [xenia, xanthe],
    answers: [answer(xenia, 'has-plan', 'yes'), answer(xanthe, 'has-plan', 'no')],
    work: {
      kinds: {
        'national-plan': {
          title: 'Plan of work',
          time: 'state',
          topic: 'implementation',
          fields: { title: { type: 'text' }, instrument: { type: 'text', ref: ['instrument-part'] } },
        },
        'plan-action': {
          title: 'Action',
          time: 'state',
          topic: 'implementation',
          fields: { title: { type: 'text' }, plan: { type: 'text', ref: ['national-plan'] } },
        },
      },
      facts: [
        workFact('national-plan', 'p', { title: 'Plan of Xenia', instrument: 'still-air-plan' }),
        workFact('plan-action', 'a', { title: 'A fan', plan: 'p' }),
      ],
    },
    publishedFigures: [],
  }
}
