// The sections below the table of a status page, and in each the participants with what stands under their names. By
// the page's own element ids; on a page whose ids are lost, by what its lines say.
import { attribute, elementsOf, type HtmlElement, lineOf, oneLine } from './html.ts'
import type { StatementKind } from './statement-heading.ts'
import { type StatementLine, statementLines } from './statement-lines.ts'
import { dayPattern } from './status-date.ts'

export type StatementSection = {
  /** As the page has it, without footnote marks; null where a section has no title. */
  title: string | null
  /** What stands in brackets below the title, such as "(Unless otherwise indicated, …)". */
  rule: string | null
  /** What is in it, where neither title nor heading says more. */
  kind: StatementKind
}

export type StatementEntry = {
  section: StatementSection
  name: string
  marks: string[]
  line: number
  lines: StatementLine[]
}

export type StatementParts = { sections: StatementSection[]; entries: StatementEntry[] }

const idOf = (element: HtmlElement): string => attribute(element, 'id') ?? ''

/** The last part of an element's id: `dgDec_ctl02_divText` gives grid `dgDec` and part `divText`. */
const partOf = (element: HtmlElement): { grid: string; part: string } | undefined => {
  const found = /(?:^|_)(dg[A-Za-z]+)_ctl\d+_([A-Za-z0-9]+)$/.exec(idOf(element))
  return found === null ? undefined : { grid: found[1]!, part: found[2]! }
}

const titleIds = /(?:^|_)(divMainDecTi\w+|divMainObjTi\w+|divMainDecArt|divMainNotif\w*|div1)$/
const ruleIds = /(?:^|_)(divDecTi\w+|divObjTi\w+|divDecArt|divNotif\w*Ti\w+|div2)$/

const kindOfGrid = (grid: string): StatementKind => {
  if (/^dgObj/i.test(grid)) return 'objection'
  if (/^dgDecUnder/i.test(grid)) return 'declaration'
  return /^dgNotif/i.test(grid) ? 'notification' : 'unclear'
}

/** What a section's title says is in it; undefined where it says several things, or none. */
const kindOfTitle = (title: string): StatementKind | undefined => {
  const kinds: StatementKind[] = []
  if (/\bobjections?\b/i.test(title)) return 'objection'
  if (/\bdeclarations?\b/i.test(title)) kinds.push('declaration')
  if (/\breservations?\b/i.test(title)) kinds.push('reservation')
  if (/\bunderstandings?\b/i.test(title)) kinds.push('understanding')
  if (/\bstatements?\b/i.test(title)) kinds.push('statement')
  if (/\bnotifications?\b/i.test(title)) kinds.push('notification')
  if (/\b(communications?|observations?)\b/i.test(title)) kinds.push('communication')
  if (/\bterritorial application\b/i.test(title)) kinds.push('territorial-application')
  return kinds.length > 1 ? 'unclear' : kinds[0]
}

const sectionOf = (title: string, rule: string, grid: string): StatementSection => ({
  title: title === '' ? null : title,
  rule: rule === '' ? null : rule,
  kind: kindOfTitle(title) ?? kindOfGrid(grid),
})

const wordsOf = (element: HtmlElement): string =>
  statementLines(element)
    .map((line) => line.text)
    .join(' ')

/** Footnotes written as plain figures after a name, as pages without superscripts have them. */
const withoutFigures = (words: string): { name: string; marks: string[] } => {
  const found = /^(.*?\D)\s*\[?(\d{1,3}(?:\s*,\s*\d{1,3})*)\s*,?\]?$/s.exec(words)
  if (found === null) return { name: words.trim(), marks: [] }
  return { name: found[1]!.trim(), marks: found[2]!.split(/\s*,\s*/) }
}

/** The entries whose elements carry the ids of the collection. */
const byIds = (root: HtmlElement): StatementParts => {
  const sections: StatementSection[] = []
  const entries: StatementEntry[] = []
  let title = ''
  let rule = ''
  let section: { grid: string; is: StatementSection } | undefined
  for (const element of elementsOf(root)) {
    const id = idOf(element)
    if (titleIds.test(id)) {
      title = withoutFigures(wordsOf(element)).name
      rule = ''
      section = undefined
      if (title !== '') sections.push(sectionOf(title, '', ''))
    } else if (ruleIds.test(id)) {
      rule = wordsOf(element)
      if (title !== '' && sections.length > 0) sections[sections.length - 1] = sectionOf(title, rule, '')
    }
    const own = partOf(element)
    if (own === undefined || /notes/i.test(own.grid)) continue
    if (/Participant$/.test(own.part)) {
      if (section === undefined || section.grid !== own.grid) {
        // A title belongs to the first list of participants after it.
        section = { grid: own.grid, is: sectionOf(title, rule, own.grid) }
        if (title !== '' && sections.length > 0) sections[sections.length - 1] = section.is
        else sections.push(section.is)
        title = ''
        rule = ''
      }
      const lines = statementLines(element)
      const words = withoutFigures(lines.map((line) => line.text).join(' '))
      const marks = [...words.marks, ...lines.flatMap((line) => line.marks)]
      if (words.name === '') continue
      entries.push({ section: section.is, name: words.name, marks, line: lineOf(element), lines: [] })
    } else if (/Text$/.test(own.part) && entries.length > 0 && section?.grid === own.grid) {
      entries.at(-1)!.lines.push(...statementLines(element))
    }
  }
  return { sections, entries }
}

