// How the targets of the fictional plan stand, with records in every state a reading can leave them in.
import type { RecordShown } from '../../../src/indicators/counted.ts'
import { problem } from '../../../src/problem.ts'
import type { IndicatorJudged, ReadingJudged, TargetData } from '../../../src/web/data/targets.ts'
import { plan, planId } from './plan.ts'

const years = [2025, 2026, 2027]

const reading = (
  given: Partial<ReadingJudged> & Pick<ReadingJudged, 'value' | 'standing'>,
): ReadingJudged => ({
  reading: 'default',
  words: 'Events held in the year, each for two groups.',
  target: { key: 'a-year', of: { key: 'at-least', number: 3 } },
  held: given.value ?? 1,
  asked: 3,
  entered: false,
  status: 'known',
  statusReason: { key: 'covered' },
  across: null,
  reason: null,
  isLate: null,
  mayBeOne: null,
  searched: [
    {
      register: 'dissemination-event',
      level: 'complete',
      until: '2027-12-31',
      statedBy: 'Averland’s <office>',
      of: ['XAA'],
    },
  ],
  ...given,
})

const readings: ReadingJudged[] = [
  reading({ value: 2, standing: 'missed' }),
  reading({
    ...{ reading: 'mix-over-year', value: 4, standing: 'met' },
    words: 'Counts every event, and asks for two groups over the year.',
    across: { field: 'audience', found: 3, asked: 2 },
    mayBeOne: { records: [['event-1', 'event-2']], least: 3 },
  }),
]

const judged: Record<string, ReadingJudged[]> = {
  '3.1': readings,
  '3.2': [
    reading({
      ...{ value: null, standing: 'not-found', status: 'not known' },
      statusReason: { key: 'not-covered', registers: ['dissemination-event'] },
      searched: [{ register: 'dissemination-event', level: 'none', until: null, statedBy: null }],
    }),
  ],
  '4.1': [
    reading({
      ...{ value: 0, asked: 1, standing: 'undated' },
      target: { key: 'once', of: { key: 'at-least', number: 1 } },
    }),
  ],
  '4.2': [
    reading({
      ...{ value: 1, asked: 2, standing: 'at-risk', status: 'provisional until 2027-06-30' },
      statusReason: { key: 'complete-until', until: '2027-06-30' },
      reason: { key: 'promise-near', missing: 1, total: 2, count: 20, number: 45 },
    }),
  ],
}

const all = plan.sections.flatMap(({ actions }) => actions)

const indicators: IndicatorJudged[] = all.flatMap(({ number: action, indicators: own }) =>
  own.map(({ id, number, text, unit }) => ({
    ...{ id, number, text, unit, measures: [action] },
    note: number === '3.1' ? 'The text leaves open what a mix is.' : null,
    records: number.startsWith('3.') ? 'dissemination-event' : null,
    readings: judged[number] ?? [],
    years: (judged[number] ?? []).slice(0, 1).flatMap(({ asked, standing, value, held }) => [
      {
        year: 2025,
        value: 3,
        held: 3,
        asked,
        standing: 'met' as const,
        isLate: id.endsWith('4.2') ? true : null,
        mayBeOne: null,
      },
      { year: 2026, value, held, asked, standing, isLate: null, mayBeOne: null },
    ]),
  })),
)

const record = (id: string, given: Partial<RecordShown> & Pick<RecordShown, 'read'>): RecordShown => ({
  id,
  actor: 'XAA',
  title: 'Moot court',
  on: '2027-05-02',
  lists: [{ field: 'audience', entries: ['academia', 'youth'] }],
  ...{ entered: false, oneWith: [], mayBeOneWith: [], wordOf: [], together: null },
  ...given,
})

const both = (state: RecordShown['read'][number]['state'], reason: RecordShown['read'][number]['reason']) =>
  ['default', 'mix-over-year'].map((name) => ({ reading: name, state, reason }))

const records: RecordShown[] = [
  record('event-1', {
    read: both('counted', { key: 'different', count: 2, entries: ['academia', 'youth'] }),
  }),
  record('event-1', {
    ...{ title: 'Briefing for <officers>', on: '2027-10-22', entered: true },
    lists: [{ field: 'audience', entries: ['armed-forces'] }],
    read: [
      {
        ...{ reading: 'default', state: 'not counted' },
        reason: {
          key: 'joined',
          parts: [
            { key: 'different', count: 1, entries: ['armed-forces'] },
            { key: 'left-too-few', number: 2, field: 'audience' },
          ],
        },
      },
      { reading: 'mix-over-year', state: 'counted', reason: { key: 'record', kind: 'dissemination-event' } },
    ],
  }),
  record('event-2', {
    ...{ actor: 'XAB', title: null, on: '2028-01-05' },
    read: both('not counted', {
      key: 'joined',
      parts: [
        { key: 'left-actor' },
        { key: 'left-outside-year', field: 'heldOn', on: '2028-01-05', year: 2027 },
      ],
    }),
  }),
  record('event-2', {
    ...{ title: 'Seminar', on: null, lists: [{ field: 'audience', entries: [] }] },
    ...{ oneWith: ['event-1'], mayBeOneWith: ['event-1'], wordOf: ['XAB'] },
    together: {
      lists: [{ field: 'audience', entries: [{ entry: 'academia', by: ['event-1', 'event-2'] }] }],
      numbers: [
        {
          field: 'participants',
          said: [
            { number: 40, by: 'event-1' },
            { number: 45, by: 'event-2' },
          ],
        },
      ],
    },
    read: both('pending', { key: 'left-ahead', on: '2028-01' }),
  }),
  record('event-2', {
    ...{ title: 'Round table', on: null },
    read: both('unknown', { key: 'left-unreported', on: '2027-03' }),
  }),
]

const yearAmong = (year: number | undefined): number => {
  if (year !== undefined && !years.includes(year)) throw problem('not-found', `The plan has no year ${year}.`)
  return year ?? 2027
}

export const targetData = (): TargetData => ({
  showTargets: async ({ plan: id, year }) =>
    id === planId
      ? {
          ...{ plan: planId, language: 'en', year: yearAmong(year), years, asOf: '2027-12-31', indicators },
          called: { XAA: 'Averland' },
          actions: all.map(({ number, text, indicators: own }) => ({
            ...{ id: `${planId}/${number}`, number, text },
            indicators:
              number === '2' ? [] : own.map((one) => ({ number: one.number, byOurReading: number === '4' })),
          })),
        }
      : undefined,
  showCounted: async ({ plan: id, indicator = '3.1', year }) => {
    if (id !== planId) return undefined
    const found = indicators.find(({ number, records: kind }) => number === indicator && kind !== null)
    if (found === undefined)
      throw problem('not-found', `The plan has no indicator "${indicator}" that counts records.`)
    return {
      ...{ plan: planId, number: indicator, text: found.text, language: 'en', year: yearAmong(year), years },
      ...{ asOf: '2027-12-31', kind: 'dissemination-event', readings: found.readings, records },
      called: { XAA: 'Averland', XAB: 'Bryndor' },
    }
  },
})
