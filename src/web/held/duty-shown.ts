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

/** Actors named by their ids by their names; everything else stays as it is written. */
const named = (responsible: string | null, nameOf: (id: string) => string): { responsibleName?: string } => {
  if (responsible === null) return {}
  const words = responsible.split(', ').map(nameOf).join(', ')
  return words === responsible ? {} : { responsibleName: words }
}

/** A duty owed, with the names around it. */
export const dutyShown = (owed: DutyOwed, names: DutyNames): DutyShown => {
  const { derivation, waitsFor, reason } = owed
  return {
    ...owed,
    name: names.actor(owed.actor),
    ...named(owed.responsible, names.actor),
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
