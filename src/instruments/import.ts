// Plan text → structured plan. Pure: text in, plan out.

import { basename } from 'node:path'
import { sha256Of } from '../formats/canonical.ts'
import { problem } from '../problem.ts'
import { buildDraft, isRule } from './build.ts'
import { checkText } from './decode.ts'
import { raisedSigns } from './footnotes.ts'
import { findFurniture } from './furniture.ts'
import { isBlank, type Line, splitLines } from './lines.ts'
import { type Mark, readMark } from './marks.ts'
import { giveIds } from './numbering.ts'
import { findOddities } from './oddities.ts'
import { joinDetails } from './part-tables.ts'
import { readParted } from './parted.ts'
import { findLeftovers, findWrapWidth } from './passages.ts'
import { lineWords } from './places.ts'
import type { Indicator, Plan } from './plan.ts'
import { findSections, type Scan } from './sections.ts'
import type { PlanSource } from './source.ts'
import { findSpacedTables } from './spaced-tables.ts'
import { findActionWord, findOtherActions, findWordActions } from './style.ts'
import { settleTables } from './table-use.ts'
import { findTables, type Table } from './tables.ts'
import { findTitle, titleOf } from './title.ts'
import { unitOf } from './unit.ts'
import { annexHeading } from './vocabulary.ts'
import type { Document, Draft } from './walk.ts'
import { findWordingAnomalies } from './wording.ts'
import { allPieces } from './write.ts'

const lookedFor =
  'headings such as "Action #12", "Action 12:", "Commitment 3" or "Recommendation 4", numbered paragraphs with indicators below them, ' +
  'list items in a section of actions or commitments, a table with a column of actions, or the parts of a pledge: lines of their own such as ' +
  '"Objectives:", "Action plan:", "Indicators:" above what belongs to each'

/**
 * Reads a commitments document into a plan: plain text or Markdown, or the lines of a decoded DOCX or PDF. `fileName`
 * names it in errors.
 * Knows the genre, not one document; what it cannot place is in `unplaced`, with its line.
 * Throws `input-unreadable` for what is not text and `input-rejected` where no action is found.
 */
export const importPlan = (source: string | PlanSource, fileName: string): Plan => {
  const decoded = typeof source === 'string' ? undefined : source
  const body = checkText(typeof source === 'string' ? source : source.text, fileName)
  const doc = readDocument(body, decoded)
  const draft = buildDraft(doc)
  if (draft.actions.length === 0)
    throw problem(
      'input-rejected',
      `${fileName}: no action was found, so this does not read as a plan. Looked for ${lookedFor}. Write such a heading above what is promised, in a copy of the text, and give that.`,
      [
        { file: fileName, message: 'no action found', expected: lookedFor },
        // A table that could not be read soundly is why, more often than not.
        ...draft.unplaced.slice(0, 20).map(({ line, text }) => ({
          file: fileName,
          ...(decoded === undefined ? { line } : { path: lineWords(decoded.places, line) }),
          message: `could not be placed: ${text}`,
        })),
      ],
    )
  setUnits(draft.indicators)
  for (const action of draft.actions) setUnits(action.indicators)
  if (doc.parts !== undefined) joinDetails(draft)
  const numbering = giveIds(draft)
  const anomalies = [
    ...(decoded?.anomalies ?? []),
    ...usualGaps(draft),
    ...doc.oddParts,
    ...numbering,
    ...findOddities(doc, draft),
    ...findWordingAnomalies(draft),
  ]
  for (const leftover of findLeftovers(doc.lines, allPieces({ ...draft }))) {
    // Table rules, asterisks and the like go back where they were; words are listed.
    if (/[\p{L}\p{N}]/u.test(leftover.text.replace(/<br\s*\/?>/gi, ''))) draft.unplaced.push(leftover)
    else draft.layout.push(leftover)
  }
  const title = titleOf(doc)
  if (title === undefined) anomalies.push({ line: 1, kind: 'no-title', text: basename(fileName) })
  const { headings: _, ...elements } = draft
  return {
    title: title ?? basename(fileName).replace(/\.[a-z]{1,8}$/i, ''),
    ...elements,
    unplaced: draft.unplaced.sort((a, b) => a.line - b.line),
    anomalies: anomalies.sort((a, b) => a.line - b.line),
    sha256: decoded?.sha256 ?? sha256Of(body),
    inParts: doc.parts !== undefined,
    lineCount: doc.lines.length,
    ...(decoded === undefined ? {} : { places: decoded.places, format: decoded.format }),
  }
}

