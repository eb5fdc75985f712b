// The page of an actor's multilateral cooperation, in what is held.
import { randomBytes } from 'node:crypto'
import type { Standing } from '../../accounts/approval.ts'
import { findStanding } from '../../accounts/decide.ts'
import { may } from '../../accounts/may.ts'
import { asThing, asWritten, type OnItsWay } from '../../accounts/on-its-way.ts'
import { permit } from '../../accounts/permit.ts'
import { agentOf } from '../../accounts/person.ts'
import { comparePages, type SectionCompared } from '../../cooperation/compare.ts'
import { makePage, type PageMade } from '../../cooperation/content.ts'
import { giveUpPage } from '../../cooperation/give-up.ts'
import { withoutOutOfSight } from '../../cooperation/out-of-sight.ts'
import type { PageContent } from '../../cooperation/page.ts'
import { changesSince } from '../../cooperation/page-changes.ts'
import { decidablePage, decidePage, freezeToday, publishPage } from '../../cooperation/publish.ts'
import { makeRatingForm, ratingKeyOf, type ratings, readRatingForm } from '../../cooperation/rating.ts'
import { countRating, listRatings, type RatingCount } from '../../cooperation/rating-store.ts'
import { listGivenUp, listPages, type PageHead, pageId, readPage } from '../../cooperation/store.ts'
import { type Db, inTransaction } from '../../db/store.ts'
import type { FactDraft } from '../../facts/fact-draft.ts'
import { findFactDraft } from '../../facts/fact-draft-store.ts'
import { calendarToday, todayIn } from '../../facts/today.ts'
import { findActor } from '../../parties/actor-store.ts'
import { problem } from '../../problem.ts'
import type { DraftAlike } from '../data/approval.ts'
import type {
  CooperationData,
  CooperationShown,
  PageCompared,
  PageVersionShown,
  RatingsCounted,
} from '../data/cooperation.ts'
import { namesHeld } from './actor-names.ts'
import { bodyOf } from './enter-facts.ts'
import type { Reader } from './handles.ts'
import {
  areSectionsApproved,
  changedSections,
  decideSections,
  openSections,
  publishSections,
  sectionsChosen,
  sectionsOffered,
} from './page-sections.ts'
import { permittedDecision, standingShown } from './standing-shown.ts'
import { actorShown } from './states.ts'
import { untilWritten } from './until-written.ts'

const onItsWay = ({ world }: Reader, { owners, frozenBy }: PageHead): OnItsWay => ({
  world,
  // Frozen, approved and published as figures are.
  kind: 'figures',
  owners,
  writers: [frozenBy],
})

const mayRead = (reader: Reader, head: PageHead): boolean =>
  may(
    reader.person,
    'read',
    asThing(onItsWay(reader, head), head.publishedAt === null ? 'draft' : 'published', reader.person),
  )

/** The page before anyone froze it, as permission asks about it. */
const unfrozen = (reader: Reader, actor: string) =>
  asThing({ world: reader.world, kind: 'figures', owners: [actor], writers: [] }, 'draft', reader.person)

const versionShown = (head: PageHead, nameOf: (actor: string) => string): PageVersionShown => ({
  id: head.id,
  sha256: head.sha256,
  number: head.number,
  knownOn: head.knownOn,
  frozenAt: head.recordedAt,
  publishedAt: head.publishedAt,
  publishedAs: head.publishedAs,
  approvedBy: head.publishedAs === 'owner' ? head.owners.map(nameOf) : [],
})

const countedIn = (counts: readonly RatingCount[]): RatingsCounted => {
  const of = (one: (typeof ratings)[number]): number =>
    counts.filter(({ useful }) => useful === one).reduce((sum, { count }) => sum + count, 0)
  const [yes, partly, no] = [of('yes'), of('partly'), of('no')]
  return { yes, partly, no, all: yes + partly + no }
}

/** A section on its way with all that was typed. */
const typedSection = ({ draftId, kind, revision, content }: FactDraft): DraftAlike => {
  const named = (id: string | undefined) =>
    id?.trim() ? { id: id.trim(), body: null, language: null } : null
  return {
    ...{ draftId, kind, revision, typed: content, body: bodyOf(content) },
    language: content.language?.trim() || null,
    replaces: named(content.supersedes),
    withdraws: named(content.retracts),
  }
}

