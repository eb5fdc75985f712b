// Duties of the fictional world: something in every status, of every precision; only the first State has facts and
// reports to lead to.
import type { DutyStatus } from '../../../src/duties/owed.ts'
import type { Duty } from '../../../src/rules/duty-form.ts'
import type { DutyData, DutySetShown, DutyShown } from '../../../src/web/data/duties.ts'
import { sayPlainly } from '../../../src/words/plainly.ts'
import type { Reason } from '../../../src/words/reason.ts'
import { plan, planId } from './plan.ts'
import { hostileName, parties, states } from './states.ts'

const rule = (id: string, more: Partial<Duty> & Pick<Duty, 'title' | 'article' | 'words'>): Duty => ({
  id,
  source: `Article ${more.article}`,
  ...more,
})

const clearance = rule('clearance', {
  title: 'Clearance of mined areas',
  article: '5',
  words: 'Each State Party undertakes to clear.',
  note: 'Whether a State has mined areas is a matter of its own record.',
  first: { after: 'entry-into-force', years: 10 },
  owedBy: { cohort: 'affected' },
  met: { by: { some: 'completion', where: { article: '5' } }, on: 'declaredOn' },
  extendable: true,
})
const report = rule('report', {
  title: 'Transparency report',
  article: '7',
  words: 'Each State Party shall report.',
  obligation: 'article-7',
  first: { after: 'entry-into-force', days: 180 },
  due: { month: 4, day: 30 },
  covers: 'previous-calendar-year',
})
const clarification = rule('clarification', {
  title: 'Answer to a request for clarification',
  article: '8',
  words: 'That State shall answer within 28 days.',
  first: { after: { fact: 'clarification-request' }, days: 28 },
})
const penal = rule('penal-sanctions', {
  title: 'Penal sanctions',
  article: '9',
  words: 'Each State Party shall take all appropriate measures.',
  undated: 'The article sets no day.',
  met: { by: { some: 'legislation' } },
})
const workPlan = rule('work-plan', {
  title: 'Updated work plan',
  article: 'Action 9',
  words: 'Present an updated plan no later than three months before the meeting.',
  first: { before: { eachMeeting: ['msp'] }, months: 3 },
  responsible: 'the affected State',
})

const treatySource = { title: 'Fictional Treaty', address: 'https://treaties.example/t' }

const titlesOf = (duties: readonly Duty[]): Record<string, string> =>
  Object.fromEntries(duties.map(({ id, title }) => [id, title]))

export const dutySets: DutySetShown[] = [
  {
    instrument: 'fictional-treaty',
    kind: 'treaty',
    treaty: 'fictional-treaty',
    title: 'Fictional Treaty',
    sourceTitle: treatySource.title,
    address: treatySource.address,
    language: 'en',
    isBoundKnown: true,
    titles: titlesOf([clearance, report, clarification, penal]),
    duties: [clearance, report, clarification, penal],
  },
  {
    instrument: planId,
    kind: 'plan',
    treaty: 'fictional-treaty',
    title: plan.title,
    sourceTitle: plan.title,
    address: null,
    language: 'en',
    isBoundKnown: true,
    titles: titlesOf([clearance, report, clarification, penal, workPlan]),
    duties: [workPlan],
  },
]

const fromForce: Reason = { key: 'in-force', from: '2001-03-01' }
const afterForce: Reason = { key: 'due-years-after', article: '5', count: 10, on: '2001-03-01' }

const owed = (
  set: DutySetShown,
  { id, title, article, words, source, note, responsible, obligation }: Duty,
  actor: { id: string; name: string },
  status: DutyStatus,
  more: Partial<DutyShown> = {},
): DutyShown => {
  const derivation = more.derivation ?? fromForce
  const instance = more.instance ?? null
  const due = more.due ?? null
  return {
    key: [set.instrument, id, actor.id, ...(instance === null ? [] : [instance])].join('/'),
    actor: actor.id,
    name: actor.name,
    instrument: set.instrument,
    instrumentTitle: set.title,
    duty: `${set.instrument}/${id}`,
    title,
    article: article ?? null,
    words,
    language: set.language,
    source: { title: set.sourceTitle, address: set.address, place: source },
    note: note ?? null,
    responsible: responsible ?? null,
    obligation: obligation ?? null,
    applies: 'yes',
    instance,
    due,
    precision: due === null ? null : 'day',
    status,
    isLate: status === 'met' ? false : null,
    computed: due === null ? null : { on: due, derivation },
    granted: [],
    otherwise: [],
    derivation,
    waitsFor: null,
    metBy: [],
    others: [],
    path: `/duties/${set.instrument}/${id}`,
    reason: null,
    searched: [],
    datumIds: [],
    entered: false,
    ...more,
    said: {
      derivation: sayPlainly(derivation),
      waitsFor: more.waitsFor == null ? null : sayPlainly(more.waitsFor),
      reason: more.reason == null ? null : sayPlainly(more.reason),
    },
  }
}

