// Duties over time, a row each: the day the rule gives, the days that were granted or stated, the way between them, and
// what came of it. Drawn twice, for wide and for narrow screens, since words that shrink with a picture cannot be read.
// Every kind of mark has a shape of its own; a date known to the month or the year is as long as it may be.
import * as Plot from '@observablehq/plot'
import { type DutyLook, shapeIdOf } from '../duty-marks.ts'
import { type Html, html } from '../html.ts'
import { withoutMarks } from '../text.ts'
import { picture } from './svg.ts'

/** A date on the line: computed by the rule, granted by a meeting, stated by a source. */
export type TimelineDate = {
  kind: 'computed' | 'granted' | 'stated'
  /** First day, and the day after the last one it may mean. */
  from: string
  until: string
}

/** What came of it, below the line: the sign of where the duty stands. */
export type TimelineSign = { look: DutyLook; from: string; until: string }

export type TimelineRow = {
  /** What is owed. */
  label: string
  /** By which treaty, plan or pledge; null where all rows are of one. */
  of: string | null
  /** Where it stands, and the date to go by. */
  says: string
  dates: readonly TimelineDate[]
  signs: readonly TimelineSign[]
  /** Set where a later date took the place of an earlier one. */
  extended: { from: string; until: string } | null
  /** The whole row in words. */
  words: string
}

export type Timeline = {
  rows: readonly TimelineRow[]
  /** First and last day drawn. */
  from: string
  until: string
  today: string
  /** What stands at the line of today. */
  todayWords: string
  /** What the picture is of. */
  title: string
}

const dayMs = 86_400_000
const time = (day: string): number => Date.parse(`${day}T00:00:00Z`)
/** Whether it is a day, and not a month or a year. */
export const isOneDay = ({ from, until }: { from: string; until: string }): boolean =>
  time(until) - time(from) <= dayMs

/** The middle of a span, where its sign stands; the day itself where it is one. */
const middle = (one: { from: string; until: string }): Date =>
  isOneDay(one) ? new Date(time(one.from)) : new Date((time(one.from) + time(one.until)) / 2)

/** Years that are labelled: every one, or every second, fifth or tenth. */
const yearsShown = (from: string, until: string, wide: boolean): Date[] => {
  const [first, last] = [Number(from.slice(0, 4)), Number(until.slice(0, 4))]
  const most = wide ? 12 : 6
  const every = [1, 2, 5, 10, 20, 50, 100].find((step) => (last - first) / step <= most) ?? 100
  const start = Math.ceil(first / every) * every
  return Array.from(
    { length: Math.floor((last - start) / every) + 1 },
    (_, i) => new Date(time(`${String(start + i * every).padStart(4, '0')}-01-01`)),
  )
}

/** As much of the words as a line holds: the whole stands in the table below the picture. */
const cut = (words: string, pixels: number): string => {
  const plain = withoutMarks(words)
  // About how wide letters are at 12 pixels: those of Chinese as wide as high, Cyrillic ones wider than the others.
  const width = (letter: string): number =>
    /\p{Script=Han}/u.test(letter) ? 12 : /\p{Script=Cyrillic}/u.test(letter) ? 7.4 : 6.4
  let used = 0
  const kept = [...plain].findIndex((letter) => {
    used += width(letter)
    return used > pixels
  })
  return kept === -1
    ? plain
    : `${[...plain]
        .slice(0, kept - 1)
        .join('')
        .trimEnd()}…`
}

const besides = (words: string, of: string | null): string => (of === null ? words : `${words} · ${of}`)

const svgNamespace = 'http://www.w3.org/2000/svg'
const signSize = 12

/** The signs where they belong. The page carries their shapes (`markShapes`, `dutyShapes`). */
const signsOf = (signs: readonly { look: DutyLook; on: Date; at: number }[]) =>
  ((_index, scales, _values, _dimensions, { document: drawing }) => {
    const group = drawing.createElementNS(svgNamespace, 'g')
    group.setAttribute('class', 'signs')
    const [x, y] = [scales.x as (on: Date) => number, scales.y as (at: number) => number]
    for (const { look, on, at } of signs) {
      const use = drawing.createElementNS(svgNamespace, 'use')
      use.setAttribute('href', `#${shapeIdOf(look)}`)
      use.setAttribute('class', `sign s-${look}`)
      const place = { x: x(on) - signSize / 2, y: y(at) - signSize / 2, width: signSize, height: signSize }
      for (const [name, value] of Object.entries(place)) use.setAttribute(name, String(value))
      group.append(use)
    }
    return group as unknown as SVGGElement
  }) as Plot.RenderFunction

