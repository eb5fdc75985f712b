// Facts on their way, for whoever may work on them: what is typed is kept, approved by each owner, and published.
import { asThing, asWritten } from '../../accounts/on-its-way.ts'
import { permit, permitEntering } from '../../accounts/permit.ts'
import { agentOf } from '../../accounts/person.ts'
import { draftsBefore, draftsNamedBy, draftsNaming, factOnItsWay } from '../../facts/drafts-named.ts'
import { beginFactDraft, discardFactDraft, saveFactDraft } from '../../facts/edit-fact-draft.ts'
import { checkFact } from '../../facts/enter-fact.ts'
import type { FactDraft } from '../../facts/fact-draft.ts'
import { listActorDrafts, listOpenFactDrafts } from '../../facts/fact-draft-store.ts'
import { ownersOfTyped, partiesNotHeld } from '../../facts/fact-owners.ts'
import type { FieldIssue } from '../../facts/kind.ts'
import { findDiscardedFact } from '../../facts/restore-fact-draft.ts'
import { listDatums } from '../../facts/store.ts'
import { todayIn } from '../../facts/today.ts'
import { readShippedKinds } from '../../reports/shipped.ts'
import type { FactDraftActed, FactDraftListed, FactDraftShown, FactDrafts } from '../data/approval.ts'
import { namesHeld } from './actor-names.ts'
import { mayRead, onItsWay } from './draft-sight.ts'
import { decideTogether, draftsAlike } from './drafts-alike.ts'
import { bodyOf, enterable, refuseHidden } from './enter-facts.ts'
import {
  decideDraft,
  draftHeld,
  findDraftOfToday,
  publishDraft,
  standingOfDraft,
  withHands,
} from './fact-draft-acts.ts'
import { mayReadKept } from './fact-draft-seen.ts'
import { refuseTier, seesFact, tierIssues } from './fact-tier.ts'
import type { Reader } from './handles.ts'
import { callsAgents } from './known-people.ts'
import { standingShown } from './standing-shown.ts'

/** More drafts than these are no list one looks through. */
const mostListed = 500

const becameOf = async ({ db }: Reader, { publishedDatum }: FactDraft): Promise<string | null> =>
  publishedDatum === null
    ? null
    : ((await listDatums(db, { datumIds: [publishedDatum] }))[0]?.externalId ?? null)

/** A draft as it stands in a list; nothing for who may not read it. */
const listedFor =
  (reader: Reader, nameOf: (actor: string) => string) =>
  (draft: FactDraft): FactDraftListed[] =>
    mayRead(reader, draft)
      ? [
          {
            draftId: draft.draftId,
            actor: draft.actor,
            actorName: nameOf(draft.actor),
            kind: draft.kind,
            title: readShippedKinds()[draft.kind]?.title ?? draft.kind,
            body: bodyOf(draft.content),
            changedAt: draft.changedAt,
          },
        ]
      : []

const shownOf = async (reader: Reader, draft: FactDraft): Promise<FactDraftShown> => {
  const { db, world } = reader
  const nameOf = await namesHeld(db)
  const isOpen = draft.publishedDatum === null
  const drafts = isOpen ? await listActorDrafts(db, draft.actor) : []
  const today = await todayIn(db)
  const named = draftsNamedBy(draft, drafts, enterable()).map((one) => one.named)
  const listed = listedFor(reader, nameOf)
  return {
    draftId: draft.draftId,
    actor: draft.actor,
    actorName: nameOf(draft.actor),
    kind: draft.kind,
    title: readShippedKinds()[draft.kind]?.title ?? draft.kind,
    typed: draft.content,
    body: bodyOf(draft.content),
    revision: draft.revision,
    changedAt: draft.changedAt,
    changedBy: (await callsAgents(reader, draft.owners))(draft.changedBy, null),
    notHeld: await partiesNotHeld(db, draft.content),
    issues: isOpen
      ? [
          ...(await checkFact(db, draft.content, {
            ...{ kinds: enterable(), entered: world === 'register', sees: seesFact(reader) },
            onTheirWay: draftsBefore(draft.content.id ?? '', drafts).flatMap(
              (one) => factOnItsWay(one, enterable(), today) ?? [],
            ),
          })),
          ...tierIssues(reader, draft.content, await ownersOfTyped(db, draft.content, enterable())),
        ]
      : [],
    standing: await standingShown(
      await withHands(reader, draft),
      await standingOfDraft(reader, draft),
      reader,
      nameOf,
    ),
    became: await becameOf(reader, draft),
    names: [...new Set(named)].flatMap(listed),
    namedBy: draftsNaming(draft, drafts, enterable()).flatMap(listed),
    alike: null,
  }
}

