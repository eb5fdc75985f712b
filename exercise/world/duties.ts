// Obligations under Articles 1, 3, 4 and 5: who has them, deadlines, extensions, discoveries, completions.
import { addMonths } from '../../src/rules/dates.ts'
import { monitor } from './actors.ts'
import { type Fact, lasting, sources, statementOf } from './fact.ts'
import { formalMeeting } from './meetings.ts'
import {
  article4,
  article4Overdue,
  article5,
  complianceConcerns,
  donors,
  inForceOn,
  ratifications,
  retained,
  type Span,
  victims,
} from './obligations.ts'

const numbered = (spans: readonly Span[]) =>
  spans.map((span, index) => ({
    span,
    index: spans.slice(0, index + 1).filter((one) => one.code === span.code).length,
  }))

const inForce = (code: string) => inForceOn(ratifications.find((one) => one.code === code)!)
const article4Deadline = (code: string) => addMonths(inForce(code), 48)
const article5Deadline = (code: string) => addMonths(inForce(code), 120)

const cohortFacts = (): Fact[] => [
  ...article5.flatMap((span) => lasting('article-5-obligation', sources.obligations, span, {})),
  ...article4.flatMap((span) => lasting('article-4-obligation', sources.obligations, span, {})),
  ...article4Overdue.flatMap((span) =>
    lasting('article-4-overdue', sources.obligations, span, { deadline: article4Deadline(span.code) }),
  ),
  ...article4Overdue.flatMap((span) =>
    lasting('deadline-missed', sources.obligations, span, {
      article: '4',
      deadline: article4Deadline(span.code),
    }),
  ),
  ...victims.flatMap((span) => lasting('victims-significant', sources.obligations, span, {})),
  ...donors.flatMap((span) => lasting('donor', statementOf(span.code, span.from), span, {})),
  ...complianceConcerns.flatMap((span) =>
    lasting('compliance-concern', sources.compliance, span, {
      article: '1.1',
      listedBy: 'Exercise: Committee on Cooperative Compliance',
    }),
  ),
  ...numbered(retained).flatMap(({ span, index }) =>
    lasting(
      'retained-mines',
      sources.obligations,
      span,
      { mines: (span as Span & { mines: number }).mines },
      index,
    ),
  ),
]

// Two sources that disagree: both stay.
const disagreements = (): Fact[] => [
  {
    id: 'retained-mines-XCV-monitor',
    actor: 'XCV',
    kind: 'retained-mines',
    from: '2025-01-01',
    knownFrom: '2025-10-01',
    source: sources.monitor,
    quotation: 'Exercise: Cortumela retains more than 950 mines.',
    language: 'en',
    note: 'Exercise: the register of obligations says 1,200',
    body: { mines: '>950' },
  },
  {
    id: 'stockpile-XZM-register',
    actor: 'XZM',
    kind: 'stockpile',
    from: '2025-01-01',
    knownFrom: '2025-05-02',
    source: sources.obligations,
    body: { mines: 318400 },
  },
  {
    id: 'stockpile-XZM-monitor',
    actor: 'XZM',
    kind: 'stockpile',
    from: '2025-01-01',
    knownFrom: '2025-10-01',
    source: sources.monitor,
    quotation: 'Exercise: Zemrovask holds about 350,000 mines.',
    language: 'en',
    body: { mines: '~350000' },
  },
  {
    id: 'deadline-XNG-monitor',
    actor: 'XNG',
    kind: 'deadline',
    date: '2026-10',
    knownFrom: '2026-11-01',
    source: sources.monitor,
    note: 'Exercise: the meeting granted 31 December 2028',
    body: { article: '5', deadline: '2029-06-01', statedAsOf: '2026-10' },
  },
  {
    id: 'stockpile-XGZ-2025',
    actor: 'XGZ',
    kind: 'stockpile',
    date: '2025',
    knownFrom: '2026-04-20',
    source: statementOf('XGZ', '2026-04-20'),
    body: { mines: 7210 },
  },
  {
    id: 'stockpile-XYG-2026',
    actor: 'XYG',
    kind: 'stockpile',
    from: '2026-03-01',
    knownFrom: '2026-08-20',
    source: statementOf('XYG', '2026-08-20'),
    note: 'Exercise: not yet counted',
    body: {},
  },
]

