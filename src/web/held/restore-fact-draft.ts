// A fact on its way comes back as it was before a save, or before it was given up; for whoever may bring it back.
import type { Db } from '../../db/store.ts'
import { ownersOfTyped } from '../../facts/fact-owners.ts'
import { restoreDiscardedFact, restoreFactTexts } from '../../facts/restore-fact-draft.ts'
import type { TypedFact } from '../../facts/typed-fact.ts'
import type { Restored } from '../data/history.ts'
import { enterable, refuseHidden } from './enter-facts.ts'
import { refuseTier } from './fact-tier.ts'
import type { Reader } from './handles.ts'

/**
 * `revision` of the thing: null where its draft was given up, and 0 where it was seen so: sent twice, it comes back once.
 * Throws `not-found`;
 * `input-rejected` where what would come back is not for whoever brings it back, or not for all who answer for it.
 */
export const restoreFactDraft = async (
  reader: Reader,
  draftId: string,
  thing: { revision: number | null },
  asked: { seq: number; revision: number; agent: string },
): Promise<Restored> => {
  const { db } = reader
  const kinds = enterable()
  const checked = async (trx: Db, typed: TypedFact): Promise<void> => {
    // What it would replace may have become less than public since, and others may answer for it now.
    await refuseHidden(trx, typed)
    refuseTier(reader, typed, await ownersOfTyped(trx, typed, kinds))
  }
  const { outcome } =
    thing.revision === null || asked.revision === 0
      ? await restoreDiscardedFact(db, draftId, { agent: asked.agent, kinds }, checked)
      : await restoreFactTexts(db, draftId, { ...asked, kinds }, checked)
  if (outcome === 'restored') return { outcome, path: `/enter/facts/drafts/${draftId}` }
  return { outcome: outcome === 'published' ? 'submitted already' : outcome }
}
