// Acts with the fictional depositary, and one contested claim.
import { inForceOn, onlySigned, ratifications, withdrawals } from './obligations.ts'
import { stateOf } from './states.ts'

export const statusColumns = [
  'treaty',
  'actor',
  'name',
  'kind',
  'notified_on',
  'effective_on',
  'note',
  'source_title',
  'source_address',
] as const

type StatusRow = Record<string, string>

const source = {
  source_title: 'Exercise: status of the treaty, as kept by the depositary',
  source_address: 'https://exercise.example/depositary/mine-ban',
}

const row = (code: string, kind: string, notifiedOn: string, effectiveOn = '', note = ''): StatusRow => ({
  treaty: 'mine-ban',
  actor: code,
  name: stateOf(code).names.en,
  kind,
  notified_on: notifiedOn,
  effective_on: effectiveOn,
  note: note === '' ? '' : `Exercise: ${note}`,
  ...source,
})

/** Rows of status.csv, State by State, each State's acts in their order. */
export const statusRows = (): StatusRow[] => {
  const rows = [
    ...ratifications.flatMap((one) => [
      ...(one.signed === undefined ? [] : [row(one.code, 'signature', one.signed)]),
      row(
        one.code,
        one.act,
        one.deposited,
        inForceOn(one),
        one.inForce === undefined ? '' : 'in force from the day of independence, as the depositary states',
      ),
    ]),
    ...onlySigned.map(({ code, signed }) => row(code, 'signature', signed)),
    ...withdrawals.map(({ code, notified, effective }) => row(code, 'withdrawal', notified, effective)),
  ]
  const key = (one: StatusRow) => `${one.actor} ${one.notified_on}`
  return rows.sort((a, b) => (key(a) < key(b) ? -1 : 1))
}
