// The pages of people and of signing in, over fictional people: every test of pages asks them too, each as whoever sees it.

import { makeDepartment } from '../../src/accounts/departments.ts'
import { giveRole } from '../../src/accounts/give-role.ts'
import { listGrants } from '../../src/accounts/grant-store.ts'
import { invite } from '../../src/accounts/invite.ts'
import { makePasswordLink } from '../../src/accounts/password-link.ts'
import { makeToken } from '../../src/accounts/token.ts'
import { unsubscribePath, unsubscribeToken } from '../../src/accounts/unsubscribe.ts'
import { peopleHeld } from '../../src/web/held/people.ts'
import { exerciseRole, makeHolder } from '../accounts/held-people.ts'
import {
  closeDesk,
  createJar,
  createOyun,
  type Jar,
  oyun,
  setUp,
  testSecret,
} from '../accounts/signing-in.ts'
import { inTestStore } from '../world.ts'
import { sitesWithPeople } from './accounts.ts'
import { addStates } from './entering.ts'

/**
 * Nobody; Oyun, who administrates and is a focal point of Averland; Oyun who gave the password and owes the code; somebody who
 * has no second factor yet.
 */
export type Who = 'nobody' | 'oyun' | 'half' | 'newcomer'

export type PeoplePages = {
  app: ReturnType<typeof sitesWithPeople>['app']
  jars: Record<Who, Jar>
  /** By name. */
  pages: Record<string, { as: Who; path: string }>
}

/** Runs `work` with the pages, over people who are gone afterwards. */
export const inPeoplePages = <T>(work: (site: PeoplePages) => Promise<T>): Promise<T> =>
  inTestStore(async (store) => {
    const { people } = store
    await addStates(store.world('exercise'))
    const { app, access } = sitesWithPeople(
      people,
      { secret: testSecret },
      { people: peopleHeld(store, testSecret) },
    )
    const jars: PeoplePages['jars'] = {
      ...{ nobody: createJar(), oyun: createJar() },
      ...{ half: createJar(), newcomer: createJar() },
    }
    const agent = 'test'
    const personId = await closeDesk(people, access)
    await setUp(access, jars.oyun)
    await giveRole(people, { personId, role: exerciseRole('focal-point', 'XAA'), agent })
    const newcomer = await createOyun(people, 'newcomer@example.org')
    for (const [jar, address] of [
      [jars.half, oyun.address],
      [jars.newcomer, 'newcomer@example.org'],
    ] as const) {
      const entered = await access.steps.enterPassword({ address, password: oyun.password })
      if (entered.outcome !== 'in') throw new Error(entered.outcome)
      jar.take(entered.setCookies)
    }
    const ofXaa = { world: 'exercise', actor: 'XAA', agent } as const
    const { departmentId } = await makeDepartment(people, {
      ...ofXaa,
      names: { en: 'Department of fictional treaties' },
    })
    await makeDepartment(people, {
      ...ofXaa,
      names: { en: 'Mine action authority', mn: 'Минагүйжүүлэх газар' },
    })
    const sam = await makeHolder(
      people,
      'Sam Fictional',
      exerciseRole('approver', 'XAA'),
      exerciseRole('contributor', 'XAA', departmentId),
    )
    await makeHolder(people, 'Rex Fictional', exerciseRole('reviewer', 'treaty:mine-ban'))
    const [grant] = await listGrants(people, sam)
    const { path: invitation } = await invite(people, {
      ...{
        address: 'ben@example.org',
        name: 'Ben Fictional',
        language: 'en',
        agent,
        byName: oyun.name,
        secret: testSecret,
      },
      grants: [exerciseRole('approver', 'XAA')],
    })
    await makeToken(
      people,
      { as: 'person', personId, name: oyun.name, language: 'en', grants: [], scopes: null },
      {
        tokenId: '01920000-0000-7000-8000-000000000001',
        name: 'The ministry’s archive',
        scopes: ['read'],
        days: 90,
      },
    )
    const password = await makePasswordLink(people, newcomer)
    const departments = '/people/departments/exercise/XAA'
    const paths: Record<Who, Record<string, string>> = {
      nobody: {
        'signing in': '/sign-in?to=/waiting',
        'a forgotten password': '/sign-in/forgotten',
        'a new password': password,
        'an invitation': invitation,
        'an invitation that is no more': `/invitation/${'x'.repeat(43)}`,
        'no more reminders': unsubscribePath('', unsubscribeToken(sam, testSecret)),
        'a page of people for who is not signed in': '/people',
      },
      half: { 'the second factor': '/sign-in/second-factor', 'a recovery code': '/sign-in/recovery' },
      newcomer: { 'a second factor to set up': '/sign-in/second-factor' },
      oyun: {
        account: '/account',
        'account in Mongolian': '/mn/account',
        'account from right to left': '/ar/account',
        'one’s name, language and address': '/account/profile',
        'one’s name, language and address, in Mongolian': '/mn/account/profile',
        'a password to change': '/account/password',
        'one’s second factor': '/account/second-factor',
        'one’s sessions': '/account/sessions',
        'one’s letters': '/account/letters',
        'one’s tokens': '/account/tokens',
        'one’s own calendar': '/account/calendar',
        'what is kept of oneself': '/account/data',
        'oneself to be forgotten': '/account/forget',
        people: '/people',
        'people in Mongolian': '/mn/people',
        'people of one role': '/people?role=reviewer',
        'a person': `/people/${sam}`,
        'a role to give': `/people/${sam}/roles/new`,
        'a role to end': `/people/${sam}/roles/${grant!.grantId}/end`,
        'a person to be forgotten': `/people/${sam}/forget`,
        'a way back to give': `/people/${sam}/way-back`,
        'letters that have not gone': '/people/letters',
        'somebody to invite': '/people/invite',
        invitations: '/people/invitations',
        'departments of whom': '/people/departments',
        departments,
        'a department': `${departments}/${departmentId}`,
        'sections of departments': `${departments}/sections/article-7`,
      },
    }
    const pages = Object.fromEntries(
      (Object.keys(paths) as Who[]).flatMap((as) =>
        Object.entries(paths[as]).map(([name, path]) => [name, { as, path }]),
      ),
    )
    return work({ app, jars, pages })
  })
