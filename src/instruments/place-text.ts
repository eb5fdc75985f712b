// Lines without a mark: they go on with what is open, or begin something of their own.
import { type NoteMark, noteSign, readNote, readPlainNote } from './footnotes.ts'
import { isBlank, type Line, pieceOf, tidy } from './lines.ts'
import { isTerminated, type ListMark, type Mark } from './marks.ts'
import { closePassage, extend, goesOnAcrossGap, goesOnBelow, openPassage } from './passages.ts'
import { placeItem, startIndicator } from './place-list.ts'
import type { Footnote, Indicator, Paragraph, Passage } from './plan.ts'
import { circulationLine, measureOpening } from './vocabulary.ts'
import { close, dropPending, ensureSection, keepAsLayout, keepUnplaced, remark, type Walk } from './walk.ts'

/** A line without a mark: it continues what is open across a break, or begins something. */
export const placeText = (walk: Walk, line: Line) => {
  const { doc } = walk
  const text = tidy(line.plain)
  const pending = walk.pending
  if (pending !== undefined && (!walk.gap || measureOpening.test(text))) {
    walk.pending = undefined
    placePending(walk, line, pending)
    return
  }
  dropPending(walk)
  if (circulationLine.test(text) && line.number !== doc.title) return keepUnplaced(walk, line)
  const open = walk.open
  if (open !== undefined && line.number !== doc.title) {
    const tailLength = doc.lines[open.tailLine - 1]?.plain.length ?? 0
    const opensMeasure =
      open.kind === 'indicator' &&
      walk.list?.first === undefined &&
      measureOpening.test(text) &&
      isTerminated(open.tail)
    if (!walk.gap && !opensMeasure && goesOnBelow(open, tailLength, line, doc.wrapWidth)) {
      if (extend(open, line, 0, doc.knows)) remark(walk, open.tailLine - 1, 'line-end-hyphen', text)
      return
    }
    if (walk.gap && goesOnAcrossGap(open, text, walk.pageGap)) {
      remark(walk, open.tailLine, 'broken-sentence', `${open.tail.slice(-60)} / ${text.slice(0, 60)}`)
      extend(open, line, 0, doc.knows)
      return
    }
  }
  placeNewText(walk, line, text)
}

// A bullet on a line of its own, its text on the next.
const placePending = (walk: Walk, line: Line, pending: { line: Line; mark: ListMark }) => {
  const marker: ListMark = { ...pending.mark, from: 0 }
  placeItem(walk, line, marker, 0)
  const open = walk.open
  if (open === undefined) return keepAsLayout(walk, pending.line)
  open.passage.pieces.unshift(...pieceOf(pending.line))
  if (open.kind === 'indicator' || open.kind === 'item')
    (open.passage as Indicator).marker = pending.mark.marker
}

// "States that are able to do so will:" between two actions leads to the second.
const isLeadOfNext = (walk: Walk, line: Line, text: string): boolean => {
  if (!walk.gap || !/[:：]$/.test(text) || walk.open === undefined || !isTerminated(walk.open.tail))
    return false
  const { lines, actions } = walk.doc
  let next = line.number
  while (next < lines.length && isBlank(lines[next]!)) next++
  return actions.has(next + 1)
}

const placeNewText = (walk: Walk, line: Line, text: string) => {
  const { draft } = walk
  const isProse =
    text.split(' ').length >= 6 && (isTerminated(text) || walk.doc.wrapWidth > 0 || text.length > 100)
  if (walk.mode === 'action' && !isLeadOfNext(walk, line, text)) {
    if (walk.open?.kind === 'action') {
      extend(walk.open, line, 0, walk.doc.knows)
      return
    }
    // After a detail, or after a list: the text of the action goes on only where none was closed by it.
    if (walk.action!.details.length === 0) {
      close(walk)
      walk.open = openPassage(walk.action!, 'action', line)
      return
    }
  }
  if (walk.mode === 'indicators') {
    const list = walk.list!
    if (list.count === 0 || (list.first === undefined && measureOpening.test(text)))
      return startIndicator(walk, line, undefined, 0)
  }
  if (walk.mode === 'front') {
    close(walk)
    const passage: Passage = { text: '', line: line.number, pieces: [] }
    draft.frontMatter.push(passage)
    walk.open = openPassage(passage, 'front', line, walk.doc.marks[line.number - 1]!.start)
    return
  }
  const inText = walk.mode === 'section' && walk.action === undefined
  if (
    !isProse &&
    !isLeadOfNext(walk, line, text) &&
    !(inText && walk.section !== undefined && walk.section.lists.length === 0)
  ) {
    close(walk)
    return keepUnplaced(walk, line)
  }
  close(walk)
  walk.mode = 'section'
  walk.action = undefined
  walk.sectionList = undefined
  const paragraph: Paragraph = { number: null, text: '', line: line.number, pieces: [] }
  ensureSection(walk, line).paragraphs.push(paragraph)
  walk.open = openPassage(paragraph, 'paragraph', line)
}

/** A footnote, or the continuation of one. False where the line is none. */
export const placeNote = (walk: Walk, line: Line, mark: Mark): boolean => {
  const { doc, draft } = walk
  const found: NoteMark | undefined =
    readNote(line) ?? (walk.gap || walk.note !== undefined ? readPlainNote(line, doc.raised) : undefined)
  if (found !== undefined && mark.level === 0) {
    closePassage(walk.note)
    const footnote: Footnote = {
      text: '',
      line: line.number,
      pieces: pieceOf(line, 0, found.from),
      marker: noteSign(found.marker),
      referencedOn: [],
    }
    draft.footnotes.push(footnote)
    walk.note = openPassage(footnote, 'note', line, found.from)
    return true
  }
  if (walk.note === undefined || walk.gap || mark.list !== undefined || mark.level > 0) return false
  extend(walk.note, line, 0, doc.knows)
  return true
}
