// Acts with the fictional depositary, the page they were read from, and one contested claim.
import { inForceOn, onlySigned, ratifications, withdrawals } from './obligations.ts'
import { secondTreatyActs, secondTreatySource } from './second-treaty.ts'
import { stateOf } from './states.ts'

// biome-ignore format: the columns of the files in reference/status
export const statusColumns = [
  'treaty', 'actor', 'name', 'kind', 'notified_on', 'effective_on', 'basis', 'bracketed', 'note', 'line',
]
// biome-ignore format: the columns of the files in reference/status
export const statusSourceColumns = [
  'treaty', 'mtdsg', 'title', 'address', 'as_of', 'adopted_on', 'in_force_from', 'signatories', 'parties',
]
// biome-ignore format: the columns of the files in reference/status
export const claimColumns = [
  'treaty', 'actor', 'claim', 'claimed_by', 'claimed_on', 'known_from', 'quotation', 'source_title',
  'source_address', 'contested_by', 'contest_quotation', 'contest_title', 'contest_address',
]

type Row = Record<string, string>

const row = (code: string, kind: string, notifiedOn: string, effectiveOn = '', basis = ''): Row => ({
  treaty: 'mine-ban',
  actor: code,
  name: stateOf(code).names.en,
  kind,
  notified_on: notifiedOn,
  effective_on: effectiveOn,
  basis,
})

const byArticle17 = 'Article 17: first day of the sixth month after the deposit'

const firstTreatyActs = (): Row[] => {
  const rows = [
    ...ratifications.flatMap((one) => [
      ...(one.signed === undefined ? [] : [row(one.code, 'signature', one.signed)]),
      one.inForce === undefined
        ? row(one.code, one.act, one.deposited, inForceOn(one), byArticle17)
        : row(one.code, one.act, one.deposited, one.inForce, 'Exercise: the day of its independence'),
    ]),
    ...onlySigned.map(({ code, signed }) => row(code, 'signature', signed)),
    ...withdrawals.map(({ code, notified, effective }) =>
      row(code, 'withdrawal', notified, effective, 'Article 20: six months after the depositary received it'),
    ),
  ]
  return rows
}

const key = (one: Row) => `${one.actor} ${one.notified_on}`

/** Rows of status.csv, treaty by treaty, State by State, each State's acts in their order. */
export const statusRows = (): Row[] =>
  [firstTreatyActs(), secondTreatyActs()].flatMap((rows) =>
    rows
      .sort((a, b) => (key(a) < key(b) ? -1 : 1))
      .map((one, index) => ({ ...one, line: String(index + 2) })),
  )

/** The rows of status-source.csv: the fictional depositary's pages. */
export const statusSourceRows = (): Row[] => [
  {
    treaty: 'mine-ban',
    title: 'Exercise: status of the Convention, as kept by the depositary',
    address: 'https://exercise.example/depositary/mine-ban',
    as_of: '2027-12-31',
    adopted_on: '1997-09-18',
    in_force_from: '1999-03-01',
    signatories: String(firstTreatyActs().filter(({ kind }) => kind === 'signature').length),
  },
  secondTreatySource(),
]

/** Rows of claims.csv: what is claimed leaves membership as it is. */
export const claimRows = (): Row[] => [
  {
    treaty: 'mine-ban',
    actor: 'XOV',
    claim: 'Ovremija says that it has "suspended" the Convention',
    claimed_by: 'Ovremija',
    claimed_on: '2026-05-20',
    known_from: '2026-05-22',
    quotation: 'Exercise: the operation of the Convention is suspended as of today.',
    source_title: 'Exercise: note of Ovremija to the depositary',
    source_address: 'https://exercise.example/depositary/notes/XOV-2026-05-20',
    contested_by: 'Exercise: Meeting of the States Parties 2026',
    contest_quotation: 'Exercise: the Meeting recalled that the Convention knows no suspension.',
    contest_title: 'Exercise: final report of the Meeting of the States Parties 2026',
    contest_address: 'https://exercise.example/meetings/XMSP2026/report',
  },
]
