// In how many members each state was found: one bar a row, stacked in the order of the marks. Each state has its colour,
// its hatching and its shape, so that it can be told on a grey sheet; counts stand on the bars where they fit.
import * as Plot from '@observablehq/plot'
import type { MemberState } from '../../indicators/show.ts'
import type { Html } from '../html.ts'
import { hatchOf, memberStates, slugOf, stateWord } from '../marks.ts'
import type { Site } from '../site.ts'
import { picture } from './svg.ts'

export type StatesRow = { label: string; groups: readonly { state: MemberState; members: number }[] }

type Stretch = { row: string; state: MemberState; from: number; until: number }

const width = 440
const left = 44
const right = 28
const rowHeight = 27
const axisHeight = 22
// A shape needs this much of a bar, and a shape with a number of up to three digits this much.
const shapeRoom = 13
const numberRoom = 34

const svgNamespace = 'http://www.w3.org/2000/svg'

const stretchesOf = ({ label, groups }: StatesRow): Stretch[] => {
  let from = 0
  return memberStates.flatMap((state) => {
    const members = groups.find((group) => group.state === state)?.members ?? 0
    if (members === 0) return []
    const stretch = { row: label, state, from, until: from + members }
    from += members
    return [stretch]
  })
}

/** What a row says, in words. */
const rowWords = (site: Site, { label, groups }: StatesRow): string =>
  `${label}: ${memberStates
    .flatMap((state) => {
      const members = groups.find((group) => group.state === state)?.members ?? 0
      return members === 0 ? [] : [`${site.format.number(members)} ${stateWord(site, state)}`]
    })
    .join(', ')}`

/** The shape and the number of each stretch that has room for them. The page carries the shapes (`markShapes`). */
const labels = (site: Site, stretches: readonly Stretch[]) =>
  ((_index, scales, _values, _dimensions, { document: drawing }) => {
    const group = drawing.createElementNS(svgNamespace, 'g')
    const x = scales.x as (value: number) => number
    const y = scales.y as (value: string) => number
    for (const { row, state, from, until } of stretches) {
      const room = x(until) - x(from)
      if (room < shapeRoom) continue
      const hasNumber = room >= numberRoom
      const use = drawing.createElementNS(svgNamespace, 'use')
      const shapeX = x(from) + (hasNumber ? 5 : (room - 11) / 2)
      use.setAttribute('href', `#m-${slugOf(state)}`)
      use.setAttribute('class', `i-${slugOf(state)}`)
      for (const [name, value] of Object.entries({ x: shapeX, y: y(row) + 5, width: 11, height: 11 }))
        use.setAttribute(name, String(value))
      group.append(use)
      if (!hasNumber) continue
      const words = drawing.createElementNS(svgNamespace, 'text')
      words.setAttribute('class', `i-${slugOf(state)}`)
      words.setAttribute('text-anchor', 'start')
      words.setAttribute('x', String(shapeX + 14))
      words.setAttribute('y', String(y(row) + 15))
      words.textContent = site.format.number(until - from)
      group.append(words)
    }
    return group as unknown as SVGGElement
  }) as Plot.RenderFunction

/** `rows` from top to bottom, all on one scale of members; `title` says what the picture is of. */
export const statesChart = (site: Site, rows: readonly StatesRow[], title: string): Html => {
  const stretches = rows.flatMap(stretchesOf)
  const most = Math.max(1, ...stretches.map(({ until }) => until))
  const totals = rows.map((row) => ({
    row: row.label,
    members: row.groups.reduce((sum, group) => sum + group.members, 0),
  }))
  const bars = memberStates.flatMap((state) => {
    const own = stretches.filter((stretch) => stretch.state === state)
    const place = { x1: 'from', x2: 'until', y: 'row', insetTop: 2, insetBottom: 3 } as const
    return own.length === 0
      ? []
      : [
          Plot.barX(own, { ...place, className: `b-${slugOf(state)}` }),
          Plot.barX(own, { ...place, className: `h-${slugOf(state)}`, fill: hatchOf(state) }),
        ]
  })
  return picture(
    'states-chart',
    {
      width,
      height: rows.length * rowHeight + axisHeight,
      marginTop: 0,
      marginBottom: axisHeight,
      marginLeft: left,
      marginRight: right,
      x: {
        domain: [0, most],
        label: null,
        ticks: Math.min(5, most),
        tickSize: 0,
        tickFormat: (tick: number) => (Number.isInteger(tick) ? site.format.number(tick) : ''),
      },
      y: { type: 'band', domain: rows.map((row) => row.label), label: null, tickSize: 0, padding: 0 },
      marks: [
        Plot.gridX({ className: 'grid', ticks: Math.min(5, most) }),
        ...bars,
        labels(site, stretches),
        Plot.text(totals, {
          x: 'members',
          y: 'row',
          text: (total: { members: number }) => site.format.number(total.members),
          textAnchor: 'start',
          dx: 5,
          className: 'of',
        }),
      ],
    },
    `${title}. ${rows.map((row) => rowWords(site, row)).join('; ')}`,
  )
}
