// What its owner decides about a report on its way: asked for, approved, withdrawn, returned with a note.
import { type Deciding, decide } from '../accounts/decide.ts'
import { type Db, inTransaction } from '../db/store.ts'
import { problem } from '../problem.ts'
import { digestOfDraft, ownersOfDraft, type ReportDraft, reportDraftThing } from './draft.ts'
import { lockDraft, noteDigest } from './draft-store.ts'

export type DecidedDraft = {
  outcome: 'done' | 'changed meanwhile' | 'submitted already'
  draft: ReportDraft
}

/** The draft as approvals see it. */
export const decidableDraft = (draft: ReportDraft) => ({
  thing: reportDraftThing(draft.draftId),
  owners: ownersOfDraft(draft),
  sha256: digestOfDraft(draft),
})

/** Decides about the draft as it was at `revision`. Throws `not-found`; `input-rejected` for a return without a note. */
export const decideDraft = (
  db: Db,
  draftId: string,
  { revision, ...deciding }: Deciding & { revision: number },
): Promise<DecidedDraft> =>
  inTransaction(db, async (trx): Promise<DecidedDraft> => {
    const draft = await lockDraft(trx, draftId)
    if (draft === undefined) throw problem('not-found', 'There is no such draft.')
    if (draft.submittedReport !== null) return { outcome: 'submitted already', draft }
    if (draft.revision !== revision) return { outcome: 'changed meanwhile', draft }
    const decidable = decidableDraft(draft)
    // What was typed before digests were kept gets its own here: by it others are told that it waits for them.
    await noteDigest(trx, draft, decidable.sha256)
    await decide(trx, decidable, deciding)
    return { outcome: 'done', draft }
  })