/** The deadline each State had when the registers were opened, as its register stated it. */
const deadlines = (): Fact[] => [
  ...article5.map(({ code }): Fact => {
    const statedOn = code === 'XMK' ? '2026-11-20' : '2024-01-15'
    const byTreaty = article5Deadline(code)
    const deadline = firstDeadlines[code] ?? byTreaty
    return {
      id: `deadline-${code}-article-5`,
      actor: code,
      kind: 'deadline',
      from: statedOn,
      knownFrom: statedOn,
      source: sources.obligations,
      body: { article: '5', deadline, statedAsOf: statedOn },
    }
  }),
  ...article4.map(
    ({ code, from }): Fact => ({
      id: `deadline-${code}-article-4`,
      actor: code,
      kind: 'deadline',
      from: from > '2024-01-15' ? from : '2024-01-15',
      knownFrom: from > '2024-01-15' ? from : '2024-01-15',
      source: sources.obligations,
      body: { article: '4', deadline: article4Deadline(code), statedAsOf: from },
    }),
  ),
]

// Granted before the registers were opened; granted dates follow no formula.
const firstDeadlines: Record<string, string> = {
  XZM: '2029-05-01',
  XKU: '2028-04-01',
  XNG: '2025-12-31',
  XOK: '2026-12-31',
  XSB: '2025-12-01',
  XZR: '2027-12-31',
  XTZ: '2028-03-01',
  XBY: '2026-10-01',
  XVK: '2026-12-01',
  XTY: '2026-12-31',
  XPL: '2027-12-31',
  XMK: '2028-12-31',
}

type Request = { code: string; received: string; until: string; granted?: string }

/** Requests for an extension of the Article 5 deadline, and what the meeting of the year granted. */
export const extensionRequests: readonly Request[] = [
  { code: 'XSB', received: '2025-03-28', until: '2030-12-31', granted: '2030-12-31' },
  { code: 'XNG', received: '2025-04-11', until: '2029-06-01', granted: '2028-12-31' },
  { code: 'XBY', received: '2026-03-30', until: '2031-10-01', granted: '2031-10-01' },
  { code: 'XVK', received: '2026-03-31', until: '2029-12-01', granted: '2029-12-01' },
  { code: 'XOK', received: '2026-06-15', until: '2032-12-31', granted: '2028-12-31' },
  { code: 'XKU', received: '2027-02-01', until: '2033-04-01' },
  { code: 'XTZ', received: '2027-03-25', until: '2032-03-01', granted: '2032-03-01' },
  { code: 'XZR', received: '2027-03-29', until: '2031-12-31', granted: '2028-12-31' },
]

/** The id of a request: the record a committee's analysis is about. */
export const requestId = ({ code, received }: { code: string; received: string }) =>
  `extension-request-${code}-${received.slice(0, 4)}`

const extensions = (): Fact[] =>
  extensionRequests.flatMap((one) => {
    const meeting = formalMeeting(Number(one.received.slice(0, 4)))
    const request: Fact = {
      id: requestId(one),
      actor: one.code,
      kind: 'extension-request',
      subject: requestId(one),
      from: one.received,
      knownFrom: one.received,
      source: statementOf(one.code, one.received),
      body: { article: '5', receivedOn: one.received, requestedUntil: one.until },
    }
    if (one.granted === undefined) return [request]
    const source = sources.meetings
    return [
      request,
      {
        id: `extension-granted-${one.code}-${meeting.year}`,
        actor: one.code,
        kind: 'extension-granted',
        subject: requestId(one),
        from: meeting.endsOn,
        knownFrom: meeting.endsOn,
        source,
        body: { article: '5', meeting: meeting.code, grantedUntil: one.granted },
      },
      {
        id: `deadline-${one.code}-article-5-${meeting.year}`,
        actor: one.code,
        kind: 'deadline',
        from: meeting.endsOn,
        knownFrom: meeting.endsOn,
        supersedes: `deadline-${one.code}-article-5`,
        source,
        body: { article: '5', deadline: one.granted, statedAsOf: meeting.endsOn },
      },
    ]
  })

