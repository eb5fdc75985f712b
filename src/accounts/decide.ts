// What an owner decides about a thing on its way, in the transaction that has the thing locked.
import { type EventAction, recordEvent } from '../db/events.ts'
import type { Db } from '../db/store.ts'
import { problem } from '../problem.ts'
import { type Decision, type DecisionWord, type Standing, standingOf } from './approval.ts'
import { insertDecisions, listDecisions } from './approval-store.ts'
import type { Owner } from './person.ts'

const actions: Record<DecisionWord, EventAction> = {
  asked: 'approval-asked',
  approved: 'approved',
  withdrawn: 'approval-withdrawn',
  returned: 'returned',
}

export type Deciding = {
  decision: DecisionWord
  /** The owners for whom it is decided: those whose part whoever decides has. */
  owners: readonly Owner[]
  agent: string
  /** Whose asking goes on to owners who came later, where that is not the agent. */
  askedBy?: string
  note?: string | null
}

/** A thing as it stands: its key, all who have to approve it, and the digest of what it says. */
export type Decidable = { thing: string; owners: readonly Owner[]; sha256: string }

/** Where a thing stands now. */
export const findStanding = async (
  db: Db,
  { thing, owners, sha256 }: Decidable,
  isPublished = false,
): Promise<Standing> =>
  standingOf(owners, (await listDecisions(db, [thing])).get(thing) ?? [], sha256, isPublished)

/** The decision that another one of the same kind would only repeat. */
const latestFor = (held: readonly Decision[], owner: Owner, deciding: DecisionWord): Decision | undefined =>
  held.findLast((one) => {
    // Whoever returned it, it is asked for anew; and what is asked for anew can be returned anew.
    if (deciding === 'asked')
      return (one.decision === 'asked' && one.owner === owner) || one.decision === 'returned'
    if (deciding === 'returned' && one.decision === 'asked') return true
    return one.owner === owner && one.decision !== 'asked'
  })

const isSame = (latest: Decision | undefined, made: DecisionWord, sha256: string): boolean =>
  latest?.decision === made && latest.sha256 === sha256

/** The last decisions of these owners, as the trail keeps them. */
const decisionsOf = (held: readonly Decision[], owners: readonly Owner[]) =>
  owners.flatMap((owner) => {
    const last = held.findLast((one) => one.owner === owner)
    return last === undefined
      ? []
      : [{ owner, decision: last.decision, sha256: last.sha256, note: last.note }]
  })

/**
 * Notes a decision about the thing as it stands, with its event; the same decision twice is noted once. Throws
 * `input-rejected` for a return without a note.
 */
export const decide = async (trx: Db, about: Decidable, deciding: Deciding): Promise<void> => {
  const note = deciding.note?.trim() || null
  if (deciding.decision === 'returned' && note === null)
    throw problem('input-rejected', 'What is returned needs a note that says what to change.', [
      { path: 'note', message: 'Nothing says why', expected: 'what to change, in a sentence' },
    ])
  const held = (await listDecisions(trx, [about.thing])).get(about.thing) ?? []
  const fresh = deciding.owners.filter(
    (owner) => !isSame(latestFor(held, owner, deciding.decision), deciding.decision, about.sha256),
  )
  if (fresh.length === 0) return
  const { decision, agent } = deciding
  const { thing, sha256 } = about
  await insertDecisions(
    trx,
    fresh.map((owner) => ({ thing, owner, agent: deciding.askedBy ?? agent, decision, sha256, note })),
  )
  await recordEvent(trx, {
    agent,
    action: actions[decision],
    subject: thing,
    detail: { changes: [], owners: fresh, sha256, note },
    things: [
      {
        thing,
        before: decisionsOf(held, fresh),
        after: fresh.map((owner) => ({ owner, decision, sha256, note })),
      },
    ],
  })
}

/**
 * Approvals that would count again since an earlier state came back are noted as withdrawn, with their event: what was
 * approved once, then changed or given up, is nobody's approval of what stands now. The thing must be locked.
 */
export const withdrawWoken = async (trx: Db, about: Decidable, agent: string): Promise<void> => {
  const { owners } = await findStanding(trx, about)
  const woken = owners.flatMap(({ owner, approved }) => (approved === null ? [] : [owner]))
  if (woken.length > 0) await decide(trx, about, { decision: 'withdrawn', owners: woken, agent })
}
