// The fictional register with people who sign in, asked over HTTP as a browser asks it.

import { type Access, type AccessSettings, createAccess } from '../../src/accounts/access.ts'
import { offerFirst } from '../../src/accounts/first-administrator.ts'
import type { PeopleDb } from '../../src/db/store.ts'
import { type AppOptions, createSites } from '../../src/web/app.ts'
import type { PageData } from '../../src/web/data.ts'
import type { PeopleFor } from '../../src/web/pages/people/parts.ts'
import { joinSites } from '../../src/web/serve.ts'
import { codeOf, createJar, type Jar, origin, oyun } from '../accounts/signing-in.ts'
import { fictionalData } from './fictional/world.ts'
import { banner } from './site.ts'

/** Both worlds with sign-in, in front of people who are in `people`. */
export const sitesWithPeople = (
  people: PeopleDb,
  settings: Partial<AccessSettings> = {},
  { data = fictionalData(), people: peopleFor }: { data?: PageData; people?: PeopleFor } = {},
) => {
  const access: Access = createAccess({
    people,
    origin: () => origin,
    secret: 'a secret for tests alone, of forty signs',
    onTrouble: () => {},
    ...settings,
  })
  const shared = {
    ...{ data, today: () => '2027-12-31', access, accounts: access },
    ...(peopleFor === undefined ? {} : { people: peopleFor }),
  }
  const register: Omit<AppOptions, 'language' | 'languages'> = { ...shared, world: 'register', banner: null }
  const app = joinSites([
    ...createSites(register),
    ...createSites({ ...register, world: 'exercise', banner }),
  ])
  return { access, app }
}
type Asked = ReturnType<typeof sitesWithPeople>['app']

/** Asks as a browser with the jar's cookies does, which keeps what it is given; a redirect is not followed. */
export const browse =
  (app: Asked, jar: Jar) =>
  async (
    path: string,
    form?: Record<string, string>,
  ): Promise<{ status: number; headers: Headers; text: string }> => {
    const headers = jar.headers()
    headers.set('host', new URL(origin).host)
    if (form !== undefined) {
      headers.set('content-type', 'application/x-www-form-urlencoded')
      headers.set('sec-fetch-site', 'same-origin')
    }
    const response = await app.request(`${origin}${path}`, {
      headers,
      ...(form === undefined ? {} : { method: 'POST', body: new URLSearchParams(form).toString() }),
    })
    jar.take(response.headers.getSetCookie())
    return { status: response.status, headers: response.headers, text: await response.text() }
  }

/** The page where the first administrator makes their account. */
export const firstPath = async (people: PeopleDb): Promise<string> => (await offerFirst(people))!

/** The secret on the page that sets the second factor up. */
export const secretOn = (page: string): string =>
  (/class="secret-key"[^>]*>([^<]+)</.exec(page)?.[1] ?? '').replace(/\s/g, '')

/** A browser in which the first administrator has made their account and signed in, second factor included. */
export const signedInAnew = async (people: PeopleDb) => {
  const { app } = sitesWithPeople(people)
  const visit = browse(app, createJar())
  const { name, address, password } = oyun
  await visit(await firstPath(people), { name, address, password, language: 'en' })
  const secret = secretOn((await visit('/sign-in/second-factor')).text)
  await visit('/sign-in/second-factor', { code: codeOf(secret, -1), to: '/states' })
  return { app, visit }
}

export { createJar, oyun }
