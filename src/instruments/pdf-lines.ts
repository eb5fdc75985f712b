// Characters placed on a page as rows and segments: words on one baseline, parted where a gap shows that something else
// begins (a column, a cell, the text after a bullet).
import type { PdfItem, PdfPage } from './pdf-extract.ts'
import { escapeMarks } from './source.ts'

type Placed = PdfItem & { raised: boolean }

/** Words of one baseline without a gap between them. `x0` to `x1` in points from the left. */
export type Segment = {
  text: string
  x0: number
  x1: number
  size: number
  bold: boolean
  raisedStart: boolean
  items: Placed[]
}

/** All segments of one baseline. `page` from 1; `y` from the top of the page. */
export type PageRow = { page: number; y: number; size: number; segments: Segment[]; artifact: boolean }

const rtlLetters = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/
const ltrLetters = /[A-Za-z\u00c0-\u024f\u0370-\u052f\u3040-\u9fff]/

/** Letters in the forms they take on paper, as letters: "ﬁ" is "fi", and Arabic letters have one form each. */
const plainLetters = (text: string): string =>
  text
    .replace(/[\ufb00-\ufb06\ufb50-\ufdff\ufe70-\ufefc]/g, (letter) => letter.normalize('NFKC'))
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')

/** Rows of a page from top to bottom. Words at an angle (watermarks) come last, as no content. */
export const rowsOf = (page: PdfPage, number: number): PageRow[] => {
  const level = page.items.filter((item) => !item.turned && item.size > 0)
  const rows: { y: number; items: Placed[] }[] = []
  for (const item of level.toSorted((a, b) => a.y - b.y)) {
    const last = rows.at(-1)
    const near = last !== undefined && Math.abs(item.y - last.y) <= 0.2 * Math.max(item.size, 4)
    if (near) last.items.push({ ...item, raised: false })
    else rows.push({ y: item.y, items: [{ ...item, raised: false }] })
  }
  const settled = attachRaised(rows)
  const out = settled.map((row): PageRow => {
    const segments = segmentsOf(row.items)
    return {
      page: number,
      y: row.y,
      size: mainSize(row.items),
      segments,
      artifact: row.items.every((item) => item.artifact),
    }
  })
  const turned = page.items.filter((item) => item.turned)
  if (turned.length > 0)
    out.push({
      page: number,
      y: page.height,
      size: turned[0]!.size,
      segments: [{ ...joinItems(turned.map((item) => ({ ...item, raised: false }))) }],
      artifact: true,
    })
  return out.filter((row) => row.segments.length > 0)
}

const mainSize = (items: Placed[]): number => {
  const letters = new Map<number, number>()
  for (const item of items)
    if (!item.raised) {
      const size = Math.round(item.size * 10) / 10
      letters.set(size, (letters.get(size) ?? 0) + item.text.length)
    }
  return [...letters].sort((a, b) => b[1] - a[1])[0]?.[0] ?? items[0]?.size ?? 10
}

// A small sign above the line belongs to the word it touches: a reference to a note, or the sign of the note itself.
const attachRaised = (rows: { y: number; items: Placed[] }[]) => {
  for (const [i, row] of rows.entries()) {
    row.items = row.items.filter((item) => {
      if (item.text.trim().length > 4) return true
      const hosts = [rows[i + 1], rows[i + 2], row]
      for (const host of hosts) {
        const touched = host?.items.find((other) => {
          if (other === item || other.raised || other.size * 0.82 < item.size) return false
          const rise = other.y - item.y
          if (host !== row && (rise < 0.1 * other.size || rise > 0.7 * other.size)) return false
          const gap = Math.min(
            Math.abs(item.x - (other.x + other.width)),
            Math.abs(other.x - (item.x + item.width)),
          )
          const inside = item.x >= other.x && item.x <= other.x + other.width
          return gap < 0.6 * other.size || inside
        })
        if (touched === undefined || host === undefined) continue
        if (host === row) {
          item.raised = true
          return true
        }
        host.items.push({ ...item, raised: true })
        return false
      }
      return true
    })
  }
  return rows.filter((row) => row.items.length > 0)
}

const segmentsOf = (items: Placed[]): Segment[] => {
  const groups: Placed[][] = []
  let end = 0
  for (const item of items.toSorted((a, b) => a.x - b.x)) {
    const last = groups.at(-1)
    if (last !== undefined && item.x - end <= 0.9 * Math.max(item.size, last.at(-1)!.size)) last.push(item)
    else groups.push([item])
    end = Math.max(last?.includes(item) ? end : 0, item.x + item.width)
  }
  return groups.map(joinItems).filter((segment) => segment.text.trim() !== '')
}

/** A segment parted where two of its runs leave room between `from` and `to`: cells of a table may stand that close. */
export const splitSegment = (segment: Segment, from: number, to: number): Segment[] => {
  const items = segment.items.toSorted((a, b) => a.x - b.x)
  let best = 0
  let widest = 1
  for (let i = 1; i < items.length; i++) {
    const end = Math.max(...items.slice(0, i).map((item) => item.x + item.width))
    const gap = items[i]!.x - end
    if (gap > widest && end <= to + 1 && items[i]!.x >= from - 1) {
      best = i
      widest = gap
    }
  }
  return best === 0 ? [segment] : [joinItems(items.slice(0, best)), joinItems(items.slice(best))]
}

const signForm = /^(?:\d{1,3}|\*{1,3}|[a-z]|[ivx]{1,4}|[†‡§])$/

const joinItems = (items: Placed[]): Segment => {
  const all = items.map((item) => item.text).join('')
  const isRtl =
    (all.match(new RegExp(rtlLetters, 'g'))?.length ?? 0) >
    (all.match(new RegExp(ltrLetters, 'g'))?.length ?? 0)
  const ordered = isRtl ? orderRtl(items) : items
  let text = ''
  ordered.forEach((item, i) => {
    const before = ordered[i - 1]
    if (before !== undefined) {
      const gap =
        isRtl && before.x > item.x ? before.x - (item.x + item.width) : item.x - (before.x + before.width)
      // A raised sign touches its word, with a little room.
      const room = item.raised ? 0.35 * before.size : 0.15 * Math.min(item.size, before.size)
      const wide = Math.abs(gap) > room
      if (wide && !/\s$/.test(text) && !/^\s/.test(item.text)) text += ' '
    }
    const words = plainLetters(item.text)
    const sign = words.trim()
    text += item.raised && signForm.test(sign) ? `^{${sign}}` : escapeMarks(words)
  })
  const letters = items.filter((item) => !item.raised)
  return {
    text: text
      .replace(/[\t\u00a0\u2000-\u200a\u202f]/g, ' ')
      .replace(/ {2,}/g, ' ')
      .trim(),
    x0: Math.min(...items.map((item) => item.x)),
    x1: Math.max(...items.map((item) => item.x + item.width)),
    size: mainSize(items),
    bold: letters.length > 0 && letters.every((item) => item.bold),
    raisedStart: ordered[0]?.raised === true,
    items,
  }
}

// From right to left, but runs of Latin letters and figures between keep their own order.
const orderRtl = (items: Placed[]): Placed[] => {
  const out: Placed[] = []
  let run: Placed[] = []
  for (const item of items.toSorted((a, b) => b.x - a.x)) {
    if (ltrLetters.test(item.text) && !rtlLetters.test(item.text)) {
      run.unshift(item)
      continue
    }
    out.push(...run, item)
    run = []
  }
  return [...out, ...run]
}
