// The structured form of a commitments document: what was promised, in the words it was promised in.
// Every character of the source lies in exactly one element, so that writePlan can give the source back.

import { type SourcePlace, withPlaces } from './places.ts'

/** A run of source characters: `line` from 1, `column` the offset in that line from 0. */
export type Piece = { line: number; column: number; raw: string }

/** Something the source says, verbatim (runs of white space aside), with the line it starts on. */
export type Passage = { text: string; line: number; pieces: Piece[] }

export type Unit = 'percentage' | 'number' | 'yes/no' | 'other'

/** The same words in another language, as the document has them beside. */
export type OtherWords = { language: string; text: string; line: number }

/** `marker` is what the list put before it ("-", "(a)", "1."), empty where there was nothing. */
export type Indicator = Passage & { id: string; unit: Unit; marker: string; translations?: OtherWords[] }

/** A labelled remark under an action, or a further column of its table: "Responsible", "Timeline". */
export type Detail = Passage & { label: string }

export type Action = Passage & {
  /** The number in the source: an integer where it is one, otherwise as written ("5a", "1.1", "5 bis"). */
  number: number | string
  /** Unique in the plan; the number, qualified by its section where numbering starts anew in each. */
  id: string
  /** The heading as written; null where the action is a list item or a row without a number of its own. */
  headingInSource: string | null
  /** Words of the heading, where it has a title beside its number. */
  title: string | null
  /** The heading of its section as written, null before the first. */
  section: string | null
  indicators: Indicator[]
  details: Detail[]
  translations?: OtherWords[]
}

/** A chapeau or other paragraph; `number` is null where the source has none. */
export type Paragraph = Passage & { number: string | null }

/** A list that is neither actions nor indicators, such as best practices; `lead` is the paragraph before it. */
export type PlanList = { lead: string | null; items: (Passage & { marker: string })[] }

export type Section = {
  number: string | null
  title: string
  /** Number and title as written. */
  heading: string
  level: number
  line: number
  pieces: Piece[]
  paragraphs: Paragraph[]
  lists: PlanList[]
}

export type Footnote = Passage & { marker: string; referencedOn: number[] }

/** Something odd in the text, which is kept as it is. `kind` is one of `anomalyKinds`. */
export type Anomaly = { line: number; kind: AnomalyKind; text: string }

/** The kinds of oddity, each in words. */
export const anomalyKinds = {
  'heading-without-number-sign': 'an action heading lacks the "#" the others have',
  'space-after-number-sign': 'an action heading has a space after "#", the others have none',
  'heading-style': 'an action heading is written differently from the others',
  'empty-bullet': 'a list item without text',
  'broken-sentence': 'a sentence is broken across a blank line or a page',
  'paragraph-among-items':
    'a paragraph among the items of a part: kept as a paragraph, and counted as no item',
  'divided-paragraph':
    'a paragraph without bullets: each of its clauses is read as an indicator; begin each with a bullet or a number to say otherwise',
  'paragraphs-as-actions':
    'no bullets and no numbers in this part: each paragraph is read as an action; begin each with a bullet or a number to say otherwise',
  'part-without-items': 'no item was found in this part; begin each with a bullet or a number',
  'no-action-part':
    'no part of actions was found, so what the objectives say is read as the actions; add a heading "Action plan" where they stand',
  'said-twice':
    'each thing is said in two languages, one after the other: every second text is read as the other words of the one before it',
  'columns-joined': 'further columns of a table: kept in brackets behind the text, each with its name',
  'list-interrupted': 'a blank line stands inside a list that has none elsewhere',
  'missing-full-stop': 'a text lacks the full stop that texts of its kind have here',
  'page-furniture': 'a page header, footer or number',
  'table-of-contents': 'a line of a table of contents',
  'malformed-footnote-marker': 'a footnote marker without its sign',
  'footnote-without-reference': 'a footnote nothing refers to',
  'reference-without-footnote': 'a footnote marker without its footnote',
  'indicator-heading-number': 'the heading says one indicator and several follow, or the other way round',
  'indicators-without-heading': 'indicators follow an action without a heading of their own',
  'action-without-text': 'an action heading without text',
  'action-without-number': 'an action the source does not number; numbered here in order',
  'duplicate-action-number': 'two actions have one number',
  'numbering-gap': 'action numbers jump',
  'numbering-order': 'action numbers go back',
  'numbering-restarts': 'action numbers start anew in a section, so ids are qualified by the section',
  'duplicate-text': 'the same text stands twice',
  'doubled-word': 'a word stands twice',
  'hyphen-then-space': 'a space follows a hyphen inside a word',
  'line-end-hyphen': 'a word is divided at the end of a line',
  'line-after-full-stop':
    'a line of an indicator begins a new sentence; the page does not show whether it is another indicator',
  capitalisation: 'a term is written small that is otherwise written with capitals',
  'term-variant': 'a term is written in two ways; this is the rarer one',
  'spelling-variant': 'a word is spelled in two ways; this is the rarer one',
  grammar: 'the grammar is broken in a way that can be named',
  punctuation: 'a bracket, quotation mark or space is missing or too many',
  'wrong-characters': 'characters that come from a wrong decoding',
  'no-title': 'no title was found; the file name stands for it',
  'unplaced-layout': 'layout that could not be placed',
  'inserted-words': 'words marked as inserted by track changes; they are in the text here',
  'deleted-words': 'words marked as deleted by track changes; they are not in the text here',
  'hidden-words': 'words set as hidden; they are not in the text here',
  'struck-words': 'words struck through, but not by track changes; they are in the text here',
  comment: 'a comment in the margin; it is no part of the text',
  'not-read': 'something that is no text, so what it shows is not read',
} as const