/** Facts on their way in one world, for one reader. */
export const factDraftsHeld = (reader: Reader): FactDrafts => {
  const { db, person, world } = reader
  const agent = agentOf(person)
  const acted = async (
    outcome: FactDraftActed['outcome'] | 'saved' | 'published',
    draft: FactDraft,
    publishedIs: 'done' | 'published already' = 'published already',
  ): Promise<FactDraftActed> => ({
    outcome: outcome === 'saved' ? 'done' : outcome === 'published' ? publishedIs : outcome,
    shown: await shownOf(reader, draft),
  })
  /** With what is wrong for what was asked of it, beside what is wrong with it. */
  const refused = (one: FactDraftActed, done: { outcome: string; issues?: FieldIssue[] }): FactDraftActed =>
    done.outcome !== 'rejected' || done.issues === undefined
      ? one
      : { ...one, shown: { ...one.shown, issues: done.issues } }
  return {
    listFactDrafts: async () => {
      const drafts = await listOpenFactDrafts(db, mostListed)
      const nameOf = await namesHeld(db)
      return drafts.flatMap(listedFor(reader, nameOf))
    },
    findFactDraft: async (id) => {
      const draft = await findDraftOfToday(reader, id)
      if (draft === undefined) return undefined
      return { ...(await shownOf(reader, draft)), alike: await draftsAlike(reader, draft) }
    },
    beginFactDraft: async (typed, read) => {
      await refuseHidden(db, typed)
      const owners = await ownersOfTyped(db, typed, enterable())
      const wanted = { kind: typed.kind ?? '', owners, startedBy: agent, changedBy: agent }
      permit(person, 'enter', asThing(onItsWay(reader, wanted), 'draft', person))
      refuseTier(reader, typed, owners)
      return (await beginFactDraft(db, typed, { agent, kinds: enterable(), ...read })).draftId
    },
    saveFactDraft: async (id, { typed, revision }) => {
      const draft = await draftHeld(reader, id)
      const { state } = await standingOfDraft(reader, draft)
      permit(person, 'edit', asWritten(await withHands(reader, draft), state, person))
      const whole = { ...typed, actor: draft.actor, kind: draft.kind }
      await refuseHidden(db, whole)
      refuseTier(reader, whole, await ownersOfTyped(db, whole, enterable()))
      const saved = await saveFactDraft(db, id, { typed, revision, agent, kinds: enterable() })
      return acted(saved.outcome, saved.draft)
    },
    decideFactDraft: async (id, made) => {
      const done = await decideDraft(reader, id, made)
      return refused(await acted(done.outcome, done.draft), done)
    },
    publishFactDraft: async (id, revision) => {
      const done = await publishDraft(reader, id, revision)
      return refused(await acted(done.outcome, done.draft, 'done'), done)
    },
    decideTogether: (given) => decideTogether(reader, given),
    wasFactDraftDiscarded: async (id) => {
      permitEntering(person, world)
      const kept = await findDiscardedFact(db, id)
      return kept !== undefined && mayReadKept(person, world, kept)
    },
    discardFactDraft: async (id, revision) => {
      const draft = await draftHeld(reader, id)
      const { state } = await standingOfDraft(reader, draft)
      permit(person, 'discard', asWritten(await withHands(reader, draft), state, person))
      const { outcome } = await discardFactDraft(db, id, { revision, agent })
      return outcome === 'published' ? 'published already' : outcome
    },
  }
}
