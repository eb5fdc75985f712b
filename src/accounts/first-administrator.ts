// The first administrator. Until there is one the installation is a single desk; the first start prints a link on the
// console that works once, for a day, and whoever starts the server is who gets it.
import { randomBytes } from 'node:crypto'
import { inTransaction, type PeopleDb, uuidv7 } from '../db/store.ts'
import { createAccount } from './account-store.ts'
import { sha256 } from './digest.ts'
import { findFirstLink, lockFirstLink, removeFirstLink, saveFirstLink } from './first-administrator-store.ts'
import { hasAdministrator, insertGrant } from './grant-store.ts'
import { hashPassword } from './password.ts'
import { notePeopleEvent } from './people-event.ts'
import type { Grant } from './person.ts'

const hourMs = 3_600_000
/** How long the link works. */
export const firstLinkHours = 24

/** Makes the link, which ends the one before; its path. Undefined where somebody administrates already. */
export const offerFirst = (people: PeopleDb, now = new Date()): Promise<string | undefined> =>
  inTransaction(people, async (trx) => {
    if (await hasAdministrator(trx)) return undefined
    const token = randomBytes(32).toString('base64url')
    await saveFirstLink(trx, {
      tokenSha256: sha256(token),
      until: new Date(now.getTime() + firstLinkHours * hourMs).toISOString(),
    })
    return `/first/${token}`
  })

const isOpen = (link: { tokenSha256: string; until: string } | undefined, token: string, now: Date) =>
  link !== undefined && link.tokenSha256 === sha256(token) && Date.parse(link.until) > now.getTime()

/** Whether this is the link that makes the first administrator. */
export const isFirstLink = async (people: PeopleDb, token: string, now = new Date()): Promise<boolean> =>
  isOpen(await findFirstLink(people), token, now)

/**
 * Makes the first administrator by the link, which is used up by it; their id. Undefined where the link works no more. What
 * is given was checked before (`findPasswordFault`).
 */
export const createFirst = async (
  people: PeopleDb,
  given: { token: string; name: string; address: string; password: string; language: string; now?: Date },
): Promise<string | undefined> => {
  const { token, password, now = new Date(), ...account } = given
  if (!(await isFirstLink(people, token, now))) return undefined
  const passwordHash = await hashPassword(password)
  return inTransaction(people, async (trx) => {
    if (!isOpen(await lockFirstLink(trx), token, now) || (await hasAdministrator(trx))) return undefined
    const personId = await createAccount(trx, { ...account, passwordHash })
    const person = `person:${personId}`
    const grant: Grant = {
      grantId: uuidv7(),
      world: null,
      role: 'administrator',
      of: null,
      department: null,
    }
    await insertGrant(trx, { ...grant, personId }, person)
    await removeFirstLink(trx)
    await notePeopleEvent(trx, {
      agent: person,
      action: 'administrator-created',
      subject: person,
      things: [
        { thing: person, before: null, after: { language: account.language } },
        { thing: `grant:${grant.grantId}`, before: null, after: { person: personId, role: grant.role } },
      ],
    })
    return personId
  })
}
