// People, their roles and invitations, from what is held; each question and each change asks first whether whoever asks may.
import { findAccount } from '../../accounts/account-store.ts'
import { findAddressChange } from '../../accounts/address-change-store.ts'
import { listAllDepartments, listDepartments } from '../../accounts/department-store.ts'
import { endRole, giveRole } from '../../accounts/give-role.ts'
import { findGrant, type HeldGrant, listHeldGrants } from '../../accounts/grant-store.ts'
import { type Invitation, stateOfInvitation } from '../../accounts/invitation.ts'
import { findInvitation, listInvitations } from '../../accounts/invitation-store.ts'
import { checkInvited, invite, inviteAgain, withdrawInvitation } from '../../accounts/invite.ts'
import { listUnsent } from '../../accounts/letter-store.ts'
import { confirmAddress } from '../../accounts/own-profile.ts'
import { permit } from '../../accounts/permit.ts'
import { agentOf, type Owner, type Person } from '../../accounts/person.ts'
import { findPerson, listPersons } from '../../accounts/person-store.ts'
import { exportPerson, forgetPerson } from '../../accounts/personal-data.ts'
import { resetWaysIn } from '../../accounts/reset-ways-in.ts'
import { checkRole, givingOf, mayGive, type NewRole, treatyOf } from '../../accounts/role-rules.ts'
import { readConfig } from '../../config.ts'
import { isUuid, type PeopleDb, type Store, type World } from '../../db/store.ts'
import { treatyTitle } from '../../indicators/names.ts'
import { listActors } from '../../parties/actor-store.ts'
import { shippedTreaties } from '../../parties/treaty.ts'
import { problem } from '../../problem.ts'
import type {
  AgentShown,
  GrantShown,
  InvitationShown,
  OwnerShown,
  PeopleData,
  PersonShown,
  RoleShown,
} from '../data/people.ts'
import { departmentsHeld } from './departments.ts'
import { invitationsTaken } from './invitation-taken.ts'
import { peopleOf, permitGiving, permitSome } from './people-thing.ts'

type Named = {
  person: (agent: string) => AgentShown
  owner: (world: World | null, of: Owner) => OwnerShown
  department: (id: string) => RoleShown['department']
}

/** What everything that roles name is called. */
const namesIn = async (store: Store, people: PeopleDb): Promise<Named> => {
  const persons = new Map((await listPersons(people)).map((one) => [one.personId, one.name]))
  const departments = new Map((await listAllDepartments(people)).map((one) => [one.departmentId, one]))
  const actorsIn = async (world: World) =>
    new Map((await listActors(store.world(world))).map((actor) => [actor.id, actor]))
  const actors = { register: await actorsIn('register'), exercise: await actorsIn('exercise') }
  return {
    person: (agent) => ({ agent, name: persons.get(agent.replace(/^person:/, '')) ?? null }),
    owner: (world, of) => {
      const treaty = treatyOf(of)
      if (treaty !== undefined) return { of, actor: null, name: treatyTitle(treaty), isState: false }
      const actor = actors[world ?? 'register'].get(of)
      return { of, actor: of, name: actor?.names.en?.short ?? of, isState: actor?.kind === 'state' }
    },
    department: (id) => ({ id, names: departments.get(id)?.names ?? {} }),
  }
}

const roleShown = (role: NewRole, named: Named): RoleShown => ({
  world: role.world,
  role: role.role,
  of: role.of === null ? null : named.owner(role.world, role.of),
  department: role.department === null ? null : named.department(role.department),
})

const grantShown = (grant: HeldGrant, named: Named, person: Person): GrantShown => ({
  ...roleShown(grant, named),
  grantId: grant.grantId,
  since: grant.grantedAt,
  by: named.person(grant.grantedBy),
  until: grant.endedAt,
  endedBy: grant.endedBy === null ? null : named.person(grant.endedBy),
  mayEnd: grant.endedAt === null && mayGive(person, grant),
})

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

/** Whether whoever asks manages the people this role is among: others' roles are not their business. */
const manages = (person: Person, { world, of }: Pick<NewRole, 'world' | 'of'>): boolean => {
  const giving = givingOf(person)
  return giving === 'all' || giving.some((one) => one.world === world && one.of === of)
}

