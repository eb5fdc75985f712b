// A status page into the register. Nothing leaves the register because a page could not be read in full.
import { type Db, inTransaction } from '../db/store.ts'
import { todayIn } from '../facts/today.ts'
import { type Issue, problem } from '../problem.ts'
import { type SavedStatements, saveStatements } from './statement-import.ts'
import type { StatusPage } from './status-page.ts'
import {
  type EventToSave,
  findStatusSource,
  type HeldStatusEvent,
  listStatusEvents,
  type SavedStatus,
  saveStatusEvents,
  sourceOf,
} from './store.ts'

const ofFuture = (page: StatusPage, fileName: string, today: string): Issue[] => {
  const { asOf } = page.treaty
  if (asOf <= today) return []
  const message = 'The page is dated after today; a page of that date would keep out those of the days before'
  return [
    { file: fileName, line: page.doubts.dateLine, message, expected: `${today} or earlier`, found: asOf },
  ]
}

const ofUnknown = (unknown: readonly EventToSave[], fileName: string): Issue[] =>
  [...Map.groupBy(unknown, (event) => event.name)].map(([name, [first]]) => ({
    file: fileName,
    line: first!.line,
    message: 'No State or organisation of this name is known',
    expected: 'the name of a participant, as the register or its depositary has it',
    found: name,
  }))

const goneWords = (gone: readonly HeldStatusEvent[]): string => {
  const words = gone.slice(0, 5).map((one) => `${one.name}, ${one.kind} ${one.date ?? 'without a date'}`)
  return [...words, ...(gone.length > 5 ? [`and ${gone.length - 5} more`] : [])].join('; ')
}

/**
 * A count that rows in square brackets or withdrawals explain, or that is lower than the rows, may differ: but then
 * nothing held may go, since the row it stood in could be the one that is missing.
 */
const ofCounts = (page: StatusPage, gone: readonly HeldStatusEvent[], fileName: string): Issue[] =>
  page.doubts.differences
    .filter((one) => one.stated > one.atMost || gone.length > 0)
    .map((one) => ({
      file: fileName,
      line: page.doubts.countLine,
      message: [
        `The page's count of ${one.what} is not that of its rows`,
        ...(gone.length === 0 ? [] : [`held, and not on this page: ${goneWords(gone)}`]),
      ].join('; '),
      expected: `rows for ${one.stated} ${one.what}`,
      found: String(one.counted),
    }))

/** Without a count nothing tells an act the depositary took off the page from a row that was lost. */
const ofNoCount = (page: StatusPage, gone: readonly HeldStatusEvent[], fileName: string): Issue[] => {
  if (page.treaty.parties !== null || gone.length === 0) return []
  const message = `The page does not count its parties; held, and not on this page: ${goneWords(gone)}`
  return [
    { file: fileName, line: page.doubts.countLine, message, expected: 'a count such as "Parties : 162"' },
  ]
}

/**
 * Stores the events of a page. Throws `input-rejected`, naming file and line, where it is dated after the world's today,
 * or where acts of the treaty are held and a row or column of the page could not be placed, a participant is unknown,
 * or its own counts show that rows are missing; `already-recorded` where a newer page is held. Then nothing is stored.
 * The first page of a treaty is stored as far as it could be read, and its register called partial where that is not
 * all of it. What stands below the table of participants is stored with it; a page saved without that part leaves what is
 * held of it as it is.
 */
export const importStatusPage = (
  db: Db,
  page: StatusPage,
  fileName: string,
  agent: string,
): Promise<SavedPage> => inTransaction(db, (trx) => savePage(trx, page, fileName, agent))

/** What became of a page: its acts, and what stands below them (null: the page was saved without that part). */
export type SavedPage = SavedStatus & { statements: SavedStatements | null }

const savePage = async (db: Db, page: StatusPage, fileName: string, agent: string): Promise<SavedPage> => {
  const { id, mtdsg, title, address, asOf, concluded, entryIntoForce, signatories, parties } = page.treaty
  const status = {
    ...{ treaty: id, mtdsg, title, address, asOf, signatories, parties },
    adoptedOn: concluded.on,
    inForceFrom: entryIntoForce.on,
  }
  const today = await todayIn(db)
  const isFirst = (await listStatusEvents(db, id)).length === 0
  const isAgain = (await findStatusSource(db, id))?.asOf === asOf
  const refuse = ({ unknown, gone }: { unknown: EventToSave[]; gone: HeldStatusEvent[] }) => {
    const doubtful = doubtsOf(unknown, gone)
    // A first page is worth having though some of it could not be read: its register is then called partial. A later
    // one would take away what is held, or let the register call itself complete when it is not.
    const issues = [
      ...ofFuture(page, fileName, today),
      ...(isFirst || (isAgain && gone.length === 0) ? [] : doubtful),
    ]
    if (issues.length === 0) return
    const detail = `${fileName}, as at ${asOf}, was not taken in, since acts would be missing or wrongly dated. Nothing was stored; --dry-run shows the rest of the page.`
    throw problem('input-rejected', detail, issues)
  }
  const doubtsOf = (unknown: EventToSave[], gone: HeldStatusEvent[]) => [
    ...page.doubts.faults,
    ...ofUnknown(unknown, fileName),
    ...ofCounts(page, gone, fileName),
    ...ofNoCount(page, gone, fileName),
  ]
  const level = (unknown: EventToSave[]) => (doubtsOf(unknown, []).length > 0 ? 'partial' : 'complete')
  const saved = await saveStatusEvents(db, status, page.events, {
    ...{ agent, kept: page.doubts.names, refuse, level },
  })
  if (page.statements === null) return { ...saved, statements: null }
  const below = { treaty: id, asOf, source: sourceOf(status), statements: page.statements }
  return { ...saved, statements: await saveStatements(db, below, agent) }
}
