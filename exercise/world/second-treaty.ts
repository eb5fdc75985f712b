// The exercise under a second treaty, the Convention on Cluster Munitions: who is bound by it, its meetings, what is left
// to destroy and to clear, and its reports. Nothing here changes who is bound by the first treaty, or a value of its plan.
import { addMonths } from '../../src/rules/dates.ts'
import type { Answer } from './answers.ts'
import { type Fact, lasting, registersOpened, sources, statementOf } from './fact.ts'
import type { Report } from './reports.ts'
import { stateOf } from './states.ts'

export const secondTreaty = 'cluster-munitions'

type Row = Record<string, string>
type Consent = { code: string; act: string; signed?: string; deposited: string }

const signedOn = '2008-12-03'

// biome-ignore format: one State a line
export const consents: readonly Consent[] = [
  { code: 'XAU', act: 'ratification', signed: signedOn, deposited: '2008-12-03' },
  { code: 'XQO', act: 'ratification', signed: signedOn, deposited: '2009-06-02' },
  { code: 'XSK', act: 'ratification', signed: signedOn, deposited: '2009-11-10' },
  { code: 'XOK', act: 'ratification', signed: signedOn, deposited: '2010-02-16' },
  { code: 'XKV', act: 'ratification', signed: signedOn, deposited: '2011-03-24' },
  { code: 'XNG', act: 'ratification', signed: signedOn, deposited: '2011-05-17' },
  { code: 'XOV', act: 'ratification', signed: signedOn, deposited: '2012-09-11' },
  { code: 'XZR', act: 'ratification', signed: '2009-03-18', deposited: '2014-09-30' },
  { code: 'XVK', act: 'accession', deposited: '2016-04-06' },
  { code: 'XMR', act: 'accession', deposited: '2018-03-15' },
  // Joins during the exercise: in force from 1 February 2027, first report due on 31 July 2027.
  { code: 'XKW', act: 'accession', deposited: '2026-08-31' },
  // Has deposited, and is not yet bound today: in force from 1 April 2028.
  { code: 'XTE', act: 'accession', deposited: '2027-10-12' },
]

const inForceFrom = '2010-08-01'

/** The first day of the sixth month after that of the deposit, and not before the treaty's own first day. */
export const boundFrom = ({ deposited }: Consent): string => {
  const byFormula = addMonths(`${deposited.slice(0, 7)}-01`, 6)
  return byFormula < inForceFrom ? inForceFrom : byFormula
}

const row = (code: string, kind: string, notifiedOn: string, effectiveOn = '', basis = ''): Row => ({
  treaty: secondTreaty,
  actor: code,
  name: stateOf(code).names.en,
  kind,
  notified_on: notifiedOn,
  effective_on: effectiveOn,
  basis,
})

/** Acts with the fictional depositary. No day of effect stands there: the treaty's rule gives it. */
export const secondTreatyActs = (): Row[] => [
  ...consents.flatMap(({ code, act, signed, deposited }) => [
    ...(signed === undefined ? [] : [row(code, 'signature', signed)]),
    row(code, act, deposited),
  ]),
  row('XTY', 'signature', signedOn),
  // In peace: six months later it is out.
  row('XKV', 'withdrawal', '2024-09-06'),
  // During an armed conflict that goes on: the six months end on 15 September 2027, and it stays bound.
  row('XOV', 'withdrawal', '2027-03-15'),
]

/** Its row of status-source.csv. */
export const secondTreatySource = (): Row => ({
  treaty: secondTreaty,
  title: 'Exercise: status of the Convention on Cluster Munitions, as kept by the depositary',
  address: 'https://exercise.example/depositary/cluster-munitions',
  as_of: '2027-12-31',
  adopted_on: '2008-05-30',
  in_force_from: inForceFrom,
  signatories: String(secondTreatyActs().filter(({ kind }) => kind === 'signature').length),
})

const meetingYears: Readonly<Record<number, readonly [startsOn: string, endsOn: string]>> = {
  2025: ['2025-09-16', '2025-09-19'],
  2026: ['2026-09-08', '2026-09-11'],
  2027: ['2027-09-14', '2027-09-17'],
  // Announced, and still to come.
  2028: ['2028-06-05', '2028-06-09'],
}

/** The actors that are these meetings. */
export const secondTreatyMeetingOwners = Object.keys(meetingYears).map((year) => ({
  id: `exercise-cluster-munitions-${year}`,
  name: `Exercise: Meeting of States Parties to the Convention on Cluster Munitions ${year}`,
}))

const meetings = (): Fact[] =>
  Object.entries(meetingYears).map(([year, [startsOn, endsOn]]): Fact => {
    const announced = `${Number(year) - 1}-10-02`
    return {
      id: `meeting-XCM${year}`,
      actor: `exercise-cluster-munitions-${year}`,
      kind: 'meeting',
      from: startsOn,
      knownFrom: announced,
      source: sources.meetings,
      body: {
        treaty: secondTreaty,
        code: `XCM${year}`,
        series: 'meeting-of-states-parties',
        title: `Exercise: Meeting of States Parties to the Convention on Cluster Munitions ${year}`,
        startsOn,
        endsOn,
      },
    }
  })