/** A transaction that is undone where something in it is not approved. */
const allOrNone = async <T extends string>(db: Db, work: (trx: Db) => Promise<T>): Promise<T> => {
  let outcome: T | undefined
  const undo = new Error('Not approved: undone')
  try {
    return await inTransaction(db, async (trx) => {
      outcome = await work(trx)
      if (outcome === 'not approved') throw undo
      return outcome
    })
  } catch (error) {
    if (error !== undo) throw error
    return outcome!
  }
}

const isMeant = (asked: string, head: PageHead): boolean =>
  /^\d{1,9}$/.test(asked)
    ? head.number === Number(asked)
    : /^[0-9a-f]{12,64}$/.test(asked) && head.sha256.startsWith(asked)

type Making = { make: (actor: string, withEntered: boolean) => ReturnType<typeof makePage> }

// By store: readers come and go, and what a page is made of is read whole.
const makings = new WeakMap<Db, Making>()

/** Pages as the register has them, each made once until something is written. */
const makingOf = (db: Db): Making => {
  const making =
    makings.get(db) ??
    untilWritten(db, { make: (actor: string, withEntered: boolean) => makePage(db, actor, { withEntered }) })
  makings.set(db, making)
  return making
}

// Where no secret is given, as in a site made for one process, forms are good as long as that runs.
const keyOfProcess = randomBytes(32)

