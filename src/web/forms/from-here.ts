// Whatever changes something is asked from a page of this very site: held here, in front of every handler, so that no form
// can forget it.
import type { Context, MiddlewareHandler } from 'hono'
import { problem } from '../../problem.ts'
import { hasBearer } from '../as-data.ts'
import type { Site } from '../site.ts'

/**
 * Whether the request was sent by a page of this very site, or by a program that brings a token. Browsers say so
 * themselves (Fetch Metadata), older ones by the page's origin; what says neither is no form in a browser. A page elsewhere
 * cannot add a token it does not know; whoever brings a cookie is a browser and is asked like one.
 */
export const isFromHere = (c: Context): boolean => {
  if (hasBearer(c) && c.req.header('cookie') === undefined) return true
  const site = c.req.header('sec-fetch-site')
  if (site !== undefined) return site === 'same-origin'
  const origin = c.req.header('origin')
  return origin !== undefined && origin === new URL(c.req.url).origin
}

/**
 * What needs no page of ours before it: the address itself, which only the letter holds, says that it may be done, and no
 * cookie does. Mail programs ask for it from wherever they are (RFC 8058).
 */
const guardedByItself = /^\/letters\/stop\/[\w.-]+$/

/** Refuses with `cross-site-form` (403) what is not only read and comes from elsewhere. */
export const onlyFromHere =
  (site: Site): MiddlewareHandler =>
  async (c, next) => {
    const isRead = ['GET', 'HEAD', 'OPTIONS'].includes(c.req.method)
    if (!isRead && !isFromHere(c) && !guardedByItself.test(c.req.path))
      throw problem('cross-site-form', site.text('form.crossSite'))
    await next()
  }
