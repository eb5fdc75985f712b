// What fictional States declared to the fictional treaty: a reservation with a note, an objection to it, one withdrawn, and
// one that its page lists without words.
import type { StatementShown, TreatyStatements } from '../../../src/web/data/statements.ts'
import { states } from './states.ts'

const source = {
  title: 'Fictional status page',
  address: 'https://status.example/t',
  publisher: null,
  date: '2027-12-01',
}

const party = (i: number) => ({ id: states[i]!.id, name: states[i]!.name, isState: true })

const statement = (id: string, i: number, more: Partial<StatementShown>): StatementShown => ({
  id,
  treaty: 'fictional-treaty',
  treatyTitle: 'Fictional Treaty',
  actor: party(i),
  name: states[i]!.name,
  what: 'declaration',
  section: 'Declarations and Reservations',
  heading: null,
  madeOn: null,
  dateWords: null,
  upon: null,
  confirmedUpon: null,
  rule: null,
  against: [],
  withdrawnOn: null,
  words: 'Promises of fiction are kept in fiction.',
  language: 'en',
  note: null,
  locator: 'line 1204',
  source,
  entered: false,
  ...more,
})

export const fictionalStatements: StatementShown[] = [
  statement('s1', 0, {
    what: 'reservation',
    heading: 'Reservation made upon signature and confirmed upon ratification:',
    upon: 'signature',
    confirmedUpon: 'ratification',
    words: '“Averland is not bound by article 4.\nNor by what follows from it.”',
    note: 'In a communication received on 3 March 2005 Averland confirmed this again.',
  }),
  statement('s2', 0, { rule: '(Unless otherwise indicated, the declarations were made upon ratification.)' }),
  statement('s3', 0, {
    what: 'withdrawal-of-statement',
    words: 'On 4 April 2010, Averland withdrew its declaration on article 6.',
    withdrawnOn: '2010-04-04',
  }),
  statement('s4', 1, {
    what: 'objection',
    section: 'Objections',
    heading: 'With regard to the reservation made by Averland upon signature:',
    madeOn: '2001-06-07',
    against: [party(0)],
    words: '« Belmora objecte à cette réserve. »',
    language: 'fr',
    entered: true,
  }),
  statement('s5', 2, {
    section: 'Declarations under article 9',
    words: null,
    language: null,
    dateWords: '31 June 2002',
  }),
]

/** Of the fictional treaty a page was read for them; of the covenant none. */
export const statementsTo = (treaty: string, knownOn: string): TreatyStatements =>
  treaty === 'fictional-treaty' && knownOn >= source.date
    ? { readAsOf: source.date, list: fictionalStatements }
    : { readAsOf: null, list: [] }
