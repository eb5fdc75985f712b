// What stands below a status page into the register, after its acts. The same page again changes nothing; a newer one adds,
// corrects, and takes out what its own sections no longer have; each is told.
import { createHash } from 'node:crypto'
import { distinctChanges, recordEvent } from '../db/events.ts'
import type { Db } from '../db/store.ts'
import type { DatumDraft } from '../facts/datum.ts'
import type { Source } from '../facts/source.ts'
import { insertDatums } from '../facts/store.ts'
import type { HeldDatum } from '../facts/succession.ts'
import { listActors } from './actor-store.ts'
import { resolveActor } from './names.ts'
import type { PageStatement, PageStatements } from './statement-page.ts'
import {
  findStatementsRead,
  listStatementNames,
  listStatements,
  type StoredStatement,
  saveStatementsRead,
  statementKind,
} from './statement-store.ts'
import {
  compareStatements,
  type StatementHeld,
  type StatementTold,
  statementKey,
} from './statement-succession.ts'

export type SavedStatements = {
  recorded: number
  unchanged: number
  /** Statements that take the place of what an earlier page had. */
  superseded: number
  /** What an earlier page had and this one has no longer, in a few words each. */
  gone: string[]
  /** What is held of sections this page was saved without. */
  notShown: string[]
  /** Names of participants nobody knows; what they said was not stored. */
  unknownNames: string[]
}

export type StatementsPage = { treaty: string; asOf: string; source: Source; statements: PageStatements }

type Known = StatementTold & { page: PageStatement }

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null)

const heldOf = ({ actorId, datumId, externalId, words, body }: StoredStatement): StatementHeld =>
  ({
    ...{ actorId, datumId, externalId: externalId ?? datumId, words },
    ...{ what: body.what, section: textOf(body.section), rule: textOf(body.rule) },
    ...{ heading: textOf(body.heading), upon: textOf(body.upon), confirmedUpon: textOf(body.confirmedUpon) },
    ...{ madeOn: textOf(body.madeOn), dateWords: textOf(body.dateWords), note: textOf(body.note) },
    against: Array.isArray(body.against) ? body.against.map(String) : [],
    withdrawnOn: textOf(body.withdrawnOn),
  }) as StatementHeld

/** A few words by which people know a statement: who, what, when. */
const nameInWords = (one: StatementTold): string =>
  [
    one.actorId,
    one.what.replaceAll('-', ' '),
    one.madeOn ?? one.dateWords ?? one.withdrawnOn,
    one.heading === null ? null : `"${one.heading.slice(0, 80)}"`,
  ]
    .filter((part) => part !== null)
    .join(', ')

const bodyOf = (treaty: string, { page, against }: Known): DatumDraft['body'] => {
  const { what, name, section, heading, madeOn, dateWords, upon, confirmedUpon, rule, withdrawnOn, note } =
    page
  const said = { section, heading, madeOn, dateWords, upon, confirmedUpon, rule, withdrawnOn, note }
  return {
    ...{ treaty, what, name },
    ...Object.fromEntries(Object.entries(said).filter(([, value]) => value !== null)),
    ...(against.length === 0 ? {} : { against }),
  }
}

/** An id for people and files: what it says, made distinct where two say the same. */
const namerOf = (taken: Set<string>, treaty: string) => (one: StatementTold) => {
  const digest = createHash('sha256').update(statementKey(one)).digest('hex').slice(0, 10)
  const stem = `${treaty}/${one.what}/${one.madeOn ?? one.withdrawnOn ?? 'undated'}/${digest}`
  let name = stem
  for (let n = 2; taken.has(`${one.actorId} ${name}`); n++) name = `${stem}/${n}`
  taken.add(`${one.actorId} ${name}`)
  return name
}

const heldDatumOf = ({ datumId, actorId, externalId, madeOn }: StatementHeld): HeldDatum => ({
  ...{ datumId, actor: actorId, kind: statementKind, externalId, heldFrom: madeOn, knownFrom: '' },
  ...{ retracts: false, hash: '', replacedBy: [] },
})

/**
 * Stores the statements of a page within the transaction of its acts. Who is not known is left out and named; whom an
 * objection is against is kept as far as they are held.
 */
export const saveStatements = async (
  trx: Db,
  { treaty, asOf, source, statements }: StatementsPage,
  agent: string,
): Promise<SavedStatements> => {
  const actors = (await listActors(trx)).map((actor) => ({ ...actor, regionNote: null, regionSource: null }))
  const ids = new Set(actors.map(({ id }) => id))
  const unknown = new Set<string>()
  const told = statements.list.flatMap((page): Known[] => {
    const actorId = page.actor ?? resolveActor(page.name, actors)
    if (actorId === undefined || !ids.has(actorId)) {
      unknown.add(page.name)
      return []
    }
    const { actor: _, name: __, line: ___, language: ____, ...said } = page
    return [{ ...said, actorId, against: page.against.filter((id) => ids.has(id)), page }]
  })
  const held = (await listStatements(trx, { treaty })).map(heldOf)
  const change = compareStatements(held, told, statements.sections)
  const nameOf = namerOf(await listStatementNames(trx, treaty), treaty)
  const common = {
    ...{ kind: statementKind, subject: null, heldUntil: null, heldEdtf: null, knownFrom: asOf, source },
    ...{ tier: 'public' as const, place: {} as DatumDraft['place'] },
  }
  const drafts: DatumDraft[] = [
    ...change.fresh.map(({ statement, supersedes }) => ({
      ...common,
      ...{ externalId: nameOf(statement), actor: statement.actorId, heldFrom: statement.madeOn },
      ...{ supersedes: supersedes?.externalId ?? null, retracts: null },
      ...{ locator: `line ${statement.page.line}`, quotation: statement.words },
      ...{ language: statement.page.language, body: bodyOf(treaty, statement) },
    })),
    ...change.gone.map((gone) => ({
      ...common,
      ...{ externalId: `${gone.externalId}/gone/${asOf}`, actor: gone.actorId, heldFrom: null },
      ...{ supersedes: null, retracts: gone.externalId, locator: null, quotation: null, language: null },
      body: { treaty, what: gone.what },
    })),
  ]
  const replaced = [...change.gone, ...change.fresh.flatMap(({ supersedes }) => supersedes ?? [])]
  const things = await insertDatums(trx, drafts, replaced.map(heldDatumOf), () => false)
  const before = await findStatementsRead(trx, treaty)
  const read = {
    firstAsOf: before?.firstAsOf ?? asOf,
    asOf,
    sections: [...statements.sections],
    sourceTitle: source.title,
    sourceAddress: source.address,
  }
  const settings = await saveStatementsRead(trx, treaty, read)
  if (things.length > 0 || settings.length > 0) {
    const changes = drafts.map(({ kind, actor, heldFrom }) => ({ kind, actor, heldFrom }))
    await recordEvent(trx, {
      agent,
      action: 'facts-recorded',
      subject: `${treaty} as at ${asOf}`,
      detail: { recorded: change.fresh.length, changes: distinctChanges(changes) },
      things: [...things, ...settings],
    })
  }
  return {
    recorded: change.fresh.length,
    unchanged: change.unchanged,
    superseded: change.fresh.filter(({ supersedes }) => supersedes !== null).length,
    gone: change.gone.map(nameInWords),
    notShown: change.notShown.map(nameInWords),
    unknownNames: [...unknown],
  }
}
