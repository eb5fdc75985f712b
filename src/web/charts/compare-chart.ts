// Values of two years side by side: one row an indicator, a hollow dot for the earlier year, a filled one for the later,
// and the way between them. Only percentages share a scale; other values stand in the table alone.
import * as Plot from '@observablehq/plot'
import type { Html } from '../html.ts'
import type { Site } from '../site.ts'
import { picture } from './svg.ts'

/** Percentages of one indicator in two years. */
export type ComparedShare = { number: string; earlier: number; later: number }

const width = 440
const rowHeight = 20
const axisHeight = 22

/** `rows` from top to bottom; `title` says what the picture is of. */
export const compareChart = (site: Site, rows: readonly ComparedShare[], title: string): Html => {
  const drawn = rows.map((row) => ({
    ...row,
    right: Math.max(row.earlier, row.later),
    says: `${site.format.percent(row.earlier)} → ${site.format.percent(row.later)}`,
  }))
  const y = 'number'
  const words = drawn.map((row) => `${row.number}: ${row.says}`).join('; ')
  return picture(
    'compare-chart',
    {
      width,
      height: rows.length * rowHeight + axisHeight,
      marginTop: 0,
      marginBottom: axisHeight,
      marginLeft: 44,
      marginRight: 116,
      x: {
        domain: [0, 100],
        label: null,
        ticks: [0, 25, 50, 75, 100],
        tickSize: 0,
        tickFormat: (tick: number) => site.format.percent(tick).replace(/[.,]0/, ''),
      },
      y: { type: 'point', domain: rows.map((row) => row.number), label: null, tickSize: 0, padding: 0.5 },
      marks: [
        Plot.gridX({ className: 'grid', ticks: [0, 25, 50, 75, 100] }),
        Plot.link(drawn, { x1: 'earlier', x2: 'later', y, className: 'way' }),
        Plot.dot(drawn, { x: 'earlier', y, r: 4, className: 'earlier' }),
        Plot.dot(drawn, { x: 'later', y, r: 4.5, className: 'later' }),
        Plot.text(drawn, { x: 'right', y, text: 'says', dx: 9, textAnchor: 'start', className: 'of' }),
      ],
    },
    `${title}. ${words}`,
  )
}
