// A number counted once a year, as dots on a line. A year nobody can count breaks the line: unknown is not zero.
import * as Plot from '@observablehq/plot'
import { type Html, html } from '../html.ts'
import type { Site } from '../site.ts'
import { picture } from './svg.ts'

export type YearCount = { year: number; value: number | null }

const drawn = (site: Site, counts: readonly YearCount[], words: string, size: 'wide' | 'slim'): Html => {
  const wide = size === 'wide'
  const known = counts.filter((one) => one.value !== null)
  const last = known.at(-1)
  const highest = Math.max(4, ...known.map((one) => one.value ?? 0))
  const years = counts.map((one) => one.year)
  const every = years.length > (wide ? 16 : 6) ? (wide ? 5 : 10) : 1
  const point = { x: 'year', y: 'value' } as const
  return picture(
    `steps ${size}`,
    {
      width: wide ? 760 : 360,
      height: wide ? 230 : 210,
      marginTop: 18,
      marginBottom: 28,
      marginLeft: 34,
      marginRight: wide ? 64 : 48,
      x: {
        domain: [Math.min(...years), Math.max(...years)],
        label: null,
        ticks: years.filter((year) => year % every === 0),
        tickSize: 0,
        tickFormat: String,
      },
      y: {
        domain: [0, highest],
        nice: true,
        label: null,
        ticks: 4,
        tickSize: 0,
        tickFormat: (tick: number) => (Number.isInteger(tick) ? site.format.number(tick) : ''),
      },
      marks: [
        Plot.gridY({ className: 'grid', ticks: 4 }),
        Plot.ruleY([0], { className: 'ground' }),
        Plot.line(counts, { ...point, className: 'line' }),
        Plot.dot(known, { ...point, r: years.length > 16 ? 2.5 : 4, className: 'known' }),
        ...(last === undefined
          ? []
          : [
              Plot.text([last], {
                ...point,
                text: (one: YearCount) => site.format.number(one.value ?? 0),
                textAnchor: 'start',
                dx: 9,
                className: 'label',
              }),
            ]),
      ],
    },
    words,
  )
}

/** The picture, in the size that fits; `words` is its text alternative. */
export const countChart = (site: Site, counts: readonly YearCount[], words: string): Html =>
  html`${drawn(site, counts, words, 'wide')}${drawn(site, counts, words, 'slim')}`