const [treaty, ofPlan] = dutySets as [DutySetShown, DutySetShown]
const [first, second, third, fourth, fifth, sixth] = parties
const hostile = states.find((state) => state.name === hostileName)!
const silent = {
  register: 'article-7-report',
  level: 'partial' as const,
  until: '2027-06-30',
  statedBy: 'Fictional secretariat',
}

const clearances: DutyShown[] = [
  owed(treaty, clearance, first!, 'due', {
    due: '2028-03-01',
    derivation: afterForce,
    computed: { on: '2011-03-01', derivation: afterForce },
    granted: [
      { on: '2021-03-01', isGranted: true, meeting: '2MSP', statedAsOf: '2010-12-01', datumIds: ['f-1'] },
      { on: '2028-03-01', isGranted: false, meeting: null, statedAsOf: null, datumIds: ['f-2'] },
    ],
    otherwise: [{ on: '2027-03', datumId: 'f-1' }],
    datumIds: ['f-1', 'f-2'],
    entered: true,
  }),
  owed(treaty, clearance, second!, 'met', {
    due: '2011-03-01',
    isLate: true,
    metBy: [{ id: 'c-1', type: 'datum', kind: 'completion', on: '2014-04', path: '/states/XAB' }],
  }),
  owed(treaty, clearance, third!, 'overdue', {
    due: '2027-02-01',
    searched: [{ ...silent, register: 'completion', level: 'complete' }],
  }),
  owed(treaty, clearance, fourth!, 'not-found', {
    due: '2027',
    precision: 'year',
    applies: 'unknown',
    searched: [silent],
  }),
  owed(treaty, clearance, hostile, 'at-risk', { due: '2028-01-15' }),
]

const reports: DutyShown[] = [2026, 2027, 2028].flatMap((year) =>
  parties.map((state, i): DutyShown => {
    const on = `${year}-04-30`
    const at = { due: on, instance: String(year), computed: { on, derivation: fromForce } }
    if (year === 2028) return owed(treaty, report, state, 'due', at)
    if (i % 3 === 0)
      return owed(treaty, report, state, 'met', {
        ...at,
        isLate: i % 2 === 1,
        metBy: [
          {
            id: 'r-1',
            type: 'report',
            kind: 'article-7-report',
            on: `${year}-0${4 + (i % 2)}-21`,
            path: state.id === 'XAA' ? '/reports/XAA:article-7:2025:2' : null,
          },
        ],
      })
    return owed(treaty, report, state, i % 3 === 1 ? 'overdue' : 'not-found', {
      ...at,
      searched: [i % 3 === 1 ? { ...silent, level: 'complete' } : silent],
    })
  }),
)

const waiting: DutyShown[] = parties.flatMap((state, i): DutyShown[] => [
  owed(treaty, clarification, state, 'waiting', {
    applies: 'unknown',
    waitsFor: { key: 'nothing-on-record', kind: 'clarification-request' },
  }),
  owed(
    treaty,
    penal,
    state,
    i === 0 ? 'met' : 'undated',
    i === 0
      ? {
          isLate: null,
          metBy: [{ id: 'f-5', type: 'datum', kind: 'legislation', on: null, path: '/states/XAA#fact-f-5' }],
        }
      : {},
  ),
])

const ofMeetings: DutyShown[] = [
  owed(ofPlan, workPlan, fifth!, 'missed', { due: '2027-09', precision: 'month', instance: '3MSP' }),
  owed(ofPlan, workPlan, sixth!, 'ended', { due: '2027-09-01', instance: '3MSP' }),
  owed(ofPlan, workPlan, first!, 'not-assessable', { instance: '1MSP' }),
]

/** By date, then by the actor's name; those without a date last. */
const inOrder = (a: DutyShown, b: DutyShown): number =>
  (a.due ?? '9999').localeCompare(b.due ?? '9999') || a.name.localeCompare(b.name)

/** Every duty of the fictional world. */
export const allDuties: DutyShown[] = [...clearances, ...reports, ...waiting, ...ofMeetings].sort(inOrder)

export const fictionalDuties = (): DutyData => ({
  listDuties: async ({ actors, instrument, duty, from = '2027-01-01', until = '2028-12-31', status }) =>
    allDuties.filter(
      (one) =>
        (actors === undefined || actors.includes(one.actor)) &&
        (instrument === undefined || one.instrument === instrument) &&
        (duty === undefined || one.duty === duty) &&
        (status === undefined || status.includes(one.status)) &&
        (one.due === null || (one.due >= from.slice(0, one.due.length) && one.due <= until)),
    ),
  listWorkOf: async () => [],
  listPlanned: async () => [],
  listDutySets: async () => dutySets,
})
