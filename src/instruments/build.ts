// Walks the lines once and puts each into the element it belongs to. What it cannot place it lists.
import { isBlank, type Line, tidy } from './lines.ts'
import type { Mark } from './marks.ts'
import type { PartHeading } from './parts.ts'
import { closePassage } from './passages.ts'
import { openAction, openIndicators, openSection } from './place-heading.ts'
import { placeDetail, placeIndicatorLine, placeListItem } from './place-list.ts'
import { openPart, placeInPart } from './place-part.ts'
import { placeTable } from './place-table.ts'
import { placeNote, placeText } from './place-text.ts'
import { isIndicatorHeading } from './sections.ts'
import {
  close,
  type Document,
  type Draft,
  dropPending,
  emptyDraft,
  keepAsLayout,
  remark,
  type Walk,
} from './walk.ts'

/** Puts every line of the document into the draft. */
export const buildDraft = (doc: Document): Draft => {
  const walk: Walk = {
    doc,
    draft: emptyDraft(),
    mode: 'front',
    section: undefined,
    action: undefined,
    open: undefined,
    note: undefined,
    pending: undefined,
    list: undefined,
    sectionList: undefined,
    lastParagraph: 0,
    byNumber: new Map(),
    gap: true,
    pageGap: false,
  }
  let i = 0
  while (i < doc.lines.length) i = takeLine(walk, i)
  dropPending(walk)
  close(walk)
  closePassage(walk.note)
  return walk.draft
}

// Returns the index of the next line to take.
const takeLine = (walk: Walk, i: number): number => {
  const { doc } = walk
  const line = doc.lines[i]!
  const mark = doc.marks[i]!
  if (isBlank(line)) {
    walk.gap = true
    closePassage(walk.note)
    walk.note = undefined
    return i + 1
  }
  if (doc.page.has(line.number)) {
    keepAsLayout(walk, line)
    remark(walk, line.number, 'page-furniture', tidy(line.plain))
    walk.gap = true
    walk.pageGap = true
    return i + 1
  }
  if (doc.contents.has(line.number)) {
    keepAsLayout(walk, line)
    remark(walk, line.number, 'table-of-contents', tidy(line.plain))
    walk.gap = true
    return i + 1
  }
  const table = doc.tables.get(line.number)
  if (table !== undefined) {
    dropPending(walk)
    close(walk)
    placeTable(walk, table)
    walk.gap = true
    return table.last
  }
  if (isRule(line)) {
    keepAsLayout(walk, line)
    walk.gap = true
    return i + 1
  }
  const next = placeLine(walk, i, line, mark)
  walk.gap = false
  walk.pageGap = false
  return next
}

/** A line of dashes, asterisks or the like. */
export const isRule = (line: Line): boolean =>
  line.raw.length < 400 && /^(?:[-–—_=*~]\s*){3,}$/.test(line.raw.trim())

const placeLine = (walk: Walk, i: number, line: Line, mark: Mark): number => {
  const { doc } = walk
  if (doc.parts !== undefined) return placePartLine(walk, i, line, mark, doc.parts.get(line.number))
  const heading = doc.sections.get(line.number)
  const marked = heading !== undefined || doc.actions.has(line.number) || isIndicatorHeading(line, mark)
  if (!marked && placeNote(walk, line, mark)) return i + 1
  if (marked) {
    dropPending(walk)
    closePassage(walk.note)
    walk.note = undefined
  }
  if (doc.actions.has(line.number)) openAction(walk, i)
  else if (heading !== undefined) return openSection(walk, i, heading)
  else if (isIndicatorHeading(line, mark)) openIndicators(walk, line)
  else if (!placeIndicatorLine(walk, line, mark) && !placeDetail(walk, line, mark)) {
    if (mark.list !== undefined) placeListItem(walk, line, mark.list)
    else placeText(walk, line)
  }
  return i + 1
}

const placePartLine = (
  walk: Walk,
  i: number,
  line: Line,
  mark: Mark,
  heading: PartHeading | undefined,
): number => {
  if (heading === undefined && placeNote(walk, line, mark)) return i + 1
  if (heading === undefined) {
    placeInPart(walk, line, mark)
    return i + 1
  }
  dropPending(walk)
  closePassage(walk.note)
  walk.note = undefined
  return openPart(walk, i, heading)
}
