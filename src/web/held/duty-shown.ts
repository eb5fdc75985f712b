// Duties owed as pages show them: names around them, reasons in English words, and where what met them stands.
import type { DutyOwed, MetBy } from '../../duties/owed.ts'
import { sayPlainly } from '../../words/plainly.ts'
import type { DutyShown } from '../data/duties.ts'

/** Names, titles and addresses that a duty's ids stand for. */
export type DutyNames = {
  actor: (id: string) => string
  instrument: (id: string) => string
  /** The path of the page a fact or report stands on; null where none shows it. */
  path: (by: MetBy, actor: string) => string | null
  /** The path of the page of the duty of all who owe it, or of the promise; null where no page shows it. */
  page: (owed: DutyOwed) => string | null
}

/** A duty owed, with the names around it. */
export const dutyShown = (owed: DutyOwed, names: DutyNames): DutyShown => {
  const { derivation, waitsFor, reason } = owed
  return {
    ...owed,
    name: names.actor(owed.actor),
    instrumentTitle: names.instrument(owed.instrument),
    metBy: owed.metBy.map((by) => ({ ...by, path: names.path(by, owed.actor) })),
    others: (owed.owners ?? [])
      .filter((id) => id !== owed.actor)
      .map((id) => ({ actor: id, name: names.actor(id) })),
    path: names.page(owed),
    said: {
      derivation: sayPlainly(derivation),
      waitsFor: waitsFor === null ? null : sayPlainly(waitsFor),
      reason: reason === null ? null : sayPlainly(reason),
    },
    entered: owed.entered === true,
  }
}
