// When a duty falls due. Computed dates are a check: an officially granted date stands above them.
import type { DerivedDate } from '../parties/entry-into-force.ts'
import type { Duty } from '../parties/treaty.ts'
import { addDays, addMonths } from '../rules/dates.ts'

const pad = (n: number) => String(n).padStart(2, '0')

/** The first, or only, time the duty falls due for a party bound from `entryIntoForce`. */
export const firstDueOn = (duty: Duty, entryIntoForce: string): DerivedDate => {
  const { days, years } = duty.first
  const on = years === undefined ? addDays(entryIntoForce, days!) : addMonths(entryIntoForce, years * 12)
  const { article } = duty
  return {
    on,
    derivation:
      years === undefined
        ? { key: 'due-days-after', article, count: days!, on: entryIntoForce }
        : { key: 'due-years-after', article, count: years, on: entryIntoForce },
  }
}

/**
 * When a duty falls due for a party in the cycle `year` (the year of the yearly date; the report covers the calendar
 * year before): the yearly date, or the first date where that is later, so that no new party is late before its first
 * report is due. A duty without a yearly date has one date, whatever the year.
 */
export const dueOn = (duty: Duty, party: { entryIntoForce: string; year: number }): DerivedDate => {
  const first = firstDueOn(duty, party.entryIntoForce)
  if (duty.due === undefined) return first
  const yearly = `${String(party.year).padStart(4, '0')}-${pad(duty.due.month)}-${pad(duty.due.day)}`
  if (first.on > yearly) return first
  return {
    on: yearly,
    derivation: {
      key: 'due-yearly',
      article: duty.article,
      by: yearly,
      year: party.year - 1,
      on: first.on,
    },
  }
}
