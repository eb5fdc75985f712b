// Lines of a pledge that is in parts: its headings, the items of its action plan and of its indicators, and paragraphs
// beside them. What opens an item is known (part-items.ts); here each line finds the item or paragraph it belongs to.
import { letterIn } from './letters.ts'
import { type Line, pieceOf, tidy } from './lines.ts'
import type { Mark } from './marks.ts'
import type { PartRole } from './part-words.ts'
import type { PartHeading } from './parts.ts'
import { extend, goesOnAcrossGap, goesOnBelow, openPassage } from './passages.ts'
import { placeListItem, startIndicator } from './place-list.ts'
import { placeText } from './place-text.ts'
import type { Section } from './plan.ts'
import { detailLabel } from './vocabulary.ts'
import { beginSection, close, newAction, remark, type Walk } from './walk.ts'

const roleNow = (walk: Walk): PartRole | undefined =>
  walk.section === undefined ? undefined : (walk.doc.parts?.get(walk.section.line)?.role ?? 'other')

/** Opens a part. Returns the index of the next line to take. */
export const openPart = (walk: Walk, i: number, heading: PartHeading): number => {
  const { doc } = walk
  const line = doc.lines[i]!
  const start = doc.marks[i]!.start
  close(walk)
  const until = heading.from ?? line.plain.length
  const section: Section = {
    number: heading.number,
    title: heading.title,
    heading: tidy(line.plain.slice(start, until)),
    level: heading.level,
    line: line.number,
    pieces: pieceOf(line, 0, until),
    paragraphs: [],
    lists: [],
  }
  if (heading.continuedOn !== undefined) {
    const more = doc.lines[heading.continuedOn - 1]!
    section.title = `${section.title} ${tidy(more.plain).replace(/\s*[:：]$/, '')}`
    section.heading = `${section.heading} ${tidy(more.plain)}`
    section.pieces.push(...pieceOf(more))
  }
  beginSection(walk, section)
  walk.mode = 'section'
  walk.list = undefined
  if (heading.from !== undefined) {
    walk.gap = false
    const offsets = doc.items?.starts.get(line.number)
    if (offsets === undefined) openParagraph(walk, line, heading.from)
    else openItems(walk, line, offsets)
  }
  return heading.continuedOn ?? i + 1
}

const openParagraph = (walk: Walk, line: Line, from: number) => {
  const role = roleNow(walk)
  close(walk)
  const isAmong = walk.action !== undefined || walk.mode === 'indicators'
  if (isAmong && (role === 'actions' || role === 'indicators') && !/[:：]$/.test(line.plain))
    remark(walk, line.number, 'paragraph-among-items', tidy(line.plain))
  walk.mode = 'section'
  walk.action = undefined
  walk.sectionList = undefined
  const paragraph = { number: null, text: '', line: line.number, pieces: [] }
  walk.section!.paragraphs.push(paragraph)
  walk.open = openPassage(paragraph, 'paragraph', line, from)
}

/** Opens the items that begin on a line at these offsets. */
const openItems = (walk: Walk, line: Line, offsets: readonly number[]) => {
  const role = roleNow(walk)
  const [first = 0] = offsets
  // What precedes the first offset goes on with what is open.
  if (first > 0 && walk.doc.parts?.get(line.number)?.from !== first && walk.open !== undefined) {
    extend(walk.open, line, 0, walk.doc.knows, ' ', first)
  }
  const mark = first === 0 ? walk.doc.items?.marks.get(line.number) : undefined
  offsets.forEach((start, k) => {
    const until = offsets[k + 1] ?? line.plain.length
    const from = k === 0 && mark !== undefined ? mark.from : start
    if (role === 'indicators') startIndicator(walk, line, mark, from, start, until)
    else {
      close(walk)
      const isCounted = mark?.style === 'number' || mark?.style === 'decimal'
      const action = newAction(
        walk,
        line,
        mark === undefined || mark.style === 'bullet'
          ? null
          : isCounted
            ? mark.value
            : (letterIn(mark.marker) ?? mark.value),
      )
      if (isCounted) action.headingInSource = tidy(line.plain.slice(start, from))
      action.pieces.push(...pieceOf(line, start, from))
      walk.open = openPassage(action, 'action', line, from, until)
    }
  })
}

/** "For the schools:" between two items leads to the second, and is no more of the first. */
const leadsOn = ({ doc }: Walk, line: Line, text: string): boolean => {
  if (!/[:：]$/.test(text) || /^\p{Ll}/u.test(text)) return false
  const next = doc.lines.find((one) => one.number > line.number && one.plain !== '')
  return next !== undefined && doc.items?.starts.has(next.number) === true
}

/** A line within a part whose items are known: it goes on with the item, or is a paragraph beside. */
const placeBeside = (walk: Walk, line: Line) => {
  const { doc } = walk
  const open = walk.open
  const text = tidy(line.plain)
  if (open?.kind !== 'action' && open?.kind !== 'indicator') {
    if (
      open?.kind === 'paragraph' &&
      !walk.gap &&
      goesOnBelow(open, doc.lines[open.tailLine - 1]!.plain.length, line, doc.wrapWidth)
    ) {
      if (extend(open, line, 0, doc.knows)) remark(walk, open.tailLine - 1, 'line-end-hyphen', text)
      return
    }
    return openParagraph(walk, line, 0)
  }
  if (doc.items?.marks.has(line.number) || detailLabel.test(line.plain))
    return void extend(open, line, 0, doc.knows, '\n')
  const tailLength = doc.lines[open.tailLine - 1]?.plain.length ?? 0
  const isWithin = line.indent > open.indent + 1
  if (!isWithin && leadsOn(walk, line, text)) return openParagraph(walk, line, 0)
  if (
    open.parts.length === 0 ||
    (!walk.gap && (isWithin || goesOnBelow(open, tailLength, line, doc.wrapWidth)))
  ) {
    if (extend(open, line, 0, doc.knows)) remark(walk, open.tailLine - 1, 'line-end-hyphen', text)
    return
  }
  if (walk.gap && goesOnAcrossGap(open, text, walk.pageGap)) {
    remark(walk, open.tailLine, 'broken-sentence', `${open.tail.slice(-60)} / ${text.slice(0, 60)}`)
    extend(open, line, 0, doc.knows)
  } else if (isWithin) extend(open, line, 0, doc.knows, '\n')
  else openParagraph(walk, line, 0)
}

/** Each line of a list of those who signed is one of them. */
const placeName = (walk: Walk, line: Line, mark: Mark) => {
  close(walk)
  const { lists } = walk.section!
  if (lists.length === 0) lists.push({ lead: null, items: [] })
  const from = mark.list?.from ?? 0
  const item = {
    text: '',
    line: line.number,
    pieces: pieceOf(line, 0, from),
    marker: mark.list?.marker ?? '',
  }
  lists[0]!.items.push(item)
  walk.open = openPassage(item, 'item', line, from)
}

/** Puts one line, which heads no part and is no note, where it belongs. */
export const placeInPart = (walk: Walk, line: Line, mark: Mark) => {
  const role = roleNow(walk)
  if (role === 'actions' || role === 'indicators') {
    const offsets = walk.doc.items?.starts.get(line.number)
    if (offsets === undefined) placeBeside(walk, line)
    else openItems(walk, line, offsets)
  } else if (role === 'signed') placeName(walk, line, mark)
  else if (mark.list === undefined) placeText(walk, line)
  else placeListItem(walk, line, mark.list)
}