/** The pages of cooperation of one world, for one reader. */
export const cooperationHeld = (reader: Reader): CooperationData => {
  const { db, world, person, secret } = reader
  const agent = agentOf(person)
  const key = secret === undefined ? keyOfProcess : ratingKeyOf(secret)
  const boundTo = (sha256: string): string => `${world}:${sha256}`
  const headsSeen = async (actor: string): Promise<PageHead[]> =>
    (await listPages(db, actor)).filter((head) => mayRead(reader, head))
  const getHead = async (actor: string, version: string): Promise<PageHead> => {
    const head = (await headsSeen(actor)).find((one) => isMeant(version, one))
    if (head === undefined) throw problem('not-found', `No page "${version}" of "${actor}" is held.`)
    return head
  }
  const standingOf = async (head: PageHead): Promise<Standing> => {
    const standing = await findStanding(db, decidablePage(head), head.publishedAt !== null)
    if (standing.state !== 'approved' || (await areSectionsApproved(reader, head))) return standing
    // It goes with its sections: what is not approved of them is not approved of it.
    const owners = standing.owners.map((one) => ({ ...one, approved: null }))
    return { ...standing, state: 'draft', approved: 0, owners }
  }

  const show = async (id: string, asked?: string): Promise<CooperationShown | undefined> => {
    const found = await findActor(db, id)
    if (found === undefined) return undefined
    const heads = await headsSeen(id)
    const mayFreeze = may(person, 'enter', unfrozen(reader, id))
    const isPreview = asked === 'preview' && mayFreeze
    const head =
      asked === undefined
        ? heads.find(({ number }) => number !== null)
        : heads.find((one) => isMeant(asked, one))
    if (asked !== undefined && asked !== 'now' && !isPreview && head === undefined) return undefined
    // A draft is held against the page as it would be once its sections are published too.
    const drafts = head === undefined || head.publishedAt !== null ? [] : await openSections(reader, head)
    const made =
      drafts.length === 0 ? (await makingOf(db).make(id, isPreview))! : (await makePage(db, id, { drafts }))!
    const { content, withheld } =
      head === undefined
        ? { content: made.content, withheld: 0 }
        : withoutOutOfSight(await readPage(db, head.sha256), made.outOfSight)
    const nameOf = await namesHeld(db)
    const isPublished = head !== undefined && head.publishedAt !== null
    return {
      today: await todayIn(db),
      actor: actorShown(found),
      is: isPublished ? 'published' : head !== undefined ? 'draft' : isPreview ? 'preview' : 'now',
      version: head === undefined ? null : versionShown(head, nameOf),
      content,
      withheld,
      changes: head === undefined ? null : changesSince(content, made.content),
      faults: mayFreeze ? made.faults : [],
      offered: mayFreeze ? await sectionsOffered(reader, id) : [],
      compared:
        head === undefined || isPublished
          ? null
          : await comparedWith(heads, content, made, { drafts, stale: await changedSections(reader, head) }),
      nameable: mayFreeze ? made.nameable : [],
      versions: heads.map((one) => versionShown(one, nameOf)),
      standing:
        head === undefined || isPublished
          ? null
          : await standingShown(onItsWay(reader, head), await standingOf(head), reader, nameOf),
      ratings: isPublished
        ? countedIn((await listRatings(db, id)).filter(({ sha256 }) => sha256 === head.sha256))
        : null,
      mayFreeze,
    }
  }

  /** A draft beside the last published version; where there is none beside the page as the register has it. */
  const comparedWith = async (
    heads: readonly PageHead[],
    content: PageContent,
    made: PageMade,
    { drafts, stale }: { drafts: readonly FactDraft[]; stale: string[] },
  ): Promise<PageCompared> => {
    const last = heads.find(({ number }) => number !== null)
    const before =
      last === undefined
        ? (await makingOf(db).make(content.actor, false))!.content
        : withoutOutOfSight(await readPage(db, last.sha256), made.outOfSight).content
    const compared = comparePages(before, content, made.sectionNames)
    const isOf = ({ was, now }: SectionCompared, { content: typed }: FactDraft): boolean =>
      now === null ? typed.retracts?.trim() === was?.section.id : typed.id?.trim() === now.section.id
    return {
      with: last?.number ?? null,
      before,
      sections: [
        ...compared.map((one) => {
          const draft = drafts.find((draft) => isOf(one, draft))
          return { ...one, draft: draft === undefined ? null : typedSection(draft) }
        }),
        // One that takes away what no published page holds, or was written anew since: nothing that is approved goes unseen.
        ...drafts
          .filter((draft) => !compared.some((one) => isOf(one, draft)))
          .map((draft) => ({
            ...({ is: 'gone', was: null, now: null } as const),
            draft: typedSection(draft),
          })),
      ],
      stale,
    }
  }

  return {
    cooperation: {
      show,
      freeze: async (actor, sections) => {
        permit(person, 'enter', unfrozen(reader, actor))
        const drafts = await sectionsChosen(reader, actor, sections)
        const { sha256, outcome } = await freezeToday(db, actor, agent, drafts)
        return { id: pageId(sha256), outcome }
      },
      decide: async (actor, version, made) => {
        const head = await getHead(actor, version)
        const standing = await standingOf(head)
        if (standing.state === 'published') return 'published'
        const decided = permittedDecision(reader, onItsWay(reader, head), standing, made)
        return inTransaction(db, async (trx) => {
          await decideSections(reader, trx, head, made)
          return decidePage(trx, { actor, sha256: head.sha256 }, { ...decided, agent })
        })
      },
      publish: async (actor, version) => {
        const head = await getHead(actor, version)
        permit(person, 'publish', asThing(onItsWay(reader, head), 'approved', person))
        const isDesk = person.as !== 'person'
        const publishedAs = isDesk ? 'desk' : 'owner'
        const given = { agent, publishedAs, needsApproval: !isDesk } as const
        return allOrNone(db, async (trx) => {
          const sections = await publishSections(reader, trx, head)
          return sections === 'published' ? publishPage(trx, { actor, sha256: head.sha256 }, given) : sections
        })
      },
      findFrozenWith: async (actor, draftId) => {
        const draft = await findFactDraft(db, draftId)
        const head = (await headsSeen(actor)).find(
          ({ number, sections }) =>
            number === null &&
            sections.some((one) => one.draftId === draftId && one.sha256 === draft?.sha256),
        )
        return head && versionShown(head, await namesHeld(db))
      },
      discard: async (actor, version) => {
        const head = await getHead(actor, version)
        const { state } = await standingOf(head)
        permit(person, 'discard', asWritten(onItsWay(reader, head), state, person))
        return giveUpPage(db, { actor, sha256: head.sha256 }, agent)
      },
      findGivenUp: async (actor, version) =>
        (await listGivenUp(db, actor)).find((head) => isMeant(version, head) && mayRead(reader, head))
          ?.sha256,
      ratingForm: (sha256) => makeRatingForm(key, boundTo(sha256), Date.now()),
      rate: async (sha256, { useful, language, form }) => {
        const read = readRatingForm(key, boundTo(sha256), form, Date.now())
        if (typeof read === 'string') return read
        // What readers do here has the calendar's day, in an exercise too (decision 0023).
        return countRating(db, { sha256, language, useful, day: calendarToday() }, read)
      },
      ratings: async (id) => {
        const found = await findActor(db, id)
        if (found === undefined) return undefined
        const nameOf = await namesHeld(db)
        const heads = (await headsSeen(id)).filter(({ number }) => number !== null)
        const counts = await listRatings(db, id)
        return {
          actor: actorShown(found),
          versions: heads.map((head) => ({
            ...versionShown(head, nameOf),
            ratings: countedIn(counts.filter(({ sha256 }) => sha256 === head.sha256)),
          })),
          counts,
        }
      },
    },
  }
}
