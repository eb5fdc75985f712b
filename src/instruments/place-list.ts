// List items: indicators, parts of an action, numbered paragraphs, best practices.

import { type Line, pieceOf, tidy } from './lines.ts'
import { isTerminated, type ListMark, type Mark, sameList } from './marks.ts'
import { extend, openPassage } from './passages.ts'
import { placeIndicator, wordsFrom } from './place-table.ts'
import type { Paragraph, Passage } from './plan.ts'
import { cellParts } from './tables.ts'
import { detailLabel, indicatorInline, indicatorLabel, measureOpening } from './vocabulary.ts'
import { close, dropPending, ensureSection, keepAsLayout, newIndicator, remark, type Walk } from './walk.ts'

/** A line that begins with a list marker; a marker without text waits for the next line. */
export const placeListItem = (walk: Walk, line: Line, mark: ListMark) => {
  dropPending(walk)
  if (tidy(line.plain.slice(mark.from)) === '') {
    walk.pending = { line, mark }
    return
  }
  placeItem(walk, line, mark, mark.from)
}

/** A list item whose text begins at `from`, by what is under way: indicators, an action, or a section. */
export const placeItem = (walk: Walk, line: Line, mark: ListMark, from: number) => {
  if (walk.mode === 'indicators') placeInIndicators(walk, line, mark, from)
  else if (walk.mode === 'action') placeInAction(walk, line, mark, from)
  else if (mark.style === 'number' || mark.style === 'decimal') placeNumbered(walk, line, mark, from)
  else placeInSectionList(walk, line, mark, from)
}

const placeInIndicators = (walk: Walk, line: Line, mark: ListMark, from: number) => {
  const list = walk.list!
  const first = list.first
  if (list.count === 0) return startIndicator(walk, line, mark, from)
  const text = line.plain.slice(from, from + 200)
  const measure = measureOpening.test(text)
  const inner = walk.open?.kind === 'indicator' && line.indent > list.indent + 1 && !measure
  if (first === undefined)
    return measure || mark.style === 'bullet'
      ? startIndicator(walk, line, mark, from)
      : leaveIndicators(walk, line, mark, from)
  if (inner) {
    extend(walk.open!, line, 0, walk.doc.knows, '\n')
    return
  }
  if (sameList(first, mark)) {
    const jumps = mark.style === 'number' && Number(mark.value) !== Number(list.last?.value ?? 0) + 1
    return jumps && !measure
      ? leaveIndicators(walk, line, mark, from)
      : startIndicator(walk, line, mark, from)
  }
  if (mark.style === 'number')
    return measure ? startIndicator(walk, line, mark, from) : leaveIndicators(walk, line, mark, from)
  if (mark.style === 'decimal' || measure || walk.open?.kind !== 'indicator')
    return startIndicator(walk, line, mark, from)
  extend(walk.open, line, 0, walk.doc.knows, '\n')
}

/** A new indicator from `from` on; its marker is what stands between `start` and `from`, its text ends at `to`. */
export const startIndicator = (
  walk: Walk,
  line: Line,
  mark: ListMark | undefined,
  from: number,
  start = 0,
  to = line.plain.length,
) => {
  close(walk)
  walk.list ??= { first: undefined, last: undefined, count: 0, indent: line.indent, heading: undefined }
  if (walk.list.count === 0) {
    walk.list.first = mark
    walk.list.indent = line.indent
  } else if (walk.gap && !walk.pageGap && mark?.style === 'bullet')
    remark(walk, line.number, 'list-interrupted', tidy(line.plain))
  walk.list.count++
  walk.list.last = mark
  walk.mode = 'indicators'
  const indicator = newIndicator(
    walk,
    line.number,
    tidy(line.plain.slice(start, from)),
    pieceOf(line, start, from),
  )
  walk.open = openPassage(indicator, 'indicator', line, from, to)
}

// The list is over: a numbered paragraph of the section comes.
const leaveIndicators = (walk: Walk, line: Line, mark: ListMark, from: number) => {
  walk.action = undefined
  walk.list = undefined
  walk.mode = 'section'
  placeItem(walk, line, mark, from)
}

const placeInAction = (walk: Walk, line: Line, mark: ListMark, from: number) => {
  const text = line.plain.slice(from, from + 200)
  if (measureOpening.test(text) && walk.action!.text + (walk.open?.parts.join('') ?? '') !== '') {
    remark(walk, line.number, 'indicators-without-heading', tidy(line.plain))
    return startIndicator(walk, line, mark, from)
  }
  // Under a heading that is no sentence, a numbered paragraph is the action's text.
  const isHeadingOnly =
    walk.open?.kind === 'action' && walk.open.parts.length === 1 && !isTerminated(walk.open.tail)
  if (
    mark.style === 'number' &&
    !isHeadingOnly &&
    walk.doc.byWord &&
    Number(mark.value) === walk.lastParagraph + 1 &&
    walk.lastParagraph > 0
  ) {
    walk.mode = 'section'
    walk.action = undefined
    return placeNumbered(walk, line, mark, from)
  }
  if (walk.open?.kind === 'action') extend(walk.open, line, 0, walk.doc.knows, '\n')
  else {
    close(walk)
    walk.open = openPassage(walk.action!, 'action', line, 0)
  }
}

