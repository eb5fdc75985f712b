// Meetings, who came, and what was said there.
import { monitor, nationalSociety, secretariat } from './actors.ts'
import { type Fact, registersOpened, sources } from './fact.ts'
import { article5, donors, holdsOn, isPartyOn, victims } from './obligations.ts'
import { draw, drawBetween } from './random.ts'
import { states } from './states.ts'

export type Meeting = {
  code: string
  owner: string
  series: string
  year: number
  startsOn: string
  endsOn: string
}

const formal = (year: number, startsOn: string, endsOn: string): Meeting => ({
  code: `XMSP${year}`,
  owner: `exercise-msp-${year}`,
  series: 'meeting-of-states-parties',
  year,
  startsOn,
  endsOn,
})
const intersessional = (year: number, startsOn: string, endsOn: string): Meeting => ({
  code: `XISM${year}`,
  owner: `exercise-intersessional-${year}`,
  series: 'intersessional',
  year,
  startsOn,
  endsOn,
})

export const meetings: readonly Meeting[] = [
  intersessional(2025, '2025-06-17', '2025-06-20'),
  formal(2025, '2025-11-24', '2025-11-28'),
  intersessional(2026, '2026-06-09', '2026-06-12'),
  formal(2026, '2026-11-16', '2026-11-20'),
  intersessional(2027, '2027-06-15', '2027-06-18'),
  formal(2027, '2027-11-22', '2027-11-26'),
]

// The conference that adopted the plan; who came to it is not kept here.
const reviewConference: Meeting = {
  code: 'XRC2024',
  owner: 'exercise-review-conference-2024',
  series: 'review-conference',
  year: 2024,
  startsOn: '2024-11-25',
  endsOn: '2024-11-29',
}

/** The formal meeting of the year, 2024 to 2027. */
export const formalMeeting = (year: number): Meeting =>
  [reviewConference, ...meetings].find((one) => one.year === year && one.series !== 'intersessional')!

const titles: Record<string, string> = {
  'meeting-of-states-parties': 'Exercise: Meeting of the States Parties',
  intersessional: 'Exercise: Intersessional Meetings',
  'review-conference': 'Exercise: Review Conference',
}
const presidents: Record<number, string> = {
  2024: 'Quorrela',
  2025: 'Cortumela',
  2026: 'Okuvanda',
  2027: 'Aulendmark',
}

const meetingFact = (
  one: Meeting,
  knownFrom: string,
  startsOn = one.startsOn,
  endsOn = one.endsOn,
): Fact => ({
  id: `meeting-${one.code}`,
  actor: one.owner,
  kind: 'meeting',
  from: startsOn,
  knownFrom,
  source: sources.meetings,
  body: {
    treaty: 'mine-ban',
    code: one.code,
    series: one.series,
    title: `${titles[one.series]} ${one.year}`,
    startsOn,
    endsOn,
    president: presidents[one.year]!,
  },
})

/** Announced in the year before; the meeting of 2027 was first announced for a week earlier. */
const meetingFacts = (): Fact[] =>
  [reviewConference, ...meetings].flatMap((one) => {
    const announced = one.year === 2024 ? registersOpened : `${one.year - 1}-12-05`
    if (one.code !== 'XMSP2027') return [meetingFact(one, announced)]
    const first = meetingFact(one, announced, '2027-11-15', '2027-11-19')
    return [
      first,
      {
        ...meetingFact(one, '2027-02-01'),
        id: `${first.id}-moved`,
        supersedes: first.id,
        note: 'Exercise: moved by one week',
      },
    ]
  })

// States not party come as observers of a kind of their own; these ones do, at these meetings.
const notPartyGuests: Record<string, readonly string[]> = {
  XTJ: ['XISM2025', 'XMSP2025', 'XMSP2026', 'XISM2027', 'XMSP2027'],
  XYG: ['XMSP2025'],
  XWA: ['XMSP2025', 'XMSP2027'],
  XPD: ['XISM2026', 'XMSP2026'],
  XTE: ['XMSP2027'],
  XKV: ['XMSP2026'],
}

const comes = (code: string, one: Meeting): boolean => {
  if (!isPartyOn(code, one.startsOn)) return notPartyGuests[code]?.includes(one.code) ?? false
  const concerned =
    holdsOn(article5, code, one.startsOn) ||
    holdsOn(victims, code, one.startsOn) ||
    holdsOn(donors, code, one.startsOn)
  const likely = one.series === 'intersessional' ? (concerned ? 0.85 : 0.45) : concerned ? 0.97 : 0.75
  return draw(`comes/${code}/${one.code}`) < likely
}

const attendance = (actor: string, one: Meeting, capacity: string, sex: string, persons: number): Fact => ({
  id: `attendance-${one.code}-${actor}-${sex}`,
  actor,
  kind: 'attendance',
  subject: one.code,
  from: one.startsOn,
  knownFrom: one.endsOn,
  source: sources.meetings,
  body: { meeting: one.code, capacity, sex, persons },
})

