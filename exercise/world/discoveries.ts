// Stockpiles and mined areas found, and obligations completed.
import { type Fact, registersOpened, sources, statementOf } from './fact.ts'

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
  knownFrom: declared > registersOpened ? declared : registersOpened,
  source: statementOf(code, declared),
  body: { treaty: 'mine-ban', article, declaredOn: declared, declaration, ...more },
})

const completions = (): Fact[] => [
  completion('XMK', '5', '2012-12-03', 'voluntary-declaration'),
  completion('XIX', '5', '2009-09-10', 'other'),
  completion('XCV', '5', '2013-06-28', 'voluntary-declaration'),
  completion('XTY', '5', '2026-07-01', 'voluntary-declaration'),
  completion('XPL', '5', '2027-08-20', 'other'),
  completion('XDM', '4', '2027-03-31', 'other', { minesDestroyed: 488210 }),
]

/** All facts about discoveries and completions. */
export const discoveryRows = (): Fact[] => [...discoveries(), ...areaDiscoveries(), ...completions()]