const sectionTitle =
  /^(?:interpretative |other )?(?:declarations?|reservations?|understandings?|objections?|statements?|notifications?|communications?)(?:(?:,| and|, and|&)\s*(?:declarations?|reservations?|understandings?|objections?|statements?|notifications?|communications?))*(?:\s+(?:made|recogni[sz]ing|under|relating|concerning|in accordance|pursuant)\b.{0,160})?$/i
const ruleLine = /^\((?:unless otherwise|declarations? (?:of|recogni))/i
const endOfSections = /^(?:end notes?|notes?|territorial applications?|participants?)\s*[:.]?\s*\d*$/i

/** Words in quotation marks, or that end in a colon, are no name that stands alone. */
const couldBeName = /^[\p{Lu}[][^“”"«»:;…]{0,79}$/u

/** The entries of a page that has lost its ids: a line that is a title, then lines that are a participant's name alone. */
const byWords = (
  root: HtmlElement,
  table: HtmlElement,
  isName: (words: string) => boolean,
): StatementParts => {
  const sections: StatementSection[] = []
  const entries: StatementEntry[] = []
  let section: StatementSection | undefined
  const lines = statementLines(root, table)
  const namesOne = (line: StatementLine | undefined): boolean => {
    const name = line === undefined ? '' : withoutFigures(line.text).name
    return couldBeName.test(name) && isName(name)
  }
  // The same word may stand alone among a participant's words; a title has its rule, or a name, below it.
  const isTitle = (at: number): boolean =>
    lines[at]!.role !== 'heading' &&
    !/:$/.test(lines[at]!.text) &&
    sectionTitle.test(withoutFigures(lines[at]!.text).name) &&
    (/^\(/.test(lines[at + 1]?.text ?? '') ||
      ruleLine.test(lines[at + 2]?.text ?? '') ||
      namesOne(lines[at + 1]))
  for (const [at, line] of lines.entries()) {
    const { name, marks } = withoutFigures(line.text)
    if (endOfSections.test(line.text)) {
      if (section !== undefined) break
    } else if (isTitle(at)) {
      section = sectionOf(name, '', '')
      sections.push(section)
    } else if (section === undefined) continue
    else if (section.rule === null && entries.at(-1)?.section !== section && ruleLine.test(line.text)) {
      section.rule = line.text
    } else if (namesOne(line)) {
      const last = entries.at(-1)
      const isAgain = last?.name === name && last.section === section && last.lines.length === 0
      if (!isAgain) {
        entries.push({ section, name, marks: [...marks, ...line.marks], line: line.line, lines: [] })
      }
    } else if (entries.at(-1)?.section === section) entries.at(-1)!.lines.push(line)
    else if (section.rule === null || !section.rule.endsWith(')'))
      section.rule = oneLine(`${section.rule ?? ''} ${line.text}`)
  }
  return { sections, entries }
}

const dayAlone = new RegExp(`^\\(?(?:on )?${dayPattern}\\)?\\*?$`, 'i')

/** A day that is alone on its line, on a page that sets nothing at the right margin. */
const withDates = (parts: StatementParts): StatementParts => {
  if (parts.entries.some((entry) => entry.lines.some((line) => line.role === 'date'))) return parts
  for (const { lines } of parts.entries)
    for (const line of lines) if (dayAlone.test(line.text)) line.role = 'date'
  return parts
}

/** The element that holds all such sections, empty or not, on a page saved in full. */
const holder = /(?:^|_)(?:tblMain|divParentDecTi\w+|divMainDecTi\w+|dgDec)$/

/**
 * The sections below the table of participants and their entries; undefined on a page saved without that part, which
 * does not say that there are none. `isName`: whether words are the name of a participant.
 */
export const readStatementParts = (
  root: HtmlElement,
  table: HtmlElement,
  isName: (words: string) => boolean,
): StatementParts | undefined => {
  const own = byIds(root)
  if (own.entries.length > 0) return withDates(own)
  const read = byWords(root, table, isName)
  if (read.entries.length > 0) return withDates(read)
  return elementsOf(root).some((element) => holder.test(idOf(element))) ? own : undefined
}
