// Where a thing on its way stands, as its reader sees it: who has approved it, and what they may do.
import type { Standing } from '../../accounts/approval.ts'
import { may } from '../../accounts/may.ts'
import { asThing, asWritten, type OnItsWay, ownersFor } from '../../accounts/on-its-way.ts'
import { permit } from '../../accounts/permit.ts'
import { isKeeper, type Owner } from '../../accounts/person.ts'
import { findTreaty } from '../../parties/treaty.ts'
import type { DecisionMade, OwnerShown, StandingShown } from '../data/approval.ts'
import type { Reader } from './handles.ts'
import { callsAgents } from './known-people.ts'

const treatyOf = (keeper: Owner): string => keeper.slice('treaty:'.length)

export const ownerShown = (
  owner: Owner,
  nameOf: (actor: string) => string,
  approved: { at: string; by: string | null } | null,
): OwnerShown => ({
  owner,
  name: isKeeper(owner) ? (findTreaty(treatyOf(owner))?.titles.en?.short ?? treatyOf(owner)) : nameOf(owner),
  isKeeper: isKeeper(owner),
  approvedAt: approved?.at ?? null,
  approvedBy: approved?.by ?? null,
})

/** Where it stands, in the names that readers know. */
export const standingShown = async (
  one: OnItsWay,
  standing: Standing,
  reader: Reader,
  nameOf: (actor: string) => string,
): Promise<StandingShown> => {
  const { person } = reader
  const called = await callsAgents(reader, one.owners)
  const { state, approved, of, asked, returned } = standing
  const thing = asThing(one, state, person)
  const theirs = ownersFor(one, 'approve', standing, person, may)
  const has = (isApproved: boolean, areAll = false) => {
    const such = standing.owners.filter(({ approved: one }) => (one !== null) === isApproved)
    return areAll
      ? such.every(({ owner }) => theirs.includes(owner))
      : such.some(({ owner }) => theirs.includes(owner))
  }
  const isOpen = state !== 'published'
  return {
    state,
    approved,
    of,
    owners: standing.owners.map((entry) =>
      ownerShown(
        entry.owner,
        nameOf,
        entry.approved && { at: entry.approved.decidedAt, by: called(entry.approved.agent, entry.owner) },
      ),
    ),
    asked: asked === null ? null : { at: asked.decidedAt, note: asked.note, by: called(asked.agent, null) },
    returned:
      returned === null
        ? null
        : {
            at: returned.decidedAt,
            note: returned.note,
            by: called(returned.agent, returned.owner),
            owner: ownerShown(returned.owner, nameOf, null),
            isOpen: returned.isOpen,
            isChanged: returned.isChanged,
          },
    may: {
      edit: isOpen && may(person, 'edit', asWritten(one, state, person)),
      // Whoever can approve all that is missing has nobody to ask.
      ask: state === 'draft' && may(person, 'ask', thing) && asked === null && of > 0 && !has(false, true),
      approve: isOpen && has(false),
      withdraw: isOpen && has(true),
      return: isOpen && returned?.isOpen !== true && may(person, 'return', thing),
      publish: state === 'approved' && may(person, 'publish', thing),
      discard: isOpen && may(person, 'discard', asWritten(one, state, person)),
      comment: may(person, 'comment', thing),
    },
  }
}

const words = { ask: 'asked', approve: 'approved', withdraw: 'withdrawn', return: 'returned' } as const

/**
 * What somebody decides, for the owners whose part they have. Throws `sign-in-needed` or `not-permitted` where they have
 * none, or may not do this.
 */
export const permittedDecision = (
  reader: Reader,
  one: OnItsWay,
  standing: Standing,
  made: DecisionMade,
): { decision: (typeof words)[DecisionMade['decision']]; owners: Owner[]; note: string | null } => {
  const { person } = reader
  const thing = asThing(one, standing.state, person)
  const decision = words[made.decision]
  const { note } = made
  if (made.decision === 'ask') {
    permit(person, 'ask', { ...thing, state: 'draft' })
    // Whoever has approved it as it stands has nothing left to do.
    const missing = standing.owners.flatMap(({ owner, approved }) => (approved === null ? [owner] : []))
    return { decision, owners: missing, note }
  }
  const act = made.decision === 'return' ? 'return' : 'approve'
  permit(person, act, thing)
  return { decision, owners: ownersFor(one, act, standing, person, may), note }
}
