// What a percentage that others published can have been made of. Pure: it names the counts that give it, and says so
// where none does.
import type { Reason } from '../words/reason.ts'

/** One population a percentage may have been taken of: everybody, or only those whose report was due. */
export type Basis = { counted: 'all' | 'due'; d: number }

/** A percentage to two decimals: one more than ours are shown with, so that what it rounds to can be seen. */
export const inHundredths = (n: number, d: number): number => Math.round((10_000 * n) / d) / 100

/** Decimals a percentage was printed with: 54 has none, 54.5 one. */
export const decimalsOf = (percent: number): number => String(percent).split('.')[1]?.length ?? 0

/** The least and the greatest n of which `n / d`, rounded half up to the decimals of `percent`, is `percent`; null: none. */
export const countsGiving = (percent: number, d: number): { from: number; until: number } | null => {
  const decimals = decimalsOf(percent)
  const scale = 10 ** decimals
  const units = Math.round(percent * scale)
  // units - 1/2 <= 100 n scale / d < units + 1/2, in whole numbers.
  const from = Math.max(0, Math.ceil(((2 * units - 1) * d) / (200 * scale)))
  const until = Math.min(d, Math.ceil(((2 * units + 1) * d) / (200 * scale)) - 1)
  return d <= 0 || from > until ? null : { from, until }
}

/** Whether `n` of `d`, rounded half up to the decimals of `percent`, is `percent`. */
export const isGivenBy = (percent: number, n: number, d: number): boolean => {
  const giving = countsGiving(percent, d)
  return giving !== null && giving.from <= n && n <= giving.until
}

const wouldBe = (
  counted: Basis['counted'],
  least: number,
  most: number,
  total: number,
  percent: number,
): Reason =>
  least === most
    ? {
        key: counted === 'all' ? 'published-would-be-one' : 'published-would-be-one-due',
        count: least,
        total,
        percent,
      }
    : {
        key: counted === 'all' ? 'published-would-be' : 'published-would-be-due',
        least,
        most,
        total,
        percent,
      }

/**
 * How a published percentage fits the counts published with it. `received` or `missing` are counts of the same source
 * for the same period; `bases` the populations to try, the plainest first. The first population that gives the
 * percentage explains it; those tried before it are said with what they would give. Without a count, the numbers that
 * would give the percentage are named for each population.
 */
export const explainPercentage = (
  percent: number,
  bases: readonly Basis[],
  counts: { received?: number; missing?: number },
): Reason[] => {
  const said: Reason[] = []
  for (const { counted, d: total } of bases) {
    const giving = countsGiving(percent, total)
    const count = counts.received ?? (counts.missing === undefined ? undefined : total - counts.missing)
    if (count === undefined) {
      if (giving !== null) said.push(wouldBe(counted, giving.from, giving.until, total, percent))
      continue
    }
    if (total <= 0 || count < 0 || count > total) continue
    const values = { count, total, exact: inHundredths(count, total), percent }
    if (isGivenBy(percent, count, total)) {
      said.push({ key: counted === 'all' ? 'published-agrees' : 'published-agrees-due', ...values })
      return said
    }
    said.push({ key: counted === 'all' ? 'published-not' : 'published-not-due', ...values })
  }
  return said
}
