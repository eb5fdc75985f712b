// A draft given up: it was never a record, so it goes whole. The audit trail keeps what was typed, so that it can come back.
import { recordEvent } from '../db/events.ts'
import { type Db, inTransaction } from '../db/store.ts'
import { thingKey } from '../db/thing-key.ts'
import { problem } from '../problem.ts'
import type { ReportDraft } from './draft.ts'
import { deleteDraft, lockDraft } from './draft-store.ts'
import { wholeDraft } from './draft-trail.ts'

export type DiscardedDraft =
  | { outcome: 'discarded' }
  /** Someone saved a section since it was looked at. */
  | { outcome: 'changed meanwhile'; draft: ReportDraft }
  /** What was submitted stays as it was. */
  | { outcome: 'submitted already'; draft: ReportDraft }

/**
 * Discards the draft as it was at `revision`, with the event `draft-discarded`. Throws `not-found` where there is no
 * such draft.
 */
export const discardDraft = (
  db: Db,
  draftId: string,
  revision: number,
  agent: string,
): Promise<DiscardedDraft> =>
  inTransaction(db, async (trx): Promise<DiscardedDraft> => {
    const draft = await lockDraft(trx, draftId)
    if (draft === undefined) throw problem('not-found', 'There is no such draft.')
    if (draft.submittedReport !== null) return { outcome: 'submitted already', draft }
    if (draft.revision !== revision) return { outcome: 'changed meanwhile', draft }
    const { actor, obligation, coversYear, subject } = draft
    await deleteDraft(trx, draft)
    // Nothing is computed from a draft, so nothing has changed for those who compute.
    const detail = { actor, obligation, coversYear, subject, revision, changes: [] }
    await recordEvent(trx, {
      agent,
      action: 'draft-discarded',
      subject: draftId,
      detail,
      things: [{ thing: thingKey.reportDraft(draftId), before: wholeDraft(draft), after: null }],
    })
    return { outcome: 'discarded' }
  })
