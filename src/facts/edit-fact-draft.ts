// A fact on its way: begun, changed, given up, decided about, published. Each in one transaction, on the draft locked.
import { randomUUID } from 'node:crypto'
import { insertPublication, type PublishedAs } from '../accounts/approval-store.ts'
import { type Deciding, decide, findStanding } from '../accounts/decide.ts'
import { recordEvent } from '../db/events.ts'
import { type Db, inTransaction, uuidv7 } from '../db/store.ts'
import { problem } from '../problem.ts'
import { keepOwnersOfToday } from './draft-owners.ts'
import { draftsNamedBy, type NamedDraft } from './drafts-named.ts'
import { checkFact, recordFact } from './enter-fact.ts'
import { digestOfFact, type FactDraft, factDraftThing } from './fact-draft.ts'
import {
  deleteFactDraft,
  findBegunFactDraft,
  findFactDraft,
  insertFactDraft,
  listActorDrafts,
  lockFactDraft,
  markFactPublished,
  updateFactDraft,
} from './fact-draft-store.ts'
import { ownersOfTyped } from './fact-owners.ts'
import type { ImportOptions } from './import.ts'
import type { FieldIssue, Kinds } from './kind.ts'
import { findActorIds, listDatums } from './store.ts'
import { formIdPrefix, type TypedFact } from './typed-fact.ts'

const lost = () => problem('not-found', 'There is no such draft of a fact.')

const locked = async (trx: Db, draftId: string): Promise<FactDraft> => {
  const draft = await lockFactDraft(trx, draftId)
  if (draft === undefined) throw lost()
  return draft
}

const decidable = ({ draftId, owners, sha256 }: FactDraft) => ({
  thing: factDraftThing(draftId),
  owners,
  sha256,
})

/** Who would have to approve a fact as typed; its actor must be held. Throws `input-rejected`. */
const ownersChecked = async (db: Db, typed: TypedFact, kinds: Kinds): Promise<string[]> => {
  const actor = typed.actor?.trim() ?? ''
  if (!(await findActorIds(db, [actor])).has(actor))
    throw problem('input-rejected', 'A fact is about an actor that is held; nothing was stored.', [
      { path: 'actor', message: 'No such actor is held', found: actor },
    ])
  return ownersOfTyped(db, typed, kinds)
}

/**
 * Begins a draft with what was typed, right or wrong. A form sent twice begins one draft; sent with other words it begins
 * another, of a fact of its own. `mapping`: id of the mapping by which it was read from a table, for whoever looks later what of
 * that table is held. Throws `input-rejected` for an actor nobody holds.
 */
export const beginFactDraft = (
  db: Db,
  sent: TypedFact,
  { agent, kinds, mapping }: { agent: string; kinds: Kinds; mapping?: string | undefined },
): Promise<FactDraft> =>
  inTransaction(db, async (trx) => {
    const begun = sent.id ? await findBegunFactDraft(trx, { startedBy: agent, id: sent.id }) : undefined
    if (begun !== undefined && begun.sha256 === digestOfFact(sent)) return begun
    const typed = begun === undefined ? sent : { ...sent, id: `${formIdPrefix}${randomUUID()}` }
    const owners = await ownersChecked(trx, typed, kinds)
    const draftId = uuidv7()
    await insertFactDraft(trx, {
      draftId,
      actor: typed.actor!.trim(),
      kind: typed.kind?.trim() ?? '',
      content: typed,
      sha256: digestOfFact(typed),
      owners,
      startedBy: agent,
    })
    await recordEvent(trx, {
      agent,
      action: 'fact-drafted',
      subject: factDraftThing(draftId),
      detail: { revision: 1, changes: [], ...(mapping === undefined ? {} : { mapping }) },
      things: [{ thing: factDraftThing(draftId), before: null, after: { owners, content: typed } }],
    })
    return (await findFactDraft(trx, draftId))!
  })

export type SavedFactDraft = {
  /** `changed meanwhile`: someone saved it since it was opened, and nothing was kept. `published`: it changes no more. */
  outcome: 'saved' | 'changed meanwhile' | 'published'
  draft: FactDraft
}

/** Keeps what was typed. `revision` is the one its author had before them. Throws `not-found`. */
export const saveFactDraft = (
  db: Db,
  draftId: string,
  given: { typed: TypedFact; revision: number; agent: string; kinds: Kinds },
): Promise<SavedFactDraft> =>
  inTransaction(db, async (trx): Promise<SavedFactDraft> => {
    const draft = await locked(trx, draftId)
    if (draft.publishedDatum !== null) return { outcome: 'published', draft }
    // Whom and what it is about was chosen when it was begun, and decides who may work on it.
    const typed = { ...given.typed, actor: draft.actor, kind: draft.kind }
    const sha256 = digestOfFact(typed)
    if (sha256 === draft.sha256)
      return { outcome: 'saved', draft: await keepOwnersOfToday(trx, draft, given) }
    if (draft.revision !== given.revision) return { outcome: 'changed meanwhile', draft }
    const owners = await ownersChecked(trx, typed, given.kinds)
    await updateFactDraft(trx, draft, { content: typed, sha256, owners, changedBy: given.agent })
    await recordEvent(trx, {
      agent: given.agent,
      action: 'fact-drafted',
      subject: factDraftThing(draftId),
      detail: { revision: draft.revision + 1, changes: [] },
      things: [
        {
          thing: factDraftThing(draftId),
          before: { owners: draft.owners, content: draft.content },
          after: { owners, content: typed },
        },
      ],
    })
    return { outcome: 'saved', draft: (await findFactDraft(trx, draftId))! }
  })

