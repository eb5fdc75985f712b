// Who stands in which cohort, from when to when. Facts and answers are both drawn from this one list.
import { addMonths } from '../../src/rules/dates.ts'

/** Half-open: `until` is the first day it no longer holds. */
export type Span = { code: string; from: string; until?: string; why?: string }

const since = (from: string, codes: string): Span[] => codes.split(' ').map((code) => ({ code, from }))

export type Ratification = {
  code: string
  act: 'ratification' | 'acceptance' | 'approval' | 'accession' | 'succession'
  deposited: string
  signed?: string
  /** A succession's entry into force is a sourced fact, not the formula. */
  inForce?: string
}

const signedOn = '1997-12-03'

// biome-ignore format: one State a line
export const ratifications: readonly Ratification[] = [
  { code: 'XAU', act: 'ratification', signed: signedOn, deposited: '1998-05-14' },
  { code: 'XBR', act: 'approval', signed: signedOn, deposited: '1998-09-02' },
  { code: 'XEK', act: 'acceptance', signed: signedOn, deposited: '1998-07-30' },
  { code: 'XHJ', act: 'ratification', signed: signedOn, deposited: '1999-02-11' },
  { code: 'XKV', act: 'ratification', signed: signedOn, deposited: '2003-12-31' },
  { code: 'XSK', act: 'ratification', signed: '1998-02-17', deposited: '2001-08-30' },
  { code: 'XTV', act: 'accession', deposited: '2005-02-28' },
  { code: 'XBY', act: 'succession', deposited: '2012-03-20', inForce: '2011-10-01' },
  { code: 'XDM', act: 'ratification', signed: '1999-01-12', deposited: '2006-06-06' },
  { code: 'XGZ', act: 'accession', deposited: '2022-08-19' },
  { code: 'XKU', act: 'accession', deposited: '2004-10-04' },
  { code: 'XOV', act: 'ratification', signed: '1998-11-05', deposited: '2005-12-27' },
  { code: 'XZM', act: 'ratification', signed: '1999-02-24', deposited: '2008-11-13' },
  { code: 'XAJ', act: 'accession', deposited: '2009-01-07' },
  { code: 'XLF', act: 'ratification', signed: signedOn, deposited: '2000-04-26' },
  { code: 'XMK', act: 'ratification', signed: signedOn, deposited: '1998-11-16' },
  { code: 'XNG', act: 'ratification', signed: signedOn, deposited: '2002-07-09' },
  { code: 'XOK', act: 'accession', deposited: '2001-01-31' },
  { code: 'XSB', act: 'accession', deposited: '2010-06-21' },
  { code: 'XTY', act: 'ratification', signed: '1997-12-04', deposited: '2000-10-18' },
  { code: 'XZR', act: 'ratification', signed: '1998-06-30', deposited: '2007-05-15' },
  { code: 'XCV', act: 'ratification', signed: signedOn, deposited: '1999-03-22' },
  { code: 'XIX', act: 'ratification', signed: signedOn, deposited: '2000-09-06' },
  { code: 'XMR', act: 'ratification', signed: '1997-12-04', deposited: '1999-10-29' },
  { code: 'XPL', act: 'ratification', signed: signedOn, deposited: '2001-11-08' },
  { code: 'XQO', act: 'ratification', signed: signedOn, deposited: '1998-12-17' },
  { code: 'XSR', act: 'accession', deposited: '1999-08-23' },
  { code: 'XTZ', act: 'ratification', signed: signedOn, deposited: '2000-02-24' },
  { code: 'XKW', act: 'accession', deposited: '2009-06-30' },
  { code: 'XNU', act: 'accession', deposited: '2006-03-15' },
  { code: 'XOB', act: 'ratification', signed: '1998-03-02', deposited: '1999-12-20' },
  { code: 'XVK', act: 'accession', deposited: '2003-05-12' },
  // Joins during the exercise: in force from 1 March 2026.
  { code: 'XYG', act: 'accession', deposited: '2025-09-17' },
  // Has deposited, and is not yet bound today: in force from 1 April 2028.
  { code: 'XTE', act: 'accession', deposited: '2027-10-12' },
]

/** Signed, never ratified. */
export const onlySigned = [{ code: 'XWA', signed: '1998-04-21' }]

