// What work costs and who pays: lines by side, currency and year. Currencies are never added up or converted, and what
// was sought is not money.
import { numberIn, textIn, type WorkFact } from './held.ts'
import { type Mark, markOf } from './mark.ts'

export const budgetSides = ['own', 'sought', 'pledged'] as const
export type BudgetSide = (typeof budgetSides)[number]

export type BudgetLine = {
  id: string
  title: string | null
  side: BudgetSide
  /** Whose money it is, where the line says so: an actor's id or an office. */
  paidBy: string | null
  amount: number
  /** ISO 4217. */
  currency: string
  year: number
} & Mark

/** One currency in one year: what each side has, and what is still sought once pledges are counted. */
export type BudgetSum = {
  currency: string
  year: number
  lines: number
  /** How many of the lines were entered here, not received. */
  entered: number
  stillSought: number
} & Record<BudgetSide, number>

export const budgetLineOf = (fact: WorkFact): BudgetLine => ({
  id: fact.id,
  title: textIn(fact, 'title'),
  side: (textIn(fact, 'side') ?? 'own') as BudgetSide,
  paidBy: textIn(fact, 'paidBy'),
  amount: numberIn(fact, 'amount') ?? 0,
  currency: textIn(fact, 'currency') ?? '',
  year: numberIn(fact, 'year') ?? 0,
  ...markOf(fact),
})

/** A number as it is written: its digits, and how many of them stand behind the point. */
const written = (amount: number): { digits: bigint; behind: number } => {
  const [mantissa = '0', power = '0'] = String(amount).split('e')
  const [whole = '0', part = ''] = mantissa.split('.')
  const behind = part.length - Number(power)
  const digits = BigInt(whole + part)
  return behind < 0 ? { digits: digits * 10n ** BigInt(-behind), behind: 0 } : { digits, behind }
}

/** Money adds up in the smallest unit that is written, so that 0.1 and 0.2 give 0.3, and 0.125 twice gives 0.25. */
const added = (amounts: readonly number[]): number => {
  const all = amounts.map(written)
  const behind = Math.max(0, ...all.map((one) => one.behind))
  const sum = all.reduce((before, one) => before + one.digits * 10n ** BigInt(behind - one.behind), 0n)
  return Number(`${sum}e-${behind}`)
}

/** The sums of the lines by year and currency, in that order. Nothing is still sought below zero. */
export const budgetSums = (lines: readonly BudgetLine[]): BudgetSum[] =>
  [...Map.groupBy(lines, ({ year, currency }) => `${year} ${currency}`)]
    .map(([, own]): BudgetSum => {
      const of = (side: BudgetSide) =>
        added(own.filter((line) => line.side === side).map(({ amount }) => amount))
      const [sought, pledged] = [of('sought'), of('pledged')]
      return {
        currency: own[0]!.currency,
        year: own[0]!.year,
        lines: own.length,
        entered: own.filter((line) => line.entered).length,
        own: of('own'),
        sought,
        pledged,
        stillSought: Math.max(0, added([sought, -pledged])),
      }
    })
    .sort((a, b) => a.year - b.year || (a.currency < b.currency ? -1 : 1))
