// Two treaties of the fictional world: one whose rule on entry into force is held, and one of which only consents are.
import { membershipHistory } from '../../../src/parties/membership-history.ts'
import type { StatusKind } from '../../../src/parties/status-event.ts'
import type { HeldStatusEvent } from '../../../src/parties/store.ts'
import type { TreatyStatus } from '../../../src/parties/treaty-status.ts'
import { problem } from '../../../src/problem.ts'
import type { TreatyData } from '../../../src/web/data/treaties.ts'
import { statementsTo } from './statements.ts'
import { states } from './states.ts'

const statusPage = { title: 'Fictional status page', address: 'https://status.example/t', date: '2027-12-01' }

const act = (
  treaty: string,
  i: number,
  kind: StatusKind,
  notifiedOn: string,
  effectiveOn: string | null = null,
) => {
  const state = states[i]!
  return {
    actor: state.id,
    actorId: state.id,
    name: state.name,
    treaty,
    kind,
    notifiedOn,
    effectiveOn,
    date: notifiedOn,
    note: null,
    datumId: `${treaty}-${state.id}-${kind}`,
    knownFrom: notifiedOn,
    basis: null,
    sourceTitle: statusPage.title,
    sourceAddress: statusPage.address,
    sourceDate: statusPage.date,
  } satisfies HeldStatusEvent
}

/** Thirty parties, one of them gone, one leaving, one to come; two that only signed. */
const actsOf = (treaty: string): HeldStatusEvent[] => [
  ...states
    .slice(0, 32)
    .map((_, i) => act(treaty, i, 'signature', i < 20 ? '1998-05-04' : `1999-0${1 + (i % 9)}-11`)),
  ...states
    .slice(0, 30)
    .map((_, i) => act(treaty, i, 'ratification', `${1999 + (i % 9)}-0${1 + (i % 9)}-15`)),
  act(treaty, 3, 'withdrawal', '2020-02-03', '2020-08-03'),
  act(treaty, 5, 'withdrawal', '2027-07-10', '2028-01-10'),
  act(treaty, 32, 'accession', '2027-11-20'),
]

const rules = {
  entryIntoForce: { article: '9', words: '', daysAfterDeposit: 90, notBefore: '2000-01-01' },
  withdrawal: { article: '10', words: '', monthsAfterReceipt: 6 },
} as Parameters<typeof membershipHistory>[1]['rules']

const meetings: TreatyStatus['meetings'] = [
  {
    code: '1FM',
    title: 'First Fictional Meeting',
    series: 'meeting-of-states-parties',
    startsOn: '2002-05-06',
    endsOn: '2002-05-10',
    when: '2002-05-06',
    place: 'Averland',
    otherwise: [{ startsOn: '2002-05-07', endsOn: '2002-05-10', source: 'Another fictional page' }],
    source: statusPage,
    datumIds: ['m1', 'm2'],
    entered: true,
  },
  {
    code: '1FR',
    title: 'First Fictional Review Conference',
    series: 'review-conference',
    startsOn: null,
    endsOn: null,
    when: '2007-11',
    place: null,
    otherwise: [],
    source: null,
    datumIds: ['m3'],
    entered: false,
  },
]

const shown = (treaty: string, asOf: string, knownOn: string): TreatyStatus => {
  const hasRule = treaty === 'fictional-treaty'
  const acts = actsOf(treaty).filter((one) => one.knownFrom <= knownOn)
  const history = membershipHistory(acts, {
    rules: hasRule ? rules : undefined,
    asOf,
    sourceDate: statusPage.date,
  })
  const count = (...standings: string[]) =>
    history.participants.filter((one) => standings.includes(one.standing)).length
  return {
    treaty,
    title: hasRule ? 'Fictional Treaty' : 'Fictional Covenant',
    formalTitle: hasRule ? 'Fictional Treaty on the Keeping of Fictional Promises' : null,
    mtdsg: null,
    depositary: hasRule ? 'Secretary of the fictional world' : null,
    basis: history.basis,
    asOf,
    knownOn,
    source: { statedBy: statusPage.title, address: statusPage.address, asOf: statusPage.date },
    adoptedOn: '1998-03-02',
    inForceFrom: '2000-01-01',
    stated: { signatories: 32, parties: 30, asOf: statusPage.date },
    counts: {
      party: count('party', 'leaving'),
      leaving: count('leaving'),
      joining: count('joining'),
      unknown: count('unknown'),
      left: count('left'),
      signatory: count('signatory'),
      organisations: 0,
    },
    participants: history.participants,
    years: history.years,
    steps: history.steps,
    meetings: hasRule ? meetings : [],
    claims: hasRule
      ? [
          {
            actor: 'XAB',
            datumId: 'claim-1',
            claim: 'The State says that it has "suspended" the treaty',
            claimedBy: 'Belmora',
            entered: true,
            claimedOn: '2026-05-20',
            quotation: 'The operation of the treaty is suspended.',
            language: 'en',
            source: { title: 'A fictional note', address: null, publisher: null, published: null },
            contestedBy: 'Fictional Meeting',
            contestQuotation: 'The treaty knows no suspension.',
            contestSource: { title: 'Final report', address: 'https://meeting.example/report' },
          },
        ]
      : [],
    events: [
      { kind: 'adopted', on: '1998-03-02', title: null, names: [], isExpected: false },
      {
        kind: 'first-signatures',
        on: '1998-05-04',
        title: null,
        names: states.slice(0, 20).map((state) => state.name),
        isExpected: false,
      },
      { kind: 'in-force', on: '2000-01-01', title: null, names: [], isExpected: false },
      ...(hasRule
        ? [
            {
              kind: 'meeting-of-states-parties' as const,
              on: '2002-05-06',
              title: 'First Fictional Meeting',
              names: [],
              isExpected: false,
            },
            {
              kind: 'review-conference' as const,
              on: '2007-11',
              title: 'First Fictional Review Conference',
              names: [],
              isExpected: false,
            },
          ]
        : []),
      { kind: 'withdrawal', on: '2020-08-03', title: null, names: [states[3]!.name], isExpected: false },
    ],
  }
}

export const treaties = (): TreatyData => ({
  listTreaties: async ({ asOf, knownOn }) =>
    ['fictional-covenant', 'fictional-treaty'].map((treaty) => {
      const { participants, ...status } = shown(treaty, asOf, knownOn)
      return { ...status, lastAct: { name: participants[0]!.name, kind: 'accession', on: '2027-11-20' } }
    }),
  showTreaty: async ({ treaty, asOf, knownOn }) => {
    if (!['fictional-treaty', 'fictional-covenant'].includes(treaty))
      throw problem('not-found', `There is no treaty "${treaty}" whose status is held.`)
    return shown(treaty, asOf, knownOn)
  },
  listTreatyStatements: async ({ treaty, knownOn }) => statementsTo(treaty, knownOn),
})
