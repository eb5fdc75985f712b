// When a treaty enters into force for a State, and when a withdrawal takes effect: rules as data, with their article.

import { addDays, addMonths, maxDate } from '../rules/dates.ts'
import type { Reason } from '../words/reason.ts'

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

/** A date with how it came about. */
export type DerivedDate = { on: string; derivation: Reason }

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
  const { article, notBefore } = rule
  const of: Reason =
    months === undefined
      ? { key: 'days-after-deposit', article, count: rule.daysAfterDeposit ?? 0, on: depositedOn }
      : { key: 'months-after-deposit', article, nth: months, on: depositedOn }
  return { on, derivation: on === byRule ? of : { key: 'not-before-treaty', of, on: notBefore } }
}

/** The day from which a withdrawal received on `receivedOn` can take effect. */
export const withdrawalEffect = (rule: WithdrawalRule, receivedOn: string): DerivedDate => {
  const { article, monthsAfterReceipt: count, unless } = rule
  const of: Reason = { key: 'months-after-receipt', article, count, on: receivedOn }
  return {
    on: addMonths(receivedOn, count),
    derivation: unless === undefined ? of : { key: 'unless', of, unless },
  }
}
