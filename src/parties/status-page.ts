// A status page of the UN Treaty Collection, as published, as status events. Written for the format, not for one
// treaty: the columns are read from the headings. What cannot be placed is listed, never dropped and never guessed.
import { decodeText } from '../formats/text.ts'
import { type Issue, problem } from '../problem.ts'
import { shippedOthers, shippedStates } from './actor.ts'
import { shippedEffectiveFacts } from './effective-facts.ts'
import { elementsOf, type HtmlElement, isClosed, lineOf, parseHtml, textOf } from './html.ts'
import { nameKey, resolveActor } from './names.ts'
import { type PageStatements, readPageStatements } from './statement-page.ts'
import { checkStatusPage, withoutRepeated } from './status-check.ts'
import { faultsOf, type PageDoubts } from './status-faults.ts'
import { idEndsWith, readStatusHead, type StatusHead } from './status-head.ts'
import { type EndNote, readEndNotes, readNoteActs } from './status-notes.ts'
import { eventsOfRow, namesOf, type PageEvent, type RowContext, type StatusReference } from './status-row.ts'
import {
  marksOf,
  otherTableRows,
  type ParticipantRow,
  participantTables,
  readParticipantTable,
  type Unplaced,
} from './status-table.ts'
import { shippedTreaties } from './treaty.ts'
import { shippedTreatyIds, treatyIdOf } from './treaty-ids.ts'

export type { PageEvent, StatusReference } from './status-row.ts'

export type StatusPage = {
  treaty: { id: string } & Omit<StatusHead, 'asOf'> & {
      asOf: string
      address: string | null
      /** The headings of the table, in the page's words. */
      columns: string[]
      /** Notes to the page as a whole. */
      notes: EndNote[]
    }
  events: PageEvent[]
  /** Declarations, reservations, objections and the like; null on a page saved without that part. */
  statements: PageStatements | null
  unplaced: Unplaced[]
  /** Where the page's own counts, or the treaty's rules, differ from what its rows and notes say. */
  warnings: string[]
  /** What storing the page is decided by. */
  doubts: PageDoubts
}

/** The reference data that ships with Pacta. */
export const shippedReference = (): StatusReference => ({
  states: shippedStates(),
  others: shippedOthers(),
  treaties: [...shippedTreaties()],
  treatyIds: shippedTreatyIds(),
  effectiveFacts: shippedEffectiveFacts(),
})

/** Largest page, in bytes; the longest page of the collection has 3 MB. */
const largestPage = 32 * 1024 * 1024

const refuse = (fileName: string, issues: Omit<Issue, 'file'>[]) =>
  problem(
    'input-unreadable',
    `${fileName} could not be read as a status page. Nothing was stored.`,
    issues.map((issue) => ({ file: fileName, ...issue })),
  )

const openPage = (html: string | Uint8Array, fileName: string): { root: HtmlElement; text: string } => {
  const bytes = typeof html === 'string' ? new TextEncoder().encode(html) : html
  const text = decodeText(bytes, fileName, largestPage)
  const root = parseHtml(text)
  if (/<html[\s>]/i.test(text) && !/<\/html\s*>/i.test(text)) {
    const line = text.trimEnd().split('\n').length
    throw refuse(fileName, [
      {
        line,
        message: 'The page ends here, unfinished; its notes may be missing',
        expected: 'the end tag </html>',
      },
    ])
  }
  return { root, text }
}

const onlyTable = (root: HtmlElement, fileName: string): HtmlElement => {
  const tables = participantTables(root)
  const [table] = tables
  if (table === undefined) {
    throw refuse(fileName, [
      {
        line: 1,
        message: 'There is no table of participants',
        expected:
          'a status page of the UN Treaty Collection in English, saved as HTML, with the columns Participant, Signature, Ratification, …',
      },
    ])
  }
  if (tables.length > 1) {
    throw refuse(
      fileName,
      tables.map((one) => ({
        line: lineOf(one),
        message: 'One of several tables of participants',
        expected: 'one table',
      })),
    )
  }
  if (!isClosed(table)) {
    throw refuse(fileName, [
      { line: lineOf(table), message: 'The table of participants is cut off', expected: '</table>' },
    ])
  }
  return table
}

const appliesProvisionally = /\bappl\w+[^.]{0,60}\bprovisional|\bprovisional\w*[^.]{0,20}\bappl/i

/** Sections that list participants without a date, or in running text: what they say of provisional application. */
const undatedDeclarations = (root: HtmlElement, table: { rows: ParticipantRow[] }): Unplaced[] => {
  const dated = new Set(
    table.rows
      .filter((row) => row.entries.some((entry) => entry.act.kind === 'provisional-application'))
      .map((row) => row.name),
  )
  const elements = elementsOf(root)
  const headingOf = (ending: string) => {
    const element = elements.find((candidate) => idEndsWith(candidate, ending))
    return element === undefined ? '' : textOf(element)
  }
  const underArticle = headingOf('divParentDecArt')
  const found: Unplaced[] = []
  let participant: HtmlElement | undefined
  for (const element of elements) {
    if (idEndsWith(element, 'divParticipant')) participant = element
    if (!idEndsWith(element, 'divText') || participant === undefined) continue
    const id = element.attrs.find((attr) => attr.name === 'id')?.value ?? ''
    const section = id.includes('dgDecUnderArticle') ? underArticle : ''
    const text = textOf(element)
    const name = textOf(participant).replace(/\s*\d[\d, ]*$/, '')
    if (!/provisional/i.test(section) && !appliesProvisionally.test(text)) continue
    if (dated.has(name) || /dgObj/.test(id)) continue
    found.push({
      line: lineOf(participant),
      text: section === '' ? `${name}: ${text}` : `${name}: ${section}`,
      reason: 'A declaration of provisional application without a date of its own',
    })
  }
  return found
}

