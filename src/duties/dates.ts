// When a duty falls due. Computed dates are a check: an officially granted date stands above them.
import type { DerivedDate } from '../parties/entry-into-force.ts'
import type { Duty } from '../rules/duty-form.ts'
import { movedBy, yearlyDay } from './offset.ts'

/** A duty whose day follows from entry into force alone: what rules of indicators can read, and their hash holds. */
export type LawDuty = Duty & {
  first: { after: 'entry-into-force'; days?: number | undefined; years?: number | undefined }
}

/** True for a duty whose day is counted from entry into force, in days or years, and is no other event's. */
export const isLawDuty = (duty: Duty): duty is LawDuty =>
  duty.first?.after === 'entry-into-force' &&
  (duty.first.days !== undefined || duty.first.years !== undefined)

/** What of a duty decides its day, with the words and names it is told by. */
export const lawPartOf = (duty: LawDuty): LawDuty => {
  const { id, title, obligation, article, words, source, due, covers, first, extendable } = duty
  return {
    ...{ id, title, article, words, source, first },
    ...(obligation === undefined ? {} : { obligation }),
    ...(due === undefined ? {} : { due }),
    ...(covers === undefined ? {} : { covers }),
    ...(extendable === undefined ? {} : { extendable }),
  }
}

/** The first, or only, time the duty falls due for a party bound from `entryIntoForce`. */
export const firstDueOn = (duty: LawDuty, entryIntoForce: string): DerivedDate => {
  const { days, years } = duty.first
  const on = movedBy(entryIntoForce, { days, years }, 1)!
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
export const dueOn = (duty: LawDuty, party: { entryIntoForce: string; year: number }): DerivedDate => {
  const first = firstDueOn(duty, party.entryIntoForce)
  if (duty.due === undefined) return first
  const yearly = yearlyDay(duty.due, party.year)
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