export const withdrawals = [
  { code: 'XKV', notified: '2025-10-08', effective: '2026-04-08' },
  { code: 'XKU', notified: '2027-05-04', effective: '2027-11-04' },
]

/** Entry into force: the sourced date of a succession, otherwise the formula of Article 17. */
export const inForceOn = ({ deposited, inForce }: Ratification): string => {
  // The first day of the sixth month after the month of deposit, and not before the Convention's own.
  const byFormula = `${addMonths(`${deposited.slice(0, 7)}-01`, 6)}`
  return inForce ?? (byFormula < '1999-03-01' ? '1999-03-01' : byFormula)
}

/** True where the Convention is in force for the State on the date. */
export const isPartyOn = (code: string, date: string): boolean => {
  const joined = ratifications.find((one) => one.code === code)
  const left = withdrawals.find((one) => one.code === code)
  return joined !== undefined && inForceOn(joined) <= date && (left === undefined || date < left.effective)
}

export const article5: readonly Span[] = [
  ...since('2024-01-01', 'XZM XKU XNG XOK XSB XZR XTZ XBY XVK'),
  { code: 'XTY', from: '2024-01-01', until: '2026-07-01', why: 'completed' },
  { code: 'XPL', from: '2024-01-01', until: '2027-08-20', why: 'completed' },
  { code: 'XMK', from: '2026-09-10', why: 'newly discovered areas' },
]

export const victims: readonly Span[] = [
  ...since('2024-01-01', 'XZM XNG XOK XZR XPL XTZ XOV XLF'),
  { code: 'XIX', from: '2024-01-01', until: '2027-01-01', why: 'no longer indicates it' },
  { code: 'XTY', from: '2026-01-15' },
]

export const article4: readonly Span[] = [
  ...since('2024-01-01', 'XZM'),
  { code: 'XDM', from: '2024-01-01', until: '2027-03-31', why: 'completed' },
  { code: 'XGZ', from: '2024-01-01' },
  { code: 'XYG', from: '2026-03-01' },
]

export const article4Overdue: readonly Span[] = [
  { code: 'XZM', from: '2024-01-01' },
  { code: 'XDM', from: '2024-01-01', until: '2027-03-31', why: 'completed' },
  { code: 'XGZ', from: '2027-02-02' },
]

export const donors: readonly Span[] = [
  ...since('2024-01-01', 'XAU XEK XHJ XBR XQO XCV'),
  { code: 'XKV', from: '2024-01-01', until: '2026-04-08', why: 'withdrew from the Convention' },
  { code: 'XTV', from: '2026-02-01' },
  { code: 'XSK', from: '2027-02-01' },
]

/** Mines retained under Article 3, a statement a period. */
export const retained: readonly (Span & { mines: number })[] = [
  { code: 'XAU', from: '2024-01-01', until: '2026-01-01', mines: 1840 },
  { code: 'XAU', from: '2026-01-01', mines: 1655 },
  { code: 'XEK', from: '2024-01-01', until: '2027-01-01', mines: 312 },
  { code: 'XEK', from: '2027-01-01', mines: 0 },
  { code: 'XKV', from: '2024-01-01', mines: 4100 },
  { code: 'XSK', from: '2024-01-01', mines: 96 },
  { code: 'XCV', from: '2024-01-01', mines: 1200 },
  { code: 'XDM', from: '2024-01-01', until: '2026-01-01', mines: 6030 },
  { code: 'XDM', from: '2026-01-01', mines: 5890 },
  { code: 'XIX', from: '2024-01-01', mines: 24 },
  { code: 'XBR', from: '2024-01-01', until: '2025-07-01', mines: 150 },
  { code: 'XBR', from: '2025-07-01', mines: 130 },
  { code: 'XGZ', from: '2026-01-01', mines: 45 },
  { code: 'XSR', from: '2024-01-01', mines: 0 },
]

export const complianceConcerns: readonly Span[] = [
  {
    code: 'XZR',
    from: '2025-10-15',
    until: '2027-06-18',
    why: 'the Committee considers the matter resolved',
  },
]

/** True where one of the State's spans holds on the date. */
export const holdsOn = (spans: readonly Span[], code: string, date: string): boolean =>
  spans.some(
    (span) => span.code === code && span.from <= date && (span.until === undefined || date < span.until),
  )
