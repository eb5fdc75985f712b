// Figures that were frozen, on their way to everyone: approved or returned by those who keep them, then published. What is
// frozen never changes, so an approval of it stands until it is withdrawn.
import { insertPublication, type PublishedAs } from '../accounts/approval-store.ts'
import { type Deciding, decide, findStanding } from '../accounts/decide.ts'
import { recordEvent } from '../db/events.ts'
import { type Db, inTransaction } from '../db/store.ts'
import { problem } from '../problem.ts'
import { findReleaseHead, lockRelease, type ReleaseHead, releaseThing } from './store.ts'

const getHead = async (db: Db, id: string): Promise<ReleaseHead> => {
  const head = await findReleaseHead(db, id)
  if (head === undefined) throw problem('not-found', `No release "${id}" is held.`)
  return head
}

const locked = async (trx: Db, id: string): Promise<ReleaseHead> => {
  const { sha256 } = await getHead(trx, id)
  await lockRelease(trx, sha256)
  return getHead(trx, sha256)
}

/** The release as approvals see it. */
export const decidableRelease = ({ sha256, owners }: ReleaseHead) => ({
  thing: releaseThing(sha256),
  owners,
  sha256,
})

/** Decides about a release. Nothing is decided about one that is published. Throws `not-found`, `input-rejected`. */
export const decideRelease = (db: Db, id: string, deciding: Deciding): Promise<'done' | 'published'> =>
  inTransaction(db, async (trx) => {
    const head = await locked(trx, id)
    if (head.publishedAt !== null) return 'published'
    await decide(trx, decidableRelease(head), deciding)
    return 'done'
  })

/**
 * Publishes a release: from now on everyone sees it. Where `needsApproval` each of its owners must have approved it.
 * Published twice, it is published once. Throws `not-found`.
 */
export const publishRelease = (
  db: Db,
  id: string,
  given: { agent: string; publishedAs: PublishedAs; needsApproval: boolean },
): Promise<'published' | 'not approved'> =>
  inTransaction(db, async (trx) => {
    const head = await locked(trx, id)
    if (head.publishedAt !== null) return 'published'
    const standing = await findStanding(trx, decidableRelease(head))
    if (given.needsApproval && standing.state !== 'approved') return 'not approved'
    const { agent, publishedAs } = given
    const { owners } = head
    const thing = releaseThing(head.sha256)
    await insertPublication(trx, { thing, agent, publishedAs, owners })
    await recordEvent(trx, {
      agent,
      action: 'published',
      subject: thing,
      detail: { changes: [], owners, publishedAs },
      things: [{ thing, before: { published: false }, after: { published: true, publishedAs, owners } }],
    })
    return 'published'
  })
