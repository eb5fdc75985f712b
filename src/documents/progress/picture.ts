// A plan of work over time in black and grey: as planned now a bar, as first planned an outline, the day of the release a line.
import { boundsOf } from '../../facts/precision.ts'
import type { ActionOfWork } from '../../implementation/plan-of-work.ts'
import type { Pictures } from '../block.ts'

const millimetre = 72 / 25.4
// In points; as wide as the text of a page.
const width = 470
const left = 30
const rowHeight = 17
const top = 16

type Span = { from: string; until: string }

const escaped = (words: string): string =>
  words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000

const spanOf = (startsOn: string | null, endsOn: string | null): Span | null => {
  const from = startsOn === null ? null : boundsOf(startsOn)?.from
  const until = endsOn === null ? null : boundsOf(endsOn)?.until
  return from == null || until == null || until <= from ? null : { from, until }
}

const words = (text: string, x: number, y: number, { anchor = 'start', size = 7 } = {}): string =>
  `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" font-family="Noto Sans, sans-serif" font-size="${size}" fill="#222" text-anchor="${anchor}">${escaped(text)}</text>`

// Each standing has its filling; the table beside the picture has the word.
const fillings: Record<string, string> = {
  done: 'fill="#2b2b2b"',
  'under-way': 'fill="#a8a8a8"',
  stopped: 'fill="#fff" stroke-dasharray="1 1.6"',
  delayed: 'fill="url(#late)"',
  'past-its-day': 'fill="url(#late)"',
}

/**
 * The picture of `actions`; none where no action has dates. `alt`: what it shows, in words. `day`: that of the release.
 */
export const workPicture = (actions: readonly ActionOfWork[], day: string, alt: string): Pictures[] => {
  const rows = actions.map((action, i) => ({
    label: action.number ?? String(i + 1),
    standing: action.standing,
    now: spanOf(action.schedule.now.startsOn, action.schedule.now.endsOn),
    first: spanOf(action.schedule.original.startsOn, action.schedule.original.endsOn),
  }))
  const spans = rows.flatMap(({ now, first }) => [now, first].filter((span) => span !== null))
  if (spans.length === 0) return []
  const firstYear = Math.min(...spans.map(({ from }) => Number(from.slice(0, 4))))
  const lastYear = Math.max(
    ...spans.map(({ until }) => Number(until.slice(0, 4)) - (until.endsWith('-01-01') ? 1 : 0)),
  )
  const [start, end] = [dayNumber(`${firstYear}-01-01`), dayNumber(`${lastYear + 1}-01-01`)]
  const x = (at: string): number => left + ((dayNumber(at) - start) / (end - start)) * (width - left - 2)
  const height = top + rows.length * rowHeight + 4
  const rect = ({ from, until }: Span, y: number, tall: number, look: string): string =>
    `<rect x="${x(from).toFixed(1)}" y="${y.toFixed(1)}" width="${Math.max(2.5, x(until) - x(from)).toFixed(1)}" height="${tall}" ${look} stroke="#222"/>`
  const years = Array.from({ length: lastYear - firstYear + 1 }, (_, i) => firstYear + i).map((year) => {
    const at = x(`${year}-01-01`)
    return `<path d="M${at.toFixed(1)} 4V${height}" stroke="#bbb" stroke-width="0.5"/>${words(String(year), at + 3, 10)}`
  })
  const drawn = rows.map(({ label, standing, now, first }, i) => {
    const y = top + i * rowHeight
    const isMoved = now !== null && first !== null && (now.from !== first.from || now.until !== first.until)
    return (
      words(label, left - 6, y + 11, { anchor: 'end' }) +
      (now === null ? '' : rect(now, y + 4, 9, `${fillings[standing] ?? 'fill="#fff"'} stroke-width="0.6"`)) +
      (first === null || !isMoved
        ? ''
        : rect(first, y + 1.5, 14, 'fill="none" stroke-width="0.8" stroke-dasharray="2.4 1.6"'))
    )
  })
  const isInside = day >= `${firstYear}-01-01` && day < `${lastYear + 1}-01-01`
  const line = isInside
    ? `<path d="M${x(day).toFixed(1)} ${top - 4}V${height}" stroke="#000" stroke-width="1.2"/>`
    : ''
  const late =
    '<defs><pattern id="late" width="4" height="4" patternUnits="userSpaceOnUse"><path d="M-1 5L5 -1M-1 1L1 -1M3 5L5 3" stroke="#333" stroke-width="0.8" fill="none"/></pattern></defs>'
  return [
    {
      kind: 'pictures',
      pictures: [
        {
          svg: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}">${late}${years.join('')}${drawn.join('')}${line}</svg>`,
          widthMm: width / millimetre,
          heightMm: height / millimetre,
          alt,
        },
      ],
    },
  ]
}