type Discovery = {
  code: string
  discovered: string
  reported: string
  destroyed?: string
  mines: number
  why: string
}

const stockDiscoveries: readonly Discovery[] = [
  {
    code: 'XSK',
    discovered: '2025-02-10',
    reported: '2025-03-01',
    destroyed: '2025-05-20',
    mines: 84,
    why: 'in time',
  },
  {
    code: 'XLF',
    discovered: '2025-01-15',
    reported: '2025-02-20',
    destroyed: '2025-11-02',
    mines: 320,
    why: 'late',
  },
  {
    code: 'XTZ',
    discovered: '2026-01-08',
    reported: '2026-02-02',
    destroyed: '2026-04-30',
    mines: 15,
    why: 'in time',
  },
  {
    code: 'XTZ',
    discovered: '2026-02-20',
    reported: '2026-03-09',
    destroyed: '2026-10-01',
    mines: 47,
    why: 'late',
  },
  {
    code: 'XMK',
    discovered: '2025-12-20',
    reported: '2026-01-15',
    destroyed: '2026-06-20',
    mines: 210,
    why: 'on the last day of the six months; reported in the year after the discovery',
  },
  {
    code: 'XTY',
    discovered: '2026-09-15',
    reported: '2026-10-01',
    destroyed: '2026-12-10',
    mines: 12,
    why: 'still pending when the meeting of 2026 opened',
  },
  {
    code: 'XYG',
    discovered: '2025-12-01',
    reported: '2026-02-05',
    mines: 60,
    why: 'before it was a State Party',
  },
  { code: 'XDM', discovered: '2027-03-05', reported: '2027-03-20', mines: 133, why: 'not destroyed' },
  {
    code: 'XKU',
    discovered: '2027-01-11',
    reported: '2027-02-15',
    destroyed: '2027-06-30',
    mines: 29,
    why: 'in time',
  },
  {
    code: 'XOV',
    discovered: '2027-08-30',
    reported: '2027-09-14',
    mines: 75,
    why: 'pending until 29 February 2028',
  },
]

/** Reported first, destroyed later: the destruction supersedes the report, known from the day it took place. */
const discoveries = (): Fact[] =>
  stockDiscoveries.flatMap((one) => {
    const { code, reported } = one
    const nth = stockDiscoveries.filter((other) => other.code === code && other.reported <= reported).length
    const id = `stock-discovery-${code}-${reported.slice(0, 4)}-${nth}`
    const found: Fact = {
      id,
      actor: code,
      kind: 'stock-discovery',
      from: one.reported,
      knownFrom: one.reported,
      source: sources.discoveries,
      note: `Exercise: ${one.why}`,
      body: { discoveredOn: one.discovered, reportedOn: reported, mines: one.mines },
    }
    if (one.destroyed === undefined) return [found]
    const destroyed: Fact = {
      ...found,
      id: `${id}-destroyed`,
      knownFrom: one.destroyed,
      supersedes: id,
      body: { ...found.body, destroyedOn: one.destroyed },
    }
    return [found, destroyed]
  })

// None in 2025: for that year nobody kept this register.
const areaDiscoveries = (): Fact[] =>
  [
    { code: 'XNG', reported: '2026-05-19', afterCompletion: false },
    { code: 'XMK', reported: '2026-09-10', afterCompletion: true },
    { code: 'XIX', reported: '2026-03-03', afterCompletion: true },
    { code: 'XCV', reported: '2027-07-07', afterCompletion: true },
  ].map(
    ({ code, reported, afterCompletion }): Fact => ({
      id: `area-discovery-${code}-${reported.slice(0, 4)}`,
      actor: code,
      kind: 'area-discovery',
      from: reported,
      knownFrom: reported,
      source: sources.discoveries,
      body: { reportedOn: reported, afterCompletion },
    }),
  )

