// A page on its way to everyone: frozen, approved or returned by whose page it is, then published under the next number.
import type { PublishedAs } from '../accounts/approval-store.ts'
import { type Deciding, decide, findStanding } from '../accounts/decide.ts'
import { type Db, inTransaction } from '../db/store.ts'
import { thingKey } from '../db/thing-key.ts'
import type { FactDraft } from '../facts/fact-draft.ts'
import { type Issue, problem } from '../problem.ts'
import { makePage } from './content.ts'
import { restorePage, type Version } from './give-up.ts'
import { noLongerPublic } from './out-of-sight.ts'
import type { PageContent, PageFault } from './page.ts'
import {
  findHeldPage,
  freezePage,
  listPages,
  lockPages,
  notePublished,
  type PageHead,
  readPage,
} from './store.ts'

/** The page as approvals see it. */
export const decidablePage = ({ sha256, owners }: Pick<PageHead, 'sha256' | 'owners'>) => ({
  thing: thingKey.page(sha256),
  owners,
  sha256,
})

const faultWords: Record<PageFault['fault'], Pick<Issue, 'message' | 'expected'>> = {
  fact: {
    message: 'It names a fact that is not held, not received or not public',
    expected: 'the id of a fact of this actor, a kind of fact, or a topic such as topic:memberships',
  },
  figure: {
    message: 'A figure typed by hand has neither day nor source',
    expected: 'the id of the fact that holds it in braces',
  },
  language: {
    message: 'It is not known in which language this is written',
    expected: 'ownLanguage, such as mn or fr',
  },
}

const contentToday = async (db: Db, actor: string, drafts: readonly FactDraft[]): Promise<PageContent> => {
  const made = await makePage(db, actor, { drafts })
  if (made === undefined) throw problem('not-found', `No actor is held under "${actor}".`)
  if (made.faults.length > 0)
    throw problem(
      'input-rejected',
      'The page was not frozen: its sections have mistakes.',
      made.faults.map(({ section, fault, found }) => ({ path: section, ...faultWords[fault], found })),
    )
  return made.content
}

/**
 * Freezes an actor's page as the register has it today, as a draft. Throws `not-found`; `input-rejected`, with every section
 * and what is wrong in it, where a section names what is not there. `drafts`: sections on their way that it is frozen with, as if
 * they were published.
 */
export const freezeToday = (
  db: Db,
  actor: string,
  agent: string,
  drafts: readonly FactDraft[] = [],
): Promise<{ sha256: string; outcome: 'stored' | 'unchanged' }> =>
  inTransaction(db, async (trx) => {
    const sections = drafts.map(({ draftId, sha256 }) => ({ draftId, sha256 }))
    const frozen = await freezePage(trx, await contentToday(trx, actor, drafts), agent, sections)
    const held = await findHeldPage(trx, frozen.sha256)
    if (held?.isGivenUp !== true) return frozen
    // The very page that was given up: it is that draft again.
    await restorePage(trx, { actor, sha256: frozen.sha256 }, agent)
    return { ...frozen, outcome: 'stored' }
  })

const lockedHead = async (
  trx: Db,
  { actor, sha256 }: { actor: string; sha256: string },
): Promise<PageHead> => {
  await lockPages(trx, actor)
  const head = (await listPages(trx, actor)).find((one) => one.sha256 === sha256)
  if (head === undefined) throw problem('not-found', `No page "${sha256}" of "${actor}" is held.`)
  return head
}

/** Decides about a version. Nothing is decided about one that is published. Throws `not-found`, `input-rejected`. */
export const decidePage = (db: Db, version: Version, deciding: Deciding): Promise<'done' | 'published'> =>
  inTransaction(db, async (trx) => {
    const head = await lockedHead(trx, version)
    if (head.publishedAt !== null) return 'published'
    await decide(trx, decidablePage(head), deciding)
    return 'done'
  })

/**
 * Publishes a version: from now on it is the actor's page. Where `needsApproval` its owner must have approved it. Published
 * twice, it is published once. Throws `not-found`; `input-rejected`, with each of them, where it holds facts or sections that
 * were withdrawn or taken out of public sight since it was frozen.
 */
export const publishPage = (
  db: Db,
  version: Version,
  given: { agent: string; publishedAs: PublishedAs; needsApproval: boolean },
): Promise<'published' | 'not approved'> =>
  inTransaction(db, async (trx) => {
    const head = await lockedHead(trx, version)
    if (head.publishedAt !== null) return 'published'
    const standing = await findStanding(trx, decidablePage(head))
    if (given.needsApproval && standing.state !== 'approved') return 'not approved'
    const made = await makePage(trx, version.actor)
    const gone = made === undefined ? [] : noLongerPublic(await readPage(trx, head.sha256), made)
    if (gone.length > 0)
      throw problem(
        'input-rejected',
        'The page was not published: it holds what is no longer public. Freeze it anew.',
        gone,
      )
    await notePublished(trx, head, given)
    return 'published'
  })
