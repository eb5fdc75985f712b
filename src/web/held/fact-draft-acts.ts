// What somebody does to a fact on its way: as it stands for those who answer for it today, decided about and published.
import { findStanding } from '../../accounts/decide.ts'
import { asThing, type OnItsWay } from '../../accounts/on-its-way.ts'
import { permit } from '../../accounts/permit.ts'
import { agentOf, isKeeper } from '../../accounts/person.ts'
import { withOwnersOfToday } from '../../facts/draft-owners.ts'
import {
  type ActedOnFactDraft,
  decideFactDraft,
  namesDraft,
  type PublishedFactDraft,
  publishFactDraft,
  waitedFor,
} from '../../facts/edit-fact-draft.ts'
import { type FactDraft, factDraftThing } from '../../facts/fact-draft.ts'
import { findFactDraft } from '../../facts/fact-draft-store.ts'
import { ownersOfTyped, writersOfTyped } from '../../facts/fact-owners.ts'
import type { FieldIssue } from '../../facts/kind.ts'
import { problem } from '../../problem.ts'
import type { DecisionMade } from '../data/approval.ts'
import { mayRead, onItsWay } from './draft-sight.ts'
import { enterable, refuseHidden } from './enter-facts.ts'
import { refuseTier, seesFact } from './fact-tier.ts'
import type { Reader } from './handles.ts'
import { permittedDecision } from './standing-shown.ts'

/** The same with those whose people may write in it. */
export const withHands = async (reader: Reader, draft: FactDraft): Promise<OnItsWay> => ({
  ...onItsWay(reader, draft),
  hands: await writersOfTyped(reader.db, draft.content),
})

/** Where a draft stands, by those who answer for it as it is given. */
export const standingOfDraft = ({ db }: Reader, draft: FactDraft) =>
  findStanding(
    db,
    { thing: factDraftThing(draft.draftId), owners: draft.owners, sha256: draft.sha256 },
    draft.publishedDatum !== null,
  )

/**
 * The draft with those who answer for it today, for those who may read it; for others there is none. Without signing in
 * nobody reads one.
 */
export const findDraftOfToday = async (reader: Reader, id: string): Promise<FactDraft | undefined> => {
  const { db, person } = reader
  const found = person.as === 'public' ? undefined : await findFactDraft(db, id)
  const draft = found && (await withOwnersOfToday(db, found, enterable()))
  return draft !== undefined && mayRead(reader, draft) ? draft : undefined
}

/** The same. Throws `not-found`. */
export const draftHeld = async (reader: Reader, id: string): Promise<FactDraft> => {
  const draft = await findDraftOfToday(reader, id)
  if (draft === undefined) throw problem('not-found', 'There is no such draft.')
  return draft
}

/** That a draft names others which those who approve it have not approved, by field: they are approved first, or together. */
const namedUnapproved = async (
  reader: Reader,
  draft: FactDraft,
  owners: readonly string[],
): Promise<FieldIssue[]> => {
  const issues: FieldIssue[] = []
  for (const one of await waitedFor(reader.db, draft, enterable())) {
    const { owners: standing } = await standingOfDraft(reader, one.named)
    if (standing.some(({ owner, approved }) => approved === null && owners.includes(owner)))
      issues.push(namesDraft(one))
  }
  return issues
}

/**
 * Decides about a draft as it was at `revision`; `rejected` where what it names is not approved yet. Throws `not-found`,
 * `sign-in-needed`, `not-permitted`.
 */
export const decideDraft = async (
  reader: Reader,
  id: string,
  { revision, ...made }: DecisionMade & { revision: number },
): Promise<ActedOnFactDraft | { outcome: 'rejected'; draft: FactDraft; issues: FieldIssue[] }> => {
  const draft = await draftHeld(reader, id)
  const standing = await standingOfDraft(reader, draft)
  const decided = permittedDecision(reader, onItsWay(reader, draft), standing, made)
  const isLate = draft.publishedDatum !== null || draft.revision !== revision
  if (decided.decision === 'approved' && !isLate) {
    const issues = await namedUnapproved(reader, draft, decided.owners)
    if (issues.length > 0) return { outcome: 'rejected', draft, issues }
  }
  // Who may decide is asked of the draft as it was seen: what somebody wrote into it since may be their own.
  if (draft.publishedDatum === null && draft.revision !== revision)
    return { outcome: 'changed meanwhile', draft }
  return decideFactDraft(reader.db, id, { ...decided, revision, agent: agentOf(reader.person) })
}

/** Whose it is published as: marked as entered here where whoever publishes it has no right of its own. */
const rightOf = ({ person, world }: Reader, owners: readonly string[]) => {
  if (person.as !== 'person') return { publishedAs: 'desk' as const, entered: world === 'register' }
  return { publishedAs: owners.some(isKeeper) ? ('keeper' as const) : ('owner' as const), entered: false }
}

/** Publishes a draft as it was at `revision`. Throws `not-found`, `sign-in-needed`, `not-permitted`, `input-rejected`. */
export const publishDraft = async (
  reader: Reader,
  id: string,
  revision: number,
): Promise<PublishedFactDraft> => {
  const { db, person, world } = reader
  const draft = await draftHeld(reader, id)
  const standing = await standingOfDraft(reader, draft)
  if (standing.state === 'draft') return { outcome: 'not approved', draft }
  permit(person, 'publish', asThing(onItsWay(reader, draft), 'approved', person))
  // What it replaces may have become something not everyone sees since it was typed.
  await refuseHidden(db, { ...draft.content, actor: draft.actor, kind: draft.kind })
  if (draft.publishedDatum === null)
    refuseTier(reader, draft.content, await ownersOfTyped(db, draft.content, enterable()))
  const { publishedAs, entered } = rightOf(reader, draft.owners)
  return publishFactDraft(db, id, {
    ...{ revision, publishedAs, entered, agent: agentOf(person), kinds: enterable() },
    ...{ isSourced: world === 'register', sees: seesFact(reader) },
  })
}