const drawn = (timeline: Timeline, size: 'wide' | 'slim'): Html => {
  const wide = size === 'wide'
  const width = wide ? 760 : 330
  const margin = { left: 8, right: 12, top: 26, bottom: 26 }
  const room = width - margin.left - margin.right
  // Where the line runs within its row, below one line of words or two.
  const [rowHeight, line] = wide ? [56, 32] : [68, 45]
  const { rows } = timeline
  const top = (row: number): number => row * rowHeight
  const at = (row: number, below = 0): number => top(row) + line + below
  const [from, until] = [new Date(time(timeline.from)), new Date(time(timeline.until))]
  const today = new Date(time(timeline.today))
  const isLateInPicture = (today.valueOf() - from.valueOf()) / (until.valueOf() - from.valueOf()) > 0.6

  const dates = rows.flatMap((row, i) =>
    row.dates.map((date) => ({
      ...date,
      row: i,
      on: middle(date),
      start: new Date(time(date.from)),
      end: new Date(time(date.until)),
    })),
  )
  const signs = rows.flatMap((row, i) =>
    row.signs.map((sign) => ({
      ...sign,
      row: i,
      on: middle(sign),
      start: new Date(time(sign.from)),
      end: new Date(time(sign.until)),
    })),
  )
  const ways = rows.flatMap((row, i) =>
    row.extended === null
      ? []
      : [{ row: i, from: new Date(time(row.extended.from)), until: new Date(time(row.extended.until)) }],
  )
  const labelled = rows.map((row, i) => ({
    row: i,
    label: wide
      ? cut(besides(row.label, row.of), room - 7 * withoutMarks(row.says).length - 16)
      : cut(row.label, room),
    says: cut(wide ? row.says : besides(row.says, row.of), room),
  }))
  type Placed = { row: number }
  const y = (below: number) => (one: Placed) => at(one.row, below)

  const points = (['computed', 'stated', 'granted'] as const).flatMap((kind) => {
    const own = dates.filter((date) => date.kind === kind)
    const [days, spans] = [own.filter(isOneDay), own.filter((date) => !isOneDay(date))]
    return [
      ...(spans.length === 0
        ? []
        : [
            Plot.rect(spans, {
              x1: 'start',
              x2: 'end',
              y1: y(-4.5),
              y2: y(4.5),
              rx: 2,
              className: `on-${kind} span`,
            }),
          ]),
      ...(days.length === 0
        ? []
        : [
            Plot.dot(days, {
              x: 'on',
              y: y(0),
              r: kind === 'computed' ? 4.5 : 5.5,
              symbol: kind === 'computed' ? 'circle' : 'diamond',
              className: `on-${kind}`,
            }),
          ]),
    ]
  })
  const below = 15
  // How exactly it is known when it was met; the other signs stand at a date that is drawn above them.
  const known = signs.filter((sign) => (sign.look === 'met' || sign.look === 'met-late') && !isOneDay(sign))
  return picture(
    `timeline ${size}`,
    {
      width,
      height: margin.top + rows.length * rowHeight + margin.bottom,
      marginTop: margin.top,
      marginBottom: margin.bottom,
      marginLeft: margin.left,
      marginRight: margin.right,
      x: { type: 'utc', domain: [from, until], axis: null },
      y: {
        domain: [0, rows.length * rowHeight],
        range: [margin.top, margin.top + rows.length * rowHeight],
        axis: null,
      },
      marks: [
        Plot.ruleX(yearsShown(timeline.from, timeline.until, wide), { className: 'grid' }),
        Plot.text(yearsShown(timeline.from, timeline.until, wide), {
          x: (on: Date) => on,
          frameAnchor: 'bottom',
          dy: 16,
          text: (on: Date) => String(on.getUTCFullYear()),
          className: 'year',
        }),
        Plot.ruleY(rows.slice(1), { y: (_row: TimelineRow, i: number) => top(i + 1), className: 'between' }),
        Plot.ruleY(rows, { y: (_row: TimelineRow, i: number) => at(i), className: 'ground' }),
        Plot.ruleX([today], { className: 'today' }),
        Plot.text([today], {
          x: (on: Date) => on,
          frameAnchor: 'top',
          dy: -14,
          dx: isLateInPicture ? 4 : -4,
          textAnchor: isLateInPicture ? 'end' : 'start',
          text: () => withoutMarks(timeline.todayWords),
          className: 'today-words',
        }),
        ...(ways.length === 0
          ? []
          : [Plot.link(ways, { x1: 'from', x2: 'until', y1: y(0), y2: y(0), className: 'way' })]),
        ...points,
        ...(known.length === 0
          ? []
          : [
              Plot.link(known, {
                x1: 'start',
                x2: 'end',
                y1: y(below + 7),
                y2: y(below + 7),
                className: 'sign-span',
              }),
            ]),
        ...(signs.length === 0
          ? []
          : [signsOf(signs.map(({ look, on, row }) => ({ look, on, at: at(row, below) })))]),
        Plot.text(labelled, {
          frameAnchor: 'left',
          y: (one: Placed) => top(one.row) + 13,
          text: 'label',
          textAnchor: 'start',
          className: 'label',
        }),
        Plot.text(labelled, {
          frameAnchor: wide ? 'right' : 'left',
          y: (one: Placed) => top(one.row) + (wide ? 13 : 28),
          text: 'says',
          textAnchor: wide ? 'end' : 'start',
          className: 'says',
        }),
      ],
    },
    withoutMarks(`${timeline.title}. ${rows.map((row) => row.words).join('; ')}`),
  )
}

/** The picture, in the size that fits. Nothing is drawn without rows. */
export const timelineChart = (timeline: Timeline): Html =>
  html`${drawn(timeline, 'wide')}${drawn(timeline, 'slim')}`
