// An invitation from the side of whoever was invited: what the link opens, and taking it up.
import { createAccount, findAccountByAddress } from '../../accounts/account-store.ts'
import { type Invitation, stateOfInvitation } from '../../accounts/invitation.ts'
import { getInvitationByToken, takeInvitation } from '../../accounts/invite.ts'
import { hashPassword } from '../../accounts/password.ts'
import type { Person } from '../../accounts/person.ts'
import { findPerson } from '../../accounts/person-store.ts'
import { inTransaction, type Store } from '../../db/store.ts'
import { problem } from '../../problem.ts'
import type { InvitationShown, PeopleData } from '../data/people.ts'

type TakenPart = Pick<PeopleData, 'openInvitation' | 'takeInvitationAnew' | 'takeInvitationSignedIn'>

/** Taking up an invitation: by whoever has the link, with an account made for its address or with that they have. */
export const invitationsTaken = (
  store: Store,
  person: Person,
  shown: (invitation: Invitation) => Promise<InvitationShown>,
): TakenPart => {
  const { people } = store
  /** The invitation, with its address, while it is open. */
  const getOpen = async (token: string): Promise<{ id: string; address: string }> => {
    const found = await getInvitationByToken(people, token)
    const isOpen = stateOfInvitation(found, new Date().toISOString()) === 'open'
    if (!isOpen || found.address === null)
      throw problem('input-rejected', 'This invitation can be taken up no more. Open its link again.')
    return { id: found.invitationId, address: found.address }
  }
  return {
    openInvitation: async (token) => {
      const found = await getInvitationByToken(people, token)
      const account = found.address === null ? undefined : await findAccountByAddress(people, found.address)
      return { invitation: await shown(found), hasAccount: account !== undefined }
    },
    takeInvitationAnew: async (token, { name, password, language }) => {
      const { id, address } = await getOpen(token)
      // It takes time, so it is made before the transaction.
      const passwordHash = password === null ? null : await hashPassword(password)
      await inTransaction(people, async (trx) => {
        const personId = await createAccount(trx, { name, address, passwordHash, language })
        await takeInvitation(trx, { id, personId })
      })
    },
    takeInvitationSignedIn: async (token) => {
      if (person.as !== 'person' || person.scopes !== null)
        throw problem('sign-in-needed', 'Sign in to take up the invitation.')
      const { id, address } = await getOpen(token)
      const own = await findPerson(people, person.personId)
      if (own?.address.toLowerCase() !== address.toLowerCase())
        throw problem(
          'not-permitted',
          'The invitation went to another address than that of your account. Ask for one to your own.',
        )
      await takeInvitation(people, { id, personId: person.personId })
    },
  }
}
