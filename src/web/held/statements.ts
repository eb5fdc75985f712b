// Declarations, reservations and objections as pages show them, from what is held: of one treaty or of one State alone.
import type { Db } from '../../db/store.ts'
import { treatyTitle } from '../../indicators/names.ts'
import {
  findStatementParties,
  findStatementsRead,
  listStatements,
  type StatementsAsked,
  type StoredStatement,
} from '../../parties/statement-store.ts'
import type { NamedParty, StatementShown, TreatyStatements } from '../data/statements.ts'

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null)

const againstIn = ({ body }: StoredStatement): string[] =>
  Array.isArray(body.against) ? body.against.map(String) : []

const statementShown = (one: StoredStatement, names: ReadonlyMap<string, NamedParty>): StatementShown => {
  const { body } = one
  const treaty = String(body.treaty)
  return {
    id: one.datumId,
    treaty,
    treatyTitle: treatyTitle(treaty),
    actor: { id: one.actorId, name: one.actorName, isState: one.isState },
    name: textOf(body.name) ?? one.actorName,
    what: String(body.what),
    section: textOf(body.section),
    heading: textOf(body.heading),
    madeOn: textOf(body.madeOn),
    dateWords: textOf(body.dateWords),
    upon: textOf(body.upon),
    confirmedUpon: textOf(body.confirmedUpon),
    rule: textOf(body.rule),
    against: againstIn(one).map((id) => names.get(id) ?? { id, name: id, isState: false }),
    withdrawnOn: textOf(body.withdrawnOn),
    words: one.words,
    language: one.language,
    note: textOf(body.note),
    locator: one.locator,
    source:
      one.sourceTitle === null
        ? null
        : {
            title: one.sourceTitle,
            address: one.sourceAddress,
            publisher: one.sourcePublisher,
            date: one.sourceDate,
          },
    entered: one.entered,
  }
}

/** The statements asked for, with the names of those they are against. */
export const statementsShown = async (db: Db, asked: StatementsAsked): Promise<StatementShown[]> => {
  const found = await listStatements(db, asked)
  const names = await findStatementParties(db, [...new Set(found.flatMap(againstIn))])
  return found.map((one) => statementShown(one, names))
}

/** The statements to a treaty as known on a day, and the date of the page they were read on. */
export const treatyStatements = async (
  db: Db,
  { treaty, knownOn }: { treaty: string; knownOn: string },
): Promise<TreatyStatements> => {
  const read = await findStatementsRead(db, treaty)
  const readAsOf = read === undefined || read.firstAsOf > knownOn ? null : read.asOf
  return { readAsOf, list: await statementsShown(db, { treaty, knownOn }) }
}
