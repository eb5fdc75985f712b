// The memory of the walk over the lines, and the few ways it grows: shared by the files that place lines.
import { type Line, pieceOf, tidy } from './lines.ts'
import type { ListMark, Mark } from './marks.ts'
import type { PartItems } from './part-items.ts'
import type { PartHeading } from './parts.ts'
import { closePassage, type Open } from './passages.ts'
import type {
  Action,
  Anomaly,
  AnomalyKind,
  Footnote,
  Indicator,
  Passage,
  Piece,
  Section,
  Unplaced,
} from './plan.ts'
import type { SectionHeading } from './sections.ts'
import type { Table } from './tables.ts'
import { indicatorSection } from './vocabulary.ts'

/** What the earlier passes found out about the document. */
export type Document = {
  lines: Line[]
  marks: Mark[]
  page: Set<number>
  contents: Set<number>
  tables: Map<number, Table>
  sections: Map<number, SectionHeading>
  actions: Set<number>
  /** Actions are marked by a word ("Action 3"), not by number or place alone. */
  byWord: boolean
  title: number | undefined
  wrapWidth: number
  /** Signs of notes are marked as such in the file: "m²" is none. */
  hasNotes: boolean
  raised: Set<string>
  knows: (word: string) => boolean
  /** Of a pledge in parts: their headings by line, and the items within; undefined of any other document. */
  parts: ReadonlyMap<number, PartHeading> | undefined
  items: PartItems | undefined
  /** What is odd about the parts. */
  oddParts: readonly Anomaly[]
}

export type IndicatorHeadingUse = { line: number; text: string; count: number; owner: string }

export type Draft = {
  sections: Section[]
  actions: Action[]
  indicators: Indicator[]
  footnotes: Footnote[]
  frontMatter: Passage[]
  layout: Passage[]
  unplaced: Unplaced[]
  anomalies: Anomaly[]
  headings: IndicatorHeadingUse[]
}

export type Mode = 'front' | 'section' | 'action' | 'indicators'
export type IndicatorList = {
  first: ListMark | undefined
  last: ListMark | undefined
  count: number
  indent: number
  heading: IndicatorHeadingUse | undefined
}

/** The walk's memory. Functions below change it line by line. */
export type Walk = {
  doc: Document
  draft: Draft
  mode: Mode
  section: Section | undefined
  action: Action | undefined
  /** The passage a following line may continue. */
  open: Open | undefined
  note: Open | undefined
  /** A list marker that stood alone on its line, and what its text would become. */
  pending: { line: Line; mark: ListMark } | undefined
  list: IndicatorList | undefined
  /** The list of the section (best practices) under way. */
  sectionList: { first: ListMark; indent: number } | undefined
  /** Number of the last numbered paragraph, 0 before the first. */
  lastParagraph: number
  byNumber: Map<string, Action>
  gap: boolean
  pageGap: boolean
}

/** A draft with nothing placed yet. */
export const emptyDraft = (): Draft => ({
  sections: [],
  actions: [],
  indicators: [],
  footnotes: [],
  frontMatter: [],
  layout: [],
  unplaced: [],
  anomalies: [],
  headings: [],
})

/** Lists an oddity of the text. */
export const remark = (walk: Walk, line: number, kind: AnomalyKind, text: string) => {
  walk.draft.anomalies.push({ line, kind, text: text.length > 300 ? `${text.slice(0, 297)}…` : text })
}

/** Ends the passage under way. */
export const close = (walk: Walk) => {
  closePassage(walk.open)
  walk.open = undefined
}

/** Keeps a part of a line as layout: part of the way back, no part of the content. */
export const keepAsLayout = (walk: Walk, line: Line, from = 0, to = line.plain.length) => {
  const pieces = pieceOf(line, from, to)
  if (pieces.length > 0)
    walk.draft.layout.push({ text: tidy(line.plain.slice(from, to)), line: line.number, pieces })
}

/** Lists a line as unplaced. */
export const keepUnplaced = (walk: Walk, line: Line) => {
  walk.draft.unplaced.push({ line: line.number, text: tidy(line.plain), pieces: pieceOf(line) })
}

/** A list marker that got no text is an empty bullet. */
export const dropPending = (walk: Walk) => {
  const pending = walk.pending
  walk.pending = undefined
  if (pending === undefined) return
  keepAsLayout(walk, pending.line)
  remark(walk, pending.line.number, 'empty-bullet', tidy(pending.line.plain))
}

/** The current section; one without a heading where the text begins before the first. */
export const ensureSection = (walk: Walk, line: Line): Section => {
  if (walk.section === undefined) {
    walk.section = {
      number: null,
      title: '',
      heading: '',
      level: 1,
      line: line.number,
      pieces: [],
      paragraphs: [],
      lists: [],
    }
    walk.draft.sections.push(walk.section)
  }
  return walk.section
}

/** Makes a section the current one. A section of indicators takes list items as indicators of the whole plan. */
export const beginSection = (walk: Walk, section: Section) => {
  walk.draft.sections.push(section)
  walk.section = section
  walk.action = undefined
  walk.sectionList = undefined
  walk.list = undefined
  walk.mode = 'section'
  if (!indicatorSection.test(section.title)) return
  walk.mode = 'indicators'
  walk.list = { first: undefined, last: undefined, count: 0, indent: 0, heading: undefined }
}

/** A new action, made the current one. */
export const newAction = (walk: Walk, line: Line, number: string | null): Action => {
  const value =
    number === null ? walk.draft.actions.length + 1 : /^\d{1,9}$/.test(number) ? Number(number) : number
  const action: Action = {
    number: value,
    id: '',
    headingInSource: null,
    title: null,
    section: walk.section?.heading ?? null,
    text: '',
    line: line.number,
    pieces: [],
    indicators: [],
    details: [],
  }
  walk.draft.actions.push(action)
  walk.byNumber.set(String(value), action)
  walk.action = action
  walk.mode = 'action'
  walk.list = undefined
  walk.sectionList = undefined
  return action
}

/** A new indicator of the current action, or of the plan as a whole. Its id is given when all are known. */
export const newIndicator = (walk: Walk, line: number, marker: string, pieces: Piece[]): Indicator => {
  const indicator: Indicator = {
    id: walk.action === undefined ? (walk.section?.number ?? '') : '',
    text: '',
    unit: 'other',
    line,
    marker,
    pieces,
  }
  if (walk.action === undefined) walk.draft.indicators.push(indicator)
  else walk.action.indicators.push(indicator)
  if (walk.list?.heading !== undefined) walk.list.heading.count++
  return indicator
}
