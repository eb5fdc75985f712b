// Facts on their way that are alike: from the same hand, of the same actor, by the same document, and waiting for the same
// reader to do the same. They are looked at, approved and published together; the trail has each by itself.
import { standingOf } from '../../accounts/approval.ts'
import { listDecisions } from '../../accounts/approval-store.ts'
import { may } from '../../accounts/may.ts'
import { asThing, ownersFor } from '../../accounts/on-its-way.ts'
import { inTransaction } from '../../db/store.ts'
import { type FactDraft, factDraftThing } from '../../facts/fact-draft.ts'
import { listOpenFactDrafts } from '../../facts/fact-draft-store.ts'
import { listDatums } from '../../facts/store.ts'
import { problem } from '../../problem.ts'
import type { DraftAlike, FactNamed } from '../data/approval.ts'
import { onItsWay } from './draft-sight.ts'
import { bodyOf } from './enter-facts.ts'
import { decideDraft, publishDraft } from './fact-draft-acts.ts'
import type { Reader } from './handles.ts'

/** More drafts than these are not looked through for those that are alike. */
const mostLookedThrough = 500
/** More than these nobody reads before pressing one button, and the store has others to serve meanwhile. */
const mostTogether = 100

const documentOf = ({ content }: FactDraft): string =>
  JSON.stringify(
    ['title', 'publisher', 'address', 'date'].map((part) => content[`source.${part}`]?.trim() ?? ''),
  )

/** What its reader may do about a draft that waits for them; undefined where it waits for nobody, or for others. */
const stepOf = (
  reader: Reader,
  draft: FactDraft,
  decided: Parameters<typeof standingOf>[1],
): 'approve' | 'publish' | undefined => {
  const { person } = reader
  const standing = standingOf(draft.owners, decided, draft.sha256)
  const one = onItsWay(reader, draft)
  if (standing.state === 'approved')
    return may(person, 'publish', asThing(one, 'approved', person)) ? 'publish' : undefined
  if (standing.asked === null) return undefined
  const theirs = ownersFor(one, 'approve', standing, person, may)
  return standing.owners.some(({ owner, approved }) => approved === null && theirs.includes(owner))
    ? 'approve'
    : undefined
}

/** What the facts say that drafts take the place of or take away, by kind and id. */
const factsNamed = async (
  { seen }: Reader,
  drafts: readonly FactDraft[],
): Promise<(kind: string, id: string | undefined) => FactNamed | null> => {
  const idOf = ({ content }: FactDraft) => content.supersedes?.trim() || content.retracts?.trim()
  const naming = drafts.filter((draft) => idOf(draft))
  const facts = await Promise.all(
    naming.map(({ actor, kind, ...draft }) =>
      listDatums(seen, { actor, kind, externalId: idOf({ actor, kind, ...draft }) ?? '' }),
    ),
  )
  const byName = new Map(facts.flat().map((datum) => [`${datum.kind}/${datum.externalId}`, datum]))
  return (kind, id) => {
    if (!id?.trim()) return null
    const fact = byName.get(`${kind}/${id.trim()}`)
    return { id: id.trim(), body: fact?.body ?? null, language: fact?.language ?? null }
  }
}

/**
 * The others that are alike and wait for the same step of its reader, in the order in which they were begun, with everything that
 * was typed; `left`: how many more there are. Null where it waits for others, or none is alike.
 */
export const draftsAlike = async (
  reader: Reader,
  draft: FactDraft,
): Promise<{ step: 'approve' | 'publish'; drafts: DraftAlike[]; left: number } | null> => {
  if (draft.publishedDatum !== null || documentOf(draft) === JSON.stringify(['', '', '', ''])) return null
  const document = documentOf(draft)
  const alike = (await listOpenFactDrafts(reader.db, mostLookedThrough)).filter(
    (one) => one.actor === draft.actor && one.startedBy === draft.startedBy && documentOf(one) === document,
  )
  if (alike.length < 2) return null
  const decided = await listDecisions(
    reader.db,
    alike.map(({ draftId }) => factDraftThing(draftId)),
  )
  const stepFor = (one: FactDraft) => stepOf(reader, one, decided.get(factDraftThing(one.draftId)) ?? [])
  const step = stepFor(draft)
  if (step === undefined) return null
  const others = alike
    .filter((one) => one.draftId !== draft.draftId && stepFor(one) === step)
    .sort((one, other) => (one.draftId < other.draftId ? -1 : 1))
  const listed = others.slice(0, mostTogether)
  const named = await factsNamed(reader, listed)
  const drafts = listed.map(
    ({ draftId, kind, content, revision }): DraftAlike => ({
      ...{ draftId, kind, revision, typed: content, body: bodyOf(content) },
      language: content.language?.trim() || null,
      replaces: named(kind, content.supersedes),
      withdraws: named(kind, content.retracts),
    }),
  )
  return drafts.length === 0 ? null : { step, drafts, left: others.length - listed.length }
}

/**
 * Approves or publishes drafts as they were at their revisions, in the order given, all of them or none. Throws
 * `changed-meanwhile` where one was changed since, `input-rejected` where one has mistakes, `not-found`, `not-permitted`, and
 * `usage` for more than are offered at once.
 */
export const decideTogether = async (
  reader: Reader,
  { step, drafts }: { step: 'approve' | 'publish'; drafts: readonly { draftId: string; revision: number }[] },
): Promise<number> => {
  if (drafts.length > mostTogether + 1)
    throw problem('usage', `${mostTogether + 1} at most are decided about at once; found ${drafts.length}.`)
  return inTransaction(reader.db, async (trx) => {
    // Who is called how stands beside the worlds, where no transaction of a world reaches; nothing of it is said here.
    const { people: _, ...inWorld } = reader
    const own = { ...inWorld, db: trx, seen: trx }
    for (const { draftId, revision } of drafts) {
      const done =
        step === 'publish'
          ? await publishDraft(own, draftId, revision)
          : await decideDraft(own, draftId, { decision: 'approve', note: null, revision })
      // Published where it was to be approved: somebody else was faster.
      const isLate =
        done.outcome === 'changed meanwhile' || (step === 'approve' && done.outcome === 'published')
      if (isLate)
        throw problem(
          'changed-meanwhile',
          'One of them has been changed or published since; nothing was done.',
        )
      if (done.outcome === 'not approved')
        throw problem('not-permitted', 'One of them is not approved by all its owners; nothing was done.')
      if (done.outcome === 'rejected')
        throw problem(
          'input-rejected',
          'One of them cannot be published as it stands; nothing was done.',
          done.issues.map(({ field, ...issue }) => ({
            path: `${done.draft.content.id ?? draftId}, ${field}`,
            ...issue,
          })),
        )
    }
    return drafts.length
  })
}
