// A draft of a page given up, and brought back from its history. The draft stays as it was frozen; what changes is whether it
// is on its way.
import { withdrawWoken } from '../accounts/decide.ts'
import { recordEvent } from '../db/events.ts'
import { type Db, inTransaction } from '../db/store.ts'
import { thingKey } from '../db/thing-key.ts'
import { problem } from '../problem.ts'
import { findHeldPage, type HeldPage, lockPages, markGivenUp } from './store.ts'

/** A version of an actor's page. */
export type Version = { actor: string; sha256: string }

const lockedPage = async (trx: Db, { actor, sha256 }: Version): Promise<HeldPage> => {
  await lockPages(trx, actor)
  const held = await findHeldPage(trx, sha256)
  if (held?.actor !== actor) throw problem('not-found', `No page "${sha256}" of "${actor}" is held.`)
  return held
}

/** Takes a draft off its way, or sets it on it again, and records which; the trail keeps the draft as it is. */
const turn = async (
  trx: Db,
  { actor, sha256 }: Version,
  { owners }: HeldPage,
  given: { isGivenUp: boolean; agent: string },
): Promise<void> => {
  const draft = { sha256, actor, owners }
  const { isGivenUp, agent } = given
  await markGivenUp(trx, sha256, isGivenUp)
  await recordEvent(trx, {
    agent,
    action: isGivenUp ? 'page-discarded' : 'draft-restored',
    subject: actor,
    detail: { changes: [], sha256 },
    things: [
      {
        thing: thingKey.page(sha256),
        before: isGivenUp ? draft : null,
        after: isGivenUp ? null : draft,
      },
    ],
  })
}

/** Gives a draft up; given up twice, it is given up once. What is published stays. Throws `not-found`. */
export const giveUpPage = (db: Db, version: Version, agent: string): Promise<'done' | 'published'> =>
  inTransaction(db, async (trx) => {
    const held = await lockedPage(trx, version)
    if (held.isPublished) return 'published'
    if (!held.isGivenUp) await turn(trx, version, held, { isGivenUp: true, agent })
    return 'done'
  })

/**
 * Brings a draft that was given up back as it was frozen; brought back twice, it is back once. What was approved before does
 * not count again. Throws `not-found`.
 */
export const restorePage = (db: Db, version: Version, agent: string): Promise<'restored' | 'published'> =>
  inTransaction(db, async (trx) => {
    const held = await lockedPage(trx, version)
    if (held.isPublished) return 'published'
    if (!held.isGivenUp) return 'restored'
    await turn(trx, version, held, { isGivenUp: false, agent })
    const thing = thingKey.page(version.sha256)
    await withdrawWoken(trx, { thing, owners: held.owners, sha256: version.sha256 }, agent)
    return 'restored'
  })