const granted = (code: string, article: string, meeting: string, on: string, until: string): Fact => ({
  id: `extension-granted-ccm-${code}-${on.slice(0, 4)}`,
  actor: code,
  kind: 'extension-granted',
  from: on,
  knownFrom: on > registersOpened ? on : registersOpened,
  source: sources.meetings,
  body: { treaty: secondTreaty, article, meeting, grantedUntil: until },
})

const request = (code: string, article: string, received: string, until: string): Fact => ({
  id: `extension-request-ccm-${code}-${received.slice(0, 4)}`,
  actor: code,
  kind: 'extension-request',
  from: received,
  knownFrom: received,
  source: statementOf(code, received),
  body: { treaty: secondTreaty, article, receivedOn: received, requestedUntil: until },
})

const completed = (code: string, article: string, on: string, declared: string): Fact => ({
  id: `completion-ccm-${code}-article-${article}`,
  actor: code,
  kind: 'completion',
  from: on,
  knownFrom: declared > registersOpened ? declared : registersOpened,
  source: statementOf(code, declared),
  body: { treaty: secondTreaty, article, declaredOn: declared, declaration: 'other' },
})

/** All facts under the second treaty that are not acts with the depositary. */
export const secondTreatyRows = (): Fact[] => [
  ...meetings(),
  // Stocks: destroyed in time; extended twice and still there after the last day.
  completed('XSK', '3', '2016-06-30', '2016-06-30'),
  granted('XOK', '3', 'XCM2017', '2017-09-06', '2022-08-01'),
  granted('XOK', '3', 'XCM2021', '2021-09-21', '2026-08-01'),
  ...lasting(
    'cluster-munition-stocks',
    sources.obligations,
    { code: 'XOK', from: '2010-08-01' },
    { munitions: 5310 },
  ),
  // Clearance: extended twice; asked for once, and granted; done and declared; hostilities later.
  ...lasting('cluster-munition-remnants', sources.obligations, { code: 'XNG', from: '2011-11-01' }, {}),
  granted('XNG', '4', 'XCM2021', '2021-09-21', '2024-11-01'),
  granted('XNG', '4', 'XCM2024', '2024-09-13', '2029-11-01'),
  ...lasting('cluster-munition-remnants', sources.obligations, { code: 'XMR', from: '2018-09-01' }, {}),
  request('XMR', '4', '2027-08-30', '2033-09-01'),
  completed('XVK', '4', '2023-11-20', '2025-09-16'),
  {
    id: 'later-cluster-munition-remnants-XZR-2024',
    actor: 'XZR',
    kind: 'later-cluster-munition-remnants',
    from: '2024-09-30',
    knownFrom: '2025-02-11',
    source: sources.monitor,
    quotation: 'Exercise: the hostilities in the south of Zirakonda ended on 30 September 2024.',
    language: 'en',
    body: { hostilitiesEndedOn: '2024-09-30' },
  },
  ...lasting('armed-conflict', sources.monitor, { code: 'XOV', from: '2026-04-02' }, {}),
]

// When each report came; '' where none did.
const received: Readonly<Record<string, readonly string[]>> = {
  XAU: ['2025-04-22', '2026-04-24', '2027-04-20'],
  XQO: ['2025-04-30', '2026-05-19', '2027-04-29'],
  XSK: ['2025-03-31', '2026-04-15', '2027-04-27'],
  XOK: ['2025-06-11', '', ''],
  XNG: ['2025-04-29', '2026-04-30', '2027-04-30'],
  XOV: ['2025-04-28', '2026-09-01', ''],
  XZR: ['', '2026-04-30', '2027-06-14'],
  XVK: ['2025-04-02', '2026-04-08', '2027-04-12'],
  XMR: ['2025-04-30', '2026-04-29', '2027-04-30'],
}

const firstReports: readonly [code: string, coversYear: number, on: string][] = [['XKW', 2026, '2027-08-09']]

const told: readonly (readonly [question: string, state: Answer['state']])[] = [
  ['ccm-national-measures', 'yes'],
  ['ccm-contacts', 'yes'],
  ['ccm-cooperation', 'partly'],
]

const report = (code: string, coversYear: number, receivedOn: string): Report => {
  const title = `Exercise: report of ${stateOf(code).names.en} under the Convention on Cluster Munitions for ${coversYear}`
  return {
    format: 'pacta-report/1',
    actor: code,
    obligation: 'cluster-munitions-article-7',
    coversYear,
    receivedOn,
    version: 1,
    language: 'en',
    subject: null,
    document: { title, pages: 12, voluntary: false },
    source: { title, address: `https://exercise.example/reports/cluster-munitions/${code}-${coversYear}` },
    answers: told.map(([question, state], index): Answer => {
      const quotation = `Exercise. ${stateOf(code).names.en}, ${coversYear}, part ${index + 1}: told as asked.`
      return {
        question,
        state,
        codedBy: 'exercise coder 2',
        confirmedBy: 'exercise reviewer',
        evidence: { page: String(index + 2), quotation, language: 'en' },
      }
    }),
  }
}

/** Reports under its Article 7, due in 2025 to 2027. */
export const secondTreatyReports = (): Report[] => [
  ...Object.entries(received).flatMap(([code, days]) =>
    days.flatMap((on, index) => (on === '' ? [] : [report(code, 2024 + index, on)])),
  ),
  ...firstReports.map(([code, coversYear, on]) => report(code, coversYear, on)),
]
