// What a document is made of, before it is HTML, PDF or DOCX: blocks in reading order. Whoever writes a document builds
// these; each format renders the same ones, so that all three say the same.

/** A stretch of words in one language and one voice. Always text: no format reads markup in it. */
export type Run = {
  text: string
  /** BCP 47, where it is not the document's. */
  language?: string
  strong?: boolean
  emphasis?: boolean
  /** A web address. */
  link?: string
  /** A footnote that hangs on the end of this stretch. */
  note?: Run[]
}

export type Heading = {
  kind: 'heading'
  /** 1: a section or annex, begins a page. 2: an action. 3: an indicator. */
  level: 1 | 2 | 3
  runs: Run[]
  /** What stands in the contents list; level 3 stays out of it. */
  inContents: boolean
  /** A section's heading begins a page, unless the one before it has nothing to show. */
  samePage?: boolean
}

export type Paragraph = {
  kind: 'paragraph'
  /** `figure` is the answer, larger; `note` is smaller; `lead` stays with the table it introduces. */
  style: 'body' | 'lead' | 'figure' | 'note'
  runs: Run[]
}

/** Words of a plan or of a source, as they stand. */
export type Verbatim = { kind: 'verbatim'; runs: Run[] }

export type Picture = {
  /** SVG in black, white and greys. */
  svg: string
  widthMm: number
  heightMm: number
  /** The same in words. */
  alt: string
}

/** Pictures beside each other; below each other where there is no room. */
export type Pictures = { kind: 'pictures'; pictures: Picture[] }

export type Cell = { runs: Run[] } | { picture: Picture }

export type Column = {
  head: Run[]
  /** Share of the width. */
  width: number
  align: 'start' | 'end'
}

/** Either a row of cells, one a column, or a line across all columns that names what follows. */
/** `isPart`: it tells a part of what the row above tells, as a step of an action, and is no entry of its own. */
export type Row = { cells: Cell[]; isPart?: boolean } | { group: Run[] }

export type Table = {
  kind: 'table'
  caption: Run[]
  columns: Column[]
  rows: Row[]
  /** Closely set, for tables of many columns. */
  small: boolean
  /** A short table that stands on one page. */
  whole?: boolean
}

/** Labels with what they stand for, such as the facts of the cover. */
export type Facts = { kind: 'facts'; rows: { label: Run[]; value: Run[] }[] }

export type Box = { kind: 'box'; blocks: Paragraph[] }

/** A committee's words, or the empty place for them. */
export type Commentary = {
  kind: 'commentary'
  title: Run[]
  /** What stands in the place while nobody has commented. */
  empty: Run[]
  entries: { runs: Run[]; by: Run[] }[]
}

/** Blocks that stand on one page together. */
export type Keep = { kind: 'keep'; blocks: Block[] }

export type Block = Heading | Paragraph | Verbatim | Pictures | Table | Facts | Box | Commentary | Keep

export type DocumentView = {
  /** BCP 47. */
  language: string
  title: string
  subject: string
  /** Who made it: never a person. */
  author: string
  /** The day its figures were known, YYYY-MM-DD: a document made again is the same to the byte. */
  date: string
  cover: {
    /** Said above everything else of a fictional world or a draft. */
    notices: Run[][]
    kicker: Run[]
    title: Run[]
    subtitle: Run[]
    facts: Facts
    about: Paragraph[]
  }
  /** At the head of every page. */
  running: { start: string; end: string }
  words: {
    contents: string
    /** With {n} and {N}. */
    page: string
    /** Characters that the fonts shipped have no glyph for are listed behind this. */
    missing: string
    notes: string
    /** From a note to its place. */
    back: string
  }
  blocks: Block[]
}

export const heading = (level: Heading['level'], runs: Run[], inContents = true): Heading => ({
  kind: 'heading',
  level,
  runs,
  inContents,
})

export const paragraph = (style: Paragraph['style'], runs: Run[]): Paragraph => ({
  kind: 'paragraph',
  style,
  runs,
})
