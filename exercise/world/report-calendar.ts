// Which State reported when: 2025 to 2027, the cycles of the exercise, and a few reports of the cycle before.
import { addDays } from '../../src/rules/dates.ts'
import { formalMeeting } from './meetings.ts'
import { isPartyOn } from './obligations.ts'
import { drawBetween, drawOf } from './random.ts'
import { stateOf } from './states.ts'

export type ReportForm = 'guide-to-reporting' | 'forms' | 'cover-page'

export type ReportDue = {
  code: string
  /** The year in which the report falls due; it covers the year before. */
  cycle: number
  version: number
  receivedOn: string
  form: ReportForm
  voluntary: boolean
}

// A letter a cycle: t in time, b between the due date and the meeting, a after the meeting, m missing; a second
// letter is a second version.
const calendar: Record<string, string> = {
  XAU: 't t t',
  XBR: 't b t',
  XEK: 't t t',
  XHJ: 't tb t',
  XKV: 't t t',
  XSK: 'b t t',
  XTV: 'a m b',
  XBY: 't b m',
  XDM: 't b tb',
  XGZ: 'm t t',
  XKU: 't t b',
  XOV: 'b t t',
  XZM: 'ta t t',
  XAJ: 'm m m',
  XLF: 'a t t',
  XMK: 'm m t',
  XNG: 't t t',
  XOK: 't t ba',
  XSB: 'b b t',
  XTY: 't tb t',
  XZR: 'm t t',
  XCV: 't t t',
  XIX: 't a t',
  XMR: 't tt m',
  XPL: 't t a',
  XQO: 't t tb',
  XSR: 'b m t',
  XTZ: 't b t',
  XKW: 'b t t',
  XNU: 'a m m',
  XOB: 't m t',
  XVK: 't t t',
  // Not party: voluntary reports. Yaguapirá is bound from 1 March 2026 and first reports by 28 August 2026.
  XYG: 'b b t',
  XTJ: 't t t',
  XPD: 'm b m',
  XYL: 'm m t',
}

// Days that matter: the due date itself, the day after, the opening of the meeting, a first report, a last one.
const exactly: Record<string, string> = {
  'XVK-2026-1': '2026-04-30',
  'XBR-2026-1': '2026-05-01',
  'XIX-2027-1': '2027-04-30',
  'XSK-2025-1': '2025-11-24',
  'XYG-2026-1': '2026-08-20',
  'XKV-2026-1': '2026-03-20',
  'XKU-2027-1': '2027-07-12',
  'XKV-2027-1': '2027-04-29',
}

const dayBetween = (key: string, from: string, days: number) => addDays(from, drawBetween(key, 0, days))

const receivedOn = (letter: string, key: string, cycle: number): string => {
  if (letter === 't') return dayBetween(key, `${cycle}-03-05`, 55)
  if (letter === 'b') return dayBetween(key, `${cycle}-06-08`, 130)
  return dayBetween(key, addDays(formalMeeting(cycle).endsOn, 3), 22)
}

const formOf = (code: string, cycle: number): ReportForm =>
  drawOf(`form/${code}/${cycle}`, [
    'guide-to-reporting',
    'guide-to-reporting',
    'guide-to-reporting',
    'forms',
    'cover-page',
  ])

const ofCycle = (code: string, cycle: number, letters: string): ReportDue[] => {
  if (letters === 'm') return []
  return [...letters].map((letter, index) => {
    const version = index + 1
    const key = `${code}-${cycle}-${version}`
    // A second version in time follows the first by some days.
    const first = receivedOn(letter, `received/${code}-${cycle}`, cycle)
    const usual =
      index === 0 ? first : letter === 't' ? `${cycle}-04-30` : receivedOn(letter, `received/${key}`, cycle)
    const received = exactly[key] ?? usual
    return {
      code,
      cycle,
      version,
      receivedOn: received,
      form: formOf(code, cycle),
      voluntary: !isPartyOn(code, received),
    }
  })
}

const cycles = [2025, 2026, 2027]

// Reports of the cycle before, still coming in: the first received in time, the others late.
const earlier: readonly ReportDue[] = [
  { code: 'XCV', cycle: 2024, version: 1, receivedOn: '2024-04-22', form: 'forms', voluntary: false },
  { code: 'XGZ', cycle: 2024, version: 1, receivedOn: '2024-12-20', form: 'forms', voluntary: false },
  { code: 'XMK', cycle: 2024, version: 1, receivedOn: '2025-02-11', form: 'cover-page', voluntary: false },
]

/** Every version of every report, in the order of cycle, State and version. */
export const reportsDue = (): ReportDue[] => [
  ...earlier,
  ...cycles.flatMap((cycle, index) =>
    Object.entries(calendar).flatMap(([code, letters]) =>
      ofCycle(stateOf(code).code, cycle, letters.split(' ')[index]!),
    ),
  ),
]

const firstCycles = new Map<string, number>()
for (const { code, cycle } of reportsDue()) if (!firstCycles.has(code)) firstCycles.set(code, cycle)

/** The cycle of the first report held of a State. */
export const firstCycle = (code: string): number => firstCycles.get(code)!
