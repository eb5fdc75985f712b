// The front door, before the sites of all worlds: under which names it is opened, from whom, and what it says where not.
import type { MiddlewareHandler } from 'hono'
import { problem } from '../problem.ts'
import { clientOf, trustOf } from './client.ts'
import { plainHeaders } from './headers.ts'

export type Front = {
  /** Under which people reach it from other machines (`https://pacta.example.org`); undefined: from this one alone. */
  origin?: string | undefined
  /** Addresses and networks of proxies, beside this machine, whose X-Forwarded-For is believed. */
  proxies?: readonly string[]
  /** Whether somebody exists who can sign in and let others in. Asked until it is so; before, no other machine is answered. */
  hasAdministrator?: () => Promise<boolean>
}

/** What the front door tells the sites behind it. */
export type FrontWord = {
  /** The address the request comes from; undefined: from this machine itself, which is not counted. */
  client?: string | undefined
}

// Whoever sits at this machine. A page elsewhere could still point a name of its own at 127.0.0.1, so beside the origin
// only our own names are answered.
const ourNames = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/

/** Headers that proxies write: what carries one was asked from another machine. */
const proxySigns = ['x-forwarded-for', 'x-forwarded-host', 'forwarded', 'x-real-ip', 'via']

/**
 * Refuses with `usage` to listen on `host` (an address, a name, or the path of a socket) where other machines would reach
 * it and either nobody can sign in yet or what they send would go over the line for everyone to read.
 */
export const checkListening = async (
  host: string,
  { origin, hasAdministrator }: Pick<Front, 'origin' | 'hasAdministrator'>,
): Promise<void> => {
  // A socket is reached through a folder of this machine, whose owner says by whom.
  if (host.includes('/') || isOwnAddress(host)) return
  const whole = `other machines could reach ${host}`
  if (origin === undefined || !origin.startsWith('https:'))
    throw problem(
      'usage',
      `Pacta does not listen where ${whole} while PACTA_ORIGIN names no https address under which people come: put a proxy with a certificate in front (docs/how-to/serve-beyond-this-machine.md) and set PACTA_ORIGIN=https://….`,
    )
  if ((await hasAdministrator?.()) !== true)
    throw problem(
      'usage',
      `Pacta does not listen where ${whole} until an administrator exists: start it without --host, open the one-time link it prints on this machine, and start it again.`,
    )
}

const isOwnAddress = (host: string): boolean => host === 'localhost' || trustOf([])(host)

type Line = { incoming?: { socket?: { remoteAddress?: string } }; client?: string }

/**
 * Lets in what is asked for under our names, from this machine or through a proxy of ours; all else gets 421 and a line
 * of words. Leaves `client` for the sites, and tells browsers to come encrypted where the origin is.
 */
export const frontDoor = ({ origin, proxies = [], hasAdministrator }: Front = {}): MiddlewareHandler => {
  const url = origin === undefined ? undefined : new URL(origin)
  const isOurs = trustOf(proxies)
  let isOpen = false
  const open = async (): Promise<boolean> => {
    isOpen ||= (await hasAdministrator?.()) === true
    return isOpen
  }
  const headers = plainHeaders(url?.protocol === 'https:')
  return async (c, next) => {
    const refuse = (words: string): Response =>
      c.text(words, 421, { ...headers, 'cache-control': 'no-store' })
    const host = c.req.header('host') ?? new URL(c.req.url).host
    const line = (c.env ?? {}) as Line
    const peer = line.incoming?.socket?.remoteAddress
    const client = clientOf(peer, c.req.header('x-forwarded-for'), isOurs)
    const isElsewhere =
      !ourNames.test(host) ||
      !trustOf([])(client) ||
      proxySigns.some((name) => c.req.header(name) !== undefined)
    if (!ourNames.test(host) && host !== url?.host)
      return refuse(
        url === undefined
          ? 'This address is served to this machine only.'
          : `This register is served at ${url.origin} only.`,
      )
    // Past the proxy nothing is encrypted on the way here.
    if (peer !== undefined && !isOurs(peer)) return refuse(`Ask through ${url?.origin ?? 'this machine'}.`)
    if (isElsewhere && !(await open()))
      return refuse(
        'Nobody can sign in here yet. Open it on its own machine first and create the administrator there.',
      )
    c.set('front', { client: isElsewhere ? client : undefined } satisfies FrontWord)
    await next()
    for (const [name, value] of Object.entries(headers))
      if (!c.res.headers.has(name)) c.res.headers.set(name, value)
  }
}

declare module 'hono' {
  interface ContextVariableMap {
    front: FrontWord
  }
}

/**
 * The same request under the one origin that addresses are made of: a proxy speaks plain HTTP to us, and a request may
 * name another host in its first line than in its header.
 */
export const underOrigin = (request: Request, origin: string | undefined): Request => {
  const base = origin ?? `http://${request.headers.get('host') ?? new URL(request.url).host}`
  const url = new URL(request.url)
  return url.origin === base ? request : new Request(new URL(url.pathname + url.search, base), request)
}
