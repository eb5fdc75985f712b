// When a treaty enters into force for a State, and when a withdrawal takes effect: rules as data, with their article.
import { addDays, addMonths, maxDate } from '../rules/dates.ts'

export type EntryIntoForceRule = {
  article: string
  /** The treaty's own words. */
  words: string
  /** The first day of the Nth month after the month of deposit. */
  firstDayOfMonthAfterDeposit?: number | undefined
  /** The Nth day after the deposit. */
  daysAfterDeposit?: number | undefined
  /** The treaty's own entry into force. */
  notBefore: string
}

export type WithdrawalRule = {
  article: string
  words: string
  monthsAfterReceipt: number
  /** What can put the effect off, in words: no date follows from it. */
  unless?: string | undefined
}

/** A date with how it came about, in words. */
export type DerivedDate = { on: string; derivation: string }

const nth = (n: number): string =>
  (['first', 'second', 'third', 'fourth', 'fifth', 'sixth'] as const)[n - 1] ?? `${n}th`

/**
 * The entry into force for a State whose instrument was deposited on `depositedOn`. Never for a succession: that
 * takes effect on a day only its source can tell.
 */
export const entryIntoForce = (rule: EntryIntoForceRule, depositedOn: string): DerivedDate => {
  const months = rule.firstDayOfMonthAfterDeposit
  const byRule =
    months === undefined
      ? addDays(depositedOn, rule.daysAfterDeposit ?? 0)
      : `${addMonths(`${depositedOn.slice(0, 7)}-01`, months)}`
  const on = maxDate(byRule, rule.notBefore)
  const how =
    months === undefined
      ? `${rule.daysAfterDeposit ?? 0} days after the deposit on ${depositedOn}`
      : `first day of the ${nth(months)} month after the deposit on ${depositedOn}`
  const floor = on === byRule ? '' : `, and not before the treaty's own entry into force on ${rule.notBefore}`
  return { on, derivation: `Article ${rule.article}: ${how}${floor}` }
}

/** The day from which a withdrawal received on `receivedOn` can take effect. */
export const withdrawalEffect = (rule: WithdrawalRule, receivedOn: string): DerivedDate => {
  const caveat = rule.unless === undefined ? '' : `; ${rule.unless}`
  return {
    on: addMonths(receivedOn, rule.monthsAfterReceipt),
    derivation: `Article ${rule.article}: ${rule.monthsAfterReceipt} months after receipt on ${receivedOn}${caveat}`,
  }
}
