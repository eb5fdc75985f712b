// A number that changes from day to day, as steps over the years: how many States are parties. Drawn twice, for wide
// and for narrow screens, since words that are shrunk with a picture cannot be read; paper takes the wide one.
import * as Plot from '@observablehq/plot'
import { type Html, html } from '../html.ts'
import type { Site } from '../site.ts'
import { picture } from './svg.ts'

export type StepChart = {
  /** Every day on which the number changes, with the number from that day on. Null: not known from that day on. */
  steps: readonly { on: string; value: number | null }[]
  /** First and last day drawn. */
  from: string
  until: string
  /** The last day the source speaks of: what is later is drawn as expected. Null: all of it is. */
  knownUntil: string | null
  /** Numbered marks above the line, explained in a list beside the picture. */
  marks: readonly { on: string; number: number }[]
  /** Ticks below the line. */
  ticks: readonly { on: string; kind: 'meeting' | 'review' }[]
  /** What stands at the end of the line. */
  endLabel: string
  /** Text alternative. */
  words: string
}

/** A short upright stroke. */
const stroke = {
  draw: (context: { rect: (x: number, y: number, width: number, height: number) => void }) =>
    context.rect(-0.75, -5, 1.5, 10),
}

type Point = { on: Date; value: number | null }

const day = (date: string): Date => new Date(`${date}T00:00:00Z`)

/** The corners of the steps between two days. */
const cornersOf = (chart: StepChart, from: string, until: string): Point[] => {
  const before = chart.steps.filter((step) => step.on <= from).at(-1)
  const within = chart.steps.filter((step) => step.on > from && step.on <= until)
  const points = [{ on: from, value: before?.value ?? (chart.steps.length === 0 ? null : 0) }, ...within]
  const last = points.at(-1)!
  return [...points, { on: until, value: last.value }].map(({ on, value }) => ({ on: day(on), value }))
}

const decades = (from: string, until: string, every: number): Date[] => {
  const first = Math.ceil(Number(from.slice(0, 4)) / every) * every
  const last = Number(until.slice(0, 4))
  return Array.from({ length: Math.max(0, Math.floor((last - first) / every) + 1) }, (_, i) =>
    day(`${first + i * every}-01-01`),
  )
}

/** Marks too near each other to be told apart stand in two rows. */
const rowsOf = (marks: StepChart['marks'], days: number): { on: Date; number: number; row: number }[] => {
  let last: { on: number; row: number } | undefined
  return marks.map(({ on, number }) => {
    const at = day(on).valueOf()
    const row = last !== undefined && at - last.on < days * 86_400_000 && last.row === 0 ? 1 : 0
    last = { on: at, row }
    return { on: new Date(at), number, row }
  })
}

const drawn = (site: Site, chart: StepChart, size: 'wide' | 'slim'): Html => {
  const wide = size === 'wide'
  const [width, height] = wide ? [760, 300] : [360, 270]
  const hasTicks = chart.ticks.length > 0
  const cut = chart.knownUntil !== null && chart.knownUntil < chart.until ? chart.knownUntil : chart.until
  const known = cut > chart.from ? cornersOf(chart, chart.from, cut) : []
  const expected = cut < chart.until ? cornersOf(chart, cut > chart.from ? cut : chart.from, chart.until) : []
  const end = [...known, ...expected].at(-1)
  const highest = Math.max(4, ...chart.steps.map((step) => step.value ?? 0))
  const years = (day(chart.until).valueOf() - day(chart.from).valueOf()) / 31_557_600_000
  const every = years > 32 ? 10 : years > 8 ? (wide ? 5 : 10) : wide ? 1 : 2
  const step = { x: 'on', y: 'value', curve: 'step-after' } as const
  return picture(
    `steps ${size}`,
    {
      width,
      height,
      marginTop: chart.marks.length > 0 ? 46 : 18,
      marginBottom: hasTicks ? 46 : 28,
      marginLeft: 34,
      marginRight: wide ? 64 : 48,
      x: {
        type: 'utc',
        domain: [day(chart.from), day(chart.until)],
        label: null,
        ticks: decades(chart.from, chart.until, every),
        tickSize: 0,
        tickPadding: hasTicks ? 24 : 8,
        tickFormat: (date: Date) => String(date.getUTCFullYear()),
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
        Plot.areaY(known, { x: 'on', y2: 'value', y1: 0, curve: 'step-after', className: 'area' }),
        Plot.ruleY([0], { className: 'ground' }),
        ...chart.ticks.map((tick) =>
          Plot.dot([day(tick.on)], {
            x: (on: Date) => on,
            frameAnchor: 'bottom',
            dy: 11,
            symbol: tick.kind === 'meeting' ? (stroke as unknown as Plot.SymbolType) : 'diamond',
            r: tick.kind === 'meeting' ? 4 : 5,
            className: tick.kind,
          }),
        ),
        ...rowsOf(chart.marks, wide ? 230 : 500).flatMap((mark) => [
          Plot.ruleX([mark], { x: 'on', className: 'event', insetTop: mark.row === 0 ? -12 : -30 }),
          Plot.dot([mark], {
            x: 'on',
            frameAnchor: 'top',
            dy: mark.row === 0 ? -20 : -36,
            r: 8,
            className: 'mark',
          }),
          Plot.text([mark], {
            x: 'on',
            frameAnchor: 'top',
            lineAnchor: 'middle',
            dy: mark.row === 0 ? -20 : -36,
            text: (one: typeof mark) => String(one.number),
            className: 'mark-number',
          }),
        ]),
        Plot.line(known, { ...step, className: 'line' }),
        Plot.line(expected, { ...step, className: 'expected' }),
        ...(end === undefined || end.value === null
          ? []
          : [
              Plot.dot([end], {
                x: 'on',
                y: 'value',
                r: 4,
                className: expected.length > 0 ? 'provisional' : 'known',
              }),
              Plot.text([end], {
                x: 'on',
                y: 'value',
                text: () => chart.endLabel,
                textAnchor: 'start',
                dx: 9,
                className: 'label',
              }),
            ]),
      ],
    },
    chart.words,
  )
}

/** The picture, in the size that fits. */
export const stepChart = (site: Site, chart: StepChart): Html =>
  html`${drawn(site, chart, 'wide')}${drawn(site, chart, 'slim')}`