/** Letters that have not gone and are listed; of more than these something else is wrong. */
const mostUnsent = 1000

/** The people of the installation, for whoever asks. `secret`: the installation's. */
export const peopleHeld =
  (store: Store, secret: string) =>
  (person: Person): PeopleData => {
    const { people } = store
    const agent = agentOf(person)
    const named = () => namesIn(store, people)

    const heldNames = async ({ world, of }: NewRole) => {
      const actors = world === null ? [] : await listActors(store.world(world))
      const departments =
        world === null || of === null ? [] : await listDepartments(people, { world, actor: of })
      return {
        hasActor: (id: string) => actors.some((actor) => actor.id === id),
        hasTreaty: (id: string) => shippedTreaties().some((treaty) => treaty.id === id),
        hasDepartment: (actor: string, id: string) =>
          departments.some((one) => one.actor === actor && one.departmentId === id && one.endedAt === null),
      }
    }

    /**
     * Where letters are sent, the link in one confirms. An administrator who works alone confirms their own, if they have a
     * password, which they typed when they asked.
     */
    const addressAsked = async (personId: string): Promise<PersonShown['addressAsked']> => {
      if (givingOf(person) !== 'all') return null
      if (agent === `person:${personId}` && !(await findAccount(people, personId))?.hasPassword) return null
      const wish = await findAddressChange(people, { personId }, new Date())
      return wish === undefined || wish.byLetter ? null : { address: wish.address, until: wish.expiresAt }
    }

    const personShown = async (personId: string): Promise<PersonShown | undefined> => {
      permitSome(person)
      const found = await findPerson(people, personId)
      if (found === undefined) return undefined
      const grants = (await listHeldGrants(people, { personId })).filter((grant) => manages(person, grant))
      // Whoever has no role with mine is not there for me.
      if (grants.length === 0 && givingOf(person) !== 'all') return undefined
      const names = await named()
      return {
        ...found,
        grants: grants.map((grant) => grantShown(grant, names, person)),
        mayGive: true,
        mayForget: givingOf(person) === 'all',
        addressAsked: await addressAsked(personId),
        mayGiveWayBack: givingOf(person) === 'all' && agent !== `person:${personId}`,
      }
    }

    const openInvitations = async (): Promise<Invitation[]> => {
      permitSome(person)
      return (await listInvitations(people, { isOver: false })).filter((one) =>
        one.grants.every((role) => manages(person, role)),
      )
    }

    const ownInvitation = async (id: string): Promise<Invitation> => {
      permitSome(person)
      const found = isUuid(id) ? await findInvitation(people, id) : undefined
      if (found === undefined || !found.grants.every((role) => manages(person, role)))
        throw problem('not-found', 'There is no such invitation.')
      return found
    }

    const byName = person.as === 'person' ? person.name : 'Pacta'

    return {
      listPeople: async () => {
        permitSome(person)
        const names = await named()
        const grants = (await listHeldGrants(people, { isHeld: true })).filter((one) => manages(person, one))
        const byPerson = Map.groupBy(grants, (grant) => grant.personId)
        const seen = (await listPersons(people)).filter(
          (one) => givingOf(person) === 'all' || byPerson.has(one.personId),
        )
        const owners = new Map(
          grants.flatMap(({ world, of }) => (of === null ? [] : [[of, names.owner(world, of)] as const])),
        )
        return {
          people: seen.map(({ personId, name, address, since }) => ({
            personId,
            name,
            address,
            since,
            grants: (byPerson.get(personId) ?? []).map((grant) => roleShown(grant, names)),
          })),
          owners: [...owners.values()],
        }
      },
      findPerson: personShown,
      showGiving: async () => {
        permitSome(person)
        const giving = givingOf(person)
        if (giving === 'all') return 'all'
        const names = await named()
        return giving.map(({ world, of, roles }) => ({ world, of: names.owner(world, of), roles }))
      },
      listOwners: async (world) => {
        permitSome(person)
        const actors = await listActors(store.world(world))
        return {
          actors: actors.map((actor) => ({ id: actor.id, name: actor.names.en?.short ?? actor.id })),
          treaties: shippedTreaties().map(({ id }) => ({ id, title: treatyTitle(id) })),
        }
      },
      listDepartments: async (world, actor) => {
        permit(person, 'manage', peopleOf(world, actor))
        return (await listDepartments(people, { world, actor })).filter((one) => one.endedAt === null)
      },
      checkRole: async (asked) => checkRole(asked, await heldNames(asked)),
      roleShown: async (asked) => roleShown(asked, await named()),
      giveRole: async (personId, asked) => {
        permitGiving(person, asked)
        if ((await personShown(personId)) === undefined)
          throw problem('not-found', 'There is no such person.')
        const [issue] = checkRole(asked, await heldNames(asked))
        if (issue !== undefined) throw problem('input-rejected', 'This role cannot be given.')
        return (await giveRole(people, { personId, role: asked, agent })) !== undefined
      },
      endRole: async (grantId) => {
        const grant = isUuid(grantId) ? await findGrant(people, grantId) : undefined
        if (grant === undefined) throw problem('not-found', 'There is no such role.')
        permitGiving(person, grant)
        return (await endRole(people, { grantId, agent })).outcome
      },
      checkInvited,
      invite: async ({ name, address, language, role }) => {
        permitGiving(person, role)
        const [issue] = [...checkRole(role, await heldNames(role)), ...checkInvited({ name, address })]
        if (issue !== undefined) throw problem('input-rejected', 'This invitation cannot be made.')
        const asked = { name, address, language, grants: [role], agent, byName, secret }
        const { path, invitation } = await invite(people, asked)
        return { path, until: invitation.expiresAt }
      },
      listInvitations: async () => {
        const open = await openInvitations()
        const names = await named()
        return open.map((one) => invitationShown(one, names))
      },
      getInvitation: async (id) => invitationShown(await ownInvitation(id), await named()),
      withdrawInvitation: async (id) => {
        const { invitationId } = await ownInvitation(id)
        return (await withdrawInvitation(people, { id: invitationId, agent })) !== undefined
      },
      inviteAgain: async (id) => {
        const { invitationId } = await ownInvitation(id)
        const invited = await inviteAgain(people, { id: invitationId, agent, byName, secret })
        return invited === undefined ? undefined : { path: invited.path, until: invited.invitation.expiresAt }
      },
      ...departmentsHeld(store, person),
      ...invitationsTaken(store, person, async (one) => invitationShown(one, await named())),
      findOwnAddress: async () =>
        person.as === 'person' ? (await findPerson(people, person.personId))?.address : undefined,
      exportOwn: async () => {
        if (person.as !== 'person') throw problem('sign-in-needed', 'Sign in to see what is kept of you.')
        // A token is lent to a program: it was not made to hand out everything that is kept of somebody.
        if (person.scopes !== null)
          throw problem('not-permitted', 'What is kept of somebody is shown in a session, not to a token.')
        const worlds = { register: store.world('register'), exercise: store.world('exercise') }
        return exportPerson(people, { personId: person.personId, worlds })
      },
      confirmAddress: async (personId, address) => {
        permit(person, 'manage', peopleOf('register', null))
        if ((await addressAsked(personId))?.address !== address) return false
        const sendsLetters = readConfig().smtpUrl !== undefined
        return confirmAddress(people, { personId, address }, { by: 'administrator', agent, sendsLetters })
      },
      listUnsentLetters: async () => {
        permit(person, 'manage', peopleOf('register', null))
        const names = new Map((await listPersons(people)).map((one) => [one.personId, one.name]))
        const letters = await listUnsent(people, mostUnsent)
        return letters.map((one) => ({ ...one, name: names.get(one.personId ?? '') ?? null }))
      },
      giveWayBack: async (personId, { secondFactor }) => {
        permit(person, 'manage', peopleOf('register', null))
        if ((await personShown(personId))?.mayGiveWayBack !== true)
          throw problem('not-permitted', 'Change your own password on the page of your account.')
        return resetWaysIn(people, { personId, agent, secondFactor })
      },
      forgetPerson: async (personId) => {
        const isSelf = person.as === 'person' && person.personId === personId && person.scopes === null
        if (!isSelf) permit(person, 'manage', peopleOf('register', null))
        await forgetPerson(people, { personId, agent })
      },
    }
  }
