// Assessed contributions, what was paid of them and when, and voluntary contributions.
import { addDays, addMonths } from '../../src/rules/dates.ts'
import { type Fact, sources } from './fact.ts'
import { formalMeeting } from './meetings.ts'
import { isPartyOn } from './obligations.ts'
import { drawBetween, drawOf } from './random.ts'
import { states } from './states.ts'

const years = [2024, 2025, 2026, 2027]
const invoicedOn = (year: number) => `${year}-02-20`

/** Three months before the meeting opens. */
const cutoff = (year: number) => addMonths(formalMeeting(year).startsOn, -3)

/** In US dollars; a State's share grows a little each year. */
const amountOf = (code: string, year: number): number => {
  const scale = drawOf(`scale/${code}`, [120, 260, 480, 900, 2400, 7800, 21500])
  return Math.round(scale * (1 + (year - 2024) * 0.04))
}

const isAssessed = (code: string, year: number): boolean =>
  // A State not party that takes part in the meetings bears its share too (Article 14).
  isPartyOn(code, invoicedOn(year)) || code === 'XTJ'

const assessments = (): Fact[] =>
  years.flatMap((year) => [
    ...states
      .filter(({ code }) => isAssessed(code, year))
      .map(
        ({ code }): Fact => ({
          id: `assessment-${code}-${year}`,
          actor: code,
          kind: 'assessment',
          from: invoicedOn(year),
          until: `${year + 1}-01-01`,
          knownFrom: invoicedOn(year),
          source: sources.finance,
          body: { forYear: year, amount: amountOf(code, year), currency: 'USD' },
        }),
      ),
    // Assessed for the rest of the year in which the Convention enters into force for it.
    ...(year === 2026
      ? [
          {
            id: 'assessment-XYG-2026',
            actor: 'XYG',
            kind: 'assessment',
            from: '2026-03-20',
            until: '2027-01-01',
            knownFrom: '2026-03-20',
            source: sources.finance,
            body: { forYear: 2026, amount: amountOf('XYG', 2026), currency: 'USD' },
          } satisfies Fact,
        ]
      : []),
  ])

type Paid = { on: string; share: number; knownFrom?: string }

/** The payments that are not simply the whole amount in time. Shares are of the assessed amount. */
const special = (code: string, year: number): readonly Paid[] | undefined => {
  const last = cutoff(year)
  const cases: Record<string, readonly Paid[]> = {
    // Never pays, or no longer.
    'XAJ-2024': [],
    'XAJ-2025': [],
    'XAJ-2026': [],
    'XAJ-2027': [],
    'XNU-2026': [],
    'XNU-2027': [],
    'XKV-2026': [],
    // Late: after the cut-off, or after the meeting.
    'XTV-2025': [{ on: addDays(last, 37), share: 1 }],
    'XNU-2025': [{ on: '2026-02-03', share: 1 }],
    'XVK-2026': [{ on: addDays(last, 1), share: 1 }],
    'XMR-2027': [{ on: addDays(last, 12), share: 1 }],
    // On the last day.
    'XSR-2025': [{ on: last, share: 1 }],
    'XLF-2026': [{ on: last, share: 1 }],
    // In two instalments: both in time; the second one late; the second one never.
    'XZM-2025': [
      { on: '2025-04-14', share: 0.5 },
      { on: '2025-08-01', share: 0.5 },
    ],
    'XOK-2026': [
      { on: '2026-05-06', share: 0.6 },
      { on: '2026-10-02', share: 0.4 },
    ],
    'XLF-2027': [{ on: '2027-06-30', share: 0.5 }],
    // Overpaid.
    'XBR-2026': [{ on: '2026-03-11', share: 1.25 }],
    // In time, but entered in the ledger only after the meeting.
    'XHJ-2026': [{ on: '2026-08-10', share: 1, knownFrom: '2027-01-20' }],
    // Booked to the wrong State, found out after the meeting: see the retraction.
    'XOB-2026': [{ on: '2026-07-15', share: 1 }],
  }
  return cases[`${code}-${year}`]
}

const payments = (): Fact[] =>
  years.flatMap((year) =>
    states
      .filter(({ code }) => isAssessed(code, year) || (code === 'XYG' && year === 2026))
      .flatMap(({ code }) => {
        const usual = [
          { on: addDays(`${year}-03-20`, drawBetween(`paid/${code}/${year}`, 0, 130)), share: 1 },
        ]
        return (special(code, year) ?? usual).map((paid: Paid, index): Fact => {
          const amount = amountOf(code, year)
          return {
            id: `payment-${code}-${year}-${index + 1}`,
            actor: code,
            kind: 'payment',
            from: paid.on,
            knownFrom: paid.knownFrom ?? addDays(paid.on, 6),
            source: sources.finance,
            body: {
              forYear: year,
              // The last instalment is what is left, so that shares never lose a dollar to rounding.
              amount:
                index === 1
                  ? amount - Math.round(amount * (1 - paid.share))
                  : Math.round(amount * paid.share),
              currency: 'USD',
              paidOn: paid.on,
            },
          }
        })
      }),
  )

const voluntary: Record<number, string> = {
  2024: 'XAU XEK XHJ XQO',
  2025: 'XAU XEK XHJ XBR XQO XCV',
  2026: 'XAU XEK XHJ XBR XTV XCV XAU',
  2027: 'XAU XHJ XBR',
}

const voluntaryFacts = (): Fact[] =>
  Object.entries(voluntary).flatMap(([year, givers]) =>
    givers.split(' ').map((code, index): Fact => {
      // Before July: the ledger of voluntary contributions ends there in 2027.
      const paidOn = addDays(`${year}-01-15`, drawBetween(`gives/${code}/${year}/${index}`, 0, 150))
      return {
        id: `voluntary-contribution-${code}-${year}-${index + 1}`,
        actor: code,
        kind: 'voluntary-contribution',
        from: paidOn,
        knownFrom: addDays(paidOn, 10),
        source: sources.finance,
        body: {
          fund: 'isu',
          amount: drawBetween(`gift/${code}/${year}/${index}`, 4, 90) * 2500,
          currency: 'USD',
          paidOn,
        },
      }
    }),
  )

// To another fund: no contribution to the Implementation Support Unit.
const toAnotherFund: Fact = {
  id: 'voluntary-contribution-XSK-2026-1',
  actor: 'XSK',
  kind: 'voluntary-contribution',
  from: '2026-05-04',
  knownFrom: '2026-05-12',
  source: sources.finance,
  body: { fund: 'sponsorship-programme', amount: 40000, currency: 'USD', paidOn: '2026-05-04' },
}

/** A payment that was booked to the wrong State: retracted four months after the meeting it was to pay for. */
const retraction = (booked: Fact): Fact => ({
  ...booked,
  id: `${booked.id}-retracted`,
  knownFrom: '2027-03-08',
  retracts: booked.id,
  body: {},
  note: 'Exercise: paid by another State and booked here by mistake',
})

/** All facts about money. */
export const moneyRows = (): Fact[] => {
  const paid = payments()
  return [
    ...assessments(),
    ...paid,
    retraction(paid.find(({ id }) => id === 'payment-XOB-2026-1')!),
    ...voluntaryFacts(),
    toAnotherFund,
  ]
}
