// Facts on their way, for whoever may work on them: what is typed is kept, approved by each owner, and published.
import { findStanding } from '../../accounts/decide.ts'
import { may } from '../../accounts/may.ts'
import { asThing, type OnItsWay } from '../../accounts/on-its-way.ts'
import { permit, permitEntering } from '../../accounts/permit.ts'
import { agentOf, isKeeper } from '../../accounts/person.ts'
import {
  beginFactDraft,
  decideFactDraft,
  discardFactDraft,
  publishFactDraft,
  saveFactDraft,
} from '../../facts/edit-fact-draft.ts'
import { checkFact } from '../../facts/enter-fact.ts'
import { type FactDraft, factDraftThing } from '../../facts/fact-draft.ts'
import { findFactDraft, listOpenFactDrafts } from '../../facts/fact-draft-store.ts'
import { ownersOfTyped, partiesNotHeld } from '../../facts/fact-owners.ts'
import { findDiscardedFact } from '../../facts/restore-fact-draft.ts'
import { listDatums } from '../../facts/store.ts'
import { problem } from '../../problem.ts'
import { readShippedKinds } from '../../reports/shipped.ts'
import type { FactDraftActed, FactDraftShown, FactDrafts } from '../data/approval.ts'
import { namesHeld } from './actor-names.ts'
import { bodyOf, enterable, refuseHidden } from './enter-facts.ts'
import { mayReadKept } from './fact-draft-seen.ts'
import { kindOfFact } from './fact-thing.ts'
import { refuseTier, seesFact } from './fact-tier.ts'
import type { Reader } from './handles.ts'
import { callsAgents } from './known-people.ts'
import { permittedDecision, standingShown } from './standing-shown.ts'

/** More drafts than these are no list one looks through. */
const mostListed = 500

const onItsWay = (
  { world }: Reader,
  { kind, owners, startedBy, changedBy }: Pick<FactDraft, 'kind' | 'owners' | 'startedBy' | 'changedBy'>,
): OnItsWay => ({
  world,
  kind: kindOfFact(kind),
  owners,
  writers: [...new Set([startedBy, changedBy])],
})

const standingOfDraft = (reader: Reader, draft: FactDraft) =>
  findStanding(
    reader.db,
    { thing: factDraftThing(draft.draftId), owners: draft.owners, sha256: draft.sha256 },
    draft.publishedDatum !== null,
  )

const becameOf = async ({ db }: Reader, { publishedDatum }: FactDraft): Promise<string | null> =>
  publishedDatum === null
    ? null
    : ((await listDatums(db, { datumIds: [publishedDatum] }))[0]?.externalId ?? null)

/** Whose it is published as: marked as entered here where whoever publishes it has no right of its own. */
const rightOf = ({ person, world }: Reader, owners: readonly string[]) => {
  if (person.as !== 'person') return { publishedAs: 'desk' as const, entered: world === 'register' }
  return { publishedAs: owners.some(isKeeper) ? ('keeper' as const) : ('owner' as const), entered: false }
}

const mayRead = (reader: Reader, draft: FactDraft): boolean =>
  may(reader.person, 'read', asThing(onItsWay(reader, draft), 'draft', reader.person))

const shownOf = async (reader: Reader, draft: FactDraft): Promise<FactDraftShown> => {
  const { db, world } = reader
  const nameOf = await namesHeld(db)
  const isOpen = draft.publishedDatum === null
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
      ? await checkFact(db, draft.content, {
          ...{ kinds: enterable(), entered: world === 'register', sees: seesFact(reader) },
        })
      : [],
    standing: await standingShown(
      onItsWay(reader, draft),
      await standingOfDraft(reader, draft),
      reader,
      nameOf,
    ),
    became: await becameOf(reader, draft),
  }
}

