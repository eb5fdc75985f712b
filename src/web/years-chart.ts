// The values of an indicator over the years of its plan, as a picture.
import * as Plot from '@observablehq/plot'
import type { ValueShown } from '../indicators/show.ts'
import { picture } from './charts/svg.ts'
import type { Html } from './html.ts'
import type { Site } from './site.ts'
import { ofInFigures, statusText, valueText } from './value-words.ts'

type Point = ValueShown & { label: string; of: string }

/**
 * One dot a year: filled where the value is known, hollow where it is provisional; a year without a value says why in
 * words on the ground line. `years` are all years of the plan, `values` those evaluated.
 */
export const yearsChart = (site: Site, years: number[], values: ValueShown[], title: string): Html => {
  const known = values.filter((value) => value.value !== null)
  const share = values.some((value) => value.unit === 'percentage')
  const points: Point[] = known.map((value) => ({
    ...value,
    label: valueText(site, value),
    of: ofInFigures(site, value),
  }))
  const none = values
    .filter((value) => value.value === null)
    .map((value) => ({ year: value.year, label: statusText(site, value.status) }))
  const highest = share ? 100 : Math.max(4, ...known.map((value) => value.value ?? 0))
  return picture(
    'years',
    {
      width: 460,
      height: 230,
      marginTop: 46,
      marginBottom: 28,
      // Room for the longest number on the axis.
      marginLeft: Math.max(40, 12 + 7 * site.format.number(highest).length),
      marginRight: 16,
      x: { type: 'point', domain: years, label: null, tickSize: 0, tickFormat: String, padding: 0.5 },
      y: {
        domain: [0, highest],
        label: null,
        ticks: share ? [0, 25, 50, 75, 100] : 4,
        tickSize: 0,
        tickFormat: (tick: number) =>
          share
            ? site.format.percent(tick).replace(/[.,]0/, '')
            : Number.isInteger(tick)
              ? site.format.number(tick)
              : '',
      },
      marks: [
        Plot.gridY({ className: 'grid', ticks: share ? [25, 50, 75, 100] : 4 }),
        Plot.ruleY([0], { className: 'ground' }),
        Plot.line(points, { x: 'year', y: 'value', className: 'line' }),
        Plot.dot(points, {
          x: 'year',
          y: 'value',
          r: 5.5,
          className: 'known',
          filter: (point: Point) => point.status === 'known',
        }),
        Plot.dot(points, {
          x: 'year',
          y: 'value',
          r: 5.5,
          className: 'provisional',
          filter: (point: Point) => point.status !== 'known',
        }),
        Plot.text(points, { x: 'year', y: 'value', text: 'label', dy: -28, className: 'label' }),
        Plot.text(points, { x: 'year', y: 'value', text: 'of', dy: -14, className: 'of' }),
        Plot.text(none, { x: 'year', y: 0, text: 'label', dy: -10, className: 'of' }),
      ],
    },
    title,
  )
}