export type AnomalyKind = keyof typeof anomalyKinds

/** A text the importer could not place, with its line. Never dropped. */
export type Unplaced = { line: number; text: string; pieces: Piece[] }

export type Plan = {
  title: string
  sections: Section[]
  actions: Action[]
  /** Indicators of the plan as a whole, which hang on no action. */
  indicators: Indicator[]
  footnotes: Footnote[]
  frontMatter: Passage[]
  anomalies: Anomaly[]
  unplaced: Unplaced[]
  /** Headings of indicator lists, page furniture and marks of layout: not content, kept for the way back. */
  layout: Passage[]
  /** SHA-256 of the source text in UTF-8; of the file's bytes where it is a DOCX or a PDF. */
  sha256: string
  /** Read as a pledge in parts: objectives, action plan, indicators, resources. */
  inParts: boolean
  lineCount: number
  /** Where each line stands in a DOCX or PDF; lines of a text stand where their number says. */
  places?: SourcePlace[]
  format?: 'docx' | 'pdf'
}

/** The plan as `plan import --json` prints it: without the pieces, and for a DOCX or PDF with the place of each part. */
export const planJson = (plan: Plan) => {
  const bare = plainJson(plan)
  return plan.places === undefined ? bare : { ...withPlaces(bare, plan.places), format: plan.format }
}

const plainJson = (plan: Plan) => {
  const bare = <T extends { pieces: Piece[] }>({ pieces: _, ...rest }: T): Omit<T, 'pieces'> => rest
  return {
    title: plan.title,
    sections: plan.sections.map((section) => ({
      ...bare(section),
      paragraphs: section.paragraphs.map(bare),
      lists: section.lists.map((list) => ({ ...list, items: list.items.map(bare) })),
    })),
    actions: plan.actions.map((action) => {
      const { number, section, text, indicators, details, ...rest } = bare(action)
      return {
        number,
        section,
        text,
        indicators: indicators.map(indicatorJson),
        ...rest,
        details: details.map(bare),
      }
    }),
    indicators: plan.indicators.map(indicatorJson),
    footnotes: plan.footnotes.map(bare),
    frontMatter: plan.frontMatter.map(bare),
    anomalies: plan.anomalies,
    unplaced: plan.unplaced.map(bare),
    sha256: plan.sha256,
  }
}

const indicatorJson = ({ id, text, unit, line, marker, translations }: Indicator) => ({
  ...{ id, text, unit, line, marker },
  ...(translations === undefined ? {} : { translations }),
})
