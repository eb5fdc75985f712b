// The lines under a participant's name as drafts of statements: where one ends and the next begins.
import {
  type HeadingRead,
  isBareHeading,
  readHeading,
  type StatedAct,
  type StatementKind,
} from './statement-heading.ts'
import type { StatementLine } from './statement-lines.ts'
import type { StatementEntry } from './statement-sections.ts'
import { dayOf } from './status-date.ts'

/** A statement being put together from its lines. */
export type StatementDraft = {
  kinds: StatementKind[]
  headings: string[]
  upon: StatedAct | null
  confirmedUpon: StatedAct | null
  date: StatementLine | undefined
  words: string[]
  marks: string[]
  line: number
  /** It stands below a heading that names an act for all that follows. */
  isBelowAct: boolean
  /** It is one of a list of objections, and names itself whom it is against. */
  isItem: boolean
}

const monthsElsewhere: Record<string, string> = {
  janvier: 'January',
  fevrier: 'February',
  mars: 'March',
  avril: 'April',
  mai: 'May',
  juin: 'June',
  juillet: 'July',
  aout: 'August',
  septembre: 'September',
  octobre: 'October',
  novembre: 'November',
  decembre: 'December',
}

/** The day of a line at the right margin; undefined where it is none. */
export const dayOfLine = (text: string): string | undefined => {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '')
  const found = /^\W*(?:on\s+)?(\d{1,2})(?:st|nd|rd|th|er)?\s*([A-Za-z]{3,9})\.?,?\s*(\d{4})\W*$/i.exec(plain)
  if (found === null) return undefined
  return dayOf(found[1]!, monthsElsewhere[found[2]!.toLowerCase()] ?? found[2]!, found[3]!)
}

const looksLikeDate = (text: string): boolean => /\d/.test(text) && text.length < 40

const startDraft = (line: number): StatementDraft => ({
  kinds: [],
  headings: [],
  upon: null,
  confirmedUpon: null,
  date: undefined,
  words: [],
  marks: [],
  line,
  isBelowAct: false,
  isItem: false,
})

/** One item of a list of objections: "- 25 July 1991: with regard to the reservation made by …". */
const listedObjection =
  /^(?:[-–—•*]|\(?[ivxl]+\))\s*(\d{1,2}\s+[A-Za-z]{3,9}\s+\d{4})\s*:?\s*(?:with regard|in respect|concerning|to the)/i

/**
 * The lines of an entry as drafts: a new one begins at a date, at a heading that says what follows, at an item of a list.
 * Every line stands in one of them, among its words or its headings, or is its date.
 */
export const draftsOf = (entry: StatementEntry): StatementDraft[] => {
  const isObjection = entry.section.kind === 'objection'
  const drafts: StatementDraft[] = []
  /** "Upon signature:", and what it says of all that stands below it. */
  let act: Pick<StatementDraft, 'headings' | 'upon' | 'confirmedUpon'> | undefined
  let date: StatementLine | undefined
  let list: string | undefined
  let draft = startDraft(entry.line)
  const hasWords = () => draft.words.length > 0
  // The heading of an act stands above all that follows; it is told where nothing has told it yet.
  const hasHeading = () =>
    draft.headings.length >
    (draft.isBelowAct && drafts.some((one) => one.headings[0] === draft.headings[0]) ? 1 : 0)
  const next = (line: number) => {
    if (hasWords() || hasHeading() || (draft.date !== undefined && draft.date !== date)) drafts.push(draft)
    draft = { ...startDraft(line), date, isBelowAct: act !== undefined, ...act }
    draft.headings = [...(act?.headings ?? [])]
  }
  const readDate = (line: StatementLine) => {
    // A date below its heading; the one above belonged to what stood before the heading.
    const isOwn = draft.date !== undefined && !drafts.some((one) => one.date === draft.date)
    if (!hasWords() && hasHeading() && !isOwn) draft.date = line
    else {
      act = undefined
      list = undefined
      const isAlone = draft.date !== undefined && !hasWords() && !hasHeading()
      date = line
      if (isAlone) drafts.push(draft)
      if (isAlone) draft = { ...startDraft(line.line), date }
      else next(line.line)
    }
    date = line
    draft.marks.push(...line.marks)
  }
  const readAct = (line: StatementLine, read: HeadingRead) => {
    // What a date above belongs to was said on it; another act is another day.
    if (hasWords()) date = undefined
    act = undefined
    if (hasWords() || hasHeading()) next(line.line)
    act = { headings: [line.text], upon: read.upon, confirmedUpon: read.confirmedUpon }
    draft = { ...draft, ...act, headings: [line.text], date, isBelowAct: true, line: line.line }
  }
  const readKind = (line: StatementLine, read: HeadingRead) => {
    const namesAct = read.upon !== null || read.confirmedUpon !== null
    // "Reservation made upon ratification:" below what was said upon signature is of another act.
    if (namesAct && hasWords()) act = undefined
    if (hasWords()) next(line.line)
    draft.headings.push(line.text)
    draft.kinds.push(...read.kinds.filter((kind) => !draft.kinds.includes(kind)))
    if (namesAct) {
      draft.upon = read.upon
      draft.confirmedUpon = read.confirmedUpon
    }
  }
  const readHead = (line: StatementLine): boolean => {
    const read = readHeading(line.text, isObjection)
    if (read.is === 'other') return false
    list = undefined
    if (read.is === 'act') readAct(line, read)
    else if (read.is === 'list') {
      next(line.line)
      list = line.text
      draft.headings.push(line.text)
    } else readKind(line, read)
    draft.marks.push(...line.marks)
    return true
  }
  const readItem = (line: StatementLine, on: string) => {
    // The heading of the list stands above each of its items.
    if (hasWords()) next(line.line)
    draft = { ...startDraft(line.line), isItem: true, kinds: ['objection'], date: { ...line, text: on } }
    draft.words = [line.text]
    draft.marks = [...line.marks]
    draft.headings = list === undefined ? [] : [list]
  }
  for (const line of entry.lines) {
    const isDate = line.role === 'date' && (dayOfLine(line.text) !== undefined || looksLikeDate(line.text))
    const isHead = line.role === 'heading' || isBareHeading(line.text)
    const item = isObjection ? listedObjection.exec(line.text) : null
    if (isDate) readDate(line)
    else if (isHead && readHead(line)) continue
    else if (item !== null) readItem(line, item[1]!)
    else {
      draft.words.push(line.text)
      draft.marks.push(...line.marks)
    }
  }
  if (hasWords() || hasHeading() || entry.lines.some((line) => line === draft.date)) drafts.push(draft)
  return drafts
}
