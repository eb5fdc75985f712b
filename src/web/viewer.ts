// Who asks: every request has the site of whoever sent it, with what they may do and what they see.
import type { Context, MiddlewareHandler } from 'hono'
import { may } from '../accounts/may.ts'
import { type Person, theDesk, thePublic } from '../accounts/person.ts'
import type { PageData } from './data.ts'
import type { Site } from './site.ts'

/** Who sent a request, by its cookie or token; with cookies to set, such as a session that goes on. */
export type PersonOf = {
  personOf: (headers: Headers) => Promise<{ person: Person; setCookies: readonly string[] }>
}

/**
 * What a person reads and writes in one request. `path`: what was asked for, for the audit trail; `done` is called before
 * the answer is sent.
 */
export type DataFor = (person: Person, path: string) => Promise<{ data: PageData; done: () => Promise<void> }>

const ownSite = 'own-site'

declare module 'hono' {
  interface ContextVariableMap {
    'own-site': Site
  }
}

/**
 * The site as whoever sent the request has it. Every handler begins with it; one that forgets reads as the public does,
 * where people sign in, and as the desk does, where nobody can.
 */
export const siteFor = (c: Context, site: Site): Site => (c.get(ownSite) as Site | undefined) ?? site

/** The site for a person: who they are, what they may do, what they read. */
export const siteOfPerson = (site: Site, person: Person, data: PageData): Site => ({
  ...site,
  person,
  may: (act, thing) => may(person, act, thing),
  data,
})

/** Whoever asks where nobody can sign in is the desk; where people do, they are the public until they have. */
export const personAtFirst = (access: PersonOf | undefined): Person =>
  access === undefined ? theDesk : thePublic

/** Whether a page is asked for: data and files have no masthead. */
const isPage = (c: Context): boolean => c.req.method === 'GET' && !/\.[a-z]+$|\/file$/.test(c.req.path)

/** Finds out who sent the request and gives it their site. What is shown to one person is kept for nobody else. */
export const knowViewer =
  (
    site: Site,
    { access, dataFor }: { access: PersonOf | undefined; dataFor: DataFor | undefined },
  ): MiddlewareHandler =>
  async (c, next) => {
    if (access === undefined) return next()
    const { person, setCookies } = await access.personOf(c.req.raw.headers)
    const own = await dataFor?.(person, c.req.path)
    const data = own?.data ?? site.data
    const waiting = person.as === 'person' && isPage(c) ? await data.countWaiting() : 0
    c.set(ownSite, { ...siteOfPerson(site, person, data), ...(waiting === 0 ? {} : { waiting }) })
    await next()
    await own?.done()
    for (const cookie of setCookies) c.header('set-cookie', cookie, { append: true })
    c.header('vary', 'Cookie, Authorization', { append: true })
    if (person.as === 'person') c.header('cache-control', 'private, no-store')
  }
