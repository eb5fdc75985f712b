// People, their roles and invitations, from what is held; each question and each change asks first whether whoever asks may.
import { findAccount } from '../../accounts/account-store.ts'
import { findAddressChange } from '../../accounts/address-change-store.ts'
import { listHeldGrants } from '../../accounts/grant-store.ts'
import { listUnsent } from '../../accounts/letter-store.ts'
import { confirmAddress } from '../../accounts/own-profile.ts'
import { permit } from '../../accounts/permit.ts'
import { agentOf, type Person } from '../../accounts/person.ts'
import { findPerson, listPersons } from '../../accounts/person-store.ts'
import { exportPerson, forgetPerson } from '../../accounts/personal-data.ts'
import { resetWaysIn } from '../../accounts/reset-ways-in.ts'
import { givingOf } from '../../accounts/role-rules.ts'
import { readConfig } from '../../config.ts'
import type { Store } from '../../db/store.ts'
import { problem } from '../../problem.ts'
import type { PeopleData, PersonShown } from '../data/people.ts'
import { departmentsHeld } from './departments.ts'
import { invitationsHeld } from './invitations.ts'
import { peopleOf, permitSome } from './people-thing.ts'
import { grantShown, manages, namesIn, roleShown } from './role-shown.ts'
import { rolesHeld } from './roles.ts'

/** Letters that have not gone and are listed; of more than these something else is wrong. */
const mostUnsent = 1000

/** The people of the installation, for whoever asks. `secret`: the installation's. */
export const peopleHeld =
  (store: Store, secret: string) =>
  (person: Person): PeopleData => {
    const { people } = store
    const agent = agentOf(person)

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
      const names = await namesIn(store)
      return {
        ...found,
        grants: grants.map((grant) => grantShown(grant, names, person)),
        mayGive: true,
        mayForget: givingOf(person) === 'all',
        addressAsked: await addressAsked(personId),
        mayGiveWayBack: givingOf(person) === 'all' && agent !== `person:${personId}`,
      }
    }

    return {
      listPeople: async () => {
        permitSome(person)
        const names = await namesIn(store)
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
      ...departmentsHeld(store, person),
      ...rolesHeld(store, person, async (personId) => (await personShown(personId)) !== undefined),
      ...invitationsHeld(store, person, secret),
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
