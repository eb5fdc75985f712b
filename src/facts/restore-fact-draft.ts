// An earlier state of a fact on its way comes back: what a save overwrote, as a new revision; or a draft that was given up,
// as it was. Nothing is taken out of the trail for it. The like for reports: src/reports/restore-draft.ts.
import { withdrawWoken } from '../accounts/decide.ts'
import { recordEvent } from '../db/events.ts'
import { countTouching, findTouching, listTouching } from '../db/history-store.ts'
import { type Db, inTransaction } from '../db/store.ts'
import { problem } from '../problem.ts'
import { digestOfFact, type FactDraft, factDraftThing } from './fact-draft.ts'
import { findFactDraft, insertFactDraft, lockFactDraft, updateFactDraft } from './fact-draft-store.ts'
import { ownersOfTyped } from './fact-owners.ts'
import type { Kinds } from './kind.ts'
import type { TypedFact } from './typed-fact.ts'

export type RestoredFactDraft = {
  /** `changed meanwhile`: someone saved it since its history was looked at, and nothing was kept. */
  outcome: 'restored' | 'changed meanwhile' | 'published'
  draft: FactDraft
}

const lost = () => problem('not-found', 'Nothing of that place in the trail can be brought back.')

/** What the trail keeps of a draft on one side of an event. */
type Kept = { content?: TypedFact } | null

/** What the draft said before the save at `seq` of the trail; undefined where that was no save. */
const overwrittenBy = async (db: Db, draftId: string, seq: number): Promise<TypedFact | undefined> => {
  const event = await findTouching(db, factDraftThing(draftId), seq)
  return event === undefined || event.after === null ? undefined : (event.before as Kept)?.content
}

/**
 * Brings back what the save at `seq` of the trail overwrote, as the next revision of the draft as it was at `revision`;
 * `checked` may refuse the text. Throws `not-found` where there is no such draft or save.
 */
export const restoreFactTexts = (
  db: Db,
  draftId: string,
  { seq, revision, agent, kinds }: { seq: number; revision: number; agent: string; kinds: Kinds },
  checked: (trx: Db, typed: TypedFact) => Promise<void> = async () => {},
): Promise<RestoredFactDraft> =>
  inTransaction(db, async (trx): Promise<RestoredFactDraft> => {
    const draft = await lockFactDraft(trx, draftId)
    if (draft === undefined) throw lost()
    if (draft.publishedDatum !== null) return { outcome: 'published', draft }
    if (draft.revision !== revision) return { outcome: 'changed meanwhile', draft }
    const content = await overwrittenBy(trx, draftId, seq)
    if (content === undefined) throw lost()
    await checked(trx, content)
    // Who answers for it is asked anew: the promise it belongs to may have got other parties.
    const owners = await ownersOfTyped(trx, content, kinds)
    await updateFactDraft(trx, draft, { content, sha256: digestOfFact(content), owners, changedBy: agent })
    const thing = factDraftThing(draftId)
    await recordEvent(trx, {
      agent,
      action: 'draft-restored',
      subject: thing,
      detail: { revision: revision + 1, from: seq, changes: [] },
      things: [
        {
          thing,
          before: { owners: draft.owners, content: draft.content },
          after: { owners, content },
        },
      ],
    })
    await withdrawWoken(trx, { thing, owners, sha256: digestOfFact(content) }, agent)
    return { outcome: 'restored', draft: (await findFactDraft(trx, draftId))! }
  })

/** What was given up of a draft and of whom, as the trail keeps it; undefined where it was not given up, or came back. */
export const findDiscardedFact = async (
  db: Db,
  draftId: string,
): Promise<{ owners: string[]; content: TypedFact } | undefined> => {
  const [last] = await listTouching(db, factDraftThing(draftId), { until: null, limit: 1 })
  const { content, owners = [] } = (last?.before ?? {}) as { content?: TypedFact; owners?: string[] }
  return last?.action === 'fact-draft-discarded' && content !== undefined ? { owners, content } : undefined
}

/** Brings a draft that was given up back as it was. Throws `not-found` where nothing of it is kept. */
export const restoreDiscardedFact = (
  db: Db,
  draftId: string,
  { agent, kinds }: { agent: string; kinds: Kinds },
  checked: (trx: Db, typed: TypedFact) => Promise<void> = async () => {},
): Promise<RestoredFactDraft> =>
  inTransaction(db, async (trx): Promise<RestoredFactDraft> => {
    const held = await lockFactDraft(trx, draftId)
    // Sent twice: it is back.
    if (held !== undefined)
      return { outcome: held.publishedDatum === null ? 'restored' : 'published', draft: held }
    const kept = await findDiscardedFact(trx, draftId)
    if (kept === undefined) throw lost()
    const { content } = kept
    await checked(trx, content)
    const owners = await ownersOfTyped(trx, content, kinds)
    const actor = content.actor?.trim() ?? ''
    const sha256 = digestOfFact(content)
    const thing = factDraftThing(draftId)
    // More than all its saves: a form of before it was given up must not fit by chance.
    const revision = (await countTouching(trx, thing)) + 1
    await insertFactDraft(trx, {
      ...{ draftId, actor, kind: content.kind?.trim() ?? '', content, sha256, owners },
      startedBy: agent,
    })
    await updateFactDraft(
      trx,
      { actor, draftId, revision: revision - 1 },
      { content, sha256, owners, changedBy: agent },
    )
    await recordEvent(trx, {
      agent,
      action: 'draft-restored',
      subject: thing,
      detail: { revision, changes: [] },
      things: [{ thing, before: null, after: { owners, content } }],
    })
    await withdrawWoken(trx, { thing, owners, sha256 }, agent)
    return { outcome: 'restored', draft: (await findFactDraft(trx, draftId))! }
  })
