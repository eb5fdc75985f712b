// Duties as a table of a data twin: one row each.
import type { DutyShown } from '../../data/duties.ts'
import { type CsvValue, enteredMark, type Table } from '../../twin.ts'

export const dutyColumns = [
  ...['instrument', 'duty', 'title', 'article', 'instance', 'actor', 'name'],
  ...['due', 'precision', 'status', 'late', 'applies', 'computed', 'granted', 'granted_by', 'otherwise'],
  ...['derivation', 'waits_for', 'reason', 'met_by', 'met_on', 'searched'],
  ...['source', 'source_address', 'source_place', 'key', 'mark'],
]

const joined = (parts: readonly (string | null)[]): string | null => {
  const said = parts.filter((part) => part !== null && part !== '')
  return said.length === 0 ? null : said.join('; ')
}

/** The cells of one duty, in the order of `dutyColumns`. */
export const dutyCells = (duty: DutyShown): CsvValue[] => {
  const last = duty.granted.at(-1)
  return [
    ...[duty.instrument, duty.duty, duty.title, duty.article, duty.instance, duty.actor, duty.name],
    ...[duty.due, duty.precision, duty.status, duty.isLate, duty.applies],
    ...[duty.computed?.on ?? null, last?.on ?? null, last?.meeting ?? null],
    joined(duty.otherwise.map(({ on }) => on)),
    ...[duty.said.derivation, duty.said.waitsFor, duty.said.reason],
    joined(duty.metBy.map(({ id }) => id)),
    joined(duty.metBy.map(({ on }) => on)),
    joined(
      duty.searched.map(
        ({ register, level, until }) => `${register}: ${level}${until === null ? '' : ` until ${until}`}`,
      ),
    ),
    ...[duty.source.title, duty.source.address, duty.source.place, duty.key],
    duty.entered ? enteredMark : null,
  ]
}

export const dutyTable = (duties: readonly DutyShown[]): Table => ({
  columns: dutyColumns,
  rows: duties.map(dutyCells),
})
