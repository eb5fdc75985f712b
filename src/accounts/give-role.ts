// Giving a role and ending it. Whether somebody may is asked before; what holds for everyone is held here.
import { inTransaction, type PeopleDb, uuidv7 } from '../db/store.ts'
import { problem } from '../problem.ts'
import {
  endGrantRow,
  findGrant,
  type HeldGrant,
  insertGrant,
  listGrants,
  lockAdministrators,
} from './grant-store.ts'
import { withdrawBeyond } from './invite.ts'
import { notePeopleEvent } from './people-event.ts'
import type { Grant } from './person.ts'
import { type NewRole, noteOf } from './role-rules.ts'

/** Gives a role; the grant, or undefined where the person holds it already. Check it with `checkRole` first. */
export const giveRole = (
  people: PeopleDb,
  { personId, role, agent }: { personId: string; role: NewRole; agent: string },
): Promise<Grant | undefined> =>
  inTransaction(people, async (trx) => {
    const grant: Grant = { grantId: uuidv7(), ...role }
    if (!(await insertGrant(trx, { ...grant, personId }, agent))) return undefined
    await notePeopleEvent(trx, {
      agent,
      action: 'role-given',
      subject: `person:${personId}`,
      things: [
        { thing: `grant:${grant.grantId}`, before: null, after: { person: personId, ...noteOf(role) } },
      ],
    })
    return grant
  })

const lastAdministrator = () =>
  problem(
    'input-rejected',
    'This is the last administrator: without one nobody could invite people or give roles. Nothing was changed. Make someone else an administrator first.',
  )

/**
 * Ends a role, and withdraws what its holder invited to by it. `ended already` where somebody had done it meanwhile. Throws
 * `not-found`, and `input-rejected` for the last administrator.
 */
export const endRole = (
  people: PeopleDb,
  { grantId, agent }: { grantId: string; agent: string },
): Promise<{ outcome: 'ended' | 'ended already'; grant: HeldGrant }> =>
  inTransaction(people, async (trx) => {
    const grant = await findGrant(trx, grantId)
    if (grant === undefined) throw problem('not-found', 'There is no such role.')
    if (grant.role === 'administrator' && grant.endedAt === null) {
      const administrators = await lockAdministrators(trx)
      if (administrators.every((id) => id === grant.personId)) throw lastAdministrator()
    }
    const isEnded = await endGrantRow(trx, grantId, agent)
    const after = (await findGrant(trx, grantId))!
    if (!isEnded) return { outcome: 'ended already', grant: after }
    const left = await listGrants(trx, grant.personId)
    const noteWithdrawn = await withdrawBeyond(trx, { personId: grant.personId, left, agent })
    await notePeopleEvent(trx, {
      agent,
      action: 'role-ended',
      subject: `person:${grant.personId}`,
      things: [
        { thing: `grant:${grantId}`, before: { person: grant.personId, ...noteOf(grant) }, after: null },
      ],
    })
    await noteWithdrawn()
    return { outcome: 'ended', grant: after }
  })

/**
 * Ends every role of a person, within a transaction. Returns how the trail is told of the invitations withdrawn with them,
 * to be called last. Throws `input-rejected` for the last administrator.
 */
export const endAllRoles = async (
  trx: PeopleDb,
  { grants, personId, agent }: { grants: readonly Grant[]; personId: string; agent: string },
): Promise<() => Promise<void>> => {
  const administrators = await lockAdministrators(trx)
  if (administrators.includes(personId) && administrators.every((id) => id === personId))
    throw lastAdministrator()
  for (const { grantId } of grants) await endGrantRow(trx, grantId, agent)
  return withdrawBeyond(trx, { personId, left: [], agent })
}