// Where lists are set with blank lines throughout, a blank line between two items says nothing.
const usualGaps = (draft: Draft) => {
  const items =
    draft.indicators.length + draft.actions.reduce((sum, action) => sum + action.indicators.length, 0)
  const gaps = draft.anomalies.filter((anomaly) => anomaly.kind === 'list-interrupted').length
  return gaps * 10 > items
    ? draft.anomalies.filter((anomaly) => anomaly.kind !== 'list-interrupted')
    : draft.anomalies
}

const setUnits = (indicators: Indicator[]) => {
  for (const indicator of indicators) indicator.unit = unitOf(indicator.text)
}

const readDocument = (body: string, decoded: PlanSource | undefined): Document => {
  const lines = splitLines(body)
  const marks = lines.map(readMark)
  markUnderlined(lines, marks)
  const { page, contents } = findFurniture(lines)
  for (const line of decoded?.page ?? []) page.add(line)
  for (const line of decoded?.contents ?? []) contents.add(line)
  const inTable = new Set<number>()
  const tables = new Map<number, Table>()
  const hold = (table: Table) => {
    tables.set(table.first, table)
    for (let n = table.first; n <= table.last; n++) inTable.add(n)
  }
  findTables(lines).forEach(hold)
  findSpacedTables(lines, (line) => page.has(line.number) || inTable.has(line.number)).forEach(hold)
  const skip = (line: Line) =>
    page.has(line.number) || contents.has(line.number) || inTable.has(line.number) || isRule(line)
  const word = findActionWord(lines, marks, skip)
  const wordActions = word === undefined ? new Set<number>() : findWordActions(lines, marks, skip, word)
  const raised = new Set<string>()
  const words = new Set<string>()
  for (const line of lines) {
    if (line.plain.length > 20_000) continue
    for (const sign of raisedSigns(line.plain)) raised.add(sign)
    for (const found of line.plain.toLowerCase().match(/\p{L}+(?:-\p{L}+)*/gu) ?? []) words.add(found)
  }
  const parted = readParted({
    ...{ lines, marks, skip, byWord: wordActions, word, tables, raised },
    isWrapped: (headings) =>
      findWrapWidth(lines, (i) => isPlainText(lines[i]!, marks[i]!, headings, new Set())) > 0,
  })
  const partLines = new Set(parted?.headings.map(({ line }) => line))
  const title = findTitle(
    lines,
    (line) => page.has(line.number) || isRule(line),
    (line) => skip(line) || wordActions.has(line.number) || partLines.has(line.number),
  )
  const scan: Scan = {
    lines,
    marks,
    skip,
    isAction: (line) => wordActions.has(line.number),
    actionWord: word,
    title,
  }
  let sections = findSections(scan)
  const actions =
    parted !== undefined
      ? new Set<number>()
      : settleTables([...tables.values()], {
          byWord: wordActions,
          find: () => findOtherActions(lines, marks, skip, sections),
          annex: [...sections.keys()].find((n) =>
            annexHeading.test(lines[n - 1]!.plain.slice(marks[n - 1]!.start)),
          ),
        })
  if (actions !== wordActions)
    sections = findSections({ ...scan, isAction: (line) => actions.has(line.number) })
  for (const line of actions) sections.delete(line)
  return {
    lines,
    marks,
    page,
    contents,
    tables,
    sections,
    actions,
    title,
    raised,
    parts: parted && new Map(parted.headings.map((heading) => [heading.line, heading])),
    items: parted?.items,
    oddParts: parted?.anomalies ?? [],
    hasNotes: decoded?.hasNotes ?? false,
    byWord: wordActions.size > 0,
    wrapWidth: findWrapWidth(lines, (i) => isPlainText(lines[i]!, marks[i]!, sections, actions)),
    knows: (w) => words.has(w),
  }
}

// "Title" above "=====" or "-----" is a Markdown heading.
const markUnderlined = (lines: Line[], marks: Mark[]) => {
  lines.forEach((line, i) => {
    const below = lines[i + 1]?.plain ?? ''
    const isTitle =
      line.plain !== '' && line.plain.length <= 200 && !isRule(line) && marks[i]!.list?.style !== 'bullet'
    const level = /^={3,200}$/.test(below) ? 1 : /^-{3,200}$/.test(below) ? 2 : 0
    if (isTitle && level > 0 && !line.plain.includes('|') && (i === 0 || isBlank(lines[i - 1]!)))
      marks[i]!.level = level
  })
}

const isPlainText = (
  line: Line,
  mark: Mark,
  sections: { has: (line: number) => boolean },
  actions: Set<number>,
): boolean =>
  mark.list === undefined && mark.level === 0 && !sections.has(line.number) && !actions.has(line.number)
