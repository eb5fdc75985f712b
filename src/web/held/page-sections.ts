// Sections on their way that go with a draft of a page: chosen when it is frozen, then approved and published together with it,
// all of them or none.
import { decide } from '../../accounts/decide.ts'
import { agentOf } from '../../accounts/person.ts'
import { listSectionDrafts, replacedBy, type SectionOnItsWay } from '../../cooperation/sections-on-way.ts'
import type { PageHead } from '../../cooperation/store.ts'
import type { Db } from '../../db/store.ts'
import { checkFact } from '../../facts/enter-fact.ts'
import { type FactDraft, factDraftThing } from '../../facts/fact-draft.ts'
import type { FieldIssue } from '../../facts/kind.ts'
import { type Issue, problem } from '../../problem.ts'
import type { DecisionMade } from '../data/approval.ts'
import type { SectionDraftShown } from '../data/cooperation.ts'
import { mayRead } from './draft-sight.ts'
import { enterable } from './enter-facts.ts'
import { decideDraft, findDraftOfToday, publishDraft, standingOfDraft } from './fact-draft-acts.ts'
import { seesFact } from './fact-tier.ts'
import type { Reader } from './handles.ts'

const titleOf = ({ content, draftId }: FactDraft): string => content['body.title']?.trim() || draftId

/** What keeps a section from being published as it stands. */
const issuesOf = ({ db, world, person }: Reader, draft: FactDraft): Promise<FieldIssue[]> =>
  checkFact(db, draft.content, {
    ...{ kinds: enterable(), entered: world === 'register', sees: seesFact({ person, world }) },
  })

/** The sections on their way that somebody may take along. At a desk nothing is on its way: what is typed there is a fact at once. */
const sectionsOf = async (reader: Reader, actor: string): Promise<FactDraft[]> =>
  reader.person.as === 'person'
    ? (await listSectionDrafts(reader.db, actor)).filter((draft) => mayRead(reader, draft))
    : []

/** The same as the form that freezes a page offers them. */
export const sectionsOffered = async (reader: Reader, actor: string): Promise<SectionDraftShown[]> => {
  const shown: SectionDraftShown[] = []
  for (const draft of await sectionsOf(reader, actor))
    shown.push({
      ...{ draftId: draft.draftId, revision: draft.revision, title: titleOf(draft) },
      does: draft.content.retracts?.trim()
        ? 'withdraws'
        : draft.content.supersedes?.trim()
          ? 'replaces'
          : 'new',
      isWrong: (await issuesOf(reader, draft)).length > 0,
    })
  return shown
}

const refuse = (words: string, issues: readonly Issue[]): void => {
  if (issues.length > 0) throw problem('input-rejected', words, [...issues])
}

const changedSince = (path: string): Issue => ({
  path,
  message: 'It was changed, given up or published since',
  expected: 'the page frozen anew, with the section as it is now',
})

/** The sections chosen, as they were at these revisions. Throws `input-rejected`, with what is wrong in each. */
export const sectionsChosen = async (
  reader: Reader,
  actor: string,
  chosen: ReadonlyMap<string, number>,
): Promise<FactDraft[]> => {
  if (chosen.size === 0) return []
  const drafts = (await sectionsOf(reader, actor)).filter(({ draftId }) => chosen.has(draftId))
  const held = new Set(drafts.map(({ draftId }) => draftId))
  const issues: Issue[] = [
    ...[...chosen.keys()].filter((draftId) => !held.has(draftId)).map(changedSince),
    ...drafts
      .filter((one) => chosen.get(one.draftId) !== one.revision)
      .map((one) => changedSince(titleOf(one))),
  ]
  const replaced = new Set<string>()
  for (const draft of drafts) {
    const id = replacedBy(draft)
    if (id !== undefined && replaced.has(id))
      issues.push({ path: titleOf(draft), message: 'Another one chosen takes the place of the same section' })
    if (id !== undefined) replaced.add(id)
    for (const { field, ...issue } of await issuesOf(reader, draft))
      issues.push({ ...issue, path: `${titleOf(draft)}, ${field}` })
  }
  refuse('The page was not frozen: sections on their way have mistakes.', issues)
  return drafts
}

/** A section as a page was frozen with it: still so and on its way, published as it was, or changed or given up since. */
type Kept = { section: SectionOnItsWay; draft: FactDraft | undefined; is: 'open' | 'published' | 'changed' }