const addressOf = (mtdsg: string | null): string | null =>
  mtdsg === null ? null : `https://treaties.un.org/Pages/ViewDetails.aspx?src=TREATY&mtdsg_no=${mtdsg}`

/**
 * Reads a page. `line` is the page's line on which the participant's name, or the note, stands. `effectiveOn` comes
 * from the page where it has it, otherwise from the treaty's own rule where Pacta holds it, otherwise it is null; for a
 * succession only from a source. Throws `input-unreadable` (cut off, binary, another encoding, no such page) or
 * `input-rejected` (contradictory: a participant twice, impossible days), naming file and line.
 */
export const readStatusPage = (
  html: string | Uint8Array,
  fileName: string,
  reference: StatusReference = shippedReference(),
): StatusPage => {
  const { root, text } = openPage(html, fileName)
  const element = onlyTable(root, fileName)
  const head = readStatusHead(root, text)
  if (head.asOf === null) {
    throw refuse(fileName, [
      {
        ...{ line: 1, message: 'The page does not say as of when' },
        expected: '"STATUS AS AT : 03-02-2026 …", as the English pages of the UN Treaty Collection have it',
      },
    ])
  }
  const read = readParticipantTable(element, fileName)
  const keyOf = ({ name }: { name: string }) =>
    resolveActor(name, reference.states) ?? resolveActor(name, reference.others) ?? nameKey(name)
  const repeated = withoutRepeated(read.rows, keyOf, fileName)
  const table = { ...read, rows: repeated.rows, issues: [...read.issues, ...repeated.issues] }
  const endNotes = readEndNotes(root)
  const notes = new Map(endNotes.filter((note) => note.mark !== '').map((note) => [note.mark, note]))
  const treatyId = treatyIdOf(head, reference.treatyIds)
  const treaty = reference.treaties.find((one) => one.id === treatyId)
  const unplaced: Unplaced[] = [
    ...table.unplaced,
    ...otherTableRows(root),
    ...undatedDeclarations(root, table),
  ]
  const doubted = new Set<string>()
  const context: RowContext = { reference, treatyId, treaty, notes, unplaced, doubted }
  const events = table.rows.flatMap((row) => eventsOfRow(context, row))

  const headMarks = [...table.marks, ...elementsOf(root).filter(isHead).flatMap(marksOf)]
  const rowMarks = table.rows.flatMap((row) => [...row.marks, ...row.entries.flatMap((entry) => entry.marks)])
  for (const note of endNotes) {
    if (rowMarks.includes(note.mark) || headMarks.includes(note.mark)) continue
    unplaced.push({ line: note.line, text: note.text, reason: 'A note to no entry of the table' })
    // The mark may have been lost: whoever leaves the treaty in this note keeps what is held.
    for (const { name } of table.rows) {
      if (readNoteActs(note.text, namesOf(name, null, reference)).acts.length > 0) doubted.add(name)
    }
  }
  const { issues, warnings, differences } = checkStatusPage({ table, events, head, treaty, fileName })
  const countElement = elementsOf(root).find((one) => idEndsWith(one, 'rptStatus_ctl00_tcText'))
  const countLine = countElement === undefined ? 1 : lineOf(countElement)
  if (issues.length > 0) {
    throw problem('input-rejected', `${fileName} contradicts itself. Nothing was stored.`, issues)
  }
  return {
    treaty: {
      id: treatyId,
      ...head,
      asOf: head.asOf,
      address: addressOf(head.mtdsg),
      columns: table.columns.map((column) => column.heading),
      notes: endNotes.filter((note) => headMarks.includes(note.mark)),
    },
    events,
    statements: readPageStatements(
      root,
      element,
      table.rows.map((row) => row.name),
      notes,
      reference,
    ),
    unplaced: [...unplaced, ...repeated.duplicates].sort((a, b) => a.line - b.line),
    warnings,
    doubts: {
      dateLine: text.slice(0, Math.max(0, text.search(/status\s+as\s+at/i))).split('\n').length,
      faults: faultsOf(table, fileName),
      differences,
      countLine,
      names: [...doubted],
    },
  }
}

/** The parts of the head whose footnotes speak of the treaty as a whole. */
const isHead = (element: HtmlElement): boolean =>
  [
    'tcTreaty',
    'rptEIF_ctl00_tcText',
    'rptRegistration_ctl00_tcText',
    'rptStatus_ctl00_tcText',
    'rptTreaty_ctl00_tcText',
  ].some((ending) => idEndsWith(element, ending))