const completion = (
  code: string,
  article: string,
  declared: string,
  declaration: string,
  more = {},
): Fact => ({
  id: `completion-${code}-article-${article}`,
  actor: code,
  kind: 'completion',
  from: declared,
  knownFrom: declared > '2024-01-15' ? declared : '2024-01-15',
  source: statementOf(code, declared),
  body: { article, declaredOn: declared, declaration, ...more },
})

const completions = (): Fact[] => [
  completion('XMK', '5', '2012-12-03', 'voluntary-declaration'),
  completion('XIX', '5', '2009-09-10', 'other'),
  completion('XCV', '5', '2013-06-28', 'voluntary-declaration'),
  completion('XTY', '5', '2026-07-01', 'voluntary-declaration'),
  completion('XPL', '5', '2027-08-20', 'other'),
  completion('XDM', '4', '2027-03-31', 'other', { minesDestroyed: 488210 }),
]

const individualised = (): Fact[] =>
  [
    ['XNG', 'XMSP2025'],
    ['XZM', 'XMSP2026'],
    ['XBY', 'XMSP2026'],
    ['XOK', 'XISM2027'],
    ['XLF', 'XMSP2027'],
    ['XNG', 'XMSP2027'],
  ].map(([actor = '', meeting = '']): Fact => {
    const year = Number(meeting.slice(-4))
    const on = meeting.startsWith('XISM') ? '2027-06-16' : formalMeeting(year).startsOn
    return {
      id: `individualised-approach-${actor}-${meeting}`,
      actor,
      kind: 'individualised-approach',
      subject: meeting,
      from: on,
      knownFrom: on,
      source: sources.cooperation,
      body: { meeting },
    }
  })

const moratorium = (span: Span, activity: string): Fact[] =>
  lasting('moratorium', sources.universalization, span, { activity })

const moratoria = (): Fact[] => [
  ...moratorium({ code: 'XPD', from: '2019-05-01' }, 'transfer'),
  ...moratorium({ code: 'XTJ', from: '2026-02-01' }, 'production'),
  ...moratorium({ code: 'XFM', from: '2015-01-01', until: '2026-07-01', why: 'not renewed' }, 'use'),
]

const publishedElsewhere = (): Fact[] => [
  {
    id: 'published-figure-7-1-2025',
    actor: monitor,
    kind: 'published-figure',
    date: '2025',
    knownFrom: '2026-01-12',
    source: sources.monitor,
    quotation: 'Exercise: 81 per cent of the States Parties reported.',
    language: 'en',
    body: {
      figure: 'share of States Parties that reported',
      number: 81,
      unit: 'percentage',
      coversYear: 2024,
    },
  },
  {
    id: 'report-statement-XSR-2026',
    actor: 'XSR',
    kind: 'report-statement',
    date: '2026',
    knownFrom: '2026-12-01',
    source: sources.monitor,
    quotation: 'Exercise: Santa Erulinda says that it has reported; no report was found.',
    language: 'en',
    body: { obligation: 'article-7', coversYear: 2025, received: false },
  },
  {
    id: 'source-statement-XTE-2026',
    actor: 'XTE',
    kind: 'source-statement',
    date: '2026-05',
    knownFrom: '2026-06-10',
    source: sources.monitor,
    body: {
      topic: 'universalization',
      statement: 'Exercise: the parliament of Teluhanga has begun its debate.',
    },
  },
  {
    id: 'source-statement-XZR-2026',
    actor: 'XZR',
    kind: 'source-statement',
    from: '2026-04-02',
    knownFrom: '2026-04-09',
    source: sources.compliance,
    tier: 'partner',
    body: { topic: 'compliance', statement: 'Exercise: the Committee has asked for a written account.' },
  },
]

/** All facts about obligations. */
export const dutyRows = (): Fact[] => [
  ...cohortFacts(),
  ...disagreements(),
  ...deadlines(),
  ...extensions(),
  ...discoveries(),
  ...areaDiscoveries(),
  ...completions(),
  ...individualised(),
  ...moratoria(),
  ...publishedElsewhere(),
]