const keptOf = async (reader: Reader, { sections }: PageHead): Promise<Kept[]> => {
  const kept: Kept[] = []
  for (const section of sections) {
    const draft = await findDraftOfToday(reader, section.draftId)
    const isSame = draft?.sha256 === section.sha256
    kept.push({
      ...{ section, draft },
      is: !isSame ? 'changed' : draft.publishedDatum === null ? 'open' : 'published',
    })
  }
  return kept
}

/** The sections of a draft of a page that are still on their way, whatever they say now. */
export const openSections = async (reader: Reader, head: PageHead): Promise<FactDraft[]> =>
  (await keptOf(reader, head)).flatMap(({ draft }) =>
    draft === undefined || draft.publishedDatum !== null ? [] : [draft],
  )

/** Whether all sections of a draft of a page that are still on their way are approved as they stand. */
export const areSectionsApproved = async (reader: Reader, head: PageHead): Promise<boolean> => {
  for (const draft of await openSections(reader, head))
    if ((await standingOfDraft(reader, draft)).state !== 'approved') return false
  return true
}

/** Titles of the sections of a draft of a page that were changed or given up since it was frozen; the id of what is gone. */
export const changedSections = async (reader: Reader, head: PageHead): Promise<string[]> =>
  (await keptOf(reader, head)).flatMap(({ section, draft, is }) =>
    is === 'changed' ? [draft === undefined ? section.draftId : titleOf(draft)] : [],
  )

/** Those as they were when the page was frozen. Throws `input-rejected` where one is not. */
const openAsFrozen = async (reader: Reader, head: PageHead): Promise<FactDraft[]> => {
  refuse(
    'Nothing was done: sections of this draft were changed or given up since it was frozen. Freeze the page anew.',
    (await changedSections(reader, head)).map(changedSince),
  )
  return (await keptOf(reader, head)).flatMap(({ draft, is }) =>
    is === 'open' && draft !== undefined ? [draft] : [],
  )
}

const refused = (draft: FactDraft, issues: readonly FieldIssue[]) =>
  problem(
    'input-rejected',
    'A section cannot be published as it stands; nothing was done.',
    issues.map(({ field, ...issue }) => ({ path: `${titleOf(draft)}, ${field}`, ...issue })),
  )

/** In a transaction nothing is read of the people beside the worlds, nor of the other world. */
const within = ({ people: _, other: __, ...reader }: Reader, trx: Db): Reader => ({
  ...reader,
  db: trx,
  seen: trx,
})

/**
 * Does with the sections of a draft of a page what is decided about it, within its transaction: approved with it, and no longer
 * approved once it is not. That it is asked for says nothing of each: who approves finds one thing that waits. Throws
 * `input-rejected` where one was changed since, `not-permitted`.
 */
export const decideSections = async (
  outer: Reader,
  trx: Db,
  head: PageHead,
  { decision }: Pick<DecisionMade, 'decision'>,
): Promise<void> => {
  if (head.sections.length === 0) return
  const reader = within(outer, trx)
  if (decision === 'ask' || decision === 'approve') {
    const drafts = await openAsFrozen(reader, head)
    if (decision === 'ask') return
    for (const { draftId, revision } of drafts) {
      const done = await decideDraft(reader, draftId, { decision: 'approve', note: null, revision })
      if (done.outcome === 'rejected') throw refused(done.draft, done.issues)
      if (done.outcome !== 'done') refuse('Nothing was done.', [changedSince(titleOf(done.draft))])
    }
    return
  }
  for (const draft of await openSections(reader, head)) {
    const { owners } = await standingOfDraft(reader, draft)
    const approved = owners.flatMap(({ owner, approved: one }) => (one === null ? [] : [owner]))
    const about = { thing: factDraftThing(draft.draftId), owners: draft.owners, sha256: draft.sha256 }
    if (approved.length > 0)
      await decide(trx, about, { decision: 'withdrawn', owners: approved, agent: agentOf(reader.person) })
  }
}

/**
 * Publishes the sections of a draft of a page, within its transaction, in the order in which they were begun. Throws
 * `input-rejected` where one was changed since or cannot be published, `not-permitted`.
 */
export const publishSections = async (
  outer: Reader,
  trx: Db,
  head: PageHead,
): Promise<'published' | 'not approved'> => {
  if (head.sections.length === 0) return 'published'
  const reader = within(outer, trx)
  for (const { draftId, revision } of await openAsFrozen(reader, head)) {
    const done = await publishDraft(reader, draftId, revision)
    if (done.outcome === 'not approved') return 'not approved'
    if (done.outcome === 'rejected') throw refused(done.draft, done.issues)
    if (done.outcome !== 'published') refuse('Nothing was done.', [changedSince(titleOf(done.draft))])
  }
  return 'published'
}