/** The draft, for those who may read it; for others there is none. Throws `not-found`. */
const draftHeld = async (reader: Reader, id: string): Promise<FactDraft> => {
  const draft = await findFactDraft(reader.db, id)
  if (draft === undefined || !mayRead(reader, draft)) throw problem('not-found', 'There is no such draft.')
  return draft
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
  return {
    listFactDrafts: async () => {
      const drafts = await listOpenFactDrafts(db, mostListed)
      const nameOf = await namesHeld(db)
      return drafts
        .filter((draft) => mayRead(reader, draft))
        .map((draft) => ({
          draftId: draft.draftId,
          actor: draft.actor,
          actorName: nameOf(draft.actor),
          kind: draft.kind,
          title: readShippedKinds()[draft.kind]?.title ?? draft.kind,
          body: bodyOf(draft.content),
          changedAt: draft.changedAt,
        }))
    },
    findFactDraft: async (id) => {
      const draft = await findFactDraft(db, id)
      return draft === undefined || !mayRead(reader, draft) ? undefined : shownOf(reader, draft)
    },
    beginFactDraft: async (typed) => {
      await refuseHidden(db, typed)
      const owners = await ownersOfTyped(db, typed)
      const wanted = { kind: typed.kind ?? '', owners, startedBy: agent, changedBy: agent }
      permit(person, 'enter', asThing(onItsWay(reader, wanted), 'draft', person))
      refuseTier(reader, typed, owners)
      return (await beginFactDraft(db, typed, agent)).draftId
    },
    saveFactDraft: async (id, { typed, revision }) => {
      const draft = await draftHeld(reader, id)
      const { state } = await standingOfDraft(reader, draft)
      permit(person, 'edit', asThing(onItsWay(reader, draft), state, person))
      const whole = { ...typed, actor: draft.actor, kind: draft.kind }
      await refuseHidden(db, whole)
      refuseTier(reader, whole, await ownersOfTyped(db, whole))
      const saved = await saveFactDraft(db, id, { typed, revision, agent })
      return acted(saved.outcome, saved.draft)
    },
    decideFactDraft: async (id, { revision, ...made }) => {
      const draft = await draftHeld(reader, id)
      const standing = await standingOfDraft(reader, draft)
      const decided = permittedDecision(reader, onItsWay(reader, draft), standing, made)
      // Who may decide is asked of the draft as it was seen: what somebody wrote into it since may be their own.
      if (draft.publishedDatum === null && draft.revision !== revision)
        return acted('changed meanwhile', draft)
      const done = await decideFactDraft(db, id, { ...decided, revision, agent })
      return acted(done.outcome, done.draft)
    },
    publishFactDraft: async (id, revision) => {
      const draft = await draftHeld(reader, id)
      const standing = await standingOfDraft(reader, draft)
      if (standing.state === 'draft') return acted('not approved', draft)
      permit(person, 'publish', asThing(onItsWay(reader, draft), 'approved', person))
      // What it replaces may have become something not everyone sees since it was typed.
      await refuseHidden(db, { ...draft.content, actor: draft.actor, kind: draft.kind })
      refuseTier(reader, draft.content, draft.owners)
      const { publishedAs, entered } = rightOf(reader, draft.owners)
      const published = await publishFactDraft(db, id, {
        ...{ revision, publishedAs, entered, agent, kinds: enterable(), isSourced: world === 'register' },
        sees: seesFact(reader),
      })
      return acted(published.outcome, published.draft, 'done')
    },
    wasFactDraftDiscarded: async (id) => {
      permitEntering(person, world)
      const kept = await findDiscardedFact(db, id)
      return kept !== undefined && mayReadKept(person, world, kept)
    },
    discardFactDraft: async (id, revision) => {
      const draft = await draftHeld(reader, id)
      const { state } = await standingOfDraft(reader, draft)
      permit(person, 'discard', asThing(onItsWay(reader, draft), state, person))
      const { outcome } = await discardFactDraft(db, id, { revision, agent })
      return outcome === 'published' ? 'published already' : outcome
    },
  }
}
