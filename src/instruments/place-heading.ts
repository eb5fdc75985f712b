// Headings: a section, an action or a list of indicators opens.

import { letterIn } from './letters.ts'
import { isBlank, type Line, pieceOf, tidy } from './lines.ts'
import { isTerminated, isTitleLike } from './marks.ts'
import { openPassage } from './passages.ts'
import { placeInlineIndicators } from './place-list.ts'
import type { Section } from './plan.ts'
import { isIndicatorHeading, type SectionHeading } from './sections.ts'
import { detailLabel, indicatorInline, indicatorSection, indicatorWithin } from './vocabulary.ts'
import { beginSection, close, type IndicatorHeadingUse, keepAsLayout, newAction, type Walk } from './walk.ts'

/** Opens a section. Returns the index of the next line to take. */
export const openSection = (walk: Walk, i: number, heading: SectionHeading): number => {
  const { doc } = walk
  const line = doc.lines[i]!
  close(walk)
  const section: Section = {
    number: heading.number,
    title: heading.title,
    heading: tidy(line.plain.slice(doc.marks[i]!.start)),
    level: heading.level,
    line: line.number,
    pieces: pieceOf(line),
    paragraphs: [],
    lists: [],
  }
  if (heading.continuedOn !== undefined) {
    const more = doc.lines[heading.continuedOn - 1]!
    section.title = `${section.title} ${tidy(more.plain)}`
    section.heading = `${section.heading} ${tidy(more.plain)}`
    section.pieces.push(...pieceOf(more))
  }
  beginSection(walk, section)
  return heading.continuedOn ?? i + 1
}

/** Opens the action that begins on line index `i`. */
export const openAction = (walk: Walk, i: number) => {
  const { doc } = walk
  const line = doc.lines[i]!
  const mark = doc.marks[i]!
  const heading = doc.byWord ? mark.heading : undefined
  const from = heading?.from ?? mark.list?.from ?? mark.start
  const rest = tidy(line.plain.slice(from))
  const number =
    heading?.number ??
    (mark.list?.style === 'number' || mark.list?.style === 'decimal' ? mark.list.value : null)
  const known = rest === '' && number !== null ? walk.byNumber.get(number) : undefined
  if (known !== undefined && walk.section !== undefined && indicatorSection.test(walk.section.title)) {
    // A part of the document that lists the indicators again under the numbers of their actions.
    close(walk)
    keepAsLayout(walk, line)
    walk.action = known
    walk.mode = 'indicators'
    walk.list = { first: undefined, last: undefined, count: 0, indent: 0, heading: undefined }
    return
  }
  close(walk)
  // An item of a list that the source counts by letters keeps its letter, and is no heading.
  const letter = heading === undefined && number === null ? letterIn(mark.list?.marker ?? '') : undefined
  const action = newAction(walk, line, number ?? letter ?? null)
  action.headingInSource =
    heading === undefined && number === null
      ? null
      : tidy(line.plain.slice(mark.start + (heading?.bulleted ? mark.list!.from - mark.start : 0), from))
  action.pieces.push(...pieceOf(line, 0, from))
  if (isHeadingWithTitle(walk, i, rest)) {
    action.title = rest
    action.pieces.push(...pieceOf(line, from))
    walk.open = openPassage(action, 'action', line, line.plain.length)
    return
  }
  // "Action 1: Survey. Indicator: Percentage of …" on one line.
  const inline = indicatorWithin.exec(line.plain.slice(from, from + 4000))
  if (inline === null) walk.open = openPassage(action, 'action', line, from)
  else {
    walk.open = openPassage(action, 'action', line, from, from + inline.index)
    placeInlineIndicators(walk, line, from + inline.index, from + inline.index + inline[0].length)
  }
}

// "Action 12: Universalization" above a paragraph is a heading with a title; alone it is the action's text.
const isHeadingWithTitle = (walk: Walk, i: number, rest: string): boolean => {
  const { lines, marks, actions, sections, tables } = walk.doc
  if (rest === '' || !isTitleLike(rest) || rest.split(' ').length > 14) return false
  let k = i + 1
  while (k < lines.length && isBlank(lines[k]!)) k++
  const next = lines[k]
  if (next === undefined || tables.has(next.number) || actions.has(next.number) || sections.has(next.number))
    return false
  // Directly below, the rest of a wrapped sentence is likelier, unless the first part is short.
  if (
    k === i + 1 &&
    marks[i]!.level === 0 &&
    !lines[i]!.bold &&
    (rest.length >= 40 || walk.doc.wrapWidth > 0)
  )
    return false
  const mark = marks[k]!
  if (
    isIndicatorHeading(next, mark) ||
    indicatorInline.test(next.plain) ||
    mark.list !== undefined ||
    mark.level > 0
  )
    return false
  return /^["“‘'«]?\p{Lu}/u.test(next.plain) && isTerminated(next.plain) && !detailLabel.test(next.plain)
}

/** Opens a list of indicators; a heading that names an action belongs to that one. */
export const openIndicators = (walk: Walk, line: Line) => {
  close(walk)
  keepAsLayout(walk, line)
  const text = tidy(line.plain)
  const named = /action\s*#?\s*(\d{1,4}[a-z]?)/i.exec(text)?.[1]
  if (named !== undefined) {
    const owner = walk.byNumber.get(named)
    if (owner !== undefined) walk.action = owner
  }
  const use: IndicatorHeadingUse = { line: line.number, text, count: 0, owner: '' }
  walk.draft.headings.push(use)
  walk.list = { first: undefined, last: undefined, count: 0, indent: line.indent, heading: use }
  walk.mode = 'indicators'
}
