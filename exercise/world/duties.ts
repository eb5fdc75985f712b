// Obligations under Articles 1, 3, 4 and 5: who has them, their deadlines and extensions, moratoria of others.
import { addMonths } from '../../src/rules/dates.ts'
import { type Fact, lasting, registersOpened, sources, statementOf } from './fact.ts'
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
      treaty: 'mine-ban',
      article: '4',
      deadline: article4Deadline(span.code),
    }),
  ),
  ...victims.flatMap((span) => lasting('victims-significant', sources.obligations, span, {})),
  ...donors.flatMap((span) => lasting('donor', statementOf(span.code, span.from), span, {})),
  ...complianceConcerns.flatMap((span) =>
    lasting('compliance-concern', sources.compliance, span, {
      treaty: 'mine-ban',
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
      body: { treaty: 'mine-ban', article: '5', deadline, statedAsOf: statedOn },
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
      body: { treaty: 'mine-ban', article: '4', deadline: article4Deadline(code), statedAsOf: from },
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

/** Extensions granted before the registers were opened, the last of them until the deadline they opened with. */
const earlierExtensions: Record<string, readonly [meeting: string, on: string, until: string][]> = {
  XZM: [['XMSP2018', '2018-11-30', '2029-05-01']],
  XKU: [
    ['XRC2014', '2014-06-27', '2021-04-01'],
    ['XMSP2020', '2020-11-20', '2028-04-01'],
  ],
  XNG: [
    ['XMSP2012', '2012-12-07', '2020-01-01'],
    ['XRC2019', '2019-11-29', '2025-12-31'],
  ],
  XOK: [
    ['XMSP2010', '2010-12-03', '2017-07-01'],
    ['XMSP2016', '2016-12-01', '2026-12-31'],
  ],
  XSB: [['XRC2019', '2019-11-29', '2025-12-01']],
  XZR: [
    ['XMSP2016', '2016-12-01', '2022-11-01'],
    ['XMSP2021', '2021-11-19', '2027-12-31'],
  ],
  XTZ: [
    ['XRC2009', '2009-12-04', '2018-08-01'],
    ['XMSP2017', '2017-12-21', '2028-03-01'],
  ],
  XBY: [['XMSP2020', '2020-11-20', '2026-10-01']],
  XVK: [
    ['XMSP2012', '2012-12-07', '2020-11-01'],
    ['XRC2019', '2019-11-29', '2026-12-01'],
  ],
  XTY: [
    ['XMSP2010', '2010-12-03', '2019-04-01'],
    ['XMSP2018', '2018-11-30', '2026-12-31'],
  ],
  XPL: [
    ['XMSP2011', '2011-12-02', '2020-05-01'],
    ['XRC2019', '2019-11-29', '2027-12-31'],
  ],
}

const grantedBefore = (): Fact[] =>
  Object.entries(earlierExtensions).flatMap(([code, granted]) =>
    granted.map(
      ([meeting, on, until]): Fact => ({
        id: `extension-granted-${code}-${on.slice(0, 4)}`,
        actor: code,
        kind: 'extension-granted',
        from: on,
        knownFrom: registersOpened,
        source: sources.meetings,
        body: { treaty: 'mine-ban', article: '5', meeting, grantedUntil: until },
      }),
    ),
  )

/** Mined areas found after completion: the meeting granted a new deadline on its first day, on the report alone. */
const grantedAnew = (): Fact => {
  const meeting = formalMeeting(2026)
  return {
    id: 'extension-granted-XMK-2026',
    actor: 'XMK',
    kind: 'extension-granted',
    subject: 'area-discovery-XMK-2026',
    from: meeting.startsOn,
    knownFrom: meeting.endsOn,
    source: sources.meetings,
    body: { treaty: 'mine-ban', article: '5', meeting: meeting.code, grantedUntil: firstDeadlines.XMK! },
  }
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
      body: { treaty: 'mine-ban', article: '5', receivedOn: one.received, requestedUntil: one.until },
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
        body: { treaty: 'mine-ban', article: '5', meeting: meeting.code, grantedUntil: one.granted },
      },
      {
        id: `deadline-${one.code}-article-5-${meeting.year}`,
        actor: one.code,
        kind: 'deadline',
        from: meeting.endsOn,
        knownFrom: meeting.endsOn,
        supersedes: `deadline-${one.code}-article-5`,
        source,
        body: { treaty: 'mine-ban', article: '5', deadline: one.granted, statedAsOf: meeting.endsOn },
      },
    ]
  })

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

/** All facts about obligations. */
export const dutyRows = (): Fact[] => [
  ...cohortFacts(),
  ...deadlines(),
  ...grantedBefore(),
  ...extensions(),
  grantedAnew(),
  ...individualised(),
  ...moratoria(),
]
