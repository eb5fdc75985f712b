// What stands below the tables of the fictional depositary's pages: declarations, a reservation that the Convention does not
// allow, objections to it, and what was taken back. Every text is invented, as the States are.

import { ratifications } from './obligations.ts'
import { consents, secondTreaty } from './second-treaty.ts'
import { stateOf } from './states.ts'

// biome-ignore format: the columns of statements.csv
export const statementColumns = [
  'treaty', 'actor', 'name', 'what', 'section', 'rule', 'heading', 'upon', 'confirmed_upon', 'made_on', 'date_words', 'against',
  'withdrawn_on', 'language', 'note', 'line', 'words',
]

type Row = Record<string, string>
type Said = {
  treaty: string
  code: string
  what: string
  section: string
  words: string
  language?: string
  heading?: string
  rule?: string
  upon?: string
  confirmedUpon?: string
  madeOn?: string
  dateWords?: string
  against?: readonly string[]
  withdrawnOn?: string
  note?: string
}

const declarations = 'Declarations and Reservations'
const objections = 'Objections'
const onConsent =
  '(Unless otherwise indicated, the declarations and reservations were made upon ratification or accession.)'
const onReceipt = '(The date on which the depositary received the objection stands below it.)'

/** The day and the kind of a State's consent to be bound by a treaty. */
const consentOf = (treaty: string, code: string): { madeOn: string; upon: string } => {
  const acts = treaty === secondTreaty ? consents : ratifications
  const { deposited, act } = acts.find((one) => one.code === code)!
  return { madeOn: deposited, upon: act }
}

/** Something said of a treaty by the act with which a State consented to it. */
const uponConsent = (
  treaty: string,
  code: string,
  what: string,
  words: string,
  more: Partial<Said> = {},
): Said => {
  const { madeOn, upon } = consentOf(treaty, code)
  const given = { treaty, code, what, words, section: declarations, rule: onConsent, upon, madeOn }
  return { ...given, ...more }
}

const objection = (code: string, madeOn: string, words: string): Said => ({
  ...{ treaty: 'mine-ban', code, what: 'objection', section: objections, rule: onReceipt, madeOn, words },
  heading: 'With regard to the reservation made by Ovremija upon ratification:',
  against: ['XOV'],
})

const said = (): Said[] => [
  uponConsent(
    'mine-ban',
    'XAU',
    'declaration',
    'Exercise: The Government declares that it will apply article 1, paragraph 1, of the Convention provisionally until it enters into force for it.',
    { heading: 'Declaration under article 18:' },
  ),
  uponConsent(
    'mine-ban',
    'XNG',
    'declaration',
    "Exercice : Le Gouvernement de la République de Ngwembari déclare qu'il appliquera la Convention sur tout le cours de ses rivières.\nIl invite les États riverains à faire de même.",
    { language: 'fr', heading: 'Déclaration :' },
  ),
  uponConsent(
    'mine-ban',
    'XOV',
    'reservation',
    'Exercise: Ovremija does not consider itself bound by article 8 as far as visits to its northern district are concerned.',
    { heading: 'Reservation:', note: 'Exercise: taken back on 14 March 2009; see below.' },
  ),
  {
    ...{
      treaty: 'mine-ban',
      code: 'XOV',
      what: 'withdrawal-of-statement',
      section: declarations,
      rule: onConsent,
    },
    ...{ heading: 'Withdrawal of the reservation to article 8:', withdrawnOn: '2009-03-14' },
    words: 'Exercise: The Government of Ovremija takes back the reservation made upon ratification.',
  },
  uponConsent(
    'mine-ban',
    'XQO',
    'understanding',
    'Exercise: It is the understanding of Quorrela that the word "transfer" in article 2 does not cover the passage of mines that are on their way to be destroyed.',
    { heading: 'Understanding:', confirmedUpon: 'ratification', upon: 'signature', madeOn: '1997-12-03' },
  ),
  {
    ...{ treaty: 'mine-ban', code: 'XWA', what: 'statement', section: declarations, rule: onConsent },
    ...{ upon: 'signature', dateWords: 'in the course of 1998' },
    words: 'Exercise: Wassoréa signs in the hope that its neighbours will do the same.',
  },
  objection(
    'XAU',
    '2006-06-20',
    'Exercise: Article 19 says that the articles of the Convention shall not be subject to reservations. The Government therefore objects to the reservation of Ovremija; this objection does not keep the Convention from being in force between the two States.',
  ),
  objection(
    'XSK',
    '2006-11-02',
    'Exercise: The Government sees in the statement of Ovremija a reservation that article 19 does not allow, and objects to it.',
  ),
  uponConsent(
    secondTreaty,
    'XSK',
    'declaration',
    'Exercise: The Government declares that it will apply article 1 of the Convention provisionally until it enters into force for it.',
    { heading: 'Declaration under article 18:' },
  ),
  uponConsent(
    secondTreaty,
    'XQO',
    'understanding',
    'Exercise: It is the understanding of Quorrela that article 21 leaves its obligations under article 1 as they are.',
    { heading: 'Understanding:' },
  ),
  uponConsent(
    secondTreaty,
    'XMR',
    'territorial-application',
    'Exercise: The Convention applies to all islands of the Republic, the outer ones among them.',
    { heading: 'Territorial application:' },
  ),
]

/** Rows of statements.csv, treaty by treaty, section by section, in the order of the pages. */
export const statementRows = (): Row[] =>
  said().map((one, index) => ({
    ...{ treaty: one.treaty, actor: one.code, name: stateOf(one.code).names.en, what: one.what },
    // What the section says stands only beside what gives neither a day nor an act.
    ...{ section: one.section, rule: (one.upon ?? one.madeOn) ? '' : (one.rule ?? '') },
    heading: one.heading ?? '',
    ...{ upon: one.upon ?? '', confirmed_upon: one.confirmedUpon ?? '', made_on: one.madeOn ?? '' },
    ...{ date_words: one.dateWords ?? '', against: (one.against ?? []).join(';') },
    ...{ withdrawn_on: one.withdrawnOn ?? '', language: one.language ?? 'en', note: one.note ?? '' },
    ...{ line: String(200 + index), words: one.words },
  }))