export type ActedOnFactDraft = {
  outcome: 'done' | 'changed meanwhile' | 'published'
  draft: FactDraft
}

/** Gives the draft up as it was at `revision`. Throws `not-found`. */
export const discardFactDraft = (
  db: Db,
  draftId: string,
  { revision, agent }: { revision: number; agent: string },
): Promise<ActedOnFactDraft> =>
  inTransaction(db, async (trx): Promise<ActedOnFactDraft> => {
    const draft = await locked(trx, draftId)
    if (draft.publishedDatum !== null) return { outcome: 'published', draft }
    if (draft.revision !== revision) return { outcome: 'changed meanwhile', draft }
    await deleteFactDraft(trx, draft)
    await recordEvent(trx, {
      agent,
      action: 'fact-draft-discarded',
      subject: factDraftThing(draftId),
      detail: { actor: draft.actor, kind: draft.kind, revision, changes: [] },
      things: [
        {
          thing: factDraftThing(draftId),
          before: { owners: draft.owners, content: draft.content },
          after: null,
        },
      ],
    })
    return { outcome: 'done', draft }
  })

/** Asks for approval, approves, withdraws or returns the draft as it was at `revision`. Throws `not-found`. */
export const decideFactDraft = (
  db: Db,
  draftId: string,
  { revision, ...deciding }: Deciding & { revision: number },
): Promise<ActedOnFactDraft> =>
  inTransaction(db, async (trx): Promise<ActedOnFactDraft> => {
    const draft = await locked(trx, draftId)
    if (draft.publishedDatum !== null) return { outcome: 'published', draft }
    if (draft.revision !== revision) return { outcome: 'changed meanwhile', draft }
    await decide(trx, decidable(draft), deciding)
    return { outcome: 'done', draft }
  })

/** What a draft names that is on its way itself. */
export const waitedFor = async (db: Db, draft: FactDraft, kinds: Kinds): Promise<NamedDraft[]> =>
  draftsNamedBy(draft, await listActorDrafts(db, draft.actor), kinds)

/** That it cannot go before what it names. */
export const namesDraft = ({ named, field }: NamedDraft): FieldIssue => ({
  field,
  message: 'It names what is on its way itself',
  expected: 'that one first, or both together',
  found: named.content.id ?? '',
})

export type PublishedFactDraft =
  | { outcome: 'published' | 'changed meanwhile' | 'not approved'; draft: FactDraft }
  | { outcome: 'rejected'; draft: FactDraft; issues: FieldIssue[] }

/**
 * Makes the draft a fact, as `recordFact` does, in one transaction: where each of its owners has approved it as it
 * stands, and no one saved it since `revision`. Published twice, it is a fact once. Throws `not-found`.
 */
export const publishFactDraft = (
  db: Db,
  draftId: string,
  given: ImportOptions & {
    revision: number
    publishedAs: PublishedAs
    /** Whether the fact must say where it is from, though it is not marked as entered here. */
    isSourced: boolean
  },
): Promise<PublishedFactDraft> =>
  inTransaction(db, async (trx): Promise<PublishedFactDraft> => {
    const kept = await locked(trx, draftId)
    const { revision, publishedAs, isSourced, ...options } = given
    if (kept.publishedDatum !== null) return { outcome: 'published', draft: kept }
    if (kept.revision !== revision) return { outcome: 'changed meanwhile', draft: kept }
    const agent = options.agent ?? 'pacta'
    // The promise it belongs to may have got other parties since it was saved.
    const draft = await keepOwnersOfToday(trx, kept, { agent, kinds: options.kinds })
    const { owners } = draft
    const standing = await findStanding(trx, decidable(draft))
    if (standing.state !== 'approved') return { outcome: 'not approved', draft }
    const waited = await waitedFor(trx, draft, options.kinds)
    if (waited.length > 0) return { outcome: 'rejected', draft, issues: waited.map(namesDraft) }
    const wrong = await checkFact(trx, draft.content, { ...options, entered: isSourced })
    const issues = wrong.length > 0 ? wrong : await recordFact(trx, draft.content, options)
    if (issues.length > 0) return { outcome: 'rejected', draft, issues }
    const { actor, kind, content } = draft
    const [datum] = await listDatums(trx, { actor, kind, externalId: content.id ?? '' })
    if (datum === undefined) throw new Error(`The fact of draft ${draftId} was recorded and is not held`)
    await markFactPublished(trx, draft, datum.datumId)
    const thing = `fact:${actor}/${datum.datumId}`
    await insertPublication(trx, { thing, agent, publishedAs, owners })
    await recordEvent(trx, {
      agent,
      action: 'published',
      subject: thing,
      detail: { draft: factDraftThing(draftId), owners, publishedAs, changes: [] },
      things: [
        { thing, before: { publishedFrom: factDraftThing(draftId) }, after: { publishedAs, owners } },
        { thing: factDraftThing(draftId), before: { revision }, after: { published: thing } },
      ],
    })
    return { outcome: 'published', draft: { ...draft, publishedDatum: datum.datumId } }
  })