const delegation = (actor: string, one: Meeting, capacity: string, most: number): Fact[] => {
  const persons = { female: drawBetween(`female/${actor}/${one.code}`, 0, most), male: 0, unknown: 0 }
  persons.male = drawBetween(`male/${actor}/${one.code}`, persons.female === 0 ? 1 : 0, most)
  // Some delegations register without saying who is who.
  if (draw(`unknown/${actor}/${one.code}`) < 0.14)
    persons.unknown = drawBetween(`unknown persons/${actor}/${one.code}`, 1, 3)
  return Object.entries(persons)
    .filter(([, number]) => number > 0)
    .map(([sex, number]) => attendance(actor, one, capacity, sex, number))
}

const organisations: Record<string, string> = {
  [monitor]: 'organisation',
  'exercise-survivors-network': 'organisation',
  'exercise-clearance-trust': 'organisation',
  [nationalSociety]: 'observer',
}

const attendanceFacts = (): Fact[] =>
  meetings.flatMap((one) => [
    ...states
      .filter(({ code }) => comes(code, one))
      .flatMap(({ code }) =>
        delegation(
          code,
          one,
          isPartyOn(code, one.startsOn) ? 'state-party' : 'state-not-party',
          one.series === 'intersessional' ? 2 : 4,
        ),
      ),
    ...Object.entries(organisations).flatMap(([actor, capacity]) => delegation(actor, one, capacity, 5)),
  ])

/** A list of participants corrected two months after the meeting. */
const correctedAttendance = (): Fact => ({
  ...attendance('XNG', formalMeeting(2026), 'state-party', 'female', 9),
  id: 'attendance-XMSP2026-XNG-female-corrected',
  knownFrom: '2027-01-30',
  supersedes: 'attendance-XMSP2026-XNG-female',
  note: 'Exercise: list of participants corrected after the meeting',
})

const survivors: Record<string, [persons: number, organizations: number]> = {
  XISM2025: [6, 2],
  XMSP2025: [14, 5],
  XISM2026: [5, 2],
  XMSP2026: [17, 6],
  XISM2027: [8, 3],
  XMSP2027: [21, 6],
}

const survivorFacts = (): Fact[] =>
  meetings.map((one) => {
    const [persons, organizations] = survivors[one.code]!
    return {
      id: `victim-attendance-${one.code}`,
      actor: one.owner,
      kind: 'victim-attendance',
      subject: one.code,
      from: one.startsOn,
      knownFrom: one.endsOn,
      source: { ...sources.meetings, publisher: `Exercise: ${secretariat}` },
      body: { meeting: one.code, persons, organizations },
    }
  })

// Who said what where; a State that says it at two meetings of a year is still one State.
const statements: Record<string, Record<string, string>> = {
  'condemns-violations': {
    XISM2025: 'XAU XCV',
    XMSP2025: 'XAU XEK XHJ XCV XQO XNG XTY',
    XISM2026: 'XHJ XEK',
    XMSP2026: 'XAU XEK XHJ XCV XQO XNG XTY XIX XOK XBR',
    XISM2027: 'XAU XOK',
    XMSP2027: 'XAU XEK XHJ XCV XNG XTY XOK XSR XMR',
  },
  'promotes-universalization': {
    XMSP2025: 'XAU XCV XOK XHJ',
    XMSP2026: 'XAU XCV XOK XTV XLF',
    XISM2027: 'XQO',
    XMSP2027: 'XAU XCV XOK XTV XVK XIX',
  },
  'compliance-update': { XMSP2026: 'XZR' },
  moratorium: { XMSP2026: 'XPD', XMSP2027: 'XTJ' },
  other: { XMSP2025: 'XOV', XMSP2027: 'XKW' },
}

const says: Record<string, string> = {
  'condemns-violations': 'Exercise: we condemn any use of anti-personnel mines, wherever it happens.',
  'promotes-universalization': 'Exercise: we have asked our neighbours to join the Convention.',
  'compliance-update': 'Exercise: the inquiry has ended, and we inform all States Parties of its outcome.',
  moratorium: 'Exercise: our moratorium remains in force.',
  other: 'Exercise: we thank the President.',
}

const statementFacts = (): Fact[] =>
  Object.entries(statements).flatMap(([topic, byMeeting]) =>
    Object.entries(byMeeting).flatMap(([code, speakers]) => {
      const one = meetings.find((meeting) => meeting.code === code)!
      return speakers.split(' ').map(
        (actor): Fact => ({
          id: `statement-${code}-${actor}-${topic}`,
          actor,
          kind: 'meeting-statement',
          subject: code,
          from: one.startsOn,
          knownFrom: one.endsOn,
          source: sources.meetings,
          locator: 'summary record',
          quotation: says[topic]!,
          language: 'en',
          body: { meeting: code, topic },
        }),
      )
    }),
  )

/** All facts about meetings. */
export const meetingRows = (): Fact[] => [
  ...meetingFacts(),
  ...attendanceFacts(),
  correctedAttendance(),
  ...survivorFacts(),
  ...statementFacts(),
]
