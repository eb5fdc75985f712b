// Who answers for a fact on its way may change after it was saved: its promise gets another party, or loses one. Who answers
// today is what counts; it is kept with the draft, noted in the trail, and whoever came to it is asked.
import { decide, findStanding } from '../accounts/decide.ts'
import { recordEvent } from '../db/events.ts'
import { type Db, inTransaction } from '../db/store.ts'
import { type FactDraft, factDraftThing } from './fact-draft.ts'
import { listOpenFactDrafts, lockFactDraft, updateFactDraftOwners } from './fact-draft-store.ts'
import { ownersOfTyped } from './fact-owners.ts'
import type { Kinds } from './kind.ts'

/** More than a world has on its way at one time. */
const mostLookedAt = 10_000

/** Whose word has no part in it: nobody asked for anything, the register itself saw that the owners had changed. */
const machine = 'pacta'

const isSame = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((owner) => other.includes(owner))

/**
 * The draft with those who answer for it today, kept where they are others than when it was saved. Where its approval was
 * asked for, or everyone had given it, those who came to it are asked too. The draft must be locked.
 */
export const keepOwnersOfToday = async (
  trx: Db,
  draft: FactDraft,
  { agent, kinds }: { agent: string; kinds: Kinds },
): Promise<FactDraft> => {
  const owners = await ownersOfTyped(trx, draft.content, kinds)
  if (isSame(owners, draft.owners)) return draft
  const thing = factDraftThing(draft.draftId)
  const stood = await findStanding(trx, { thing, owners: draft.owners, sha256: draft.sha256 })
  const added = owners.filter((owner) => !draft.owners.includes(owner))
  await updateFactDraftOwners(trx, draft, owners)
  await recordEvent(trx, {
    agent,
    action: 'draft-owners-changed',
    subject: thing,
    detail: { changes: [], owners },
    things: [
      {
        thing,
        before: { owners: draft.owners, content: draft.content },
        after: { owners, content: draft.content },
      },
    ],
  })
  if (added.length > 0 && (stood.asked !== null || stood.state === 'approved')) {
    const { agent: askedBy = agent, note = null } = stood.asked ?? {}
    await decide(
      trx,
      { thing, owners, sha256: draft.sha256 },
      { decision: 'asked', owners: added, agent, askedBy, note },
    )
  }
  return { ...draft, owners }
}

/**
 * The draft as found, with those who answer for it today. What is not for everyone keeps its owners until somebody saves or
 * publishes it: it asks nobody but its writer and whom it names, and reading it opens it to nobody.
 */
export const withOwnersOfToday = async (db: Db, draft: FactDraft, kinds: Kinds): Promise<FactDraft> => {
  const tier = draft.content.tier?.trim() || 'public'
  if (draft.publishedDatum !== null || tier !== 'public') return draft
  if (isSame(await ownersOfTyped(db, draft.content, kinds), draft.owners)) return draft
  return inTransaction(db, async (trx) => {
    const locked = await lockFactDraft(trx, draft.draftId)
    // Given up or published meanwhile: there is nobody to ask any more.
    if (locked === undefined || locked.publishedDatum !== null) return locked ?? draft
    return keepOwnersOfToday(trx, locked, { agent: machine, kinds })
  })
}

/** Does so for everything on its way; how many have other owners now. `goesOn` false: it ends after the one at hand. */
export const refreshOwners = async (db: Db, kinds: Kinds, goesOn: () => boolean): Promise<number> => {
  let changed = 0
  for (const draft of await listOpenFactDrafts(db, mostLookedAt)) {
    if (!goesOn()) break
    if ((await withOwnersOfToday(db, draft, kinds)).owners !== draft.owners) changed += 1
  }
  return changed
}
