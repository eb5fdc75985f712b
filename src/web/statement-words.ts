// The words for what somebody declared to a treaty, and upon which act.
import type { TextKey } from './text.ts'

const ofWhat: Readonly<Record<string, TextKey>> = {
  declaration: 'statements.what.declaration',
  reservation: 'statements.what.reservation',
  'reservation-and-other': 'statements.what.reservation-and-other',
  understanding: 'statements.what.understanding',
  statement: 'statements.what.statement',
  objection: 'statements.what.objection',
  notification: 'statements.what.notification',
  communication: 'statements.what.communication',
  'withdrawal-of-statement': 'statements.what.withdrawal-of-statement',
  'territorial-application': 'statements.what.territorial-application',
  unclear: 'statements.what.unclear',
}

const ofActs: Readonly<Record<string, TextKey>> = {
  signature: 'statements.upon.signature',
  ratification: 'statements.upon.ratification',
  acceptance: 'statements.upon.acceptance',
  approval: 'statements.upon.approval',
  accession: 'statements.upon.accession',
  succession: 'statements.upon.succession',
  'formal-confirmation': 'statements.upon.formal-confirmation',
  'consent-to-be-bound': 'statements.upon.consent-to-be-bound',
  'provisional-application': 'statements.upon.provisional-application',
}

/** "Reservation", "Objection" …; a kind without a word of its own is one of which the page does not say which it is. */
export const whatKey = (what: string): TextKey => ofWhat[what] ?? 'statements.what.unclear'

/** "upon signature" …; undefined for an act without a word of its own. */
export const uponKey = (act: string): TextKey | undefined => ofActs[act]
