// Invitations: made, listed, sent again and withdrawn by those who give roles; taken up by those who have the link.
import { type Invitation, stateOfInvitation } from '../../accounts/invitation.ts'
import { findInvitation, listInvitations } from '../../accounts/invitation-store.ts'
import { checkInvited, invite, inviteAgain, withdrawInvitation } from '../../accounts/invite.ts'
import { agentOf, type Person } from '../../accounts/person.ts'
import { checkRole } from '../../accounts/role-rules.ts'
import { isUuid, type Store } from '../../db/store.ts'
import { problem } from '../../problem.ts'
import type { InvitationShown, PeopleData } from '../data/people.ts'
import { invitationsTaken } from './invitation-taken.ts'
import { permitGiving, permitSome } from './people-thing.ts'
import { manages, type Named, namesIn, roleShown } from './role-shown.ts'
import { namesForRole } from './roles.ts'

const invitationShown = (held: Invitation, named: Named): InvitationShown => ({
  invitationId: held.invitationId,
  address: held.address,
  name: held.name,
  language: held.language,
  roles: held.grants.map((role) => roleShown(role, named)),
  state: stateOfInvitation(held, new Date().toISOString()),
  by: named.person(held.madeBy),
  madeAt: held.madeAt,
  expiresAt: held.expiresAt,
})

type InvitationPart = Pick<
  PeopleData,
  | 'checkInvited'
  | 'invite'
  | 'listInvitations'
  | 'getInvitation'
  | 'withdrawInvitation'
  | 'inviteAgain'
  | 'openInvitation'
  | 'takeInvitationAnew'
  | 'takeInvitationSignedIn'
>

/** Invitations, for whoever asks. `secret`: the installation's. */
export const invitationsHeld = (store: Store, person: Person, secret: string): InvitationPart => {
  const { people } = store
  const agent = agentOf(person)
  const byName = person.as === 'person' ? person.name : 'Pacta'
  const isManaged = ({ grants }: Invitation): boolean => grants.every((role) => manages(person, role))
  const shown = async (one: Invitation) => invitationShown(one, await namesIn(store))

  const ownInvitation = async (id: string): Promise<Invitation> => {
    permitSome(person)
    const found = isUuid(id) ? await findInvitation(people, id) : undefined
    if (found === undefined || !isManaged(found)) throw problem('not-found', 'There is no such invitation.')
    return found
  }

  return {
    checkInvited,
    invite: async ({ name, address, language, role }) => {
      permitGiving(person, role)
      const [issue] = [
        ...checkRole(role, await namesForRole(store, role)),
        ...checkInvited({ name, address }),
      ]
      if (issue !== undefined) throw problem('input-rejected', 'This invitation cannot be made.')
      const asked = { name, address, language, grants: [role], agent, byName, secret }
      const { path, invitation } = await invite(people, asked)
      return { path, until: invitation.expiresAt }
    },
    listInvitations: async () => {
      permitSome(person)
      const open = await listInvitations(people, { isOver: false })
      const names = await namesIn(store)
      return open.filter(isManaged).map((one) => invitationShown(one, names))
    },
    getInvitation: async (id) => shown(await ownInvitation(id)),
    withdrawInvitation: async (id) => {
      const { invitationId } = await ownInvitation(id)
      return (await withdrawInvitation(people, { id: invitationId, agent })) !== undefined
    },
    inviteAgain: async (id) => {
      const { invitationId } = await ownInvitation(id)
      const invited = await inviteAgain(people, { id: invitationId, agent, byName, secret })
      return invited === undefined ? undefined : { path: invited.path, until: invited.invitation.expiresAt }
    },
    ...invitationsTaken(store, person, shown),
  }
}
