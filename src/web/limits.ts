// How much one asker may ask: buckets of tokens in memory. So few lines are needed that no library is: those there are
// keep counters in fixed windows, which let double the burst through where two windows meet.
import type { MiddlewareHandler } from 'hono'
import { problem } from '../problem.ts'
import { askerOf } from './client.ts'
import type { FrontWord } from './front.ts'
import type { Site } from './site.ts'
import { siteFor } from './viewer.ts'

/** So much at once, and so much more each second from then on. */
export type Budget = { burst: number; perSecond: number }

/**
 * `read`: pages and data as they are held. `search`. `made`: what is computed or set for the asker: documents, workbooks,
 * figures as of another day. `write`: forms. `rating`: what readers think of a page. `sign-in`: whatever takes a password, a code or a one-time link.
 */
export const requestKinds = ['read', 'search', 'made', 'write', 'rating', 'sign-in'] as const
export type RequestKind = (typeof requestKinds)[number]

/** Behind one address may sit a class or a ministry: forty people who all open, search and sign in at once. */
const ofAddress: Record<RequestKind, Budget> = {
  read: { burst: 600, perSecond: 20 },
  search: { burst: 120, perSecond: 4 },
  made: { burst: 80, perSecond: 2 },
  write: { burst: 160, perSecond: 4 },
  // A class that has read one page answers once; whoever goes on answering waits for minutes.
  rating: { burst: 40, perSecond: 0.01 },
  'sign-in': { burst: 90, perSecond: 0.5 },
}

/** One person, or a program with a token of theirs, wherever they are. */
const ofPerson: Record<RequestKind, Budget> = {
  read: { burst: 300, perSecond: 10 },
  search: { burst: 60, perSecond: 2 },
  made: { burst: 40, perSecond: 1 },
  write: { burst: 80, perSecond: 2 },
  rating: { burst: 5, perSecond: 0.01 },
  'sign-in': { burst: 20, perSecond: 0.1 },
}

const takesSecrets =
  /^\/(sign-in|first|invitation|letters\/stop|account\/(password|second-factor|data|tokens|calendar))(\/|$)/

const ratesAPage = /^\/ministries\/[^/]+\/cooperation\/[^/]+\/rate$/

/** What kind of request it is; `path` within its site. */
export const kindOf = (method: string, path: string, query: URLSearchParams): RequestKind => {
  if (!['GET', 'HEAD', 'OPTIONS'].includes(method))
    return takesSecrets.test(path) ? 'sign-in' : ratesAPage.test(path) ? 'rating' : 'write'
  if (
    /^\/(first|invitation|letters\/stop|sign-in\/password|sign-in\/provider)(\/|$)|^\/api\/auth\//.test(
      path,
    ) ||
    query.has('token')
  )
    return 'sign-in'
  if (path.startsWith('/search')) return 'search'
  const isMade = /\.xlsx$|\/status\/[^/]+$/.test(path) || query.has('as-of') || query.has('as-known-on')
  return isMade ? 'made' : 'read'
}

/** `take` counts one request; 0: it may go on, otherwise the seconds to wait until it may. */
export type Limits = { take: (who: string, kind: RequestKind, budget: Budget) => number }

/** Askers remembered at most; whoever was away longest is forgotten first, and then is as new. Some 100 bytes each. */
const mostAskers = 50_000

/** Buckets, each full at first. `now`: milliseconds of a clock that only goes forward. */
export const createLimits = ({
  now = () => performance.now(),
  most = mostAskers,
}: {
  now?: () => number
  most?: number
} = {}): Limits & { size: () => number } => {
  const buckets = new Map<string, { left: number; at: number }>()
  return {
    size: () => buckets.size,
    take: (who, kind, { burst, perSecond }) => {
      const key = `${kind} ${who}`
      const at = now()
      const found = buckets.get(key)
      const held =
        found === undefined ? burst : Math.min(burst, found.left + ((at - found.at) / 1000) * perSecond)
      // What is refused takes nothing: asking on and on does not put the end off.
      const left = held < 1 ? held : held - 1
      buckets.delete(key)
      buckets.set(key, { left, at })
      for (const oldest of buckets.keys()) {
        if (buckets.size <= most) break
        buckets.delete(oldest)
      }
      return held < 1 ? Math.ceil((1 - held) / perSecond) : 0
    },
  }
}

const countAs =
  (
    limits: Limits,
    site: Site,
    budgets: Record<RequestKind, Budget>,
    whoOf: (c: Parameters<MiddlewareHandler>[0]) => string | undefined,
  ): MiddlewareHandler =>
  async (c, next) => {
    const who = whoOf(c)
    if (who === undefined) return next()
    const kind = kindOf(c.req.method, c.req.path, new URL(c.req.url).searchParams)
    const wait = limits.take(who, kind, budgets[kind])
    if (wait > 0) {
      c.header('retry-after', String(wait))
      c.header('cache-control', 'no-store')
      throw problem('too-many-tries', site.text('problem.tooMany', { count: wait }))
    }
    await next()
  }

/** Counts requests by the address they come from; this machine's own are not counted. */
export const limitAddresses = (limits: Limits, site: Site): MiddlewareHandler =>
  countAs(limits, site, ofAddress, (c) => {
    const client = (c.env as FrontWord | undefined)?.client
    return client === undefined ? undefined : askerOf(client)
  })

/** Counts requests by person, in whatever session and with whatever token they come. */
export const limitPeople = (limits: Limits, site: Site): MiddlewareHandler =>
  countAs(limits, site, ofPerson, (c) => {
    const { person } = siteFor(c, site)
    return person.as === 'person' ? `person:${person.personId}` : undefined
  })

/** Signs of an address at most. The longest a page makes has some hundreds. */
const longestAddress = 4_000

/** Refuses with `usage` (400) an address that no page makes. */
export const shortAddresses =
  (site: Site): MiddlewareHandler =>
  async (c, next) => {
    if (c.req.url.length > longestAddress)
      throw problem('usage', site.text('problem.addressTooLong', { count: longestAddress }))
    await next()
  }
