// The years of one value as small columns beside it: one place for each year of the plan, so that a gap is a gap.
import type { ValueShown } from '../indicators/show.ts'
import { type Html, ownMarkup } from './html.ts'
import type { Site } from './site.ts'
import { figureWords, statusSlug, statusText } from './value-words.ts'

const width = 11
const gap = 3
const height = 30

const escaped = (words: string): string =>
  words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

/** `years` are the plan's; `values` those evaluated, of one indicator. A value unknown or without cases is a dot. */
export const trend = (site: Site, years: number[], values: ValueShown[]): Html => {
  const byYear = new Map(values.map((value) => [value.year, value]))
  const highest = values.some((value) => value.unit === 'percentage')
    ? 100
    : Math.max(1, ...values.map((value) => value.value ?? 0))
  const words = years
    .flatMap((year) => {
      const value = byYear.get(year)
      if (value === undefined) return []
      return [`${year}: ${value.value === null ? statusText(site, value.status) : figureWords(site, value)}`]
    })
    .join('; ')
  const columns = years.map((year, i) => {
    const x = i * (width + gap)
    const value = byYear.get(year)
    const ground = `<path class="ground" d="M${x} ${height - 0.5}h${width}"/>`
    if (value === undefined) return ground
    if (value.value === null)
      return `${ground}<circle class="no-value" cx="${x + width / 2}" cy="${height - 6}" r="1.6"/>`
    const tall = Math.max(1, Math.round((value.value / highest) * (height - 3)))
    return `<rect class="s-${statusSlug(value.status)}" x="${x + 0.5}" y="${height - 0.5 - tall}" width="${width - 1}" height="${tall}"/>`
  })
  const whole = years.length * (width + gap) - gap
  return ownMarkup(
    `<svg class="trend" role="img" aria-label="${escaped(words === '' ? site.text('trend.none') : words)}" viewBox="0 0 ${whole} ${height}" width="${whole}" height="${height}">${columns.join('')}</svg>`,
  )
}