const placeNumbered = (walk: Walk, line: Line, mark: ListMark, from: number) => {
  const lead = walk.open?.kind === 'paragraph' && /[:：]$/.test(walk.open.tail)
  // "1." after "…the following:" counts the items of a list; otherwise numbers count paragraphs.
  const counts = walk.sectionList !== undefined && sameList(walk.sectionList.first, mark)
  if (
    mark.style === 'number' &&
    ((lead && mark.value === '1' && walk.lastParagraph > 0) ||
      (counts && Number(mark.value) !== walk.lastParagraph + 1))
  )
    return placeInSectionList(walk, line, mark, from)
  close(walk)
  walk.mode = 'section'
  walk.sectionList = undefined
  if (mark.style === 'number') walk.lastParagraph = Number(mark.value)
  const paragraph: Paragraph = {
    number: mark.value,
    text: '',
    line: line.number,
    pieces: pieceOf(line, 0, from),
  }
  ensureSection(walk, line).paragraphs.push(paragraph)
  walk.open = openPassage(paragraph, 'paragraph', line, from)
}

const placeInSectionList = (walk: Walk, line: Line, mark: ListMark, from: number) => {
  if (walk.mode === 'front' || walk.section === undefined) {
    close(walk)
    const passage: Passage = { text: '', line: line.number, pieces: [] }
    walk.draft.frontMatter.push(passage)
    walk.open = openPassage(passage, 'item', line, 0)
    return
  }
  const lists = walk.section.lists
  if (
    walk.sectionList !== undefined &&
    walk.open?.kind === 'item' &&
    (line.indent > walk.sectionList.indent + 1 || !sameList(walk.sectionList.first, mark))
  ) {
    if (line.indent > walk.sectionList.indent + 1 || /[:：]$/.test(walk.open.tail)) {
      extend(walk.open, line, 0, walk.doc.knows, '\n')
      return
    }
    walk.sectionList = undefined
  }
  const lead = walk.open?.kind === 'paragraph' ? walk.open : undefined
  close(walk)
  if (walk.sectionList === undefined) {
    walk.sectionList = { first: mark, indent: line.indent }
    lists.push({ lead: lead?.passage.text ?? null, items: [] })
  }
  const item = { text: '', line: line.number, pieces: pieceOf(line, 0, from), marker: mark.marker }
  lists.at(-1)!.items.push(item)
  walk.open = openPassage(item, 'item', line, from)
}

// "Indicator 7.1: …", "Indicator: …", and these after a bullet.
export const placeIndicatorLine = (walk: Walk, line: Line, mark: Mark): boolean => {
  if (walk.action === undefined && walk.mode !== 'indicators') return false
  const skip = mark.list?.style === 'bullet' ? mark.list.from : mark.start
  const content = line.plain.slice(skip, skip + 240)
  const label = indicatorLabel.exec(content)
  const inline = label ?? indicatorInline.exec(content)
  if (inline === null) return false
  dropPending(walk)
  const from = skip + inline[0].length
  if (label === null) placeInlineIndicators(walk, line, 0, from)
  else startIndicator(walk, line, undefined, from)
  if (label !== null) walk.list!.first = { style: 'decimal', marker: 'Indicator', value: label[1]!, from }
  return true
}

/** "Indicators: (a) …; (b) …": a list on the heading's own line. `start` is where the heading begins. */
export const placeInlineIndicators = (walk: Walk, line: Line, start: number, from: number) => {
  const parts = cellParts({ line, from, to: line.plain.length, text: '' })
  const last = parts.at(-1)
  if (last === undefined || parts.length === 1 || line.plain.length > 4000) {
    startIndicator(walk, line, undefined, from, start)
    return
  }
  close(walk)
  keepAsLayout(walk, line, start, from)
  for (const part of parts.slice(0, -1)) placeIndicator(walk, part)
  startIndicator(walk, line, undefined, last.from + wordsFrom(last), last.from)
}

/** "Responsible: …" and the like under an action. False where the line is none. */
export const placeDetail = (walk: Walk, line: Line, mark: Mark): boolean => {
  const action = walk.action
  if (action === undefined || walk.mode === 'front') return false
  const skip = mark.list?.style === 'bullet' ? mark.list.from : mark.start
  const found = detailLabel.exec(line.plain.slice(skip, skip + 160))
  if (found === null) return false
  dropPending(walk)
  close(walk)
  const detail = {
    label: found[1]!,
    text: '',
    line: line.number,
    pieces: pieceOf(line, 0, skip + found[0].length),
  }
  action.details.push(detail)
  walk.open = openPassage(detail, 'detail', line, skip + found[0].length)
  return true
}
